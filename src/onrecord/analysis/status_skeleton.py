"""Brings the words before a verb to a skeleton in which only what bears on its status is left.

In: the tokens from the start of a sentence to a verb, source and content already replaced (`status` says by
what). Out: one line such as "S had not SAID". Contractions are written out, adverbs and asides dropped, and
turns of phrase in which "not" or "would" takes nothing back are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.times.vocabulary import WEEKDAY

HELPERS = "am|are|be|been|being|did|do|does|get|gets|getting|got|had|has|have|having|is|was|were"
MODALS = "can|could|may|might|must|shall|should|will|would"

CONTRACTED = {
    **{f"{verb}n't": f"{verb} not" for verb in f"{HELPERS}|{MODALS}|ai|need".split("|")},
    # Texts whose apostrophes were stripped.
    **{
        f"{verb}nt": f"{verb} not"
        for verb in "are could did do does had has have is should was were would".split()
    },
    **dict.fromkeys(("can't", "cannot", "cant"), "can not"),
    **dict.fromkeys(("won't", "wont"), "will not"),
    **dict.fromkeys(("barely", "hardly", "scarcely"), "not"),
    **dict.fromkeys(("nobody", "no-one"), "NOBODY"),
    "gonna": "going to",
}
PRONOUNS = frozenset("he i it she they we you".split())
DOUBTFUL = frozenset(
    "allegedly apparently conceivably maybe perhaps possibly presumably probably purportedly reportedly "
    "seemingly supposedly".split()
)
NO_ADVERB = frozenset(
    "ally apply assembly comply family imply italy july likely rely reply supply unlikely".split()
)
ADVERBS = frozenset(
    "again ago all almost also already altogether always anyway either else ever even first further "
    "furthermore hence however indeed just later long meanwhile moreover much nearly nevertheless "
    "nonetheless now often once only otherwise quite rather sometimes soon still then therefore though "
    "thus today together tomorrow tonight too twice very well yesterday".split()
)
NO_VERBS = frozenset(
    "a an and any by d for her his in it its itself ll m my never no nor not of on or our re s so that the "
    "their to ve yet".split()
)
PHRASES = re.compile(
    rf"\b(?:so far|at all|at least|in fact|of course|for now|in public|in private|as yet"
    rf"|(?:on|next) {WEEKDAY}|(?:this|next|last) (?:{WEEKDAY}|week|month|year)"
    rf"|instead(?! of)|rather(?! than)|yet(?! to)) "
)
STRONG_NOT = re.compile(r"\b(?:no longer|by no means|in no way|under no circumstances|at no (?:point|time)) ")

# Here "not" and "no" don't deny that something was said: "not only said", "no fewer than six said".
NOT_REALLY = re.compile(
    "|".join(
        (
            r"\b(?:no sooner|only [a-z]+) (?:did|had|has) ",
            r"\b(?:hard|difficult|impossible) not ",
            r"(?<!\bcan )(?<!\bcould )\bnot (?:only|just|merely|simply) ",
            r"\bnot (?:alone|least|minc(?:e|ing)|so much|surprisingly|to mention|until|without|wrong) ",
            r"\bnot (?:unexpectedly|an? un[a-z]+|for the first time|long (?:ago|after|before)) ",
            r"\bnot the (?:first|last|only)(?: [a-z]+)? to ",
            r"\b(?:or|if) not ",
            r"\bmince[sd]? no ",
            r"\bno (?:accident|bones|coincidence|denying|doubt|end|exaggeration|fewer|lack|later|less|matter"
            r"|mistake|question|secret|shortage|stranger|surprise|uncertain|wonder|(?:\. )?\d+) ",
        )
    )
)
# Two negations, or a negated obstacle: "could not help but say", "did not hesitate to say".
TWICE = re.compile(
    rf"\b(?:(?:{HELPERS}|{MODALS}) )*(?:not|never) (?:(?:{HELPERS}) )*"
    r"(?:afraid to|but|cease[sd]? to|fail(?:s|ed)? to|forget to|help(?: but)?|hesitate to|refrain(?:ed)? from"
    r"|resist|shy (?:about|away from)|(?:stop(?:s|ped)?|tire[sd]?)(?: of)?|wait to) "
)
# Told of the past, no condition: "would later say", "would go on to say", "would only say".
LATER = re.compile(
    r"\b(?:could|would) only |\bwould (?:always|come to|eventually|frequently|go on to|invariably|later|often"
    r"|regularly|repeatedly|routinely|sometimes|soon|subsequently|ultimately|usually) "
)
# Made to say it, so said it: "prompting him to say", "used the occasion to say".
PROMPTED = re.compile(
    r"\b(?:(?:caus|forc|inspir|lead|led|mov|prompt|provok|push)[a-z]* (?:S|[a-z]+ [a-z]+)"
    r"|(?:seiz|spen|tak|took|us)[a-z]* (?:[a-zA-Z]+ ){0,4}(?:chance|moment|occasion|opportunity|time)) to "
)
ASIDE = re.compile(rf"\b({HELPERS}|{MODALS}|not|never|nor|neither|NOBODY|S) , (?:[a-zA-Z]+ ){{1,6}}, ")


def skeleton(tokens: Sequence[str], form: str) -> str:
    """The words before a verb with only what matters left, and the verb's form as last word."""
    words = " ".join([*filter(None, (_plain(token, form) for token in tokens)), ""])
    words = words.replace("no one ", "NOBODY ")
    words = LATER.sub("LATER ", NOT_REALLY.sub("", STRONG_NOT.sub("never ", PHRASES.sub("", words))))
    kept = ("perhaps" if word in DOUBTFUL else word for word in words.split() if not _is_adverb(word))
    words = " ".join([*kept, ""]).replace(", , ", "")
    return PROMPTED.sub("LED to ", TWICE.sub("", ASIDE.sub(r"\1 ", words))) + form


def is_helper(word: str) -> bool:
    """Whether a word of a cue can't carry its sense: "had", "not", "didn't", "immediately"."""
    return word in _HELPERS or word in CONTRACTED or _is_adverb(word)


_HELPERS = NO_VERBS | frozenset(f"{HELPERS}|{MODALS}".split("|"))


def _plain(token: str, form: str) -> str:
    """A word with its contraction written out; pronouns are as good as a source, "'s" is nothing."""
    if token in CONTRACTED:
        return CONTRACTED[token]
    stem, _, ending = token.partition("'")
    stem = "S" if stem in PRONOUNS else stem
    helper = {"ll": "will", "d": "would" if form == "BASE" else "had", "ve": "have", "re": "are", "m": "am"}
    return f"{stem} {helper[ending]}".strip() if ending in helper else stem


def _is_adverb(word: str) -> bool:
    manner = word.endswith("ly") and word not in NO_ADVERB
    return (manner or word in ADVERBS) and word not in DOUBTFUL
