"""The tables of a record, the same on SQLite and on PostgreSQL; `migrations` makes them.

What was read (`statements`, `entities`, `names`, `labels`, `voices`) is never changed by people: their
decisions are rows of `judgements`, and `judged` is what these come to, which can be made anew from them.
Places are code points of `documents.text`, end exclusive; lists of spans are JSON `[[start, end], …]`.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata: Final = MetaData()

documents: Final = Table(
    "documents",
    metadata,
    Column("key", String(16), primary_key=True),  # of text, outlet and address
    Column("id", Text, nullable=False),  # the name that the user knows it by
    Column("path", Text, nullable=False),
    Column("address", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("byline", Text),
    Column("published", String(40)),
    Column("captured", String(40)),
    Column("language", String(8)),
    Column("digest", String(71), nullable=False),
    Column("original_digest", String(71)),
    Column("extractor", Text),
    Column("regions", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("added", String(32), nullable=False),
    Column("previous", String(16)),  # the version that was read at the same address before
    Column("near", String(16)),  # the first document with nearly the same text
    Index("documents_by_digest", "digest"),
    Index("documents_by_original", "original_digest"),
    Index("documents_by_address", "address"),
    Index("documents_by_outlet", "outlet", "published"),
)

readings: Final = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String(16), ForeignKey("documents.key"), nullable=False),
    Column("program", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("weights", Text, nullable=False),
    Column("read", String(32), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),  # statements, entities, voices and labels: zlib of JSON
    Index("readings_by_document", "document"),
)

statements: Final = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False),  # of the claim: text, spans and kind
    Column("document", String(16), ForeignKey("documents.key"), nullable=False),
    Column("origin", String(8), nullable=False),  # read, added (by a person) or gone (not in a later reading)
    Column("within", String(16)),
    Column("form", String(8), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("status", String(8), nullable=False),
    Column("act", String(16), nullable=False),
    Column("stance", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("source_words", Text, nullable=False),
    Column("cue_words", Text, nullable=False),
    Column("content_words", Text, nullable=False),
    Column("speaker", String(80)),  # the key of an entity
    Column("speaker_name", Text),
    Column("speaker_type", String(16)),
    Column("because", Text),
    Column("when_start", String(10)),
    Column("when_end", String(10)),
    Column("said", String(10)),  # the day by which answers are ordered: when it was said, else published
    Index("statements_by_claim", "document", "id", unique=True),
    Index("statements_by_id", "id"),
    Index("statements_by_speaker", "speaker", "said"),
    Index("statements_by_day", "said"),
)

entities: Final = Table(
    "entities",
    metadata,
    Column("document", String(16), ForeignKey("documents.key"), primary_key=True),
    Column("id", String(12), primary_key=True),
    Column("key", String(80), nullable=False),
    Column("name", Text, nullable=False),
    Column("type", String(16), nullable=False),
    Index("entities_by_key", "key"),
)

names: Final = Table(
    "names",
    metadata,
    Column("key", String(80), primary_key=True),  # of an entity
    Column("folded", String(200), primary_key=True),  # a name of it in small letters without accents
    Column("name", Text, nullable=False),
    Index("names_by_folded", "folded"),
)

# Whom a statement is about and to whom it was said.
referred: Final = Table(
    "referred",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number"), primary_key=True),
    Column("role", String(9), primary_key=True),  # about or addressee
    Column("entity", String(80), primary_key=True),
    Column("name", Text, nullable=False),
    Index("referred_by_entity", "entity", "role"),
)

labels: Final = Table(
    "labels",
    metadata,
    Column("document", String(16), ForeignKey("documents.key"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    Column("target", String(80)),
    Column("target_name", Text),
    Column("user", String(80), nullable=False),  # outlet, agency, author, unclear, or the key of an entity
    Column("user_name", Text, nullable=False),
)

# How many words of a document are whose.
voices: Final = Table(
    "voices",
    metadata,
    Column("document", String(16), ForeignKey("documents.key"), primary_key=True),
    Column("whose", String(80), primary_key=True),  # outlet, agency, author, or the key of an entity
    Column("form", String(8), primary_key=True),  # direct, mixed, indirect, or own
    Column("words", Integer, nullable=False),
)

# By which nearly equal documents are found: bands of a MinHash of their pairs of words.
sketches: Final = Table(
    "sketches",
    metadata,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("document", String(16), ForeignKey("documents.key"), primary_key=True),
    sqlite_with_rowid=False,
)

judgements: Final = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("document", String(16)),
    Column("statement", String(16)),
    Column("detail", Text, nullable=False),  # JSON
    Column("undoes", Integer),
    Index("judgements_by_statement", "statement"),
)

# What the judgements on a statement come to.
judged: Final = Table(
    "judged",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number"), primary_key=True),
    Column("verdict", String(8)),  # accepted or rejected
    Column("speaker", String(80)),
    Column("speaker_name", Text),
    Column("source", Text),
    Column("cue", Text),
    Column("content", Text),
    Column("addressee", Text),
    Column("when_start", String(10)),
    Column("when_end", String(10)),
)

# Which keys people decided to be one speaker: `key` stands for the same as `into`.
merged: Final = Table(
    "merged",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("into", String(80), nullable=False),
    Index("merged_by_into", "into"),
)

problems: Final = Table(
    "problems",
    metadata,
    Column("path", Text, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("message", Text, nullable=False),
    Column("at", String(32), nullable=False),
)

originals: Final = Table(
    "originals",
    MetaData(),  # of a store of its own
    Column("digest", String(71), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
