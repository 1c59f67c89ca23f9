from __future__ import annotations

import io
import zipfile

import docx
import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.docx import read_docx
from onrecord.model import Document, RegionKind

WORDS = "“We danced,” said Ana Ruiz."
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def made(*paragraphs: str | tuple[str, str], author: str = "") -> bytes:
    """A .docx with these paragraphs, each with its style where there are two."""
    file = docx.Document()
    file.core_properties.author = author
    for paragraph in paragraphs:
        words, style = (paragraph, None) if isinstance(paragraph, str) else paragraph
        file.add_paragraph(words, style)
    return saved(file)


def saved(file: docx.document.Document) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The file with one part put in another's place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, part)
    return out.getvalue()


def body(xml: str, before: str = "") -> bytes:
    """A .docx whose body is this XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = f"<?xml version='1.0'?>{before}<w:document {space}><w:body>{xml}</w:body></w:document>"
    return with_part(made("x"), "word/document.xml", part.encode())


def read(data: bytes) -> Document:
    return read_docx(data, id="a", path="a.docx")


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read(data)
    return caught.value


def test_paragraphs_with_what_their_styles_say() -> None:
    doc = read(
        made(
            ("Rain at last", "Title"),
            "By Mara Ilves",
            WORDS,
            ("Old words.", "Quote"),
            ("A goat.", "Caption"),
        )
    )
    assert doc.text == f"Rain at last\n\nBy Mara Ilves\n\n{WORDS}\n\nOld words.\n\nA goat."
    assert (doc.title, doc.byline) == ("Rain at last", "Mara Ilves")
    kinds = [region.kind for region in doc.regions]
    assert kinds == [RegionKind.TITLE, RegionKind.BYLINE, RegionKind.BLOCKQUOTE, RegionKind.CAPTION]
    assert (doc.extractor or "").startswith("python-docx ")


def test_a_row_of_a_table_is_a_line() -> None:
    file = docx.Document()
    file.add_paragraph(WORDS)
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Goats", "40"
    assert read(saved(file)).text == f"{WORDS}\n\nGoats 40"


def test_tracked_changes_are_read_as_accepted() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    gone = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
    xml = f"<w:p>{run.format('Lee said ')}{gone}<w:ins>{run.format('often no.')}</w:ins></w:p>"
    assert read(body(xml)).text == "Lee said often no."


def test_the_author_is_a_byline_only_when_it_is_a_name() -> None:
    assert read(made(WORDS, author="Mara Ilves")).byline == "Mara Ilves"
    assert read(made(WORDS, author="user7")).byline is None


@pytest.mark.parametrize("data", [made(), made(" ", "…")])
def test_without_words_it_is_empty(data: bytes) -> None:
    assert refused(data).reason == Reason.EMPTY


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        made(WORDS)[:-200],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        with_part(made(WORDS), "word/document.xml", b"<w:document"),
        with_part(made(WORDS), "[Content_Types].xml", b"<Types/>"),
    ],
)
def test_what_can_not_be_opened(data: bytes) -> None:
    assert refused(data).reason == Reason.UNREADABLE


@pytest.mark.parametrize(
    "data",
    [
        body("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", LAUGHS),
        body("<w:p w:x='&i;'/>", LAUGHS),
        body(
            "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
            '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        ),
        with_part(made(WORDS), "word/styles.xml", (LAUGHS + "<w>&i;</w>").encode("utf-16")),
    ],
)
def test_entities_are_refused(data: bytes) -> None:
    assert refused(data).reason == Reason.UNREADABLE


def test_deep_nesting_is_refused() -> None:
    assert refused(body("<w:p>" * 10_000)).reason == Reason.UNREADABLE


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    error = refused(with_part(made(WORDS), "word/media/a.png", b"\0" * 20_000_000))
    assert (error.reason, "to fill disks" in error.message) == (Reason.TOO_LARGE, True)
