"""Turns drafts round whose speaker stands behind the cue: "The road is closed [said] [the ministry]".

In: a draft, the parse, its phrases. Out: the draft, or one with whoever stands behind "said" as its source
and the sentence before as its content, where the network took the speaker for what was said. It errs so where
the comma before "said" is gone, and then gives the words to whomever they are about.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.analysis.drafts import Draft
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.syntax import VERBS, Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import trim

SAID = frozenset(("said", "says", "added", "adds"))  # nobody is said or added
STOPS = frozenset(".!?")
TURNED_CONFIDENCE = 0.6  # by hand: as sure as the network is of such sentences where it reads them right
LONGEST = 80  # words of what was said


def turn_round(draft: Draft, parse: Parse, phrases: dict[int, Phrase]) -> Draft:
    """A draft whose content is nothing but who said it, turned round; others as they are.

    `phrases` are by their first word, the longest.
    """
    if len(draft.content) != 1 or not draft.cue or draft.content[0].start - draft.cue[-1].end not in (0, 1):
        return draft
    speaker, cue = parse.range_of(draft.content[0]), parse.range_of(draft.cue[-1])
    if not speaker or not cue or parse.lower(cue[-1]) not in SAID:
        return draft
    phrase = phrases.get(speaker.start)
    if phrase is None or not _speaks(parse, phrase) or _has_verb(parse, speaker):
        return draft
    if any(
        span.end >= draft.cue[0].start - 1 and not _has_verb(parse, parse.range_of(span))
        for span in draft.source
    ):
        return draft  # "Asked who should go, [Lee] said [the mayor]"
    said = _sentence_before(parse, cue.start)
    if not _has_verb(parse, said) or any(span.end > draft.cue[0].start for span in draft.source):
        return draft
    content = trim(parse.span(said), parse.text)
    return replace(
        draft,
        source=(phrase.span(parse),),
        content=[content],
        confidence=max(draft.confidence, TURNED_CONFIDENCE),
    )


def _speaks(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase stands for a person or a body."""
    if phrase.pronoun:
        return False
    named = phrase.name is not None and parse.named(phrase.head) in ("person", "organisation")
    return named or kind_of(parse.word(phrase.head)) in (EntityType.PERSON, EntityType.ORGANISATION)


def _has_verb(parse: Parse, words: range) -> bool:
    return any(parse.speech[i] in VERBS for i in words)


def _sentence_before(parse: Parse, cue: int) -> range:
    """The words of a sentence before its cue, of its paragraph."""
    first = cue
    while first and cue - first < LONGEST:
        gap = parse.text[parse.words[first - 1].end : parse.words[first].start]
        if parse.word(first - 1) in STOPS or "\n" in gap:
            break
        first -= 1
    return range(first, cue)
