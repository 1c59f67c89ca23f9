"""Whether the party that was found is the one that a person named; and what sort of words a source is.

In: the best name that a person gave ("Edda Lorne", "Ana Lee + Tom Park" for a group), and the names under
which a reading knows whom it found. Out: yes or no. Names are compared as words, without a, an or the at
the front, whatever their capitals and apostrophes. Nothing is looked up: what no word shows is no match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Parts the names of a group in what a person wrote.
GROUP = " + "

# Every form of a pronoun, and the one it is counted under.
PRONOUNS = {
    form: head
    for head, forms in {
        "he": "he him his",
        "she": "she her hers",
        "they": "they them their theirs",
        "it": "it its",
        "we": "we us our ours",
        "i": "i me my mine",
    }.items()
    for form in forms.split()
}
SORTS = ("named", "nominal", "relative", *dict.fromkeys(PRONOUNS.values()))

_RELATIVE = frozenset("who whom whose which that".split())
# What may follow a pronoun without making it another sort of source: "she herself", "they all".
_WITH_PRONOUN = frozenset(
    "himself herself itself themselves ourselves myself all both too also alone".split()
)

_WORD = re.compile(r"\w+(?:['.&-]\w+)*")
_DETERMINERS = frozenset(("a", "an", "the"))
# The head of a phrase stands before the first of these: "spokesman" in "a spokesman for the army".
_AFTER_HEAD = _RELATIVE | frozenset(
    """of for in at from on with by near to about against within under inside familiar close beside
    behind outside among between around along""".split()
)
_PAUSE = re.compile(r"[,;:(]| [–—-] ")
_JOINT = re.compile(r",? (?:and|&) |, ")


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a reading found: its name, other names of it, the words at a place, and the members of a group."""

    name: str
    names: tuple[str, ...] = ()
    mention: str = ""
    members: tuple[Party, ...] = ()


def stands_for(gold: str, party: Party) -> bool:
    """Whether a party is the one that a person named.

    It is when one of its names is the gold name, or when its name or mention and the gold name are the same
    phrase, one shorter than the other: the shorter stands in the longer word for word, and both have the same
    head. So "Lorne" and "Edda Lorne, head of the port" are Edda Lorne, "the army" is not "a spokesman for the
    army". A mention counts only where the party has no proper name: a "Lorne" that is "Karl Lorne" is not
    Edda. A group is right when its members are those named, in any order, none missing.
    """
    parts = gold.split(GROUP)
    if len(parts) > 1:
        return _same_members(parts, party)
    wanted = _words(gold)
    if wanted and any(_words(name) == wanted for name in (party.name, *party.names)):
        return True
    if party.members:
        return False
    if _same_phrase(gold, party.name):
        return True
    return _same_phrase(gold, party.mention) and not _printed_head(party.name)[:1].isupper()


def _same_members(parts: list[str], party: Party) -> bool:
    if any(_JOINT.split(name) == parts for name in (party.name, *party.names)):
        return True
    left = list(party.members) or [Party(name) for name in _JOINT.split(party.name)]
    if len(left) != len(parts):
        return False
    for part in parts:
        member = next((one for one in left if stands_for(part, one)), None)
        if member is None:
            return False
        left.remove(member)
    return True


def _same_phrase(one: str, other: str) -> bool:
    """Whether one phrase is the other, or a shorter way to put it."""
    short, long = sorted((one, other), key=lambda phrase: len(_words(phrase)))
    words, more = _words(short), _words(long)
    if not words or _head(short) != _head(long):
        return False
    # "Park" is no short for "Lee and Park".
    if "and" in _head_phrase(long) and "and" not in _head_phrase(short):
        return False
    return any(more[i : i + len(words)] == words for i in range(len(more) - len(words) + 1))


@lru_cache(maxsize=4096)
def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase made comparable; a possessive ending is none of them."""
    found = _WORD.findall(phrase.replace("’", "'").replace("‘", "'").casefold())
    words = [word.removesuffix("'s") for word in found]
    return tuple(words[1:] if len(words) > 1 and words[0] in _DETERMINERS else words)


def _head_phrase(phrase: str) -> tuple[str, ...]:
    words = _words(_PAUSE.split(phrase)[0])
    stop = next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words))
    return words[:stop]


def _head(phrase: str) -> str:
    words = _head_phrase(phrase)
    return words[-1] if words else ""


def _printed_head(phrase: str) -> str:
    """The head as it is printed, with its capitals; empty where there is none."""
    head = _head(phrase)
    words = re.findall(r"[\w'’.&-]+", phrase)
    return next((word for word in words if head and _words(word)[:1] == (head,)), "")


def sort_of_source(source: str, speaker: str, text: str) -> str:
    """Which of `SORTS` the words of a source are; empty where there is no source.

    Named is a source whose head is a proper name, or that holds the speaker's proper name ("the mayor, Ana
    Lee"). What a capital at the start of a sentence means is told by the rest of the text.
    """
    words = _words(source)
    if not words:
        return ""
    if words[0] in PRONOUNS and all(word in _WITH_PRONOUN for word in words[1:]):
        return PRONOUNS[words[0]]
    if len(words) == 1 and words[0] in _RELATIVE:
        return "relative"
    return "named" if _is_proper(source, text) or _holds_name(source, speaker, text) else "nominal"


def _holds_name(source: str, speaker: str, text: str) -> bool:
    return any(name in source and _is_proper(name, text) for name in speaker.split(GROUP) if name)


def _is_proper(phrase: str, text: str) -> bool:
    """Whether the head of a phrase is written as a name, which the start of a sentence may hide."""
    head = _printed_head(phrase)
    if not head[:1].isupper() or not phrase.startswith(head):
        return head[:1].isupper()
    if re.search(rf"[a-z,] {re.escape(head)}\b", text):
        return True
    # "Police", and "Residents" of whom the text speaks only here.
    return not head.endswith("s") and re.search(rf"\b{re.escape(head.lower())}\b", text) is None
