"""Where something was said: in an interview, at a press conference, in a letter, in a post.

In: a text and the spans of one statement. Out: a `Medium`, the noun phrase that names it and its kind, or
None where the sentence names none that clearly goes with the cue. Content and other statements are never
looked into, nor other sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.circumstances.medium_lexicon import (
    CUE_VERBS,
    DOCUMENTS,
    INTRODUCED,
    LONGEST,
    MAKING,
    MASS,
    MEDIA,
    NOT_AT,
    NOT_HIS,
    ONLY_NOUNS,
    PLATFORM_NOUNS,
    TELLING,
    TOLD_TO,
    WITHOUT_ARTICLE,
)
from onrecord.analysis.circumstances.surroundings import Part, Surroundings, look_around, not_own
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Medium

MAX_PHRASE = 9  # words before the noun that may belong to its phrase
DETERMINERS = frozenset(
    "a an another both each every four her his its many multiple my numerous one our several some "
    "that the their these this those three two various your".split()
)
PERSONAL = frozenset("her his my their your".split())
AMOUNTS = frozenset("couple flurry handful number pair series string".split())
# These are no part of a noun phrase before its noun.
STOP = frozenset(
    "about after against among and are as at be been because before being but by could did do does "
    "during for from had has have he i if in inside into is it me not of off on or out over said "
    "saw say says she so than then there they through to told tells under until up upon us via was "
    "we were what when where which while who will with within without would you".split()
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase that may name a medium: its words, both ends inclusive, and its noun.

    `determined` tells whether it has an article, a possessor or the like.
    """

    start: int
    last: int
    noun: tuple[str, ...]
    determined: bool

    @property
    def name(self) -> str:
        return MEDIA[self.noun]

    @property
    def head(self) -> int:
        """The first word of the noun."""
        return self.last - len(self.noun) + 1


FIRST_WORDS = frozenset(words[0] for words in MEDIA)


def find_medium(
    text: str, sentence: Span, cue: Spans, source: Spans, content: Spans, others: Sequence[Span]
) -> Medium | None:
    """Where a statement was made, if its sentence says so: "said in a written statement", "tweeted".

    All spans are code points of `text`; `sentence` holds the cue. `others` are stretches of other statements:
    of their sources, cues and contents. One that holds this cue is where the statement stands. The span given
    runs from the article to the noun, without preposition: "a written statement".
    """
    around = look_around(text, sentence, cue, source, content, others)
    if around is None:
        return None
    barred = [*content, *not_own(cue, source, others)]
    for span, name in _found(around):
        if not any(span.overlaps(one) for one in barred):
            return Medium(span, name)
    return None


def _found(around: Surroundings) -> Iterator[tuple[Span, str]]:
    """The media that a sentence names for its cue, the surest first."""
    of_source = _in_source(around)
    if of_source:
        yield around.span(of_source.start, of_source.last), of_source.name
    phrases = list(_phrases(around, (Part.FREE, Part.CUE)))
    ranked = sorted((p for p in phrases if _is_medium(around, p)), key=lambda p: _distance(around, p))
    inside = [phrase for phrase in ranked if around.parts[phrase.last] is Part.CUE]
    for phrase in inside:
        yield around.span(phrase.start, phrase.last), phrase.name
    for i, part in enumerate(around.parts):
        if part is Part.CUE and _is_verb(around, i, phrases):
            yield around.words[i], CUE_VERBS[around.lower(i)]
    for phrase in ranked:
        yield around.span(phrase.start, phrase.last), phrase.name


def _is_verb(around: Surroundings, i: int, phrases: Sequence[_Phrase]) -> bool:
    """Whether a word of the cue is a "tweeted" that is not said of a noun, as in "a tweeted apology"."""
    modifies = around.lower(i - 1) in DETERMINERS or any(p.start <= i <= p.last for p in phrases)
    return around.lower(i) in CUE_VERBS and not modifies


def _distance(around: Surroundings, phrase: _Phrase) -> tuple[int, int]:
    return around.distance(phrase.start, phrase.last), phrase.start


def _in_source(around: Surroundings) -> _Phrase | None:
    """The document that the source is: "a report by the Institute", but not "the report’s authors"."""
    first = next((i for i, part in enumerate(around.parts) if part is Part.SOURCE), None)
    found = _phrases(around, (Part.SOURCE,))
    return next((phrase for phrase in found if phrase.start == first and phrase.noun in DOCUMENTS), None)


def _phrases(around: Surroundings, parts: tuple[Part, ...]) -> Iterator[_Phrase]:
    """The noun phrases with a noun of the lexicon that lie wholly in such parts of the sentence."""
    i = 0
    while i < len(around.words):
        noun = _noun_at(around, i, parts)
        last = i + len(noun) - 1
        if noun and around.ends_phrase(last):
            start, determined = _start(around, i, parts)
            if _is_written_as_noun(around, i, start, noun):
                yield _Phrase(start, last, noun, determined)
        i = max(i, last) + 1


def _noun_at(around: Surroundings, i: int, parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The longest noun of the lexicon that begins with this word; empty if none does."""
    if around.lower(i) not in FIRST_WORDS:
        return ()
    for size in range(min(LONGEST, len(around.words) - i), 0, -1):
        words = tuple(around.lower(j) for j in range(i, i + size))
        if words in MEDIA and all(part in parts for part in around.parts[i : i + size]):
            return words
    return ()


def _is_written_as_noun(around: Surroundings, i: int, start: int, noun: tuple[str, ...]) -> bool:
    """Whether capitals fit: platforms have one, a noun with one is a name ("the Orvesk Post") or in a
    title."""
    capital = around.word(i)[0].isupper()
    if noun in PLATFORM_NOUNS or noun[0] in ("tv", "facebook", "whatsapp"):
        return capital or noun[0] not in ("x", "threads", "telegram", "gab")
    return not capital or (MEDIA[noun] != "post" and (start == i or around.word(i - 1) == "Union"))


def _start(around: Surroundings, head: int, parts: tuple[Part, ...]) -> tuple[int, bool]:
    """Where the phrase of a noun begins, and whether it has an article or a possessor."""
    start, owned = head, False
    for _ in range(MAX_PHRASE):
        before = start - 1
        if before < 0 or around.parts[before] not in parts:
            break
        word = around.lower(before)
        inside = _inside_name(around, before)
        if inside is not None:
            start = inside
        elif word in DETERMINERS:
            return before, True
        elif word == "of" and around.lower(before - 1) in AMOUNTS:
            start = before - 1
        elif word in STOP or not (word[0].isalnum() or _parts_adjectives(around, before)):
            break
        else:
            start, owned = before, owned or word.endswith(("'s", "s'"))
    return start, owned


def _inside_name(around: Surroundings, i: int) -> int | None:
    """The capital word before "of" or "of the" inside a name, as in "the State of the Union address"."""
    of = i - 1 if around.lower(i) == "the" else i
    is_name = (
        around.lower(of) == "of" and around.word(of - 1)[:1].isupper() and around.word(i + 1)[:1].isupper()
    )
    return of - 1 if is_name and of > 0 else None


def _parts_adjectives(around: Surroundings, i: int) -> bool:
    """Whether a comma stands between adjectives, as in "a long, rambling speech"."""
    return around.word(i) == "," and around.word(i - 1).islower() and around.word(i + 1).islower()


def _is_medium(around: Surroundings, phrase: _Phrase) -> bool:
    """Whether a phrase is where the statement was made, by what introduces it and how it stands to the
    cue."""
    before = phrase.start - 1
    if before >= 0 and around.parts[before] in (Part.FREE, Part.CUE) and _introduces(around, before, phrase):
        return around.hangs_on_cue(before, phrase.last)
    return _is_object(around, phrase) or _is_cue(around, phrase)


def _introduces(around: Surroundings, i: int, phrase: _Phrase) -> bool:
    """Whether the word before a phrase says that the words were spoken there."""
    word, noun = around.lower(i), phrase.noun
    article = around.lower(phrase.start)
    if word not in INTRODUCED[phrase.name] or (word == "in" and noun in PLATFORM_NOUNS):
        return False
    if noun[0] in NOT_HIS and article in PERSONAL and around.lower(phrase.last + 1) != "on":
        return False
    if (word == "at" and noun[-1] in NOT_AT) or (noun == ("call",) and _calls_for(around, phrase)):
        return False
    if word in ("by", "over"):
        return not phrase.determined or noun in MASS
    return phrase.determined or word == "via" or _needs_no_article(phrase)


def _calls_for(around: Surroundings, phrase: _Phrase) -> bool:
    return around.lower(phrase.last + 1) in ("for", "to", "that")


def _needs_no_article(phrase: _Phrase) -> bool:
    noun = phrase.noun
    plain = noun in MASS or noun in PLATFORM_NOUNS or noun[-1].endswith("s")
    return plain or (phrase.start == phrase.head and " ".join(noun) in WITHOUT_ARTICLE)


def _is_object(around: Surroundings, phrase: _Phrase) -> bool:
    """Whether the words came with it: "told a rally", "issued a statement", "issued a statement, saying"."""
    verb = phrase.start - 1 - (around.lower(phrase.start - 1) == "out")
    if verb < 0:
        return False
    if around.parts[verb] is Part.CUE:
        told = around.lower(verb) in TELLING and phrase.name in TOLD_TO
        return told or (around.lower(verb) in MAKING and phrase.determined)
    if around.lower(verb) not in MAKING or not phrase.determined or phrase.last > around.first:
        return False
    saying = around.lower(around.first).endswith("ing")
    same_subject = Part.SOURCE not in around.parts[phrase.last : around.first]
    return saying and same_subject and around.is_plain_way(verb, phrase.last)


def _is_cue(around: Surroundings, phrase: _Phrase) -> bool:
    """Whether the cue itself names the document: "’s letter", "letter urging", "according to a report by"."""
    if around.parts[phrase.last] is not Part.CUE or phrase.noun not in DOCUMENTS:
        return False
    before = around.lower(phrase.start - 1)
    if before == "to":
        return around.lower(phrase.start - 2) == "according"
    if phrase.start == around.first or around.parts[phrase.start - 1] is not Part.CUE:
        return phrase.determined or phrase.noun[-1] in ONLY_NOUNS
    return False
