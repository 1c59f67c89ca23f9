"""`python -m benchmarks.loading TEXTS [RECORD]`: what keeping articles in a record costs beside reading them.

    python -m benchmarks.loading texts/                    2,000 articles at most, SQLite
    python -m benchmarks.loading texts/ --articles 200
    python -m benchmarks.loading texts/ postgresql://…     an empty database of a server

`onrecord read` and `onrecord add` go over the same files, each in a process of its own; then `add` goes over
them again, which must change no row. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from onrecord.record import open_record
from onrecord.record.schema.tables import metadata

ARTICLES = 2_000
PROGRAM = [sys.executable, "-c", "from onrecord.cli.main import app; app()"]


def seconds(*arguments: str) -> float:
    """How long a command takes, its start included. A file that can't be read is no fault of it."""
    began = time.perf_counter()
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"onrecord {arguments[0]} failed: {done.stderr[-2_000:]}")
    print(done.stderr.strip().splitlines()[-1].removeprefix("onrecord: "), flush=True)
    return time.perf_counter() - began


def rows(address: str) -> dict[str, int]:
    """How many rows each table of a record has."""
    with open_record(address) as record, record.engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def linked(texts: Path, count: int, folder: Path) -> int:
    """Puts links to so many articles into a folder; gives how many there are."""
    files = sorted(path for path in texts.rglob("*") if path.suffix in (".txt", ".html"))
    for number, path in enumerate(islice(files, count)):
        (folder / f"{number:05}{path.suffix}").symlink_to(path.resolve())
    return min(len(files), count)


def compare(texts: Path, address: str, count: int, folder: Path) -> bool:
    """Prints the times; whether the second `add` left all rows as they were."""
    articles = folder / "articles"
    articles.mkdir()
    found = linked(texts, count, articles)
    print(f"{found:,} articles of {texts}")
    read = seconds("read", str(articles), "--format", "jsonl", "--out", str(folder / "out.jsonl"))
    add = seconds("add", str(articles), "--record", address)
    before = rows(address)
    again = seconds("add", str(articles), "--record", address)
    same = rows(address) == before
    print(f"\nread          {read:8.1f} s   {found / read:6.2f} articles a second")
    print(f"add           {add:8.1f} s   {found / add:6.2f} articles a second, {add / read - 1:+.1%} of read")
    changed = "no row changed" if same else "ROWS CHANGED"
    print(f"add again     {again:8.1f} s   {again / add:.1%} of add; {changed}")
    return same


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("address", nargs="?")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        address = asked.address or str(Path(name) / "onrecord.db")
        sys.exit(0 if compare(asked.texts, address, asked.articles, Path(name)) else 1)


if __name__ == "__main__":
    main()
