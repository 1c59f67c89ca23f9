"""Where sentences end, by plain rules: enough to look at the words around a cue.

In: text. Out: spans of sentences, each inside one paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.model.span import Span, trim

# A full stop after these ends no sentence.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr sen sens rep reps gov govs gen lt col sgt maj capt cmdr prof rev hon st jr sr vs no inc
    corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec mt ft e.g i.e u.s u.k u.n d.c a.m
    p.m""".split()
)
# Runs of marks and white space are taken whole: trying parts of them would cost their square.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s++[\"'“‘«(\[]*+[A-Z0-9])")


def find_sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the white space between them."""
    found = []
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        for match in END.finditer(text, *paragraph):
            if not _abbreviated(text, paragraph.start, match):
                found.append(trim(Span(start, match.end()), text))
                start = match.end()
        found.append(trim(Span(start, paragraph.end), text))
    return [span for span in found if span.start < span.end]


def _abbreviated(text: str, first: int, end: re.Match[str]) -> bool:
    if end[0] != ".":
        return False
    before = text[max(first, end.start() - 12) : end.start()]
    word = re.split(r"[\s(\[\"“‘']", before)[-1]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def sentence_at(sentences: list[Span], offset: int) -> Span:
    """The sentence that holds a place of the text, or the last one before it."""
    i = bisect_right(sentences, offset, key=lambda span: span.start)
    return sentences[max(i - 1, 0)] if sentences else Span(0, 0)
