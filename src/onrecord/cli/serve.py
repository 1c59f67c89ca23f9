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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.edge import edge, say
from onrecord.cli.records import DEFAULT, RecordOption, opened
from onrecord.errors import Cause, StopRun
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.analysis.reader import Reader
    from onrecord.ingest import Input
    from onrecord.jobs import Added
    from onrecord.model import Reading
    from onrecord.record import Record
    from onrecord.web import Offered, Site

HOST = "127.0.0.1"
PORT = 8484
LONGEST = 120  # characters of a file's name


@dataclass(frozen=True, slots=True)
class SuggestedPair:
    """Two speakers who may be one, as the site shows them."""

    keys: tuple[str, str]
    names: tuple[str, str]
    statements: tuple[int, int]
    reasons: tuple[str, ...]


class _Hands:
    """What the site is handed: one reader, loaded when it is first needed, which reads one text at a time."""

    def __init__(self, record: Record, settings: Settings, *, allow_private: bool) -> None:
        self._record = record
        self._settings = settings
        self._allow_private = allow_private
        self._reader: Reader | None = None
        self._lock = threading.RLock()

    def reader(self) -> Reader:
        from onrecord.loading import load

        with self._lock:
            if self._reader is None:
                self._reader = load(self._settings)
            return self._reader

    def read(self, offered: Offered) -> Reading:
        """Reads an article without keeping it. Raises `SkipDocument` or `StopRun` where it can't be read."""
        from onrecord.ingest import Defaults, load

        defaults = Defaults(published=offered.published, outlet=offered.outlet)
        for item in self._inputs(offered):
            document = load(item, defaults=defaults)
            with self._lock:
                return self.reader().read(document)
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
            with self._lock:
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


def site_of(record: Record, settings: Settings, *, allow_private: bool = False) -> Site:
    """The site of a record, with what it is handed."""
    from onrecord.web import Site

    hands = _Hands(record, settings, allow_private=allow_private)
    return Site(record=record, read=hands.read, add=hands.add, suggest=hands.suggest)


def serve_command(
    record: RecordOption = DEFAULT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = HOST,
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="The port to listen at.")] = PORT,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the site in the browser.")
    ] = True,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from this machine and its own network.")
    ] = False,
) -> None:
    """Show the record in a browser: read, search, compare and correct.

    The site is for this machine alone, and asks nobody else for anything.

    \b
    Examples:
      onrecord serve
      onrecord serve --record war.db --port 9000
    """
    with edge(), opened(record, create=True) as open_record:
        import uvicorn

        from onrecord.web import make_app

        app = make_app(site_of(open_record, Settings.from_environment(), allow_private=allow_private))
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        say(f"the record is at {address} until Ctrl-C")
        if browser:
            threading.Timer(0.8, webbrowser.open, (address,)).start()
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
