"""An article as HTML: its words as they were printed, each stretch marked with who answers for it.

In: a reading, and the look of each of its statements. Out: paragraphs of safe markup. A statement in another
one is an element in another one. Every character is escaped; the words are those of the text and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.model import Label, Reading, Span
from onrecord.model.marking import LeftOut, Mark, Piece, Role, lay_out
from onrecord.web.looks import Look


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page: its HTML, what it is (title, text, note), and where it begins in the text."""

    html: Markup
    kind: str
    start: int = 0


def blocks(reading: Reading, looks: Sequence[Look], users: Mapping[Span, str] | None = None) -> list[Block]:
    """The article's paragraphs. `looks` go with its statements; `users` name who uses each label, by span."""
    return list(_Marking(reading, looks, users or {}).blocks())


class _Marking:
    def __init__(self, reading: Reading, looks: Sequence[Look], users: Mapping[Span, str]) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._looks = looks
        self._users = users
        self._labels = sorted(reading.labels, key=lambda label: label.span)
        self._begun: set[int] = set()

    def blocks(self) -> Iterator[Block]:
        for found in lay_out(self._reading):
            if isinstance(found, LeftOut):
                yield Block(escape(str(found)), "note")
                continue
            html = Markup("").join(self._piece(piece) for piece in found.pieces)
            yield Block(html, "title" if found.title else "text", found.pieces[0].span.start)

    def _piece(self, piece: Piece) -> Markup:
        html = self._words(piece.span)
        for mark in reversed(piece.marks):
            html = self._wrapped(html, mark)
        return html + Markup("").join(self._number(number) for number in sorted(piece.ends))

    def _wrapped(self, html: Markup, mark: Mark) -> Markup:
        stmt, look = self._reading.statements[mark.number - 1], self._looks[mark.number - 1]
        if mark.role is not Role.CONTENT:
            return Markup('<span class="{} {}" data-s="{}">{}</span>').format(
                mark.role.value, look.css, stmt.id, html
            )
        anchor = Markup("")
        if mark.number not in self._begun:
            self._begun.add(mark.number)
            anchor = Markup(' id="s-{}"').format(stmt.id)
        return Markup('<span class="said {} {}" data-s="{}"{}>{}</span>').format(
            stmt.form.value, look.css, stmt.id, anchor, html
        )

    def _number(self, number: int) -> Markup:
        """The number of a statement where a stretch of its content ends: the way to what is told of it."""
        stmt, look = self._reading.statements[number - 1], self._looks[number - 1]
        return Markup(
            '<a class="no {0}" href="#n-{1}" data-s="{1}" aria-label="statement {2}">{2}</a>'
        ).format(look.css, stmt.id, number)

    def _words(self, span: Span) -> Markup:
        """Words of the text, labels in them underlined."""
        html, at = Markup(""), span.start
        for label in self._within(span):
            start, end = max(label.span.start, at), min(label.span.end, span.end)
            if start >= end:
                continue
            html += escape(Span(at, start).slice(self._text)) if at < start else Markup("")
            user = self._users.get(label.span, label.user)
            html += Markup('<span class="label" title="{}">{}</span>').format(
                f"a name that takes a stand, used by {user}", Span(start, end).slice(self._text)
            )
            at = end
        return html + (escape(Span(at, span.end).slice(self._text)) if at < span.end else Markup(""))

    def _within(self, span: Span) -> list[Label]:
        return [label for label in self._labels if label.span.overlaps(span)]
