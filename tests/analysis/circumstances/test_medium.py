"""Where something was said is found beside its cue, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.circumstances.medium import find_medium
from onrecord.model.span import Span
from tests.analysis.made import texts
from tests.factory import GoldStatement, parse_marked

Found = tuple[str, str] | None


def medium(marked: str) -> Found:
    """The words and name of the medium of the first statement of a marked sentence."""
    gold = parse_marked(marked)
    first, *rest = gold.statements
    source, cue, content = _spans(first)
    others = [span for one in rest for part in _spans(one) for span in part]
    found = find_medium(gold.text, Span(0, len(gold.text)), cue, source, content, others)
    return (found.span.slice(gold.text), found.name) if found else None


def _spans(one: GoldStatement) -> tuple[tuple[Span, ...], ...]:
    return tuple(tuple(Span(*span) for span in part) for part in (one.source, one.cue, one.content))


@pytest.mark.parametrize(
    ("marked", "words", "name"),
    [
        ("[Q It rained], [S Lee] [C said] in a statement.", "a statement", "statement"),
        ("[Q It rained], [S Lee] [C said in a written statement].", "a written statement", "statement"),
        ("[S Lee] [C said] in a statement late on Monday [Q it rained].", "a statement", "statement"),
        ("In a statement the ministry issued, [S it] [C said] [Q it rained].", "a statement", "statement"),
        ("In a statement, [S the ministry] [C said] [Q it rained].", "a statement", "statement"),
        ("[S Lee] [C said] through a joint statement [Q it rained].", "a joint statement", "statement"),
        ("[S Lee] [C said] in a press release [Q it rained].", "a press release", "statement"),
        ("[S Lee] [C said] in an interview with the Herald [Q it rained].", "an interview", "interview"),
        ("[S Lee] [C told] the Daily Arv in an interview [Q it rained].", "an interview", "interview"),
        (
            "In a long, rambling interview, [S Lee] [C said] [Q no].",
            "a long, rambling interview",
            "interview",
        ),
        ("[S Lee] [C said] in interviews [Q it rained].", "interviews", "interview"),
        ("[Q It rained], [S Lee] [C says] in interview", "interview", "interview"),
        ("[S Lee] [C said] in a telephone interview [Q no].", "a telephone interview", "interview"),
        ("At a news conference in Orvesk, [S Lee] [C said] [Q no].", "a news conference", "press conference"),
        ("[S Lee] [C told] a news conference on Monday [Q no].", "a news conference", "press conference"),
        ("[S Lee] [C told] reporters at a briefing [Q no].", "a briefing", "press conference"),
        ("[Q No], [S Lee] [C wrote] on Twitter.", "Twitter", "post"),
        ("[Q No], [S Lee] [C wrote] on X on Monday.", "X", "post"),
        ("[Q No], [S Lee] [C wrote] on his Facebook page.", "his Facebook page", "post"),
        ("[Q No], [S Lee] [C said] on social media.", "social media", "post"),
        ("[Q No], [S Lee] [C said] in a tweet on Monday.", "a tweet", "post"),
        ("[Q No], [S Lee] [C said] in a series of tweets.", "a series of tweets", "post"),
        ("[Q No], [S Lee] [C said] in a post on Telegram.", "a post", "post"),
        ("[S Lee] [C tweeted] [Q no].", "tweeted", "post"),
        ("[S Lee] [C emailed]: [Q no].", "emailed", "email"),
        ("[S Lee] [C testified] [Q no].", "testified", "testimony"),
        ("[Q No], [S Lee] [C said] by email.", "email", "email"),
        ("[Q No], [S Lee] [C said in an emailed statement].", "an emailed statement", "statement"),
        ("[Q No], [S Lee] [C said] by telephone from Orvesk.", "telephone", "phone call"),
        ("[S Lee], reached by phone, [C said] [Q no].", "phone", "phone call"),
        ("[Q No], [S Lee] [C said] on a conference call with drivers.", "a conference call", "phone call"),
        ("[S Lee] [C said] in a letter to Park [Q no].", "a letter", "letter"),
        ("[S Lee] [C wrote] in last month’s letter [Q no].", "last month’s letter", "letter"),
        ("In a letter that Park sent to the union, [S Lee] [C asks] [Q no].", "a letter", "letter"),
        ("[C According to] [S a report by the Institute], [Q it rained].", "a report", "report"),
        ("[C According to] [S the UN’s annual report], [Q no].", "the UN’s annual report", "report"),
        ("[S A 40-page report from Lee] [C says] [Q it rained].", "A 40-page report", "report"),
        ("[S The study], seen by Park, [C found] [Q it rained].", "The study", "study"),
        ("[S Court papers] [C say] [Q it rained].", "Court papers", "court filing"),
        ("[S The lawsuit] [C alleges] [Q it rained].", "The lawsuit", "court filing"),
        ("[S Lee] [C said] in an affidavit [Q no].", "an affidavit", "court filing"),
        ("Speaking at a rally in Orvesk, [S Lee] [C said] [Q no].", "a rally", "rally"),
        ("Speaking to drivers at a rally, [S Lee] [C said] [Q no].", "a rally", "rally"),
        ("[S Lee], speaking at a rally, [C said] [Q no].", "a rally", "rally"),
        ("[S Lee] [C told] a rally [Q no].", "a rally", "rally"),
        ("[Q No], [S Lee] [C said] during Monday night’s debate.", "Monday night’s debate", "debate"),
        ("[S Lee] [C said] in the State of Orvesk address [Q no].", "the State of Orvesk address", "speech"),
        ("[S Lee], in prepared remarks, [C said] [Q no].", "prepared remarks", "speech"),
        ("[S Lee] [C told] state television [Q no].", "state television", "broadcast"),
        ("[Q No], [S Lee] [C said] on the radio.", "the radio", "broadcast"),
        ("[S Lee] [C wrote] in an op-ed for the Herald [Q no].", "an op-ed", "article"),
        ("[S Lee] [C writes] in her memoir [Q no].", "her memoir", "book"),
        ("[S Lee] [C told] the hearing [Q no].", "the hearing", "testimony"),
        ("[S Lee] [C said] on a podcast [Q no].", "a podcast", "podcast"),
        ("[S Lee] [C told] staff in a memo [Q no].", "a memo", "memo"),
        ("[S Lee] [C said] at a meeting of the union [Q no].", "a meeting", "meeting"),
        ("[S Lee] [C wrote] in a text message [Q no].", "a text message", "text message"),
        ("[S Lee] [C said] in a video posted online [Q no].", "a video", "video"),
        ("[S Lee] [C wrote] on his blog [Q no].", "his blog", "blog"),
        ("[S Lee] [C issued a statement] [Q denying it].", "a statement", "statement"),
        ("[S Lee] issued a statement on Monday, [C saying] [Q no].", "a statement", "statement"),
        ("[S1 Lee] [C2 said] in a letter, [C1 adding] [Q1 no]. [Q2 So]", "a letter", "letter"),
        ("[S Lee]’s [C letter urging] [Q talks].", "letter", "letter"),
        ("[C According to a statement by] [S Lee], [Q no].", "a statement", "statement"),
        ("[Q That [S2 Lee] [C2 said] in a letter [Q2 no]], [C Park said] in a memo.", "a memo", "memo"),
    ],
)
def test_where_it_was_said(marked: str, words: str, name: str) -> None:
    assert medium(marked) == (words, name)


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lee] [C said] [Q it rained].",
        "[S Lee] [C said] [Q it rained in a letter].",  # in content
        "[S Lee] [C said] [Q no], as [S2 Park] [C2 wrote] in a letter [Q2 yes].",
        "In a letter [S2 Park] [C2 wrote] [Q2 yes], and [S Lee] [C said] [Q no].",
        "[S Lee], who was hurt at a rally, [C said] [Q no].",
        "[S Lee], hurt at a rally, [C said] [Q no].",
        "[S Lee] [C commented] on the report: [Q no].",
        "[S Lee] [C criticised] the report: [Q no].",
        "[S Lee] [C said] after a meeting [Q no].",
        "[S Lee] [C said] in a letter bomb case [Q no].",
        "[S Lee] [C said] in a meeting room [Q no].",
        "[S The report’s authors] [C said] [Q no].",
        "[S The letter carriers] [C said] [Q no].",
        "[S Lee] [C told] the Orvesk Post [Q no].",
        "[S Lee] [C said] in the Orvesk Post [Q no].",
        "[S Lee] [C said] in his study [Q no].",
        "[S Lee] [C said] at an address in Orvesk [Q no].",
        "[S Lee] [C said] [Q no] and left for a meeting.",
        "[S Lee] [C said] [Q no] before he spoke at a rally.",
        "[S Lee] [C said] [Q no]; in a speech it was yes.",
        "[S Lee] [C said] [Q no] in a call for talks.",
        "[S Lee] wrote a book on rain and [C said] [Q no].",
        "Park sent a letter on Monday, and [S Lee] [C was saying] [Q no].",
        "[S Twitter] [C said] [Q no].",
        "[S Lee], who is loud on Twitter, [C said] [Q no].",
        "[S Lee] [C made] a tweeted apology: [Q no].",
        "[S The rally] [C heard] [Q no].",
    ],
)
def test_what_is_not_where_it_was_said(marked: str) -> None:
    assert medium(marked) is None


def test_inside_another_statement_s_content_only_that_is_looked_at() -> None:
    marked = "[S Park] [C said] in a letter [Q that [S2 Lee] [C2 said] [Q2 no] in a speech]."
    gold = parse_marked(marked)
    outer, inner = gold.statements
    source, cue, content = _spans(inner)
    others = [span for part in _spans(outer) for span in part]
    found = find_medium(gold.text, Span(0, len(gold.text)), cue, source, content, others)
    assert found is not None
    assert found.span.slice(gold.text) == "a speech"


def test_only_the_sentence_is_looked_at() -> None:
    text = "In a letter. Lee said no."
    cue, content = (Span(17, 21),), (Span(22, 24),)
    assert find_medium(text, Span(13, len(text)), cue, (), content, []) is None
    assert find_medium(text, Span(0, 12), cue, (), content, []) is None
    assert find_medium(text, Span(13, len(text)), (), (), content, []) is None


PIECES = (
    "in a the letter , Lee said told rally tweeted ’s s’ report of by on Twitter . - X U.S. 4 “ and".split()
)
spans = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=3)


@given(
    st.one_of(texts, st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)),
    st.tuples(spans, spans, spans, spans),
)
def test_what_is_found_lies_in_the_sentence_outside_of_what_others_say(
    text: str, places: tuple[list[tuple[int, int]], ...]
) -> None:
    cut = [[Span(start, min(start + n, len(text))) for start, n in some] for some in places]
    cue, source, content, others = ([span for span in some if span.start < span.end] for some in cut)
    found = find_medium(text, Span(0, len(text)), tuple(cue), tuple(source), tuple(content), others)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.span.slice(text).strip() == found.span.slice(text)
        own = {*cue, *source}
        barred = [*content, *(one for one in others if one not in own and not any(map(one.contains, cue)))]
        assert not any(found.span.overlaps(one) for one in barred)
