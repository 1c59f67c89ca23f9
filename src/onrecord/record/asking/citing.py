"""How to cite a statement: in words by which anyone can find it, and digests by which anyone can check it."""

from __future__ import annotations

from onrecord.model import Document
from onrecord.record.asking.rows import Found


def citation(found: Found, document: Document) -> str:
    """Who said what, where it was published, and the digests by which anyone can check it."""
    outlet = document.outlet or document.agency
    who = found.speaker_name or found.source_words or "(nobody named)"
    # Words that the outlet chose stand in no quotation marks, or they would seem to be the speaker's.
    if found.form != "direct":
        who += f", in the words of {outlet or 'the article'}"
    where = [document.title, outlet, document.published, document.address]
    place = ", ".join(f"{span.start}-{span.end}" for span in found.content)
    parts = [
        f"{who}{f', {found.days}' if found.days else ''}: {' '.join(found.content_words.split())}.",
        f"In: {', '.join(filter(None, where)) or document.path}.",
        f"Captured {document.captured}." if document.captured else "",
        f"Statement {found.id}, characters {place} of the text with digest {document.digest}.",
        f"Made of the bytes with digest {document.original_digest}." if document.original_digest else "",
    ]
    return " ".join(filter(None, parts))
