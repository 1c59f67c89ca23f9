"""Makes the list of words by which names are told from other words.

    python -m training.word_list --scowl /usr/share/dict/american-english --data DIR --out words.txt.gz

The words are SCOWL's in small letters (Debian's package wamerican). A star marks those that are often
names: words that SCOWL also has with a capital, or that the training texts hardly have, or nearly always
with a capital, inside sentences. Only single words and a star each leave this room, no text.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from pathlib import Path

from training.corpora import read_polnear

MIDDLE = re.compile(r"(?<=[a-z,] )([A-Za-z]+)")  # words that follow another word: no sentence starts there
# Seen in small letters so often, and so much more than capitalised: no name.
COMMON_SMALL, SMALL_RATIO = 50, 10
OFTEN_CAPITAL, CAPITAL_RATIO = 5, 20
RARE = 2  # seen in small letters so seldom: with a capital inside a sentence it is a name ("Wilf Gannet")
NO_NAMES = frozenset("gov supreme ii iii iv vi corps sciences syndrome".split())


def make(scowl: list[str], texts: list[str]) -> list[str]:
    """The lines of the list: words in order, with a star behind those that may be names."""
    small = {word for word in scowl if re.fullmatch(r"[a-zéèêñçö]+", word)}
    capital = {word.lower() for word in scowl if re.fullmatch(r"[A-Z][a-z]+", word)}
    lower, upper = Counter[str](), Counter[str]()
    for text in texts:
        for match in MIDDLE.finditer(text):
            (upper if match[1][0].isupper() else lower)[match[1].lower()] += 1
    names = {
        word
        for word in small
        if (len(word) > 2 or (len(word) == 2 and not lower[word]))
        and word not in NO_NAMES
        and (
            (
                word in capital
                and not (lower[word] >= COMMON_SMALL and upper[word] * SMALL_RATIO < lower[word])
            )
            or (upper[word] >= OFTEN_CAPITAL and upper[word] >= CAPITAL_RATIO * lower[word])
            or lower[word] <= RARE
        )
    }
    return [word + "*" * (word in names) for word in sorted(small)]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scowl", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    texts = [article.text for article in read_polnear(args.data / "train.jsonl")]
    lines = make(args.scowl.read_text(encoding="utf-8").split(), texts)
    args.out.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
