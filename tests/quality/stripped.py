"""What is lost where punctuation was: articles without commas, apostrophes and quotation marks.

    python -m tests.quality.stripped

Some collections of news are so (FA-KES), and some feeds. Each text of PolNeAR's dev part is stripped, its
gold moved along, and read again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from onrecord.model import Document, Span, Spans
from onrecord.scores import Marked, Scores, marked_in, score
from tests.quality.gate import SETS, reader

STRIPPED = frozenset(",'\"‘’“”")


def stripped(text: str, marked: Iterable[Marked]) -> tuple[str, list[Marked]]:
    """A text without punctuation, and what was marked in it at its new places, but for what is empty now."""
    places, kept = [0], 0
    for char in text:
        kept += char not in STRIPPED
        places.append(kept)

    def moved(spans: Spans) -> Spans:
        found = (Span(places[start], places[end]) for start, end in spans)
        return tuple(span for span in found if span.start < span.end)

    left = "".join(char for char in text if char not in STRIPPED)
    new = [Marked(moved(one.source), moved(one.cue), moved(one.content)) for one in marked]
    return left, [one for one in new if one.content]


def main() -> int:
    """Prints the scores with and without."""
    if not SETS["polnear-dev"].exists():
        print("PolNeAR is not here")
        return 0
    whole, bare = Scores(), Scores()
    for line in SETS["polnear-dev"].read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = marked_in(row, top=True)
        for text, gold, without in ((row["text"], marked, False), (*stripped(row["text"], marked), True)):
            read = reader().read(Document(id=row["id"], text=text)).statements
            one = score(text, gold, [Marked.of(stmt) for stmt in read if stmt.within is None])
            whole, bare = (whole, bare + one) if without else (whole + one, bare)
    for part in ("statement", "exact", "content50"):
        lost = whole[part].f1 - bare[part].f1
        print(f"{part:10} {whole[part].f1:.3f} as printed, {bare[part].f1:.3f} stripped: {lost:+.3f} lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
