"""Whether marked files say what they should: mistakes by name, and how much of everything there is.

In: a folder of marked files. Out: a line for each mistake, and for each file its counts. A mistake is what
`parse_marked` refuses, and what it lets pass but the guide asks for (`set/README.md`): a source without a
speaker, words of time without a day, a Tuesday that was none. Reads no article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.factory import GoldStatement, Marked, MarkError, parse_marked
from tests.marked_lines import days_of

PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
COUNTS = ("statements", "speakers", "pronouns", "anonymous", "nested", "addressees", "times", "labels")

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_BROKEN = re.compile(r"(?<!\n)\n(?=[^\n])")
# Days from the date published.
_DAYS_OFF = {"today": 0, "this morning": 0, "yesterday": -1, "last night": -1}


def marked_files(folder: Path) -> list[Path]:
    """The marked files of a folder and below it, in order of their names."""
    return sorted(folder.rglob("*.txt"))


def check(folder: Path) -> int:
    """Print the mistakes and counts of a folder's files; return how many mistakes there are."""
    mistakes = 0
    total: Counter[str] = Counter()
    print(f"{'':28}" + "".join(f"{name:>11}" for name in COUNTS))
    for path in marked_files(folder):
        try:
            marked = parse_marked(path.read_text(encoding="utf-8"))
        except (MarkError, UnicodeDecodeError) as error:
            mistakes += 1
            print(f"{path.name}: {error}")
            continue
        counts = Counter(counts_of(marked))
        total += counts
        print(_line(path.stem, counts))
        for slip in slips(marked):
            mistakes += 1
            print(f"{path.name}: {slip}")
    print(_line("all", total))
    print(f"{mistakes} mistakes" if mistakes else "no mistakes")
    return mistakes


def _line(name: str, counts: Counter[str]) -> str:
    return f"{name[:28]:28}" + "".join(f"{counts[what]:11,}" for what in COUNTS)


def counts_of(marked: Marked) -> dict[str, int]:
    """How many statements, speakers and so on a text has; pronouns are sources that are nothing else."""
    statements = marked.statements
    return {
        "statements": len(statements),
        "speakers": sum(one.speaker is not None for one in statements),
        "pronouns": sum(" ".join(marked.slices(one.source)).lower() in PRONOUNS for one in statements),
        "anonymous": sum(one.anonymous for one in statements),
        "nested": sum(one.within is not None for one in statements),
        "addressees": sum(bool(one.addressee) for one in statements),
        "times": sum(bool(one.time) for one in statements),
        "labels": len(marked.labels),
    }


def slips(marked: Marked) -> Iterator[str]:
    """What the format allows and the guide does not."""
    title = marked.meta.get("title")
    if title is not None and marked.text.split("\n\n")[0] != title:
        yield f"the text must begin with its title, {title!r}"
    if broken := _BROKEN.search(marked.text):
        words = marked.text[broken.end() : broken.end() + 30]
        yield f"a line is broken inside a paragraph, before '{words}'"
    published = _published(marked)
    if published is None and "published" in marked.meta:
        yield f"published: {marked.meta['published']!r} is no day such as 2021-03-18"
    flags: dict[str | None, bool] = {None: False}
    for one in marked.statements:
        if flags.setdefault(one.speaker, one.anonymous) != one.anonymous:
            yield f"statement {one.number}: {one.speaker} is anonymous in some statements only"
        for slip in (*_gaps(one), *_wrong_days(one, marked, published)):
            yield f"statement {one.number}: {slip}"


def _published(marked: Marked) -> date | None:
    try:
        return date.fromisoformat(marked.meta.get("published", ""))
    except ValueError:
        return None


def _gaps(one: GoldStatement) -> Iterator[str]:
    if one.source and one.speaker is None:
        yield 'a source without speaker="…"'
    if one.speaker and one.speaker.lower() in PRONOUNS:
        yield f'speaker="{one.speaker}" is a pronoun; write whom it stands for'
    if one.addressee and one.addressee_name is None:
        yield 'a mark A without addressee="…"'
    if one.time and one.when is None:
        yield "a mark T without when=…"


def _wrong_days(one: GoldStatement, marked: Marked, published: date | None) -> Iterator[str]:
    """Days that can't be what their words say."""
    days = days_of(one.when) if one.when else None
    if days is None:
        return
    start, end = map(date.fromisoformat, days)
    words = " ".join(marked.slices(one.time)).lower()
    named = _WEEKDAY.findall(words)
    if len(named) == 1 and start == end and start.weekday() != _WEEKDAYS.index(named[0]):
        yield f"{one.when} is a {_WEEKDAYS[start.weekday()].title()}, but the text says {words!r}"
    off = next((days for said, days in _DAYS_OFF.items() if said in words), None)
    # Within another statement "today" may be the day of that one.
    if one.within is not None or published is None or off is None or named:
        return
    if published + timedelta(off) not in (start, end):
        yield f"{words!r} in an article of {published} is not {one.when}"
