from __future__ import annotations

import io

import pytest

from onrecord.errors import Reason
from onrecord.ingest.inputs import Input
from onrecord.ingest.json_split import is_object, split_lines, split_whole


def lines(data: bytes, *, before: bytes = b"", max_bytes: int = 40) -> list[Input]:
    return list(split_lines(io.BytesIO(data), path="n.jsonl", max_bytes=max_bytes, before=before))


def test_a_line_holds_its_own_bytes() -> None:
    (item,) = lines(b'\xef\xbb\xbf {"text": "x"} \r\n')
    assert (item.data, item.reader, item.where) == (b'{"text": "x"}', "json", "Line 1")


@pytest.mark.parametrize("cut", range(0, 40, 7))
def test_what_was_read_before_belongs_to_the_lines(cut: int) -> None:
    data = b'{"id": "a"}\n\n{"id": "b"}\n{"id": "c"}'
    assert [item.id for item in lines(data[cut:], before=data[:cut])] == ["a", "b", "c"]


def test_a_line_that_is_too_long_is_passed_over() -> None:
    items = lines(b'{"id": "a"}\n{"text": "' + b"x" * 500 + b'"}\n{"id": "b"}\n' + b"y" * 100)
    assert [item.id for item in items] == ["a", "n.jsonl:2", "b", "n.jsonl:4"]
    assert [item.failure and item.failure.reason for item in items] == [
        None,
        Reason.TOO_LARGE,
        None,
        Reason.TOO_LARGE,
    ]


@pytest.mark.parametrize("size", [39, 40, 41])
def test_the_limit_is_of_the_line_without_its_end(size: int) -> None:
    (item,) = lines(b'{"id":"' + b"x" * (size - 9) + b'"}\r\n')
    assert (item.failure is None) == (size <= 40)


def test_whole_json_is_an_object_or_an_array() -> None:
    def whole(data: bytes) -> list[str] | None:
        items = split_whole(data, name="n", path="n.json", max_bytes=99)
        return None if items is None else [item.id for item in items]

    assert whole(b'{\n"text": "x"}') == ["n"]
    assert whole(b'[{"text": "x"}, {"id": "b"}, 3]') == ["n.json:1", "b", "n.json:3"]
    assert whole(b"[" * 100_000) is None
    assert whole(b'{"text"') is None
    assert whole(b"[1, 2, 3]") is None  # one error, not three


@pytest.mark.parametrize(
    ("line", "is_one"), [(b'{"id": 1}\n', True), (b"[1]", False), (b'{"id": []}', False), (b"{", False)]
)
def test_objects(line: bytes, is_one: bool) -> None:
    assert is_object(line) is is_one
