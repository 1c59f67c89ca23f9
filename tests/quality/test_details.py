"""Marked files are checked by name, and what is read of them is judged. Needs no weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Span
from tests.factory import parse_marked
from tests.quality.details import document_in, main, measure, rows_of
from tests.quality.set_check import check, counts_of, slips
from tests.stub import load_stub

HEAD = "title: Rain\noutlet: The Post\npublished: 2021-03-18\n---\nRain\n\n"
GOOD = HEAD + '[S1 Lee] [C1 said]: [Q1 it rained]\n---\n1: speaker="Lee"\n'


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("[S Lee] [C said] [Q no]", "statement 1: a source without speaker"),
        ('[S she] [C said] [Q no]\n---\n1: speaker="she"', "is a pronoun"),
        ('[S Lee] [C told] [A us] [Q no]\n---\n1: speaker="Lee"', "a mark A without addressee"),
        ('[S Lee] [C said] [T then] [Q no]\n---\n1: speaker="Lee"', "a mark T without when"),
        ("It rained\nall day.", "before 'all day.'"),
        (
            "It [C is said] [T on Tuesday] [Q so]\n---\n1: when=2021-03-17",
            "is a Wednesday, but the text says",
        ),
        ("It [C is said] [T yesterday] [Q so]\n---\n1: when=2021-03-18", "in an article of 2021-03-18"),
        (
            '[S1 A] [Q1 no] [S2 A] [Q2 no]\n---\n1: speaker="A" anonymous=yes\n2: speaker="A"',
            "statement 2: A is anonymous in some statements only",
        ),
        ("It [C is said] [T today] [Q so]\n---\n1: when=2021-03-18", None),
        ("It [C is said] [T on Tuesday] [Q so]\n---\n1: when=2021-03-16", None),
        ("It [C is said] [T last week] [Q so]\n---\n1: when=?", None),
        ("It rained.", None),
    ],
)
def test_slips_are_named(text: str, slip: str | None) -> None:
    found = list(slips(parse_marked(HEAD + text)))
    assert len(found) == (slip is not None)
    assert slip is None or slip in found[0]


def test_a_wrong_title_and_date_are_named() -> None:
    assert len(list(slips(parse_marked("title: Rain\npublished: March\n---\nSnow")))) == 2


def test_counts() -> None:
    marked = parse_marked(
        "[S1 Lee] [C1 told] [A1 us] [T1 today] [Q1 that [S2 she] [C2 saw] [Q2 [L1 rats]]]\n---\n"
        '1: speaker="Lee"\n2: speaker="Lee" anonymous=yes\nL1: user=outlet target=none'
    )
    assert counts_of(marked) == {
        **{"statements": 2, "speakers": 2, "pronouns": 1, "anonymous": 1, "nested": 1},
        **{"addressees": 1, "times": 1, "labels": 1},
    }


def test_check_tells_mistakes_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(HEAD + "[Q1 rain", encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    assert check(tmp_path) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("a.txt: the mark '[Q1 ' is never closed")
    assert lines[2].split()[:3] == ["b", "1", "1"]
    assert lines[-1] == "1 mistakes"
    assert main(["check", str(tmp_path)]) == 1
    (tmp_path / "a.txt").unlink()
    assert main(["check", str(tmp_path)]) == 0


def test_a_document_knows_what_its_header_says() -> None:
    doc = document_in(parse_marked(GOOD), "a")
    assert (doc.id, doc.title, doc.outlet, doc.published) == ("a", "Rain", "The Post", "2021-03-18")
    assert doc.regions[0].span == Span(0, 4)


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        ("errors", "a | speaker | gold: Lee [Lee] | found:  | it rained\n"),
        ("nothing", ""),
    ],
)
def test_what_is_read_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], show: str, shown: str
) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    scores = measure([tmp_path / "a.txt"], load_stub(), show=show)  # type: ignore[arg-type]
    assert (scores["found"].hit, scores["speaker"].hit, scores["speaker"].gold) == (1, 0, 1)
    assert capsys.readouterr().out == shown
    gold, found = rows_of(tmp_path / "a.txt", load_stub())  # type: ignore[arg-type]
    assert gold["text"] == found["document_text"]
