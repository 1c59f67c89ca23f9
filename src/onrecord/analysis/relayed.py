"""Finds whom others quote: "the agency quoted [Park] as saying [it rained]" holds a statement of Park's.

In: drafts and the text. Out: "was quoted as saying" as one cue; and a draft for each one who is quoted,
inside the content of whoever quotes. The network marks the outer statement only, with "Park as saying it
rained" for its content, since its teachers gave each word to one statement: the record would not know Park.
White space is bounded in all patterns, and what may follow it begins with something else: so no text is slow.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.analysis.cues import find_head
from onrecord.analysis.drafts import Draft
from onrecord.analysis.times.vocabulary import WEEKDAY
from onrecord.model.span import Span, merge, overlapping, subtract, trim
from onrecord.model.statement import Kind

RELAYED_CONFIDENCE = 0.7  # by hand, as that of nested statements
_GAP = r"\s{1,3}"
# A point ends a sentence, but not behind a title or an initial.
_POINT = (
    r"(?<=\b[A-Z])\.|(?<=Dr|Mr|Ms|Lt|St|Jr)\.|(?<=Mrs|Gen|Col|Sen|Rep|Gov|Sgt|Maj|Rev)\.|(?<=Capt|Prof)\."
)
_SOME = rf"(?:[^.;:?!“”\"\n]|{_POINT})"
_FEW = rf"(?:[^.,;:?!“”\"\n]|{_POINT})"
_DAY = rf"(?:on\s)?{WEEKDAY}"
QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)$", re.IGNORECASE)
# "was quoted", but not "is quoting"
BEING = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being)|[’']s)(?:\s\w+ly)?\s{1,3}(?:quot|cit)ed$", re.IGNORECASE
)
# "quoted [a source on Monday] as saying", "cited [Park], saying: “…”"
RELAY = re.compile(
    rf"{_GAP}(?P<who>(?!\s){_SOME}{{2,120}}?),?{_GAP}"
    rf"(?P<cue>as(?:\s(?:also|later|then))?\s\w{{2,20}}ing\b|saying\b(?=:|,?\s[“\"‘]))"
)
NOBODY = re.compile(rf"(?:by|in|on|from|at|through|via|{_DAY})\b|.*\bas\b", re.IGNORECASE)
PASSIVE = re.compile(
    r"(?:(?:has|have|had|will|may|might|would)\s)?(?:\b(?:is|are|was|were|be|been|being)|[’']s)(?:\s\w+ly)?\s"
    r"(?:quot|cit)ed\b",
    re.IGNORECASE,
)
# "was quoted [on Monday by the agency] as saying", "was quoted [in the Courier] as saying"
RELAYED_BY = re.compile(
    rf"(?:{_GAP}{_DAY})?(?:{_GAP}(?:by|in|on)\s(?!\s){_FEW}{{2,60}}?(?:,\s(?!\s){_FEW}{{2,60}}?)?)?"
    rf"(?:{_GAP}{_DAY})?,?{_GAP}(?P<cue>as\s(?:\w{{2,20}}ly\s)?\w{{2,20}}ing)\b",
    re.IGNORECASE,
)
# "as saying [by the FIO]"
BY_NAME = re.compile(r"\sby\s(?:the\s)?[A-Z][^.,;:“”\"\n]{1,60}(?=[.,;:“”\"\n]|$)")
TIMED = re.compile(
    rf",?\s(?:{_DAY}(?:\s(?:morning|afternoon|evening|night))?|yesterday|earlier|later)$", re.IGNORECASE
)
HEARER = re.compile(
    r"\s(?:(?:reporters|journalists|lawmakers|MPs|parliament|investigators|it|him|her|them)\b"
    r"|(?!that\b)(?!\s)[^.,;:“”\"‘\n]{2,60}?(?=,?\s(?:that\b|[“\"‘])|:))"
)
# "“…,” it quoted her as telling [farmers]."
HEARER_LAST = re.compile(r"\s(?!\s)[^.,;:!?“”\"\n]{2,60}?(?=[.,;:!?\n]|$)")
EDGES = " \t\n.,;:"


def find_relayed(drafts: list[Draft], text: str) -> list[Draft]:
    """The statements of those whom others quote.

    In place: the outer ones' contents grow by who it is; a draft with "as saying" alone for its cue, as if
    whoever quotes had said more, goes.
    """
    by_cue = {draft.cue: draft for draft in drafts}
    used = merge(span for draft in drafts for span in (*draft.source, *draft.cue))
    found, gone = [], set()
    for draft in drafts:
        inner = _inner(draft, text)
        if inner is None or overlapping(used, Span(inner.source[0].start, inner.cue[0].start)):
            continue
        rival = by_cue.get(inner.cue)
        if rival is None and overlapping(used, inner.cue[0]):
            continue
        gone.add(rival)
        _grow(draft, inner, text)
        found.append(inner)
    drafts[:] = [draft for draft in drafts if draft not in gone]
    return found


def _grow(outer: Draft, inner: Draft, text: str) -> None:
    """Lets an outer content hold who is quoted, and the white space behind; in place."""
    end = inner.cue[0].end
    near = (span.start for span in outer.content if span.start > end)
    behind = next((start for start in near if text[end:start].isspace()), end)
    outer.content = merge([*outer.content, Span(inner.source[0].start, behind)])


def _inner(draft: Draft, text: str) -> Draft | None:
    """The statement of the one who is quoted right behind a draft's cue."""
    if not draft.cue or not draft.content or not QUOTES.search(draft.cue[-1].slice(text)):
        return None
    quotes = draft.cue[-1].end
    relay = RELAY.match(text, quotes)
    if relay is None or not _says(relay["cue"]) or NOBODY.match(relay["who"]):
        return None
    if BEING.search(text, max(0, quotes - 40), quotes):
        return None  # by whom, or where
    who, end = Span(*relay.span("who")), relay.end()
    timed = TIMED.search(who.slice(text))
    source = trim(Span(who.start, who.start + timed.start()) if timed else who, text)
    if relay["cue"].endswith("telling"):
        behind = HEARER if draft.content[0].start > draft.cue[0].start else HEARER_LAST
        hearer = behind.match(text, end)
        end = hearer.end() if hearer else end
    content = _without(draft, Span(who.start, end), text)
    if not content or source.start == source.end:
        return None
    return Draft((source,), (Span(*relay.span("cue")),), content, min(draft.confidence, RELAYED_CONFIDENCE))


def with_saying(draft: Draft, text: str) -> Draft:
    """The cue "was quoted" grown by "as saying", which is no part of what was said.

    Whom it was quoted by is neither; where the network took them for who said it, it is the one quoted.
    """
    passive = PASSIVE.match(text, draft.cue[0].start) if draft.cue else None
    relay = RELAYED_BY.match(text, passive.end()) if passive else None
    if passive is None or relay is None or not _says(relay["cue"]):
        return draft
    end = relay.end()
    named = BY_NAME.match(text, end)
    if named and any(span.end <= passive.start() for span in draft.content):
        end = named.end()
    content = _without(draft, Span(passive.start(), end), text)
    if not content:
        return draft
    first, second = Span(passive.start(), passive.end()), Span(*relay.span("cue"))
    joined = not text[first.end : second.start].strip()
    cue = (Span(first.start, second.end),) if joined else (first, second)
    relayed = any(span.overlaps(Span(first.start, end)) for span in draft.source)
    return replace(draft, source=() if relayed else draft.source, cue=cue, content=content)


def _without(draft: Draft, hole: Span, text: str) -> list[Span]:
    """The content of a draft but for a stretch, and for marks at the edges that this leaves."""
    parts = [(part, span) for span in draft.content for part in subtract(span, [hole])]
    trimmed = (part if part == span else trim(part, text, EDGES) for part, span in parts)
    return [part for part in trimmed if any(map(str.isalnum, part.slice(text)))]


def _says(cue: str) -> bool:
    """Whether the last word of a cue is one of saying: "as saying", not "as being"."""
    head = find_head([cue.split()[-1].lower()])
    return head is not None and head.strong and head.sense.kind is Kind.SPEECH
