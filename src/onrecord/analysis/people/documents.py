"""Who made the document that a source names: "the UN" of "the UN’s annual report".

In: the words of a source. Out: where its maker stands in them, in code points of those words. Who
commissioned, saw, leaked or printed a document did not make it; and where a phrase may go with another noun
("a report on abuses by the army") nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.circumstances.medium import DETERMINERS, STOP
from onrecord.analysis.circumstances.medium_lexicon import DOCUMENTS, PLATFORMS, plural
from onrecord.analysis.circumstances.surroundings import DAYS, MONTHS, WORD, Part, Surroundings
from onrecord.analysis.people.states import ADJECTIVES
from onrecord.model.span import Span

MAX_WORDS = 60  # of a source that are looked at
# Documents that are no place where something is said.
_OTHERS = frozenset(
    "book bulletin data diary document estimate finding forecast guideline leaflet "
    "manifesto message newsletter note paper petition research review statistic transcript "
    "warning website webpage homepage".split()
)
_PLAIN: dict[tuple[str, ...], str] = {
    (form,): "document" for noun in _OTHERS for form in (noun, plural(noun))
}
NOUNS = _PLAIN | DOCUMENTS
_AMOUNTS = frozenset("batch couple flurry handful number pair series set string".split())
POSSESSIVES = frozenset("her his its my our their your".split())
# "Last week’s report" tells when, not whose.
_TIMES = (
    DAYS
    | MONTHS
    | frozenset(
        "autumn century day decade evening fall month morning night quarter season spring summer "
        "today tonight tomorrow week weekend winter year yesterday".split()
    )
)

_TIME = (
    r"(?:\s+(?:on|in|last|this|early|earlier|late|later|just|jointly|first|online|today|yesterday|week|month"
    rf"|year|\d{{1,4}}|[a-z]+ly|{'|'.join(sorted(DAYS | MONTHS, key=lambda word: (-len(word), word)))})\b)"
)
_MADE = (
    r"(?:authored|carried out|co-authored|co-written|compiled|composed|conducted|delivered|drafted|drawn up"
    r"|filed|issued|led|lodged|made|penned|posted|prepared|produced|published|put out|released|sent|signed"
    r"|submitted|tweeted|undertaken|written)"
)
BY = re.compile(
    rf"(?:\s+to(?:\s+[^\s,]+){{1,6}}?)?(?:,?\s+(?:which|that)\s+(?:was|were|has been|had been))?"
    rf"(?:,?{_TIME}{{0,5}}\s+{_MADE}(?:\s+and\s+{_MADE})?)?,?{_TIME}{{0,5}}\s+by\s+",
    re.IGNORECASE,
)
FROM = re.compile(rf"(?:\s+to(?:\s+[^\s,]+){{1,6}}?)?(?:\s+sent)?{_TIME}{{0,5}}\s+from\s+", re.IGNORECASE)
# "A report that the mission circulated", "a letter the board had sent to Lee".
SENT = re.compile(
    r"\s+(?:that\s+|which\s+)?(?P<maker>(?:the\s+|an?\s+|his\s+|her\s+|its\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?)"
    r"\s+(?:had\s+|has\s+|have\s+)?(?:circulated|compiled|issued|posted|published|released|sent|submitted|wrote)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset("was were is are been being who that which".split())
# A report from a place is not made by it; what is filmed or told is often from one.
_FROM_PLACES = frozenset(("video", "broadcast", "article"))
_PLACES = re.compile(
    r"(?:the )?(?:\d+|scene|front|frontline|field|ground|area|region|country|day|period|time|past)\b"
    r"|(?:prison|jail|exile|inside|home|abroad|hospital|around|across|here|there|last|this|early|late|\d)",
    re.IGNORECASE,
)
_NO_MAKERS = re.compile(r"(?:e-?mail|phone|telephone|letter|mail|hand|post|fax|default|law)\b", re.IGNORECASE)

# Where the maker’s words end. "On" and "for" belong to names such as "the Committee on Trade".
_ENDS = frozenset(
    "about after against as because before but called calling concluded concluding during entitled "
    "estimated finding found had has have in into is it last on published released issued saying "
    "says said seen showed showing shows since suggested suggesting than that this titled to today "
    "under was were when where which while who whose with"
    "yesterday".split()
)
# "The ministry obtained by the Herald": what was done to the document is no part of its maker.
_PREPOSITIONS = frozenset("at by from in on to with".split())
_LIST = re.compile(
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}){1,9},? and "
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?=$|[\s,])"
)
# A capital word before the noun can be a place or a subject; these media and endings leave little doubt.
_SAID_BY = frozenset(("statement", "memo", "letter", "email", "post"))
_BODIES = frozenset(
    "agency association bank center centre commission committee council department foundation fund "
    "group herald house institute international ministry nations news office party post society "
    "times union university watch".split()
)
_STATES = frozenset(("US", "U.S.", "USA", "UK", "U.K."))
_ADJECTIVE = re.compile(r"\w+(?:ish|ese|ian|ean|ern)$|(?:Afri|Ameri|Republi)can$")
_FEASTS = frozenset("Christmas Easter Internet New Year".split())


def document_maker(source_words: str) -> tuple[int, int] | None:
    """Who made the document that a source is: "Lee" of "a letter from Lee"; None without document or maker.

    Start and end count code points of `source_words`, end exclusive. A possessive pronoun is a maker too.
    """
    spans = [
        Span(*match.span()) for _, match in zip(range(MAX_WORDS), WORD.finditer(source_words), strict=False)
    ]
    words = Surroundings(source_words, spans, [Part.FREE] * len(spans), 0, 0)
    found = _document(words)
    if found is None:
        return None
    head, last = found
    first = _first(words, head)
    maker = _owner(words, first, head) or _behind(words, last, head) or _before(words, first, head)
    return (maker.start, maker.end) if maker else None


def _document(words: Surroundings) -> tuple[int, int] | None:
    """The first and last word of the noun that makes a source a document, if it is one."""
    for i in range(len(words.words)):
        for size in (3, 2, 1):
            last = min(i + size, len(words.words)) - 1
            noun = tuple(words.lower(j) for j in range(i, last + 1))
            if noun in NOUNS and words.ends_phrase(last) and not (i and words.word(i)[0].isupper()):
                return i, last
        if not words.word(i)[0].isalnum() or (words.lower(i) in STOP and not _goes_on(words, i)):
            return None
    return None


def _goes_on(words: Surroundings, i: int) -> bool:
    """Whether "of" stands inside a phrase: "a series of reports", "the Ministry of the Interior’s report"."""
    before, after = words.word(i - 1), words.word(i + 1)
    return words.lower(i) == "of" and (
        words.lower(i - 1) in _AMOUNTS or before[:1].isupper() or after.isupper()
    )


def _first(words: Surroundings, head: int) -> int:
    """The first word of the noun's own phrase, behind "a series of"."""
    amounts = [i for i in range(1, head) if words.lower(i) == "of" and words.lower(i - 1) in _AMOUNTS]
    return amounts[-1] + 1 if amounts else 0


def _owner(words: Surroundings, first: int, head: int) -> Span | None:
    """The owner before the noun: "the UN’s", "the workers’", "his"."""
    for i in range(head - 1, first - 1, -1):
        word = words.lower(i)
        stem = word.removesuffix("'s") if word.endswith("'s") else word.removesuffix("'")
        if stem != word:
            cut = len(word) - len(stem)
            return None if stem in _TIMES else Span(words.words[first].start, words.words[i].end - cut)
    return words.words[first] if words.lower(first) in POSSESSIVES and first < head else None


def _behind(words: Surroundings, last: int, head: int) -> Span | None:
    """The maker behind the noun: "by Lee", "published on Monday by Lee", "from Lee"."""
    start, kind = words.words[last].end, NOUNS[tuple(words.lower(i) for i in range(head, last + 1))]
    by = BY.match(words.text, start)
    if by and not _NO_MAKERS.match(words.text, by.end()):
        return _extent(words, by.end())
    origin = FROM.match(words.text, start)
    if origin and kind not in _FROM_PLACES and not _PLACES.match(words.text, origin.end()):
        return _extent(words, origin.end())
    sent = SENT.match(words.text, start)
    return Span(*sent.span("maker")) if sent and sent["maker"].lower() not in _NOBODY else None


def _extent(words: Surroundings, start: int) -> Span | None:
    """How far the maker that begins at a place of the text reaches; None for a day or a month."""
    names = _LIST.match(words.text, start)
    if names:
        return Span(*names.span())
    own = [i for i, span in enumerate(words.words) if span.start >= start]
    end = next((i for i in own if _ends(words, own[0], i)), len(words.words))
    if not own or end == own[0] or words.lower(own[0]) in DAYS | MONTHS:
        return None
    return words.span(own[0], end - 1)


def _ends(words: Surroundings, first: int, i: int) -> bool:
    """Whether the maker ends before this word."""
    word, before, after = words.lower(i), words.word(i - 1), words.word(i + 1)
    names = before[:1].isupper() and after[:1].isupper() and words.lower(i + 1) not in DAYS | MONTHS
    if word == "." and i > first:
        return not (len(before) <= 3 and before[0].isupper() and after[:1].isupper())
    if not word[0].isalnum():
        return word not in "&-/"
    if word == "for":
        return not (words.lower(first) in DETERMINERS and names)
    if word == "on":
        return not names
    if word == "of" and before[:1].isupper():
        name = words.word(i + 2 if words.lower(i + 1) == "the" else i + 1)
        return not name[:1].isupper()
    if word.endswith("ed") and words.lower(i + 1) in _PREPOSITIONS and i > first:
        return True
    return word in _ENDS or (word == "and" and re.fullmatch(_MADE, words.lower(i + 1)) is not None)


def _before(words: Surroundings, first: int, head: int) -> Span | None:
    """The maker as a capital word before the noun: "a UN report", "a Pentagon memo"; not a place or a day."""
    run = _capitals(words, first, head)
    if not run:
        return None
    printed = [words.word(i) for i in run]
    kind = NOUNS.get((words.lower(head),), "document")
    acronym = len(printed) == 1 and printed[0].isupper() and len(printed[0]) > 1
    body = len(printed) > 1 and printed[-1].lower() in _BODIES
    sure = acronym or ((kind in _SAID_BY or body) and run[-1] == head - 1)
    named = not any(_is_no_maker(word) for word in printed) and kind != "court filing"
    return words.span(run[0], run[-1]) if sure and named else None


def _is_no_maker(word: str) -> bool:
    small = word.lower()
    states = word in _STATES or word in ADJECTIVES or _ADJECTIVE.match(word)
    return bool(states) or small in PLATFORMS | DAYS | MONTHS or word in _FEASTS


def _capitals(words: Surroundings, first: int, head: int) -> Sequence[int]:
    """The last run of capital words before the noun, an article at the start left aside."""
    places = [i for i in range(first, head) if _is_name(words, i)]
    start = next((i for i in reversed(places) if i - 1 not in places), head)
    return [i for i in places if i >= start]


def _is_name(words: Surroundings, i: int) -> bool:
    word = words.lower(i)
    return words.word(i)[0].isupper() and word not in DETERMINERS and not word.endswith(("'s", "'"))
