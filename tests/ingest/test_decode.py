from __future__ import annotations

import codecs

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.decode import decode_html, decode_text


def refused(data: bytes) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        decode_text(data)
    return caught.value


@pytest.mark.parametrize("text", ["Lee said no.\r\n", "“Né,” sagde hún.\n\r", "\ufeffLee said no.", ""])
def test_utf8_stays_as_it_is(text: str) -> None:
    assert decode_text(text.encode()) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_stays(mark: bytes, encoding: str) -> None:
    assert decode_text(mark + "“Né”".encode(encoding)) == "\ufeff“Né”"


@pytest.mark.parametrize(
    "text", ["He said “no” – in the café.", "It cost £5, he said.", "“Garçon,” she said"]
)
def test_western_text_of_windows_is_read(text: str) -> None:
    assert decode_text(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент сказал, что не уйдет в отставку.", "cp1251"),
        ("Ο πρόεδρος είπε ότι δεν θα παραιτηθεί.", "iso8859-7"),
        ("大統領は辞任しないと述べた。", "shift_jis"),
    ],
)
def test_other_old_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


def test_nul_is_binary() -> None:
    error = refused(b"Lee said\0 no.")
    assert error.reason == Reason.BINARY
    assert "character 9" in str(error)


def test_control_characters_are_binary() -> None:
    error = refused(b"Lee \x01\x02\x03 said")
    assert error.reason == Reason.BINARY
    assert "3 of its 12 bytes" in str(error)


@pytest.mark.parametrize(("head", "kind"), [(b"%PDF-1.7\n", "a PDF"), (b"PK\x03\x04", "a ZIP archive")])
def test_a_known_kind_is_named(head: bytes, kind: str) -> None:
    error = refused(head + b" some words")
    assert error.reason == Reason.BINARY
    assert kind in str(error)


def test_a_stray_control_character_is_let_pass() -> None:
    assert decode_text(b"\x02" + b"Lee said no. " * 20).startswith("\x02Lee")


@pytest.mark.parametrize("data", ["“No,” she said. “No”".encode()[:-1], codecs.BOM_UTF16_LE + b"a\0b"])
def test_a_cut_character_is_told_from_a_wrong_one(data: bytes) -> None:
    error = refused(data)
    assert error.reason == Reason.UNDECODABLE
    assert "cut short" in str(error)


def test_damaged_utf8_is_not_guessed_at() -> None:
    error = refused("“No”\nhe said “n\xe9”".encode().replace(b"\xc3\xa9", b"\xe9"))
    assert error.reason == Reason.UNDECODABLE
    assert "byte 22 of 25, in line 2" in str(error)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252"])
def test_a_page_says_its_encoding(encoding: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><p>“né”'
    assert decode_html(page.encode("cp1252")) == page


@pytest.mark.parametrize("declared", ["utf-8", "no-such", "hex", "x-user-defined"])
def test_a_page_that_says_a_wrong_encoding_is_guessed(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>“né,” he said'
    assert decode_html(page.encode("cp1252")) == page


def test_a_page_in_utf8_is_read_as_such_whatever_it_says() -> None:
    page = '<meta charset="iso-8859-1"><p>“né”'
    assert decode_html(page.encode()) == page


def test_a_damaged_page_is_shown_as_browsers_do() -> None:
    assert decode_html("<p>“né” “".encode()[:-1]) == "<p>“né” \ufffd"
