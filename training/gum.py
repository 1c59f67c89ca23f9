"""Reads GUM's CoNLL-U files: the text as it is printed, and the chains of coreference that people marked.

In: a file. Out: a `GumText`, with places in code points of its text. Nothing else of GUM is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model.span import Span

# "(3-place-…" opens a mention of entity 3, "3)" closes its last one; "(3-place-…)" does both.
_MARK = re.compile(r"\((\w+)-[^()]*(\)?)|(\d+)\)")


@dataclass(slots=True)
class GumText:
    """A text and its mentions: for each chain the places that stand for one entity."""

    id: str
    text: str
    chains: dict[str, list[Span]] = field(default_factory=dict)

    def chain_at(self, start: int) -> str | None:
        """The chain of the shortest mention that begins at a place."""
        found = [
            (s.end - s.start, chain)
            for chain, spans in self.chains.items()
            for s in spans
            if s.start == start
        ]
        return min(found)[1] if found else None

    def chain_of(self, span: Span) -> str | None:
        """The chain of the shortest mention that holds a span, or that it holds and shares half with."""
        near = [
            (other.end - other.start, chain)
            for chain, spans in self.chains.items()
            for other in spans
            if other.contains(span)
            or (span.contains(other) and 2 * (other.end - other.start) >= span.end - span.start)
        ]
        return min(near)[1] if near else None


def read_gum(path: Path) -> GumText:
    """Reads one file: paragraphs parted by blank lines, as GUM marks them."""
    text, tokens = "", []
    for sentence, opens in _sentences(path):
        if text:
            text = text.rstrip(" ") + ("\n\n" if opens else " ")
        whole_until, start = 0, 0
        for number, form, misc in sentence:
            if "-" in number:
                whole_until, start = int(number.split("-")[1]), len(text)
                text += form + _gap(misc)
                cursor, whole = start, len(form)
                continue
            if int(number) <= whole_until:
                # Parts of a contraction share its characters.
                span = Span(cursor, max(cursor + 1, min(cursor + len(form), start + whole)))
                cursor = min(span.end, start + whole - 1)
            else:
                span = Span(len(text), len(text) + len(form))
                text += form + _gap(misc)
            tokens.append((span, misc.get("Entity", "")))
    return GumText(path.stem, text.rstrip() + "\n", _chains(tokens))


Row = tuple[str, str, dict[str, str]]


def _sentences(path: Path) -> Iterator[tuple[list[Row], bool]]:
    rows: list[Row] = []
    opens = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            opens = opens or (line.startswith("# newpar") and "_block" not in line)
        elif line:
            cells = line.split("\t")
            if "." not in cells[0]:
                misc = dict(part.split("=", 1) for part in cells[9].split("|") if "=" in part)
                rows.append((cells[0], cells[1], misc))
        elif rows:
            yield rows, opens
            rows, opens = [], False


def _gap(misc: dict[str, str]) -> str:
    return "" if misc.get("SpaceAfter") == "No" else " "


def _chains(tokens: list[tuple[Span, str]]) -> dict[str, list[Span]]:
    chains: dict[str, list[Span]] = {}
    open_at: dict[str, list[int]] = {}
    for span, marks in tokens:
        for opened, at_once, closed in _MARK.findall(marks):
            if opened and at_once:
                chains.setdefault(opened, []).append(span)
            elif opened:
                open_at.setdefault(opened, []).append(span.start)
            elif open_at.get(closed):
                chains.setdefault(closed, []).append(Span(open_at[closed].pop(), span.end))
    return chains
