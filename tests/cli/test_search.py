"""`search`, `who`, `about`, `show` and `stats`: what was kept is found, as table, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.model.document import digest_of
from tests.cli.conftest import Run
from tests.cli.kept import TEXTS, ids, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    keep(onrecord, tmp_path)
    return onrecord


def test_words_are_found_for_people(kept: Run) -> None:
    page = kept("search", "raining").stdout
    assert "Ann Lee (“Lee”)" in page
    assert "it rained all day" in page
    assert "2018-07-26" in page
    assert "\x1b" not in page


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), 3),
        (("--status", "all"), 4),
        (("--status", "negated"), 1),
        (("--speaker", "Lee"), 2),
        (("--outlet", "the post"), 2),
        (("--form", "direct"), 1),
        (("--kind", "thought"), 0),
        (("--from", "2018-07-27"), 1),
        (("--to", "2018-07-26"), 2),
        (("--anonymous",), 0),
        (("--min-confidence", "0.95"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_options_let_through_what_they_say(kept: Run, options: tuple[str, ...], found: int) -> None:
    assert len(ids(kept, *options)) == found


def test_more_than_the_limit_is_told(kept: Run) -> None:
    assert kept("search", "--limit", "1").stderr == "onrecord: These are 1 of 3; --limit gives more.\n"


def test_what_was_not_said_is_marked(kept: Run) -> None:
    assert "[NOT SAID] why the road closed" in " ".join(kept("search", "--status", "all").stdout.split())


def test_nothing_is_said_so_in_every_format(kept: Run) -> None:
    assert kept("search", "volcano").stdout == "Nothing was found.\n"
    assert kept("search", "volcano", "--format", "json").stdout == "[]\n"
    assert kept("search", "volcano", "--format", "csv").stdout.startswith("id,document,")


def test_json_and_csv_have_every_field(kept: Run) -> None:
    (row,) = json.loads(kept("search", "snow", "--format", "json").stdout)
    assert (row["speaker_name"], row["content_words"], row["outlet"]) == (
        "Ann Lee",
        "“It snowed”",
        "The Herald",
    )
    ((start, end),) = row["content"]
    assert TEXTS["snow"][start:end] == "“It snowed”"
    (line,) = csv.DictReader(io.StringIO(kept("search", "snow", "--format", "csv").stdout))
    assert line["content"] == f"{start}-{end}"
    assert set(line) == set(row)


def test_who_tells_the_names_and_all_that_was_said_by_day(kept: Run) -> None:
    page = kept("who", "Ann Lee").stdout
    assert page.startswith("Ann Lee (per:ann lee), statements: 2, documents: 2; also Lee\n")
    assert "Outlets: The Herald, The Post" in page
    assert page.index("it rained") < page.index("It snowed")
    told = json.loads(kept("who", "Ann Lee", "--format", "json").stdout)
    assert [one["key"] for one in told["speakers"]] == ["per:ann lee"]
    assert len(told["statements"]) == 2
    assert "Nothing that 'Zoe' said was found." in kept("who", "Zoe").stdout


def test_about_nobody_is_said_so(kept: Run) -> None:
    assert kept("about", "Zoe").stdout == "Nothing about 'Zoe' was found.\n"


def test_a_statement_is_shown_in_its_paragraph(kept: Run) -> None:
    (id,) = ids(kept, "river")
    page = kept("show", id[:6]).stdout
    assert "Kim said: ›the river rose‹" in page
    assert "Read:     Bob Kim, because: same surname; 90% sure" in page
    assert "Decided:  nothing: nobody has judged it" in page


def test_a_citation_has_words_outlet_day_place_and_digest(kept: Run) -> None:
    (id,) = ids(kept, "river")
    cited = kept("show", id, "--cite").stdout
    digest = digest_of(TEXTS["rain"].encode())
    for part in ("Bob Kim, in the words of The Post: the river rose.", "The Post, 2018-07-26", id, digest):
        assert part in cited
    assert "“" not in cited


def test_everything_of_a_statement_as_json(kept: Run) -> None:
    (id,) = ids(kept, "river")
    (told,) = json.loads(kept("show", id, "--format", "json").stdout)
    assert (told["read"]["speaker"], told["judgements"]) == ("Bob Kim", [])


@pytest.mark.parametrize("id", ["0000", "abc", "%%%%"])
def test_an_id_that_is_not_there_is_named(kept: Run, id: str) -> None:
    result = kept("show", id)
    assert result.exit_code == 2
    assert f"There is no statement {id!r}" in result.stderr


def test_stats_count_statements_speakers_and_voices(kept: Run) -> None:
    told = json.loads(kept("stats", "--format", "json").stdout)
    totals = told["totals"]
    assert (totals["documents"], totals["statements"], totals["speakers"]) == (2, 3, 2)
    assert totals["anonymous_share"] == 0
    assert [(row["outlet"], row["month"], row["statements"]) for row in told["voices"]] == [
        ("The Herald", "2018-08", 1),
        ("The Post", "2018-07", 2),
    ]
    page = kept("stats").stdout
    assert "3 statements by 2 speakers, 0% of them by unnamed people" in page
    assert kept("stats", "--format", "csv").stdout.startswith("outlet,month,documents,")


def test_a_record_that_is_not_there_is_named(onrecord: Run) -> None:
    result = onrecord("search", "rain")
    assert result.exit_code == 2
    assert "There is no record at onrecord.db." in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--form", "odd"), "'odd' is not a form; there are: direct, mixed, indirect."),
        (("--status", "said"), "'said' is not a status"),
        (("--from", "July"), "'July' is not a day"),
        (("--format", "xml"), "'xml' is not a format; there are: table, csv, json."),
        (("--limit", "0"), "--limit"),
    ],
)
def test_a_mistake_is_named(onrecord: Run, options: tuple[str, ...], message: str) -> None:
    result = onrecord("search", *options)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
