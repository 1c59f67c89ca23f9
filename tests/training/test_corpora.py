"""Annotated articles, whole or judged in part."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.model.span import Span
from training.corpora import Attribution, read_polnear

TEXT = "Nobody knew.\n\nLee said it rained."
LEE = {"source": [[14, 17]], "cue": [[18, 22]], "content": [[23, 32]]}


def read(path: Path, **more: object) -> list[tuple[str, str, tuple[Attribution, ...]]]:
    row = {"id": "a", "outlet": "", "text": TEXT, "attributions": [LEE]} | more
    file = path / "train.jsonl"
    file.write_text(json.dumps(row) + "\n")
    return [(it.id, it.text, it.attributions) for it in read_polnear(file)]


def test_an_article_is_read_whole(tmp_path: Path) -> None:
    lee = Attribution((Span(14, 17),), (Span(18, 22),), (Span(23, 32),))
    assert read(tmp_path) == [("a", TEXT, (lee,))]


def test_of_a_text_judged_in_part_each_stretch_is_an_article(tmp_path: Path) -> None:
    lee = Attribution((Span(0, 3),), (Span(4, 8),), (Span(9, 18),))
    assert read(tmp_path, complete=[[0, 12], [14, 33]]) == [
        ("a#1", "Nobody knew.", ()), ("a#2", "Lee said it rained.", (lee,)),
    ]  # fmt: skip
    assert read(tmp_path, complete=[]) == []
