"""Interviews whose turns carry no names: questions and answers by paragraph, after an introduction.

In: text, paragraphs. Out: an `Interview`: the answers, each a draft without source or cue, and the stretch
that introduces who is asked. Only where the text says that it is an interview and its paragraphs show it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.drafts import Draft
from onrecord.model.span import Span, trim

TOLD = re.compile(
    r"\b(?:interview(?:s|ed)?|spoke (?:with|to)|sat down with|talked (?:with|to)|caught up with"
    r"|Q\s?(?:&|and)\s?A"
    r"|answered (?:our|some) questions|conversation with)\b",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:interviews|interviewed|an interview with|for an interview|the interview)\b", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|I['’]m|we['’]re)\b")
SECOND_PERSON = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
MIN_QUESTIONS = 2
MIN_SHARE = 0.12  # of the paragraphs after the first question, that are questions
MIN_PERSONAL = 0.4  # of the answers, that speak in the first person
OPENING = 5  # paragraphs in which a text says what it is
HEADING = 60  # code points; a shorter paragraph without a full stop is a heading


@dataclass(frozen=True, slots=True)
class Interview:
    """The answers of an interview, and what comes before its first question."""

    answers: list[Draft]
    introduction: Span


def find_interview(text: str, paragraphs: Sequence[Span]) -> Interview | None:
    """The answers of an interview without labels; None where a text is none."""
    parts = [trim(p, text) for p in paragraphs]
    parts = [p for p in parts if p.start < p.end]
    asked = [i for i, p in enumerate(parts) if _is_question(p.slice(text))]
    if len(asked) < MIN_QUESTIONS or asked[0] == 0:
        return None
    introduction = Span(0, parts[asked[0]].start)
    if not TOLD.search(introduction.slice(text)):
        return None
    rest = parts[asked[0] :]
    answers = [p for p in rest if not _is_question(p.slice(text)) and not _is_heading(p.slice(text))]
    personal = sum(bool(FIRST_PERSON.search(QUOTED.sub("", p.slice(text)))) for p in answers)
    addressed = sum(bool(SECOND_PERSON.search(parts[i].slice(text))) for i in asked)
    few = len(asked) < MIN_SHARE * len(rest) or addressed * 3 < len(asked)
    if few or (personal < MIN_PERSONAL * len(answers) and addressed < len(asked)):
        return None
    return Interview(_turns(text, rest), introduction)


def _is_question(words: str) -> bool:
    """Whether a paragraph is a question; one at whose end somebody else is quoted is none."""
    whole = words.strip("() ")
    return (whole[1:-1] if QUOTED.fullmatch(whole) else whole).rstrip(") ").endswith("?")


def _is_heading(words: str) -> bool:
    return len(words) < HEADING and not words.endswith((".", "!", "?", "”", '"', "…", "...", "--", "—"))


def _turns(text: str, parts: Sequence[Span]) -> list[Draft]:
    """A draft for the paragraphs between two questions."""
    turns: list[Draft] = []
    content: list[Span] = []
    for part in [*parts, None]:
        words = part.slice(text) if part else "?"
        if _is_question(words):
            if content:
                turns.append(Draft((), (), content))
            content = []
        elif part and not _is_heading(words):
            content.append(part)
    return turns


def announced(text: str, paragraphs: Sequence[Span]) -> Span | None:
    """The opening of a text that says of itself that it is an interview, or None."""
    opening = Span(0, paragraphs[min(len(paragraphs), OPENING) - 1].end) if paragraphs else Span(0, 0)
    return opening if ANNOUNCED.search(text, *opening) else None
