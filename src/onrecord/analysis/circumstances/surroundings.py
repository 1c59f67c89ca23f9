"""The words around a cue in its sentence, and which phrases there hang on the cue.

In: a text and the spans of one statement. Out: `Surroundings`, the words near the cue with whose they are,
and the answer to whether a phrase such as "in a letter" or "in French" says something of the cue. No parse is
made: what stands between phrase and cue decides, and in doubt the phrase is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from onrecord.model.span import Span, Spans

REACH = 400  # characters to either side of a cue that are looked at: some 65 words
MAX_GAP = 14  # words of nobody's that may stand between a cue and a phrase behind it
MAX_OPENING = 12  # words before a phrase that opens a sentence: "Late on Monday, in a letter"

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:['’]s\b)?|[^\W_]+(?:['’‑-][^\W_]+)*(?:(?<=s)['’])?|[^\w\s]")


class Part(Enum):
    """Whose a word is."""

    FREE = "free"
    CUE = "cue"
    SOURCE = "source"
    CONTENT = "content"
    OTHER = "other"


# Behind one of these another clause has begun, and what stands in it need not belong to the cue.
BARRIERS = frozenset(
    "after although because before but if once provided since than though unless until when where whereas "
    "whether which while who whom whose ; : ? !".split()
)
# A phrase that opens the sentence reaches over relative clauses ("In a letter that Park sent, Lee said").
OPENING_BARRIERS = frozenset("although but though whereas while ; ? !".split())
ARTICLES = frozenset("a an the his her their its".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec".split()
)
# May stand before a phrase that opens a sentence: "Later on Monday, however, in a letter …".
TIMES = (
    DAYS
    | MONTHS
    | frozenset(
        "a ago also an and at but day days during earlier early evening hour hours however in last "
        "late later meanwhile month months morning night now of on once separately similarly so "
        "still that the then this today tonight week weekend weeks year years yesterday ,".split()
    )
)
# "Speaking at a rally", "asked in an interview": these lead from a speaker to where the words were said.
LEADING = frozenset(
    "addressing appearing asked broadcasting contacted interviewed posting pressed questioned quoted reached "
    "responding replying speaking talking testifying tweeting writing".split()
)
# "Said in a letter, adding": a participle goes on with what another verb of saying began.
SAYING = frozenset("commented said says tweeted wrote writes".split())
# Behind the last word of a noun phrase in small letters; other words would make it part of a compound,
# such as "letter bomb".
_FOLLOWING = frozenset(
    """about across after again against ago all along also although among amid an and another are around as
    ask asks at at was aired a because been before behind being between both but by can could did do does due
    during each earlier early either every everyone everybody following for from gave given had has have he
    held her here his how however i if in inside into is it its last late later led made many may might more
    most my near never next no not nobody of off on once one only or our outlining over overnight past per put
    ran read right said saw say says seen sent set she should shown shot shut since so some still such taken
    than that the their them then there these they this those through throughout titled to today together told
    tonight too two under until up upon urging via was we were what when where whether which while who whom
    whose will with within without would written yesterday yet you your""".split()
)
_TRADES = frozenset("signing writing building training advertising housing speed seed shed feed".split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words near a cue, in order, and whose each is; words are counted from 0.

    `first` and `last` are the cue's first and last word, both inclusive.
    """

    text: str
    words: Sequence[Span]
    parts: Sequence[Part]
    first: int
    last: int

    def word(self, i: int) -> str:
        """The characters of a word as printed, or nothing beyond the last."""
        return self.words[i].slice(self.text) if 0 <= i < len(self.words) else ""

    def lower(self, i: int) -> str:
        """The word in small letters, with a straight apostrophe."""
        return self.word(i).lower().replace("’", "'")

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one word to another, both inclusive."""
        return Span(self.words[first].start, self.words[last].end)

    def touches(self, i: int) -> bool:
        """Whether nothing, not even a space, stands between a word and the next."""
        return i + 1 < len(self.words) and self.words[i].end == self.words[i + 1].start

    def ends_phrase(self, i: int) -> bool:
        """Whether the word is the last of its noun phrase: "a letter to", not "a letter bomb"."""
        after, following = self.word(i + 1), self.lower(i + 1)
        if not after[:1].isalnum():
            return not self._is_joint(i + 1)
        if self.parts[i + 1] is not self.parts[i] or after[0].isupper() or after[0].isdigit():
            return not (after[0].isupper() and self.word(i)[0].isupper() and following not in DAYS | MONTHS)
        if following in _TRADES:
            return False
        return following in _FOLLOWING or following.endswith(("ed", "ing", "ly"))

    def _is_joint(self, i: int) -> bool:
        """Whether a mark ties two words into one, as a hyphen or an ampersand does."""
        return self.word(i) in ("-", "‑", "&", "/", "'", "’") and self.touches(i - 1) and self.touches(i)

    def hangs_on_cue(self, first: int, last: int) -> bool:
        """Whether a phrase, its preposition included, says something of the cue. Both words inclusive."""
        if any(part is Part.CUE for part in self.parts[first : last + 1]):
            return True
        if last < self.first:
            return self._before(first, last)
        start = max(i for i in range(first) if self.parts[i] is Part.CUE) + 1
        return self._is_clear(range(start, first), BARRIERS)

    def is_plain_way(self, first: int, last: int) -> bool:
        """Whether no other clause stands before or behind a phrase that leads to the cue."""
        return not self._in_clause(first) and self._is_clear(range(last + 1, self.first), BARRIERS)

    def distance(self, first: int, last: int) -> int:
        """How many words lie between a phrase and the nearest word of the cue."""
        places = [i for i in range(len(self.words)) if self.parts[i] is Part.CUE]
        return min(max(first - i, i - last, 0) for i in places)

    def _before(self, first: int, last: int) -> bool:
        gap = range(last + 1, self.first)
        if self._opens(first):
            return not any(
                self.parts[i] is Part.OTHER or (self._is_plain(i) and self.lower(i) in OPENING_BARRIERS)
                for i in gap
            )
        leads = self._is_aside(first) or (
            self.lower(self.first).endswith("ing") and self.lower(first - 1) in SAYING
        )
        return leads and self._is_clear(gap, BARRIERS)

    def _is_aside(self, first: int) -> bool:
        """Whether a phrase stands behind a speaker.

        So in "Lee, in a letter, said" and "Lee, speaking at a rally, said", not "Lee, hurt at a rally, said".
        """
        before = first - 1
        if before > 0 and self.word(before) in ",(–—":
            named = self.parts[before - 1] is Part.SOURCE or self.word(before - 1)[0].isalnum()
            return named and self.parts[before] is Part.FREE and not self._in_clause(before - 1)
        return before >= 0 and (self.parts[before] is Part.SOURCE or self.lower(before) in LEADING)

    def _in_clause(self, last: int) -> bool:
        """Whether another clause begins a few words before: "Lee, who resigned, in a letter"."""
        return any(self.lower(i) in BARRIERS for i in range(max(0, last - MAX_OPENING), last + 1))

    def _opens(self, first: int) -> bool:
        """Whether only times and the like stand between the start of the sentence and a phrase."""
        for i in range(first - 1, max(-1, first - 1 - MAX_OPENING), -1):
            if self.parts[i] in (Part.CONTENT, Part.OTHER):
                return True
            word = self.lower(i)
            known = word in TIMES or word.isdigit() or word.endswith("ly") or word in "\"'“”‘’"
            if self.parts[i] is not Part.FREE or not (known or self._leads_sentence(i)):
                return False
        return first <= MAX_OPENING

    def _leads_sentence(self, i: int) -> bool:
        """Whether the sentence opens with "Speaking" or "Asked" and no comma stands here."""
        return any(self.lower(j) in LEADING for j in range(min(2, i + 1))) and self.word(i) not in ",;:"

    def _is_clear(self, gap: Sequence[int], barriers: frozenset[str]) -> bool:
        """Whether no other clause and nobody else's statement stands in a gap."""
        free = 0
        for i in gap:
            if self.parts[i] is Part.OTHER:
                return False
            if self._is_plain(i):
                free += 1
                if self.lower(i) in barriers or (i < gap[-1] and self._begins(i)):
                    return False
        return free <= MAX_GAP

    def _is_plain(self, i: int) -> bool:
        return self.parts[i] is Part.FREE

    def _begins(self, i: int) -> bool:
        """Whether "and", "as" or "that" begins a clause: "and wrote", unlike "Lee and Park"."""
        if self.lower(i) == "and":
            return not (self.word(i + 1)[:1].isupper() or self.lower(i + 1) in ARTICLES)
        return self.lower(i) in ("as", "that") and self.parts[i + 1] not in (Part.CONTENT, Part.CUE)


def look_around(
    text: str, sentence: Span, cue: Spans, source: Spans, content: Spans, others: Sequence[Span]
) -> Surroundings | None:
    """The words near a cue in its sentence; None where the cue has no word there.

    All spans are code points of `text`. Of `others`, a stretch that holds the cue is no one else's but where
    the statement stands, so that only words inside it are looked at.
    """
    if not cue:
        return None
    start, end = min(span.start for span in cue), max(span.end for span in cue)
    room = Span(max(sentence.start, start - REACH), min(sentence.end, end + REACH, start + 3 * REACH))
    for other in others:
        if other.contains(Span(start, end)):
            room = Span(max(room.start, other.start), min(room.end, other.end))
    words = list(_words(text, room))
    around = not_own(cue, source, others)
    parts = _parts(words, {Part.CUE: cue, Part.SOURCE: source, Part.CONTENT: content, Part.OTHER: around})
    places = [i for i, part in enumerate(parts) if part is Part.CUE]
    return Surroundings(text, words, parts, places[0], places[-1]) if places else None


def not_own(cue: Spans, source: Spans, others: Sequence[Span]) -> list[Span]:
    """The stretches that are others' alone: without those that the statement shares or stands in."""
    own = {*cue, *source}
    return [other for other in others if other not in own and not any(map(other.contains, cue))]


def _words(text: str, room: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in WORD.finditer(text, room.start, max(room)))


def _parts(words: Sequence[Span], marks: dict[Part, Sequence[Span]]) -> list[Part]:
    """Whose each word is; where marks overlap, the statement's own cue goes first, then its source."""
    parts = [Part.FREE] * len(words)
    for part in (Part.OTHER, Part.CONTENT, Part.SOURCE, Part.CUE):
        near = [mark for mark in marks[part] if words and mark.overlaps(Span(words[0].start, words[-1].end))]
        for i, word in enumerate(words):
            if any(mark.overlaps(word) for mark in near):
                parts[i] = part
    return parts
