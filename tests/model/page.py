"""Reads a piece of HTML as a notebook does: its text, its elements, styles and small windows."""

from __future__ import annotations

from html.parser import HTMLParser


class Page(HTMLParser):
    """What stands in a page; fails where elements do not pair, or have anything but style and title."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.names = set[str]()
        self.titles: list[str] = []
        self.rows: list[list[str]] = []
        self.styled: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert set(known) <= {"style", "title"}
        self.names.add(tag)
        self._open.append((tag, known.get("style") or ""))
        if known.get("title"):
            self.titles.append(known["title"] or "")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.styled.append((self._open[-1][1], data))
        if any(tag in ("td", "th") for tag, _ in self._open):
            self.rows[-1][-1] += data

    def style_of(self, words: str) -> str:
        """The style of the first element that has just these words."""
        return next(style for style, data in self.styled if data == words)
