"""What a document says of itself → the same, fit to be kept, listed and shown.

Titles, names and addresses come from strangers: they may hold a million characters, codes that steer a
terminal, zeros that databases refuse, or an address that is a script. The text itself is never touched. Goes
in and comes out: a document.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.ingest.files import UNPRINTABLE
from onrecord.model import Document

LONGEST_WORDS = 1000  # characters of a title, a name or an id; real ones have less than 300
LONGEST_ADDRESS = 2000  # characters; an index of a database holds no more, and no article's has 1,000
LONGEST_DATE = 40  # characters of ISO 8601
LONGEST_LANGUAGE = 8

_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_LANGUAGE = re.compile(rf"[A-Za-z][A-Za-z0-9-]{{1,{LONGEST_LANGUAGE - 1}}}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def fit(doc: Document) -> Document:
    """The document with what it says of itself made fit; what can't be is left out."""
    return replace(
        doc,
        title=fit_words(doc.title),
        outlet=fit_words(doc.outlet),
        agency=fit_words(doc.agency),
        byline=fit_words(doc.byline),
        extractor=fit_words(doc.extractor),
        address=fit_address(doc.address),
        published=_short(doc.published),
        captured=_short(doc.captured),
        language=doc.language if doc.language and _LANGUAGE.fullmatch(doc.language) else None,
    )


def fit_words(words: str | None) -> str | None:
    """Words in one line, without control characters, and not too many; None where there are none."""
    words = (words or "")[: 4 * LONGEST_WORDS].encode("utf-8", "replace").decode()
    if UNPRINTABLE.search(words):
        words = UNPRINTABLE.sub("\ufffd", " ".join(words.split()))
    return words[:LONGEST_WORDS].strip() or None


def fit_address(address: str | None) -> str | None:
    """An address that can be kept and shown as a link; None where it can't."""
    if address is None or len(address.encode("utf-8", "replace")) > LONGEST_ADDRESS:
        return None
    return None if _SCRIPT.match(address) or UNPRINTABLE.search(address) else address.strip() or None


def is_digest(stated: str | None) -> bool:
    """Whether something stated is the digest of some bytes as onrecord writes it."""
    return stated is not None and _DIGEST.fullmatch(stated) is not None


def _short(date: str | None) -> str | None:
    return date if date is not None and len(date) <= LONGEST_DATE and not UNPRINTABLE.search(date) else None
