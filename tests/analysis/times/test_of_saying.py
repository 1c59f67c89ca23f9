"""The time of each statement [T] on invented sentences: source [S], cue [C] and content [Q].

A sentence without [T] tells no time of saying, however many times stand in it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.times.of_saying import when_said
from onrecord.model.span import Span, Spans
from onrecord.model.statement import When
from tests.analysis.made import SCRAPS
from tests.factory import GoldStatement, parse_marked

THURSDAY = "2021-03-18"

TIMED = [
    # behind the cue
    "[S Lee] [C said] [T on Tuesday] [Q that it rained].",
    "[S Lee] [C said] [T Tuesday] [Q it rained].",
    "[S Lee] [C said], [T on Monday], [Q that it rained].",
    "[S Lee], the mayor, [C said] [T last night] [Q it rained].",
    "[S Lee] [C told] the Courier [T in 2015] [Q that it rained].",
    "[S Lee] [C told] the Courier [T in a 2015 interview] [Q that it rained].",
    "[S Lee] [C told] members of the council [T last week] [Q that it rained].",
    "[S Lee] [C told] a crowd of 1,300 here [T on Tuesday] [Q that it rained].",
    "[S Lee] [C told] a hearing [T on 3 May 2018] [Q that it rained].",
    "[S Lee] [C said] in Aldmoor [T last month] [Q that it rained].",
    "[S Lee] [C said] [T at Monday’s press conference] [Q that it rained].",
    "[S Lee] [C insisted] [T on Friday], after the vote, [Q that it rained].",
    "[S Lee] [C tweeted] [T yesterday]: [Q “It rained.”]",
    "[S Lee] [C has said] [T since 2015] [Q that it rained].",
    "[S Lee] [C will tell] the council [T next week] [Q that it rained].",
    "[S Lee]’s [C claim] [T on Monday] [Q that it rained].",
    "[S Mrs May] [C said] [T in May] [Q that it rained].",
    # behind content and cue
    "[Q “It rained,”] [S he] [C said] [T on Friday].",
    "[Q “It rained,”] [C said] [S Lee] [T on Friday].",
    "[Q “It rained,”] [C said] [S Lee], the mayor, [T on Friday].",
    "[Q “It rained,”] [C said] [S Lee], who runs the port, [T on Friday].",
    "[Q “It rained,”] [S Lee] [C told] reporters [T on Friday].",
    "[Q “It rained,”] [S Lee] [C told] the Aldmoor Courier in an interview [T on Friday].",
    "[Q “It rained,”] [S Lee] [C said] in a statement issued [T late Friday].",
    "[Q “It rained,”] [S Lee] [C said] in a letter to the council dated [T 3 May].",
    "[Q “It rained,”] [S Lee] [C told] the hearing, held [T on Tuesday].",
    "[Q “It rained,”] [S Lee] [C said] [T in a 2015 interview].",
    "[Q “It rained”], [S Lee] [C wrote] [T in his 2015 memoir].",
    "[Q “It rained,”] [S Lee] [C said] while campaigning in Oldmere [T on Tuesday].",
    "[Q “It rained,”] [S Lee] [C said] [T at noon].",
    # behind the content
    "[S Lee] [C denied] [Q the charges] [T on Friday].",
    "[S Lee] [C called] [Q the plan “a ruin”] [T on Friday].",
    "[S Lee] [C called] [Q the plan “a ruin”] in a speech [T on Friday].",
    "[S Lee] [C recalled] [Q the flood of 2015] [T last week].",
    # between source and cue
    "[S Lee] [T on Tuesday] [C said] [Q it rained].",
    "[S Lee], [T on Tuesday], [C said] [Q it rained].",
    "[S Lee] [T this week] [C accused] [Q the council of theft].",
    "[S Lee], in an interview [T on Monday], [C said] [Q it rained].",
    "[S Lee], speaking [T on Monday], [C said] [Q it rained].",
    "[S Lee], speaking to reporters [T on Monday] in Aldmoor, [C said] [Q it rained].",
    "[S Lee], who was elected in 2015, [T on Tuesday] [C said] [Q it rained].",
    "[S The council] [T on Tuesday] approved the plan and [C said] [Q it was safe].",
    "[S Lee] went on television [T on Monday], [C saying] [Q it rained].",
    "[Q The plan] [T on Tuesday] [C was described] [Q as a ruin].",
    "[S Her] [T March] [C comment] [Q that it rained].",
    # before the source
    "[T On Tuesday] [S Lee] [C said] [Q it rained].",
    "[T On Tuesday], [S Lee] [C said] [Q it rained].",
    "[T On Tuesday], [S Lee] [C said], [Q “It rained.”]",
    "[T On Tuesday], however, [S Lee] [C said] [Q it rained].",
    "[T In June] [S the office] [C described] [Q the bridge as safe].",
    "[T Earlier this week], [S the office] [C said] [Q it was safe].",
    "But [T on Tuesday] [S Lee] [C denied] [Q it].",
    "The council met in May, but [T in June] [S Lee] [C said] [Q it rained].",
    "The council met and [T on Tuesday] [S Lee] [C said] [Q it rained].",
    "ALDMOOR (Wire) - [T On Tuesday] [S Lee] [C said] [Q it rained].",
    "In a statement [T on Tuesday], [S Lee] [C said] [Q it rained].",
    "Speaking to reporters in Aldmoor [T on Monday], [S Lee] [C said] [Q it rained].",
    "Asked [T on Tuesday] about the rain, [S Lee] [C said] [Q it would pass].",
    "After a meeting [T on Tuesday], [S Lee] [C said] [Q it would pass].",
    "At a funeral [T on Tuesday], [S Lee] [C said] [Q it would pass].",
    "[T In 2015], a year after he was elected, [S Lee] [C said] [Q it would pass].",
    "[T In a 2015 interview] with the Courier, [S Lee] [C said] [Q it would pass].",
    "[T In a 2013 video] seen by the Courier, [S Lee] [C said] [Q it would pass].",
    "[T On Tuesday] at a rally in Aldmoor, [S Lee] [C said] [Q it would pass].",
    "[T On Tuesday], speaking to reporters, [S Lee] [C said] [Q it would pass].",
    "[T Last night] [S Lee], who was elected in 2015, [C said] [Q it would pass].",
    "[T A day earlier], [S Lee] [C had said] [Q that it rained].",
    "[T On Monday] it [C was announced] [Q that the bridge was safe].",
]

UNTIMED = [
    # of the source
    "[S Lee], who was elected in 2015, [C said] [Q it rained].",
    "[S Lee], who fled Aldmoor, Oldmere, in 2015, [C said] [Q it rained].",
    "[S Lee], arrested on Monday, [C said] [Q it rained].",
    "[S Lee, mayor since 2015,] [C said] [Q it rained].",
    "[S Mayor Lee in 2015] [C said] [Q it rained].",
    "[S Lee] (born in 2015) [C said] [Q it rained].",
    "[S Lee] resigned on Monday and [C said] [Q it was over].",
    "[Q “It rained,”] [C said] [S Lee], elected in 2015.",
    "[Q “It rained,”] [C said] [S Lee], who was elected on Tuesday.",
    "[Q “It rained,”] [C said] [S Lee], mayor since 2015.",
    "Elected in 2015, [S Lee] [C said] [Q it would pass].",
    # of those spoken to, and of what is spoken of
    "[S Lee] [C told] the commission set up in 2015 [Q that it rained].",
    "[S Lee] [C told] the parliament elected in 2015 [Q that it rained].",
    "[S Lee] [C told] survivors of the crash in 1998 [Q that it rained].",
    "[S Lee] [C told] the Courier, which first reported the deal on Tuesday, [Q that it rained].",
    "[Q “It rained,”] [S Lee] [C said] in a letter to the council, which met on Tuesday.",
    "[Q “It rained,”] [S Lee] [C said] of the fire on Friday.",
    "When asked about the fire on Tuesday, [S Lee] [C said] [Q it would pass].",
    "[S Lee] [C said] before Friday’s vote [Q that it rained].",
    "[S Lee] [C said] ahead of the vote on Friday [Q that it rained].",
    "[S Lee] [C said] by Friday [Q it would rain].",
    # of the content
    "[S Lee] [C said] [Q the law passed in May was void].",
    "[S Lee] [C expects] [Q rain on Friday].",
    "[Q The bridge fell] on Tuesday, [S Lee] [C said].",
    "On Tuesday [Q the bridge fell], [S Lee] [C said].",
    "On Tuesday, [S Lee] [C said], [Q the bridge fell].",
    "In May, [C said] [S Lee], [Q it was late].",
    "[Q The bridge fell] on Tuesday, [C according to] [S Lee].",
    "[Q The bridge fell] on Tuesday [C according to] [S Lee].",
    "[C According to] [S Lee], on Tuesday [Q the bridge fell].",
    # of other clauses
    "After the fire on Saturday, [S Lee] [C said] [Q it would pass].",
    "The law passed in May, [S Lee] [C said] [Q it was void].",
    "In 2010, two clerks left the mill, [S a firm] [C also devoted] [Q to maps].",
    "[S Lee] [C said] [Q it rained] and on Friday the council met.",
    "[Q “It rained,”] [S Lee] [C said], and on Friday he left.",
    "[S Lee] [C said] [Q “it rained,”] on Friday the council met.",
    "[Q “It rained,”] [S Lee] [C said], as the council met on Tuesday.",
    "ALDMOOR, May 3 — [S Lee] [C said] [Q it rained].",
    "[S Lee] [C said] recently [Q that it rained].",
]

SEVERAL = [
    "[S1,2 Lee] [C1 said] [T1 on Monday] [Q1 that it rained] and [C2 added] [T2 on Tuesday] [Q2 “a lot”].",
    "[S1,2 Lee] [C1 said] [Q1 that it rained] and [C2 added] [T2 on Tuesday] [Q2 that it snowed].",
    "[T1,2 On Monday] [S1,2 Lee] [C1 said] [Q1 that it rained] and [C2 added] [Q2 that it snowed].",
    "[T1 On Monday], [S1 Lee] [C1 said] [Q1 it rained] and [S2 Park] [C2 said] [Q2 it snowed].",
    "[S1 Lee] [C1 said] [Q1 it rained], while [S2 Park] [T2 on Tuesday] [C2 denied] [Q2 it].",
    "[S1 Lee] [C1 regrets] [Q1 the rain] and [S2 Park] [T2 on Tuesday] [C2 denied] [Q2 it].",
    "[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 claimed] [T2 on Monday] [Q2 it rained]].",
    "[S1 Lee] [C1 said] [T1 on Tuesday] [Q1 that [S2 Park] [C2 claimed] [Q2 it rained]].",
    "[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 had denied] [Q2 it]] [T1 on Tuesday].",
    "[T1 On Tuesday] [S1 Lee], who [C2 had said] [T2 in May] [Q2 it was safe], [C1 said] [Q1 it was not].",
]

words = st.lists(
    st.sampled_from(
        (
            *(
                "on Monday",
                "in 2015",
                "last week",
                "a 2015 interview",
                "since",
                "by",
                "Lee",
                "Park",
                "who",
                "and",
            ),
            *(
                "said",
                "told",
                "saying",
                "in a statement",
                "speaking",
                "the",
                "council",
                ", ",
                ", ",
                "(",
                "“",
                "”",
            ),
            *SCRAPS,
        )
    ),
    max_size=30,
).map(" ".join)


def spans(places: tuple[tuple[int, int], ...]) -> Spans:
    return tuple(Span(*place) for place in places)


def told(
    marked: str,
    number: int,
    published: str | None = THURSDAY,
    *,
    past: bool = True,
    sentence: int = 0,
    hangs: Callable[[Span], bool] = lambda span: False,
) -> When | None:
    """When a statement of a marked text was said; the others are those around it.

    Its sentence runs from a place to the end of the text.
    """
    text = parse_marked(marked)
    [one] = [one for one in text.statements if one.number == number]
    others = [other for other in text.statements if other is not one]
    around = [Span(*place) for other in others for place in (*other.content, *other.source)]
    whole = Span(sentence, len(text.text))
    source, cue, content = map(spans, (one.source, one.cue, one.content))
    return when_said(text.text, whole, cue, source, content, around, published, past=past, hangs=hangs)


def marked_times(marked: str) -> list[tuple[GoldStatement, Span | None]]:
    return [(one, Span(*one.time[0]) if one.time else None) for one in parse_marked(marked).statements]


@pytest.mark.parametrize("marked", [*TIMED, *UNTIMED, *SEVERAL])
def test_the_words_that_tell_when(marked: str) -> None:
    text = parse_marked(marked).text
    for one, span in marked_times(marked):
        found = told(marked, one.number)
        assert (found and found.span.slice(text)) == (span and span.slice(text))
        assert (found and found.span) == span


def test_the_marks_say_what_they_should() -> None:
    assert all(span for marked in TIMED for _, span in marked_times(marked))
    assert not any(span for marked in UNTIMED for _, span in marked_times(marked))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[S A 2015 memo] [C said] [Q it rained].", "A 2015 memo"),
        ("[S Lee’s 2015 memoir] [C said] [Q it rained].", "2015 memoir"),
        ("[C According to] [S a statement issued on Friday], [Q it rained].", "on Friday"),
        ("[S A 2015 memo] [C said] again on Monday [Q it rained].", "on Monday"),
        ("[S The author of a 2015 memo] [C said] [Q it rained].", None),
        ("[S Officials] [C in a statement on Friday said] [Q it rained].", "on Friday"),
        ("[S A report by Lee, published on Friday,] [C said] [Q it rained].", "on Friday"),
        ("[S A letter that Lee sent to Park on Friday] [C said] [Q it rained].", "on Friday"),
        ("[S A letter that Lee read on Friday] [C said] [Q it rained].", None),
    ],
)
def test_times_in_source_and_cue(marked: str, words: str | None) -> None:
    found = told(marked, 1)
    assert (found and found.span.slice(parse_marked(marked).text)) == words


@pytest.mark.parametrize(
    ("published", "past", "start"),
    [
        (THURSDAY, True, "2021-03-16"),
        (THURSDAY, False, "2021-03-23"),
        (None, True, None),
        ("soon", True, None),
    ],
)
def test_the_days(published: str | None, past: bool, start: str | None) -> None:
    found = told("[S Lee] [C said] [T on Tuesday] [Q that it rained].", 1, published, past=past)
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, start, "day")


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        ("It rained on Monday. [T The next day] [S Lee] [C said] [Q it snowed].", "2021-03-16"),
        ("It rained on Monday. [S Lee] [C said] [T two days earlier] [Q that it would].", "2021-03-13"),
        ("It rained on Monday. [T That night] [S Lee] [C said] [Q it snowed].", "2021-03-15"),
        ("It rained. [S Lee] [C said] [T earlier in the day] [Q it would].", THURSDAY),
    ],
)
def test_days_reckoned_from_the_text_before(marked: str, start: str) -> None:
    text = parse_marked(marked)
    found = told(marked, 1, sentence=text.text.index(". ") + 2)
    assert found is not None
    assert found.span == text.statements[0].time[0]
    assert (found.start, found.end) == (start, start)


HANGING = "[S Lee] [C told] the commission set up in 2015 [Q that it rained], as the council met on Tuesday."


@pytest.mark.parametrize(
    ("hanging", "words"),
    [
        ((), None),
        (("in 2015",), "in 2015"),
        (("on Tuesday",), "on Tuesday"),
    ],
)
def test_a_time_that_a_parse_hangs_on_the_cue(hanging: tuple[str, ...], words: str | None) -> None:
    text = parse_marked(HANGING).text
    found = told(HANGING, 1, hangs=lambda span: span.slice(text) in hanging)
    assert (found and found.span.slice(text)) == words


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[S Lee] [C said] of the fire on Friday [Q that it rained] by Monday.", "on Friday"),  # never "by"
        ("[S Lee] [C said] [Q the law passed in May was void].", None),  # of the content
        ("[S Lee] [C said] on Monday in the hall set up in 2015 [Q that it rained].", "on Monday"),  # surer
    ],
)
def test_a_parse_is_not_believed_everywhere(marked: str, words: str | None) -> None:
    found = told(marked, 1, hangs=lambda span: True)
    assert (found and found.span.slice(parse_marked(marked).text)) == words


def test_only_the_sentence_is_read() -> None:
    text = "It rained on Monday. Lee said so. It snowed on Friday."
    sentence = Span(text.index("Lee"), text.index(" It snowed"))
    cue, source = Span(text.index("said"), text.index(" so")), Span(text.index("Lee"), text.index(" said"))
    assert when_said(text, sentence, (cue,), (source,), (), [], THURSDAY, past=True) is None


def test_without_a_cue_there_is_none() -> None:
    text = "On Monday Lee: it rained"
    assert when_said(text, Span(0, len(text)), (), (), (), [], THURSDAY, past=True) is None


def test_far_times_are_left() -> None:
    marked = f"On Tuesday, {'very ' * 80}late, [S Lee] [C said] [Q it rained]."
    assert told(marked, 1) is None


@given(words, st.lists(st.integers(0, 300), min_size=14, max_size=14), st.booleans())
def test_any_spans_give_a_time_inside_the_sentence(text: str, edges: list[int], past: bool) -> None:
    size = max(2, len(text))
    text = text.ljust(size)
    pairs = [sorted((a % size, b % size)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    some = [Span(start, end + 1) for start, end in pairs]
    sentence, cue, source, content, *others = some
    found = when_said(text, sentence, (cue,), (source,), (content,), others, THURSDAY, past=past)
    if found is not None:
        assert sentence.contains(found.span)
        assert found.span.slice(text).strip() == found.span.slice(text) != ""
        assert found.start is None or date.fromisoformat(found.start) <= date.fromisoformat(found.end or "")
