"""Pull quotes in plain text: words of the article that are set again, as a paragraph of their own.

Read as statements they would count twice. Nothing shows them but that they repeat, so only whole sentences
count, word for word, where one of the two is in quotation marks. Goes in: a text. Comes out: their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.model.span import trim

# Letters and words. Shorter sentences are said twice by chance ("I do not know."), longer ones are not set
# again; the most letters are those of pull quotes in pages.
PULLED_LETTERS = range(15, 300)
FEWEST_WORDS = 5
# Sentences, or parts of them between quotation marks, that are set again together.
LONGEST_RUN = 6
# Code points of a text. What is longer is no article: minutes and books say many things twice.
LONGEST_TEXT = 500_000

_BREAK = r"(?>\r\n|\r|\n)"
_BLANK_LINE = re.compile(rf"{_BREAK}[^\S\r\n]*{_BREAK}\s*")
_LINE_END = re.compile(_BREAK)
_MARKS = '"“”„«»‘'
_MARK = re.compile(rf"[{_MARKS}]")
# Where a sentence or a quotation begins or ends. An apostrophe inside a word is no mark.
_EDGE = re.compile(rf"(?<![.!?…])[.!?…]++[”’)\]\"]*+\s++|[{_MARKS}]|(?<!\w)'|’(?!\w)|'(?!\w)")
# Who is quoted, behind a dash: "— Ana Ruiz, mayor".
_SIGNED = re.compile(r"(?<=[.!?”’\"'\s])\s?(?:—|–|--?)\s?[A-ZÀ-Þ][^.!?\"“”]{1,60}$")
_SIGNATURE = re.compile(r"(?:—|–|--?)\s?[A-ZÀ-Þ][^.!?\"“”]{1,60}")
# What is announced, or asked for, is said there and not set again.
_LEADS_UP = (":", ",", "?", "?”", '?"', "?’")


def letters(words: str) -> str:
    """What two printings of the same words share: letters and digits, in small."""
    return re.sub(r"[\W_]+", "", words).casefold()


def pull_quotes(text: str) -> list[Span]:
    """The paragraphs that repeat whole sentences of another, longer one, with who is named below them.

    The first paragraph is never one: it is the headline. Texts over 500,000 code points are not looked at.
    """
    if len(text) > LONGEST_TEXT:
        return []
    paragraphs = list(_paragraphs(text))
    candidates: dict[str, list[int]] = {}
    for at in range(1, len(paragraphs)):
        words = _SIGNED.sub("", paragraphs[at].slice(text))
        key = letters(words)
        if _may_be_pulled(words, key) and not paragraphs[at - 1].slice(text).endswith(_LEADS_UP):
            candidates.setdefault(key, []).append(at)
    pulled = {at for key in _repeated(text, paragraphs, candidates) for at in candidates[key]}
    return [_with_signature(text, paragraphs, at) for at in sorted(pulled)]


def _may_be_pulled(words: str, key: str) -> bool:
    return len(key) in PULLED_LETTERS and len(words.split()) >= FEWEST_WORDS


def _repeated(text: str, paragraphs: list[Span], candidates: dict[str, list[int]]) -> set[str]:
    """The candidates that are whole sentences in a paragraph which holds more than them."""
    if not candidates:
        return set()
    marked = {
        key for key, places in candidates.items() if any(_is_marked(text, paragraphs[at]) for at in places)
    }
    found: set[str] = set()
    for paragraph in paragraphs:
        words = paragraph.slice(text)
        itself = letters(_SIGNED.sub("", words))
        wanted = candidates.keys() if _is_marked(text, paragraph) else marked
        found.update(run for run in _runs(words) if run in wanted and run != itself)
    return found


def _is_marked(text: str, paragraph: Span) -> bool:
    return _MARK.search(text, *paragraph) is not None


def _runs(words: str) -> Iterator[str]:
    """The letters of one to six sentences, or parts of sentences, that follow each other."""
    parts = [key for part in _EDGE.split(words) if (key := letters(part))]
    for start in range(len(parts)):
        run = ""
        for part in parts[start : start + LONGEST_RUN]:
            run += part
            if len(run) >= PULLED_LETTERS.stop:
                break
            yield run


def _paragraphs(text: str) -> Iterator[Span]:
    """What blank lines part; in a text without blank lines, its lines."""
    edge = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    start = 0
    for found in [*edge.finditer(text), None]:
        span = trim(Span(start, found.start() if found else len(text)), text)
        if span.start < span.end:
            yield span
        start = found.end() if found else len(text)


def _with_signature(text: str, paragraphs: list[Span], at: int) -> Span:
    """A pull quote's place, with the paragraph after it where that only names who is quoted."""
    place = paragraphs[at]
    after = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    if after is None or not _SIGNATURE.fullmatch(after.slice(text)):
        return place
    return Span(place.start, after.end)
