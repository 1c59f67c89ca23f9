"""Tells drafts that the words themselves show to be no statement of whom they name.

In: a draft and the text. Out: yes or no. "What Lee said" refers to words without telling them; in "another
problem for Lee: rents rise" Lee is a topic; a side that conceded a goal admitted nothing.
"""

from __future__ import annotations

import re

from onrecord.analysis.drafts import Draft

WHAT = re.compile(r".*\bwhat(?:ever)?\s+", re.IGNORECASE | re.DOTALL)
# "Another problem for [Lee]: rents rise", but "A lesson from [Lee]: …"
TOPIC = re.compile(
    r"\b(?:about|against|as|at|behind|between|for|in|like|of|on|over|than|to|toward|towards|versus|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
HERS = re.compile(
    r"\b(?:advice|lesson|message|opinion|verdict|views?|warning|words)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
TOPIC_REACH = 40  # code points
# "Conceded [two goals]" admits nothing.
SCORED = re.compile(
    r"(?!that\b|to\b)(?:[\w-]+\s){0,3}"
    r"(?:penalt(?:y|ies)|goals?|free[- ]kicks?|corners?|tr(?:y|ies)|wickets?|runs|touchdowns?)\b"
    # and no clause: "conceded [some corners had been cut]"
    r"(?=\s*(?:$|[,.;:!?)(]|[–—-])|\s(?:after|against|at|before|during|early|from|in|inside|just|late|midway|on|to|when"
    r"|with|within)\b)",
    re.IGNORECASE,
)
GOT = re.compile(r"(?:was |were |been )?(?:seen|obtained|reviewed|viewed|examined)(?: by)?", re.IGNORECASE)
MARKS = frozenset('“”"«»‘')


def tells_nothing(draft: Draft, text: str) -> bool:
    """Whether nobody is said to have said what stands in a draft."""
    return any(shown(draft, text) for shown in (_only_referred_to, _only_a_topic, _only_a_score, _only_got))


def _only_referred_to(draft: Draft, text: str) -> bool:
    """Whether a statement is spoken of, not told: "[I think it is like what] Lee said".

    "[What] Lee calls [the best of plans]" tells it behind.
    """
    if not draft.source or not draft.content or max(draft.content).start > draft.source[0].start:
        return False
    before = [span for span in draft.content if span.end <= draft.source[0].start]
    last = before[-1] if before else None
    return last is not None and WHAT.fullmatch(text, last.start, draft.source[0].start) is not None


def _only_a_topic(draft: Draft, text: str) -> bool:
    """Whether a colon stands behind who is spoken of, and nothing is quoted: nobody is said to say it."""
    if not draft.source or not draft.content or [span.slice(text) for span in draft.cue] != [":"]:
        return False
    start, before = min(draft.content).start, draft.source[0].start
    if any(mark in MARKS or mark == "'" for mark in text[max(0, start - 1) : start + 1]):
        return False
    reach = max(0, before - TOPIC_REACH)
    return TOPIC.search(text, reach, before) is not None and HERS.search(text, reach, before) is None


def _only_a_score(draft: Draft, text: str) -> bool:
    """Whether a side conceded a goal, and nothing else."""
    if not draft.cue or not draft.content or not draft.cue[-1].slice(text).lower().startswith("conced"):
        return False
    return SCORED.match(text, *draft.content[0]) is not None


def _only_got(draft: Draft, text: str) -> bool:
    """Whether somebody has got a paper, and says nothing: "a memo [seen] by [the Post]"."""
    if len(draft.cue) != 1 or not draft.source or not GOT.fullmatch(text, *draft.cue[0]):
        return False
    between = text[draft.cue[0].end : draft.source[0].start].strip()
    whole = draft.source[0].start >= draft.cue[0].end and (between or draft.cue[0].slice(text).split()[-1])
    return whole == "by"
