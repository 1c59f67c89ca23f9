"""A zip of files → one input for each document in it, each read by its own reader.

Nothing is unpacked to disk; a member's name becomes part of an id and is never opened. The directory of the
archive is held against limits before a byte is unpacked, and no member can unpack to more than it states
there. Kinds of files that can't be read are passed over, as in folders; archives in archives are refused.
"""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.files import printable, split_suffix, too_large
from onrecord.ingest.inputs import Input
from onrecord.ingest.readers import SUFFIXES
from onrecord.ingest.streams import documents

# Limits of an archive. A month of a newspaper's files is some 10,000 members, and text packs to a quarter;
# pages of tables with little in them pack to a fiftieth. The usual packing gives 1,032 to 1 at most.
MOST_MEMBERS = 50_000
MOST_UNPACKED = 4_000_000_000  # bytes, all members together; one at a time is in memory
MOST_RATIO = 200
FREE_OF_RATIO = 10_000_000  # bytes; less harms nobody, however tightly it was packed
LARGEST_DIRECTORY = 64_000_000  # bytes that are read before the members can be counted
DEEPEST_NAME = 64  # folders
LONGEST_NAME = 1000  # characters; a system's own have 255, and 4,096 with all folders

_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the others can't be stopped at a size
_ARCHIVES = {"zip", "warc"}
_DOCX = "word/document.xml"
_ENCRYPTED = 0x1
_ODD_NAME = re.compile(r"[\x00-\x1f\x7f]|\\|^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def split_zip(stream: BinaryIO, *, name: str, path: str, max_bytes: int) -> Iterator[Input]:
    """The documents in a zip called `name` that lies at `path`; a .docx is one of one document.

    A member's id is the archive's and the member's name, its path the two paths. Raises `SkipDocument` when
    the archive can't be opened or breaks a limit.
    """
    with open_zip(stream) as archive:
        names = set(archive.namelist())
        if _DOCX in names:
            yield _docx(stream, name, path, max_bytes)
            return
        passed: set[str] = set()
        found = False
        for member in archive.infolist():
            suffix = split_suffix(member.filename)[1]
            odd = _ODD_NAME.search(member.filename)
            if not odd and (_is_beside(member) or suffix not in SUFFIXES):
                passed.add(suffix)
                continue
            found = True
            yield from _member(archive, member, name, path, max_bytes)
        if not found:
            kinds = ", ".join(sorted(filter(None, passed))[:5])
            only = f"only files of other kinds ({kinds})" if kinds else "no file"
            raise SkipDocument(Reason.EMPTY if not kinds else Reason.NOT_TEXT, f"The archive holds {only}.")


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """A zip whose directory keeps the limits. Raises `SkipDocument` when it does not, or is damaged."""
    size = stream.seek(0, os.SEEK_END)
    try:
        archive = zipfile.ZipFile(_Directory(stream))
    except _FAILURES as error:
        raise damaged(error) from None
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise _refused(f"{len(members):,} files; the limit is {MOST_MEMBERS:,}")
    if unpacked > MOST_UNPACKED:
        raise _refused(f"{unpacked:,} bytes when unpacked; the limit is {MOST_UNPACKED:,}")
    if unpacked > max(FREE_OF_RATIO, MOST_RATIO * size):
        raise _refused(f"{unpacked:,} bytes in {size:,}, as archives have that are made to fill disks")
    return archive


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, max_bytes: int) -> bytes:
    """The bytes of a member. Raises `SkipDocument` when it is too large, locked or damaged."""
    if member.file_size > max_bytes:
        raise too_large("It", member.file_size, max_bytes)
    if member.flag_bits & _ENCRYPTED:
        raise SkipDocument(Reason.UNREADABLE, "It needs a password. Unpack it and give the file.")
    if member.compress_type not in _PACKINGS:
        raise SkipDocument(
            Reason.UNREADABLE,
            "It is packed in a way that onrecord does not open. Unpack it and give the file.",
        )
    try:
        with archive.open(member) as opened:
            return opened.read(max_bytes + 1)
    except _FAILURES as error:
        raise damaged(error) from None


def damaged(error: Exception) -> SkipDocument:
    """The refusal of an archive, or a file in it, that can't be unpacked."""
    why = str(error) or type(error).__name__
    return SkipDocument(
        Reason.UNREADABLE, f"The archive is damaged ({why.rstrip('.')}). Make or fetch it anew."
    )


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, path: str, max_bytes: int
) -> Iterator[Input]:
    """The documents of one member, or one that fails."""
    shown = printable(member.filename)[:LONGEST_NAME]
    stem, suffix = split_suffix(shown)
    reader = SUFFIXES.get(suffix, "")
    id, inside = f"{name}/{stem}", f"{path}/{shown}"
    try:
        _refuse_odd(member.filename, member.orig_filename)
        if reader in _ARCHIVES:
            raise SkipDocument(
                Reason.NOT_TEXT, "It is an archive in an archive. Unpack the outer one and give this one."
            )
        data = read_member(archive, member, max_bytes)
        if reader in ("json", "lines"):
            yield from documents(
                io.BytesIO(data), id, inside, max_bytes, is_json=reader == "json", is_lines=reader == "lines"
            )
        else:
            yield Input(id=id, path=inside, max_bytes=max_bytes, reader=reader, data=data)
    except SkipDocument as failure:
        yield Input(id=id, path=inside, max_bytes=max_bytes, failure=failure)


def _docx(stream: BinaryIO, name: str, path: str, max_bytes: int) -> Input:
    size = stream.seek(0, os.SEEK_END)
    if size > max_bytes:
        raise too_large("It", size, max_bytes)
    stream.seek(0)
    return Input(id=name, path=path, max_bytes=max_bytes, reader="docx", data=stream.read(max_bytes))


def _refuse_odd(*names: str) -> None:
    """Raise `SkipDocument` for names that lead out of the archive, or into another folder or disk."""
    for name in names:
        if _ODD_NAME.search(name) or name.count("/") > DEEPEST_NAME or len(name) > LONGEST_NAME:
            raise SkipDocument(
                Reason.UNREADABLE,
                f"Its name in the archive, {printable(name)[:200]!r}, leads out of the archive or is none. "
                "Such archives are made to overwrite files: don't unpack it either.",
            )


def _is_beside(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a folder, a link, or hidden, as in folders that are walked."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    parts = member.filename.split("/")
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts
    return member.is_dir() or hidden or member.filename.endswith("~") or kind not in (0, stat.S_IFREG)


def _refused(has: str) -> SkipDocument:
    return SkipDocument(Reason.TOO_LARGE, f"The archive has {has}. Unpack it yourself and give the folder.")


class _Directory(io.BufferedIOBase):
    """A file that refuses to be read in one piece larger than any archive's directory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > LARGEST_DIRECTORY:
            raise zipfile.BadZipFile(f"its list of files has {size:,} bytes")
        return self._stream.read(LARGEST_DIRECTORY if size is None or size < 0 else size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True
