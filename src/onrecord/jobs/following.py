"""Follows feeds: looks at each again and again, and adds the articles that are new, as a polite guest does.

In: addresses of feeds and sitemaps, an open record, and what fetches. Out: what became of each article and
of each look. A feed that has not changed is not sent again; one that fails is left alone for longer each
time, and costs the others nothing. What is known of feeds is in the file of feeds before and after each
article, so a run that was killed is gone on with by the same command.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.errors import Reason, SkipDocument, StopRun
from onrecord.ingest import Fetched, Fetcher, Listed, NotFetched, Trouble, read_list
from onrecord.jobs.adding import Added
from onrecord.jobs.feed_articles import LONGEST_PAUSE, Articles, doubled, later, told_as_bug
from onrecord.jobs.feeds_file import FeedsFile, FeedState, key_of
from onrecord.jobs.looks import Look, Stop, Stopped
from onrecord.model import Failure

if TYPE_CHECKING:
    from onrecord.jobs.reading import Task
    from onrecord.record import Record

# Articles that one feed may name, and that are remembered of it. Feeds have 10,000 at most.
MOST_NAMED = 100_000
MOST_REMEMBERED = 5000  # of a feed, that it no longer names

Marks = dict[str, tuple[str | None, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to follow and how: `every` so many seconds, or all of them `once`.

    `outlet` is the name that the user gives to who publishes them all, where he does.
    """

    feeds: tuple[str, ...]
    every: float
    once: bool
    max_bytes: int
    outlet: str | None = None
    keep_originals: bool = True


def follow_feeds(
    plan: Plan,
    record: Record,
    task: Task,
    *,
    fetcher: Fetcher,
    file: FeedsFile,
    stop: Stop,
    clock: Callable[[], float] = time.time,
) -> Iterator[Added | Look]:
    """What becomes of each article and each look, until it is done once or `stop` is asked to end it.

    `fetcher` should rest by `stop`, so that a pause does not keep the end waiting. Articles are read in this
    process, one after the other: they come slower than they are read. Raises `StopRun` when nothing can be
    read or kept.
    """
    task = replace(task, load_reader=cache(task.load_reader), workers=1)
    articles = Articles(record, task, fetcher, file, stop, clock, plan.max_bytes, plan.keep_originals)
    yield from _Follower(plan, fetcher, file, stop, clock, articles).run()


@dataclass(frozen=True, slots=True)
class _Follower:
    plan: Plan
    fetcher: Fetcher
    file: FeedsFile
    stop: Stop
    clock: Callable[[], float]
    articles: Articles

    def run(self) -> Iterator[Added | Look]:
        """Look at whichever feed is due first, and so on."""
        due: dict[str, float] = {}
        for feed in dict.fromkeys(self.plan.feeds):
            due[feed] = self._first(feed)
            if due[feed] > self.clock():
                yield Look(feed=feed, left="not due", next=due[feed])
                if self.plan.once:
                    del due[feed]
        while due:
            feed = min(due, key=due.__getitem__)
            look = Look(feed=feed)
            try:
                self.stop.rest(due[feed] - self.clock())
                yield from self._look(look)
            except Stopped:
                if look.begun:
                    yield replace(look, stopped=True)
                return
            yield look
            del due[feed]  # to the end: of those that are due together, the others come first
            if look.more or not self.plan.once:
                due[feed] = look.next

    def _first(self, feed: str) -> float:
        """When a feed is due at the beginning: now, unless it failed last or was looked at a moment ago."""
        state, now = self.file.get(feed), self.clock()
        if state.due is None or state.due <= now:
            return now
        if state.failures:
            return float(min(state.due, now + later(LONGEST_PAUSE)))
        return now if self.plan.once else min(state.due, now + self.plan.every)

    def _look(self, look: Look) -> Iterator[Added]:
        """One look at a feed; what is to be told of it is in `look` afterwards."""
        with self.file.held(look.feed) as is_mine:
            look.next = self.clock() + self.plan.every
            if not is_mine:
                look.left = "another program looks at it now"
                return
            look.begun = True
            state = self.file.get(look.feed)
            state.looked = int(self.clock())
            try:
                named, marks = self._named(look, state)
            except (Stopped, StopRun):
                raise
            except SkipDocument as failure:
                self._fail(look, state, failure)
                return
            except Exception as error:  # the edge: what one feed brings out must not end the others
                self._fail(look, state, told_as_bug(error))
                return
            yield from look.notes
            yield from self.articles.add(look, state, named)
            if not look.later:
                state.validators = marks
            self._done(look, state)

    def _done(self, look: Look, state: FeedState) -> None:
        """Keep that a feed was looked at, and when it is due."""
        state.failures, state.trouble = 0, None
        look.next = self.clock() if look.more else max(look.next, self.clock())
        state.due = int(look.next)
        self.file.keep(look.feed, state)

    def _fail(self, look: Look, state: FeedState, failure: SkipDocument) -> None:
        """Leave a feed alone for longer each time that it fails, and as long as it asks to be."""
        state.failures += 1
        state.trouble = failure.message
        asked = failure.retry_after if isinstance(failure, NotFetched) else None
        longest = max(LONGEST_PAUSE, self.plan.every)
        pause = max(doubled(self.plan.every, state.failures, longest), asked or 0.0)
        look.next = self.clock() + later(pause)
        state.due = int(look.next)
        look.trouble, look.failures = Failure(failure.kind, failure.message), state.failures
        self.file.keep(look.feed, state)

    def _named(self, look: Look, state: FeedState) -> tuple[dict[str, Listed], Marks]:
        """The articles that a feed names, by key, and the marks by which to ask whether it has changed."""
        asking = _Asking(self.fetcher, {} if state.has_due(self.clock()) else state.validators)
        page = asking.fetch(look.feed)
        look.unchanged = page.unchanged
        named: dict[str, Listed] = {}
        if not page.unchanged:
            listed = read_list(
                page,
                asking.fetch,
                max_bytes=self.plan.max_bytes,
                on_failure=look.note,
                outlet=self.plan.outlet,
            )
            for one in islice(listed, MOST_NAMED):
                named.setdefault(key_of(one.key), one)
                asking.lists.add(one.list)
            if next(listed, None) is not None:
                why = f"It names more than {MOST_NAMED:,} pages. Add those that are left by `onrecord add`."
                look.note(look.feed, SkipDocument(Reason.TOO_LARGE, why))
        state.forget(named, most=MOST_NAMED if asking.unchanged else len(named) + MOST_REMEMBERED)
        return named, asking.marks()


class _Asking:
    """Fetches a feed, or a sitemap and those it leads to, unless they have not changed."""

    def __init__(self, fetcher: Fetcher, known: Marks) -> None:
        self._fetcher = fetcher
        self._known = known
        self._found: Marks = {}
        self.lists: set[str] = set()  # what named articles, or has not changed since it did
        self.unchanged = False  # something, so that not all articles were named

    def fetch(self, at: str) -> Fetched:
        """A feed or sitemap, or that it has not changed."""
        etag, modified = self._known.get(at, (None, None))
        page = self._fetcher.fetch(at, etag=etag, last_modified=modified)
        if not page.unchanged:
            self._found[at] = page.etag, page.last_modified
            return page
        if not (etag or modified):
            raise NotFetched(Trouble.BROKEN, f"{at} says that it has not changed, since nothing.", 304)
        self.unchanged = True
        self.lists.add(at)
        self._found[at] = page.etag or etag, page.last_modified or modified
        return page

    def marks(self) -> Marks:
        """By which to ask the next time.

        A sitemap of sitemaps has none: that it has not changed says nothing of those that it names.
        """
        return {at: marks for at, marks in self._found.items() if at in self.lists and any(marks)}
