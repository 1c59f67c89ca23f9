"""What a page says of itself: its headline, outlet and date of publication.

What is meant for machines (JSON-LD, meta elements) goes before what is guessed from the page. Goes in:
a page's tree. Comes out: words, or None where the page is silent.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from lxml import etree

from onrecord.ingest.dates import iso_date
from onrecord.ingest.page import lines_of

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "date",
)
_ARTICLE_TYPES = re.compile(r"(?:Article|Report|Posting|Review)$")
_DATE_IN_BROKEN_JSON = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"')

# Objects of JSON-LD that are looked at; a page has a few dozen.
MOST_OBJECTS = 2000
LONGEST_BROKEN = 5000  # characters


def published(tree: etree._Element, guess: str | None) -> str | None:
    """When the page was published, with the time where it says so; else the `guess`.

    JSON-LD first, then meta elements, then a `<time>` that is marked as the date of publication.
    """
    stated = [_text(thing.get("datePublished")) for thing in _articles(tree)]
    stated += (
        found[1] for script in _scripts(tree) for found in _DATE_IN_BROKEN_JSON.finditer(script.text or "")
    )
    names = dict(_meta(tree))
    stated += (names.get(name) for name in _DATE_NAMES)
    stated += (time.get("datetime") for time in tree.iter("time") if time.get("itemprop") == "datePublished")
    return next((day for day in map(iso_date, stated) if day), iso_date(guess))


def outlet(tree: etree._Element, guess: str | None) -> str | None:
    """Who published the page: the site's name as it states it, else the `guess`."""
    names = dict(_meta(tree))
    publishers = (_text(_name(thing.get("publisher"))) for thing in _articles(tree))
    return names.get("og:site_name") or next(filter(None, publishers), None) or guess or None


def headline(tree: etree._Element, guess: str | None) -> str | None:
    """The headline as readers see it: the first `<h1>` that agrees with what the page says its title is.

    Where none agrees (it is the outlet's name), the `guess`.
    """
    names = dict(_meta(tree))
    stated = [names.get("og:title"), *(_text(thing.get("headline")) for thing in _articles(tree))]
    stated += (" ".join(map(str, title.itertext())) for title in tree.iter("title"))
    known = [_words(words) for words in stated if words and _words(words)]
    shown = [words for h1 in tree.iter("h1") if (words := " ".join(line.words for line in lines_of(h1)))]
    agreeing = (words for words in shown if any(_agree(_words(words), other) for other in known))
    alone = shown[0] if len(shown) == 1 and not known else None
    return next(agreeing, None) or alone or _squeezed(guess)


def byline(authors: str | None) -> str | None:
    """Authors as trafilatura gives them, "A; B; C", as a byline: "A, B and C"."""
    names = [name.strip() for name in (authors or "").split(";") if name.strip()]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:]))) or None


def article_body(tree: etree._Element) -> str | None:
    """The article's text, where the page states it for machines; lines are paragraphs."""
    bodies = (thing.get("articleBody") for thing in _articles(tree))
    return next((body for body in bodies if isinstance(body, str) and body.strip()), None)


def shorten_broken(tree: etree._Element) -> None:
    """Cut long JSON-LD that is no JSON: searching it for names takes others minutes."""
    for script in _scripts(tree):
        if script.text and len(script.text) > LONGEST_BROKEN and _parsed(script.text) is None:
            script.text = script.text[:LONGEST_BROKEN]


def _articles(tree: etree._Element) -> list[dict[str, Any]]:
    """What JSON-LD says of articles, outer objects first."""
    found: list[dict[str, Any]] = []
    todo: deque[Any] = deque(_linked_data(tree))
    for _ in range(MOST_OBJECTS):
        if not todo:
            break
        thing = todo.popleft()
        if isinstance(thing, dict):
            types = thing.get("@type")
            if any(
                _ARTICLE_TYPES.search(str(kind)) for kind in (types if isinstance(types, list) else [types])
            ):
                found.append(thing)
            todo.extend(value for value in thing.values() if isinstance(value, dict | list))
        elif isinstance(thing, list):
            todo.extend(thing[:MOST_OBJECTS])
    return found


def _linked_data(tree: etree._Element) -> Iterator[Any]:
    """The JSON of each JSON-LD script that is JSON."""
    return filter(None, (_parsed(script.text) for script in _scripts(tree)))


def _parsed(script: str | None) -> Any:
    try:
        return json.loads((script or "").strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _scripts(tree: etree._Element) -> Iterator[etree._Element]:
    return (script for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))


def _meta(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Name and content of the meta elements; where a name comes twice, `dict` keeps the first."""
    for element in reversed(list(tree.iter("meta"))):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _squeezed(element.get("content"))
        if name and content:
            yield name.strip().lower(), content


def _name(thing: object) -> object:
    first = thing[0] if isinstance(thing, list) and thing else thing
    return first.get("name") if isinstance(first, dict) else first


def _text(thing: object) -> str | None:
    return _squeezed(thing) if isinstance(thing, str) else None


def _squeezed(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _words(words: str) -> set[str]:
    return set(re.findall(r"\w+", words.casefold()))


def _agree(one: set[str], other: set[str]) -> bool:
    """Whether two titles share at least half of the shorter one's words, and of a long one more than one."""
    shared = len(one & other)
    return (
        bool(one) and shared * 2 >= min(len(one), len(other)) and (shared > 1 or len(other) == 1 == len(one))
    )
