"""A letter (.eml) → a document: the subject as title, then its text.

The plain text is taken, else the HTML part by the reader of pages. What is attached is not read. The sender
is the byline or, where the name fits the address's domain or the address is a mailing's, the outlet. Goes
in: bytes. Comes out: a document whose `published` is the letter's date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import bylines
from onrecord.ingest.dates import iso_date
from onrecord.ingest.decode import decode_text, refuse_binary
from onrecord.ingest.files import printable
from onrecord.ingest.marks import mark
from onrecord.ingest.pulled import letters
from onrecord.ingest.sniff import has_words
from onrecord.model import Document, Region, RegionKind, Span
from onrecord.model.document import digest_of

MOST_PARTS = 200
MOST_DASHES = 1000  # lines that may begin a part
DEEPEST = 50  # letters in letters
# Characters of a header that are looked at. The library takes time by the square of them: a sender of 200,000
# characters a hundred seconds, one of 1,000 milliseconds.
LONGEST_HEADER = 1000

# Local parts of addresses from which mailings come, and no person's letters.
_MAILING = re.compile(
    r"(?:no-?reply|do-?not-?reply|news(?:letters?|desk|room)?|press|info|media|alerts?|editors?|mail(?:ing)?|"
    r"contact|hello|office|updates?|digest)(?:[-_.+].*)?",
    re.IGNORECASE,
)
_LOCKED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_SIGNATURE = re.compile(r"^-- $\n", re.MULTILINE)
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError, MessageError)


class _Policy(EmailPolicy):
    """How letters are parsed: no more of a header than a person would read."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """A header's value, parsed."""
        parsed: str = super().header_fetch_parse(name, value[:LONGEST_HEADER])
        return parsed


def read_eml(data: bytes, *, id: str, path: str) -> Document:
    """The document of a letter's bytes. Raises `SkipDocument` when it can't be read or holds no words."""
    from email.parser import BytesParser

    refuse_binary(data)
    if data.count(b"\n--") > MOST_DASHES:  # before it is parsed
        raise _too_many()
    try:
        letter = BytesParser(policy=_Policy()).parsebytes(data)
        assert isinstance(letter, EmailMessage)
        kind, body = _body(letter)
        subject, sender, sent = (_header(letter, name) for name in ("Subject", "From", "Date"))
    except _FAILURES as error:
        raise SkipDocument(
            Reason.UNREADABLE, f"The letter can't be taken apart ({error!r}). Save its text and give that."
        ) from error
    if not any((subject, sender, sent)):
        raise SkipDocument(Reason.NOT_TEXT, "It is no letter: it has no subject, sender or date.")
    doc = _page(body, id, path) if kind == "text/html" else _plain(body, subject, id, path)
    byline, outlet = _sender(sender)
    return replace(
        doc,
        title=doc.title or subject,
        byline=doc.byline or byline,
        outlet=doc.outlet or outlet,
        published=doc.published or iso_date(sent),
        original_digest=digest_of(data),
    )


def _body(letter: EmailMessage) -> tuple[str, bytes]:
    """The type of the part that is the letter's text, and its characters as UTF-8."""
    if letter.get_content_type() in _LOCKED:
        raise SkipDocument(Reason.UNREADABLE, "The letter is encrypted. Save its text and give that.")
    found: dict[str, bytes] = {}
    for part in _parts(letter):
        kind = part.get_content_type()
        if part.is_multipart() or part.is_attachment() or kind not in ("text/plain", "text/html"):
            continue
        words = _content(part)
        if kind not in found and has_words(words):
            found[kind] = words.encode("utf-8", "replace")
    kind = "text/plain" if "text/plain" in found else "text/html"
    if kind not in found:
        raise SkipDocument(Reason.EMPTY, "There are no words in the letter but those attached to it.")
    return kind, found[kind]


def _too_many() -> SkipDocument:
    return SkipDocument(
        Reason.TOO_LARGE,
        f"The letter has more than {MOST_PARTS:,} parts, or {DEEPEST} inside each other, the limits.",
    )


def _parts(letter: EmailMessage) -> list[EmailMessage]:
    """The letter and its parts, in their order; not those of letters that are attached to it."""
    found: list[EmailMessage] = []
    todo = [(letter, 0)]
    while todo:
        part, depth = todo.pop()
        found.append(part)
        if len(found) > MOST_PARTS or depth > DEEPEST:
            raise _too_many()
        inside = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inside, list):
            todo += [(p, depth + 1) for p in reversed(inside) if isinstance(p, EmailMessage)]
    return found


def _content(part: EmailMessage) -> str:
    """The characters of a part: by the encoding it states, or guessed when that is wrong or unknown."""
    packed = part.get_payload(decode=True)
    data = packed if isinstance(packed, bytes) else b""
    try:
        words = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        try:
            words = decode_text(data) if data else ""
        except SkipDocument:  # damaged on its way; programs for letters show it all the same
            words = data.decode("utf-8", "replace")
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return _unflowed(words, str(part.get_param("delsp", "")).lower() == "yes") if flowed else words


def _unflowed(text: str, drop_space: bool) -> str:
    """A text whose lines that end in a space go on in the next (RFC 3676)."""
    found: list[str] = []
    open_line = False
    for line in text.split("\n"):
        words = line[1:] if line.startswith(" ") else line
        goes_on = words.endswith(" ") and words != "-- "
        kept = words[:-1] if goes_on and drop_space else words
        if open_line and not words.startswith(">") and words != "-- ":
            found[-1] += kept
        else:
            found.append(kept)
        open_line = goes_on
    return "\n".join(line if line == "-- " else line.rstrip(" ") for line in found)


def _plain(body: bytes, subject: str | None, id: str, path: str) -> Document:
    """The document of a letter's plain text; what follows "-- " is its signature."""
    words = body.decode("utf-8").strip("\n")
    twice = subject is not None and letters(words.split("\n", 1)[0]) == letters(subject)
    text = words if twice or not subject else f"{subject}\n\n{words}"
    signature = _SIGNATURE.search(text)
    known = [Region(Span(signature.start(), len(text)), RegionKind.BOILERPLATE)] if signature else []
    marks = mark(text, title=subject, known=known)
    return Document(
        id=id,
        path=path,
        text=text,
        title=marks.title,
        byline=marks.byline,
        agency=marks.agency,
        regions=marks.regions,
        extractor="onrecord eml 1",
    )


def _page(body: bytes, id: str, path: str) -> Document:
    from onrecord.ingest.html import read_html

    return read_html(body, id=id, path=path)


def _header(letter: EmailMessage, name: str) -> str | None:
    """A header in one line, decoded."""
    value = letter.get(name)
    return (
        " ".join(printable(str(value).replace("\n", " ")).split())[:LONGEST_HEADER] or None if value else None
    )


def _sender(stated: str | None) -> tuple[str | None, str | None]:
    """Byline and outlet of "Mara Ilves <mara@courier.example>"; at most one of them is told."""
    name, address = parseaddr(stated or "")
    name = name.strip(" \"'")
    if not has_words(name) or "@" in name:
        return None, None
    local, _, domain = address.rpartition("@")
    person, _, through = name.partition(" via ")
    key = letters(name)
    if _MAILING.fullmatch(local) or (len(key) > 3 and key in letters(domain)):
        return None, name
    byline = bylines.names_in_byline(f"By {person}")
    return byline, (through or None) if byline else name if through else None
