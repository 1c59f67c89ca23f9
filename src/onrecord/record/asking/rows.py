"""What questions to a record give back: plain rows, with what was read and what was decided told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import Cause, StopRun
from onrecord.model.days import days_words
from onrecord.model.span import Spans

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document without its text."""

    key: str
    id: str
    path: str
    address: str | None
    title: str | None
    outlet: str | None
    published: str | None
    digest: str
    words: int
    near: str | None
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement that answers a question.

    What people decided stands in place of what was read: `changed` names what they set right. `verdict` is
    accepted or rejected, None where nobody decided; `origin` is read, added (by a person) or gone (a later
    reading no longer has it). `said` is the day it was said, or else the day its document was published.
    Spans are code points of the document's text, and the words are slices of it.
    """

    id: str
    document: str
    document_id: str
    outlet: str | None
    title: str | None
    published: str | None
    address: str | None
    form: str
    kind: str
    status: str
    act: str
    stance: str
    confidence: float
    speaker: str | None
    speaker_name: str | None
    speaker_type: str | None
    source_words: str
    cue_words: str
    content_words: str
    source: Spans
    cue: Spans
    content: Spans
    when_start: str | None
    when_end: str | None
    said: str | None
    within: str | None
    origin: str
    verdict: str | None = None
    changed: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def days(self) -> str:
        """When it was said in words, no more exactly than is known; empty where nothing tells it."""
        return days_words(self.when_start or self.when_end, self.when_end or self.when_start)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker across documents: the key, the name seen most, and how much there is of him."""

    key: str
    name: str
    type: str
    statements: int
    documents: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A count under a heading: how many of how many, where shares make sense."""

    heading: str
    count: int
    of: int | None = None


class FoundRows(list[Found]):
    """Statements that answer a question, a list that can become a table."""

    def to_pandas(self) -> pandas.DataFrame:
        """The statements as a pandas table, a row each; needs `pip install 'onrecord[pandas]'`."""
        try:
            import pandas
        except ModuleNotFoundError:
            raise StopRun(Cause.SETTINGS, "A table needs pandas: pip install 'onrecord[pandas]'.") from None
        columns = list(Found.__dataclass_fields__)
        return pandas.DataFrame([[getattr(one, name) for name in columns] for one in self], columns=columns)
