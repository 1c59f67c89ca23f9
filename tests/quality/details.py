"""Reads the project's own marked files and measures the details: speaker, addressee, time, nesting, labels.

    python -m tests.quality.details check FOLDER     # only look whether files are marked as they should be
    python -m tests.quality.details FOLDER           # read them with the weights that ship; show scores
    python -m tests.quality.details FOLDER --errors  # and a line for each mistake
    python -m tests.quality.details FOLDER --totals  # no file by itself: for texts that nobody looks at

Each file is read as an article whose headline, outlet, date and byline are known from its header.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import onrecord
from onrecord.analysis.reader import Reader
from onrecord.cli.score_view import detail_table
from onrecord.exports.jsonl import json_line
from onrecord.ingest import document_of
from onrecord.model import Document
from onrecord.scores import DetailScores, Judgement, judge, score_details
from samples.build import gold_line
from tests.factory import Marked, parse_marked
from tests.quality.set_check import check, marked_files

HEADER = ("outlet", "published", "byline", "agency")
# Characters of a statement's words that a mistake's line shows.
WORDS = 90

Row = dict[str, Any]


def document_in(marked: Marked, name: str) -> Document:
    """The article of a marked file, with what its header says of it."""
    known = {key: marked.meta[key] for key in HEADER if key in marked.meta}
    doc = document_of(marked.text + "\n", id=name, title=marked.meta.get("title"))
    return replace(doc, **known)  # type: ignore[arg-type]


def rows_of(path: Path, reader: Reader) -> tuple[Row, Row]:
    """A marked file's gold, and what the reader finds in its text, both as JSON."""
    marked = parse_marked(path.read_text(encoding="utf-8"))
    found: Row = json.loads(json_line(reader.read(document_in(marked, path.stem))))
    return gold_line(path.stem, marked), found


def measure(paths: Iterable[Path], reader: Reader, *, show: str) -> DetailScores:
    """The scores of all files together; `show` says what is printed of each: errors, scores or nothing."""
    total = DetailScores()
    for path in paths:
        gold, found = rows_of(path, reader)
        scores = score_details(gold, found)
        total += scores
        if show == "scores":
            print(_short(path.stem, scores))
        if show == "errors":
            for mistake in filter(lambda one: one.is_mistake, judge(gold, found)):
                print(_line(path.stem, mistake))
    return total


def _short(name: str, scores: DetailScores) -> str:
    """The counts of one file that matter most, on a line."""
    shares = (
        f"{what} {scores[what].hit}/{scores[what].gold}" for what in ("found", "speaker", "nested", "when")
    )
    return f"{name[:24]:24}" + "".join(f"{share:>16}" for share in shares)


def _line(name: str, mistake: Judgement) -> str:
    words = " ".join(mistake.words.split())
    shown = words if len(words) <= WORDS else words[: WORDS - 1] + "…"
    return f"{name} | {mistake.measure} | gold: {mistake.gold} | found: {mistake.found} | {shown}"


def main(arguments: list[str]) -> int:
    """Reads the command line."""
    if arguments[:1] == ["check"] and len(arguments) == 2:
        return min(check(Path(arguments[1])), 1)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--errors", dest="show", action="store_const", const="errors", default="scores")
    shown.add_argument("--totals", dest="show", action="store_const", const="nothing")
    options = parser.parse_args(arguments)
    paths = marked_files(options.folder)
    if not paths:
        parser.error(f"there are no marked files (*.txt) in {options.folder}")
    total = measure(paths, onrecord.load(), show=options.show)
    print("", f"{len(paths)} texts", *detail_table(total), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
