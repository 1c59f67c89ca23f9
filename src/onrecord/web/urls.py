"""Every address of the site, in one place.

In: keys and ids. Out: paths with all that is special written as an address must. Pages, API and templates ask
here, so that an address is spelled once.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

API = "/api/v1"


def home() -> str:
    """The first page."""
    return "/"


def document(key: str, statement: str | None = None) -> str:
    """An article, at one of its statements where one is named."""
    return f"/documents/{quote(key, safe='')}" + (f"#s-{statement}" if statement else "")


def original(key: str) -> str:
    """The bytes that an article was made of."""
    return f"/documents/{quote(key, safe='')}/original"


def statement(id: str) -> str:
    """A statement in its paragraph."""
    return f"/statements/{quote(id, safe='')}"


def speaker(key: str) -> str:
    """All that one speaker said."""
    return f"/speakers/{quote(key, safe='')}"


def about(key: str) -> str:
    """All that was said about somebody."""
    return f"/about/{quote(key, safe='')}"


def search(**asked: str | None) -> str:
    """Answers to a question."""
    return with_query("/search", asked)


def documents(**asked: str | None) -> str:
    """The articles of the record."""
    return with_query("/documents", asked)


def outlets(**asked: str | None) -> str:
    """The outlets, and whose words they print."""
    return with_query("/outlets", asked)


def review(id: str | None = None, **asked: str | None) -> str:
    """The statement to be judged next, or one that is named."""
    return with_query("/review" + (f"/{quote(id, safe='')}" if id else ""), asked)


def add() -> str:
    """Where articles are offered."""
    return "/add"


def job(id: str) -> str:
    """What has become of the articles that were offered together."""
    return f"/add/{quote(id, safe='')}"


def read() -> str:
    """Where an article is read without being kept."""
    return "/read"


def log() -> str:
    """What people decided, the latest first."""
    return "/log"


def with_query(path: str, asked: Mapping[str, str | None]) -> str:
    """An address with what is asked; what is empty is left out."""
    given = {name: value for name, value in asked.items() if value}
    return path + (f"?{urlencode(given)}" if given else "")
