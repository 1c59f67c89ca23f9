"""`onrecord follow`: what it tells, where it keeps what it knows, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from onrecord.cli.follow import parse_every, state_of
from onrecord.cli.look_line import clock_time, told
from onrecord.jobs import Look
from onrecord.model import Failure
from tests.cli.conftest import Run
from tests.ingest.serve import Site, serving

ROOT = Path(__file__).parents[2]
NOW = time.mktime((2018, 7, 26, 14, 20, 0, 0, 0, -1))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def put_feed(site: Site, *names: str, slow: bool = False) -> str:
    for name in names:
        begin = "SLOW\n\n" if slow else ""
        site.put(f"/{name}", f"{begin}Lee said: {name} fell", content_type="text/plain")
    items = "".join(f"<item><link>{site.address}/{name}</link></item>" for name in names)
    body = f'<rss version="2.0"><channel>{items}</channel></rss>'
    return site.put("/feed", body, content_type="application/rss+xml")


# ---------------------------------------------------------------------------------- what it tells


def test_once_tells_what_became_of_it(onrecord: Run, site: Site, tmp_path: Path) -> None:
    feed = put_feed(site, "rain")
    follow = ("follow", feed, "--once", "--allow-private")
    first = onrecord(*follow)
    assert (first.exit_code, first.stderr) == (0, f"onrecord: {feed}: 1 new\n")
    assert onrecord(*follow).stderr == f"onrecord: {feed}: 0 new, 1 known\n"
    assert (tmp_path / "onrecord-feeds.json").exists()
    assert "Lee" in onrecord("search", "fell").stdout


def test_problems_are_told_and_listed(onrecord: Run, site: Site) -> None:
    feed = put_feed(site, "rain")
    site.put("/rain", status=404)
    result = onrecord("follow", feed, "--once", "--allow-private")
    assert result.exit_code == 0
    assert f"onrecord: {site.address}/rain: There is nothing at" in result.stderr
    assert f"onrecord: {feed}: 0 new, 1 problem\n" in result.stderr
    assert "/rain" in onrecord("problems").stdout


def test_feeds_that_can_not_be_looked_at_are_the_exit_status_of_once(onrecord: Run, site: Site) -> None:
    good, bad = put_feed(site, "rain"), site.address + "/none"
    result = onrecord("follow", good, bad, "--once", "--allow-private")
    assert result.exit_code == 1
    assert re.search(
        rf"{bad}: There is nothing at \S+ \(status 404\), next look (\S+ )?\d\d:\d\d\n", result.stderr
    )
    assert onrecord("follow", site.address + "/gone", "--once", "--allow-private").exit_code == 126


def test_this_machine_is_not_asked_unless_it_is_meant(onrecord: Run, site: Site) -> None:
    result = onrecord("follow", put_feed(site, "rain"), "--once")
    assert result.exit_code == 126
    assert "--allow-private" in result.stderr
    assert site.asked == []


@pytest.mark.parametrize("arguments", [("feed.xml",), ("https://a.example/", "--every", "3s"), ()])
def test_what_is_typed_wrong_is_told(onrecord: Run, arguments: tuple[str, ...]) -> None:
    assert onrecord("follow", *arguments).exit_code == 2


def test_the_outlet_that_the_user_names_goes_before_the_feeds_title(onrecord: Run, site: Site) -> None:
    feed = put_feed(site, "rain")
    site.pages["/feed"] = (
        200,
        {},
        b"<rss><channel><title>News!</title><item><link>/rain</link></item></channel></rss>",
    )
    onrecord("follow", feed, "--once", "--allow-private", "--outlet", "The Post")
    (row,) = json.loads(onrecord("search", "fell", "--format", "json").stdout)
    assert row["outlet"] == "The Post"


def test_a_file_that_is_no_file_of_feeds_is_left_as_it_is(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text("{")
    result = onrecord("follow", "https://a.example/", "--once", "--state", "notes.json")
    assert result.exit_code == 2
    assert "notes.json can't be read as what is known of feeds" in result.stderr
    assert (tmp_path / "notes.json").read_text() == "{"


def test_a_look_in_one_line() -> None:
    def line(**known: object) -> str:
        look = Look(feed="https://a.example/f", next=NOW + 900, begun=True)
        for name, value in known.items():
            setattr(look, name, value)
        return told(look, now=NOW).removeprefix("https://a.example/f: ")

    assert line(new=3, known=41, problems=1) == "3 new, 41 known, 1 problem, next look 14:35"
    assert line(new=1200, skipped=2, problems=2) == "1,200 new, 2 skipped, 2 problems, next look 14:35"
    assert line(unchanged=True) == "not changed, next look 14:35"
    assert line(unchanged=True, new=1) == "1 new, next look 14:35"
    assert line(left="not due") == "not due, next look 14:35"
    assert line(new=1, stopped=True) == "1 new, stopped before its end"
    assert line(new=500, later=70, more=True) == "500 new, 70 left for later, which are next"
    trouble = Failure("unreadable", "It can't be reached.")
    assert line(trouble=trouble, failures=1) == "It can't be reached, next look 14:35"
    assert line(trouble=trouble, failures=3) == "It can't be reached, 3 failures in a row, next look 14:35"


def test_a_moment_of_another_day_has_its_day() -> None:
    assert clock_time(NOW + 900, NOW) == "14:35"
    assert clock_time(NOW + 86_400, NOW) == "2018-07-27 14:20"


# -------------------------------------------------------------------------- what is typed, and where


@pytest.mark.parametrize(("typed", "seconds"), [("15m", 900), ("2H", 7200), ("1d", 86_400), ("90s", 90)])
def test_times_between_looks(typed: str, seconds: float) -> None:
    assert parse_every(typed) == seconds


@pytest.mark.parametrize("typed", ["", "15", "m", "-5m", "10s", "8d", "1.5h", "999999999d", "15m; x"])
def test_times_that_are_none(typed: str) -> None:
    with pytest.raises(typer.BadParameter, match="1m to 7d"):
        parse_every(typed)


def test_what_is_known_of_feeds_lies_beside_the_record() -> None:
    assert state_of("onrecord.db") == Path("onrecord-feeds.json")
    assert state_of("sqlite:////data/war.db") == Path("/data/war-feeds.json")
    places = [
        state_of(f"postgresql://{user}localhost/news{more}")
        for user, more in (("", ""), ("ann:secret@", ""), ("", "?host=/tmp/x"))
    ]
    assert places[0] == places[1] != places[2]
    for place in places:
        assert place.parent == Path("~/.local/state/onrecord").expanduser()
        assert re.fullmatch(r"news-[0-9a-f]{8}-feeds\.json", place.name)


# ------------------------------------------------------------------------------------ how it ends


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The program, with a stand-in for the reader, as it is run from a shell."""
    code = "from tests.stub import run_program; run_program()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "follow", *arguments, "--allow-private"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
        stderr=subprocess.PIPE,
        text=True,
    )


def line_with(run: subprocess.Popen[str], words: str) -> str:
    """The next line that holds some words."""
    assert run.stderr is not None
    for line in run.stderr:
        if words in line:
            return line
    raise AssertionError(f"it ended without {words!r}")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_in_a_pause_it_ends_at_once_and_well(tmp_path: Path, site: Site, number: signal.Signals) -> None:
    with start(tmp_path, put_feed(site, "rain")) as run:
        assert "1 new, next look" in line_with(run, "next look")
        began = time.monotonic()
        run.send_signal(number)
        _, told = run.communicate(timeout=20)
    assert time.monotonic() - began < 10
    assert run.returncode == 0
    assert "onrecord: stopped; the same command goes on\n" in told


def test_the_document_at_hand_is_finished(tmp_path: Path, site: Site) -> None:
    feed = put_feed(site, "rain", "snow", slow=True)
    with start(tmp_path, feed) as run:
        while "/rain" not in site.paths:
            time.sleep(0.01)
        time.sleep(0.3)  # it is being read, or has just been
        run.send_signal(signal.SIGTERM)
        _, told = run.communicate(timeout=20)
    assert run.returncode == 0
    assert f"{feed}: 1 new, stopped before its end" in told
    with start(tmp_path, feed, "--once") as run:
        assert "1 new, 1 known" in line_with(run, "known")
    assert [site.paths.count(path) for path in ("/rain", "/snow")] == [1, 1]


def test_killed_between_looks_it_goes_on_and_fetches_nothing_twice(tmp_path: Path, site: Site) -> None:
    feed = put_feed(site, "rain", "snow")
    with start(tmp_path, feed) as run:
        assert "2 new" in line_with(run, "next look")
        run.kill()
        run.wait()
    put_feed(site, "hail", "rain", "snow")
    with start(tmp_path, feed, "--once") as run:
        assert "1 new, 2 known" in line_with(run, "known")
    assert sorted(site.paths) == ["/feed", "/feed", "/hail", "/rain", "/snow"]


def test_killed_in_the_middle_nothing_is_added_twice_or_lost(tmp_path: Path, site: Site) -> None:
    feed = put_feed(site, "a", "b", "c", slow=True)
    for path in ("/a", "/c"):
        with start(tmp_path, feed, "--once") as run:
            while path not in site.paths:
                time.sleep(0.01)
            time.sleep(0.1)
            run.kill()
            run.wait()
    with start(tmp_path, feed, "--once") as run:
        line_with(run, "known")
    from onrecord.record import open_record

    with open_record(tmp_path / "onrecord.db") as record:
        assert sorted(row.content_words for row in record.questions.search()) == [
            "a fell",
            "b fell",
            "c fell",
        ]
        assert record.verify() == []
