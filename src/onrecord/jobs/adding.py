"""Adds many inputs to a record: processes read side by side, this one alone writes.

In: inputs, an open record, and how to read. Out: what became of each, in their order, when it is kept for
good. Each document is one transaction: a run that was killed is gone on with by running it again. What the
same reader has read before is told by the digest of its bytes, and is not read again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import SkipDocument
from onrecord.ingest import Defaults, Input, load
from onrecord.jobs.one import CRASHED
from onrecord.jobs.reading import Known, Task, read_unknown
from onrecord.model import Document, Failure, Reading
from onrecord.model.document import digest_of

if TYPE_CHECKING:
    from onrecord.record import Record

# Inputs that are looked up together, and the bytes that they may have: one question for many is what makes
# it fast to add a folder again, and all of their bytes are in memory.
BATCH = 200
BATCH_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one input: `became` is added, known, reread or failed.

    `key` is its document's, `near` that of the first document with nearly the same text. `failure` says why
    it was not read; it is then one of the record's problems.
    """

    id: str
    path: str
    became: str
    statements: int = 0
    key: str | None = None
    near: str | None = None
    failure: Failure | None = None


class _Own(msgspec.Struct):
    """What onrecord's own lines say of the bytes that they were made of."""

    text: str | None = None
    original_digest: str | None = None


def add_inputs(
    inputs: Iterable[Input], record: Record, task: Task, *, keep_originals: bool = True
) -> Iterator[Added]:
    """What became of each input. With `task.info`, what that reader has read before is not read again.

    Raises `StopRun` when nothing can be read.
    """
    waiting: deque[Input] = deque()
    # One document is written while the next are awaited: else those who read would wait for the writing.
    with ThreadPoolExecutor(1, "onrecord-writer") as writer:
        before: Future[Added] | None = None
        for found in read_unknown(_looked_up(inputs, record, task, waiting), task):
            coming = writer.submit(_kept, found, waiting.popleft(), record, keep_originals)
            if before is not None:
                yield before.result()
            before = coming
        if before is not None:
            yield before.result()


def _looked_up(
    inputs: Iterable[Input], record: Record, task: Task, waiting: deque[Input]
) -> Iterator[Input | Known]:
    """The inputs with their bytes, or that they are known; each is noted in `waiting` as it goes out."""
    for batch in _batches(inputs):
        digests = [_original_digest(item) for item in batch]
        asked = {digest for digest in digests if digest}
        places = record.writer.read_before(asked, task.info) if task.info and asked else {}
        for item, digest in zip(batch, digests, strict=True):
            key = _known(item, places.get(digest, []), task.defaults)
            waiting.append(item)
            yield item if key is None else Known(key)


def _batches(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    """The inputs with their bytes, some at a time."""
    batch: list[Input] = []
    size = 0
    for item in inputs:
        batch.append(_with_bytes(item))
        size += len(batch[-1].data or b"")
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _with_bytes(item: Input) -> Input:
    """The input with its file's bytes, so that those are read which are looked up and kept.

    What can't be opened or is too large stays as it is: loading it will say so.
    """
    if item.failure is not None or item.data is not None:
        return item
    try:
        with open(item.file or item.path, "rb") as stream:
            data = stream.read(item.max_bytes + 1)
    except (OSError, ValueError):
        return item
    return item if len(data) > item.max_bytes else replace(item, data=data)


def _original_digest(item: Input) -> str:
    """The digest that the document of an input will carry as that of its original; "" where there is none."""
    if item.data is None:
        return ""
    return _stated_digest(item) or digest_of(item.data)


def _stated_digest(item: Input) -> str | None:
    """The digest that one of onrecord's own lines states: that of the bytes it was made of."""
    if item.reader != "json" or b'"original_digest"' not in (item.data or b""):
        return None
    try:
        own = msgspec.json.decode(item.data or b"", type=_Own)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return own.original_digest if own.text is None else None


def _known(
    item: Input, places: list[tuple[str, str | None, str | None]], defaults: Defaults | None
) -> str | None:
    """The key of the document that an input is, if one of these is it.

    The same text from another outlet or address is another document. Where it can't be told from what is
    said of it beforehand, it is loaded, which takes a small part of the time of reading it.
    """
    if not places:
        return None
    outlet = item.outlet or (defaults.outlet if defaults else None)
    for key, its_outlet, its_address in places:
        fits = outlet in (None, its_outlet) and item.address in (None, its_address)
        if fits and _stated_digest(item) is None:
            return key
    try:
        document = load(item, defaults=defaults)
    except SkipDocument:
        return None
    stated = (document.outlet, document.address)
    return next((key for key, *place in places if tuple(place) == stated), None)


def _kept(found: Reading | Known, item: Input, record: Record, keep_originals: bool) -> Added:
    """What became of an input, when it is kept for good."""
    if isinstance(found, Known):
        return Added(id=item.id, path=item.path, became="known", key=found.key)
    return _write(found, item, record, item.data if keep_originals else None)


def _write(reading: Reading, item: Input, record: Record, original: bytes | None) -> Added:
    """Puts a reading into the record; what can't be put there is a problem like what can't be read."""
    if reading.error is not None:
        reading = replace(reading, document=_named(reading.document, item))
    elif original is not None and digest_of(original) != reading.document.original_digest:
        original = None  # a line of onrecord's own, made of other bytes than itself
    try:
        outcome = record.writer.add(reading, original)
    except UnicodeError as error:
        failure = Failure(CRASHED, f"{error}. This is a bug: please report it.")
        document = replace(_named(reading.document, item), text="")
        reading = Reading(document, reading.reader, error=failure)
        outcome = record.writer.add(reading)
    return Added(
        id=item.id,
        path=item.path,
        became=outcome.became.value,
        statements=len(reading.statements),
        key=outcome.key,
        near=outcome.near,
        failure=outcome.failure or reading.error,
    )


def _named(document: Document, item: Input) -> Document:
    """A document that failed, by a path of its own: problems of one file's lines would replace each other."""
    id, path = document.id, document.path
    if item.file is not None or id in (path, PurePath(path).stem):
        return document
    return replace(document, path=id if id.startswith(path) else f"{path}, {id}")
