"""The notebook's HTML is whole, escaped, says whose words they are and what was not said."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Document, Failure, Reading, Region, RegionKind, Span, Speaker
from onrecord.model.display import reading_html
from onrecord.model.marking import Role
from onrecord.model.markup import look
from tests.model.page import Page
from tests.stub import INFO, read_marked


def shown(reading: Reading) -> Page:
    return Page(reading_html(reading))


def test_the_article_and_its_lists_are_shown() -> None:
    reading = read_marked("It rained, [S Lee] [C said]: [Q “It poured.”]", outlet="The Post")
    page = shown(reading)
    assert page.text.startswith("The PostIt rained, Lee said: “It poured.”1")
    assert "in the own voice of The Post" in page.text
    firsts = [row[0] for row in page.rows]
    assert firsts == ["No.", "1", "Speakers", "Lee", "Whose words", "The Post (own voice)", "Lee"]


def test_a_notebook_shows_it() -> None:
    reading = read_marked("[S Lee] [C said] [Q it rained].")
    assert reading._repr_html_() == reading_html(reading)


def test_words_have_the_look_of_their_speaker_and_role() -> None:
    marked = """[S1 Lee] [C1 said] [Q1 no]. [S2 Kim] [C2 hoped] [Q2 so]. [S3 She] [C3 added] [Q3 never].
---
1: speaker="Lee"
2: speaker="Kim"
3: speaker="Lee"
"""
    page = shown(read_marked(marked))
    assert (page.style_of("no"), page.style_of("so")) == (look(Role.CONTENT, 0), look(Role.CONTENT, 1))
    assert page.style_of("never") == look(Role.CONTENT, 0)
    assert (page.style_of("She"), page.style_of("added")) == (look(Role.SOURCE, 0), look(Role.CUE, 0))


def test_a_small_window_tells_the_speaker_and_why() -> None:
    reading = read_marked("Ann Lee left. [S She] [C said] [Q no].")
    speaker = Speaker("e1", "Ann Lee", Span(0, 7), "“she”: who spoke last", 0.62)
    stmt = replace(reading.statements[0], speaker=speaker)
    page = shown(replace(reading, statements=(stmt,)))
    assert set(page.titles) == {"1. Ann Lee · “she”: who spoke last · 62 % sure · said"}
    assert len(page.titles) == 4  # source, cue, content and number


def test_markup_in_an_article_is_shown_and_not_obeyed() -> None:
    evil = '<script>alert("1")</script> & "><img src=x onerror=1>'
    marked = f"[S {evil}] [C said] [A {evil}] [Q {evil}] [L1 {evil}]."
    reading = read_marked(f"{marked}\n---\nL1: user=outlet target=none\n", title=evil, outlet=evil)
    speaker = Speaker("e1", evil, Span(0, 1), evil, 0.1)
    page = shown(replace(reading, statements=(replace(reading.statements[0], speaker=speaker),)))
    assert page.names <= set("div p span sup i table tr th td".split())
    assert page.text.count(evil) >= 8
    assert evil in page.titles[0]


def test_what_was_not_said_says_so() -> None:
    page = shown(read_marked("[S Lee] [C did not say] [Q why].\n---\n1: status=negated\n"))
    assert "why1 not said." in page.text
    assert "bold" in page.style_of("1 not said")
    assert "Not asserted: 1 (not said)." in page.text


def test_numbers_that_meet_are_parted() -> None:
    page = shown(read_marked("[S1 Lee] [C1 said] [Q1 that [S2 Kim] [C2 left] [Q2 it]]."))
    assert "Lee said that Kim left it1,2." in page.text


def test_what_is_left_out_is_told_and_a_headline_is_not_shown_twice() -> None:
    reading = read_marked("Rain\n\nIt rained.\n\nShare this", title="Rain")
    regions = (Region(Span(0, 4), RegionKind.TITLE), Region(Span(18, 28), RegionKind.BOILERPLATE))
    page = shown(replace(reading, document=replace(reading.document, regions=regions)))
    assert page.text.count("Rain") == 1
    assert "(1 line left out: boilerplate)" in page.text
    assert "No statement was found." in page.text
    assert page.rows == []


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = reading_html(read_marked("[S Lee] [C said] [Q it rained]."))
    assert not any(word in page for word in ("http", "src", "script", "url(", "class=", "id="))


def test_a_document_that_was_not_read_says_why() -> None:
    failure = Failure("missing", "There is no <such> file.")
    page = shown(Reading(Document(id="a", path="a.txt", text=""), INFO, error=failure))
    assert page.text == "a.txt: not readThere is no <such> file."
