"""Parts what was read as one statement: "[It rained], Lee said. Park said [it was dry]" by Lee.

In: drafts, those found inside their contents, and the parse. Out: the drafts, with words that a sentence of
their own gives to somebody taken from them and given to whom it names. In texts that lost their commas and
quotation marks, what follows "… Lee said." is easily taken for more of the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.cues import describe_cue
from onrecord.analysis.drafts import Draft
from onrecord.analysis.nesting import cue_head, noun_phrase, subject_of, verb_group
from onrecord.analysis.syntax import VERBS, Parse
from onrecord.model.span import Span, holder, merge, overlapping, trim
from onrecord.model.statement import Kind

FIRST_AND_SECOND = frozenset(("i", "we", "you"))
PARTED_CONFIDENCE = 0.7  # by hand, as that of nested statements, which are found in the same way
SENTENCE_END = re.compile(r"[.!?][\"”’»)\]]*(?:\s|$)")


def part(
    drafts: Sequence[Draft], nested: Sequence[Draft], parse: Parse, quoted: Sequence[Span]
) -> list[Draft]:
    """Further drafts, of words behind a cue of their own; other drafts lose these words, in place.

    They also lose a sentence that opens with one of `nested`, which were found inside contents. `quoted` are
    the stretches in quotation marks, merged and in order.
    """
    used = merge(span for draft in (*drafts, *nested) for span in draft.cue)
    opening = {draft.source[0].start: draft for draft in nested if _reports(draft, parse)}
    found = []
    for draft in drafts:
        for piece in _beyond(draft, quoted, parse.text):
            inner = opening.get(piece.start)
            own = inner or _own(piece, parse, used)
            if own is None:
                continue
            draft.content.remove(piece)
            if inner is None:
                found.append(own)
            else:
                _to_sentence_end(inner, piece, parse.text)
    return found


def _reports(draft: Draft, parse: Parse) -> bool:
    """Whether a draft tells what another said: "Park said", not "I think" or "he's talking about".

    By those a speaker may well go on.
    """
    if not draft.source or draft.source[0].slice(parse.text).lower() in FIRST_AND_SECOND:
        return False
    words = [i for span in draft.cue for i in parse.range_of(span)]
    told = len(words) == 1 and parse.speech[words[0]] in ("VBD", "VBZ")
    return told and describe_cue(parse.word(words[0])).kind is Kind.SPEECH


def _beyond(draft: Draft, quoted: Sequence[Span], text: str) -> list[Span]:
    """The contents without marks in a sentence behind that of the cue, where others come before it."""
    if not draft.cue or min(draft.content, default=draft.cue[0]).start >= draft.cue[0].start:
        return []
    end = draft.cue[-1].end
    behind = (span for span in draft.content if span.start > end and not overlapping(quoted, span))
    return [span for span in behind if SENTENCE_END.search(text, end, span.start)]


def _to_sentence_end(inner: Draft, piece: Span, text: str) -> None:
    """Lets "Park said [it was]" go on to the end of its sentence, if that is the piece's; in place."""
    start = inner.content[0].start
    ended = SENTENCE_END.search(text, start, piece.end)
    end = ended.start() if ended else piece.end
    if start > inner.cue[-1].start and end > inner.content[-1].end:
        inner.content = [trim(Span(start, end), text)]


def _own(piece: Span, parse: Parse, used: Sequence[Span]) -> Draft | None:
    """What a verb of saying right before a piece makes of it: "Park said [it was dry]"."""
    verb = parse.range_of(piece).start - 1
    if verb < 0 or parse.speech[verb] not in VERBS or holder(used, parse.words[verb]) is not None:
        return None
    head, subject = cue_head(parse, verb), subject_of(parse, verb)
    if head is None or subject is None or subject >= verb:
        return None
    group, source = verb_group(parse, verb), noun_phrase(parse, subject)
    if source.stop > group.start:
        return None
    said_by, cue = (trim(parse.span(words), parse.text) for words in (source, group))
    draft = Draft((said_by,), (cue,), [piece], PARTED_CONFIDENCE)
    return draft if _reports(draft, parse) else None
