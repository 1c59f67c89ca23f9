"""Finds whom others quote: "the agency quoted [Park] as saying [it rained]" holds a statement of Park's.

In: drafts and the text. Out: "was quoted as saying" as one cue; and a draft for each one who is quoted,
inside the content of whoever quotes. The network marks the outer statement only, with "Park as saying it
rained" for its content, since its teachers gave each word to one statement: the record would not know Park.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.analysis.cues import find_head
from onrecord.analysis.drafts import Draft
from onrecord.model.span import Span, holder, merge, subtract, trim
from onrecord.model.statement import Kind

RELAYED_CONFIDENCE = 0.7  # by hand, as that of nested statements
DAY = r"(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)$", re.IGNORECASE)
# "quoted [a source on Monday] as saying", "cited [Park], saying: “…”"
RELAY = re.compile(
    r"\s+(?P<who>[^.;:?!“”\"\n]{2,120}?),?\s+"
    r"(?P<cue>as(?:\s+(?:also|later|then))?\s+\w+ing\b|saying\b(?=:|,?\s+[“\"‘]))"
)
PASSIVE = re.compile(
    r"(?:\b(?:is|are|was|were|been|being)|[’']s)(?:\s+\w+ly)?\s+(?P<quoted>(?:quot|cit)ed)\b", re.IGNORECASE
)
# "was quoted [by the agency] on Monday as saying"
RELAYED_BY = re.compile(
    rf"(?:\s+by\s+(?P<by>[^.,;:“”\"\n]{{2,60}}?))?(?:\s+{DAY})?,?\s+(?P<cue>as\s+(?:\w+ly\s+)?\w+ing)\b",
    re.IGNORECASE,
)
BY_NAME = re.compile(
    r"\s+by\s+(?:the\s+)?[A-Z][^.,;:“”\"\n]{1,60}(?=[.,;:“”\"\n]|$)"
)  # "as saying [by the FIO]"
TIMED = re.compile(rf",?\s+(?:{DAY}|yesterday|today|earlier|later)\b.*$", re.IGNORECASE | re.DOTALL)
HEARER = re.compile(r"\s+(?!that\b)[^.,;:“”\"‘\n]{2,60}?(?=,?\s+(?:that\b|[“\"‘])|:)")
HEARER_LAST = re.compile(
    r"\s+[^.,;:!?“”\"\n]{2,60}?(?=[.,;:!?\n]|$)"
)  # "“…,” it quoted her as telling [farmers]"
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
        if not draft.cue or not draft.content or not QUOTES.search(draft.cue[-1].slice(text)):
            continue
        inner = _inner(draft, text)
        if inner is None or holder(used, inner.source[0]) is not None:
            continue
        rival = by_cue.get(inner.cue)
        if rival is None and holder(used, inner.cue[0]) is not None:
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
    relay = RELAY.match(text, draft.cue[-1].end)
    if relay is None or not _says(relay["cue"]):
        return None
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
    relayed = any(first.end <= span.start < end for span in draft.source)
    return replace(draft, source=() if relayed else draft.source, cue=cue, content=content)


def _without(draft: Draft, hole: Span, text: str) -> list[Span]:
    """The content of a draft but for a stretch, and for marks at the edges that this leaves."""
    parts = [part for span in draft.content for part in subtract(span, [hole])]
    trimmed = (part if part in draft.content else _without_edges(part, text) for part in parts)
    return [part for part in trimmed if any(map(str.isalnum, part.slice(text)))]


def _without_edges(span: Span, text: str) -> Span:
    words = span.slice(text)
    start = len(words) - len(words.lstrip(EDGES))
    return Span(span.start + start, max(span.start + start, span.start + len(words.rstrip(EDGES))))


def _says(cue: str) -> bool:
    """Whether the last word of a cue is one of saying: "as saying", not "as being"."""
    head = find_head([cue.split()[-1].lower()])
    return head is not None and head.strong and head.sense.kind is Kind.SPEECH
