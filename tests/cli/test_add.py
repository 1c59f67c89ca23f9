"""`onrecord add`: what goes in is kept once, and what fails is told and listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.kept import ids
from tests.ingest.serve import serving


def test_what_was_added_is_known_the_next_time(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lee said: it rained")
    first = onrecord("add", "a.txt")
    assert (first.exit_code, first.stderr) == (0, "onrecord: 1 added, 1 statement\n")
    again = onrecord("add", "a.txt")
    assert (again.exit_code, again.stderr) == (0, "onrecord: 0 added, 0 statements; 1 known already\n")
    assert (tmp_path / "onrecord.db").exists()
    assert (tmp_path / "onrecord-originals.db").exists()


def test_the_record_that_lies_in_the_folder_is_not_added_to_itself(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lee said: it rained")
    for known in ("1 added", "1 known already"):
        result = onrecord("add", ".")
        assert result.exit_code == 0
        assert known in result.stderr
    assert onrecord("problems", "--format", "json").stdout.strip() == "[]"


def test_failures_are_told_counted_and_listed(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lee said: it rained")
    (tmp_path / "b.txt").write_text("ARABIC")
    result = onrecord("add", "a.txt", "b.txt", "gone.txt")
    assert result.exit_code == 1
    assert "onrecord: gone.txt: There is no such file or folder." in result.stderr
    assert (
        "onrecord: 1 added, 1 statement; skipped 1: 1 language; failed 1: 1 missing; `onrecord problems`"
        in result.stderr
    )
    rows = json.loads(onrecord("problems", "--format", "json").stdout)
    assert [(row["path"], row["kind"]) for row in rows] == [("b.txt", "language"), ("gone.txt", "missing")]
    assert "gone.txt" in onrecord("problems").stdout


def test_another_record_and_no_originals(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": "x", "text": "Lee said: no"}\n{"id": "y", "text": "Kim said: no"}\n'
    )
    assert onrecord("add", "a.jsonl", "--record", "war.db", "--no-originals").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["war.db"]
    assert "Nothing was found" not in onrecord("search", "no", "--record", "war.db").stdout


def test_no_problems_are_said_so(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lee said: it rained")
    onrecord("add", "a.txt")
    assert onrecord("problems").stdout == "There are no problems.\n"


def test_a_record_that_is_none_is_named(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lee said: it rained")
    result = onrecord("add", "a.txt", "--record", "a.txt")
    assert result.exit_code == 2
    assert "a.txt is no record of onrecord" in result.stderr
    assert "mysql://x" in onrecord("add", "a.txt", "--record", "mysql://x").stderr


def test_missing_weights_stop_the_run(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("STOP")
    result = onrecord("add", "a.txt")
    assert (result.exit_code, result.stderr) == (2, "onrecord: The weights are gone.\n")


def test_an_address_is_fetched_only_where_it_may_be(onrecord: Run) -> None:
    with serving() as site:
        address = site.put("/a.txt", "Lee said: it rained", content_type="text/plain")
        result = onrecord("add", address)
        assert result.exit_code == 126
        assert "Fetch it with --allow-private if you mean it." in result.stderr
        assert site.asked == []
        assert "1 added, 1 statement" in onrecord("add", address, "--allow-private").stderr
        assert "1 known already" in onrecord("add", address, "--allow-private").stderr
    (row,) = json.loads(onrecord("search", "rained", "--format", "json").stdout)
    assert row["address"] == address
    assert ids(onrecord) == [row["id"]]


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>
<item><title>Rain</title><link>{0}/a.txt</link></item>
<item><title>Snow</title><link>{0}/gone.txt</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{0}/a.txt</loc></url></urlset>"""


def test_the_articles_of_a_feed_are_added_and_those_that_are_gone_are_told(onrecord: Run) -> None:
    with serving() as site:
        site.put("/a.txt", "Lee said: it rained", content_type="text/plain")
        feed = site.put("/feed", FEED.format(site.address), content_type="application/rss+xml")
        result = onrecord("add", feed, "--allow-private")
    assert "1 added, 1 statement" in result.stderr
    assert f"{site.address}/gone.txt" in result.stderr


def test_a_feed_that_names_nothing_is_told(onrecord: Run) -> None:
    with serving() as site:
        feed = site.put("/feed", "<rss><channel></channel></rss>", content_type="application/rss+xml")
        result = onrecord("add", feed, "--allow-private")
    assert (result.exit_code, "names no article" in result.stderr) == (0, True)


def test_a_bug_that_one_address_brings_out_does_not_cost_the_others(
    onrecord: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError("by a comma")

    with serving() as site:
        feed = site.put("/feed", FEED.format(site.address), content_type="application/rss+xml")
        page = site.put("/b.txt", "Kim said: it snowed", content_type="text/plain")
        monkeypatch.setattr("onrecord.ingest.read_list", broken)
        result = onrecord("add", feed, page, "--allow-private")
    assert "1 added, 1 statement" in result.stderr
    assert "ZeroDivisionError: by a comma. This is a bug" in result.stderr


def test_the_pages_of_a_sitemap_are_added(onrecord: Run) -> None:
    with serving() as site:
        site.put("/a.txt", "Lee said: it rained", content_type="text/plain")
        sitemap = site.put("/sitemap.xml", SITEMAP.format(site.address), content_type="application/xml")
        assert "1 added, 1 statement" in onrecord("add", sitemap, "--allow-private").stderr
