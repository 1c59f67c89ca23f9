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


def speaker(key: str, **asked: str | None) -> str:
    """All that one speaker said."""
    return with_query(f"/speakers/{quote(key, safe='')}", asked)


def speakers(**asked: str | None) -> str:
    """All speakers, those with most statements first."""
    return with_query("/speakers", asked)


def speaker_form(action: str) -> str:
    """Where it is decided who is one speaker: merge, apart, split or undo."""
    return f"/speakers/{action}"


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


def decide(id: str, action: str, **asked: str | None) -> str:
    """Where a statement is accepted, rejected or changed; `next` goes on to the one after it."""
    return with_query(f"/review/{quote(id, safe='')}/{action}", asked)


def drawn(number: int, action: str = "", **asked: str | None) -> str:
    """A paragraph that was drawn at random; `complete` and `next` are what can be done with it."""
    return with_query(f"/review/paragraph/{number}" + (f"/{action}" if action else ""), asked)


def missed(**asked: str | None) -> str:
    """Where a statement that the reader missed is added."""
    return with_query("/review/add", asked)


def undo_last(**asked: str | None) -> str:
    """Where a reviewer takes his last judgement back."""
    return with_query("/review/undo", asked)


def known_speakers() -> str:
    """The speakers whom a typed name may stand for, for scripts."""
    return "/review/speakers"


def agreement(**asked: str | None) -> str:
    """How far two reviewers agree."""
    return with_query("/review/agreement", asked)


def take(**asked: str | None) -> str:
    """A file of what was found."""
    return with_query("/take", asked)


def add() -> str:
    """Where articles are offered."""
    return "/add"


def job(id: str) -> str:
    """What has become of the articles that were offered together."""
    return f"/add/{quote(id, safe='')}"


def read() -> str:
    """Where an article is read without being kept."""
    return "/read"


def log(**asked: str | None) -> str:
    """What people decided, the latest first."""
    return with_query("/log", asked)


def undo(number: int, **asked: str | None) -> str:
    """Where a judgement of the log is taken back."""
    return with_query(f"/log/{number}/undo", asked)


def sign_in(next: str = "") -> str:
    """Where somebody says who he is; afterwards he is where he wanted to be."""
    return with_query("/sign-in", {"next": next if next != home() else ""})


def sign_out() -> str:
    """Where a session ends."""
    return "/sign-out"


def api(path: str = "") -> str:
    """An address of the API by what stands after its version."""
    return API + path


def api_page() -> str:
    """The page that tells how the API is asked."""
    return "/api"


def feed(**asked: str | None) -> str:
    """The newest answers to a question as a feed."""
    return with_query("/search.atom", asked)


def with_query(path: str, asked: Mapping[str, str | None]) -> str:
    """An address with what is asked; what is empty is left out."""
    given = {name: value for name, value in asked.items() if value}
    return path + (f"?{urlencode(given)}" if given else "")
