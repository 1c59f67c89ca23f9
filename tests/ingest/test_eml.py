from __future__ import annotations

import time
from contextlib import suppress
from email.message import EmailMessage

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.eml import read_eml
from onrecord.model import Document, RegionKind

WORDS = "“We danced,” said Ana Ruiz.\n\nThe goats did not.\n"
PAGE = (
    "<html><head><title>Rain at last</title></head><body><article><h1>Rain at last</h1>"
    "<p>“We danced,” said Ana Ruiz, who keeps goats on the far bank of the river.</p>"
    "<p>The council met at noon and decided nothing about it, officials said.</p></article></body></html>"
)


def letter(
    words: str | None = WORDS,
    *,
    html: str | None = None,
    sender: str = "Mara Ilves <mara@post.example>",
    subject: str = "Rain at last",
) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"] = subject, sender
    made["Date"] = "Thu, 26 Jul 2018 10:00:00 +0200"
    if words is not None:
        made.set_content(words)
    if html is not None and words is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    return made


def read(made: EmailMessage | bytes) -> Document:
    return read_eml(made if isinstance(made, bytes) else bytes(made), id="a", path="a.eml")


def refused(data: EmailMessage | bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        read(data)
    return caught.value


def test_subject_date_sender_and_text() -> None:
    doc = read(letter(html=PAGE))
    assert doc.text == "Rain at last\n\n“We danced,” said Ana Ruiz.\n\nThe goats did not."
    assert (doc.title, doc.byline, doc.outlet) == ("Rain at last", "Mara Ilves", None)
    assert doc.published == "2018-07-26T10:00:00+02:00"
    assert [region.kind for region in doc.regions] == [RegionKind.TITLE]


def test_without_plain_text_the_page_is_read() -> None:
    doc = read(letter(None, html=PAGE))
    assert doc.title == "Rain at last"
    assert "<p>" not in doc.text
    assert (doc.extractor or "").startswith("trafilatura")


@pytest.mark.parametrize(
    ("sender", "byline", "outlet"),
    [
        ("The Courier <news@mail.example>", None, "The Courier"),
        ("Kestra Courier <jo@kestra-courier.example>", None, "Kestra Courier"),
        ("Jo Brandt via The Courier <x-77@lists.example>", "Jo Brandt", "The Courier"),
        ("jo@post.example", None, None),
        ("jo77 <jo@post.example>", None, None),
        ('"<b>Jo</b>" <jo@post.example>', None, None),
    ],
)
def test_who_sent_it(sender: str, byline: str | None, outlet: str | None) -> None:
    doc = read(letter(sender=sender))
    assert (doc.byline, doc.outlet) == (byline, outlet)


def test_attachments_and_attached_letters_are_not_read() -> None:
    made = letter()
    made.add_attachment("A secret, said Lee.", filename="../../a.txt")
    made.add_attachment(letter("Another letter, said Park."))
    assert "secret" not in read(made).text
    assert "Another" not in read(made).text


def test_a_signature_is_no_article() -> None:
    doc = read(letter(WORDS + "\n-- \nMara Ilves\nThe Post\n"))
    assert doc.regions[-1].kind == RegionKind.BOILERPLATE
    assert doc.regions[-1].span.slice(doc.text).startswith("-- \nMara")


def test_lines_that_were_broken_for_the_way_are_put_together() -> None:
    head = b"Subject: Rain\nContent-Type: text/plain; format=flowed; charset=utf-8\n\n"
    assert read(head + b"We danced, said \nAna Ruiz.\n\nThe goats\n").text == (
        "Rain\n\nWe danced, said Ana Ruiz.\n\nThe goats"
    )


def test_characters_of_other_encodings() -> None:
    head = b"Subject: =?iso-8859-1?q?Caf=E9?=\nContent-Type: text/plain; charset={}\n\n"
    for charset in (b"iso-8859-1", b"no-such-thing", b"utf-8"):
        doc = read(head.replace(b"{}", charset) + "The café is open, said Lee.".encode("latin-1"))
        assert doc.text == "Café\n\nThe café is open, said Lee."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"Only words, said Lee.\n", Reason.NOT_TEXT),
        (b"Subject: Rain\n\n", Reason.EMPTY),
        (b"\x00\x01\x02\x03" * 10, Reason.BINARY),
        (b"Subject: Rain\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nab\n--x--", "unreadable"),
    ],
)
def test_what_is_no_letter_to_read(data: bytes, reason: Reason) -> None:
    assert refused(data).reason == reason


def test_parts_in_parts_without_end_are_refused() -> None:
    data = b"Subject: Rain\n"
    for depth in range(3000):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth)
    assert refused(data).reason in (Reason.TOO_LARGE, Reason.UNREADABLE, Reason.EMPTY)


def test_many_parts_are_refused() -> None:
    data = b"Subject: Rain\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nLee\n" * 2000 + b"--b--"
    assert refused(data).reason == Reason.TOO_LARGE


def test_markup_and_control_characters_in_a_subject() -> None:
    doc = read(letter(subject="=?utf-8?q?=1B[31m<script>alert(1)</script>?="))
    assert doc.title == "\ufffd[31m<script>alert(1)</script>"


@pytest.mark.parametrize(
    "header",
    [
        b"From: " + b"a," * 100_000,
        b"From: " + b"(" * 100_000,
        b"From: " + b"=?utf-8?q?a?= " * 20_000,
        b"Content-Type: text/plain; " + b"a*0=b; " * 20_000,
        b"Date: " + b"1 " * 100_000,
    ],
)
def test_headers_without_end_take_bounded_time(header: bytes) -> None:
    began = time.monotonic()
    with suppress(SkipDocument):
        read(header + b"\nSubject: Rain\n\nLee said no.\n")
    assert time.monotonic() - began < 5
