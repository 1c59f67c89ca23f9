"""Whether a source is unnamed people, and what the text tells of them: how many, of which body, why unnamed.

In: the words of a source and what follows them. Out: an `Anonymity`, whose parts are slices of the text, or
None for named people, bodies, sides and known holders of an office ("the president"). A noun that is not
known to mean people is taken for none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.circumstances.surroundings import DAYS, MONTHS, WORD
from onrecord.analysis.people.anonymity_lexicon import (
    KIN,
    OFTEN_UNNAMED,
    PARTIES,
    PEOPLE,
    STANCES,
    continues_name,
    is_body,
    is_rank,
    names_body,
    person,
)
from onrecord.analysis.people.anonymity_reasons import is_condition, reason
from onrecord.model.entity import Anonymity
from onrecord.model.span import Span

MAX_LENGTH = 400  # characters of a source that are looked at

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|tens"
    r"|several|some|many|few|most|multiple|numerous|countless|another|\d[\d,]*+(?![%.]))"
    r"(?! ?%| ?per ?cent| in (?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_COUNT = re.compile(
    r"(?:(?:at least|more than|fewer than|nearly|almost|about|around|some|up to|over|as many as) )?"
    rf"(?:half a dozen|an? (?:few|couple|dozen|half-dozen)|{_NUMBER})\b"
    r"|a (?:number|group|handful|pair|trio|team|crowd|majority|minority)(?= of\b)|an?\b",
    re.IGNORECASE,
)
# Such a count needs no noun: "several said", "some in the party".
_ALONE = re.compile(rf"{_NUMBER}|a few|a couple|half a dozen", re.IGNORECASE)
_DEFINITE = frozenset("the this that these those his her its our their my your".split())
_PERSONAL = _DEFINITE - frozenset("the this that these those".split())
# Nobody in particular, everybody, or people told of before.
_NEVER = frozenset(
    "all any anybody anyone both each either every everybody everyone he i it neither no nobody "
    "none she they we who you".split()
)
_THOSE = re.compile(
    r"those (?:aware|briefed|close|familiar|involved|present|privy|with (?:direct )?knowledge)\b",
    re.IGNORECASE,
)
_SELVES = frozenset(("others", "someone", "somebody"))
_EDGES = " \t\r\n\"'“”‘’,.;:()"
# Behind the noun for the people; what follows says more of them.
_ENDS = frozenset(
    "about aligned among and around as at aware based because briefed by close connected directly "
    "during employed familiar for from here in including inside into involved knowledgeable like "
    "living near now of on opposed or outside present privy say said speaking that there to "
    "travelling under who whom whose which with within"
    "working".split()
)
_NAMED = re.compile(
    r"\b(?:named|called|nicknamed|identified (?:only )?(?:as|by)|known (?:only )?as|including|like|such as"
    r"|g[ai]ve (?:only )?(?:his|her|their|a) (?:\w+ )?names?(?: only)? as)\s+[“\"']?(?:\w+ ){0,2}[A-Z]"
    r"|\bfirst names?\b,? (?:[a-z]+ )?[A-Z]"
)
_APPOSED = re.compile(r"\s*[,(–—]\s*(?!(?:[AI]|An|The)\b)[A-Z][\w’'-]*(?P<more> [A-Z])?")
_FULL_NAME = re.compile(
    r",\s*(?:(?!(?:and|at|by|for|from|in|of|or|that|the|to|which|who|whose|with)\b)[\w’'-]+ ){0,5}"
    r"[A-Z][\w’'-]*(?: [A-Z]\.?)? [A-Z][\w’'-]*\s*(?:,|$)"
)
_ANY_NAME = re.compile(r",\s*[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*\s*(?:,|$)")
_AND = re.compile(r",? (?:and|or|as well as) ", re.IGNORECASE)
_BELONGING = re.compile(r"\s*\b(at|for|from|in|inside|of|to|with|within)\s+", re.IGNORECASE)
_TO = frozenset("adviser advisor aide ally assistant attorney counsel deputy envoy lawyer".split())
_PLACE = frozenset("from in of".split())


@dataclass(frozen=True, slots=True)
class _People:
    """The words of a source taken apart; `core` are the words up to the noun, `rest` is what follows it."""

    text: str
    count: str | None
    among: bool
    determiner: str
    owner: Span | None
    core: tuple[Span, ...]
    rest: str

    @property
    def head(self) -> str:
        """The noun as printed, empty where there is none: "some in the party"."""
        return self.core[-1].slice(self.text) if self.core else ""

    @property
    def noun(self) -> str | None:
        """The noun in the singular, if it means people."""
        return person(self.head.lower()) if self.core else None

    @property
    def plural(self) -> bool:
        return self.noun is not None and self.noun != self.head.lower()


def anonymity(words: str, after: str) -> Anonymity | None:
    """What is told of unnamed people who are a source; None where the source is no unnamed people.

    `words` are the source’s ("two officials at the ministry"), `after` what follows them, to the end of the
    sentence or of the next one; there the reason may stand. What is given are slices of either.
    """
    words = re.sub(r"['’]s?$", "", words[:MAX_LENGTH].rstrip()).strip(_EDGES)
    if not words or _NAMED.search(words):
        return None
    people = _take_apart(words)
    joined = _AND.match(people.rest)
    if joined:
        rest = anonymity(people.rest[joined.end() :], after)
        return Anonymity(None, None, rest.why) if rest and _is_unnamed(people, after) else None
    if not _is_unnamed(people, after):
        return None
    return Anonymity(people.count, _body(people), reason(words, after))


def _take_apart(words: str) -> _People:
    """The parts of a source: "one of | the | army’s | senior officers | in Orvesk"."""
    count, place = _counted(words, 0)
    among = count is not None and words.startswith(" of ", place)
    tokens = [Span(*match.span()) for match in WORD.finditer(words, place + 4 if among else place)]
    determiner = tokens[0].slice(words).lower() if tokens else ""
    start = tokens[0].start if tokens else len(words)
    if determiner in _DEFINITE:
        inner, place = _counted(words, tokens[1].start if len(tokens) > 1 else len(words))
        count = count or inner
        tokens = [token for token in tokens[1:] if token.start >= place or not inner]
    else:
        determiner = ""
    before = tokens[: next((i for i in range(len(tokens)) if _ends(words, tokens, i)), len(tokens))]
    rest = words[before[-1].end :] if before else words[start:]
    owner, core = _owner(words, before)
    if owner:
        owner = Span(start if determiner else owner.start, owner.end)
    return _People(words, count, among, "" if owner else determiner, owner, core, rest)


def _counted(words: str, start: int) -> tuple[str | None, int]:
    """The count that begins at a place, and where it ends."""
    match = _COUNT.match(words, start)
    if match is None:
        return None, start
    return match[0], match.end() + (
        words.startswith(" ", match.end()) and not words.startswith(" of ", match.end())
    )


def _ends(words: str, tokens: Sequence[Span], i: int) -> bool:
    """Whether the words up to the noun end before this token: at "in", "who", a comma, "waiting"."""
    word = tokens[i].slice(words)
    small, before = word.lower(), tokens[i - 1].slice(words).lower() if i else ""
    if not word[0].isalnum():
        return word not in "&-"
    if small.endswith(("ed", "ing")) and word == small:
        return i > 0 and (small in _ENDS or person(before) in PEOPLE)
    return small in _ENDS


def _owner(words: str, core: Sequence[Span]) -> tuple[Span | None, tuple[Span, ...]]:
    """Whose people they are ("Lee" of "Lee’s aides"), and the words behind that."""
    for i in reversed(range(len(core) - 1)):
        word = core[i].slice(words)
        cut = 2 if word.endswith(("’s", "'s")) else 1 if word.endswith(("’", "'")) else 0
        if cut:
            return Span(core[0].start, core[i].end - cut), tuple(core[i + 1 :])
    return None, tuple(core)


def _is_unnamed(people: _People, after: str) -> bool:
    """Whether the words are for unnamed people."""
    first = WORD.match(people.text)
    if _THOSE.match(people.text):
        return True
    if first is None or first[0].lower() in _NEVER or _is_named(people):
        return False
    if people.noun is None:
        return _is_some(people) or _is_group(people)
    if people.head[0].isupper() and people.core[-1].start and not (people.count and people.plural):
        return False
    if people.among:
        return people.plural
    if people.owner or people.determiner in _PERSONAL:
        counted = people.count is not None and people.count.lower() not in ("a", "an")
        return (people.plural or counted) and people.noun not in KIN
    if people.determiner:
        return people.noun == "source" or is_condition(people.text, after)
    if people.count:
        return True
    if people.plural:
        known = people.noun in PEOPLE or people.head.islower()
        return known and people.noun not in PARTIES
    return people.noun in OFTEN_UNNAMED


def _is_named(people: _People) -> bool:
    """Whether a name follows: "a driver, Ilir Dovan"; behind a place it may be another."""
    if _APPOSED.match(people.rest):
        return True
    belonging = _BELONGING.match(people.rest)
    in_place = belonging is not None and belonging[1].lower() in _PLACE
    one = None if in_place else _ANY_NAME.search(people.rest)
    return bool(one or _FULL_NAME.search(people.rest))


def _is_some(people: _People) -> bool:
    """Whether a count or a word such as "others" stands for people by itself."""
    if people.core:
        alone = people.among and people.head in ("them", "us", "those")
        return alone or (len(people.core) == 1 and people.head.lower() in _SELVES)
    return people.count is not None and _ALONE.fullmatch(people.count) is not None and not people.determiner


def _is_group(people: _People) -> bool:
    """Whether they are some of a side with a name: "two Republicans", "a senior Democrat"."""
    if people.count is None or not people.head.istitle() or is_body(people.head.lower()):
        return False
    before = [token.slice(people.text).lower() for token in people.core[:-1]]
    several = people.count.lower() not in ("a", "an", "one", "another")
    fits = people.head.endswith(("s", "ese", "sh", "ch")) if several else not people.among
    return fits and all(map(is_rank, before)) and people.head.lower() not in DAYS | MONTHS


def _body(people: _People) -> str | None:
    """The body or the place that unnamed people belong to, as printed."""
    if people.noun in STANCES:
        return None
    if people.owner:
        return people.owner.slice(people.text)
    return _belonging(people) or _modifier(people)


def _belonging(people: _People) -> str | None:
    """The body behind the noun: "at the defence ministry", "of Orvesk", and "to Lee" for an aide."""
    match = _BELONGING.match(people.rest)
    if match is None or (match[1].lower() == "to" and people.noun not in _TO):
        return None
    rest = people.rest
    tokens = [Span(*token.span()) for token in WORD.finditer(rest, match.end())]
    end = next((i for i in range(len(tokens)) if _ends_body(rest, tokens, i)), len(tokens))
    words = [token.slice(rest) for token in tokens[:end]]
    if not words or (match[1].lower() == "with" and words[0].lower() in ("a", "an")):
        return None
    names = any(word[0].isupper() and word.lower() not in DAYS | MONTHS | {"i"} for word in words)
    known = names or any(is_body(word.lower()) for word in words)
    return rest[tokens[0].start : tokens[end - 1].end] if known else None


def _ends_body(rest: str, tokens: Sequence[Span], i: int) -> bool:
    word, before = tokens[i].slice(rest), tokens[i - 1].slice(rest) if i else ""
    small, after = word.lower(), tokens[i + 1].slice(rest) if i + 1 < len(tokens) else ""
    names = before[:1].isupper() and after[:1].isupper()
    if not word[0].isalnum():
        return word not in "&-"
    if small in ("of", "and", "for"):
        return not (names or small == "of")
    if small.endswith(("ed", "ing")) and word == small:
        return before[:1].isupper() or is_body(before)
    return i > 0 and small in _ENDS


def _modifier(people: _People) -> str | None:
    """The body before the noun: "a Pentagon official", "foreign ministry officials"."""
    before = list(people.core[:-1])
    words = [token.slice(people.text) for token in before]
    last = next((i for i in reversed(range(len(words))) if _is_name(people.text, before[i])), None)
    if last is not None:
        first = last
        while first and continues_name(words[first - 1], words[first]):
            first -= 1
        # A single capital at the start of a sentence may be any word.
        sure = first < last or before[first].start > 0 or words[first].isupper()
        return people.text[before[first].start : before[last].end] if sure else None
    if not words or not is_body(words[-1].lower()):
        return None
    first = len(words) - 1
    if first and (words[first - 1] == "foreign" or not is_rank(words[first - 1].lower())):
        first -= 1
    return people.text[before[first].start : before[-1].end]


def _is_name(text: str, token: Span) -> bool:
    """Whether a word may name a body; "U.S." of "U.S.-born" does not."""
    return names_body(token.slice(text)) and text[token.end : token.end + 1] != "-"
