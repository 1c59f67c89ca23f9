"""A small record on a real server, and a browser that looks at it: `served` and `page`.

A page fails its test where its console tells of an error, or where it asks another host for anything.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from onrecord.record import Record
from onrecord.web import make_app
from tests.web.conftest import site_of, small_record

BEGIN = 10.0  # seconds that a server may take to begin
# What Chromium tells of that is as it must be: a form that can't be kept, and the seal of an original.
MEANT = ("status of 422", "Blocked script execution")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """The record that is served: two short reports."""
    yield from small_record(tmp_path)


@pytest.fixture
def served(record: Record) -> Iterator[str]:
    """The address of its site, without a slash at its end."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(site_of(record)), log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        end = time.monotonic() + BEGIN
        while not server.started:
            assert time.monotonic() < end, "the server did not begin"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{place.getsockname()[1]}"
        server.should_exit = True
        thread.join(BEGIN)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    program = shutil.which("chromium")
    if program is None:
        missing = "Chromium is not installed: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page at the site, where addresses begin with a slash."""
    context = browser.new_context(base_url=served)
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(told in message.text for told in MEANT):
            faults.append(message.text)

    def see(request: Request) -> None:
        if not request.url.startswith((served, "data:")):
            faults.append(f"asked another host: {request.url}")

    opened = context.new_page()
    opened.on("console", hear)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", see)
    yield opened
    context.close()
    assert faults == []
