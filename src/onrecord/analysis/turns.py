"""Questions and answers, interviews and transcripts: each turn is its speaker's.

In: text, paragraphs. Out: a draft for each turn: the label is the source, its colon the cue, the rest
of the turn, up to the next label, the content. Labels are "Q:", "A:", "NAME:" or "Full Name:".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.analysis.drafts import Draft
from onrecord.model.span import Span, subtract, trim

LABEL = re.compile(
    r"\s*[“\"]?(?:\*\*|__)?"
    r"(?P<name>(?:Q|A|Question|Answer|[A-Z][\w'’.-]*(?:[ ,]+(?:[A-Z][\w'’.-]*|of|the|de|van|von|al)){0,6}?))"
    r"(?:\*\*|__)?\s*(?P<cue>:)(?:\*\*|__)?\s+(?=\S)"
)
REMARK = re.compile(r"\s*(?:\[[^\]]*\]|\([^)]*\))\s*")  # "[Laughter]": the outlet's own words
FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours)\b")
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
# A remark inside a turn, where a sentence ends: "No. [Laughs.] What hurt …". "[The mayor]" is the speaker's.
ASIDE = re.compile(
    r"(?:(?<=[.!?…”\"’)\]]\s)|(?<=:\s))\[(?:[A-Z][^\[\]]*[.!?]|Laugh\w*|Applause|Pauses?|Crosstalk|Inaudible)\](?=\s|$)"
)
MIN_TURNS = 3  # labelled paragraphs that make a transcript
MIN_REPEATS = 2  # times that some label comes again
MIN_SHARE = 0.25  # of all paragraphs, that are labelled


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Draft]:
    """The turns of a transcript or interview; none where a text is not laid out as one."""
    labels = [(i, LABEL.match(text, p.start, p.end)) for i, p in enumerate(paragraphs)]
    found = [(i, match) for i, match in labels if match]
    counts = Counter(match["name"] for _, match in found)
    if len(found) < MIN_TURNS or len(found) < MIN_SHARE * len(paragraphs):
        return []
    if not counts or max(counts.values()) < MIN_REPEATS:
        return []
    turns = []
    for k, (i, match) in enumerate(found):
        following = paragraphs[i + 1 : found[k + 1][0] if k + 1 < len(found) else None]
        parts = [Span(match.end(), paragraphs[i].end), *_going_on(following, text)]
        content = [
            words for part in parts if not REMARK.fullmatch(part.slice(text)) for words in _spoken(part, text)
        ]
        if content:
            turns.append(Draft((Span(*match.span("name")),), (Span(*match.span("cue")),), content))
    return turns


def _spoken(part: Span, text: str) -> list[Span]:
    """The stretches of a turn between the remarks in it."""
    asides = [Span(*match.span()) for match in ASIDE.finditer(text, *part)]
    spoken = (trim(rest, text) for rest in subtract(part, asides))
    return [rest for rest in spoken if rest.start < rest.end]


def _going_on(paragraphs: Sequence[Span], text: str) -> list[Span]:
    """The unlabelled paragraphs after a turn that go on with it: those in the first person.

    The outlet's own words between turns ("The question has not gone away.") speak of everybody in the third.
    """
    spoken = []
    for paragraph in paragraphs:
        words = paragraph.slice(text)
        if not REMARK.fullmatch(words) and not FIRST_PERSON.search(QUOTED.sub("", words)):
            break
        spoken.append(paragraph)
    return spoken
