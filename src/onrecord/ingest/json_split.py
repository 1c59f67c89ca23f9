"""A stream of JSON → one input for each document in it, without reading ahead.

JSON lines are taken line by line, so a file of any size can be read; one object or array, as `.json`
files hold, is read whole. Goes in: an open stream. Comes out: inputs that hold their bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from onrecord.errors import SkipDocument
from onrecord.ingest.files import too_large
from onrecord.ingest.inputs import Input
from onrecord.ingest.json_document import named
from onrecord.ingest.sniff import UTF8_MARK


def split_lines(stream: BinaryIO, *, path: str, max_bytes: int, before: bytes = b"") -> Iterator[Input]:
    """One input for each line with something in it; `before` is what was already read of the stream.

    A line that is longer than `max_bytes`, or no JSON object, becomes an input that fails.
    """
    for number, line in enumerate(_lines(stream, before, max_bytes), start=1):
        where, name = f"Line {number}", f"{path}:{number}"
        if len(line.rstrip(b"\r\n")) > max_bytes:
            failure = too_large(where, None, max_bytes)
            yield Input(id=name, path=path, max_bytes=max_bytes, where=where, failure=failure)
        elif line.strip():
            yield record(line, name=name, path=path, max_bytes=max_bytes, where=where)


def split_whole(data: bytes, *, name: str, path: str, max_bytes: int) -> Iterator[Input] | None:
    """One input for each object of a JSON array, or one, called `name`, for a single object.

    None when it is not JSON.
    """
    data = data.removeprefix(UTF8_MARK).strip()
    try:
        if data.startswith(b"{"):
            msgspec.json.decode(data, type=dict[str, msgspec.Raw])
            return iter([record(data, name=name, path=path, max_bytes=max_bytes, where="It")])
        items = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if items and not any(bytes(item).startswith(b"{") for item in items):
        return None  # a list of numbers, say: one error, not one for each
    return (
        record(bytes(item), name=f"{path}:{n}", path=path, max_bytes=max_bytes, where=f"Object {n}")
        for n, item in enumerate(items, start=1)
    )


def record(data: bytes, *, name: str, path: str, max_bytes: int, where: str) -> Input:
    """The input for one JSON object. It is called by its own `id`, or `name` when it has none."""
    data = data.strip().removeprefix(UTF8_MARK).lstrip()
    try:
        own, failure = named(data, where), None
    except SkipDocument as error:
        own, failure = None, error
    return Input(
        id=own or name,
        path=path,
        max_bytes=max_bytes,
        reader="json",
        data=data if failure is None else None,
        where=where,
        failure=failure,
    )


def is_object(line: bytes) -> bool:
    """Whether a line is a JSON object by itself."""
    return record(line, name="", path="", max_bytes=0, where="It").failure is None


def _lines(stream: BinaryIO, before: bytes, max_bytes: int) -> Iterator[bytes]:
    """The lines of `before` and the stream; of one that is too long only the beginning."""
    begun = io.BytesIO(before)
    while line := begun.readline() or stream.readline(max_bytes + 2):
        if not line.endswith(b"\n"):
            line += stream.readline(max(0, max_bytes + 2 - len(line)))
        yield line
        while not line.endswith(b"\n") and (line := stream.readline(max_bytes + 2)):
            pass
