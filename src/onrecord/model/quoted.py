"""What of a text stands in quotation marks, told by pairs of marks alone, and the form that follows from it.

In: a text, and the spans of a content. Out: spans, or a `Form`. The reader's own rules (`analysis.quotation`)
know much more of stray marks; these are for what people have marked, where only the pairs are to be found.
"""

from __future__ import annotations

import re

from onrecord.model.span import Span, Spans, subtract
from onrecord.model.statement import Form

# A quotation with its marks. One that is not closed ends with its paragraph; in the last paragraph of a
# text, where no blank line follows, it counts as none ("open").
_QUOTATION = re.compile(
    r"(?:“(?:(?!\n\n)[^”\"])*+(?:[”\"]|(?=\n\n)|(?P<a>\Z))"
    r"|\"(?:(?!\n\n)[^\"])*+(?:\"|(?=\n\n)|(?P<b>\Z))"
    r"|«(?:(?!\n\n)[^»])*+(?:»|(?=\n\n)|(?P<c>\Z))"
    r"|„(?:(?!\n\n)[^“])*+(?:“|(?=\n\n)|(?P<d>\Z)))"
)


def quotations(text: str) -> list[Span]:
    """The stretches of a text that stand in quotation marks, the marks included, in order."""
    return [Span(*found.span()) for found in _QUOTATION.finditer(text) if found.lastgroup is None]


def form_of(content: Spans, text: str) -> Form:
    """Whether the words of a content stand in quotation marks wholly, partly or not at all."""
    quoted = quotations(text)
    if not any(_holds_words(piece, text) for span in content for piece in _within(span, quoted)):
        return Form.INDIRECT
    bare = (piece for span in content for piece in subtract(span, quoted))
    return Form.MIXED if any(_holds_words(piece, text) for piece in bare) else Form.DIRECT


def _within(span: Span, quoted: list[Span]) -> list[Span]:
    return [Span(max(span.start, one.start), min(span.end, one.end)) for one in quoted if span.overlaps(one)]


def _holds_words(span: Span, text: str) -> bool:
    return any(char.isalnum() for char in span.slice(text))
