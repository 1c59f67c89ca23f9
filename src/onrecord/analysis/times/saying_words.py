"""Which words may stand between a cue and the time of saying.

In: the words and marks between two places, as `tokens` makes them. Out: whether a time on the one side can
tell when the thing on the other was said. Only closed lists and endings are looked at, never a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.analysis.cue_lexicon import IRREGULAR
from onrecord.analysis.cues import known_lemma
from onrecord.analysis.times.vocabulary import MEDIUM
from onrecord.model.span import Span

TOKEN = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|[^\w\s]")
SOURCE, CONTENT, OTHER = "<S>", "<C>", "<O>"  # tokens that no text has

DASHES = frozenset("—–-")
COMMAS = DASHES | {","}  # dashes part words as commas do
BREAKS = frozenset(";:()[]")
QUOTES = frozenset("\"“”„‘’'«»")
JOINING = frozenset("and but or so yet".split())

# Directly before a time they make it the edge of a stretch, the time of a noun, or one of many.
BOUNDING = frozenset(
    "about after ago ahead as before beginning by due each effective every for from of prior starting than "
    "through till to toward towards until".split()
)
# Adverbs and helping verbs may stand anywhere in a verb group.
LIGHT = frozenset(
    "again also back be been being both did do does earlier even finally first had has have here however "
    "instead is just later meanwhile not once only separately shall should still then there therefore though "
    "thus too twice was were will would".split()
)
# They open other clauses.
CLAUSES = frozenset(
    "although because how if nor since than though unless until what when where whereas whether which while "
    "who whom whose why".split()
)
# They bind what follows to a noun or to another event.
BINDING = frozenset(
    "about after against ahead amid before concerning despite following into over regarding since that "
    "toward towards under without".split()
)
PLACES = frozenset("at during inside outside".split())  # "at a funeral on Tuesday"
CONTINUING = PLACES | frozenset("alongside before by for from in on to with".split())
ASIDES = frozenset("after ahead amid as days following hours just minutes only shortly".split())
UNITS = frozenset("anniversary day days eve hours minutes month months morning week weeks year years".split())
OF_MEDIUM = frozenset("after at during following from in on over through via".split())
BINDING_FAR = (CONTINUING | {"of"}) - frozenset("at in to with".split())  # to a noun, before a year or month

SPEAKING = frozenset(
    "addressing answering appearing asked briefing campaigning contacted interviewed posting questioned "
    "quizzed reached replying responding speaking talking testifying tweeting writing".split()
)
ISSUED = frozenset(
    "aired broadcast carried dated delivered distributed emailed given held issued made posted printed "
    "circulated leaked published recorded released screened sent shared streamed submitted televised "
    "uploaded written".split()
)
VERBS = frozenset(
    "am are began born broke brought built came can could did died do does fell felt found had has have held "
    "hit is killed left lost made may met might must ran saw seen set shot should shown struck took was were "
    "went will won would".split()
)
NO_VERBS = frozenset("alleged hundred hundreds limited united".split())
NO_PARTICIPLES = frozenset(
    "briefing building ceiling evening funding gathering hearing king meeting morning opening parking "
    "posting questioning recording ring ruling sing spring".split()
)
PRESENT = frozenset("adds argues claims insists reports says tells thinks warns writes".split())
IS_MEDIUM = re.compile(rf"(?:{MEDIUM}|release|meeting|hall)s?", re.IGNORECASE)

LONGEST = 12  # words in a phrase that is let pass
LONGEST_FAR = 6  # before a year, a month or a season, which more often belong to a noun
FIRST_WORDS = 5  # of an aside, among which "day" or "year" is looked for
LONGEST_ASIDE = 25  # words between two commas
BEFORE_MEDIUM = 6  # words from "in" to the interview


def tokens(text: str, stretch: Span, marks: Iterable[tuple[Span, str]]) -> list[str]:
    """The words and punctuation marks of a stretch, with one token for each marked span in it."""
    found: list[str] = []
    place = stretch.start
    for span, mark in sorted(marks):
        found += TOKEN.findall(text, place, max(place, min(span.start, stretch.end)))
        found.append(mark)
        place = max(place, span.end)
    return found + TOKEN.findall(text, min(place, stretch.end), stretch.end)


def leads(words: Sequence[str], *, near: bool) -> bool:
    """Whether a time after these words is that of a saying: "in an interview with the Courier", "speaking".

    `near` says that the time is a day or week, of which a looser place is enough: "at a funeral".
    """
    rest = _without_light(words)
    if len(rest) > 1 and rest[0].lower() in ("when", "while") and rest[1].lower() in SPEAKING:
        rest = rest[1:]
    if not rest or all(word.lower() in ISSUED for word in rest):
        return True
    first = rest[0].lower()
    if first in SPEAKING:
        return _is_plain(rest[1:], near=True)
    if in_medium(rest):
        return True
    if first == "in" and all(word[0].isupper() for word in rest[1:]):
        return True
    return near and first in PLACES and _is_plain(rest[1:], near=near)


def admits(words: Sequence[str], *, near: bool) -> bool:
    """Whether a time after these words, which follow a cue, is that of the cue: "told" [reporters]."""
    if any(word in BREAKS for word in words) or has_saying(words):
        return False
    small = [word.lower() for word in words]
    if small and (small[0] in ("of", "about", "on") or small[-1] in JOINING):
        return False
    if any(word in JOINING and before in COMMAS for before, word in pairwise(small)):
        return False
    last = _after_comma(words)
    if not near and len(last) < len(words) and _has(words, CLAUSES):
        return False  # "Lee, who fled Aldmoor, Oldmere, in 2015"
    return leads(last, near=near) or (len(last) == len(words) and _is_plain(words, near=near))


def goes_between(left: Sequence[str], right: Sequence[str], *, near: bool) -> bool:
    """Whether a time between these words goes with the cue that they lead to from a source.

    "Lee [,] on Tuesday [,] said", "Lee left [and] on Tuesday said", "Lee spoke on Tuesday [, saying]".
    """
    if left and left[-1].lower() in JOINING:
        return carries_on(right)
    if right[:1] and right[0] in COMMAS and _has(left, CLAUSES):
        return False  # it may end the clause: "Lee, who fled Aldmoor, Oldmere, in 2015, said"
    last = _after_comma(left)
    if any(word.lower() in SPEAKING for word in last[:1]) and len(last) < len(left) and right[-1:] == [","]:
        return _is_plain(last[1:], near=True) and _is_plain(right[:-1], near=True)
    return leads(last, near=near) and carries_on(right)


def accompanies(left: Sequence[str], right: Sequence[str], cue: str) -> bool:
    """Whether a cue goes with what a source did at a time: "Lee [left] on Tuesday[,] saying"."""
    first = cue.split()[:1]
    if right not in ([","], ["by"]) or not first or not first[0].endswith("ing"):
        return False
    return len(left) <= LONGEST and COMMAS.isdisjoint(left) and not _has(left, CLAUSES | BINDING)


def carries_on(words: Sequence[str]) -> bool:
    """Whether a time before these words goes with a cue after them: "on Tuesday [again] said"."""
    rest = _without_light(_without_light(words)[::-1])[::-1]
    if not rest:
        return True
    joined = rest[-1].lower() in JOINING and len(rest) <= LONGEST
    return joined and COMMAS.isdisjoint(rest) and not _has(rest, CLAUSES)


def bridges(words: Sequence[str], lead: Sequence[str], *, medium: bool) -> bool:
    """Whether a time before these words goes with a source after them: "on Tuesday [, in Aldmoor,]".

    `lead` are the words before the time: "asked" [on Tuesday] "about the rain," leads to who was asked.
    `medium` says that the time is of an interview or a paper, of which more may be told: "seen by Lee,".
    """
    if len(words) == 1 and words[0] in DASHES:
        return False  # a dateline
    if words and words[-1] in COMMAS and any(word.lower() in SPEAKING for word in lead[:1]):
        return len(words) <= LONGEST_ASIDE
    rest = _without_light(_without_light(words)[::-1])[::-1]
    if not rest or [word.lower() for word in rest] == ["it"]:
        return True
    if words[0] in COMMAS and words[-1] in COMMAS:
        return len(words) <= LONGEST_ASIDE and _is_aside(words[1:-1])
    first = rest[0].lower()
    told = medium and words[-1] in COMMAS and _is_verb(first)
    if first not in CONTINUING and first not in SPEAKING and not told:
        return False
    return len(rest) == len(_after_comma(rest)) and _is_plain(rest[1:], near=True)


def _is_aside(words: Sequence[str]) -> bool:
    """Whether words between commas say more of a time: "when he was mayor", "a day after", "in Aldmoor"."""
    first = words[0].lower() if words else ""
    told = first in CONTINUING or first in CLAUSES or first in ASIDES or _is_verb(first) or first in SPEAKING
    return told or any(word in UNITS for word in words[:FIRST_WORDS])


def opens(words: Sequence[str], *, near: bool) -> bool:
    """Whether a time after these words, the first of a sentence, opens a clause."""
    last = [word for word in _after_comma(words, QUOTES | BREAKS) if word not in QUOTES]
    if last and last[-1].lower() in JOINING:
        return True
    first = next((i for i, word in enumerate(last) if not _may_open(word)), len(last))
    return leads(last[first:], near=near)


def _may_open(word: str) -> bool:
    """Whether a word may open a clause before its time: "But", "meanwhile", "when"."""
    return word.lower() in JOINING or word.lower() == "when" or _is_light(word)


def has_saying(words: Iterable[str]) -> bool:
    """Whether a verb of saying, thinking or decreeing is among the words."""
    return any(_is_saying(word.lower()) for word in words if word[0].islower())


def _is_saying(word: str) -> bool:
    if word in ISSUED or word in SPEAKING or word in NO_PARTICIPLES or IS_MEDIUM.fullmatch(word):
        return False
    verb = word.endswith(("ed", "ing")) or word in IRREGULAR or word in PRESENT
    return verb and word not in LIGHT and word not in VERBS and known_lemma(word) is not None


def in_medium(words: Sequence[str]) -> bool:
    """Whether words end in where something was said: "reporters in a statement issued"."""
    places = [i for i, word in enumerate(words) if IS_MEDIUM.fullmatch(word)]
    if not places:
        return False
    for i in range(places[-1] - 1, max(-1, places[-1] - 1 - BEFORE_MEDIUM), -1):
        if words[i].lower() in OF_MEDIUM:
            inner, tail = words[i + 1 : places[-1]], words[places[-1] + 1 :]
            return _is_plain(words[:i], near=True) and not _has(inner, CLAUSES) and _is_plain(tail, near=True)
    return False


def issued(words: Sequence[str]) -> bool:
    """Whether words end in the issue of a paper: "a report by Lee, published", "a letter that it sent"."""
    places = [i for i, word in enumerate(words) if IS_MEDIUM.fullmatch(word)]
    if not places:
        return False
    behind = [word.lower() for word in words[places[0] + 1 :]]
    last = next((i for i in range(len(behind) - 1, -1, -1) if behind[i] in ISSUED), None)
    return last is not None and _is_plain([w for w in behind[last + 1 :] if w not in COMMAS], near=True)


def _is_plain(words: Sequence[str], *, near: bool) -> bool:
    """Whether words are but names, nouns and places, with no clause and no other event in them."""
    if len(words) > (LONGEST if near else LONGEST_FAR):
        return False
    for word in words:
        small = word.lower()
        if word in COMMAS or word in BREAKS or small in CLAUSES or small in BINDING:
            return False
        if _is_verb(word) and small not in ISSUED:
            return False
        if not near and small in BINDING_FAR:
            return False
    return True


def _is_verb(word: str) -> bool:
    """Whether a word with a small letter looks like a verb or a participle."""
    if not word[0].islower() or word in NO_VERBS or word in NO_PARTICIPLES or word in SPEAKING:
        return False
    return word in VERBS or (len(word) > 4 and word.endswith(("ed", "ing")))


def _is_light(word: str) -> bool:
    small = word.lower()
    return small in LIGHT or (small.endswith("ly") and word[0].islower()) or word in QUOTES


def _without_light(words: Sequence[str]) -> list[str]:
    """The words without adverbs, helping verbs and commas at their start."""
    kept = (i for i, word in enumerate(words) if word not in COMMAS and not _is_light(word))
    return list(words[next(kept, len(words)) :])


def _after_comma(words: Sequence[str], more: frozenset[str] = frozenset()) -> list[str]:
    """The words after the last comma or dash."""
    marks = COMMAS | more
    last = max((i for i, word in enumerate(words) if word in marks), default=-1)
    return list(words[last + 1 :])


def _has(words: Iterable[str], wanted: frozenset[str]) -> bool:
    return any(word.lower() in wanted for word in words)
