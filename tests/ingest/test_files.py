from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.files import printable, read_file, read_stream, refuse_special, split_suffix


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.txt", ("a", ".txt")),
        ("a.b.HTML", ("a.b", ".html")),
        ("report", ("report", "")),
        ("2018.07.26", ("2018.07.26", "")),
        ("What Mr. Smith said", ("What Mr. Smith said", "")),
        (".txt", (".txt", "")),
        ("news/2018/a.md", ("news/2018/a", ".md")),
        ("crawl.WARC.gz", ("crawl", ".warc.gz")),
        ("a.txt.gz", ("a.txt", ".gz")),
        (".warc.gz", (".warc", ".gz")),
    ],
)
def test_a_suffix_looks_like_one(name: str, parts: tuple[str, str]) -> None:
    assert split_suffix(name) == parts


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_file(str(path), 5) == b"12345"
    with pytest.raises(
        SkipDocument, match=r"5 bytes; the limit is 4\b.*--max-bytes or ONRECORD_MAX_BYTES"
    ) as caught:
        read_file(str(path), 4)
    assert caught.value.reason == Reason.TOO_LARGE


def test_a_stream_is_read_up_to_the_limit() -> None:
    assert read_stream(io.BytesIO(b"345"), 5, before=b"12") == b"12345"
    with pytest.raises(SkipDocument, match="more than 4 bytes"):
        read_stream(io.BytesIO(b"345"), 4, before=b"12")


@pytest.mark.parametrize(
    ("name", "reason"), [("none.txt", Reason.MISSING), (".", Reason.UNREADABLE), ("\0", "unreadable")]
)
def test_what_the_system_refuses(tmp_path: Path, name: str, reason: Reason) -> None:
    with pytest.raises(SkipDocument) as caught:
        read_file(str(tmp_path / name), 10)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("path", "kind"), [("/dev/zero", "a device"), ("/dev/../dev/null", "a device")])
def test_a_device_is_refused(path: str, kind: str) -> None:
    with pytest.raises(SkipDocument, match=f"It is {kind}\\.") as caught:
        refuse_special(path)
    assert caught.value.reason == Reason.NOT_TEXT


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        with pytest.raises(SkipDocument, match="It is a socket"):
            refuse_special("s")


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no Linux")
@pytest.mark.parametrize("name", ["/proc/self/environ", "/proc/self/mem", "/sys/kernel/mm/hugepages", "link"])
def test_what_the_system_tells_of_itself_is_refused(tmp_path: Path, name: str) -> None:
    os.symlink("/proc/kmsg", tmp_path / "link")  # who reads it waits
    with pytest.raises(SkipDocument, match="It is what the system tells of itself"):
        refuse_special(str(tmp_path / name))


def test_files_folders_and_open_pipes_pass(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    (tmp_path / "a.txt").write_text("Lee")
    for path in (tmp_path, tmp_path / "a.txt", f"/dev/fd/{reading}", f"/proc/self/fd/{reading}"):
        refuse_special(str(path))
    os.close(reading)
    os.close(writing)


def test_a_name_that_is_no_text_can_be_printed() -> None:
    assert printable(os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"
