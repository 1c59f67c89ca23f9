"""Words are translated where the text marks them so; silence tells nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.circumstances.translated import is_translated
from onrecord.model.span import Span
from tests.analysis.made import texts
from tests.factory import parse_marked


def translated(marked: str) -> bool | None:
    gold = parse_marked(marked)
    spans = [
        [tuple(Span(*span) for span in part) for part in (one.source, one.cue, one.content)]
        for one in gold.statements
    ]
    others = [span for parts in spans[1:] for part in parts for span in part]
    return is_translated(gold.text, Span(0, len(gold.text)), spans[0][1], spans[0][2], others)


@pytest.mark.parametrize(
    "marked",
    [
        "[Q “No,”] [S Lee] [C said] in French.",
        "[Q “No,”] [S Lee] [C said] in Arabic on Monday.",
        "[S Lee] [C wrote] on his page in Farsi [Q that it rained].",
        "[S Lee] [C said] in his native Welsh [Q that it rained].",
        "[S Lee] [C told] reporters in Swahili and Somali [Q that it rained].",
        "Speaking in Russian, [S Lee] [C said] [Q no].",
        "In Turkish, [S he] [C said] [Q no].",
        "[S Lee], speaking in Hebrew, [C said] [Q no].",
        "[S Lee], in Korean, [C said] [Q no].",
        "[S Lee] [C said] through an interpreter [Q that it rained].",
        "[Q “No,”] [S Lee] [C said] through his Spanish interpreter.",
        "[Q “No,”] [S Lee] [C said], speaking via a translator.",
        "[Q “No,”] [S Lee] [C said] with the help of a translator.",
        "Through a sign-language interpreter, [S Lee] [C said] [Q no].",
        "[S Lee] [C said] in remarks translated by the Herald [Q that it rained].",
        "[S Lee] [C wrote], as translated by the Herald, [Q that it rained].",
        "[Q “No,”] [S Lee] [C said] in a statement translated from Arabic.",
        "[Q “No,”] [S Lee] [C said] in translated remarks.",
        "[Q “No,”] [S Lee] [C said] (translated from Dari).",
        "[S Lee] [C said in Thai] [Q that it rained].",
        "[Q “No,”] [S Lee] [C said], according to a translation.",
    ],
)
def test_marked_as_translated(marked: str) -> None:
    assert translated(marked) is True


@pytest.mark.parametrize(
    "marked",
    [
        "[Q “No,”] [S Lee] [C said].",
        "[Q “No,”] [S Lee] [C said] in English.",
        "[Q “No,”] [S Lee] [C said] in broken English.",
        "[Q “No,”] [S Lee] [C said] in French and English.",
        "[Q “No,”] [S Lee] [C said] in French schools.",
        "[Q “No,”] [S Lee] [C said] in Polish-held towns.",
        "[S Lee] [C said] [Q that he spoke in French].",
        "[S Lee] [C said] [Q no], and [S2 Park] [C2 said] in French [Q2 yes].",
        "[S Lee], who was taught in French, [C said] [Q no].",
        "[S Lee], who lives with an interpreter, [C said] [Q no].",
        "[S An interpreter] [C said] [Q no].",
        "[S Lee] [C told] an interpreter [Q no].",
        "[S Lee] [C said] without an interpreter [Q no].",
        "[S Lee] [C said] through an interpreter’s door [Q no].",
        "[S Lee] [C said] in remarks not translated by the Herald [Q no].",
        "[S Lee] [C said] [Q no]; he was heard in French.",
        "[S Lee] [C said] [Q no] before he spoke in French.",
    ],
)
def test_silence_and_others_words_tell_nothing(marked: str) -> None:
    assert translated(marked) is None


def test_no_cue_no_answer() -> None:
    assert is_translated("In French, no.", Span(0, 14), (), (Span(11, 13),), []) is None


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=3)
PIECES = "in French English , Lee said and through an interpreter ’s translated by from . who - a".split()


@given(
    st.one_of(texts, st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)),
    st.tuples(spans, spans, spans),
)
def test_it_never_says_no(text: str, places: tuple[list[tuple[int, int]], ...]) -> None:
    cut = [[Span(start, min(start + n, len(text))) for start, n in some] for some in places]
    cue, content, others = (tuple(span for span in some if span.start < span.end) for some in cut)
    assert is_translated(text, Span(0, len(text)), cue, content, others) in (True, None)
