"""Hostile letters."""

# ruff: noqa: E501 - an input is easier to read as it is sent

from __future__ import annotations

from tests.hostile.ground import Ground
from tests.hostile.table import READ, REFUSED, Table

letters = Table("Letters")


def letter(tries: str, data: bytes | str, *, ends: str) -> None:
    letters.file(tries, "a.eml", data, ends=ends)


HEAD = "Subject: Rain\nFrom: Ann Lee <ann@post.example>\nDate: Thu, 26 Jul 2018 10:00:00 +0200\n"
BODY = "\nLee said: it rained\n"
letter(
    "parts in parts without end",
    HEAD + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)),
    ends=REFUSED,
)
letter(
    "letters in letters without end", HEAD + "Content-Type: message/rfc822\n\n" * 3000 + BODY, ends=REFUSED
)
letter(
    "two thousand parts",
    HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nLee said: no\n" * 2000 + "--b--",
    ends=REFUSED,
)
letter(
    "an encoding that there is not",
    HEAD + "Content-Type: text/plain; charset=no-such-thing\n" + BODY,
    ends=READ,
)
letter(
    "an encoding that is a program's name for a trick",
    HEAD + "Content-Type: text/plain; charset=idna\n" + BODY,
    ends=READ,
)
letter("an encoding that unpacks", HEAD + "Content-Type: text/plain; charset=zlib_codec\n" + BODY, ends=READ)
letter(
    "an encoding with zeros and line breaks in its name",
    HEAD + 'Content-Type: text/plain; charset="a\0b\r\n c"\n' + BODY,
    ends=REFUSED,
)
letter(
    "headers of a hundred thousand characters",
    "From: " + "a," * 100_000 + "\nTo: " + "(" * 100_000 + "\nSubject: " + "=?utf-8?q?a?= " * 20_000 + BODY,
    ends=READ,
)
letter("ten thousand headers", "X: y\n" * 10_000 + HEAD + BODY, ends=READ)
letter(
    "a type with a hundred thousand parameters",
    HEAD + "Content-Type: text/plain; " + "a*0=b; " * 20_000 + BODY,
    ends=READ,
)
letter(
    "headers hidden in a subject",
    "Subject: =?utf-8?q?Rain=0D=0ABcc:_all=40post.example=0D=0A=0D=0AOwned?=\n" + HEAD[14:] + BODY,
    ends=READ,
)
letter(
    "terminal codes and markup in subject and sender",
    "Subject: =?utf-8?q?=1B[2J<script>=E2=80=AE?=\nFrom: =?utf-8?q?=1B[31m<b>?= <a@b.example>" + BODY,
    ends=READ,
)
letter(
    "a date that is none", "Subject: Rain\nDate: Thu, 99 Foo 99999 99:99:99 +9999999999\n" + BODY, ends=READ
)
letter(
    "words in base64 that are none",
    HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!" + "A" * 9999 + "=\n",
    ends=REFUSED,
)
letter("a packing that there is not", HEAD + "Content-Transfer-Encoding: x-owned\n" + BODY, ends=READ)
letter(
    "a boundary of a hundred thousand characters",
    HEAD + f"Content-Type: multipart/mixed; boundary={'b' * 100_000}\n\n--{'b' * 100_000}\n" + BODY,
    ends=REFUSED,
)
letter("a boundary that there is not", HEAD + "Content-Type: multipart/mixed\n" + BODY, ends=REFUSED)
letter(
    "an attachment whose name leads out",
    HEAD
    + "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    + BODY
    + '--b\nContent-Disposition: attachment; filename="../../outside/owned.txt"\n\nowned\n--b--',
    ends=READ,
)
letter("zeros in the words", HEAD + "\nLee said: it\0rained\n", ends=REFUSED)
letter(
    "zeros in words that are packed",
    HEAD + "Content-Transfer-Encoding: quoted-printable\n\nLee said: it=00rained=1B[2J\n",
    ends=READ,
)
letter("no letter but words", "Only words, Lee said.\n", ends=REFUSED)
letter(
    "an encrypted letter",
    HEAD + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nab\n--x--",
    ends=REFUSED,
)
letter(
    "a page with ten thousand elements in each other",
    HEAD + "Content-Type: text/html\n\n" + "<div>" * 10_000 + "Lee said: it rained and it rained again.",
    ends=REFUSED,
)


def letter_that_calls(ground: Ground) -> list[str]:
    at, file = ground.canary.address, ground.secret
    mixed = (
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Lee said: it rained in "
        f"the valley and on the hills.<img src={at}/1><iframe src=file://{file}></iframe></p>\n--b\n"
        f'Content-Type: message/external-body; access-type=URL; URL="{at}/2"\n\nContent-Type: text/plain\n\n\n--b\n'
        f'Content-Type: message/external-body; access-type=local-file; name="{file}"\n\nContent-Type: text/plain\n\n--b--'
    )
    return [ground.put("a.eml", mixed)]


letters.add(
    "pictures from elsewhere, and parts that lie on the web or in a file", letter_that_calls, ends=READ
)
