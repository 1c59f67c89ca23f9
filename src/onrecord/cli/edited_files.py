"""Finds the files that people edited in brat or INCEpTION, and what had been exported of them.

In: files, folders and zips. Out: an `Edited` for each annotated text, which is opened only when it is asked
for. Nothing is unpacked to disk, and no file is read that is larger than `LARGEST`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from onrecord.errors import Cause, StopRun
from onrecord.exports.edited import BadAnnotation
from onrecord.exports.exported import SUFFIX, parse_exported
from onrecord.exports.extras import MissingExtra
from onrecord.model.document import digest_of
from onrecord.model.edited import EditedDocument, Exported

LARGEST = 64_000_000  # bytes of one file: an article of a megabyte with a thousand statements has a few
BRAT, INCEPTION = ".ann", ".xmi"
TYPES = "TypeSystem.xml"


class Shelf(Protocol):
    """Where files lie: a folder, or a zip."""

    @property
    def name(self) -> str:
        """What people know it by."""

    def names(self) -> list[str]:
        """The names of all files in it, in order."""

    def read(self, name: str) -> bytes | None:
        """The bytes of one; None where there is none. Raises `BadAnnotation` where it can't be read."""


@dataclass(frozen=True)
class Folder:
    """Files in a folder, and in folders within it."""

    path: Path

    @property
    def name(self) -> str:
        """Its path."""
        return str(self.path)

    def names(self) -> list[str]:
        """The names of all files in it, in order."""
        found = (path for path in self.path.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.path).as_posix() for path in found)

    def read(self, name: str) -> bytes | None:
        """The bytes of one."""
        path = self.path / name
        try:
            if not path.is_file():
                return None
            with path.open("rb") as file:
                return _whole(file.read(LARGEST + 1))
        except OSError as error:
            raise BadAnnotation(f"{name} can't be opened: {error.strerror or error}") from None


@dataclass(frozen=True)
class Zip:
    """Files in a zip. Their names lead nowhere: nothing is unpacked."""

    path: Path
    archive: zipfile.ZipFile

    @property
    def name(self) -> str:
        """Its path."""
        return str(self.path)

    def names(self) -> list[str]:
        """The names of all files in it, in order."""
        return sorted({member.filename for member in self.archive.infolist() if not member.is_dir()})

    def read(self, name: str) -> bytes | None:
        """The bytes of one."""
        try:
            with self.archive.open(name) as file:
                return _whole(file.read(LARGEST + 1))
        except KeyError:
            return None
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
        ) as error:
            raise BadAnnotation(f"{name} can't be taken out of {self.path}: {error}") from None


@dataclass(frozen=True)
class Edited:
    """An annotated text in a shelf. `name` is what people know it by."""

    shelf: Shelf
    file: str

    @property
    def name(self) -> str:
        """Where it lies."""
        return str(PurePosixPath(self.shelf.name) / self.file)

    @property
    def stem(self) -> str:
        """Its path in the shelf without suffix, which its other files share."""
        return self.file[: -len(BRAT)]

    def document(self) -> EditedDocument:
        """What people made of it. Raises `BadAnnotation` where it can't be understood."""
        data = self.shelf.read(self.file)
        if data is None:
            raise BadAnnotation("there is no such file")
        try:
            return self._brat(data) if self.file.endswith(BRAT) else self._inception(data)
        except MissingExtra as missing:
            raise StopRun(Cause.SETTINGS, str(missing)) from None

    def _brat(self, annotations: bytes) -> EditedDocument:
        from onrecord.exports.brat import parse_brat

        text = self.shelf.read(f"{self.stem}.txt")
        if text is None:
            raise BadAnnotation(f"{self.stem}.txt is not beside it: the text that its places are in")
        try:
            return parse_brat(text.decode(), annotations.decode())
        except UnicodeDecodeError as error:
            raise BadAnnotation(f"it is not in UTF-8: {error}") from None

    def _inception(self, xmi: bytes) -> EditedDocument:
        from onrecord.exports.inception import parse_inception

        return parse_inception(xmi, self.shelf.read(str(PurePosixPath(self.file).with_name(TYPES))))


@dataclass
class Exports:
    """What had been exported, by the text's fingerprint; of several with one text that of the same name."""

    _by_digest: dict[str, list[tuple[Edited, Exported]]] = field(default_factory=dict)

    def learn(self, shelf: Shelf) -> int:
        """Takes in all that a shelf knows of; gives how much. Raises `BadAnnotation` for what is none."""
        count = 0
        for name in shelf.names():
            data = shelf.read(name) if name.endswith(SUFFIX) else None
            if data is not None:
                self._keep(Edited(shelf, name.removesuffix(SUFFIX) + BRAT), parse_exported(data))
                count += 1
        return count

    def of(self, edited: Edited, text: str) -> Exported | None:
        """What had been exported of a text."""
        digest = digest_of(text.encode("utf-8", "surrogatepass"))
        beside = edited.shelf.read(edited.stem + SUFFIX)
        if beside is not None and (found := parse_exported(beside)).digest == digest:
            return found
        known = self._by_digest.get(digest, [])
        same = [exported for place, exported in known if place.stem == edited.stem]
        return next(iter([*same, *(exported for _, exported in known)]), None)

    def _keep(self, place: Edited, exported: Exported) -> None:
        self._by_digest.setdefault(exported.digest, []).append((place, exported))


def edited_files(paths: Iterable[Path], stack: ExitStack) -> Iterator[Edited]:
    """The annotated texts of files, folders and zips, which `stack` closes.

    Raises `StopRun` for a path that is none of them.
    """
    for path in paths:
        if path.suffix in (BRAT, ".txt"):
            yield Edited(Folder(path.parent), path.with_suffix(BRAT).name)
        elif path.suffix == INCEPTION:
            yield Edited(Folder(path.parent), path.name)
        else:
            shelf = shelf_of(path, stack)
            found = [name for name in shelf.names() if name.endswith((BRAT, INCEPTION))]
            if not found:
                raise StopRun(
                    Cause.INPUT, f"{path} holds no {BRAT} and no {INCEPTION}. Give what was edited."
                )
            yield from (Edited(shelf, name) for name in found)


def shelf_of(path: Path, stack: ExitStack) -> Shelf:
    """The folder or zip at a path, which `stack` closes. Raises `StopRun` where there is none."""
    if path.is_dir():
        return Folder(path)
    if not path.exists():
        raise StopRun(Cause.INPUT, f"There is no file or folder {path}.")
    try:
        return Zip(path, stack.enter_context(zipfile.ZipFile(path)))
    except (zipfile.BadZipFile, OSError) as error:
        raise StopRun(
            Cause.INPUT,
            f"{path} is no folder, no zip, no {BRAT} and no {INCEPTION} that can be read: {error}.",
        ) from None


def _whole(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise BadAnnotation(f"it is larger than {LARGEST:,} bytes, more than any article has")
    return data
