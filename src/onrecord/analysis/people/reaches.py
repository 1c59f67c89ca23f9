"""How far a basic noun phrase reaches: "the head" of "the head of the port", "Bank of Orvesk" as a whole.

In: a parse and a word that may open a phrase. Out: the word behind its last one.
"""

from __future__ import annotations

import re

from onrecord.analysis.people.noun_lexicon import BODY_NOUNS, singular
from onrecord.analysis.syntax import NOUNS, Parse

INSIDE = NOUNS | frozenset(("DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "RBS", "RB"))
OPENERS = INSIDE - {"POS", "VBG", "RB"}
CONNECTORS = frozenset(
    "de del della di da das dos du van von der den al bin ibn el la le y e ben abu ul".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)
HYPHENS = ("-", "‐", "‑")
INITIAL = re.compile(
    r"[A-Z]|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Prof|St|Fr|Hon|Jr|Sr|Supt|Insp|Adm|Cmdr"
)
ACRONYMS = frozenset(("US", "WHO"))  # pronouns in small letters
# "Ana Lee-style" is no name.
SUFFIXES = frozenset(
    """affiliated aligned allied appointed backed based born controlled elect era esque friendly gate held
    inspired led like linked owned run sponsored style themed turned type""".split()
)
SPELLED_OUT = 8  # words behind "and" in a name whose initials follow
LONG = 9  # letters, which no half of a given name has
FILLERS = frozenset("uh um er oh yeah hmm".split())
MAX_WORDS = 24  # in a basic noun phrase; longer ones are lists of a table


def reach_of(parse: Parse, start: int, stop: int) -> int:
    """Where the noun phrase that opens at a word ends; at the word itself where none does."""
    if parse.speech[start] not in OPENERS and not is_name_word(parse, start):
        return start
    if parse.speech[start] == "VBN" and parse.child(start, "aux", "auxpass") is not None:
        return start  # "has [asked] Ana Lee", not "a [wounded] man"
    i, last = start, start
    while i < min(stop, start + MAX_WORDS):
        if i > start and (not _joined(parse, i) or is_day(parse, i) != is_day(parse, start)):
            break
        if i > start and (parse.named(i) == "time") != (parse.named(i - 1) == "time") and _turns(parse, i):
            break  # "Last month | Mesk", "the executive | last year"
        speech = parse.speech[i]
        if speech in NOUNS or is_name_word(parse, i):
            last = i + 1
        elif parse.lower(i) == "the" and links(parse, i, stop):
            pass
        elif i > start and speech in ("DT", "PDT", "PRP$") and parse.speech[i - 1] not in ("PDT", "POS"):
            break
        elif speech == "CD":
            last = i + 1 if last == i else last
        elif speech not in INSIDE and not links(parse, i, stop):
            break
        i += 1
    return last


def _turns(parse: Parse, i: int) -> bool:
    """Whether a word that begins or follows a time begins a phrase of its own."""
    if parse.named(i) != "time":
        return is_capital(parse, i)
    return parse.lower(i) in ("last", "next", "this", "yesterday", "today", "tomorrow", "tonight") or is_day(
        parse, i
    )


def links(parse: Parse, i: int, stop: int) -> bool:
    """Whether a mark or a small word goes on with a phrase: "O’Neil", "J. Lee", "Bank of Orvesk"."""
    word = parse.lower(i)
    after = i + 1 < stop and _joined(parse, i + 1) and is_capital(parse, i + 1)
    before_name = i > 0 and is_name_word(parse, i - 1)
    if word in HYPHENS:
        return i > 0 and parse.words[i - 1].end == parse.words[i].start
    if word in ("'", "’"):
        return parse.words[i].start == parse.words[i - 1].end if i else False
    if word == "s":
        return i > 0 and parse.lower(i - 1) in ("'", "’")
    if word == ".":
        return before_name and bool(INITIAL.fullmatch(parse.word(i - 1))) and after
    if word == "&" or (word == "and" and in_spelled_out(parse, i)):
        return before_name and after
    if word in CONNECTORS:
        linked = before_name or (i > 1 and parse.lower(i - 1) in CONNECTORS)
        return linked and i + 1 < stop and _joined(parse, i + 1)
    if word in ("of", "for"):
        return before_name and _heads_a_body(parse, i - 1) and _name_follows(parse, i + 1, stop)
    if word == "the":
        return i > 1 and parse.lower(i - 1) in ("of", "for") and after
    return False


def in_spelled_out(parse: Parse, i: int) -> bool:
    """Whether a word stands inside a name whose initials follow: "the Food [and] Drug Office (FDO)"."""
    near = range(i + 2, min(i + SPELLED_OUT, len(parse.words) - 2))
    bracket = next((k for k in near if parse.word(k) == "("), None)
    if bracket is None or parse.word(bracket + 2) != ")" or not parse.word(bracket + 1).isupper():
        return False
    initials, first = "", bracket
    while first and bracket - first < 2 * SPELLED_OUT and initials != parse.word(bracket + 1):
        first -= 1
        if is_capital(parse, first):
            initials = parse.word(first)[0] + initials
    return initials == parse.word(bracket + 1) and first < i


def _heads_a_body(parse: Parse, i: int) -> bool:
    word = parse.lower(i)
    return singular(word) in BODY_NOUNS or word in ("bank", "university", "house", "department", "friends")


def _name_follows(parse: Parse, i: int, stop: int) -> bool:
    if i < stop and parse.lower(i) == "the":
        i += 1
    return i < stop and is_name_word(parse, i)


def _joined(parse: Parse, i: int) -> bool:
    """Whether a word follows the one before it in its line."""
    gap = parse.text[parse.words[i - 1].end : parse.words[i].start]
    return "\n" not in gap and len(gap) <= 2


def is_capital(parse: Parse, i: int) -> bool:
    """Whether a word begins with a capital letter."""
    return parse.word(i)[0].isupper()


def is_name_word(parse: Parse, i: int) -> bool:
    """Whether a word looks like part of a name."""
    if is_given_half(parse, i):
        return True
    if not is_capital(parse, i) or is_day(parse, i):
        return False
    kind = parse.named(i)
    if is_us_or_who(parse, i):
        return True
    if parse.lower(i) in FILLERS:
        return False
    return parse.speech[i] in ("NNP", "NNPS") or kind in ("person", "organisation", "place")


def is_given_half(parse: Parse, i: int) -> bool:
    """Whether a word is the second half of a given name, in small letters: "Lee Jae-[myung]"."""
    joined = i > 2 and parse.lower(i - 1) in HYPHENS and parse.words[i - 1].end == parse.words[i].start
    if not joined or parse.words[i - 2].end != parse.words[i - 1].start or not parse.word(i).islower():
        return False
    full = parse.named(i - 2) == "person" and parse.names[i - 2] == "I-person"
    return full and parse.word(i).isalpha() and parse.lower(i) not in SUFFIXES and len(parse.word(i)) < LONG


def is_us_or_who(parse: Parse, i: int) -> bool:
    """Whether a word is "US" or "WHO" and no pronoun of a line in capitals."""
    if parse.word(i) not in ACRONYMS:
        return False
    beside = (parse.word(k) for k in (i - 1, i + 1) if 0 <= k < len(parse.words))
    return not any(len(word) > 1 and word.isupper() for word in beside)


def is_day(parse: Parse, i: int) -> bool:
    """Whether a word is a weekday or month, and nobody's name."""
    return parse.lower(i) in CALENDAR and parse.named(i) not in ("person", "organisation")
