"""A copy goes back whole and checked, beside whoever uses the record, and nothing that was there is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.errors import StopRun
from onrecord.record import open_record
from onrecord.record.keeping.backing_up import back_up
from onrecord.record.keeping.restoring import Restored, restore
from onrecord.record.schema.engines import sqlite_module
from tests.record.made import flood, talks

WRITER = """
import sys
from dataclasses import replace
from onrecord.record import open_record
from tests.record.made import talks

made = talks()
with open_record(sys.argv[1]) as record:
    for number in range(100_000):
        path = f"{number}.txt"
        document = replace(made.document, id=str(number), path=path, outlet=f"Outlet {number}")
        record.writer.add(replace(made, document=document), b"bytes")
        print(number, flush=True)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of a record with one document and its bytes, made before another one came in."""
    with open_record(tmp_path / "onrecord.db") as record:
        record.writer.add(talks(original_digest="sha256:" + "1" * 64), b"bytes")
        back_up(record, tmp_path / "copy.db")
        record.writer.add(flood(original_digest="sha256:" + "2" * 64), b"more")
    return tmp_path / "copy.db"


def documents(path: Path) -> list[str]:
    with open_record(path, create=False) as record:
        assert record.verify() == []
        return [row.id for row in record.questions.documents()]


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_copy_is_put_where_nothing_is(copy: Path, tmp_path: Path) -> None:
    done = restore(copy, str(tmp_path / "new.db"))
    assert done == Restored(files=(tmp_path / "new.db", tmp_path / "new-originals.db"))
    assert documents(tmp_path / "new.db") == ["talks"]
    with open_record(tmp_path / "new.db") as record:
        assert record.originals is not None
        assert record.originals.get("sha256:" + "1" * 64) == b"bytes"


def test_a_record_is_replaced_only_by_force_and_is_kept(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="is there already"):
        restore(copy, str(tmp_path / "onrecord.db"))
    assert documents(tmp_path / "onrecord.db") == ["talks", "flood"]
    done = restore(copy, str(tmp_path / "onrecord.db"), force=True)
    assert documents(tmp_path / "onrecord.db") == ["talks"]
    assert documents(done.aside[0]) == ["talks", "flood"]
    with open_record(done.aside[0]) as old:
        assert old.originals is not None
        assert old.originals.get("sha256:" + "2" * 64) == b"more"
    assert not {name for name in beside(tmp_path) if name.endswith(("-wal", ".part", ".restoring"))}


def test_twice_keeps_both(copy: Path, tmp_path: Path) -> None:
    asides = {
        path for _ in range(2) for path in restore(copy, str(tmp_path / "onrecord.db"), force=True).aside
    }
    assert len(asides) == 4


def test_the_copy_stays_as_it_is(copy: Path, tmp_path: Path) -> None:
    before = copy.read_bytes()
    restore(copy, str(tmp_path / "onrecord.db"), force=True)
    assert copy.read_bytes() == before
    assert not {"copy.db-wal", "copy.db-shm"} & beside(tmp_path)


def test_who_reads_reads_on_and_who_writes_goes_on(copy: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as live, live.engine.connect() as reader:
        count = text("SELECT count(*) FROM documents")
        reader.execute(text("BEGIN"))
        assert reader.execute(count).scalar() == 2
        restore(copy, str(tmp_path / "onrecord.db"), force=True)
        assert reader.execute(count).scalar() == 2
        reader.rollback()
        assert reader.execute(count).scalar() == 1
        live.writer.add(flood())
    assert documents(tmp_path / "onrecord.db") == ["talks", "flood"]


def test_a_damaged_record_is_replaced_too(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "onrecord.db").write_bytes(b"no database at all" * 100)
    done = restore(copy, str(tmp_path / "onrecord.db"), force=True)
    assert documents(tmp_path / "onrecord.db") == ["talks"]
    assert done.aside[0].read_bytes().startswith(b"no database")


def test_a_log_of_a_record_that_is_gone_is_not_taken_for_the_new_ones(copy: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "lost.db", originals=False) as lost:
        lost.writer.add(flood())
        log = (tmp_path / "lost.db-wal").read_bytes()
    (tmp_path / "new.db-wal").write_bytes(log)
    restore(copy, str(tmp_path / "new.db"))
    assert documents(tmp_path / "new.db") == ["talks"]


def harm(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite_module().connect(str(path))) as connection:
            connection.execute(statement)
            connection.commit()

    return change


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (lambda path: path.unlink(), "no copy at"),
        (lambda path: path.write_bytes(b"junk" * 1000), "no record of onrecord"),
        (lambda path: path.write_bytes(b""), "none of its tables"),
        (lambda path: path.write_bytes(b"PGDMP and more"), "pg_restore"),
        (harm("UPDATE documents SET digest = 'sha256:0'"), "not sound.*does not have its digest"),
        (harm("UPDATE alembic_version SET version_num = '9999'"), "newer onrecord"),
    ],
)
def test_what_is_no_sound_copy_is_refused(
    copy: Path, tmp_path: Path, do: Callable[[Path], None], told: str
) -> None:
    do(copy)
    before = (tmp_path / "onrecord.db").read_bytes()
    with pytest.raises(StopRun, match=told):
        restore(copy, str(tmp_path / "onrecord.db"), force=True)
    assert (tmp_path / "onrecord.db").read_bytes() == before
    assert not {name for name in beside(tmp_path) if "before" in name or "restoring" in name}


def test_a_record_is_no_copy_of_itself(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="the record itself"):
        restore(tmp_path / "onrecord.db", str(tmp_path / "onrecord.db"), force=True)


def test_postgresql_has_its_own_way(copy: Path) -> None:
    with pytest.raises(StopRun, match="pg_restore"):
        restore(copy, "postgresql://ann@localhost/news")


def test_what_was_taken_out_since_is_told_and_copies_stay_known(copy: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.db") as record:
        key = record.questions.documents()[0].key
        record.removing.document(key, by="ada")
    done = restore(copy, str(tmp_path / "onrecord.db"), force=True)
    assert done.came_back >= 1
    with open_record(tmp_path / "onrecord.db") as record:
        again = record.removing.document(key, by="ada")
    assert set(again.backups) == {str(copy), str(done.aside[0])}


def test_a_copy_is_whole_while_another_process_writes(tmp_path: Path) -> None:
    record = tmp_path / "onrecord.db"
    command = [sys.executable, "-c", WRITER, str(record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        try:
            for _ in range(20):
                writer.stdout.readline()
            with open_record(record, create=False) as live:
                back_up(live, tmp_path / "copy.db")
            last = int(writer.stdout.readline())  # it still writes
            done = restore(tmp_path / "copy.db", str(record), force=True)
            assert int(writer.stdout.readline()) > 0  # and goes on in the new one
        finally:
            writer.kill()
            writer.wait()
    assert len(documents(tmp_path / "copy.db")) >= 20
    assert len(documents(done.aside[0])) >= last
    assert documents(record)
