"""Words that keep a distance are found, verbs and plain words that look like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given

from onrecord.analysis.labels.hedges import find_hedges
from onrecord.model.span import Span, holder
from tests.analysis.made import slices, texts


def hedges(text: str) -> list[str]:
    return slices(find_hedges(text, [Span(0, len(text))]), text)


@pytest.mark.parametrize(
    "text",
    [
        "Lee [reportedly] left, [allegedly] by boat.",
        "[Apparently] nobody saw it.",
        "The [supposedly] empty house burned.",
        "The [so-called] council met.",
        "The [alleged] thief ran.",
        "Lee's [alleged] crimes were listed.",
        "[Suspected] rebels fled.",
        "Troops arrested [suspected] rebels.",
        "Two [suspected] spies were held.",
        "He is [purported] leader of the club.",
        "The [supposed] friends left.",
        "an [unconfirmed] report and [unverified] pictures",
        "The [accused] officer spoke.",
        "Lee [is said to be] ill.",
        "They [are widely believed to have] left.",
        "She [was thought to] own it.",
        "He[’s said to be] rich.",
        "He [was suspected of] theft.",
        "Six miners [are feared dead].",
        "[It is alleged] that he stole.",
        "The group [claims to be] neutral and [claimed to have] won.",
        "a film [purporting to] show the fire",
        "[What it calls] a truce began.",
        "He saw [what residents say was] a shell.",
        "[what two officials have described as] a fire",
        "[According to unconfirmed reports] the town fell.",
        "The claim [could not be independently verified].",
        "The figures [cannot be checked].",
    ],
)
def test_hedges(text: str) -> None:
    expected = [part.split("]")[0] for part in text.split("[")[1:]]
    assert hedges(text.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lee alleged fraud.",
        "They alleged that he lied.",
        "The minister, alleged by Lee to have lied, left.",
        "Police suspected arson.",
        "He suspected the worst.",
        "He was supposed to come.",
        "She supposed so.",
        "The accused told the court.",
        "Lee accused officers of lying.",
        "He was accused of theft.",
        "The council said to him that it would pay.",
        "What we call home is far away.",
        "What is called for is patience.",
        "He claims to the end that he won.",
        "She could not be there.",
        "Perhaps it seems to rain.",
        "The believed leader is gone.",
        "He confirmed the report.",
    ],
)
def test_no_hedges(text: str) -> None:
    assert hedges(text) == []


def test_nothing_outside_of_the_stretches() -> None:
    text = "Allegedly. Allegedly. Suspected rebels left."
    assert find_hedges(text, [Span(0, 10), Span(22, len(text))]) == [Span(0, 9), Span(22, 31)]


@pytest.mark.parametrize(
    "text", ["what " * 20_000, "could not be " + "a-" * 20_000, "alleged" + " " * 50_000, "is said " * 10_000]
)
def test_long_texts_take_no_long_time(text: str) -> None:
    assert hedges(text) == []  # hangs when the time grows as a square


@given(texts)
def test_spans_are_exact(text: str) -> None:
    text = text.replace("said", "is said to be an alleged")
    stretches = [Span(3, len(text))] if len(text) > 3 else []
    found = find_hedges(text, stretches)
    assert found == sorted(found)
    assert all(holder(stretches, span) is not None and span.start < span.end for span in found)
    assert all(span.slice(text) == span.slice(text).strip() for span in found)
