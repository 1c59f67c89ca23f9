"""What the API's answers hold, each key with its meaning. From these the OpenAPI document is made.

In: rows of the record. Out: models that become JSON. Every key is always there; what is absent is null or [].
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from onrecord.model import Entity, Failure, Label, Statement, Voice
from onrecord.model.document import Region

Places = Annotated[
    list[tuple[int, int]],
    Field(description="Places [start, end] in code points of the document's text, end exclusive."),
]
Day = Annotated[str | None, Field(description="An ISO day, month or year: 2018-07-26, 2018-07, 2018.")]
Next = Annotated[
    str | None, Field(description="Give this as `after` for the next page; null on the last page.")
]


class Noun(BaseModel):
    """A row of the record as JSON."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class FoundStatement(Noun):
    """A statement. What people decided stands in place of what was read: `changed` tells where."""

    id: str = Field(description="Sixteen digits that follow from the text, the spans and the kind.")
    document: str = Field(description="The key of its document.")
    document_id: str = Field(description="The name that the document came with.")
    outlet: str | None = Field(description="Who published the document.")
    title: str | None
    published: str | None = Field(description="When the document was published, as the outlet says.")
    address: str | None
    form: Literal["direct", "mixed", "indirect"]
    kind: Literal["speech", "thought", "decree"]
    status: Literal["asserted", "negated", "future", "possible", "asked"]
    act: str = Field(description="What the cue makes of it: statement, denial, question, request, threat …")
    stance: str = Field(description="Whether the outlet's cue is neutral, backing or distancing.")
    confidence: float = Field(ge=0, le=1)
    speaker: str | None = Field(description="The speaker's key; null where nobody is known.")
    speaker_name: str | None
    speaker_type: str | None = Field(description="person, organisation, place, group, document, anonymous.")
    source_words: str = Field(description="The words that name who is credited; may be empty.")
    cue_words: str
    content_words: str = Field(description="What is attributed, its parts joined by an ellipsis.")
    source: Places
    cue: Places
    content: Places
    when_start: Day
    when_end: Day
    said: Day = Field(description="The day it was said, or else the day its document was published.")
    within: str | None = Field(description="The id of the statement whose content holds this one.")
    origin: str = Field(description="read; added (by a person); gone (a later reading no longer has it).")
    verdict: Literal["accepted", "rejected"] | None = Field(description="What people decided about it.")
    changed: list[str] = Field(description="What people set right in it.")
    addressee: list[str] = Field(description="To whom it was said.")
    about: list[str] = Field(description="Of whom the content speaks.")


class Statements(Noun):
    """A page of statements, the latest first."""

    items: list[FoundStatement]
    next: Next


class OneStatement(Noun):
    """A statement with how to cite it."""

    statement: FoundStatement
    citation: str = Field(description="Who said what, where, with the digests by which anyone can check it.")
    also_in: list[str] = Field(description="Keys of further documents with the same statement.")


class KeptDocument(Noun):
    """A document without its text."""

    key: str
    id: str = Field(description="The name that it came with.")
    path: str = Field(description="Where it was read from.")
    address: str | None
    title: str | None
    outlet: str | None
    published: str | None
    digest: str = Field(description="Of the text's UTF-8 bytes.")
    words: int
    near: str | None = Field(description="The key of the first document with nearly the same text.")
    previous: str | None = Field(description="The key of the version before at the same address.")
    next: str | None = Field(description="The key of the version after; answers are from the last one.")


class Documents(Noun):
    """A page of documents, those that came last first."""

    items: list[KeptDocument]
    next: Next


class KnownSpeaker(Noun):
    """Who speaks in the record, with how much there is of him, her or it."""

    key: str
    name: str
    type: str = Field(description="person, organisation, place, group, document or anonymous.")
    statements: int = Field(description="Statements that count; of nearly equal documents the first counts.")
    documents: int
    aliases: list[str] = Field(description="Every name that the documents use.")


class Speakers(Noun):
    """A page of speakers, those with most statements first."""

    items: list[KnownSpeaker]
    next: Next


class Sums(Noun):
    """How much a record holds."""

    documents: int
    near_copies: int = Field(description="Documents with nearly the text of another one.")
    words: int
    statements: int
    speakers: int
    anonymous: int = Field(description="Statements of people without a name.")
    problems: int = Field(description="Files that could not be read.")
    judgements: int


class OutletMonth(Noun):
    """One outlet's month: documents, statements, and words by whose they are."""

    outlet: str | None
    month: str | None = Field(description="2018-07; null where no day is known.")
    documents: int
    statements: int
    anonymous: int
    women: int = Field(description="Statements of those whom the text tells to be women.")
    men: int
    own_words: int = Field(description="str in the outlet's own voice.")
    quoted_words: int
    reworded_words: int


class Stats(Noun):
    """Counts over the whole record."""

    totals: Sums
    voices: list[OutletMonth]


class Judgement(Noun):
    """What a person decided, and when."""

    number: int
    at: str
    by: str
    action: str = Field(description="accept, reject, change, add, merge, apart, split, undo …")
    statement: str | None
    detail: dict[str, Any]
    undone: bool
    part_of: int | None = Field(description="The judgement that this one was made with.")


class Judgements(Noun):
    """A page of judgements, the latest first."""

    items: list[Judgement]
    next: Next


class Reader(Noun):
    """Which program and which weights made a reading."""

    name: str
    version: str
    model: str
    weights: str
    extractor: str | None


class ReadingLine(Noun):
    """A document with all that was read in it: the line that `onrecord read --format jsonl` prints."""

    id: str
    path: str
    document_text: str | None
    title: str | None
    outlet: str | None
    agency: str | None
    byline: str | None
    address: str | None
    captured: str | None
    published: str | None
    language: str | None
    digest: str | None
    original_digest: str | None
    reader: Reader
    entities: Sequence[Entity]
    statements: Sequence[Statement]
    voices: Sequence[Voice]
    labels: Sequence[Label]
    regions: Sequence[Region]
    error: Failure | None


class Address(Noun):
    """One address of the API."""

    address: str
    about: str


class Start(Noun):
    """What there is."""

    name: str
    version: str = Field(description="Of the API; it stands in every address.")
    addresses: list[Address]
    openapi: str
    help: str


class WentWrong(Noun):
    """Why there is no answer: a kind for programs, and a sentence for people."""

    kind: Literal[
        "bad_request", "sign_in", "forbidden", "not_found", "method", "too_large", "too_many", "failed"
    ]
    message: str


class Error(Noun):
    """The one body of every failure."""

    error: WentWrong
