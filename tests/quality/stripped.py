"""What is lost where punctuation was: articles without commas, apostrophes and quotation marks.

    python -m tests.quality.stripped

Some collections of news are so, and some feeds. Each text of PolNeAR's dev part is stripped, its gold moved
along, and read again: once without any of these marks, once as FA-KES was stripped, where straight quotation
marks are left.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from onrecord.model import Document
from onrecord.scores import Marked, Scores, marked_in, score
from tests.quality.gate import SETS, reader
from training.corpora import Article, Attribution
from training.stripping import ALL, AS_FAKES, strip_marks

WAYS = {"all marks": ALL, "as in FA-KES": AS_FAKES}


def stripped(text: str, marked: Iterable[Marked], marks: frozenset[str]) -> tuple[str, list[Marked]]:
    """A text without these marks, and what was marked in it at its new places, but for what is empty now."""
    attributions = tuple(Attribution(one.source, one.cue, one.content) for one in marked)
    left = strip_marks(Article("", "", text, attributions), marks)
    return left.text, [Marked(a.source, a.cue, a.content) for a in left.attributions if a.content]


def scores(marks: frozenset[str]) -> Scores:
    """Of PolNeAR's dev part without these marks."""
    total = Scores()
    for line in SETS["polnear-dev"].read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, gold = stripped(row["text"], marked_in(row, top=True), marks)
        read = reader().read(Document(id=row["id"], text=text)).statements
        total += score(text, gold, [Marked.of(stmt) for stmt in read if stmt.within is None])
    return total


def main() -> int:
    """Prints the scores with and without."""
    if not SETS["polnear-dev"].exists():
        print("PolNeAR is not here")
        return 0
    whole = scores(frozenset())
    for way, marks in WAYS.items():
        bare = scores(marks)
        for part in ("statement", "exact", "content50"):
            lost = whole[part].f1 - bare[part].f1
            print(f"{way:12} {part:10} {whole[part].f1:.3f}, stripped {bare[part].f1:.3f}: {lost:+.3f} lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
