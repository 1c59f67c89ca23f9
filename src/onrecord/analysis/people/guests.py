"""Who is asked in an interview whose turns carry no names.

In: a walk. Out: its guest, and the credits of the answers. The guest is named where the text says who was
interviewed, or in its title; where neither names anybody there is none.
"""

from __future__ import annotations

import re

from onrecord.analysis.people.parties import PERSON
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.walk import LIKELY, Credit, Walk
from onrecord.model.span import Span

INTRODUCTION = 1200  # code points at the head of a text in which its guest is looked for
TITLE = 200  # code points; a longer first paragraph is no title
TITLE_WORDS = 25  # at the head of an interview, in which its guest is named where no verb tells
ASKED = re.compile(
    r"\b(?:interview(?:s|ed)?(?: with)?|spoke (?:with|to)|sat down with|talked (?:with|to))\b"
    r"(?:(?!\babout\b|\bon\b)[^.?!])*$"
)
QUESTIONS = frozenset(("Q", "Question", "QUESTION"))
ANSWERS = frozenset(("A", "Answer", "ANSWER"))  # labels of turns
ASKED_REACH = 90  # code points before a name in which "interviewed" may stand


def welcome_guest(walk: Walk) -> None:
    """Finds who is asked in an interview, and credits the answers that carry no name."""
    opening = walk.interview.introduction if walk.interview else _before_turns(walk) or walk.opening
    if opening is None:
        return
    opening = Span(opening.start, min(opening.end, INTRODUCTION))
    counts: dict[int, int] = {}
    named = [p for p in walk.scene.phrases_in(opening) if _is_full_name(walk, p)]
    for phrase in named:
        party = walk.party_of[phrase]
        worth = 1 + 2 * _is_asked(walk, phrase) + 4 * (party.sex is not None)
        counts[id(party)] = counts.get(id(party), 0) + worth
    if not named:
        return  # Nobody is made the guest who is not shown to be.
    best = max(named, key=lambda p: (counts[id(walk.party_of[p])], -p.words.start))
    walk.guest = walk.party_of[best]
    answers = {tuple(draft.content[:1]) for draft in walk.interview.answers} if walk.interview else set()
    for number, stmt in enumerate(walk.scene.statements):
        if stmt.source_words in ANSWERS and stmt.cue_words == ":":
            walk.credits[number] = Credit(walk.guest, walk.guest.best[0], "the one interviewed", LIKELY)
        if not stmt.source and not stmt.cue and tuple(stmt.content[:1]) in answers:
            walk.credits[number] = Credit(walk.guest, walk.guest.best[0], "the one interviewed", LIKELY)


def _before_turns(walk: Walk) -> Span | None:
    """What stands before the first "Q:" or "A:" of a text; None where it has no such labels."""
    turns = (s for s in walk.scene.statements if s.source_words in QUESTIONS | ANSWERS and s.cue_words == ":")
    first = next(turns, None)
    return Span(0, first.source[0].start) if first and first.source[0].start > 0 else None


def _is_full_name(walk: Walk, phrase: Phrase) -> bool:
    """Whether a phrase names a person with a first name that is known or a title."""
    party = walk.party_of.get(phrase)
    if phrase.name is None or party is None or party.type is not PERSON:
        return False
    first = walk.scene.paragraphs[0]
    titled = first.contains(phrase.span(walk.scene.parse)) and first.end - first.start < TITLE
    in_title = len(phrase.name) > 1 and (
        titled or (phrase.words.start < TITLE_WORDS and party.sex is not None)
    )
    return in_title or _is_asked(walk, phrase)


def _is_asked(walk: Walk, phrase: Phrase) -> bool:
    """Whether a name follows "interviewed", "spoke with" and the like."""
    start = walk.scene.parse.words[phrase.words.start].start
    return ASKED.search(walk.scene.text, max(0, start - ASKED_REACH), start) is not None
