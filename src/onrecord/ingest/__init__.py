"""Bytes → documents: text, HTML and JSON lines, with what is not the article marked.

`open_inputs` finds what is to be read, without reading it; `load` reads one of them. They are apart so
that many processes can read while one finds.
"""

from onrecord.ingest.dates import iso_date
from onrecord.ingest.discover import open_inputs
from onrecord.ingest.inputs import Defaults, Input
from onrecord.ingest.readers import SUFFIXES, load
from onrecord.ingest.text import document_of

__all__ = ["SUFFIXES", "Defaults", "Input", "document_of", "iso_date", "load", "open_inputs"]
