"""The nouns of onrecord: spans, documents, statements, entities and readings. Standard library only."""

from onrecord.model.document import Document, Region, RegionKind
from onrecord.model.entity import Anonymity, Entity, EntityType, Gender, Reference, Speaker
from onrecord.model.reading import Failure, Label, OwnVoice, ReaderInfo, Reading, Voice
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Form, Kind, Medium, Statement, Status, When, Words

__all__ = [
    "Anonymity",
    "Document",
    "Entity",
    "EntityType",
    "Failure",
    "Form",
    "Gender",
    "Kind",
    "Label",
    "Medium",
    "OwnVoice",
    "ReaderInfo",
    "Reading",
    "Reference",
    "Region",
    "RegionKind",
    "Span",
    "Spans",
    "Speaker",
    "Statement",
    "Status",
    "Voice",
    "When",
    "Words",
]
