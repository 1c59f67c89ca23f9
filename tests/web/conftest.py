"""A small record, and the site of it without a network: what comes in goes straight to the application."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from onrecord.model import Document, Failure, Reading
from onrecord.model.document import digest_of
from onrecord.record import Record, open_record
from onrecord.web import Offered, Site, make_app
from tests.record.made import flood, talks
from tests.stub import StubReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What became of an article that was offered."""

    path: str
    became: str
    statements: int = 0
    key: str | None = None
    failure: Failure | None = None


QUAYS = b"<html><script>alert(1)</script><p>The quays, as they came</p></html>"


def with_original(reading: Reading, data: bytes) -> Reading:
    """The reading as if its document had been made of these bytes."""
    made = replace(reading.document, original_digest=digest_of(data), extractor="made-up")
    return replace(reading, document=made)


def small_record(folder: Path) -> Iterator[Record]:
    """A record with two short reports, open as long as it is used."""
    with open_record(folder / "onrecord.db") as opened:
        opened.writer.add(with_original(talks(title="The quays stay shut"), QUAYS), QUAYS)
        opened.writer.add(flood(title="Water in Dale"))
        yield opened


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record with two short reports."""
    yield from small_record(tmp_path)


def site_of(record: Record) -> Site:
    """The site of a record, with a reader that finds what stands after "said:"."""

    def read(offered: Offered) -> Reading:
        text = (offered.data or b"").decode()
        return StubReader().read(Document(id=offered.name, path=offered.name, text=text))

    def add(offered: Sequence[Offered]) -> Iterator[Became]:
        for one in offered:
            reading = read(one)
            key = record.writer.add(reading, one.data).key
            yield Became(path=one.name, became="added", statements=len(reading.statements), key=key)

    return Site(record=record, read=read, add=add)


@pytest.fixture
def client(record: Record) -> Iterator[TestClient]:
    """A browser without scripts, at the site."""
    with TestClient(make_app(site_of(record)), base_url="http://127.0.0.1:8484") as opened:
        yield opened


def post(client: TestClient, path: str, **fields: str) -> Response:
    """Sends a form as a page of the site would."""
    client.get("/")
    token = client.cookies.get("onrecord-form") or ""
    answer: Response = client.post(path, data={"token": token} | fields, follow_redirects=False)
    return answer
