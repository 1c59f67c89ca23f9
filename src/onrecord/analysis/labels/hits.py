"""Finds the words of the lexicon of labels in a text, where they have the sense that takes a stand.

In: a parse. Out: the places of such words, the longest where several begin alike, none overlapping. Parts of
names ("Martyrs' Square"), verbs ("they rebel") and other senses ("tax regime") are left out. Words that are
labels only when said of someone are found too: `label_words` sees whether they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.analysis.labels.contexts import DENIED_AFTER, DENIED_BEFORE, DENIED_OF, NEEDED_AFTER
from onrecord.analysis.labels.lexicon import Entry, Use, entries
from onrecord.analysis.labels.lexicon_tables import CAPITAL
from onrecord.analysis.labels.phrases import DASHES
from onrecord.analysis.syntax import NOUNS, Parse

NO_NOUN = frozenset(("VB", "VBD", "VBG", "VBP", "VBZ", "MD", "RB"))
HEADLINE_REACH = 6  # words on either side by which a headline in Capitals is told
HEADLINE_SHARE = 0.7  # of their long words that have capitals
LONG = 4  # characters: shorter words are small in headlines too
FEWEST_LONG = 3  # of fewer long words nothing can be told
BEHIND_OF = 4  # words behind "of" among which its noun is looked for
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that are in the lexicon, by their numbers, and the entry they are."""

    words: range
    entry: Entry


def find_hits(parse: Parse) -> list[Hit]:
    """The words of the lexicon in a text, in order."""
    hits, i = [], 0
    while i < len(parse.words):
        hit = _hit_at(parse, i)
        if hit:
            hits.append(hit)
        i = hit.words[-1] + 1 if hit else i + 1
    return hits


def _hit_at(parse: Parse, first: int) -> Hit | None:
    for entry in entries(parse.lower(first)):
        words = _match(parse, first, entry)
        if words and _has_right_form(parse, words, entry) and not _is_denied(parse, words, entry):
            return Hit(words, entry)
    return None


def _match(parse: Parse, first: int, entry: Entry) -> range | None:
    """The words that an entry stands for from a place on; hyphens may stand where a space is listed."""
    i = first
    for part, hyphen in zip(entry.parts[1:], entry.hyphens, strict=True):
        i += 1
        dashed = i < len(parse.words) and parse.word(i) in DASHES
        i += dashed
        if i >= len(parse.words) or parse.lower(i) != part or (hyphen and not dashed):
            return None
        if "\n\n" in parse.text[parse.words[i - 1].end : parse.words[i].start]:
            return None
    return range(first, i + 1)


def _has_right_form(parse: Parse, words: range, entry: Entry) -> bool:
    """Whether the parts of speech fit, and the words are no part of a name."""
    speech = parse.speech[words[-1]]
    fits = speech not in NO_NOUN if entry.use is Use.ANYWHERE else speech in NOUNS
    if len(words) == 1 and not entry.adjective and not fits:
        return False
    return entry.lemma in CAPITAL or not any(_is_part_of_name(parse, i, words) for i in words)


def _is_part_of_name(parse: Parse, i: int, words: range) -> bool:
    """Whether a word with a capital belongs to a name, be it one that was not recognised."""
    if not parse.word(i)[0].isupper():
        return False
    opens = _opens_sentence(parse, words[0])
    if parse.named(i) not in (None, "people") and (not opens or _name_goes_on(parse, words)):
        return True
    if opens or _is_headline(parse, i):
        return False
    beside = (words[0] - 1, words[-1] + 1)
    return any(0 <= j < len(parse.words) and parse.word(j)[0].isupper() for j in beside)


def _opens_sentence(parse: Parse, i: int) -> bool:
    return (
        i == 0
        or parse.word(i - 1) in (*".?!:\"“‘«'—–[(",)
        or "\n" in parse.text[parse.words[i - 1].end : parse.words[i].start]
    )


def _name_goes_on(parse: Parse, words: range) -> bool:
    after = words[-1] + 1
    return after < len(parse.words) and parse.names[after].startswith("I-")


def _is_headline(parse: Parse, i: int) -> bool:
    """Whether most words around have capitals, so that one more says nothing."""
    near = range(max(0, i - HEADLINE_REACH), min(len(parse.words), i + HEADLINE_REACH + 1))
    long = [parse.word(j) for j in near if len(parse.word(j)) >= LONG]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= FEWEST_LONG and capitals >= HEADLINE_SHARE * len(long)


def _is_denied(parse: Parse, words: range, entry: Entry) -> bool:
    """Whether the words beside give it another sense."""
    before, after = _beside(parse, words[0], -1), _beside(parse, words[-1], 1)
    if before in DENIED_BEFORE.get(entry.lemma, NOTHING) or before == "non":
        return True
    if after in DENIED_AFTER.get(entry.lemma, NOTHING):
        return True
    needed = NEEDED_AFTER.get(entry.lemma)
    if needed is not None and after not in needed:
        return True
    return after == "of" and _is_denied_of(parse, words[-1] + 2, entry)


def _is_denied_of(parse: Parse, start: int, entry: Entry) -> bool:
    denied = DENIED_OF.get(entry.lemma, NOTHING)
    behind = range(start, min(start + BEHIND_OF, len(parse.words)))
    return any(parse.lower(i) in denied for i in behind)


def _beside(parse: Parse, i: int, step: int) -> str:
    """The next word on one side, hyphens aside, in small letters; nothing at the text's edge."""
    i += step
    if 0 <= i < len(parse.words) and parse.word(i) in DASHES:
        i += step
    return parse.lower(i) if 0 <= i < len(parse.words) else ""
