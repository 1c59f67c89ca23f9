"""Opens a record: makes it or brings it up to date, and hands out its writer, questions and judgements."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from onrecord.errors import Cause, StopRun
from onrecord.record.asking.queries import Questions
from onrecord.record.asking.searching import search_for
from onrecord.record.judging.judgements import Judgements
from onrecord.record.keeping.verifying import Fault, verify
from onrecord.record.schema.engines import engine_for, is_postgresql, unreachable
from onrecord.record.schema.migrating import bring_up_to_date
from onrecord.record.taking_out.removing import Removing
from onrecord.record.writing.originals import Originals
from onrecord.record.writing.writer import Writer

DEFAULT = "onrecord.db"


class Record:
    """An open record, for use in a `with` statement.

    `writer` adds documents, `questions` asks, `judgements` keeps what people decide, `removing` takes out.
    """

    def __init__(self, engine: Engine, address: str, *, originals: bool = True) -> None:
        self.engine = engine
        self.address = address
        search = search_for(engine.dialect.name)
        self.originals = Originals(engine, address) if originals else None
        self.writer = Writer(engine, search, self.originals)
        self.questions = Questions(engine, search)
        self.judgements = Judgements(engine, search)
        self.removing = Removing(engine, self.writer, self.originals)

    def verify(self) -> list[Fault]:
        """Everything in the record that is not as it must be; nothing in a sound one."""
        return list(verify(self.engine))

    def close(self) -> None:
        """Lets go of the files or the server."""
        if self.originals is not None:
            self.originals.close()
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_record(address: str | Path = DEFAULT, *, create: bool = True, originals: bool = True) -> Record:
    """Opens the record at a file or a PostgreSQL address, making it where there is none and `create`.

    Raises `StopRun` where it can't be opened, is no record, or is of a newer onrecord.
    """
    address = str(address)
    engine = engine_for(address, create=create)
    try:
        bring_up_to_date(engine)
    except StopRun:
        engine.dispose()
        raise
    except OperationalError as error:
        engine.dispose()
        raise unreachable(error, address) from None
    except DatabaseError as error:
        engine.dispose()
        if is_postgresql(address):
            raise
        first = str(error.orig).strip().splitlines()[0]
        raise StopRun(Cause.INPUT, f"{address} is no record of onrecord: {first}.") from None
    return Record(engine, address, originals=originals)
