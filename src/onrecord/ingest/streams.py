"""A stream of unknown kind → the documents in it, by what it begins with.

It is looked at, read no further than needed, and given to whoever splits its kind: JSON lines, other JSON,
web archives, zips; or it is one document. Goes in: an open stream. Comes out: inputs, of which those that
can't be read fail.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import sniff
from onrecord.ingest.files import printable, read_stream
from onrecord.ingest.inputs import Input
from onrecord.ingest.json_split import is_object, record, split_lines, split_whole
from onrecord.ingest.readers import MANY, reader_for

LINES_TRIED = 3  # of a stream that begins like JSON, to tell damaged JSON lines from other damaged JSON


def documents(
    stream: BinaryIO,
    name: str,
    path: str,
    max_bytes: int,
    *,
    is_json: bool = False,
    is_lines: bool = False,
) -> Iterator[Input]:
    """The documents of a stream of unknown kind: JSON lines, other JSON, an archive, a page or a text."""
    if is_lines:
        yield from or_empty(split_lines(stream, path=path, max_bytes=max_bytes), name, path)
        return
    first = _next_line(stream, max_bytes)
    if sniff.may_be_json(first) and is_object(first):
        second = _next_line(stream, max_bytes)
        if second.strip():
            yield from split_lines(stream, path=path, max_bytes=max_bytes, before=first + second)
        else:
            yield record(first, name=name, path=path, max_bytes=max_bytes, where="It")
        return
    try:
        data = read_stream(stream, max_bytes, before=first)
        found = _json(data, name, path, max_bytes, surely=is_json or sniff.is_surely_json(data))
        if found is not None:
            yield from or_empty(found, name, path)
            return
        reader = reader_for(data)
        if reader in MANY:
            yield from split(reader, io.BytesIO(data), name, path, max_bytes)
        else:
            yield Input(id=name, path=path, max_bytes=max_bytes, reader=reader, data=data)
    except SkipDocument as failure:
        yield failed(name, path, failure)


def split(reader: str, stream: BinaryIO, name: str, path: str, max_bytes: int) -> Iterator[Input]:
    """The documents of an open file whose reader is one of `MANY`."""
    found: Iterator[Input]
    if reader == "zip":
        from onrecord.ingest.zips import split_zip

        found = split_zip(stream, name=name, path=path, max_bytes=max_bytes)
    elif reader == "warc":
        from onrecord.ingest.warc import split_warc

        found = split_warc(stream, path=path, max_bytes=max_bytes)
    else:
        found = split_lines(stream, path=path, max_bytes=max_bytes)
    try:
        yield from or_empty(found, name, path)
    except SkipDocument as failure:
        yield failed(name, path, failure)


def or_empty(found: Iterator[Input], name: str, path: str) -> Iterator[Input]:
    """The inputs, or when there are none one that fails as empty."""
    none = True
    for item in found:
        none = False
        yield item
    if none:
        yield failed(name, path, SkipDocument(Reason.EMPTY, "There is no document in it."))


def failed(name: str, path: str, failure: SkipDocument) -> Input:
    """The input of what can't be read."""
    return Input(id=printable(name), path=printable(path), max_bytes=0, failure=failure)


def _json(data: bytes, name: str, path: str, max_bytes: int, *, surely: bool) -> Iterator[Input] | None:
    """The documents of JSON that was read whole; None when it is something else after all."""
    if not surely and not sniff.may_be_json(data):
        return None
    if not data.strip():
        return iter(())
    found = split_whole(data, name=name, path=path, max_bytes=max_bytes)
    if found is not None:
        return found
    if any(map(is_object, data.split(b"\n", LINES_TRIED)[:LINES_TRIED])):
        return split_lines(io.BytesIO(data), path=path, max_bytes=max_bytes)
    if surely:
        sentence = "It is neither JSON lines nor a JSON object or array. See docs/format.md."
        raise SkipDocument(Reason.MALFORMED_JSON, sentence)
    return None


def _next_line(stream: BinaryIO, max_bytes: int) -> bytes:
    """The next line with something in it and the empty ones before it, of at most `max_bytes`."""
    read = b""
    while not read.strip() and len(read) <= max_bytes:
        line = stream.readline(max_bytes + 1 - len(read))
        if not line:
            break
        read += line
    return read
