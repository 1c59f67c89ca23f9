"""Quotation marks of all kinds are paired, apostrophes and stray marks are not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.quotation import MAX_DEPTH, Quotation, find_quotations, outermost, quote_states
from onrecord.model.span import holder
from onrecord.neural.words import QuoteState, split_words
from tests.analysis.made import texts

LETTERS = {"OUTSIDE": "o", "INSIDE": "i", "MARK": "m", "IN_SINGLE": "s"}


def words(quotations: list[Quotation], text: str) -> list[str]:
    return [quotation.span.slice(text) for quotation in quotations]


@pytest.mark.parametrize(
    "text",
    [
        '["It rained,"] he said. ["It poured."]',
        "[“It rained,”] he said. [“It poured.”]",
        "[‘It rained,’] he said. [‘It poured.’]",
        "['It rained,'] he said. ['It poured']",
        "[``It rained,''] he said. [''It poured.'']",
        "[‘‘It rained,’’] he said.",
        "[« Il pleut »], dit-il. [«Oui»]",
        "[„Es regnet“], sagte er. [„Ja”]",
        "[»Es regnet«], sagte er. [»Ja«]",
        "[‚Ja‘], sagte er. [‹Oui›]",
        "[”Ja”], sa han",
        "[＂No＂] he said",
        '([“no”]) and—[“yes”]—["no"]',
        'said:["No"] twice',
        "the film [“Frozen“] and the [“Ice“]",  # the closing mark is turned the wrong way
        "[“It rained'']",
        '[“It rained"] he said',
    ],
)
def test_marks_of_all_kinds(text: str) -> None:
    expected = [part.split("]")[0] for part in text.split("[")[1:]]
    text = text.replace("[", "").replace("]", "")
    assert words(find_quotations(text), text) == expected
    assert all(quotation.closed for quotation in find_quotations(text))


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("“He said ‘no’ to it,” she said.", ["‘no’"]),
        ("“He said ‘no.’”", ["‘no.’"]),
        ("“‘No,’ he said.”", ["‘No,’"]),
        ("‘He said “no” to it,’ she said.", ["“no”"]),
        ("‘He said “no”’, she said", ["“no”"]),
        ("‘“No,” he said’", ["“No,”"]),
        ('“He said "no" to me,” she said.', ['"no"']),
        ("« Il a dit “non” hier »", ["“non”"]),
        ("»Er sagte ›nein‹ gestern«", ["›nein‹"]),
        ("“a ‘b “c” d’ e”", ["‘b “c” d’", "“c”"]),
        ("‘The workers’ union said “no” to us,’ he said", ["“no”"]),
    ],
)
def test_nested_marks(text: str, nested: list[str]) -> None:
    found = find_quotations(text)
    assert words(found[1:], text) == nested
    assert [quotation.depth for quotation in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "don't, don’t, Lee's and the workers’ union",
        "the ’90s, '08, ’tis so, ’em, rock ’n’ roll, goin’ home",
        "the dogs’ and the cats’",
        "It rained”, he said. And so on.",  # closed, not opened
        'It rained", he said; and so on.',
        "Il pleut», dit-il—et puis.",
        "She is 6'2\", he is 5’ 11”, and both run",
        "‘It rained.\n\nIt poured.",
    ],
)
def test_apostrophes_and_stray_marks(text: str) -> None:
    assert find_quotations(text) == []


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("‘The workers’ union is gone,’ he said. It’s so.", "‘The workers’ union is gone,’"),
        ("the ‘rebels’ took the workers’ hall", "‘rebels’"),
        ("‘I don’t know the ’90s,’ he said", "‘I don’t know the ’90s,’"),
        ("’Fraid so, he said, ‘no’", "‘no’"),
        ("“I’m like 6’2”,” he said", "“I’m like 6’2”,”"),
        ("‘I was…’, he said", "‘I was…’"),
        ("“Eh?“ he asked.", "“Eh?“"),
    ],
)
def test_marks_among_apostrophes(text: str, quotation: str) -> None:
    assert words(outermost(find_quotations(text)), text) == [quotation]


@pytest.mark.parametrize("mark", ["“", '"', "‘", "«", "``"])
def test_an_unclosed_quotation_ends_with_its_paragraph(mark: str) -> None:
    text = f"{mark}It rained.\n\n{mark}It poured.\n\n{mark}It snowed."
    found = find_quotations(text)[:2]
    assert words(found, text) == [f"{mark}It rained.", f"{mark}It poured."]
    assert [(one.closed, one.single, one.inner.end) for one in found] == [
        (False, mark == "‘", one.span.end) for one in found
    ]


def test_what_is_quoted_in_an_unclosed_quotation_is_nested() -> None:
    text = "“No” is no. “He said ‘no’ and left"
    assert [(q.span.slice(text), q.depth, q.closed) for q in find_quotations(text)] == [
        ("“No”", 1, True),
        ("“He said ‘no’ and left", 1, False),
        ("‘no’", 2, True),
    ]


@given(texts)
def test_quotations_nest_and_stay_in_their_paragraph(text: str) -> None:
    found, paragraphs = find_quotations(text), find_paragraphs(text)
    for one in found:
        assert holder(paragraphs, one.span) is not None
        assert one.span.start < one.inner.start <= one.inner.end <= one.span.end
        assert one.closed is (one.inner.end < one.span.end)
        holders = [other for other in found if other is not one and other.span.contains(one.span)]
        assert one.depth == len(holders) + 1 <= MAX_DEPTH
    for one, other in combinations(found, 2):
        assert one.span.start < other.span.start
        assert one.span.contains(other.span) or one.span.end <= other.span.start


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("he “said no”, yes", "omiimoo"),
        ("''no'' ‘no’", "mmimmmsm"),
        ("“so ‘no’ she", "miiiii"),
        ("so", "o"),
    ],
)
def test_states_of_words(text: str, states: str) -> None:
    found = quote_states(split_words(text), find_quotations(text))
    assert "".join(LETTERS[state.name] for state in found) == states


@given(texts)
def test_words_of_an_outermost_quotation_are_inside_or_marks(text: str) -> None:
    spans, found = split_words(text), find_quotations(text)
    for word, state in zip(spans, quote_states(spans, found), strict=True):
        held = [quotation for quotation in outermost(found) if quotation.span.contains(word)]
        assert (state is QuoteState.OUTSIDE) is (not held)
        assert not held or (state is QuoteState.MARK) is not held[0].inner.contains(word)


@pytest.mark.parametrize("marks", ["“rain ", '"rain" "', "‘rain ", '“‘"« ', "’rain ” "])
def test_many_unbalanced_marks_swallow_nothing_but_their_paragraph(marks: str) -> None:
    text = marks * 10_000 + "\n\nno"
    assert all(quotation.span.end < len(text) - 2 for quotation in find_quotations(text))
