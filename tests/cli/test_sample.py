"""`onrecord sample`, `judge complete`, `stats --interval`, `export --format gold` and `agreement`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.scores.intervals import LEAST_PARAGRAPHS
from tests.cli.conftest import Run
from tests.cli.kept import ids, keep


@pytest.fixture
def kept(onrecord: Run, tmp_path: Path) -> Run:
    """Two articles with three paragraphs each, of which three hold statements that were made."""
    keep(onrecord, tmp_path)
    return onrecord


def rows(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def complete(run: Run, by: str = "Ann", word: str = "") -> None:
    numbers = [str(row["sample"]) for row in rows(run, "sample") if word in row["words"]]
    assert run("judge", "complete", *numbers, "--by", by).exit_code == 0


def test_paragraphs_are_drawn_and_printed_with_their_statements(kept: Run) -> None:
    result = kept("sample", "9", "--seed", "1", "--by", "Ann")
    assert "this is draw 1, with seed 1" in result.stderr
    assert result.stdout.count("── Sample ") == 6
    (id,) = ids(kept, "river")
    assert "Kim said: ›the river rose‹" in result.stdout
    assert f"   {id}  Bob Kim (“Kim”), “said”: the river rose" in result.stdout
    assert "[negated]" in result.stdout
    assert "No statement was found here." in result.stdout


def test_what_is_left_and_how_far_it_is(kept: Run) -> None:
    assert "Nothing was drawn yet." in kept("sample", "--list").stdout
    kept("sample", "9", "--seed", "1", "--by", "Ann")
    complete(kept, word="river")
    assert len(rows(kept, "sample")) == 5
    assert [row["complete"] for row in rows(kept, "sample", "--draw", "1") if row["complete"]] == [["Ann"]]
    (draw,) = rows(kept, "sample", "--list")
    assert (draw["draw"], draw["drawn"], draw["complete"], draw["seed"]) == (1, 6, 1, 1)
    assert "the whole" in kept("sample", "--list").stdout
    assert "(complete, by Ann)" in kept("sample", "--draw", "1").stdout
    complete(kept)
    assert "No paragraph is left" in kept("sample").stderr


def test_a_list_of_paragraphs_is_a_table_for_programs(kept: Run) -> None:
    kept("sample", "2", "--outlet", "The Post", "--from", "2018-07-01", "--to", "2018-07-31")
    table = list(csv.DictReader(io.StringIO(kept("sample", "--format", "csv").stdout)))
    assert [row["outlet"] for row in table] == ["The Post", "The Post"]
    assert "2018-07-01 to 2018-07-31" in " ".join(kept("sample", "--list").stdout.split())


def test_of_a_small_sample_no_interval_is_given(kept: Run) -> None:
    kept("sample", "9")
    complete(kept)
    page = kept("stats", "--interval").stdout
    assert "Judged completely: 6 of 6 drawn paragraphs; documents: 2." in page
    assert f"too small: with fewer than {LEAST_PARAGRAPHS} complete" in page
    told = rows(kept, "stats", "--interval")
    assert told["precision"] is None
    assert {row["corrected"] for row in told["rows"]} == {None}


def test_shares_have_error_bars(onrecord: Run, tmp_path: Path) -> None:
    for i in range(20):
        text = f"Ann Lee and Bob Kim met in house {i}.\n\nLee said: it rained {i} times\n\nKim said: no {i}\n"
        (tmp_path / f"a{i}.txt").write_text(text)
        onrecord("add", f"a{i}.txt", "--outlet", "The Post" if i % 2 else "The Herald")
    onrecord("sample", "60", "--by", "Ann")
    for i in range(0, 20, 4):
        (wrong,) = ids(onrecord, f'"it rained {i} times"')
        onrecord("judge", "reject", wrong)
        onrecord("judge", "add", f"a{i}", "--content", f"house {i}", "--speaker", "a guard", "--unnamed")
    complete(onrecord)
    told = rows(onrecord, "stats", "--interval", "--level", "0.9")
    assert (told["level"], told["sample"]["complete"]) == (0.9, 60)
    assert told["precision"]["value"] == told["recall"]["value"] == pytest.approx(35 / 40)
    shares = {row["what"]: row for row in told["rows"]}
    assert (shares["statements"]["as_read"], shares["statements"]["corrected"]) == (40, 40)
    unnamed = shares["by unnamed people"]
    assert (unnamed["as_read"], unnamed["corrected"]) == (0, 0.125)
    assert 0 < unnamed["low"] < 0.125 < unnamed["high"] < 0.3
    assert shares["direct"]["note"] == "too few in the sample"
    assert shares["in The Post"]["corrected"] == 0.5
    page = onrecord("stats", "--interval").stdout
    assert "Of what was read, 88%" in page
    assert "12.5%" in page
    table = onrecord("stats", "--interval", "--format", "csv").stdout
    assert table.startswith("what,as_read,corrected,low,high,note\nstatements,40,40,")
    assert "by unnamed people,0.0,0.125," in table
    assert rows(onrecord, "stats", "--interval", "--outlet", "The Post")["sample"]["complete"] == 30


def test_a_part_is_asked_for_with_intervals_only(kept: Run) -> None:
    result = kept("stats", "--outlet", "The Post")
    assert (result.exit_code, "go with --interval only" in result.stderr) == (2, True)


def test_gold_is_measured_against_and_only_where_it_is_complete(kept: Run, tmp_path: Path) -> None:
    kept("sample", "9")
    (river,) = ids(kept, "river")
    kept("judge", "reject", river)
    complete(kept, word="river")
    complete(kept, word="snowed")
    result = kept("export", "--format", "gold", "--out", "judged.jsonl")
    assert result.stderr == "onrecord: 1 statements are in judged.jsonl\n"
    lines = [json.loads(line) for line in (tmp_path / "judged.jsonl").read_text().splitlines()]
    assert [line["id"] for line in lines] == ["rain", "snow"]
    for line in lines:
        ((start, end),) = line["complete"]
        assert ("river" in line["text"][start:end]) == (line["id"] == "rain")
    assert [stmt["speaker"] for stmt in lines[1]["attributions"]] == ["Ann Lee"]
    # The reader finds both; Lee's words in the first article stand where nobody judged, and don't count.
    exact = rows(kept, "evaluate", "judged.jsonl")["parts"]["exact"]
    assert (exact["marked"], exact["found"], exact["right"]) == (1, 2, 1)
    kept("export", "--out", "all.jsonl", "--status", "all", "--rejected")
    again = rows(kept, "evaluate", "judged.jsonl", "--found", "all.jsonl")["parts"]["exact"]
    assert again == exact


def test_gold_takes_no_filter_of_statements(kept: Run) -> None:
    result = kept("export", "--out", "a.gold.jsonl", "--speaker", "Lee")
    assert (result.exit_code, "gold holds every statement" in result.stderr) == (2, True)
    assert kept("export", "--out", "a.gold.jsonl", "--outlet", "The Post").exit_code == 0


def test_complete_stretches_that_are_none_are_named(onrecord: Run) -> None:
    Path("gold.jsonl").write_text(json.dumps({"id": "a", "text": "x", "complete": 7}) + "\n")
    assert "\"complete\" of 'a' in gold.jsonl" in onrecord("evaluate", "gold.jsonl").stderr


def test_two_reviewers_are_compared(kept: Run) -> None:
    (river,), (rained,) = ids(kept, "river"), ids(kept, "rained")
    for by in ("Ann", "Bob"):
        kept("judge", "accept", rained, "--by", by)
    kept("judge", "reject", river, "--by", "Ann")
    kept("judge", "accept", river, "--by", "Bob")
    page = kept("agreement", "Ann", "Bob").stdout
    assert "Judged by both Ann and Bob: statements 2, documents 1" in page
    assert "the same for 1 of 2 (50%), kappa 0.00" in page
    told = rows(kept, "agreement", "Ann", "Bob")
    assert [(d["statement"], d["what"], d["one"]) for d in told["differences"]] == [
        (river, "verdict", "wrong")
    ]
    assert told["exact"] == {"one": 1, "other": 2, "both": 1, "f1": 0.6667}
    assert kept("agreement", "Ann", "Bob", "--format", "csv").stdout.startswith("document,statement,what,")


def test_reviewers_may_work_on_copies(kept: Run) -> None:
    kept("backup", "bob.db")
    (river,) = ids(kept, "river")
    kept("judge", "accept", river, "--by", "Ann")
    kept("judge", "accept", river, "--by", "Bob", "--record", "bob.db")
    told = rows(kept, "agreement", "Ann", "Bob", "--other", "bob.db")
    assert (told["statements"], told["same_verdict"], told["verdict_kappa"]) == (1, 1, None)
    assert "'Bob' has judged nothing here" in kept("agreement", "Ann", "Bob").stderr
