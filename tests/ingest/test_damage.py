"""Damaged files of every kind: read, or refused with a reason; never anything else."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from onrecord.errors import SkipDocument
from onrecord.ingest import Input, load, read_feed, read_sitemap
from onrecord.ingest.streams import split
from tests.ingest.test_docx import body, made
from tests.ingest.test_eml import PAGE as LETTER_PAGE
from tests.ingest.test_eml import letter
from tests.ingest.test_feeds import ATOM, ITEM, WHOLE, rss
from tests.ingest.test_pdf import PAGE, pdf
from tests.ingest.test_sitemaps import urlset
from tests.ingest.test_warc import THREE, archive
from tests.ingest.test_zip import packed

TRIES = 60  # of each kind; 2,000 were tried when this was written

FILES = {
    "pdf": [pdf(PAGE), pdf(PAGE, PAGE, info=b"/Title (Rain at last)")],
    "docx": [made(("Rain at last", "Title"), "Lee said no."), body("<w:p><w:r><w:t>No.</w:t></w:r></w:p>")],
    "eml": [bytes(letter(html=LETTER_PAGE)), bytes(letter(sender="=?utf-8?q?Lee?= <lee@post.example>"))],
    "zip": [packed({"a.txt": b"Lee said no.", "n.jsonl": b'{"text": "Lee said no."}\n'})],
    "warc": [archive(THREE), archive(THREE, packed=False)],
    "feed": [rss(ITEM + WHOLE, ITEM), ATOM.encode()],
    "sitemap": [urlset("https://post.example/a")],
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some altered, lost, added or doubled."""
    altered = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, other = chance.randrange(len(altered)), chance.randrange(len(altered))
        match chance.randrange(4):
            case 0:
                altered[at] = chance.randrange(256)
            case 1:
                del altered[at : at + chance.randrange(1, 30)]
            case 2:
                altered[at:at] = chance.randbytes(chance.randrange(1, 8))
            case _:
                altered[at:at] = altered[other : other + chance.randrange(1, 60)]
        altered = altered or bytearray(b"x")
    return bytes(altered)


def documents(data: bytes, kind: str) -> Iterator[Input]:
    if kind in ("zip", "warc"):
        yield from split(kind, io.BytesIO(data), "a", "a", 100_000)
    else:
        yield Input(id="a", path="a", max_bytes=100_000, reader=kind, data=data)


def feed(data: bytes) -> Iterator[Input]:
    for entry in read_feed(data, address="https://post.example/feed").entries:
        item = entry.as_input(path="feed", max_bytes=100_000)
        if item is not None:
            yield item


def sitemap(data: bytes) -> Iterator[Input]:
    assert all(page.address.startswith("http") for page in read_sitemap(data).pages)
    return iter(())


@pytest.mark.parametrize("kind", FILES)
def test_a_damaged_file_is_read_or_refused(kind: str) -> None:
    opened: Callable[[bytes], Iterator[Input]] = {"feed": feed, "sitemap": sitemap}.get(
        kind, lambda data: documents(data, kind)
    )
    chance = random.Random(7)
    for _ in range(TRIES):
        data = damaged(chance.choice(FILES[kind]), chance)
        with suppress(SkipDocument):
            for item in opened(data):
                with suppress(SkipDocument):
                    assert load(item).text
