"""The tables of a record, the same on SQLite and on PostgreSQL; `migrations` makes them.

What was read (`statements`, `speakers`, `names`, `labels`, `voices`) is never changed by people: their
decisions are rows of `judgements`, and `judged` is what these come to, which can be made anew from them.
Places are code points of `documents.text`, end exclusive.

Rows point to each other by numbers, which are those of one record only; what people and other records see are
keys and ids. The words of a statement are slices of its text and stand nowhere else, but for the index.
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

from onrecord.record.schema.kept import Compressed, Day, Id, OneOf, Places

metadata: Final = MetaData()


FORM: Final = OneOf("direct", "mixed", "indirect")
KIND: Final = OneOf("speech", "thought", "decree")
STATUS: Final = OneOf("asserted", "negated", "future", "possible", "asked")
# read, added by a person and dropped when that was undone, or gone: not in a later reading.
ORIGIN: Final = OneOf("read", "added", "dropped", "gone")
THERE: Final = ("read", "added")  # the origins of statements that are there now
TYPE: Final = OneOf("own", "person", "organisation", "place", "group", "document", "anonymous")
ROLE: Final = OneOf("about", "addressee", "member")
GENDER: Final = OneOf("female", "male")

# What is counted and asked by comes first, what is long last: SQLite reads a row from its beginning, and a
# long one is a chain of pages.
documents: Final = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(16), nullable=False),  # of text, outlet and address
    Column("previous", Integer),  # the version that was read at the same address before
    Column("next", Integer),  # the version that was read there after: answers are from the last one
    Column("near", Integer),  # the first document with nearly the same text: counts are without this one
    Column("words", Integer, nullable=False),
    Column("outlet", Text),
    Column("published", String(40)),
    Column("id", Text, nullable=False),  # the name that the user knows it by
    Column("path", Text, nullable=False),
    Column("address", Text),
    Column("title", Text),
    Column("agency", Text),
    Column("byline", Text),
    Column("captured", String(40)),
    Column("language", String(8)),
    Column("digest", String(71), nullable=False),
    Column("original_digest", String(71)),
    Column("extractor", Text),
    Column("added", String(32), nullable=False),
    Column("regions", Text, nullable=False),
    Column("sketch", LargeBinary, nullable=False),  # by which near copies are told: see `sketching`
    Column("text", Compressed, nullable=False),
    Index("documents_by_key", "key", unique=True),
    Index("documents_by_path", "path"),
    Index("documents_by_original", "original_digest"),
    Index("documents_by_address", "address"),
    Index("documents_by_outlet", "outlet", "published"),
    Index("documents_by_near", "near"),
)

readings: Final = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False),
    Column("program", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("weights", Text, nullable=False),
    Column("read", String(32), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),  # statements, entities, voices and labels: see `bodies`
    Index("readings_by_document", "document"),
)

# Who speaks, is spoken of or spoken to. Who has a full name is one speaker in all documents, others are of
# one document each: see `naming`. An outlet, an agency, an author and nobody in particular are there too.
speakers: Final = Table(
    "speakers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(80), nullable=False),
    Column("name", Text, nullable=False),
    Column("type", TYPE, nullable=False),
    Index("speakers_by_key", "key", unique=True),
)

names: Final = Table(
    "names",
    metadata,
    Column("speaker", Integer, ForeignKey("speakers.number"), primary_key=True),
    Column("folded", String(200), primary_key=True),  # a name in small letters without accents
    Column("name", Text, nullable=False),
    Index("names_by_folded", "folded"),
    sqlite_with_rowid=False,
)

statements: Final = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Id, nullable=False),  # of the claim: text, spans and kind
    Column("document", Integer, ForeignKey("documents.number"), nullable=False),
    Column("origin", ORIGIN, nullable=False),
    Column("within", Id),
    Column("form", FORM, nullable=False),
    Column("kind", KIND, nullable=False),
    Column("status", STATUS, nullable=False),
    Column("act", String(16), nullable=False),
    Column("stance", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("source", Places, nullable=False),
    Column("cue", Places, nullable=False),
    Column("content", Places, nullable=False),
    Column("speaker", Integer, ForeignKey("speakers.number")),
    Column("when_start", Day),
    Column("when_end", Day),
    Column("said", Day),  # what answers are ordered by: the day as decided, else read, else published
    Index("statements_by_claim", "id", "document", unique=True),
    Index("statements_by_document", "document"),
    Index("statements_by_speaker", "speaker", "said"),
    Index("statements_by_day", "said"),
)

# Whom a statement is about, to whom it was said, and who are members of the group that said it.
referred: Final = Table(
    "referred",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number"), primary_key=True),
    Column("role", ROLE, primary_key=True, autoincrement=False),
    Column("speaker", Integer, ForeignKey("speakers.number"), primary_key=True),
    Index("referred_by_speaker", "speaker", "role"),
    sqlite_with_rowid=False,
)

labels: Final = Table(
    "labels",
    metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    Column("target", Integer, ForeignKey("speakers.number")),
    Column("user", Integer, ForeignKey("speakers.number"), nullable=False),
    sqlite_with_rowid=False,
)

# How many words of a document are whose.
voices: Final = Table(
    "voices",
    metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("whose", Integer, ForeignKey("speakers.number"), primary_key=True),
    Column("form", String(8), primary_key=True),  # direct, mixed, indirect, or own
    Column("words", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Of whom a document tells by a word ("he", "Mrs") that it is a woman or a man.
genders: Final = Table(
    "genders",
    metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("speaker", Integer, ForeignKey("speakers.number"), primary_key=True),
    Column("gender", GENDER, nullable=False),
    sqlite_with_rowid=False,
)

# How many statements that count are whose, in documents that count: made anew by `tallying`.
spoke: Final = Table(
    "spoke",
    metadata,
    Column("speaker", Integer, ForeignKey("speakers.number"), primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("statements", Integer, nullable=False),
    Index("spoke_by_document", "document"),
    sqlite_with_rowid=False,
)

# What a document that counts comes to: statements, and words by whose they are. Made anew by `tallying`.
tallies: Final = Table(
    "tallies",
    metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("statements", Integer, nullable=False),
    Column("unnamed", Integer, nullable=False),  # statements of people without a name
    Column("women", Integer, nullable=False),  # statements of those whom the text calls so
    Column("men", Integer, nullable=False),
    Column("own_words", Integer, nullable=False),
    Column("quoted_words", Integer, nullable=False),
    Column("reworded_words", Integer, nullable=False),
)

# By which nearly equal documents are found: bands of a MinHash of their pairs of words.
sketches: Final = Table(
    "sketches",
    metadata,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    sqlite_with_rowid=False,
)

judgements: Final = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("document", String(16)),  # its key
    Column("statement", Id),
    Column("detail", Text, nullable=False),  # JSON
    Column("undoes", Integer),
    Column("part_of", Integer),  # the judgement that this one was made with, and is undone with
    Index("judgements_by_statement", "statement"),
)

# What the judgements on a statement come to.
judged: Final = Table(
    "judged",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number"), primary_key=True),
    Column("verdict", String(8)),  # accepted or rejected
    Column("speaker", Integer, ForeignKey("speakers.number")),
    Column("source", Places),
    Column("cue", Places),
    Column("content", Places),
    Column("addressee", Text),
    Column("when_start", Day),
    Column("when_end", Day),
    Column("status", STATUS),
    Index("judged_by_speaker", "speaker"),
)

# Where the decisions about a statement that is gone went: to one with the same words.
heirs: Final = Table(
    "heirs",
    metadata,
    Column("statement", Integer, ForeignKey("statements.number"), primary_key=True),
    Column("heir", Integer, ForeignKey("statements.number"), nullable=False),
    Index("heirs_by_heir", "heir"),
)

# Which speakers people decided to be one: `speaker` stands for the same as `into`.
merged: Final = Table(
    "merged",
    metadata,
    Column("speaker", Integer, ForeignKey("speakers.number"), primary_key=True),
    Column("into", Integer, ForeignKey("speakers.number"), nullable=False),
    Index("merged_by_into", "into"),
)

# Paragraphs that were drawn at random to be judged: one draw, and what was drawn in it.
draws: Final = Table(
    "draws",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("outlet", Text),  # what it was drawn from, where that was not the whole record
    Column("since", String(10)),
    Column("until", String(10)),
)

sampled: Final = Table(
    "sampled",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("draw", Integer, ForeignKey("draws.number"), nullable=False),
    Column("document", String(16), nullable=False),  # its key: what was drawn is told when it is removed
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("sampled_by_document", "document"),
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

# What people took out, so that it does not come in again unasked. Holds no word of it.
withheld: Final = Table(
    "withheld",
    metadata,
    Column("place", Text, primary_key=True),  # a path or an address
    Column("document", String(16)),  # the key of what is left: the document with blanks
    Column("at", String(32), nullable=False),
)

# Copies that were made of the record: who takes something out is told of them.
backups: Final = Table(
    "backups",
    metadata,
    Column("path", Text, primary_key=True),
    Column("at", String(32), nullable=False),
)

originals: Final = Table(
    "originals",
    MetaData(),  # of a store of its own
    Column("digest", String(71), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
