"""The files of a folder, one after the other, while it is being walked.

In order of name, folders below in their turn. Hidden files, kinds that can't be read and linked folders
(which may lead in circles) are passed over. Nothing is opened.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.ingest.files import split_suffix
from onrecord.ingest.readers import SUFFIXES

MOST_SUFFIXES_NAMED = 5


@dataclass(slots=True)
class Walk:
    """A walk through a folder: afterwards, `read` says how many files were found, `passed` which not."""

    folder: str
    read: int = 0
    passed: Counter[str] = field(default_factory=Counter)

    def files(self) -> Iterator[tuple[str, str, OSError | None]]:
        """Each file's path, its path seen from the folder with `/` between, and why it can't be read.

        The third is only set for a folder below that can't be opened.
        """
        todo = [("", self._entries("", self.folder))]
        while todo:
            above, entries = todo[-1]
            entry = next(entries, None)
            if isinstance(entry, OSError):
                self.read += 1
                yield os.path.join(self.folder, above), above.rstrip("/"), entry
            elif entry is None:
                todo.pop()
            elif _is_folder(entry):
                todo.append((f"{above}{entry.name}/", self._entries(above, entry.path)))
            elif self._is_wanted(entry):
                self.read += 1
                yield entry.path, above + entry.name, None

    def nothing(self) -> str:
        """The sentence for a folder in which there was nothing to read."""
        kinds = ", ".join(name or "other" for name, _ in self.passed.most_common(MOST_SUFFIXES_NAMED))
        files = f"only files of other kinds ({kinds})" if self.passed else "no file"
        known = ", ".join(sorted(filter(None, SUFFIXES)))
        return f"There is nothing to read in the folder, {files}. What can be read: {known}."

    def _entries(self, above: str, path: str) -> Iterator[os.DirEntry[str] | OSError]:
        """The entries of one folder by name; hidden ones left out."""
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield error
            return
        yield from (entry for entry in entries if not entry.name.startswith("."))

    def _is_wanted(self, entry: os.DirEntry[str]) -> bool:
        _, suffix = split_suffix(entry.name)
        try:
            if entry.name.endswith("~") or not entry.is_file():
                return False
        except OSError:  # a link that leads in a circle
            return False
        if suffix not in SUFFIXES:
            self.passed[suffix] += 1
            return False
        return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
