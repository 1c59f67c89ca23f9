"""What the user names → inputs, one document each, in the order they were named.

Goes in: files, folders, quoted patterns such as `news/*.txt`, `-` for standard input. Comes out: inputs,
as soon as they are found, so that reading can begin at once; a mistake in one name is an input that
fails, and the others go on. Files of one document are not opened here.
"""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import sniff
from onrecord.ingest.files import printable, refuse_special, split_suffix, unopened
from onrecord.ingest.folders import Walk
from onrecord.ingest.inputs import Input
from onrecord.ingest.names import Names
from onrecord.ingest.readers import MANY, READERS, SUFFIXES, reader_for
from onrecord.ingest.streams import documents, failed, split

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_IS_ADDRESS = (
    "It is a web address, and reading fetches nothing: save the page and give the file. "
    "Addresses are fetched by `onrecord add`."
)


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
        yield from documents(stdin or sys.stdin.buffer, "-", "-", max_bytes)
    elif _ADDRESS.match(path):
        yield failed(path, path, SkipDocument(Reason.IS_ADDRESS, _IS_ADDRESS))
    elif os.path.lexists(path):
        yield from _existing(path, max_bytes)
    elif glob.has_magic(path):
        yield from _pattern(path, max_bytes)
    else:
        yield failed(_stem(path), path, SkipDocument(Reason.MISSING))


def _pattern(pattern: str, max_bytes: int) -> Iterator[Input]:
    """The files and folders that a pattern matches, by name. `**` stands for folders of any depth."""
    matches = sorted(glob.iglob(pattern, recursive=True)) if "\0" not in pattern else []
    if "**" in pattern:  # matches what is in the folders too, so they would be read twice
        matches = [match for match in matches if not os.path.isdir(match)]
    for match in matches:
        yield from _existing(match, max_bytes)
    if not matches:
        yield failed(
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
            yield failed(inside or path, file, unopened(error))
        else:
            yield from _file(file, split_suffix(inside)[0], max_bytes)
    if not walk.read:
        yield failed(path, path, SkipDocument(Reason.MISSING, walk.nothing()))


def _file(path: str, name: str, max_bytes: int) -> Iterator[Input]:
    """The documents of one file: one, or those of its JSON or archive. A text or page is not opened."""
    reader = SUFFIXES.get(split_suffix(os.path.basename(path))[1])
    name, shown = printable(name), printable(path)
    try:
        refuse_special(path)
        regular = stat.S_ISREG(os.stat(path).st_mode)
        if regular and reader in READERS and reader != "json":
            yield Input(id=name, path=shown, max_bytes=max_bytes, reader=reader, file=path)
            return
        with open(path, "rb") as stream:
            if reader == "lines" or (regular and reader in MANY):
                yield from split(reader, stream, name, shown, max_bytes)
                return
            head = stream.read(sniff.HEAD) if regular and reader is None else b""
            kind = reader_for(head) if head and not sniff.may_be_json(head) else None
            if regular:
                stream.seek(0)
            if kind in MANY:
                yield from split(kind, stream, name, shown, max_bytes)
            elif kind is not None:
                yield Input(id=name, path=shown, max_bytes=max_bytes, reader=kind, file=path)
            else:
                yield from documents(stream, name, shown, max_bytes, is_json=reader == "json")
    except (OSError, ValueError) as error:
        yield failed(name, shown, unopened(error))
    except SkipDocument as failure:
        yield failed(name, shown, failure)


def _stem(path: str) -> str:
    return split_suffix(os.path.basename(path.rstrip("/")))[0] or path
