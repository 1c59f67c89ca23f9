"""From the network's scores to labels of words: part of speech, relation, name and governor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from onrecord.neural.windows import Window

ROOT = -1


@dataclass(slots=True)
class Syntax:
    """Labels of a text's words, all lists parallel: see `syntax_format` for their values.

    governor: the number of the word that each hangs on, -1 for none.
    """

    speech: list[str] = field(default_factory=list)
    relation: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    governor: list[int] = field(default_factory=list)

    def add(self, window: Window, outputs: Sequence[np.ndarray], core: slice) -> None:
        """Takes in the answers for the core of the next window.

        `outputs` are the scores of parts of speech, relations and names (words, labels) and of governors
        (words, words + 1), the first column for none; window and core count words of the text.
        """
        speech, relation, name, governor = outputs
        self.speech += (PARTS_OF_SPEECH[i] for i in speech[core].argmax(1).tolist())
        self.relation += (RELATIONS[i] for i in relation[core].argmax(1).tolist())
        self.names += _names(name[core].argmax(1).tolist())
        self.governor += (
            ROOT if place == 0 else window.start + place - 1 for place in governor[core].argmax(1).tolist()
        )


def _names(tags: Sequence[int]) -> list[str]:
    """The tags of names, with an inside that follows nothing of its kind made a beginning."""
    names: list[str] = []
    before = "O"
    for tag in tags:
        name = NAMES[tag]
        if name.startswith("I-") and before[2:] != name[2:]:
            name = "B-" + name[2:]
        names.append(name)
        before = name
    return names
