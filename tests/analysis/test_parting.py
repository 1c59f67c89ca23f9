"""Words that a sentence of their own gives to somebody are taken from a statement that holds them too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.drafts import Draft
from onrecord.analysis.nesting import find_nested
from onrecord.analysis.parting import PARTED_CONFIDENCE, part
from onrecord.analysis.quotation import find_quotations, outermost
from onrecord.analysis.syntax import Parse
from onrecord.model import Span
from onrecord.model.span import merge
from tests.analysis.made import any_parse, slices
from tests.analysis.parses import parse_of

FIRST = "The dam broke Lee said. "
Row = tuple[list[str], list[str], list[str]]


def span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def quoted_in(text: str) -> list[Span]:
    return merge(quotation.span for quotation in outermost(find_quotations(text)))


def parted(parse: Parse, *drafts: Draft) -> list[Draft]:
    """The drafts, those found inside them, and what parting adds."""
    nested = find_nested(parse, merge(s for draft in drafts for s in draft.content), drafts)
    added = part(drafts, nested, parse, quoted_in(parse.text))
    assert all(draft.confidence == PARTED_CONFIDENCE for draft in added)
    return [*drafts, *added, *nested]


def rows(second: str, piece: str, sentence: str = FIRST) -> list[Row]:
    """Source, cue and content of all statements where `piece`, of a second sentence, counts as Lee's too."""
    text = sentence + second
    content = [span(sentence, "The dam broke"), span(text, piece)]
    lee = Draft((span(sentence, "Lee"),), (span(sentence, "said"),), content)
    return [
        (slices(d.source, text), slices(d.cue, text), slices(d.content, text))
        for d in parted(parse_of(text), lee)
    ]


LEE = (["Lee"], ["said"], ["The dam broke"])


@pytest.mark.parametrize(
    ("second", "piece", "found"),
    [
        # behind a cue of its own
        ("Park said it rained.", "it rained", (["Park"], ["said"], ["it rained"])),
        ("The crew praised Park.", "Park", (["The crew"], ["praised"], ["Park"])),
        # with its own source and cue inside
        ("Park said it rained.", "Park said it rained", (["Park"], ["said"], ["it rained"])),
    ],
)
def test_a_sentence_with_a_speaker_of_its_own_is_a_statement_of_its_own(
    second: str, piece: str, found: Row
) -> None:
    assert rows(second, piece) == [LEE, found]


@pytest.mark.parametrize(
    ("second", "piece"),
    [
        ("It rained.", "It rained"),  # who goes on
        ("I said it rained.", "I said it rained"),
        ("Park knows it rained.", "Park knows it rained"),
        ("The crew has praised Park.", "Park"),  # seldom how a report opens
    ],
)
def test_whoever_may_be_going_on_goes_on(second: str, piece: str) -> None:
    (lee, *_) = rows(second, piece)
    assert lee == (["Lee"], ["said"], ["The dam broke", piece])


def test_a_statement_that_only_follows_its_cue_is_left() -> None:
    text = "Lee said it rained. Park said it rained."
    content = [span("Lee said it rained", "it rained"), span(text, "it rained")]
    lee = Draft((Span(0, 3),), (Span(4, 8),), list(content))
    assert part([lee], [], parse_of(text), []) == []
    assert lee.content == content


def test_words_in_marks_are_left() -> None:
    text = FIRST + "“It rained,” Lee said."
    lee = Draft((span(FIRST, "Lee"),), (span(FIRST, "said"),), [Span(0, 13), span(text, "“It rained,”")])
    assert part([lee], [], parse_of(text), quoted_in(text)) == []
    assert len(lee.content) == 2


@given(any_parse(), st.data())
def test_what_is_parted_lies_in_the_text(parse: Parse, data: st.DataObject) -> None:
    if len(parse.words) < 4:
        return
    cut = sorted(
        data.draw(st.lists(st.integers(0, len(parse.words) - 1), min_size=4, max_size=4, unique=True))
    )
    first, cue, second, _ = (parse.words[i] for i in cut)
    draft = Draft((), (cue,), [first, Span(second.start, parse.words[cut[3]].end)])
    for one in parted(parse, draft):
        assert all(0 <= s.start < s.end <= len(parse.text) for s in one.spans)
    assert draft.content
