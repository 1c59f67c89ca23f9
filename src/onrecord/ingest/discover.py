"""What the user names → inputs, one document each, in the order they were named.

Goes in: files, folders, quoted patterns such as `news/*.txt`, `-` for standard input. Comes out: inputs,
as soon as they are found, so that reading can begin at once; a mistake in one name is an input that
fails, and the others go on. Files of one document are not opened here.
"""

from __future__ import annotations

import glob
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import sniff
from onrecord.ingest.files import printable, read_stream, split_suffix, unopened
from onrecord.ingest.folders import Walk
from onrecord.ingest.inputs import Input
from onrecord.ingest.json_split import is_object, record, split_lines, split_whole
from onrecord.ingest.names import Names
from onrecord.ingest.readers import SUFFIXES, reader_for

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_IS_ADDRESS = (
    "It is a web address, and reading fetches nothing: save the page and give the file. "
    "Addresses are fetched by `onrecord add`, which comes with the record."
)
LINES_TRIED = 3  # of a stream that begins like JSON, to tell damaged JSON lines from other damaged JSON


def open_inputs(
    paths: Iterable[str | os.PathLike[str]], *, max_bytes: int, stdin: BinaryIO | None = None
) -> Iterator[Input]:
    """The documents that `paths` name, in that order, found while you read them.

    A path is a file, a folder, a pattern such as `news/*.txt`, or `-` for `stdin` (the real one when it
    is None). No document is larger than `max_bytes`. Ids come once: a repeated one gets `~2`. Raises
    nothing: what can't be read is an input whose loading fails.
    """
    names = Names()
    for path in paths:
        for found in _found(os.fspath(path), max_bytes, stdin):
            yield replace(found, id=names.give(found.id))


def _found(path: str, max_bytes: int, stdin: BinaryIO | None) -> Iterator[Input]:
    """The inputs of one path as the user gave it."""
    if path == "-":
        yield from _stream(stdin or sys.stdin.buffer, "-", "-", max_bytes)
    elif _ADDRESS.match(path):
        yield _failure(path, path, SkipDocument(Reason.IS_ADDRESS, _IS_ADDRESS))
    elif os.path.lexists(path):
        yield from _existing(path, max_bytes)
    elif glob.has_magic(path):
        yield from _pattern(path, max_bytes)
    else:
        yield _failure(_stem(path), path, SkipDocument(Reason.MISSING))


def _pattern(pattern: str, max_bytes: int) -> Iterator[Input]:
    """The files and folders that a pattern matches, by name. `**` stands for folders of any depth."""
    matches = sorted(glob.iglob(pattern, recursive=True)) if "\0" not in pattern else []
    if "**" in pattern:  # matches what is in the folders too, so they would be read twice
        matches = [match for match in matches if not os.path.isdir(match)]
    for match in matches:
        yield from _existing(match, max_bytes)
    if not matches:
        yield _failure(
            pattern, pattern, SkipDocument(Reason.MISSING, "No file matches this pattern. Check it.")
        )


def _existing(path: str, max_bytes: int) -> Iterator[Input]:
    if os.path.isdir(path):
        yield from _folder(path, max_bytes)
    else:
        yield from _file(path, _stem(path), max_bytes)


def _folder(path: str, max_bytes: int) -> Iterator[Input]:
    """The files of a folder; each is named by its path in it."""
    walk = Walk(path)
    for file, inside, error in walk.files():
        if error is not None:
            yield _failure(inside or path, file, unopened(error))
        else:
            yield from _file(file, split_suffix(inside)[0], max_bytes)
    if not walk.read:
        yield _failure(path, path, SkipDocument(Reason.MISSING, walk.nothing()))


def _file(path: str, name: str, max_bytes: int) -> Iterator[Input]:
    """The documents of one file: one, or those of its JSON. A text or page is not opened."""
    reader = SUFFIXES.get(split_suffix(os.path.basename(path))[1])
    name, shown = printable(name), printable(path)
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
        if regular and reader in ("text", "html"):
            yield Input(id=name, path=shown, max_bytes=max_bytes, reader=reader, file=path)
            return
        with open(path, "rb") as stream:
            if reader == "lines":
                yield from _or_empty(split_lines(stream, path=shown, max_bytes=max_bytes), name, shown)
                return
            head = stream.read(sniff.HEAD) if regular and reader is None else b""
            if head and not sniff.may_be_json(head):
                yield Input(id=name, path=shown, max_bytes=max_bytes, reader=reader_for(head), file=path)
                return
            if regular:
                stream.seek(0)
            yield from _stream(stream, name, shown, max_bytes, is_json=reader == "json")
    except (OSError, ValueError) as error:
        yield _failure(name, shown, unopened(error))
    except SkipDocument as failure:
        yield _failure(name, shown, failure)


def _stream(
    stream: BinaryIO, name: str, path: str, max_bytes: int, *, is_json: bool = False
) -> Iterator[Input]:
    """The documents of a stream of unknown kind: JSON lines, other JSON, a page or a text."""
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
        documents = _json(data, name, path, max_bytes, surely=is_json or sniff.is_surely_json(data))
        if documents is not None:
            yield from _or_empty(documents, name, path)
        else:
            yield Input(id=name, path=path, max_bytes=max_bytes, reader=reader_for(data), data=data)
    except SkipDocument as failure:
        yield _failure(name, path, failure)


def _json(data: bytes, name: str, path: str, max_bytes: int, *, surely: bool) -> Iterator[Input] | None:
    """The documents of JSON that was read whole; None when it is something else after all."""
    if not surely and not sniff.may_be_json(data):
        return None
    if not data.strip():
        return iter(())
    documents = split_whole(data, name=name, path=path, max_bytes=max_bytes)
    if documents is not None:
        return documents
    if any(map(is_object, data.split(b"\n", LINES_TRIED)[:LINES_TRIED])):
        return split_lines(io.BytesIO(data), path=path, max_bytes=max_bytes)
    if surely:
        sentence = "It is neither JSON lines nor a JSON object or array. See docs/format.md."
        raise SkipDocument(Reason.MALFORMED_JSON, sentence)
    return None


def _or_empty(found: Iterator[Input], name: str, path: str) -> Iterator[Input]:
    """The inputs, or when there are none one that fails as empty."""
    none = True
    for item in found:
        none = False
        yield item
    if none:
        yield _failure(name, path, SkipDocument(Reason.EMPTY, "There is no document in it."))


def _next_line(stream: BinaryIO, max_bytes: int) -> bytes:
    """The next line with something in it and the empty ones before it, of at most `max_bytes`."""
    read = b""
    while not read.strip() and len(read) <= max_bytes:
        line = stream.readline(max_bytes + 1 - len(read))
        if not line:
            break
        read += line
    return read


def _stem(path: str) -> str:
    return split_suffix(os.path.basename(path.rstrip("/")))[0] or path


def _failure(name: str, path: str, failure: SkipDocument) -> Input:
    return Input(id=printable(name), path=printable(path), max_bytes=0, failure=failure)
