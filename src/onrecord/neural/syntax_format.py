"""What the network says of each word besides statements: part of speech, governor, relation and name.

Parts of speech are the Penn Treebank's tags, relations those of ClearNLP (as spaCy's English models give
them); what analysis does not need is taken together. The order is part of the weights: never change it
without training anew.
"""

from __future__ import annotations

from typing import Final

PARTS_OF_SPEECH: Final = (
    *("X", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "PDT", "WDT", "WP", "WP$", "WRB"),
    *("JJ", "JJR", "JJS", "RB", "RBR", "RBS", "RP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"),
    *("IN", "TO", "CC", "CD", "EX", "POS", "PUNCT"),
)  # fmt: skip
"""`X` is everything else; `PUNCT` every mark."""

RELATIONS: Final = (
    *("dep", "inside", "root", "nsubj", "nsubjpass", "csubj", "dobj", "dative", "attr", "oprd", "pobj"),
    *("prep", "agent", "appos", "compound", "poss", "case", "det", "amod", "nummod", "relcl", "acl"),
    *("advcl", "ccomp", "xcomp", "pcomp", "conj", "cc", "mark", "neg", "aux", "auxpass", "advmod"),
    *("npadvmod", "acomp", "prt", "parataxis", "expl", "quantmod", "punct"),
)  # fmt: skip
"""`inside` ties a further word of one token to its first ("n't", "co-founder"); `dep` is everything else."""

NAME_KINDS: Final = ("person", "people", "organisation", "place", "time", "other")
"""Kinds of names: `people` are nationalities and parties, `other` works, laws, events and products."""

NAMES: Final = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in ("B", "I")))
"""Tags of names: outside, or beginning or inside of one of each kind."""
