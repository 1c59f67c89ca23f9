"""Derive the plain sample texts and their gold statements from ``samples/marked``.

Run ``python samples/build.py`` after a change to a marked file. It writes ``samples/NAME.txt`` for each
marked text (for the flood too, whose page ``flood.html`` is written by hand) and ``samples/gold.jsonl``,
and it fails when the page's article and the marked flood say different things.
"""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:
    sys.path.insert(0, str(HERE.parent))

from tests.factory import GoldStatement, Marked, parse_marked  # noqa: E402
from tests.marked_lines import days_of  # noqa: E402

UNDATED: Final = "?"
"""The only item of `when` where the words tell no date."""

_ASIDES: Final = {"pullquote", "social-embed", "ad"}
"""Classes of blocks inside the article's body that are no part of its text."""


class _Article(HTMLParser):
    """Collects the paragraphs of ``<h1>`` and of ``<div class="article-body">``, white space made single."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"img", "meta", "link", "br"}:
            return
        self._open.append((tag, dict(attrs).get("class") or ""))
        if tag == "h1" or (tag in {"p", "h2"} and self._in_body()):
            self._words = []

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()
        if tag in {"p", "h1", "h2"} and self._words is not None:
            self.paragraphs.append(" ".join("".join(self._words).split()))
            self._words = None

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def _in_body(self) -> bool:
        classes = {name for _, names in self._open for name in names.split()}
        return "article-body" in classes and not classes & _ASIDES


def page_text(page: str) -> str:
    """Return what a perfect extractor makes of the hand-written page: title, blank line, paragraphs."""
    article = _Article()
    article.feed(page)
    return "\n\n".join(article.paragraphs) + "\n"


def gold_line(name: str, marked: Marked) -> dict[str, Any]:
    """Return one line of ``gold.jsonl``; its text is the sample file's, to the last newline."""
    if marked.text.split("\n\n")[0] != marked.meta["title"]:
        raise ValueError(f"{name}: the text must begin with its title, {marked.meta['title']!r}")
    meta = {key: marked.meta.get(key) for key in ("title", "outlet", "published", "byline")}
    statements = [_statement(statement) for statement in marked.statements]
    labels = [{"span": one.span, "user": one.user, "target": one.target} for one in marked.labels]
    return {"id": name, **meta, "text": marked.text + "\n", "statements": statements, "labels": labels}


def _statement(statement: GoldStatement) -> dict[str, Any]:
    """What is marked, and what is told after the text; `speaker` is null where nobody told it."""
    within, when = statement.within, statement.when
    return {
        "id": str(statement.number),
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "kind": statement.kind,
        "status": statement.status,
        "within": None if within is None else str(within),
        "speaker": statement.speaker,
        "anonymous": statement.anonymous,
        "addressee": statement.addressee,
        "addressee_name": statement.addressee_name,
        "time": statement.time,
        "when": None if when is None else days_of(when) or [UNDATED],
        "act": statement.act,
        "stance": statement.stance,
    }


def build_samples(out: Path = HERE) -> dict[str, int]:
    """Write the plain texts and the gold file into a folder; return how many statements each text has."""
    lines = []
    for path in sorted((HERE / "marked").glob("*.txt")):
        try:
            line = gold_line(path.stem, parse_marked(path.read_text(encoding="utf-8")))
        except ValueError as error:
            error.add_note(f"in {path}")
            raise
        (out / path.name).write_text(line["text"], encoding="utf-8", newline="\n")
        lines.append(line)
        page = HERE / f"{path.stem}.html"
        if page.exists() and page_text(page.read_text(encoding="utf-8")) != line["text"]:
            raise ValueError(f"{page.name} and marked/{path.name} differ; change both together")
    gold = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (out / "gold.jsonl").write_text(gold, encoding="utf-8", newline="\n")
    return {line["id"]: len(line["statements"]) for line in lines}


if __name__ == "__main__":
    for sample, count in build_samples().items():
        print(f"{sample}: {count} statements")
