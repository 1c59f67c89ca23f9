"""pyarrow reads the table, and its columns have the same types whatever is in them."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from hypothesis import given

from onrecord.exports import parquet
from onrecord.exports.characters import whole
from onrecord.model import Reading
from tests.exports.made import ADDRESS, everything, readings, written


def table(*found: Reading) -> Any:
    return pq.read_table(io.BytesIO(written("parquet", *found)))


def rows(*found: Reading) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = table(*found).to_pylist()
    return made


def test_a_row_tells_a_statement() -> None:
    first = rows(everything())[0]
    doc = everything().document
    assert (first["document_id"], first["outlet"], first["published"]) == ("a", "The Post", "2021-03-17")
    assert (first["address"], first["digest"]) == (ADDRESS, doc.digest)
    assert (first["form"], first["kind"], first["status"]) == ("direct", "speech", "asserted")
    assert (first["act"], first["stance"], first["confidence"]) == ("statement", "neutral", 0.9)
    assert first["content"] == ["“It 🌧 rained,”", "“A lot.”", "“And more.”"]
    assert (first["source"], first["cue"]) == (["Ann Lee"], ["told"])
    assert (first["speaker_name"], first["speaker_type"], first["speaker_anonymous"]) == (
        "Ann Lee",
        "person",
        False,
    )
    assert first["speaker_mention"] == {"start": 31, "end": 38}
    assert first["addressee"] == [{"entity": "e2", "name": "reporters", "span": {"start": 44, "end": 53}}]
    assert (first["when_start"], first["when_end"]) == (date(2021, 3, 1), date(2021, 3, 31))
    assert (first["when_precision"], first["medium"]) == ("month", "press conference")


def test_the_others_tell_what_the_first_has_not() -> None:
    found = rows(everything())
    assert found[2]["within"] == found[1]["statement_id"]
    assert [label["words"] for label in found[1]["labels"]] == ["rats"]
    assert found[3]["status"] == "negated"
    assert (found[4]["speaker_anonymous"], found[4]["translated"]) == (True, False)
    assert [place["name"] for place in found[4]["about"]] == ["Bo Kim"]


def test_types_do_not_depend_on_what_is_there() -> None:
    none = table()
    assert none.num_rows == 0
    assert none.schema == table(everything()).schema
    assert none.schema.field("when_start").type == pa.date32()
    assert none.schema.field("content_spans").type == pa.list_(
        pa.struct([("start", pa.int32()), ("end", pa.int32())])
    )
    assert none.schema.metadata[b"onrecord"] == parquet.VERSION.encode()


def test_many_rows_are_written_in_several_groups(monkeypatch: Any) -> None:
    monkeypatch.setattr(parquet, "ROWS", 4)
    data = written("parquet", everything(), everything())
    assert pq.ParquetFile(io.BytesIO(data)).num_row_groups == 3
    assert pq.read_table(io.BytesIO(data)).num_rows == 12


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    told = re.findall(r"`([a-z_]+)`", page.split("## Parquet")[1].split("\n## ")[0])
    assert set(table().column_names) <= set(told)


@given(readings())
def test_each_span_is_its_words(reading: Reading) -> None:
    found = rows(reading)
    assert [row["statement_id"] for row in found] == [stmt.id for stmt in reading.statements]
    for row in found:
        for role in ("source", "cue", "content"):
            words = [reading.document.text[span["start"] : span["end"]] for span in row[f"{role}_spans"]]
            assert [whole(part) for part in words] == row[role]
