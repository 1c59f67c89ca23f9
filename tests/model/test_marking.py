"""A text is cut where statements begin and end, and shown without what is not the article."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Reading, Region, RegionKind, Span
from onrecord.model.marking import LeftOut, Paragraph, lay_out
from tests.stub import read_marked


def shown(reading: Reading) -> list[str]:
    """The layout as words: pieces in bars with roles and ends, notes as they are."""
    lines = []
    for block in lay_out(reading):
        if isinstance(block, LeftOut):
            lines.append(str(block))
            continue
        line = ""
        for piece in block.pieces:
            roles = ",".join(f"{mark.role.value[:2]}{mark.number}" for mark in piece.marks)
            words = piece.span.slice(reading.document.text)
            line += f"<{roles} {words}>" if roles else words
            line += "".join(f"[{number}]" for number in piece.ends)
        lines.append(line)
    return lines


def with_regions(reading: Reading, *regions: tuple[str, RegionKind]) -> Reading:
    text = reading.document.text
    found = tuple(
        Region(Span(text.index(words), text.index(words) + len(words)), kind) for words, kind in regions
    )
    return replace(reading, document=replace(reading.document, regions=found))


def test_statements_are_marked() -> None:
    reading = read_marked("Today [S1 Lee] [C1 said] [Q1 it rained].\n\n[Q1 It poured.]")
    assert shown(reading) == ["Today <so1 Lee> <cu1 said> <co1 it rained>[1].", "<co1 It poured.>[1]"]


def test_the_innermost_mark_comes_last() -> None:
    reading = read_marked("[S1 Lee] [C1 said] [Q1 that [S2 Kim] [C2 claims] [Q2 rain]].")
    assert shown(reading) == [
        "<so1 Lee> <cu1 said> <co1 that ><co1,so2 Kim><co1  ><co1,cu2 claims><co1  ><co1,co2 rain>[1][2]."
    ]


def test_line_breaks_stay_and_blank_lines_part_paragraphs() -> None:
    assert shown(read_marked("\n\none\ntwo\n \n\nthree\n")) == ["one\ntwo", "three"]


def test_what_is_not_the_article_is_left_out_with_a_note() -> None:
    reading = read_marked("It rained.\n\nPhoto: Kim\n\nRead more:\nSnow\n\nIt poured.")
    reading = with_regions(
        reading, ("Photo: Kim", RegionKind.CAPTION), ("Read more:\nSnow", RegionKind.RELATED)
    )
    assert shown(reading) == ["It rained.", "(3 lines left out: caption, related)", "It poured."]


def test_a_headline_is_known() -> None:
    reading = with_regions(read_marked("Rain\n\nIt rained."), ("Rain", RegionKind.TITLE))
    blocks = [block for block in lay_out(reading) if isinstance(block, Paragraph)]
    assert [block.title for block in blocks] == [True, False]


def test_an_empty_text_has_no_paragraph() -> None:
    assert shown(read_marked("")) == []


def test_in_a_text_without_blank_lines_each_line_is_a_paragraph() -> None:
    reading = read_marked("It rained.\n[S1 Lee] [C1 said] [Q1 it rained].\nThat was all.\n")
    found = [
        "".join(piece.span.slice(reading.document.text) for piece in one.pieces)
        for one in lay_out(reading)
        if isinstance(one, Paragraph)
    ]
    assert found == ["It rained.", "Lee said it rained.", "That was all."]
