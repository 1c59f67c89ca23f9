"""Hostile inputs: none crashes a run, none fetches where it must not, none writes outside the record.

Each goes through `onrecord add`, with a good document beside it; docs/threats.md lists them all.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import addresses, documents, feeds, letters, names, pages, servers, texts, warcs, zips
from tests.hostile.ground import Yard
from tests.hostile.table import Hostile, Table

TABLES: tuple[Table, ...] = (
    *(texts.text, texts.lines, names.names, names.special, pages.pages, zips.zips, warcs.warcs),
    *(documents.pdfs, documents.words, letters.letters, feeds.feeds),
    *(addresses.given, addresses.led, servers.servers),
)
CASES = [case for table in TABLES for case in table.rows]
TRIED: list[Hostile] = []
ENDED_WELL: list[Hostile] = []


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where grounds are: in memory where there is such a folder, since each record is written to its end."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path_factory.mktemp("grounds")
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-", dir=memory) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def yard(place: Path) -> Iterator[Yard]:
    with pytest.MonkeyPatch.context() as patch:
        made = Yard(place, patch)
        gc.freeze()  # what is there now stays: looking through it again and again is a tenth of the time
        with made.stack:
            yield made
        gc.unfreeze()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.tries}")
def test_hostile(case: Hostile, yard: Yard, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TRIED.append(case)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        ground = yard.ground(Path(folder))
        ending = yard.try_out(ground, case.plant(ground), monkeypatch)
        monkeypatch.undo()  # and out of the folder, before it goes
    assert ending.faults == (), ending.told
    assert ending.how == case.ends, ending.told
    ENDED_WELL.append(case)


def test_no_two_are_called_the_same() -> None:
    called = [(case.group, case.tries) for case in CASES]
    assert len(called) == len(set(called))
    assert len(called) >= 100


def test_the_page_lists_them_all() -> None:
    from tests.hostile.page import PAGE, listed, parts

    _, made, _ = parts(PAGE.read_text(encoding="utf-8"))
    assert made == listed(), "run python -m tests.hostile.page"


def test_what_became_of_them_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(ENDED_WELL)} of {len(TRIED)} hostile inputs ended well")  # noqa: T201
    assert ENDED_WELL == TRIED
