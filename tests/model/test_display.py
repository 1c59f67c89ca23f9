"""The notebook's HTML is whole, escaped, and says what was not said."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from onrecord.model import Document, Failure, Reading, Region, RegionKind, Span
from onrecord.model.display import reading_html
from tests.stub import INFO, read_marked


class Outline(HTMLParser):
    """The text of a page and the names of its elements; fails where they do not pair."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.names, self._open = "", set[str](), list[str]()
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= {"style"}
        self.names.add(tag)
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_article_and_its_table_are_shown() -> None:
    reading = read_marked("It rained, [S Lee] [C said]: [Q “It poured.”]", outlet="The Post")
    page = Outline(reading_html(reading))
    assert "It rained, Lee said: “It poured.”1" in page.text
    assert "1Leesaid“It poured.”direct0.90" in page.text
    assert "in the own voice of The Post" in page.text
    assert {"p", "span", "sup", "table", "td"} <= page.names


def test_a_notebook_shows_it() -> None:
    reading = read_marked("[S Lee] [C said] [Q it rained].")
    assert reading._repr_html_() == reading_html(reading)


def test_markup_in_an_article_is_shown_and_not_obeyed() -> None:
    evil = '<script>alert("1")</script> & "><img src=x onerror=1>'
    reading = read_marked(f"[S {evil}] [C said] [Q {evil}].", title=evil, outlet=evil)
    page = Outline(reading_html(reading))
    assert page.names <= {"div", "p", "span", "sup", "table", "tr", "th", "td"}
    assert page.text.count(evil) >= 4


def test_what_was_not_said_says_so() -> None:
    page = Outline(reading_html(read_marked("[S Lee] [C did not say] [Q why].\n---\n1: status=negated\n")))
    assert "why1 not said." in page.text
    assert "Not asserted: 1 (not said)." in page.text


def test_what_is_left_out_is_told_and_a_headline_is_not_shown_twice() -> None:
    reading = read_marked("Rain\n\nIt rained.\n\nShare this", title="Rain")
    regions = (Region(Span(0, 4), RegionKind.TITLE), Region(Span(18, 28), RegionKind.BOILERPLATE))
    page = Outline(reading_html(replace(reading, document=replace(reading.document, regions=regions))))
    assert page.text.count("Rain") == 1
    assert "(1 line left out: boilerplate)" in page.text
    assert "No statement was found." in page.text


def test_a_document_that_was_not_read_says_why() -> None:
    failure = Failure("missing", "There is no <such> file.")
    page = Outline(reading_html(Reading(Document(id="a", path="a.txt", text=""), INFO, error=failure)))
    assert page.text == "a.txt: not readThere is no <such> file."
