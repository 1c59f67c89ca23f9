"""The API keeps what its OpenAPI document says, whatever is asked: tried with made-up questions.

On SQLite and on a real PostgreSQL, which refuses characters and numbers that SQLite takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import BaseSchema, Case, Config, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from onrecord.record import Record, open_record
from onrecord.web import make_app
from tests.record.made import flood, talks
from tests.web.conftest import site_of

QUESTIONS = 12  # made-up ones of each address: all together take some seconds on each engine
HOST = {"Host": "127.0.0.1:8484"}
WILD = [
    *("\0", "a\0b", "\ud800", "\ufdfa" * 400, "㌖" * 450, "é" * 500, "'\"%_\\*()-:^", "\u202e", "9" * 400),
    *("-1", "1e999", "2147483648", "9223372036854775808", "NaN", "null", "[]", "𝟚𝟘𝟚𝟜", "a" * 10_000, " "),
]


@pytest.fixture
def small(address: str) -> Iterator[Record]:
    """A record with two short reports and a judgement."""
    with open_record(address) as opened:
        opened.writer.add(talks())
        opened.writer.add(flood())
        opened.judgements.accept(opened.questions.search("quays")[0].id, by="Ann")
        yield opened


@pytest.fixture
def described(small: Record) -> BaseSchema:
    """The API's OpenAPI document over the record."""
    app = make_app(site_of(small))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=Config(seed=7), headers=HOST)


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_made_up_questions_are_answered_as_described(described: BaseSchema, mode: GenerationMode) -> None:
    for path, operations in described.items():
        parameters = described.raw_schema["paths"][path]["get"].get("parameters", ())
        if mode is GenerationMode.NEGATIVE and not any(one["in"] == "query" for one in parameters):
            continue  # there is nothing to ask wrongly

        @seed(7)
        @settings(max_examples=QUESTIONS, deadline=None, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(case=operations["GET"].as_strategy(generation_mode=mode))
        def is_answered(case: Case[Any]) -> None:
            # A word that is no cursor, and U+0000, are refused, which a schema can't tell beforehand.
            case.call_and_validate(headers=HOST, excluded_checks=[positive_data_acceptance])

        is_answered()


def test_what_is_there_is_answered_as_described(described: BaseSchema, small: Record) -> None:
    document = small.questions.documents()[0].key
    ids = {"{id}": small.questions.search("quays")[0].id, "{key}": document}
    for path, operations in described.items():
        key = "per:edda lorne" if "speakers/" in path or "about/" in path else ids["{key}"]
        case = operations["GET"].Case(path_parameters={"key": key, "id": ids["{id}"]})
        assert case.call_and_validate(headers=HOST).status_code == 200, path


def test_nothing_that_is_asked_is_a_fault(small: Record, described: BaseSchema) -> None:
    with TestClient(
        make_app(site_of(small)), base_url=f"http://{HOST['Host']}", raise_server_exceptions=False
    ) as client:
        for path, told in described.raw_schema["paths"].items():
            for wild in WILD:
                value = quote(wild.encode("utf-8", "surrogatepass"), safe="")
                addresses = [path.replace("{id}", value).replace("{key}", value)] if "{" in path else []
                addresses += [
                    f"{path}?{asked['name']}={value}"
                    for asked in told["get"].get("parameters", ())
                    if asked["in"] == "query" and "{" not in path
                ]
                for address in addresses:
                    answer = client.get(address)
                    assert answer.status_code in (200, 400, 404, 422), address
                    assert answer.status_code == 200 or set(answer.json()["error"]) == {"kind", "message"}
