"""The index of words: FTS5 on SQLite, tsvector on PostgreSQL, behind one door.

Words are stemmed, accents folded, and whatever a user types is taken as words: no query is a mistake. Quoted
words are a phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import reduce
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, column, literal_column, select, table, text
from sqlalchemy.sql import func

from onrecord.record.schema.tables import statements

Entry = tuple[int, str]  # the number of a statement, and its words
FREQUENT = 10_000  # statements with a word, from which on it hardly narrows anything
QUERY = re.compile(r'"([^"]*)"?|(\S+)')


class Search(Protocol):
    """What an engine's index of words can do."""

    def create(self, connection: Connection) -> None:
        """Makes the index."""

    def add(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Puts the words of statements into the index."""

    def drop(self, connection: Connection, number: int) -> None:
        """Takes a statement out of the index."""

    def matches(self, connection: Connection, query: str) -> ColumnElement[bool] | None:
        """A condition on `statements`; None where a query holds no word."""


def plain(words: str) -> str:
    """Words without accents, as they are indexed."""
    kept = unicodedata.normalize("NFKD", words)
    return "".join(char for char in kept if not unicodedata.combining(char))


def phrases(query: str) -> list[list[str]]:
    """The words that a user typed: each alone, those in quotation marks together."""
    query = query.replace("“", '"').replace("”", '"')
    found = [re.findall(r"\w+", plain(quoted or single)) for quoted, single in QUERY.findall(query)]
    return [words for words in found if words]


class Fts5:
    """SQLite's FTS5, without a copy of the words."""

    def create(self, connection: Connection) -> None:
        """Makes the index."""
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS statement_words USING fts5(words, content='', "
                "contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')"
            )
        )

    def add(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Puts the words of statements into the index."""
        sql = text("INSERT INTO statement_words(rowid, words) VALUES (:number, :words)")
        connection.execute(sql, [{"number": number, "words": words} for number, words in entries])

    def drop(self, connection: Connection, number: int) -> None:
        """Takes a statement out of the index."""
        connection.execute(text("DELETE FROM statement_words WHERE rowid = :number"), {"number": number})

    def matches(self, connection: Connection, query: str) -> ColumnElement[bool] | None:
        """A condition on `statements`; None where a query holds no word."""
        found = phrases(query)
        if not found:
            return None
        wanted = " ".join('"' + " ".join(words) + '"' for words in found)
        index = table("statement_words", column("rowid"))
        hits = select(index.c.rowid).where(text("statement_words MATCH :wanted").bindparams(wanted=wanted))
        count = connection.execute(hits.with_only_columns(func.count()).select_from(index)).scalar_one()
        # Of a word that stands nearly everywhere the statements are not looked up one by one, but those that
        # are looked at anyway, by day or outlet, are held against the list: the sign tells SQLite so.
        number = literal_column("+statements.number") if count > FREQUENT else statements.c.number
        return number.in_(hits)


class Tsvector:
    """PostgreSQL's full-text index."""

    def create(self, connection: Connection) -> None:
        """Makes the index."""
        connection.execute(
            text("CREATE TABLE statement_words (number integer PRIMARY KEY, words tsvector NOT NULL)")
        )
        connection.execute(text("CREATE INDEX statement_words_gin ON statement_words USING gin (words)"))

    def add(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Puts the words of statements into the index."""
        sql = text("INSERT INTO statement_words VALUES (:number, to_tsvector('english', :words))")
        connection.execute(sql, [{"number": number, "words": plain(words)} for number, words in entries])

    def drop(self, connection: Connection, number: int) -> None:
        """Takes a statement out of the index."""
        connection.execute(text("DELETE FROM statement_words WHERE number = :number"), {"number": number})

    def matches(self, connection: Connection, query: str) -> ColumnElement[bool] | None:
        """A condition on `statements`; None where a query holds no word."""
        found = phrases(query)
        if not found:
            return None
        index = table("statement_words", column("number"), column("words"))
        english: ColumnElement[Any] = literal_column("'english'::regconfig")
        asked = [func.phraseto_tsquery(english, " ".join(words)) for words in found]
        # A word such as "the", which is in no index, leaves the others as they are.
        wanted: ColumnElement[Any] = reduce(lambda one, other: one.op("&&")(other), asked)
        return statements.c.number.in_(select(index.c.number).where(index.c.words.op("@@")(wanted)))


def search_for(dialect: str) -> Search:
    """The index of words of an engine."""
    return Tsvector() if dialect == "postgresql" else Fts5()
