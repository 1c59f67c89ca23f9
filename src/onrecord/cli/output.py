"""Where a command's output goes: stdout, or a file that can be gone on with after an interruption.

Goes in: whole lines as bytes. Each document is flushed when it is written, so that a file holds whole
documents but for at most one torn line at its end, which going on cuts off.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, Self

import msgspec

from onrecord.cli.tally import Tally
from onrecord.errors import Cause, StopRun
from onrecord.model import Failure


class _Error(msgspec.Struct):
    kind: str
    message: str


class _Line(msgspec.Struct):
    """What going on needs to know of a line; the rest of it is not decoded."""

    id: str
    error: _Error | None
    statements: list[msgspec.Raw]


class Output:
    """An open output, for use in a `with` statement."""

    def __init__(self, stream: BinaryIO, path: Path | None = None, *, is_new: bool = True) -> None:
        self._stream = stream
        self._path = path
        self.is_new = is_new

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._path is not None:
            self._stream.close()

    @property
    def is_terminal(self) -> bool:
        """Whether people see this at once."""
        return self._path is None and sys.stdout.isatty()

    def write(self, data: bytes) -> None:
        """Write and flush. Raises `StopRun` when it can't, `BrokenPipeError` when nobody listens any more."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            where = self._path or "the output"
            raise StopRun(Cause.OUTPUT, f"{where} can't be written: {error.strerror or error}.") from None


def to_stdout() -> Output:
    """The standard output, as bytes."""
    return Output(sys.stdout.buffer)


def to_new_file(path: Path, *, force: bool) -> Output:
    """A new file. Raises `StopRun` when it is there already, unless `force`, or can't be written."""
    try:
        return Output(path.open("wb" if force else "xb"), path)
    except FileExistsError:
        raise StopRun(
            Cause.OUTPUT, f"{path} is there already. Go on with it by --resume, or overwrite it by --force."
        ) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def to_resumed_file(path: Path, tally: Tally) -> tuple[Output, set[str]]:
    """A file of JSON lines to go on with, and the ids of the documents that are in it.

    A torn last line is cut off. What is there is counted in `tally`. A file that is not there is made.
    """
    try:
        stream = path.open("r+b" if path.exists() else "w+b")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        ids, end = _read_lines(stream, path, tally)
        stream.truncate(end)
        stream.seek(end)
    except BaseException:
        stream.close()
        raise
    return Output(stream, path, is_new=end == 0), ids


def _read_lines(stream: BinaryIO, path: Path, tally: Tally) -> tuple[set[str], int]:
    """The ids of whole lines, and the byte at which the last of them ends."""
    decoder = msgspec.json.Decoder(_Line)
    ids: set[str] = set()
    end = 0
    for number, line in enumerate(stream, start=1):
        if not line.endswith(b"\n"):
            break
        try:
            found = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise StopRun(
                Cause.OUTPUT,
                f"Line {number:,} of {path} is not onrecord's; going on would spoil it. Give another file.",
            ) from None
        ids.add(found.id)
        error = Failure(found.error.kind, found.error.message) if found.error else None
        tally.add(error, len(found.statements))
        tally.earlier += 1
        end += len(line)
    return ids, end


def _unwritable(path: Path, error: OSError) -> StopRun:
    return StopRun(Cause.OUTPUT, f"{path} can't be written: {error.strerror or error}.")
