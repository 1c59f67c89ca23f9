"""Contractions as they stand in texts that lost their apostrophes and commas.

Some collectors of news strip them: "dont" is then read like "don't", and is no name at a sentence's start.
Left out is what may be another word: "were", "well", "its", "id", "shell".
"""

from __future__ import annotations

from collections.abc import Collection

from onrecord.neural.words import SINGLE_MARKS

# From the contraction without its apostrophe to what stands before and behind it.
BARE_CONTRACTIONS = {
    "".join(parts): parts
    for parts in (
        *((verb, "t") for verb in "ain aren can couldn didn doesn don hadn hasn haven isn mustn".split()),
        *((verb, "t") for verb in "needn shouldn wasn weren won wouldn".split()),
        *((word, "s") for word in "that what there here who where".split()),
        *((word, "ve") for word in "i you we they would could should".split()),
        *((word, "re") for word in "you they".split()),
        *((word, "ll") for word in "you they it that".split()),
        ("i", "m"), ("he", "s"), ("you", "d"), ("they", "d"),
    )
}  # fmt: skip
# What stands before an apostrophe in them: "Didn't" is three words, and the first is in no list.
STEMS = frozenset(verb for verb, rest in BARE_CONTRACTIONS.values() if rest == "t")


def is_bare(words: Collection[str]) -> bool:
    """Whether a text with these words lost its apostrophes, or may have: it has no comma either."""
    return not any(word in SINGLE_MARKS or word == "," for word in words)
