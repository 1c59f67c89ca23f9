"""What the words alone show wrong is mended, and everything else is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.circumstances.lead_ins import by_first_word
from onrecord.analysis.drafts import Draft
from onrecord.analysis.mending import OWN_CUE_CONFIDENCE, mend
from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.people.phrases import find_phrases
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.syntax import ROOT, Parse
from onrecord.model import Span
from tests.analysis.made import any_parse, board_of, slices, words_only
from tests.analysis.parses import parse_of

Row = tuple[list[str], list[str], list[str]]


def mended(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    text = parse.text
    first = by_first_word(find_phrases(parse, [Span(0, len(text))]))
    return mend(drafts, parse, find_paragraphs(text), find_quotations(text), first)


def rows(text: str, drafts: list[Draft]) -> list[Row]:
    """Source, cue and content of each draft once they are mended, in words."""
    return [
        (slices(d.source, text), slices(d.cue, text), slices(d.content, text))
        for d in mended(parse_of(text), drafts)
    ]


def of_marked(marked: str) -> list[Row]:
    board, text = board_of(marked)
    return rows(text, board.drafts)


def of_words(text: str, source: str, cue: str, *content: str) -> list[Row]:
    """The only draft of a text, its parts told by their words; a source may run over a paragraph's end."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return rows(text, [Draft((span(source),), (span(cue),), [span(words) for words in content])])


LOST = "It was cold. It rained in Orvesk. Ada Lee slept.\n\nShe said it rained."


@pytest.mark.parametrize(
    ("text", "source", "cut"),
    [
        ("It rained in Orvesk.\n\nShe said it rained.", "Orvesk.\n\nShe", "She"),
        ("Lee left.\n\nIt rained. She said it rained.", "Lee left.\n\nIt rained. She", "It rained. She"),
        ("Lee left.\n\nShe said it rained.", "Lee", "Lee"),  # whole, in another paragraph
        ("Pilot found in Orvesk\n\nLee left.\n\nShe said it rained.", "Orvesk\n\nLee", "Orvesk"),
    ],
)
def test_a_source_ends_with_its_paragraph(text: str, source: str, cut: str) -> None:
    assert of_words(text, source, "said", "it rained") == [([cut], ["said"], ["it rained"])]


@pytest.mark.parametrize(
    ("before", "content", "kept"),
    [
        ("Lee left. She slept. He left.", "She slept", False),  # bare, in the middle of another paragraph
        ("Lee left. She slept. He left.", "Lee left", True),  # that paragraph begins with it
        ("Lee said: “It rained.” Lee left.", "“It rained.”", True),  # in marks
    ],
)
def test_bare_content_amid_another_paragraph_is_dropped(before: str, content: str, kept: bool) -> None:
    text = f"{before}\n\nPark claimed it rained."
    ((_, _, found),) = of_words(
        text.replace("He left.", "Lee left."), "Park", "claimed", content, "it rained"
    )
    assert (content in found) is kept
    assert "it rained" in found


def test_the_only_content_stays_wherever_it_stands() -> None:
    text = "Lee left. She slept. Lee left.\n\nPark claimed it rained."
    assert of_words(text, "Park", "claimed", "She slept") == [(["Park"], ["claimed"], ["She slept"])]


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("[S The crew] was called in and [C told] [Q to leave].", []),
        ("[S The crew] [C was told] [Q to leave].", []),
        ("[S The crew] was called in and [C told] Park [Q to leave].", ["The crew"]),  # who told Park
        ("[S Lee] [C told] reporters [Q to leave].", ["Lee"]),
    ],
)
def test_whoever_was_told_did_not_say_it(marked: str, source: list[str]) -> None:
    ((said_by, _, _),) = of_marked(marked)
    assert said_by == source


@pytest.mark.parametrize("governor", [[2, 2, 1], [2, 2, ROOT]])  # a circle; joined to nothing
def test_verbs_that_hang_on_each_other_or_on_nothing_are_read_to_an_end(governor: list[int]) -> None:
    text = "Lee called told"
    words = [Span(0, 3), Span(4, 10), Span(11, 15)]
    parse = Parse(text, words, ["NNP", "VBN", "VBD"], ["dep", "conj", "conj"], governor, ["O"] * 3)
    (draft,) = mended(parse, [Draft((words[0],), (words[2],), [words[1]])])
    assert draft.source == (words[0],)


def test_what_tells_nothing_is_dropped() -> None:
    assert of_marked("[Q It is like what] [S Lee] [C said].") == []
    assert len(of_marked("[Q It rained], [S Lee] [C said].")) == 1


@pytest.mark.parametrize(
    ("marked", "row"),
    [
        ("The council [C is expected] [Q to announce a plan].",
         (["The council"], ["is expected to announce"], ["a plan"])),
        ("[Q The council] [C is expected] [Q to announce a plan].",
         (["The council"], ["is expected to announce"], ["a plan"])),
        ("[Q The council] [C is expected to announce] [Q a plan].",
         (["The council"], ["is expected to announce"], ["a plan"])),
        ("The council [C is expected] [Q on Friday to announce a plan].",
         (["The council"], ["is expected", "to announce"], ["a plan"])),
        ("Park [C is said] [Q to have told them it rained].",
         (["Park"], ["is said to have told"], ["them it rained"])),
        ("Lee [C was quoted as saying] [Q it rained].", (["Lee"], ["was quoted as saying"], ["it rained"])),
        ("[Q Lee] [C was quoted as saying] [Q it rained].",
         (["Lee"], ["was quoted as saying"], ["it rained"])),
    ],
)  # fmt: skip
def test_who_is_expected_or_quoted(marked: str, row: Row) -> None:
    assert of_marked(marked) == [row]


@pytest.mark.parametrize(
    ("marked", "row"),
    [
        # no saying
        ("The council [C is expected] [Q to sleep].", ([], ["is expected"], ["to sleep"])),
        # those who expect it are told
        ("[S The council] [C is expected] [Q to announce a plan].",
         (["The council"], ["is expected"], ["to announce a plan"])),
    ],
)  # fmt: skip
def test_left_as_it_is(marked: str, row: Row) -> None:
    assert of_marked(marked) == [row]


def test_what_somebody_did_not_say_ends_with_its_marks() -> None:
    marked = "[Q “It rained” is not something] [S Lee] [C said]."
    assert of_marked(marked) == [(["Lee"], ["said"], ["“It rained”"])]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("on condition of anonymity because it was early, that it rained", "that it rained"),
        ("on condition that he not be named, that it rained", "that it rained"),
        ("on condition of anonymity that it rained", "on condition of anonymity that it rained"),
        ("on condition of peace, that it rained", "on condition of peace, that it rained"),
    ],
)
def test_the_condition_on_which_it_was_said_is_no_part_of_it(content: str, kept: str) -> None:
    text = f"Lee said {content}"
    (draft,) = mended(words_only(text), [Draft((Span(0, 3),), (Span(4, 8),), [Span(9, len(text))])])
    assert slices(draft.content, text) == [kept]


def test_neither_is_no_part_of_a_name() -> None:
    marked = "[S Lee neither] [C confirmed nor denied] [Q it]."
    assert of_marked(marked) == [(["Lee"], ["confirmed nor denied"], ["it"])]


def test_a_quotation_with_its_own_cue_right_behind_it() -> None:
    marked = "[S Lee] [C said]: [Q “It rained.”]\n\n[Q “Not so,”] said his wife."
    assert of_marked(marked) == [
        (["Lee"], ["said"], ["“It rained.”"]),
        (["his wife"], ["said"], ["“Not so,”"]),
    ]
    board, text = board_of(marked)
    assert mended(parse_of(text), board.drafts)[1].confidence == OWN_CUE_CONFIDENCE


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lee] [C said]: [Q “It rained.”]\n\n“Not so,” said his wife.",  # taken by nobody
        "[S Lee] [C said]: “It rained.” [Q “Not so,”] said his wife.",  # all that Lee said
    ],
)
def test_a_quotation_stays_with_who_needs_it(marked: str) -> None:
    assert len(of_marked(marked)) == 1


def test_a_cue_that_is_known_makes_no_second_statement() -> None:
    board, text = board_of("[S Lee] [C said]: [Q “It rained.”]\n\n[Q “Not so,”] said his wife.")
    said, wife, words = (text.rindex(one) for one in ("said", "his wife", "“Not so,”"))
    hers = Draft((Span(wife, wife + 8),), (Span(said, said + 4),), [Span(words, words + 9)])
    assert len(mended(parse_of(text), [*board.drafts, hers])) == 2


def test_two_quotations_side_by_side_are_of_two_speakers() -> None:
    marked = "[Q “We slept.” “We left,”] [C said] [S Lee]."
    assert of_marked(marked) == [(["Lee"], ["said"], ["“We left,”"])]


@given(any_parse(), st.data())
def test_mended_drafts_keep_to_the_text(parse: Parse, data: st.DataObject) -> None:
    places = st.integers(0, len(parse.text))

    def span() -> Span | None:
        start, end = sorted((data.draw(places), data.draw(places)))
        return Span(start, end) if parse.text[start:end].strip() else None

    cue, source, *content = (span() for _ in range(4))
    known = [part for part in content if part is not None]
    if cue is None or not known:
        return
    for draft in mended(parse, [Draft((source,) if source else (), (cue,), sorted(known))]):
        assert draft.cue
        assert draft.content
        assert all(0 <= s.start < s.end <= len(parse.text) for s in (*draft.cue, *draft.content))
        assert all(0 <= s.start <= s.end <= len(parse.text) for s in draft.source)
