"""`onrecord serve`: the record in a browser, on this machine.

`serve_command` is what is typed; `site_of` wires the site: reading, adding and suggesting are handed to it.
"""

from __future__ import annotations

import os
import re
import tempfile
import threading
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.records import DEFAULT, RecordOption, opened
from onrecord.cli.serving import Stand, guard_of, is_loopback, listen, parse_base_url, reach_of, run
from onrecord.cli.users import UsersOption
from onrecord.errors import Cause, StopRun
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.analysis.reader import Reader
    from onrecord.ingest import Input
    from onrecord.jobs import Added
    from onrecord.model import Document, ReaderInfo, Reading
    from onrecord.record import Record
    from onrecord.web import Offered, Site
    from onrecord.web.access.guard import Guard

HOST = "127.0.0.1"
PORT = 8484
LONGEST = 120  # characters of a file's name

BaseUrl = Annotated[
    Any,
    typer.Option(
        metavar="URL", parser=parse_base_url, help="The address that people type, where it is another one."
    ),
]


@dataclass(frozen=True, slots=True)
class SuggestedPair:
    """Two speakers who may be one, as the site shows them."""

    keys: tuple[str, str]
    names: tuple[str, str]
    statements: tuple[int, int]
    reasons: tuple[str, ...]


class _OneAtATime:
    """A reader that reads one text at a time: a large delivery keeps nobody from trying a text."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lock = threading.Lock()

    @property
    def info(self) -> ReaderInfo:
        """Which program and weights it is."""
        return self._reader.info

    def read(self, document: Document) -> Reading:
        """The reading of a document. Raises `SkipDocument` when it can't be read."""
        with self._lock:
            return self._reader.read(document)


class _Hands:
    """What the site is handed, with one reader for all."""

    def __init__(self, record: Record, settings: Settings, *, allow_private: bool) -> None:
        self._record = record
        self._settings = settings
        self._allow_private = allow_private
        self._reader: _OneAtATime | None = None
        self._loading = threading.Lock()

    def reader(self) -> _OneAtATime:
        """The reader, loaded when it is first asked for."""
        from onrecord.loading import load

        with self._loading:
            if self._reader is None:
                self._reader = _OneAtATime(load(self._settings))
            return self._reader

    def read(self, offered: Offered) -> Reading:
        """Reads an article without keeping it. Raises `SkipDocument` or `StopRun` where it can't be read."""
        from onrecord.ingest import Defaults, load

        defaults = Defaults(published=offered.published, outlet=offered.outlet)
        for item in self._inputs(offered):
            return self.reader().read(load(item, defaults=defaults))
        raise StopRun(Cause.INPUT, "There is nothing to read in it.")

    def add(self, offered: Sequence[Offered]) -> Iterator[Added]:
        """Puts articles into the record, one outcome a document."""
        from onrecord.ingest import Defaults
        from onrecord.jobs import Task, add_inputs

        for one in offered:
            task = Task(
                load_reader=self.reader,
                defaults=Defaults(published=one.published, outlet=one.outlet),
                workers=1,
                info=self.reader().info,
            )
            yield from add_inputs(self._inputs(one), self._record, task)

    def suggest(self, name: str) -> list[SuggestedPair]:
        """Who may be one with somebody of a name."""
        from onrecord.jobs.suggesting import propose

        found = propose(self._record, name, limit=10)
        return [
            SuggestedPair(
                keys=(one.suggestion.one.key, one.suggestion.other.key),
                names=(one.suggestion.one.name, one.suggestion.other.name),
                statements=one.statements,
                reasons=tuple(reason.words for reason in one.suggestion.reasons),
            )
            for one in found
        ]

    def _inputs(self, offered: Offered) -> Iterator[Input]:
        """What an offer holds, under the name that it was offered by."""
        from onrecord.cli.fetching import open_or_fetch
        from onrecord.ingest import open_inputs

        limit = self._settings.max_bytes
        if offered.address is not None:
            yield from open_or_fetch([offered.address], max_bytes=limit, allow_private=self._allow_private)
            return
        with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
            file = Path(folder) / file_name(offered.name)
            file.write_bytes(offered.data or b"")
            for item in open_inputs([str(file)], max_bytes=limit):
                yield replace(item, path=item.path.replace(f"{folder}{os.sep}", ""))


def file_name(offered: str) -> str:
    """A name that a file can have here: the last part of what was offered, harmless on any system."""
    last = offered.replace("\\", "/").rpartition("/")[2]
    kept = re.sub(r"[^\w.,()@+ -]", "_", last).strip(". ")
    return kept[-LONGEST:] or "article.txt"


def site_of(record: Record, settings: Settings, *, guard: Guard, allow_private: bool = False) -> Site:
    """The site of a record, with what it is handed."""
    from onrecord.web import Site

    hands = _Hands(record, settings, allow_private=allow_private)
    # Loaded meanwhile, so that who pastes a text does not wait for it.
    threading.Thread(target=hands.reader).start()
    return Site(record=record, read=hands.read, add=hands.add, suggest=hands.suggest, guard=guard)


def serve_command(
    record: RecordOption = DEFAULT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = HOST,
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="The port to listen at.")] = PORT,
    users: UsersOption = None,
    base_url: BaseUrl = None,
    behind_proxy: Annotated[
        bool,
        typer.Option("--behind-proxy", help="A proxy on this machine speaks TLS and hands requests on."),
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Don't open the site in the browser.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from this machine and its own network.")
    ] = False,
) -> None:
    """Show the record in a browser: read, search, compare and correct.

    The site is for this machine alone, and asks nobody else for anything. For others, say first who may
    come in (`onrecord users add`); docs/deployment.md tells the rest.

    \b
    Examples:
      onrecord serve
      onrecord serve --record war.db --port 9000
      onrecord serve --behind-proxy --base-url https://record.example.org
    """
    with edge(), ExitStack() as ends:
        stand = Stand(host=host, port=port, base_url=base_url, behind_proxy=behind_proxy)
        listening = ends.enter_context(listen(stand))
        settings = Settings.from_environment()
        guard = guard_of(stand, listening, record, users)
        open_record = ends.enter_context(opened(record, create=True))
        from onrecord.web import make_app

        app = make_app(
            site_of(open_record, settings, guard=guard, allow_private=allow_private),
            reach_of(stand, listening, max_bytes=settings.max_bytes),
        )
        say(f"the record is at {stand.address} until Ctrl-C")
        if not (is_loopback(listening) or stand.is_https):
            say("what is sent goes over the network as it is, passwords too; docs/deployment.md tells of TLS")
        if not no_browser:
            threading.Timer(0.8, webbrowser.open, (stand.address,)).start()
        run(app, stand, listening)
        say("stopped")
