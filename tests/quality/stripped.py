"""What is lost where punctuation was: articles without commas, apostrophes and quotation marks.

    python -m tests.quality.stripped

Some collections of news are so, and some feeds. Each text of PolNeAR's dev part is stripped, its gold moved
along, and read again: once without any of these marks, once as FA-KES was stripped, where straight quotation
marks are left.
"""

from __future__ import annotations

import sys

from tests.quality.gate import DEV, total_of
from training.stripping import ALL, AS_FAKES

WAYS = {"all marks": ALL, "as in FA-KES": AS_FAKES}


def main() -> int:
    """Prints the scores with and without."""
    if not DEV.exists():
        print("PolNeAR is not here")
        return 0
    whole = total_of(DEV)
    for way, marks in WAYS.items():
        bare = total_of(DEV, marks)
        for part in ("statement", "exact", "content50"):
            lost = whole[part].f1 - bare[part].f1
            print(f"{way:12} {part:10} {whole[part].f1:.3f}, stripped {bare[part].f1:.3f}: {lost:+.3f} lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
