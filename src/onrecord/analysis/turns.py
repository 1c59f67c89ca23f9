"""Questions and answers, interviews and transcripts: each turn is its speaker's.

In: text, paragraphs. Out: a draft for each turn: the label is the source, its colon the cue, the rest
of the turn, up to the next label, the content. Labels are "Q:", "A:", "NAME:" or "Full Name:". The whole text
is a transcript, or a report holds part of one: a dense run of labels that are names it tells of elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from onrecord.analysis.drafts import Draft
from onrecord.model.span import Span, subtract, trim

LABEL = re.compile(
    r"\s*[“\"]?(?:\*\*|__)?"
    r"(?P<name>(?:Q|A|Question|Answer|[A-Z][\w'’.-]*(?:[ ,]+(?:[A-Z][\w'’.-]*|of|the|de|van|von|al)){0,6}?))"
    r"(?:\*\*|__)?\s*(?P<cue>:)(?:\*\*|__)?\s+(?=\S)"
)
NOBODY = frozenset("audio correction listen note photo photos transcript update video watch".split())
REMARK = re.compile(r"\s*(?:\[[^\]]*\]|\([^)]*\))\s*")  # "[Laughter]": the outlet's own words
FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours)\b")
PERSONAL = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
# A remark inside a turn, where a sentence ends: "No. [Laughs.] What hurt …". "[The mayor]" is the speaker's.
ASIDE = re.compile(
    r"(?:(?<=[.!?…”\"’)\]]\s)|(?<=:\s))\[(?:[A-Z][^\[\]]*[.!?]|Laugh\w*|Applause|Pauses?|Crosstalk|Inaudible)\](?=\s|$)"
)
WITHIN = re.compile(r"[a-z,’']\s{1,3}((?:[A-Z][\w.’'-]{0,40}\s{1,3}){0,4}[A-Z][\w-]{0,40})(?![\w:-])")
MIN_TURNS = 3  # labelled paragraphs that make a transcript
MIN_REPEATS = 2  # times that some label comes again
MIN_SHARE = 0.25  # of all paragraphs, that are labelled
MIN_DENSITY = 0.5  # the same, where a report holds part of a transcript
MIN_PERSONAL = 1 / 3  # of the turns of such a part, that ask or speak in the first or second person
NEAR = 3  # paragraphs from one label to the next in such a part

Label = tuple[int, re.Match[str]]  # the number of its paragraph, and what `LABEL` matched


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Draft]:
    """The turns of a transcript or interview; none where a text is not laid out as one."""
    labels = [(i, LABEL.match(text, p.start, p.end)) for i, p in enumerate(paragraphs)]
    found = [(i, match) for i, match in labels if match and match["name"].lower() not in NOBODY]
    if len(found) >= MIN_SHARE * len(paragraphs) and _repeats(
        Counter(_last(match["name"]) for _, match in found)
    ):
        return _turns(found, text, paragraphs, end=len(paragraphs))
    told_of = _names_within(text) if len(found) >= MIN_TURNS else set()
    parts = [part for part in _parts(found) if _is_transcript(part, told_of)]
    # Behind the last turn of a part the report goes on, which may speak in the first person itself.
    talks = (_turns(part, text, paragraphs, end=part[-1][0] + 1) for part in parts)
    return [turn for talk in talks if _is_talk(talk, text) for turn in talk]


def _repeats(counts: Counter[str]) -> bool:
    """Whether labels make a transcript: there are some, and one comes again."""
    return counts.total() >= MIN_TURNS and max(counts.values()) >= MIN_REPEATS


def _parts(labels: Sequence[Label]) -> list[list[Label]]:
    """Labels that follow each other closely, in groups."""
    parts: list[list[Label]] = []
    for label in labels:
        if parts and label[0] - parts[-1][-1][0] <= NEAR:
            parts[-1].append(label)
        else:
            parts.append([label])
    return parts


def _is_transcript(labels: Sequence[Label], told_of: Set[str]) -> bool:
    """Whether labels in a report are those of people who speak in turns, whom it tells of."""
    length = labels[-1][0] - labels[0][0] + 1
    names = Counter(_last(match["name"]) for _, match in labels)
    if len(labels) < MIN_DENSITY * length or not _repeats(names):
        return False
    return 2 * sum(count for name, count in names.items() if name in told_of) > len(labels)


def _names_within(text: str) -> set[str]:
    """The last words of names that stand within sentences: behind a small word, and before no colon."""
    return {_last(match[1]) for match in WITHIN.finditer(text)}


def _last(name: str) -> str:
    return name.split()[-1].lower()


def _is_talk(turns: Sequence[Draft], text: str) -> bool:
    """Whether turns are those of a talk, not results: some ask, or speak of oneself or the other."""
    said = (" ".join(span.slice(text) for span in turn.content) for turn in turns)
    personal = sum("?" in words or PERSONAL.search(QUOTED.sub("", words)) is not None for words in said)
    return personal >= MIN_PERSONAL * len(turns)


def _turns(labels: Sequence[Label], text: str, paragraphs: Sequence[Span], *, end: int) -> list[Draft]:
    """The turns that begin with these labels, the last one before the paragraph numbered `end`."""
    turns = []
    for k, (i, match) in enumerate(labels):
        following = paragraphs[i + 1 : labels[k + 1][0] if k + 1 < len(labels) else end]
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
