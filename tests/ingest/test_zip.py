from __future__ import annotations

import bz2
import io
import struct
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Input, load, open_inputs, zips
from onrecord.ingest.streams import split
from tests.ingest.test_docx import made
from tests.ingest.test_pdf import PAGE, pdf

WORDS = b"Lee said no."


def packed(files: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def found(data: bytes, *, max_bytes: int = 100_000) -> list[Input]:
    return list(open_inputs(["-"], max_bytes=max_bytes, stdin=io.BytesIO(data)))


def failure(item: Input) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        load(item)
    return caught.value


def test_each_member_is_read_by_its_own_reader(tmp_path: Path) -> None:
    files = {
        "b/lee.txt": WORDS,
        "a.docx": made("Park said yes."),
        "b/r.pdf": pdf(PAGE),
        "n.jsonl": b'{"text": "One, said Lee."}\n{"id": "x", "text": "Two, said Lee."}\n',
        "m.eml": b"Subject: Rain\n\nThree, said Lee.",
    }
    (tmp_path / "news.zip").write_bytes(packed(files))
    items = list(open_inputs([tmp_path / "news.zip"], max_bytes=100_000))
    assert [item.id for item in items] == [
        "news/b/lee",
        "news/a",
        "news/b/r",
        f"{tmp_path}/news.zip/n.jsonl:1",
        "x",
        "news/m",
    ]
    assert [item.reader for item in items] == ["text", "docx", "pdf", "json", "json", "eml"]
    texts = [load(item).text for item in items]
    assert texts[0] == "Lee said no."
    assert texts[-1] == "Rain\n\nThree, said Lee."
    assert items[0].path == f"{tmp_path}/news.zip/b/lee.txt"


def test_in_a_folder_it_is_found_with_the_others(tmp_path: Path) -> None:
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / "a.zip").write_bytes(packed({"x.txt": WORDS}))
    (tmp_path / "n" / "b.txt").write_bytes(WORDS)
    assert [item.id for item in open_inputs([tmp_path], max_bytes=1000)] == ["n/a/x", "n/b"]


def test_a_docx_of_another_name_is_one_document() -> None:
    (item,) = found(made("Lee said no."))
    assert load(item).text == "Lee said no."


def test_hidden_files_folders_and_other_kinds_are_passed_over() -> None:
    names = ["a.txt", ".b.txt", "__MACOSX/a.txt", "c.png", "d.txt~", "e/", ".git/f.txt"]
    assert [item.id for item in found(packed(dict.fromkeys(names, WORDS)))] == ["-/a"]


def test_a_link_is_passed_over() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("b.txt", WORDS)
    assert [item.id for item in found(out.getvalue())] == ["-/b"]


@pytest.mark.parametrize(
    ("files", "reason"), [({}, Reason.EMPTY), ({"a.png": b"x"}, Reason.NOT_TEXT), ({"a/": b""}, "empty")]
)
def test_with_nothing_to_read_it_says_so(files: dict[str, bytes], reason: Reason) -> None:
    (item,) = found(packed(files))
    assert failure(item).reason == reason


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "x/../../a.txt",
        "/etc/a.txt",
        "C:/a.txt",
        "..\\a.txt",
        "a\n.txt",
        "x/" * 100 + "a.txt",
        "a" * 2000 + ".txt",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_and_the_others_are_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bad, good = found(packed({name: WORDS, "b.txt": WORDS}))
    assert "Its name in the archive" in failure(bad).message
    assert load(good).text == "Lee said no."
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_read_as_the_archive_wrote_it() -> None:
    data = packed({"a_b.txt": WORDS}).replace(b"a_b.txt", b"a\0b.txt")  # a zero, at which others stop
    (item,) = found(data)
    assert failure(item).reason in (Reason.UNREADABLE, Reason.NOT_TEXT)


def test_markup_in_a_name_stays_a_name() -> None:
    (item,) = found(packed({"<img onerror=x>\u202e.txt": WORDS}))
    assert item.id == "-/<img onerror=x>\ufffd"


@pytest.mark.parametrize("name", ["b.zip", "b.warc.gz", "b.warc"])
def test_an_archive_in_an_archive_is_refused(name: str) -> None:
    inner, good = found(packed({name: packed({"a.txt": WORDS}), "c.txt": WORDS}))
    assert "an archive in an archive" in failure(inner).message
    assert load(good).text == "Lee said no."


def test_a_nested_archive_of_another_name_is_no_text() -> None:
    (item,) = found(packed({"b.txt": packed({"a.txt": WORDS})}))
    assert failure(item).reason == Reason.BINARY


def test_a_member_that_is_too_large_is_refused_alone() -> None:
    data = packed({"a.txt": b"Lee " * 50, "b.txt": WORDS})
    large, good = split("zip", io.BytesIO(data), "a", "a.zip", 150)
    assert failure(large).reason == Reason.TOO_LARGE
    assert load(good).text == "Lee said no."


def test_a_bomb_is_refused_by_its_ratio() -> None:
    (item,) = found(packed({"a.txt": b"\0" * 20_000_000}))
    assert (failure(item).reason, "to fill disks" in failure(item).message) == (Reason.TOO_LARGE, True)


def test_a_bomb_of_members_that_share_their_bytes_is_refused() -> None:
    data = packed({f"{n:03}.txt": b"\0" * 900_000 for n in range(30)})
    (item,) = found(data)
    assert failure(item).reason == Reason.TOO_LARGE


def test_a_member_gives_no_more_than_it_states() -> None:
    data = packed({"a.txt": b"Lee said no. " * 7000})
    lie = data.replace(struct.pack("<L", 13 * 7000), struct.pack("<L", 13))
    (item,) = found(lie)
    assert "damaged" in failure(item).message


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_MEMBERS", 10)
    (item,) = found(packed({f"{n}.txt": WORDS for n in range(11)}))
    assert "11 files; the limit is 10" in failure(item).message


def test_too_much_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_UNPACKED", 20)
    (item,) = found(packed({"a.txt": WORDS, "b.txt": WORDS}))
    assert "24 bytes when unpacked; the limit is 20" in failure(item).message


def test_a_directory_that_fills_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "LARGEST_DIRECTORY", 1000)
    (item,) = found(packed({f"{n}.txt": WORDS for n in range(100)}))
    assert "list of files" in failure(item).message


def test_packings_that_can_not_be_stopped_are_refused() -> None:
    (item,) = found(packed({"a.txt": WORDS}, packing=zipfile.ZIP_BZIP2))
    assert bz2.compress(b"")  # the packing is there; it is refused, not missing
    assert "packed in a way" in failure(item).message


def test_a_locked_member_says_so() -> None:
    data = bytearray(packed({"a.txt": WORDS}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (item,) = found(bytes(data))
    assert "password" in failure(item).message


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_damaged_archive_is_one_error(cut: int) -> None:
    (item,) = found(packed({"a.txt": WORDS})[:cut])
    assert "damaged" in failure(item).message


def test_a_damaged_member_is_an_error_and_the_others_are_read() -> None:
    data = bytearray(packed({"a.txt": WORDS, "b.txt": WORDS}, packing=zipfile.ZIP_STORED))
    data[data.index(WORDS)] ^= 0xFF
    bad, good = found(bytes(data))
    assert "damaged" in failure(bad).message
    assert load(good).text == "Lee said no."
