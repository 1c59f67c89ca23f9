"""Taking away what was found: a file of the answers to a question, of an article, or of one statement.

In: a question as the search page understands it, or a document or a statement, and a format. Out: a file in
which each statement stands in its document, as `onrecord export` writes it, what people decided included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Annotated, BinaryIO, cast

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from onrecord.exports import FORMATS
from onrecord.exports.extras import MissingExtra
from onrecord.exports.filter import These
from onrecord.model import Reading
from onrecord.record import Found, Record
from onrecord.record.asking.reading_back import ReadingsBack
from onrecord.web.asked import TheSite
from onrecord.web.asking import Asked, AskedNow
from onrecord.web.failures import bad_request, not_found

MOST = 5_000  # statements: who wants more has `onrecord export`
IN_MEMORY = 8_000_000  # bytes of a file; a larger one is on the disk meanwhile
CHUNK = 65_536

router = APIRouter()

Named = Annotated[str, Query(max_length=40)]


@router.get("/take")
def take(
    site: TheSite, asked: AskedNow, format: Named = "csv", document: Named = "", statement: Named = ""
) -> Response:
    """A file of what was found."""
    chosen = FORMATS.get(format)
    if chosen is None:
        raise bad_request(f"format is {format!r}; it can be {', '.join(FORMATS)}.")
    found = _found(site.record, asked, document, statement)
    if not found:
        raise not_found("There is nothing to take away: no statement fits.")
    # Closed when it has been sent.
    file = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115
    try:
        chosen.write(_readings(site.record, found), file)
    except MissingExtra as missing:
        file.close()
        raise bad_request(str(missing)) from None
    file.seek(0)
    told = found[0].id if statement else found[0].document_id if document else asked.words
    name = _name(told) + chosen.suffix
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_sent(file), media_type=chosen.media_type, headers=headers)


def _found(record: Record, asked: Asked, document: str, statement: str) -> list[Found]:
    if statement:
        return record.questions.statement(statement)[:1]
    if document:
        return [one for one in record.questions.in_document(document) if one.verdict != "rejected"]
    return record.questions.search(asked.q, asked.filter, limit=MOST)


def _readings(record: Record, found: list[Found]) -> Iterator[Reading]:
    """The documents of some statements with these alone, in the order in which they were found."""
    back = ReadingsBack(record.engine)
    wanted: dict[str, set[str]] = {}
    for one in found:
        wanted.setdefault(one.document, set()).add(one.id)
    for key, ids in wanted.items():
        reading = back.reading(key, decided=True)
        if reading is not None:
            yield These(ids=frozenset(ids)).apply(reading)


def _name(words: str) -> str:
    """What the file is called, in letters that every system bears."""
    return "-".join(re.findall(r"[a-z0-9]+", words.casefold()))[:60] or "statements"


def _sent(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk
