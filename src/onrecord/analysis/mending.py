"""Mends what the network found where the words alone show it wrong.

In: drafts, the parse, the paragraphs and the quotations. Out: drafts without sources that reach over a
paragraph's end, and none that tell nothing; "is expected to say" with who would say it as its
source; quotations given to the cue that stands right behind them; contents without "is not something" behind
a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.analysis.cues import find_head, known_lemma
from onrecord.analysis.datelines import without_datelines
from onrecord.analysis.drafts import Draft
from onrecord.analysis.inversion import turn_round
from onrecord.analysis.nested_content import is_passive
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.quotation import Quotation, outermost
from onrecord.analysis.relayed import with_saying
from onrecord.analysis.source_edges import mend_source
from onrecord.analysis.syntax import ROOT, VERBS, Parse
from onrecord.analysis.untold import MARKS, tells_nothing
from onrecord.model.span import Span, Spans, holder, merge, overlapping, subtract, trim
from onrecord.model.statement import Kind

OWN_CUE_CONFIDENCE = 0.8  # by hand: a quotation that ends with a comma before "said his wife"
STEPS = 4  # verbs that are joined; the network may let words hang on each other in a circle
SUBJECT = 14  # words of who is expected to say something
PERHAPS = re.compile(
    r"\b(?:alleged|believed|due|expected|likely|reported|rumou?red|said|scheduled|set|slated|supposed|thought"
    r"|understood)$",
    re.IGNORECASE,
)
HEARSAY = re.compile(
    r"\b(?:(?:alleged|believed|due|expected|likely|reported|rumou?red|said|scheduled|set|slated|supposed|thought"
    r"|understood) to\b|quoted as\b|cited as\b)",
    re.IGNORECASE,
)
# Whose passive has the hearer as its subject.
TOLD = frozenset("tell ask order urge warn advise inform instruct remind assure notify invite".split())
LOOSE = re.compile(r"\s+(?:neither|never|not)$")
NOT_SAID = re.compile(r"(?<=[”\"’'»])\s+(?:is|are|was|were)(?:n['’]t|\s+(?:not|never))\b[^.”]{0,40}$")
CONDITION = re.compile(
    r",?\s?(?:speaking\s)?(?:up)?on\s(?:the\s)?condition\s(?:of\s(?:strict\s)?anonymity|(?:that\s)?\w+\snot\sbe\s\w+)"
    r"[^.;“”\"\n]{0,150}?,\s(?=that\b|[“\"])",
    re.IGNORECASE,
)
ENDS_OPEN = frozenset(",?!")


def mend(
    drafts: Sequence[Draft],
    parse: Parse,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    phrases: dict[int, Phrase],
) -> list[Draft]:
    """The drafts mended, in order; `phrases` are by their first word, the longest."""
    mended = []
    marks = [quotation.span for quotation in outermost(quotations) if quotation.closed]
    for draft in without_datelines(drafts, parse.text, paragraphs):
        if tells_nothing(draft, parse.text):
            continue
        draft = mend_source(_in_paragraph(draft, paragraphs, parse.text), parse)
        draft = turn_round(draft, parse, phrases)
        draft = with_saying(_without_hearer(draft, parse), parse.text)
        draft = _with_speaker(_with_expected(draft, parse), parse)
        told = (_without_condition(span, parse.text) for span in draft.content)
        draft.content = merge(_without_denial(span, parse.text) for span in told)
        _drop_another(draft, marks, parse.text)
        mended.append(draft)
    return mended + _own_cues(mended, parse, paragraphs, marks, phrases)


def _in_paragraph(draft: Draft, paragraphs: Sequence[Span], text: str) -> Draft:
    """A draft with its source in one paragraph, that of the cue, and no bare content amid others."""
    if not draft.cue:
        return draft
    home = holder(paragraphs, draft.cue[0])
    if home is None:
        return draft
    around = paragraphs[home]
    source = tuple(_cut(span, around, text) for span in draft.source)
    source = tuple(trim(Span(s.start, s.start + len(LOOSE.sub("", s.slice(text)))), text) for s in source)
    content = [span for span in draft.content if not _astray(span, around, paragraphs, text)]
    return replace(draft, source=source, content=content or draft.content)


def _cut(span: Span, around: Span, text: str) -> Span:
    """What of a span stands in a paragraph, or before its own first line break."""
    start, end = max(span.start, around.start), min(span.end, around.end)
    if start < end:
        return trim(Span(start, end), text)
    line = text.find("\n", span.start, span.end)
    return trim(Span(span.start, line), text) if line > span.start else span


def _astray(span: Span, around: Span, paragraphs: Sequence[Span], text: str) -> bool:
    """Whether a content stands in the middle of another paragraph, without marks."""
    at = holder(paragraphs, span)
    if at is None or around.contains(span) or paragraphs[at].start >= span.start - 1:
        return False
    return not any(mark in MARKS for mark in text[max(0, span.start - 1) : span.end])


def _without_hearer(draft: Draft, parse: Parse) -> Draft:
    """A draft without whoever was told as its source: "The crew was called in and told [to leave]"."""
    for span in draft.cue if draft.source else ():
        for verb in parse.range_of(span):
            told = _hearer(parse, verb) if known_lemma(parse.lower(verb)) in TOLD else None
            if told is not None and any(part.contains(parse.words[told]) for part in draft.source):
                return replace(draft, source=())
    return draft


def _hearer(parse: Parse, verb: int) -> int | None:
    """Who is told by a passive, which may share its subject and "was" with the verb before it."""
    if parse.speech[verb] not in ("VBN", "VBD") or parse.child(verb, "dobj", "dative") is not None:
        return None
    first = verb
    for _ in range(STEPS):
        joined = parse.relation[first] == "conj" and parse.governor[first] != ROOT
        if not joined or parse.child(first, "nsubj", "nsubjpass") is not None:
            break
        first = parse.governor[first]
    return parse.child(first, "nsubjpass", "nsubj") if is_passive(parse, first) else None


def _with_expected(draft: Draft, parse: Parse) -> Draft:
    """The cue "is expected" grown by the saying that is expected: "is expected [to announce]"."""
    if draft.source or len(draft.cue) != 1 or not PERHAPS.search(draft.cue[0].slice(parse.text)):
        return draft
    behind = next((k for k, span in enumerate(draft.content) if span.start >= draft.cue[0].end), None)
    if behind is None:
        return draft
    words = parse.range_of(draft.content[behind])
    verb = _verb_after(parse, words)
    if verb is None or verb + 1 not in words or not _says(parse, verb):
        return draft
    content = list(draft.content)
    content[behind] = Span(parse.words[verb + 1].start, content[behind].end)
    to = next(i for i in words if parse.lower(i) == "to")
    first, last = draft.cue[0], Span(parse.words[to].start, parse.words[verb].end)
    near = to == words.start and parse.words[to].start - first.end <= 1
    return replace(draft, cue=(Span(first.start, last.end),) if near else (first, last), content=content)


def _verb_after(parse: Parse, words: range) -> int | None:
    """The verb of "to say" or "to have said" at the beginning of some words."""
    to = words.start
    while to in words and (parse.named(to) == "time" or parse.named_or_end(to + 1) == "time"):
        to += 1  # "is expected [on Friday] to announce"
    if to + 2 not in words or parse.lower(to) != "to":
        return None
    i = to + 1
    while i in words and (parse.lower(i) == "have" or parse.speech[i] == "RB"):
        i += 1
    return i if i in words and parse.speech[i] in VERBS else None


def _says(parse: Parse, verb: int) -> bool:
    head = find_head([parse.lower(verb)])
    return head is not None and head.strong and head.sense.kind in (Kind.SPEECH, Kind.DECREE)


def _with_speaker(draft: Draft, parse: Parse) -> Draft:
    """Who is expected or quoted as its source: "[The council] is expected to announce"."""
    said = " ".join(span.slice(parse.text) for span in draft.cue)
    if draft.source or not draft.cue or not HEARSAY.search(said):
        return draft
    cue = draft.cue[0]
    before = [span for span in draft.content if span.end <= cue.start]
    if before and len(draft.content) > 1:
        subject = before[-1]
        words = parse.range_of(subject)
        plain = len(words) <= SUBJECT and not any(parse.speech[i] in VERBS - {"VBN", "VBG"} for i in words)
        if plain and not parse.text[subject.end : cue.start].strip(" ,"):
            return replace(draft, source=(subject,), content=[s for s in draft.content if s is not subject])
        return draft
    found = _subject(parse, cue)
    return replace(draft, source=found) if found and not before else draft


def _subject(parse: Parse, cue: Span) -> Spans:
    """The subject of a cue's first verb that has one, as far as it stands right before it."""
    for verb in parse.range_of(cue):
        subject = parse.child(verb, "nsubjpass", "nsubj")
        if subject is not None and parse.words[subject].end <= cue.start:
            words = parse.subtree(subject)
            span = trim(parse.span(words), parse.text)
            if len(words) <= SUBJECT and span.end <= cue.start:
                return (span,)
    return ()


def _without_condition(span: Span, text: str) -> Span:
    """A content without the condition on which it was said: "[on condition of anonymity], that it rained"."""
    match = CONDITION.match(span.slice(text))
    return Span(span.start + match.end(), span.end) if match else span


def _without_denial(span: Span, text: str) -> Span:
    """A content without "is not something", behind a quotation that somebody did not say."""
    match = NOT_SAID.search(span.slice(text))
    return Span(span.start, span.start + match.start()) if match else span


def _drop_another(draft: Draft, marks: Sequence[Span], text: str) -> None:
    """Takes off a quotation that closes right before the one that a cue behind it is of; in place.

    "“We are proud.” “We will appeal,” said Reed": one speaker's words would stand in one pair of marks.
    """
    if not draft.cue:
        return
    own = [span for span in _quotations_in(draft, marks) if span.end <= draft.cue[0].start]
    for first, second in pairwise(own):
        gap = text[first.end : second.start]
        if gap and not gap.strip() and "\n" not in gap and second is own[-1]:
            left = [part for span in draft.content for part in subtract(span, [Span(0, second.start)])]
            draft.content = [
                part for part in left if any(map(str.isalnum, part.slice(text)))
            ] or draft.content


def _quotations_in(draft: Draft, marks: Sequence[Span]) -> list[Span]:
    """The quotations that lie wholly in a draft's content, in order."""
    near = ((part, mark) for part in draft.content for mark in overlapping(marks, part))
    return [mark for part, mark in near if part.contains(mark)]


def _own_cues(
    drafts: Sequence[Draft],
    parse: Parse,
    paragraphs: Sequence[Span],
    marks: Sequence[Span],
    phrases: dict[int, Phrase],
) -> list[Draft]:
    """New drafts for quotations that another draft took, though "said his wife" stands right behind them."""
    used = merge(span for draft in drafts for span in (*draft.cue, *draft.source))
    found = []
    for draft in drafts:
        inside = _quotations_in(draft, marks)
        if not draft.cue or not inside or inside[-1].start < draft.cue[-1].end or len(draft.spans) < 3:
            continue
        own = _own_cue(parse, inside[-1], used, phrases)
        if own is None:
            continue
        left = [part for span in draft.content for part in subtract(span, [inside[-1]])]
        left = [part for part in left if any(char.isalnum() for char in part.slice(parse.text))]
        if left and holder(paragraphs, inside[-1]) == holder(paragraphs, own[1]):
            draft.content = left
            found.append(Draft((own[1],), (own[0],), [inside[-1]], OWN_CUE_CONFIDENCE))
    return found


def _own_cue(
    parse: Parse, quotation: Span, used: Sequence[Span], phrases: dict[int, Phrase]
) -> tuple[Span, Span] | None:
    """The cue and the source right behind a quotation: "“Not so,” [said] [his wife]."."""
    if parse.text[quotation.end - 2] not in ENDS_OPEN:
        return None
    behind = parse.range_of(Span(quotation.end, len(parse.text)))
    verb = behind.start
    if verb >= len(parse.words) or parse.speech[verb] not in ("VBD", "VBZ") or not _says(parse, verb):
        return None
    phrase = phrases.get(verb + 1)
    if phrase is None or holder(used, parse.words[verb]) is not None:
        return None
    end = phrase.words.stop
    closed = parse.lower_or_end(end)[:1] in (".", ",", ";", "")
    return (parse.words[verb], phrase.span(parse)) if closed else None
