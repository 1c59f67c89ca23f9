"""Several files in one zip, for the formats that have a file or more for each document.

The same readings give the same bytes: no time of day goes into it. Names of files are made of documents'
ids, but can't lead out of the folder that the zip is unpacked in.
"""

from __future__ import annotations

import re
import zipfile
from types import TracebackType
from typing import BinaryIO, Self

# The earliest time that a zip can tell.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

# Characters of a file's name before its suffix: every file system takes twice as many bytes and more.
_LONGEST = 80

_NOT_PLAIN = re.compile(r"[^\w.-]+", re.ASCII)


class Archive:
    """A zip that is being written to an open file."""

    def __init__(self, output: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED)
        self._taken: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def name(self, id: str) -> str:
        """A new name for a document's files: plain letters, digits, "-", "_" and "."."""
        plain = _NOT_PLAIN.sub("_", id.replace("/", "--")).strip("._")[:_LONGEST] or "document"
        name, number = plain, 2
        # Not every file system tells capital letters from small ones.
        while name.casefold() in self._taken:
            name, number = f"{plain}-{number}", number + 1
        self._taken.add(name.casefold())
        return name

    def add(self, name: str, data: bytes) -> None:
        """Write one file."""
        info = zipfile.ZipInfo(name, _LONG_AGO)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, data)
