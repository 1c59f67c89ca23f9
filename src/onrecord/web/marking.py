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
    """A paragraph of a page: its HTML, what it is (title, text, note), and where it stands in the text."""

    html: Markup
    kind: str
    start: int = 0
    end: int = 0


def blocks(reading: Reading, looks: Sequence[Look], users: Mapping[Span, str] | None = None) -> list[Block]:
    """The article's paragraphs. `looks` go with its statements; `users` name who uses each label, by span."""
    return list(_Marking(reading, looks, users or {}).blocks())


class _Marking:
    """Joins plain strings, each escaped where it is taken from the text: this is done for every page."""

    def __init__(self, reading: Reading, looks: Sequence[Look], users: Mapping[Span, str]) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._css = [look.css for look in looks]
        self._ids = [str(escape(stmt.id)) for stmt in reading.statements]
        self._users = users
        self._labels = sorted(reading.labels, key=lambda label: label.span)
        self._begun: set[int] = set()

    def blocks(self) -> Iterator[Block]:
        for found in lay_out(self._reading):
            if isinstance(found, LeftOut):
                yield Block(escape(str(found)), "note")
                continue
            # Every part was escaped, or is written here.
            html = Markup("".join(self._piece(piece) for piece in found.pieces))
            yield Block(
                html,
                "title" if found.title else "text",
                found.pieces[0].span.start,
                found.pieces[-1].span.end,
            )

    def _piece(self, piece: Piece) -> str:
        html = self._words(piece.span)
        for mark in reversed(piece.marks):
            html = self._wrapped(html, mark)
        return html + "".join(self._number(number) for number in sorted(piece.ends))

    def _wrapped(self, html: str, mark: Mark) -> str:
        id, css = self._ids[mark.number - 1], self._css[mark.number - 1]
        if mark.role is not Role.CONTENT:
            return f'<span class="{mark.role.value} {css}" data-s="{id}">{html}</span>'
        form = self._reading.statements[mark.number - 1].form.value
        anchor = ""
        if mark.number not in self._begun:
            self._begun.add(mark.number)
            anchor = f' id="s-{id}"'
        return f'<span class="said {form} {css}" data-s="{id}"{anchor}>{html}</span>'

    def _number(self, number: int) -> str:
        """The number of a statement where a stretch of its content ends: the way to what is told of it."""
        id, css = self._ids[number - 1], self._css[number - 1]
        return (
            f'<a class="no {css}" href="#n-{id}" data-s="{id}" aria-label="statement {number}">{number}</a>'
        )

    def _words(self, span: Span) -> str:
        """Words of the text, labels in them underlined."""
        html, at = "", span.start
        for label in self._within(span):
            start, end = max(label.span.start, at), min(label.span.end, span.end)
            if start >= end:
                continue
            user = escape(f"a name that takes a stand, used by {self._users.get(label.span, label.user)}")
            words = escape(Span(start, end).slice(self._text))
            html += f'{escape(self._text[at:start])}<span class="label" title="{user}">{words}</span>'
            at = end
        return html + str(escape(self._text[at : span.end]))

    def _within(self, span: Span) -> list[Label]:
        return [label for label in self._labels if label.span.overlaps(span)]
