"""What one person thinks of the statements that he has judged: for comparing two reviewers.

Made of judgements; says nothing of what others decided. Spans are code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.span import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A statement as one reviewer left it: right or not, and with which places and which speaker.

    `speaker` is the speaker's key, the same for all whom people decided to be one.
    """

    right: bool
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    speaker_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDocument:
    """A document in which a reviewer judged something: his opinions by the statements' ids.

    `complete` are the paragraphs that he marked as judged completely.
    """

    id: str
    text: str
    opinions: Mapping[str, Opinion]
    complete: tuple[Span, ...] = ()


# A reviewer's work, by the keys of documents.
Review = Mapping[str, ReviewedDocument]
