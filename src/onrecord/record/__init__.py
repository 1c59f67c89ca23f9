"""The store: documents, what was read in them, and what people decided about it. The only room with SQL.

The front door: `open_record` gives a `Record`, whose writer, questions and judgements are the ways in.
"""

from onrecord.record.asking.filtering import Filter
from onrecord.record.asking.rows import DocumentRow, Found, FoundRows, SpeakerRow, Tally
from onrecord.record.likeness.likely import Likely
from onrecord.record.opening import Record, open_record
from onrecord.record.writing.naming import is_everywhere, keys_of

__all__ = [
    "DocumentRow",
    "Filter",
    "Found",
    "FoundRows",
    "Likely",
    "Record",
    "SpeakerRow",
    "Tally",
    "is_everywhere",
    "keys_of",
    "open_record",
]
