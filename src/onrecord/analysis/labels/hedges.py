"""Words with which a writer keeps a distance from what is told: "reportedly", "alleged", "is said to".

In: a text and the stretches to look at. Out: the spans of such words. Only words that leave open whether it
is so, or say that others hold it so, count; how sure the writer feels ("perhaps", "seems to") does not. No
parse is used: what stands right before and behind a word tells "alleged fraud" from "Lee alleged fraud".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model.span import Span

ADVERBS = """
    allegedly apparently ostensibly professedly purportedly putatively reportedly reputedly so-called
    supposedly
"""
# Hedges before any noun.
ADJECTIVES = "ostensible purported putative uncorroborated unconfirmed unproven unsubstantiated unverified"
# Verb forms too, so that the words beside them decide.
PARTICIPLES = "accused alleged rumored rumoured supposed suspected"
# Right before "alleged fraud": what is no subject of "alleged".
BEFORE = frozenset(
    """a about after against all among an another any around as at because before being between both by called
    captured dozen dozens during each eight every few five for four from her his hundreds in into is its
    killed many more my nine no of on one or other our over same seven several six some target targeted ten
    than the their these this those three to two under was with your""".split()
)
ARTICLES = frozenset("a an her his its our some that the their these this those three two".split())
# Who suspects: behind these "suspected" is a verb. Anyone else's is rarely printed without "that" or "of".
SUSPECTING = frozenset(
    """authorities detectives doctors had has have he i investigators it officers officials police
    prosecutors she they we who you""".split()
)
# What follows a verb, not an adjective.
OBJECTS = """
    a all an as at by for from her him his in it its me my no of on our that the their them they this those to
    us we what who whether you
"""
# Who can be "the accused …"; before other words "accused" is a noun or a verb.
ACCUSED = """
    arsonist attacker bomber conspirator doctor father fraudster gunman hacker killer man men mother murderer
    officer officers plotter policeman policemen priest rapist smuggler soldier soldiers spies spy student
    students teacher terrorist terrorists thief trafficker woman women
"""
HELD = """
    alleged assumed believed claimed presumed reported reputed rumored rumoured said suspected thought
    understood
"""
BE = "am are be been being is was were"
WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
LOOK_BACK = 24  # characters before a participle: only the word right before it is wanted
LAST_WORD = re.compile(r"([^\W_]+(?:['’]s?)?|[^\w\s])\s*$")


def _any(words: str) -> str:
    return "|".join(words.split())


HELD_TO_BE = rf"""
    (?:\b(?:{_any(BE)})|(?<=[^\W\d_])['’](?:s|re))\s+
    (?:(?:also|generally|long|now|still|variously|widely)\s+)?
    (?:(?:{_any(HELD)})\s+to(?:\s+(?:be|have))?|suspected\s+of|feared\s+(?:dead|drowned|killed|lost))\b
"""
IT_IS_HELD = rf"\bit\s+(?:is|was|has\s+been)\s+(?:(?:also|widely)\s+)?(?:{_any(HELD)})\b"
UNCHECKED = rf"""
    \b(?:cannot|could\s+not|has\s+not)\s+(?:yet\s+)?(?:immediately\s+)?(?:be|been)\s+(?:(?:yet|{WORD}ly)\s+)?
    (?:checked|confirmed|corroborated|verified)\b
"""
UNCONFIRMED_REPORTS = (
    r"\baccording\s+to\s+(?:some\s+)?(?:conflicting|unconfirmed|unverified)\s+(?:accounts|reports)\b"
)
CLAIMS_TO_BE = r"\b(?:claim(?:s|ed|ing)?\s+to\s+(?:be|have|represent)|purport(?:s|ed|ing)?\s+to)\b"
WHAT_IT_CALLS = rf"""
    \bwhat\s+(?!(?:are|did|do|does|i|is|we|you)\s)(?:{WORD}\s+){{1,4}}?(?:call(?:s|ed)?|term(?:s|ed)?|describe[sd]?\s+as
    |(?:claim|claimed|claims|said|say|says)\s+(?:are|is|was|were))\b
"""
# The first that fits at a place is taken. Each has a fixed number of words, so time grows with the text only.
HEDGES = re.compile(
    rf"""
    {UNCONFIRMED_REPORTS}|{UNCHECKED}|{IT_IS_HELD}|{HELD_TO_BE}|{CLAIMS_TO_BE}|{WHAT_IT_CALLS}
    |\b(?:{_any(ADVERBS)})\b
    |\b(?:{_any(ADJECTIVES)})(?=\s+{WORD})
    |\b(?P<participle>{_any(PARTICIPLES)})(?=\s+(?!(?:{_any(OBJECTS)}|\w+ly)\b){WORD})
    """,
    re.IGNORECASE | re.VERBOSE,
)
PERSON = re.compile(rf"\s+(?:{_any(ACCUSED)})\b", re.IGNORECASE)


def find_hedges(text: str, stretches: Sequence[Span]) -> list[Span]:
    """Words by which a writer leaves open whether it is so, such as "reportedly" or "is said to", in order.

    Spans are code points of `text`; nothing outside of `stretches`, which are in order, is looked at.
    """
    return [
        Span(*match.span())
        for stretch in stretches
        for match in HEDGES.finditer(text, stretch.start, stretch.end)
        if not match["participle"] or _goes_with_noun(text, stretch, match)
    ]


def _goes_with_noun(text: str, stretch: Span, match: re.Match[str]) -> bool:
    """Whether "alleged" and the like stand before their noun, and are not the verb of what stands before."""
    found = LAST_WORD.search(text, max(stretch.start, match.start() - LOOK_BACK), match.start())
    before = found[1] if found else "."
    word = match.group().lower()
    if word == "accused":
        return before.lower() in ARTICLES and PERSON.match(text, match.end(), stretch.end) is not None
    if not before[0].isalpha() or before[-1] in "'’" or before[-2:] in ("'s", "’s"):
        return True
    if word == "suspected":
        return before.lower() not in SUSPECTING and (before[0].islower() or before.lower() in BEFORE)
    return before.lower() in BEFORE
