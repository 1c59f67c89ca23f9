"""A small record for tests of the commands that work on one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

TEXTS = {
    "rain": "Ann Lee and Bob Kim came.\n\nLee said: it rained all day\n\nKim said: the river rose\n",
    "snow": "Ann Lee left.\n\nLee said: “It snowed”\n\nKim did not say: why the road closed\n",
}


def keep(onrecord: Run, folder: Path) -> None:
    """Makes onrecord.db of two articles: Lee said two things, Kim one, and another not."""
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    known = {"rain": ("2018-07-26", "The Post"), "snow": ("2018-08-01", "The Herald")}
    for name, (published, outlet) in known.items():
        result = onrecord("add", f"{name}.txt", "--published", published, "--outlet", outlet)
        assert result.exit_code == 0, result.output


def ids(onrecord: Run, *options: str) -> list[str]:
    """The ids of statements that a search gives."""
    table = onrecord("search", *options, "--format", "csv").stdout
    return [line.split(",")[0] for line in table.splitlines()[1:]]
