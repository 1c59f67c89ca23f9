"""Every format can be written, leaves out what was not read, needs nothing before it is written."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.exports import FORMATS
from onrecord.exports.extras import MissingExtra
from onrecord.model import Reading
from tests.exports.made import everything, not_read, written

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


def test_the_table_is_by_name_and_no_two_formats_end_alike() -> None:
    assert all(format.name == name for name, format in FORMATS.items())
    assert len({format.suffix for format in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_readings_give_the_same_bytes(name: str) -> None:
    assert written(name, everything()) == written(name, everything())


@pytest.mark.parametrize("name", set(FORMATS) - {"jsonl"})
def test_what_was_not_read_is_left_out(name: str) -> None:
    assert written(name, everything(), not_read()) == written(name, everything())


@pytest.mark.parametrize("name", FORMATS)
def test_readings_are_taken_one_by_one(name: str) -> None:
    """A record may be larger than memory."""

    def once() -> Iterator[Reading]:
        yield everything()

    output = io.BytesIO()
    FORMATS[name].write(once(), output)
    assert output.getvalue() == written(name, everything())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(name: str) -> None:
    format = FORMATS[name]
    row = next(
        line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{name}`")
    )
    assert f"`{format.suffix}`" in row
    assert bool(format.extra) == ("extra" in row)


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if format.extra])
def test_a_missing_extra_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pyarrow", "pyarrow.parquet", "cassis"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=re.escape(f"pip install 'onrecord[{FORMATS[name].extra}]'")):
        written(name, everything())


def test_the_table_loads_nothing_heavy() -> None:
    code = "import sys, onrecord.exports; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pyarrow", "cassis", "lxml", "msgspec"} & set(done.stdout.split())
