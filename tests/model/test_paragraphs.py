"""Paragraphs are what people see as such."""

from __future__ import annotations

import pytest

from onrecord.model import Document, Region, RegionKind, Span
from onrecord.model.paragraphs import joined, paragraphs


def words(text: str, *regions: Region) -> list[str]:
    document = Document(id="a", text=text, regions=regions)
    return [span.slice(text) for span in paragraphs(document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\nStill one.\n\n  Two.\n \t\nThree.\n", ["One.\nStill one.", "Two.", "Three."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\nTwo.\n", ["One.", "Two."]),  # without blank lines each line is one
        ("One.\n\n* * *\n\nTwo.", ["One.", "Two."]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_blank_lines_part_paragraphs(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_what_is_not_of_the_body_is_in_none() -> None:
    text = "Title\n\nShare this\n\nOne. Photo: Lee"
    share, photo = (text.index(word) for word in ("Share", " Photo"))
    regions = (
        Region(Span(0, 5), RegionKind.TITLE),
        Region(Span(share, share + 10), RegionKind.BOILERPLATE),
        Region(Span(photo, len(text)), RegionKind.CAPTION),
    )
    assert words(text, *regions) == ["Title", "One."]


def test_neighbours_are_joined() -> None:
    text = "One.\n\nTwo.\n\n* * *\n\nThree."
    found = paragraphs(Document(id="a", text=text))
    assert [span.slice(text) for span in joined(found, text)] == ["One.\n\nTwo.", "Three."]
    assert list(joined([], text)) == []
