from __future__ import annotations

import io
import itertools
import zlib

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest import Input, load
from onrecord.ingest.pdf import MOST_PAGES, read_pdf
from onrecord.model import Document, RegionKind

Row = tuple[float, float, float, str]  # from the left, from the foot, size in points, words

PAGE: list[Row] = [
    (72, 700, 18, "Rain at last"),
    (72, 670, 11, "The river rose in the night, said Ana Ruiz, who keeps goats on the far"),
    (72, 656, 11, "bank and had not slept for two nights. “We danced,” she said of the vil-"),
    (72, 642, 11, "lage. “The goats did not.”"),
    (72, 614, 11, "The council met at noon and (once more) decided nothing at all about it."),
]


def pdf(*pages: list[Row], info: bytes = b"", stream: bytes | None = None, filter: bytes = b"") -> bytes:
    """A PDF with these words on its pages; or with one page that is drawn by this stream."""
    streams = [_stream(rows) for rows in pages] if stream is None else [stream]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * i) for i in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(streams)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % info,
    ]
    for number, drawn in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (6 + 2 * number)
        )
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(drawn), filter, drawn))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, thing in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, thing))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF" % table)
    return out.getvalue()


def _stream(rows: list[Row]) -> bytes:
    drawn = b"BT\n"
    for x, y, size, words in rows:
        escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        drawn += b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n" % (size, x, y, escaped)
    return drawn + b"ET"


def read(data: bytes) -> Document:
    return read_pdf(data, id="a", path="a.pdf")


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read(data)
    return caught.value


def locked(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PAGE))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_become_paragraphs_and_the_headline_is_one() -> None:
    doc = read(pdf(PAGE))
    assert doc.text.split("\n\n") == [
        "Rain at last",
        "The river rose in the night, said Ana Ruiz, who keeps goats on the far bank and had not slept for "
        "two nights. “We danced,” she said of the village. “The goats did not.”",
        "The council met at noon and (once more) decided nothing at all about it.",
    ]
    assert doc.title == "Rain at last"
    assert [region.kind for region in doc.regions] == [RegionKind.TITLE]
    assert (doc.extractor or "").startswith("pypdf ")
    assert (doc.original_digest or "").startswith("sha256:")


def test_it_is_in_the_table_of_readers() -> None:
    item = Input(id="a", path="a.pdf", max_bytes=10_000, reader="pdf", data=pdf(PAGE))
    assert load(item).title == "Rain at last"


def test_a_paragraph_goes_on_over_pages_and_their_heads_and_numbers_are_left_out() -> None:
    def page(number: int, words: str) -> list[Row]:
        return [
            (72, 760, 9, f"The Courier – No. {number}"),
            (72, 700, 11, words),
            (300, 30, 9, f"Page {number} of 3"),
        ]

    doc = read(
        pdf(
            page(1, "The mayor said that the bridge would be open again by the end of"),
            page(2, "the year, and that nobody had to fear for the road to the harbour or"),
            page(3, "for the ferry."),
        )
    )
    assert doc.text == (
        "The mayor said that the bridge would be open again by the end of the year, and that nobody had to "
        "fear for the road to the harbour or for the ferry."
    )


def test_a_line_that_is_set_in_begins_a_paragraph() -> None:
    first = "The mayor said that the bridge would be open again by the end of the year."
    doc = read(pdf([(72, 700, 11, first), (90, 686, 11, "Nobody else said anything at all on that day.")]))
    assert doc.text.count("\n\n") == 1


def test_a_hyphen_of_the_word_stays_where_the_file_shows_it_elsewhere() -> None:
    rows = [
        (72, 700, 11, "The well-known singer of the valley said that she was no longer well-"),
        (72, 686, 11, "known, and left the hall before the others had their coats on again."),
    ]
    assert "no longer well-known, and" in read(pdf([(x, y, s, w) for x, y, s, w in rows])).text


def test_its_own_title_counts_only_when_the_page_shows_it() -> None:
    assert read(pdf(PAGE, info=b"/Title (Rain at Last)")).title == "Rain at last"
    assert read(pdf(PAGE, info=b"/Title (Microsoft Word - draft7.doc)")).title == "Rain at last"


def test_without_a_text_layer_it_says_so() -> None:
    error = refused(pdf([]))
    assert error.reason == Reason.NOT_TEXT
    assert "no text layer" in error.message


def test_with_a_password_it_says_so() -> None:
    assert "encrypted" in refused(locked("secret")).message
    assert read(locked("")).title == "Rain at last"  # anybody may open it, and only not change it


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", b"%PDF-1.4\n" + b"<<" * 50_000, pdf(PAGE)[:300]])
def test_a_damaged_one_is_refused(data: bytes) -> None:
    assert refused(data).reason in (Reason.UNREADABLE, Reason.NOT_TEXT)


def test_a_bomb_in_a_stream_is_stopped() -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    assert refused(pdf(stream=bomb, filter=b"/Filter /FlateDecode")).reason in (
        Reason.UNREADABLE,
        Reason.NOT_TEXT,
    )


def test_too_many_pages_are_refused() -> None:
    error = refused(pdf(*([[]] * (MOST_PAGES + 1))))
    assert (error.reason, "2,001 pages" in error.message) == (Reason.TOO_LARGE, True)


def test_one_that_takes_for_ever_is_stopped() -> None:
    clock = itertools.count(step=50.0)
    with pytest.raises(SkipDocument, match="more than 60 seconds"):
        read_pdf(pdf(PAGE), id="a", path="a.pdf", clock=lambda: next(clock))


def test_markup_in_its_title_and_words_stays_words() -> None:
    doc = read(pdf([(72, 700, 11, "<script>alert(1)</script> said Lee, who likes long lines of words.")]))
    assert doc.text.startswith("<script>alert(1)</script>")
