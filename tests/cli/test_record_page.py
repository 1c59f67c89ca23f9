"""Every command on the page about the record does what the page says: each is run, in the page's order."""

from __future__ import annotations

import shlex
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.kept import TEXTS, ids, keep
from tests.test_docs import FOLDER, blocks

# Ids that the page shows, and a word of the statement that stands for each.
SHOWN = {"3f9a2c41": "rained", "77b0e9d2": "river"}


def test_every_command_on_the_page_works(onrecord: Run, tmp_path: Path) -> None:
    keep(onrecord, tmp_path)
    news = tmp_path / "news"
    news.mkdir()
    (news / "hail.txt").write_text(TEXTS["rain"].replace("rained", "rained and rained"))
    meant = {shown: ids(onrecord, word)[0] for shown, word in SHOWN.items()}
    lines = [line for block in blocks(FOLDER / "record.md", "sh") for line in block.splitlines()]
    assert len(lines) > 20
    for line in lines:
        program, *arguments = shlex.split(line.partition(" > ")[0])
        assert program == "onrecord"
        result = onrecord(*(meant.get(argument, argument) for argument in arguments))
        assert result.exit_code == 0, f"{line}: {result.output}"
    assert {path.name for path in tmp_path.iterdir()} >= {"lee.csv", "all.parquet", "copy.db", "all.jsonl"}
