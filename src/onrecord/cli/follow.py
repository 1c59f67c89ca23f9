"""`onrecord follow`: feeds are looked at again and again, and what is new is added to a record.

`follow_command` is what is typed; `follow` does it, and can be called by itself.
"""

from __future__ import annotations

import os
import re
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import add, read
from onrecord.cli.add import AllowPrivate, NoOriginals
from onrecord.cli.edge import edge, line_of, say
from onrecord.cli.fetching import is_address, polite_fetcher
from onrecord.cli.look_line import told
from onrecord.cli.options import MaxBytes, Outlet
from onrecord.cli.records import DEFAULT, RecordOption, opened
from onrecord.cli.tally import MOST_FAILED, SOME_FAILED
from onrecord.settings import Settings

if TYPE_CHECKING:
    from types import FrameType

    from onrecord.jobs import Added, Look, Plan, Stop, Task

EVERY = "15m"
# Seconds between two looks at a feed: what most sites can bear, and what still is following.
SHORTEST, LONGEST = 60, 7 * 86_400
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
# Where programs keep what they know between two runs, for records that are no file.
STATE_FOLDER = "~/.local/state/onrecord"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowOptions:
    """Which feeds to follow, how often (in seconds), and into which record.

    `state` is the file in which what is known of the feeds is kept; None is the usual one.
    """

    feeds: tuple[str, ...]
    every: float = 900.0
    once: bool = False
    record: str = DEFAULT
    outlet: str | None = None
    originals: bool = True
    allow_private: bool = False
    state: Path | None = None
    settings: Settings = field(default_factory=Settings)


def follow(options: FollowOptions, stop: Stop | None = None) -> int:
    """Follow feeds until `stop` is asked for, or look at each once. The exit status.

    It is 0, but for `once` where feeds could not be looked at: then 1, or 126 when most could not. Raises
    `StopRun` when the run can't go on.
    """
    from onrecord.jobs import FeedsFile, Stop, follow_feeds

    stop = stop or Stop()
    max_bytes = options.settings.max_bytes
    fetcher = polite_fetcher(max_bytes, allow_private=options.allow_private, sleep=stop.rest)
    with (
        opened(options.record, create=True, originals=options.originals) as record,
        FeedsFile(options.state or state_of(options.record)) as file,
    ):
        status = _tell(
            follow_feeds(_plan(options), record, _task(options), fetcher=fetcher, file=file, stop=stop),
            once=options.once,
        )
    if stop.asked:
        say("stopped; the same command goes on")
    return status


def state_of(record: str) -> Path:
    """Where what is known of a record's feeds is kept: beside it, or in the user's folder for such things."""
    from onrecord.record.schema.engines import file_of

    path = file_of(record)
    if path is not None:
        return path.with_name(f"{path.stem}-feeds.json")
    place = record.rpartition("@")[2]  # without user and password
    name = re.sub(r"\W+", "-", place.partition("?")[0].rpartition("/")[2])[:40] or "record"
    digest = sha256(place.removeprefix("postgresql://").encode()).hexdigest()[:8]
    return Path(STATE_FOLDER).expanduser() / f"{name}-{digest}-feeds.json"


def _plan(options: FollowOptions) -> Plan:
    from onrecord.jobs import Plan

    return Plan(
        feeds=options.feeds,
        every=options.every,
        once=options.once,
        max_bytes=options.settings.max_bytes,
        outlet=options.outlet,
        keep_originals=options.originals,
    )


def _task(options: FollowOptions) -> Task:
    from onrecord.ingest import Defaults
    from onrecord.jobs import Task

    return Task(
        load_reader=partial(read.load_reader, options.settings),
        defaults=Defaults(outlet=options.outlet),
        info=add.reader_info(options.settings),
    )


def _tell(events: Iterable[Added | Look], *, once: bool) -> int:
    """A line for each problem and each look. The exit status."""
    from onrecord.jobs import Look

    looks = failed = 0
    for one in events:
        if isinstance(one, Look):
            say(told(one, once=once))
            looks += 1
            failed += one.trouble is not None
        elif one.failure is not None:
            say(f"{one.path if one.id in one.path else f'{one.path}, {one.id}'}: {one.failure.message}")
    if not once or not failed:
        return 0
    return MOST_FAILED if 2 * failed > looks else SOME_FAILED


@contextmanager
def ending_cleanly(stop: Stop) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM ask to stop; a second one ends at once, as ever."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        number: signal.getsignal(number) or signal.SIG_DFL for number in (signal.SIGINT, signal.SIGTERM)
    }

    def ask(number: int, frame: FrameType | None) -> None:
        stop.ask()
        for number in before:
            signal.signal(number, _interrupt)
        # Not by `say`: the program may have been interrupted in the middle of a line of its own.
        os.write(2, (line_of("stopping after the document at hand; once more ends at once") + "\n").encode())

    for number in before:
        signal.signal(number, ask)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def parse_every(typed: str) -> float:
    """A time such as 15m, 2h or 1d, in seconds."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", typed.lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if not SHORTEST <= seconds <= LONGEST:
        raise typer.BadParameter(f"{typed!r} is no time from 1m to 7d, such as 15m, 2h or 1d.")
    return float(seconds)


Feeds = Annotated[
    list[str],
    typer.Argument(metavar="FEED", help="Addresses of feeds (RSS, Atom) or sitemaps."),
]
Every = Annotated[
    Any,
    typer.Option(
        "--every", metavar="TIME", parser=parse_every, help="How long to wait between looks: 15m, 2h, 1d."
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Look at each once and end, for cron and the like.")]
State = Annotated[
    Path | None,
    typer.Option(
        "--state",
        metavar="FILE",
        help="Where what is known of the feeds is kept. By default beside the record.",
    ),
]


def follow_command(
    feeds: Feeds,
    every: Every = EVERY,
    once: Once = False,
    record: RecordOption = DEFAULT,
    outlet: Outlet = None,
    no_originals: NoOriginals = False,
    allow_private: AllowPrivate = False,
    state: State = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Look at feeds again and again, and add what is new to a record.

    A feed that has not changed is not sent again, an article is fetched once, and again when its feed tells
    of a change. A feed that fails is left alone for longer each time, and costs the others nothing. Ctrl-C
    ends it when the document at hand is done, with exit status 0. With --once the exit status is 0 when all
    feeds could be looked at, 1 when some could not, 126 when more than half could not; single articles that
    can't be read are problems: `onrecord problems` lists them.

    \b
    Examples:
      onrecord follow https://example.org/feed.xml
      onrecord follow https://example.org/feed.xml https://example.com/news.xml --every 1h
      onrecord follow https://example.org/feed.xml --once --record war.db
    """
    from onrecord.jobs import Stop

    for typed in feeds:
        if not is_address(typed):
            raise typer.BadParameter(f"{typed!r} is no web address: https://… or http://….")
    stop = Stop()
    with edge(), ending_cleanly(stop):
        settings = Settings.from_environment()
        status = follow(
            FollowOptions(
                feeds=tuple(feeds),
                every=every,
                once=once,
                record=record,
                outlet=outlet,
                originals=not no_originals,
                allow_private=allow_private,
                state=state,
                settings=settings if max_bytes is None else replace(settings, max_bytes=max_bytes),
            ),
            stop,
        )
    raise typer.Exit(status)
