"""Interviews and transcripts: each turn is its speaker's."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.turns import find_turns
from tests.analysis.made import slices
from tests.factory import parse_marked

SAMPLES = Path(__file__).parents[2] / "samples"


def turns(text: str) -> list[tuple[str, list[str]]]:
    found = find_turns(text, find_paragraphs(text))
    assert all(slices(turn.cue, text) == [":"] for turn in found)
    return [(turn.source[0].slice(text), slices(turn.content, text)) for turn in found]


@pytest.mark.parametrize(
    "label", ["Q", "LEE", "DR LEE", "Ana Lee", "Dr. Ana de Lee", "A MEMBER", "Lee, of the Post", "O’Lee"]
)
@pytest.mark.parametrize("form", ["{}:", "**{}:**", "**{}**:", "{} :"])
def test_labels(label: str, form: str) -> None:
    text = f"{form.format(label)} No?\n\n{form.format('A')} No.\n\n{form.format(label)} Why?"
    assert turns(text) == [(label, ["No?"]), ("A", ["No."]), (label, ["Why?"])]


def test_a_surname_comes_again_for_the_full_name() -> None:
    found = turns("Transcript: The talk\n\nANA LEE: No?\n\nJO PELL: No.\n\nLEE: Why?")
    assert found == [("ANA LEE", ["No?"]), ("JO PELL", ["No."]), ("LEE", ["Why?"])]


def test_a_label_may_stand_within_the_quotation_marks() -> None:
    found = turns("“LEE: Why?\n\n“PELL: I was there.\n\n“LEE: And then?”")
    assert [name for name, _ in found] == ["LEE", "PELL", "LEE"]
    assert [content[0].strip("“”") for _, content in found] == ["Why?", "I was there.", "And then?"]


@pytest.mark.parametrize(
    "text",
    [
        "Q: No?\n\nA: No.",  # too few
        "Rain: no.\n\nSnow: no.\n\nHail: yes.",  # no label comes again
        "Q: No?\n\nA: No.\n\nQ: Why?" + "\n\nIt rained." * 10,  # too small a share
        "One: it said rain: and more\n\nit: no\n\nit: no\n\nit: no",
        "At 10:30 it rained\n\nAt 10:30 it rained\n\nAt 10:30 it rained",
        "",
    ],
)
def test_other_texts_have_no_turns(text: str) -> None:
    assert turns(text) == []


REPORT = (
    "On Monday the broadcaster’s Ana Lee asked Minister Bo Pell about rain.\n\n{}" + "\n\nIt rained." * 20
)


@pytest.mark.parametrize("labels", ["Lee Pell Lee Pell", "LEE PELL LEE PELL", "Ana_Lee Bo_Pell Lee"])
def test_a_report_may_hold_part_of_a_transcript(labels: str) -> None:
    names = [label.replace("_", " ") for label in labels.split()]
    text = REPORT.format("\n\n".join(f"{name}: I saw rain." for name in names))
    assert turns(text) == [(name, ["I saw rain."]) for name in names]


def test_the_report_goes_on_behind_the_last_turn() -> None:
    text = REPORT.format("Lee: Why?\n\nPell: It is wet.\n\nI mean it.\n\nLee: So?\n\nI left the hall.")
    assert turns(text) == [("Lee", ["Why?"]), ("Pell", ["It is wet.", "I mean it."]), ("Lee", ["So?"])]


@pytest.mark.parametrize(
    "part",
    [
        "Date: Monday.\n\nPlace: Orvesk.\n\nDate: Friday.\n\nPlace: Brack.",  # nobody's names
        "Lee: Why?\n\nPell: No.",  # too few
        "Lee: Two good saves.\n\nPell: Slow.\n\nBo Pell: Slower.\n\nLee: 8.",  # marks for a match
        "Lee: Why?\n\nPell: No.\n\nBo Marr: Yes.",  # none comes again
        "Lee: Why?\n\nIt rained.\n\nIt rained.\n\nPell: No.\n\nIt rained.\n\nIt rained.\n\nLee: Yes.",
    ],
)
def test_other_reports_hold_none(part: str) -> None:
    assert turns(REPORT.format(part)) == []


@pytest.mark.parametrize(
    ("answer", "content"),
    [
        ("No.\n\nI went home.", ["No.", "I went home."]),
        ("No.\n\nThe town was dark.", ["No."]),  # the outlet's own words
        ("No.\n\nThe town was dark.\n\nI went home.", ["No."]),
        ("No.\n\nShe said “I know”.", ["No."]),  # the first person of somebody quoted
        ("No.\n\n(Laughter.)\n\nI went home.", ["No.", "I went home."]),
        ("[Laughs.] No. [Laughs.] I went.", ["No.", "I went."]),
        ("No. [Laughs.]", ["No."]),
        ("I told [the mayor] so. [He] went.", ["I told [the mayor] so. [He] went."]),
    ],
)
def test_what_belongs_to_a_turn(answer: str, content: list[str]) -> None:
    found = turns(f"Q: Why?\n\nA: {answer}\n\nQ: So?\n\nA: Yes.")
    assert found == [("Q", ["Why?"]), ("A", content), ("Q", ["So?"]), ("A", ["Yes."])]


def test_a_turn_that_is_all_remark_says_nothing() -> None:
    assert turns("Q: Why?\n\nA: [Laughs.]\n\nQ: So?") == [("Q", ["Why?"]), ("Q", ["So?"])]


def test_the_turns_of_the_sample() -> None:
    gold = parse_marked((SAMPLES / "marked" / "interview.txt").read_text(encoding="utf-8"))
    expected = [one for one in gold.statements if gold.slices(one.cue) == [":"] and one.number > 1]
    assert turns(gold.text) == [(gold.slices(one.source)[0], gold.slices(one.content)) for one in expected]
