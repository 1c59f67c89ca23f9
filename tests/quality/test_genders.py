"""A man's words and a woman's are put down to them equally well.

Each text is read as it is and in its mirror, where every "he" is a "she": so each source counts once for
either, and what is hard about a text is hard for both.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onrecord.analysis.people.first_names import FirstNames
from onrecord.loading import load_first_names
from onrecord.scores import Count, DetailScores
from tests.factory import parse_marked
from tests.quality.detail_gate import FOLDERS, scores_in
from tests.quality.mirror import USUAL, mirror
from tests.quality.set_check import marked_files

SETS = ("pronouns", "seen")
MOST = 0.03  # of accuracy, between "he" and "she"
OTHER = {"he": "she", "she": "he"}
HEAD = "title: Rain\n---\nRain\n\n"


@cache
def scores(*, mirrored: bool) -> DetailScores:
    """The scores of all `SETS`, or of their mirrors."""
    return sum((_scores(FOLDERS[name], mirrored=mirrored) for name in SETS), DetailScores())


def _scores(folder: Path, *, mirrored: bool) -> DetailScores:
    if not mirrored:
        return scores_in(folder)
    names = load_first_names()
    with TemporaryDirectory() as mirrors:
        for path in marked_files(folder):
            (Path(mirrors) / path.name).write_text(_mirror_of(path, names), encoding="utf-8")
        return scores_in(Path(mirrors))


def _mirror_of(path: Path, names: FirstNames) -> str:
    try:
        return mirror(path.read_text(encoding="utf-8"), names)
    except Exception as error:  # its traceback would hold words that nobody should see
        raise RuntimeError(f"{path.name} can't be mirrored: {type(error).__name__}") from None


def test_he_and_she_are_told_equally_well(capsys: pytest.CaptureFixture[str]) -> None:
    plain, swapped = scores(mirrored=False), scores(mirrored=True)
    total = dict.fromkeys(OTHER, Count())
    lines = []
    for word, other in OTHER.items():
        before, after = plain[f"speaker_{word}"], swapped[f"speaker_{other}"]
        total[word] += before
        total[other] += after
        lines.append(f"  {word:4}{_shown(before)}   the same as {other:4}{_shown(after)}")
    apart = total["he"].recall - total["she"].recall
    lines.append(f"  together: he {_shown(total['he'])}, she {_shown(total['she'])}, apart by {apart:+.1%}")
    with capsys.disabled():
        print("\npronouns as sources, right speaker", *lines, sep="\n")
    assert min(count.gold for count in total.values()) > 100
    assert abs(apart) <= MOST


def _shown(count: Count) -> str:
    return f"{count.hit:4} of {count.gold:4}, {count.recall:.1%}"


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [
        ("He said she’d seen him.", "She said he’d seen her."),
        (
            "[S Mr Lee] [C told] [A her] [Q that it rained].",
            "[S Ms Lee] [C told] [A him] [Q that it rained].",
        ),
        ("Mrs Lee took [Q her “old [L1 hat]”] off.", "Mr Lee took [Q his “old [L1 hat]”] off."),
        ("her [L1 “rats”], a friend of his", "his [L1 “rats”], a friend of hers"),
        ("He saw her at HIS door.", "She saw him at HER door."),
        ("The spokesman hurt himself. Hers was it.", "The spokeswoman hurt herself. His was it."),
        ("The German missed a mission, Miss Lee.", "The German missed a mission, Mr Lee."),
        ("In May Ms Lee met Captain Park’s captain.", "In May Mr Lee met Captain Park’s captain."),
    ],
)
def test_words_are_mirrored(text: str, mirrored: str) -> None:
    assert mirror(text, load_first_names()) == mirrored


def test_people_get_first_names_of_the_other_gender() -> None:
    text = (
        HEAD
        + '[S1 Anna Lee] [C1 said] [Q1 PAUL was out], and Paul Orr’s dog too.\n---\n1: speaker="Anna Lee"\n'
    )
    mirrored = mirror(text, load_first_names())
    (one,) = parse_marked(mirrored).statements
    assert one.speaker is not None
    first, last = one.speaker.split()
    assert (first in USUAL["female"], last) == (True, "Lee")
    assert "Anna" not in mirrored
    assert "paul" not in mirrored.lower()
    assert mirror(text, load_first_names()) == mirrored


def test_a_name_that_is_in_the_text_is_not_given_again() -> None:
    everyone = " ".join(USUAL["male"][:-1])
    mirrored = mirror(f"{everyone} came, said Paul Orr.", load_first_names())
    assert f"said {USUAL['male'][-1]} Orr" in mirrored


@pytest.mark.parametrize("gender", USUAL)
def test_names_given_are_in_the_table(gender: str) -> None:
    names = load_first_names()
    assert {names.gender(name) for name in USUAL[gender]} == {"male", "female"} - {gender}
    assert len(set(USUAL[gender])) == len(USUAL[gender]) > 30


@pytest.mark.parametrize("name", SETS)
def test_mirrored_files_are_marked_as_before(name: str) -> None:
    names = load_first_names()
    for path in marked_files(FOLDERS[name]):
        he, she = _counts(path.read_text(encoding="utf-8"))
        mirrored = _counts(_mirror_of(path, names))
        assert (she, he) == mirrored, f"{path.name} is mirrored badly"


def _counts(marked: str) -> tuple[int, int]:
    """How many sources are "he" and how many are "she"; (-1, -1) where the file does not parse."""
    try:
        parsed = parse_marked(marked)
    except ValueError:  # its message would hold words that nobody should see
        return -1, 0
    sources = [" ".join(parsed.slices(stmt.source)).lower() for stmt in parsed.statements]
    return sources.count("he"), sources.count("she")
