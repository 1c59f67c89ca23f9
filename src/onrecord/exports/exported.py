"""What was exported of one document, kept beside the file that people edit: what differs was their doing.

In: a reading, and the text as it was written. Out: JSON, and from that the same again. Without it nobody
could tell a statement that was removed from one that was never exported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from onrecord.exports.characters import json_bytes
from onrecord.exports.edited import BadAnnotation
from onrecord.exports.naming import document_key
from onrecord.model import Reading
from onrecord.model.document import digest_of
from onrecord.model.edited import EditedStatement, Exported, as_exported

SUFFIX = ".onrecord.json"
VERSION = 1  # of this format


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    onrecord: int
    document: str
    digest: str
    statements: tuple[EditedStatement, ...]


def exported_json(reading: Reading, carried: Callable[[str], str]) -> bytes:
    """What is exported of a reading. `carried` gives words as the other format can carry them."""
    statements = tuple(
        replace(stmt, speaker=carried(stmt.speaker) if stmt.speaker else None)
        for stmt in as_exported(reading)
    )
    digest = digest_of(carried(reading.document.text).encode())
    return json_bytes(
        _File(onrecord=VERSION, document=document_key(reading.document), digest=digest, statements=statements)
    )


def parse_exported(data: bytes) -> Exported:
    """What `exported_json` kept. Raises `BadAnnotation` for anything else."""
    try:
        found = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadAnnotation(f"It is no *{SUFFIX} of an export: {error}") from error
    if found.onrecord != VERSION:
        raise BadAnnotation(
            f"It is of version {found.onrecord}, and this onrecord knows {VERSION}. Update onrecord."
        )
    return Exported(key=found.document, digest=found.digest, statements=found.statements)
