"""Paragraphs that people judged completely → JSON lines that `onrecord evaluate` and training read.

A line is a document: its whole text, for a reader needs what stands around; the stretches that count, under
`complete`; and every statement that begins in them, under `attributions`. What stands outside is not gold:
nobody has said that there is no statement there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from onrecord.model.gold import Gold, GoldStatement


def write_gold(documents: Iterable[Gold], output: BinaryIO) -> int:
    """Writes a line for each document; gives how many statements there are."""
    taken: set[str] = set()
    count = 0
    for gold in documents:
        id = gold.document.id
        number = 1
        while id in taken:
            number += 1
            id = f"{gold.document.id}~{number}"
        taken.add(id)
        output.write(msgspec.json.encode(gold_row(gold, id)) + b"\n")
        count += len(gold.statements)
    return count


def gold_row(gold: Gold, id: str) -> dict[str, Any]:
    """The keys and values of a document's line, in order."""
    doc = gold.document
    return {
        "id": id,
        "title": doc.title,
        "outlet": doc.outlet or "",
        "published": doc.published,
        "byline": doc.byline,
        "address": doc.address,
        "digest": doc.digest,
        "text": doc.text,
        "complete": gold.complete,
        "attributions": [_statement(stmt) for stmt in gold.statements],
    }


def _statement(stmt: GoldStatement) -> dict[str, Any]:
    return {
        "id": stmt.id,
        "source": stmt.source,
        "cue": stmt.cue,
        "content": stmt.content,
        "speaker": stmt.speaker,
        "anonymous": stmt.anonymous,
        "kind": stmt.kind,
        "status": stmt.status,
        "within": stmt.within,
    }
