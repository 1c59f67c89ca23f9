"""Many inputs are read in order, whatever happens to some of them, alone and side by side."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator

import pytest

from onrecord.errors import Reason, SkipDocument, StopRun
from onrecord.ingest import Defaults, Input
from onrecord.jobs import Task, read_inputs
from onrecord.jobs.reading import AHEAD, FEW
from tests import stub

WORKERS = [1, 2]


def inputs(*texts: str) -> Iterator[Input]:
    for i, text in enumerate(texts):
        yield Input(id=f"d{i}", path=f"d{i}.txt", max_bytes=1000, data=text.encode())


def task(workers: int | None, load_reader: Callable[[], stub.StubReader] = stub.load_stub) -> Task:
    return Task(load_reader=load_reader, workers=workers)


@pytest.mark.parametrize("workers", WORKERS)
def test_outcomes_come_in_the_order_of_the_inputs(workers: int) -> None:
    texts = ["SLOW\nLee said: it rained", *(f"Kim said: {i} drops" for i in range(20))]
    readings = list(read_inputs(inputs(*texts), task(workers)))
    assert [reading.document.id for reading in readings] == [f"d{i}" for i in range(21)]
    assert [reading.statements[0].content_words for reading in readings[:2]] == ["it rained", "0 drops"]


@pytest.mark.parametrize("workers", WORKERS)
def test_a_document_that_fails_is_an_outcome(workers: int) -> None:
    missing = Input(id="m", path="m.txt", max_bytes=9, failure=SkipDocument(Reason.MISSING))
    items = [missing, *inputs("ARABIC", "CRASH", "Lee said: it rained", "!")]
    readings = list(read_inputs(items, task(workers)))
    assert [reading.error and reading.error.kind for reading in readings] == [
        "missing",
        "language",
        "crashed",
        None,
        "empty",
    ]
    assert "ZeroDivisionError: by a comma" in str(readings[2].error)
    assert [readings[0].document.text, readings[1].document.text] == ["", "ARABIC"]


def test_a_killed_process_costs_one_document() -> None:
    texts = ["Lee said: it rained", "KILL", "Kim said: it snowed", "KILL", "Ann said: no"]
    readings = list(read_inputs(inputs(*texts), task(2)))
    kinds = [reading.error and reading.error.kind for reading in readings]
    assert kinds == [None, "died", None, "died", None]
    assert "was killed (signal 9)" in str(readings[1].error)
    assert readings[1].reader == stub.INFO


@pytest.mark.parametrize("workers", WORKERS)
def test_a_stopped_run_stops(workers: int) -> None:
    with pytest.raises(StopRun, match=r"weights are gone"):
        list(read_inputs(inputs("STOP", "Lee said: no"), task(workers)))


@pytest.mark.parametrize("workers", WORKERS)
def test_missing_weights_stop_the_run(workers: int) -> None:
    with pytest.raises(StopRun, match=r"weights are missing"):
        list(read_inputs(inputs("Lee said: no", "Kim said: no"), task(workers, stub.load_nothing)))


def test_processes_that_can_not_start_stop_the_run() -> None:
    with pytest.raises(StopRun, match=r"ended \(exit status 3\) while it was starting"):
        list(read_inputs(inputs("Lee said: no", "Kim said: no"), task(2, stub.die_at_once)))


def test_only_so_many_inputs_are_taken_ahead() -> None:
    taken = 0

    def counted() -> Iterator[Input]:
        nonlocal taken
        for item in inputs("SLOW", *["Lee said: no"] * 100):
            taken += 1
            yield item

    outcomes = read_inputs(counted(), task(2))
    next(outcomes)
    assert taken <= AHEAD * 2 + 1
    assert len(list(outcomes)) == 100


def test_no_process_is_left_when_one_stops_listening() -> None:
    outcomes = read_inputs(inputs(*["Lee said: no"] * 5), task(2))
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("count", "alone"), [(1, True), (FEW, True), (FEW + 1, False)])
def test_a_few_documents_are_read_without_other_processes(
    monkeypatch: pytest.MonkeyPatch, count: int, alone: bool
) -> None:
    monkeypatch.setattr("onrecord.jobs.reading.cores", lambda: 2)
    monkeypatch.setattr("onrecord.jobs.reading._alone", lambda *_: ["alone"])
    monkeypatch.setattr("onrecord.jobs.reading._side_by_side", lambda *_: ["side by side"])
    outcome = list(read_inputs(inputs(*["Lee said: no"] * count), task(None)))
    assert outcome == (["alone"] if alone else ["side by side"])  # type: ignore[comparison-overlap]


def test_nothing_gives_nothing() -> None:
    assert list(read_inputs([], task(None, stub.load_nothing))) == []


def test_large_inputs_and_outcomes_do_not_block_each_other() -> None:
    texts = [f"Lee said: {'rain ' * 200_000}" for _ in range(6)]
    items = (Input(id=str(i), path="-", max_bytes=10**7, data=text.encode()) for i, text in enumerate(texts))
    assert len(list(read_inputs(items, task(2)))) == 6


def test_defaults_fill_in_what_is_not_known() -> None:
    known = Task(load_reader=stub.load_stub, defaults=Defaults(published="2018-07-26", outlet="The Post"))
    (reading,) = read_inputs(inputs("Lee said: no"), known)
    assert (reading.document.published, reading.document.outlet) == ("2018-07-26", "The Post")
