from __future__ import annotations

import gzip
import io
import resource
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Input, load, open_inputs, warc
from onrecord.ingest.warc import split_warc

DAY = "2018-07-27T08:00:00Z"
Headers = list[tuple[str, str]]


def page(words: str) -> bytes:
    return (
        f"<html><head><title>{words} rain</title></head><body><article><h1>{words} rain</h1>"
        "<p>“We danced,” said Ana Ruiz, who keeps goats on the far bank of the river.</p>"
        f"<p>The council met at noon and decided nothing about {words}.</p></article></body></html>"
    ).encode()


def archive(
    bodies: Iterable[bytes],
    *,
    packed: bool = True,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    more: Headers | None = None,
) -> bytes:
    """A web archive with a page for each body, called by their number."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    info = writer.create_warcinfo_record("a.warc", {"software": "tests"})
    writer.write_record(info)
    for number, body in enumerate(bodies):
        headers = StatusAndHeaders(status, [("Content-Type", kind), *(more or [])], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://post.example/{number}",
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": DAY},
        )
        writer.write_record(record)
        record.raw_stream.close()  # a file that the library leaves open
    return out.getvalue()


def split(data: bytes, *, max_bytes: int = 100_000) -> list[Input]:
    return list(split_warc(io.BytesIO(data), path="a.warc.gz", max_bytes=max_bytes))


def pages(items: list[Input]) -> list[str]:
    return [(item.address or "")[-1:] for item in items if item.failure is None]


def failures(items: list[Input]) -> list[SkipDocument]:
    return [item.failure for item in items if item.failure is not None]


def places(data: bytes) -> list[int]:
    return [int(item.id.rpartition(":")[2]) for item in split(data)]


THREE = [page("first"), page("second"), page("third")]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_documents_with_address_and_time_of_capture(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(archive(THREE, packed=packed))
    docs = [load(item) for item in open_inputs([path], max_bytes=100_000)]
    assert [doc.address for doc in docs] == [f"https://post.example/{n}" for n in range(3)]
    assert {doc.captured for doc in docs} == {DAY}
    assert [doc.title for doc in docs] == ["first rain", "second rain", "third rain"]
    for doc in docs:  # the id is where the record begins in the file
        place = int(doc.id.removeprefix(f"{path}:"))
        begins = path.read_bytes()[place:]
        begins = zlib.decompressobj(31).decompress(begins) if packed else begins
        assert begins.startswith(b"WARC/1.0")
        assert doc.address is not None
        assert doc.address.encode() in begins[:600]


def test_standard_input_is_looked_at() -> None:
    for packed in (True, False):
        items = open_inputs(["-"], max_bytes=100_000, stdin=io.BytesIO(archive(THREE, packed=packed)))
        assert pages(list(items)) == ["0", "1", "2"]


def test_what_is_no_page_is_passed_over() -> None:
    assert split(archive(THREE, status="404 Not Found")) == []
    assert split(archive([b"\x89PNG"], kind="image/png")) == []
    assert [item.reader for item in split(archive([b"Lee said no."], kind="text/plain"))] == ["text"]
    assert [item.reader for item in split(archive([b"<p>"], kind="APPLICATION/XHTML+xml"))] == ["html"]


def kept(*records: tuple[str, str, str, bytes]) -> bytes:
    """A web archive of records without a server's answer: kind, address, type, block."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for kind, address, content_type, block in records:
        record = writer.create_warc_record(
            address,
            kind,
            payload=io.BytesIO(block),
            warc_content_type=content_type,
            warc_headers_dict={"WARC-Date": DAY},
        )
        writer.write_record(record)
        record.raw_stream.close()  # a file that the library leaves open
    return out.getvalue()


ADDRESS = "https://post.example/"
TEXT = "Rain at last\n“We danced,” said Ana Ruiz.".encode()


def test_pages_that_were_kept_without_an_answer_are_read() -> None:
    data = kept(
        ("resource", ADDRESS + "0", "text/html; charset=utf-8", page("first")),
        ("resource", ADDRESS + "1", "TEXT/PLAIN", TEXT),
        ("resource", ADDRESS + "2", "image/png", b"\x89PNG"),
        ("resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", b"Lee said no."),
        ("metadata", ADDRESS + "3", "text/plain", b"Lee said no."),
    )
    first, second = split(data)
    assert (first.reader, first.charset, first.address, first.captured) == (
        "html",
        "utf-8",
        ADDRESS + "0",
        DAY,
    )
    assert (second.reader, second.data) == ("text", TEXT)


def test_texts_that_were_made_of_pages_are_read_where_the_pages_are_not_there(tmp_path: Path) -> None:
    texts = kept(("conversion", ADDRESS + "0", "text/plain", TEXT))
    path = tmp_path / "n" / "crawl.warc.wet.gz"
    path.parent.mkdir()
    path.write_bytes(texts)
    (doc,) = [load(item) for item in open_inputs([path.parent], max_bytes=100_000)]
    assert (doc.text, doc.address, doc.captured) == (TEXT.decode(), ADDRESS + "0", DAY)
    assert pages(split(archive(THREE) + texts)) == ["0", "1", "2"]


def test_a_text_that_is_too_large_altered_or_cut_short_is_refused() -> None:
    texts = kept(("conversion", ADDRESS + "0", "text/plain", TEXT))
    assert failures(split(texts, max_bytes=20))[0].reason == Reason.TOO_LARGE
    plain = gzip.decompress(texts)
    assert "digest" in failures(split(plain.replace(b"Ana", b"Eva")))[0].message
    assert "cut short" in failures(split(plain[:-20]))[0].message


def test_an_archive_without_pages_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(archive([], packed=False))
    (item,) = open_inputs([tmp_path / "a.warc"], max_bytes=1000)
    with pytest.raises(SkipDocument) as caught:
        load(item)
    assert caught.value.reason == Reason.EMPTY


def test_pages_are_unpacked() -> None:
    zipped = [gzip.compress(body) for body in THREE]
    assert [item.data for item in split(archive(zipped, more=[("Content-Encoding", "gzip")]))] == THREE
    pieces = [b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) for body in THREE]
    assert [item.data for item in split(archive(pieces, more=[("Transfer-Encoding", "chunked")]))] == THREE


def test_the_encoding_that_the_server_told_is_used() -> None:
    words = "<html><body><article><h1>Дождь</h1><p>«Мы танцевали», — сказала Ана Руис, у которой козы.</p>"
    (item,) = split(archive([words.encode("windows-1251")], kind="text/html; charset=windows-1251"))
    assert "танцевали" in load(item).text


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ([("Transfer-Encoding", "chunked")], b"zzz\r\nbad"),
        ([("Content-Encoding", "gzip")], b"no gzip at all"),
    ],
)
def test_a_page_that_can_not_be_unpacked_is_an_error_and_the_others_are_read(
    more: Headers, body: bytes
) -> None:
    items = split(archive([body], more=more) + archive(THREE))
    assert ["can't be unpacked" in failure.message for failure in failures(items)] == [True]
    assert pages(items) == ["0", "1", "2"]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [2, 20, 200])
def test_a_file_that_was_cut_short_is_an_error_and_what_is_whole_is_read(packed: bool, cut: int) -> None:
    items = split(archive(THREE, packed=packed)[:-cut])
    assert pages(items)[:2] == ["0", "1"]
    (failure,) = failures(items)
    assert "was cut short" in failure.message
    assert failure.reason == Reason.UNREADABLE


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_within_the_head_of_a_record_is_found(packed: bool) -> None:
    data = archive(THREE, packed=packed)
    items = split(data[: places(data)[2] + 30])
    assert pages(items) == ["0", "1"]
    assert len(failures(items)) == 1


def test_damaged_gzip_is_an_error_and_what_comes_before_and_after_is_read() -> None:
    data = bytearray(archive(THREE))
    data[places(bytes(data))[1] + 60] ^= 0xFF
    items = split(bytes(data))
    assert pages(items) == ["0", "2"]
    (failure,) = failures(items)
    assert "is damaged" in failure.message
    assert "Reading goes on at byte" in failure.message


def test_a_damaged_head_in_a_plain_file_is_an_error_and_what_comes_after_is_read() -> None:
    data = bytearray(archive(THREE, packed=False))
    data[places(bytes(data))[1]] ^= 0xFF
    items = split(bytes(data))
    assert pages(items) == ["0", "2"]
    assert len(failures(items)) == 1
    assert places(bytes(data))[-1] == places(archive(THREE, packed=False))[-1]


def test_words_that_were_altered_are_found_by_the_digest() -> None:
    data = archive(THREE, packed=False).replace(b"nothing about second", b"all about second....")
    items = split(data)
    assert pages(items) == ["0", "2"]
    assert "digest" in failures(items)[0].message


def test_a_file_that_is_one_gzip_is_read_too() -> None:
    assert pages(split(gzip.compress(archive(THREE, packed=False)))) == ["0", "1", "2"]
    (failure,) = failures(split(gzip.compress(archive(THREE, packed=False))[:-100]))
    assert "cut short" in failure.message


def test_damage_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_BREAKS", 3)
    data = b"WARC/1.0\r\nContent-Length: 0\r\n\r\nabc\r\n\r\n" * 10
    found = failures(split(data))
    assert len(found) == 4
    assert "the rest is left" in found[-1].message


@pytest.mark.parametrize(
    "block",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nabc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 50\r\n\r\nabc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc",
        b"WARC/1.0\r\nA: " + b"a" * 1_000_000,
    ],
)
def test_heads_that_lie_end_in_an_error(block: bytes) -> None:
    assert len(failures(split(block))) == 1


def test_no_bytes_are_no_archive() -> None:
    assert split(b"") == []
    assert pages(split(archive(THREE) + b"\0" * 512)) == ["0", "1", "2"]  # tapes are padded


def test_a_page_that_is_too_large_is_refused_alone() -> None:
    items = split(archive([b"<p>Lee" * 400, page("second")]), max_bytes=1000)
    assert [failure.reason for failure in failures(items)] == [Reason.TOO_LARGE]
    assert pages(items) == ["1"]


@pytest.mark.parametrize("layers", [1, 2])
def test_bombs_of_gzip_fill_no_memory(layers: int) -> None:
    bomb = gzip.compress(b"a" * 100_000_000)
    if layers == 2:
        bomb = gzip.compress(bomb)
    data = archive([bomb, page("x")], more=[("Content-Encoding", ", ".join(["gzip"] * layers))])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert failures(split(data))[0].reason == Reason.TOO_LARGE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kB


def test_a_record_that_is_a_bomb_fills_no_memory() -> None:
    data = archive([b"a" * 50_000_000]) + archive([page("x")])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    items = split(data)
    assert [failure.reason for failure in failures(items)] == [Reason.TOO_LARGE]
    assert pages(items) == ["0"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kB
