"""Hostile texts and JSON."""

from __future__ import annotations

import gzip
import json
import random

from tests.hostile.table import PARTLY, READ, REFUSED, Table

SAID = "Lee said: it rained"
text, lines = Table("Texts"), Table("JSON")

text.file("no bytes at all", "a.txt", b"", ends=REFUSED)
text.file("a million empty lines", "a.txt", b"\n" * 1_000_000, ends=REFUSED)
text.file("zeros in the words", "a.txt", b"Lee said: it\0rained", ends=REFUSED)
text.file("random bytes", "a.txt", random.Random(7).randbytes(100_000), ends=REFUSED)
text.file("UTF-16 that says so and holds zeros", "a.txt", "\ufeffLee\0".encode("utf-16-le"), ends=REFUSED)
text.file("halves of characters in UTF-8", "a.txt", b"Lee said: it \xed\xa0\x80 rained", ends=READ)
text.file("UTF-8 cut in the middle of a character", "a.txt", "Lee said: café".encode()[:-1], ends=READ)
text.file(
    "bytes longer than UTF-8 allows",
    "a.txt",
    b"Lee said: \xc0\xae\xc0\xae/etc/passwd \xc3\xa9\xc3\xa9",
    ends=READ,
)
text.file(
    "marks that turn the direction of writing", "a.txt", f"{SAID} \u202edlof\u202c \u2066\u2067", ends=READ
)
text.file("a hundred thousand quotation marks", "a.txt", f"{SAID}\n" + '"' * 100_000, ends=READ)
text.file("a hundred thousand opening quotation marks", "a.txt", f"{SAID}\n" + "“‘" * 50_000, ends=READ)
text.file("a hundred thousand characters in one line", "a.txt", SAID + " and it rained" * 8_000, ends=READ)
text.file("one word of two million letters", "a.txt", f"{SAID}\n" + "a" * 2_000_000, ends=READ)
text.file("more bytes than are allowed", "a.txt", b"Lee said: no. " * 300_000, ends=REFUSED)
text.file("accents without end on one letter", "a.txt", f"{SAID} a" + "\u0301" * 100_000, ends=READ)
text.file("invisible characters without end", "a.txt", f"{SAID}" + "\u200b\u2060\ufeff" * 50_000, ends=READ)
text.file(
    "codes that steer a terminal",
    "a.txt",
    f"{SAID} and it rained and rained on and on \x1b[2J\x1b]0;owned\x07 \x9b31m",
    ends=READ,
)
text.file(
    "a line that looks like a byline without end",
    "a.txt",
    "By " + "Ann " * 100_000 + f"\n\n{SAID}",
    ends=READ,
)
text.file("a signature without end", "a.txt", f"{SAID}\n\n" + "— A " * 20_000, ends=READ)
text.file(
    "'share this' two thousand times", "a.txt", f"{SAID}\n" + "Share this\nSign up now\n" * 2000, ends=READ
)
text.file("gzip that is called a text", "a.txt", gzip.compress(SAID.encode()), ends=REFUSED)
text.file("a program that is called a text", "a.txt", b"\x7fELF" + bytes(1000), ends=REFUSED)
text.file("a picture that is called a text", "a.txt", b"\x89PNG\r\n\x1a\n" + bytes(1000), ends=REFUSED)
text.file("a pickle that would run a command", "a.txt", b"cos\nsystem\n(S'touch owned'\ntR.", ends=READ)
text.file("a script with a suffix of text", "a.txt", "#!/bin/sh\ntouch owned\n", ends=READ)
text.file(
    "formulas for a spreadsheet", "a.txt", 'Lee said: =HYPERLINK("http://a.example")\n=1+1\n', ends=READ
)
text.file(
    "markup and scripts", "a.txt", f"{SAID}<script>alert(1)</script><img src=x onerror=alert(1)>", ends=READ
)
text.file("code of SQL", "a.txt", "Lee said: x'); DROP TABLE documents; --", ends=READ)
text.file(
    "an expression of a format", "a.txt", "Lee said: {0.__class__} %s%s%n ${jndi:ldap://a.example}", ends=READ
)


def one(**known: object) -> str:
    return json.dumps({"text": SAID} | known) + "\n"


TWO = one(id="good")
lines.file("a text that is a number", "a.jsonl", one(text=7) + TWO, ends=PARTLY)
lines.file(
    "a text that is null, a list, an object",
    "a.jsonl",
    one(text=None) + one(text=["a"]) + one(text={}) + TWO,
    ends=PARTLY,
)
lines.file(
    "titles, dates and outlets of wrong types",
    "a.jsonl",
    one(title=[1], published=7, outlet={}) + TWO,
    ends=PARTLY,
)
lines.file(
    "NaN and Infinity",
    "a.jsonl",
    '{"text": "Lee said: no", "n": NaN}\n{"text": NaN, "m": Infinity}\n' + TWO,
    ends=PARTLY,
)
lines.file(
    "a number of a million digits",
    "a.jsonl",
    '{"text": "Lee said: no", "id": ' + "9" * 1_000_000 + "}\n" + TWO,
    ends=PARTLY,
)
lines.file(
    "lists a hundred thousand deep",
    "a.jsonl",
    '{"text": "Lee said: no", "x": ' + "[" * 100_000 + "]" * 100_000 + "}\n" + TWO,
    ends=PARTLY,
)
lines.file(
    "objects a hundred thousand deep in one file",
    "a.json",
    '{"a":' * 100_000 + "1" + "}" * 100_000,
    ends=REFUSED,
)
lines.file("brackets without end", "a.json", "[" * 1_000_000, ends=REFUSED)
lines.file("a list of a hundred thousand numbers", "a.json", json.dumps(list(range(100_000))), ends=REFUSED)
lines.file(
    "one key many times",
    "a.jsonl",
    '{"text": "Lee said: no", ' + '"text": "Lee said: yes", ' * 9999 + '"id": "a"}\n',
    ends=READ,
)
lines.file(
    "halves of characters in a text", "a.jsonl", '{"text": "Lee said: \\ud800 rained"}\n' + TWO, ends=PARTLY
)
lines.file(
    "halves of characters in a title and an outlet",
    "a.jsonl",
    '{"text": "Lee said: no", "title": "\\udfff", "outlet": "\\ud800"}\n' + TWO,
    ends=PARTLY,
)
lines.file(
    "halves of characters in an id",
    "a.jsonl",
    '{"text": "Lee said: no", "id": "\\udc00"}\n' + TWO,
    ends=PARTLY,
)
lines.file("a zero in a text", "a.jsonl", '{"text": "Lee said: \\u0000"}\n' + TWO, ends=PARTLY)
lines.file(
    "zeros in title, byline, outlet and address",
    "a.jsonl",
    one(**dict.fromkeys(("title", "byline", "outlet", "address"), "a\0b")),
    ends=READ,
)
lines.file(
    "an id with line breaks and terminal codes",
    "a.jsonl",
    one(id="a\n\x1b[31mb\u202ec") + one(id="x\ny", text=7),
    ends=PARTLY,
)
lines.file(
    "an id that is a path",
    "a.jsonl",
    one(id="../../../../outside/owned") + one(id="/etc/passwd", text=None),
    ends=PARTLY,
)
lines.file(
    "an id of a million characters",
    "a.jsonl",
    one(id="i" * 1_000_000) + one(id="j" * 1_000_000, text=7),
    ends=PARTLY,
)
lines.file(
    "a title, byline and outlet of a million characters",
    "a.jsonl",
    one(**dict.fromkeys(("title", "byline", "outlet"), "Ann " * 200_000)),
    ends=READ,
)
lines.file(
    "addresses that are no places on the web",
    "a.jsonl",
    one(address="file:///etc/passwd") + one(id="b", address="javascript:alert(1)"),
    ends=READ,
)
lines.file(
    "an address of a million characters",
    "a.jsonl",
    one(address="https://a.example/" + "x" * 1_000_000),
    ends=READ,
)
lines.file(
    "dates that are none",
    "a.jsonl",
    one(published="99999-99-99")
    + one(id="b", published="1" * 100_000)
    + one(id="c", published="0000-00-00T25:61:61+99:99"),
    ends=READ,
)
lines.file("a line that does not end", "a.jsonl", '{"text": "' + "Lee " * 1_000_000 + "\n" + TWO, ends=PARTLY)
lines.file("lines that are nothing", "a.jsonl", "{}\n" * 30 + TWO, ends=PARTLY)
lines.file("lines that are no JSON", "a.jsonl", '{\n}\nnull\n[]\n""\n7\n' + TWO, ends=PARTLY)
lines.file("JSON in UTF-16", "a.json", TWO.encode("utf-16"), ends=REFUSED)
lines.file(
    "bytes that are no UTF-8 in JSON",
    "a.jsonl",
    b'{"text": "Lee said: \xff\xfe"}\n' + TWO.encode(),
    ends=PARTLY,
)
OWN = {"document_text": SAID, "text": None}
lines.file(
    "regions beyond the text in lines of its own form",
    "a.jsonl",
    one(**OWN, regions=[{"span": [5, 99999], "kind": "title"}]) + TWO,
    ends=PARTLY,
)
lines.file(
    "regions that end before they begin, or below zero",
    "a.jsonl",
    one(**OWN, regions=[{"span": [9, 2], "kind": "title"}])
    + one(**OWN, id="b", regions=[{"span": [-5, 2], "kind": "title"}])
    + TWO,
    ends=PARTLY,
)
lines.file(
    "places that no number holds",
    "a.jsonl",
    one(**OWN, regions=[{"span": [0, 10**30], "kind": "title"}]) + TWO,
    ends=PARTLY,
)
lines.file(
    "a digest of its own making",
    "a.jsonl",
    one(**OWN, original_digest="sha256:" + "x" * 100_000),
    ends=READ,
)
lines.file(
    "a language and a time of a hundred thousand characters",
    "a.jsonl",
    one(**OWN, language="en" * 50_000, captured="2" * 100_000),
    ends=READ,
)
lines.file(
    "statements that were never said in lines of its own form",
    "a.jsonl",
    one(**OWN, statements=[{"id": "x", "text": {"content": ["I did it"]}}], voices=7),
    ends=READ,
)
lines.file(
    "an error of a kind that there is not",
    "a.jsonl",
    one(text=None, error={"kind": "\x1b[31m" * 9, "message": "\n" * 9}) + TWO,
    ends=PARTLY,
)
lines.file(
    "an extractor and an agency with control characters",
    "a.jsonl",
    one(**OWN, agency="\x1b[2J", reader={"extractor": "\n\0"}),
    ends=READ,
)
