"""The articles that a feed names → those that are new are fetched, read and added.

An article is fetched once, and again only when its feed tells of a change, or when it could not be had for a
reason that may pass. That it was begun is kept before, so that one which ends the program is not begun for
ever. A machine that can't be had is left alone for the rest of the look.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.errors import Reason, SkipDocument, StopRun
from onrecord.ingest import Fetched, Fetcher, Input, Listed, NotFetched, Trouble
from onrecord.jobs.adding import Added, add_inputs
from onrecord.jobs.feeds_file import Article, FeedsFile, FeedState
from onrecord.jobs.looks import Look, Stop, Stopped

if TYPE_CHECKING:
    from onrecord.jobs.reading import Task
    from onrecord.record import Record

# Seconds for which what fails again and again is left alone at most, unless it asks for longer.
LONGEST_PAUSE = 86_400.0
# Of a pause after a failure, at most, that chance adds: else many programs would come back at one moment.
JITTER = 0.2
# How often an article is begun that can't be had now. The pauses between double from the first, in seconds,
# so the last try is about a day and a half after the first.
MOST_TRIES = 8
FIRST_PAUSE = 900.0
# Seconds after which an article is fetched anew because its feed tells of a change; doubled each time, for
# feeds that tell of one whenever they are asked.
FIRST_CHANGE = 3600.0
# Articles of one feed that are fetched, and seconds that pass (some sites ask for long pauses), before the
# other feeds have their turn.
MOST_AT_ONCE = 500
LONGEST_TURN = 300.0


def doubled(first: float, times: int, longest: float) -> float:
    """A pause that doubles each time."""
    return min(first * 2.0 ** min(times - 1, 30), longest)


def later(seconds: float) -> float:
    """A pause, made longer by chance."""
    return seconds * (1 + JITTER * random.random())


def told_as_bug(error: Exception) -> SkipDocument:
    """What is said of an error that should not have come this far."""
    return SkipDocument(
        Reason.UNREADABLE, f"{type(error).__name__}: {error}. This is a bug: please report it."
    )


@dataclass(frozen=True, slots=True)
class Articles:
    """Adds the articles of feeds to a record."""

    record: Record
    task: Task
    fetcher: Fetcher
    file: FeedsFile
    stop: Stop
    clock: Callable[[], float]
    max_bytes: int
    keep_originals: bool

    def add(self, look: Look, state: FeedState, named: dict[str, Listed]) -> Iterator[Added]:
        """Fetch and add what is new or due, and count it in `look`. Raises `Stopped` between two articles."""
        todo = self._todo(look, state, named)
        busy: set[str] = set()  # machines that can't be had now
        until, begun = self.clock() + LONGEST_TURN, 0
        for key, one in todo:
            self.stop.check()
            if begun == MOST_AT_ONCE or (begun and self.clock() > until):
                look.later += 1
                look.more = True
            elif _machine(one) in busy and one.held is None:
                look.later += 1
            else:
                begun += 1
                yield from self._one(look, state, key, one, busy)

    def _todo(self, look: Look, state: FeedState, named: dict[str, Listed]) -> list[tuple[str, Listed]]:
        """The articles to fetch: new ones, changed ones, and those that could not be had before."""
        now = self.clock()
        todo: list[tuple[str, Listed]] = []
        for key, one in named.items():
            known = state.articles.get(key)
            if known is None or known.is_due(one, now):
                todo.append((key, one))
        look.known += len(named) - len(todo)
        for key, known in state.articles.items():
            if key not in named and known.address and known.due is not None and known.due <= now:
                todo.append((key, Listed(key=known.address, list=look.feed, address=known.address)))
        return todo

    def _one(self, look: Look, state: FeedState, key: str, one: Listed, busy: set[str]) -> Iterator[Added]:
        """Fetch and add one article. That it was begun is kept first: it might end the program."""
        known = state.articles.setdefault(key, Article())
        known.tries += 1
        known.due, known.address = int(self.clock()), one.address
        self.file.keep(look.feed, state)
        passing: list[NotFetched] = []
        inputs = self._inputs(one, known.tries, busy, passing)
        try:
            for added in add_inputs(inputs, self.record, self.task, keep_originals=self.keep_originals):
                look.count(added)
                yield added
        except Stopped:
            known.tries -= 1
            self.file.keep(look.feed, state)
            raise
        if passing and known.tries < MOST_TRIES:
            pause = max(doubled(FIRST_PAUSE, known.tries, LONGEST_PAUSE), passing[0].retry_after or 0.0)
            known.due = int(self.clock() + later(pause))
        else:
            had = known.had + 1
            after = int(self.clock() + doubled(FIRST_CHANGE, had, LONGEST_PAUSE))
            state.articles[key] = Article(stamp=one.stamp, had=had, after=after)
        self.file.keep(look.feed, state)

    def _inputs(self, one: Listed, tries: int, busy: set[str], passing: list[NotFetched]) -> Iterator[Input]:
        """The inputs of an article.

        Why it can't be had now is put into `passing`, and its machine into `busy`.
        """

        def fetch(at: str) -> Fetched:
            if _machine(one) in busy:
                raise NotFetched(Trouble.BUSY, f"{_machine(one)} could not be reached a moment ago.")
            try:
                return self.fetcher.fetch(at)
            except NotFetched as failure:
                if failure.trouble.passing:
                    busy.add(_machine(one))
                raise

        try:
            if tries > MOST_TRIES:
                why = (
                    f"It was begun {MOST_TRIES} times, and the program ended each time: it is left alone now."
                )
                raise SkipDocument(Reason.UNREADABLE, why)
            yield from one.open(fetch, max_bytes=self.max_bytes)
        except (Stopped, StopRun):
            raise
        except SkipDocument as failure:
            if isinstance(failure, NotFetched) and failure.trouble.passing:
                passing.append(failure)
            yield _failed(one, failure)
        except Exception as error:  # the edge: what one page brings out must not end the others
            yield _failed(one, told_as_bug(error))


def _failed(one: Listed, failure: SkipDocument) -> Input:
    where = one.address or one.key
    return Input(id=where, path=where, max_bytes=0, failure=failure)


def _machine(one: Listed) -> str:
    return urlsplit(one.address or "").netloc
