"""Hostile zips."""

from __future__ import annotations

import bz2
import gzip
import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from tests.hostile.ground import Ground
from tests.hostile.table import PARTLY, READ, REFUSED, Table

zips = Table("Zips")
SAID = b"Lee said: it rained"
GOOD = {"good.txt": b"Kim said: it snowed"}


def packed(files: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED, attributes: int = 0) -> bytes:
    """A zip of these files; with attributes, the first is given them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for number, (name, data) in enumerate(files.items()):
            member = zipfile.ZipInfo(name)
            member.compress_type = packing
            member.external_attr = attributes if number == 0 else 0
            archive.writestr(member, data)
    return out.getvalue()


def twice(name: str, *contents: bytes) -> bytes:
    """A zip with several members of one name."""
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "w") as archive:
            for data in contents:
                archive.writestr(name, data)
    return out.getvalue()


def crowded(number: int) -> bytes:
    """A zip whose directory names one member again and again."""
    one = packed({"a.txt": SAID}, packing=zipfile.ZIP_STORED)
    start = one.index(b"PK\x01\x02")
    entry = one[start : one.index(b"PK\x05\x06")]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, number * len(entry), start, 0)
    return one[:start] + entry * number + end


def zipped(tries: str, data: bytes | Callable[[], bytes], *, ends: str) -> None:
    zips.file(tries, "a.zip", data, ends=ends)


zipped("a bomb: megabytes of zeros", lambda: packed({"a.txt": bytes(30_000_000)}), ends=REFUSED)
zipped(
    "a bomb of many members", lambda: packed({f"{n}.txt": bytes(900_000) for n in range(30)}), ends=REFUSED
)
zipped(
    "a bomb within the limits of one member", lambda: packed({"a.txt": bytes(2_900_000)} | GOOD), ends=PARTLY
)
zipped("a zip in a zip", packed({"b.zip": packed({"a.txt": SAID})} | GOOD), ends=PARTLY)
zipped("a zip in a zip by another name", packed({"b.txt": packed({"a.txt": SAID})} | GOOD), ends=PARTLY)
zipped("a web archive in a zip", packed({"b.warc.gz": gzip.compress(b"WARC/1.0\r\n")} | GOOD), ends=PARTLY)


def nested() -> bytes:
    data = packed({"a.txt": SAID})
    for _ in range(50):
        data = packed({"a.zip": data})
    return data


zipped("fifty zips in each other", nested, ends=REFUSED)
for name, tries in {
    "../../outside/owned.txt": "a name that leads out",
    "a/../../owned.txt": "a name that leads out on a detour",
    "..\\..\\owned.txt": "a name that leads out by other strokes",
    "C:\\owned.txt": "a name on another disk",
    "//server/share/owned.txt": "a name on another machine",
    "a\n\x1b[2Jb.txt": "a name with a line break and terminal codes",
    "d/" * 5000 + "a.txt": "a name of five thousand folders",
    "n" * 60_000 + ".txt": "a name of sixty thousand letters",
}.items():
    zipped(tries, packed({name: SAID} | GOOD), ends=PARTLY)
zipped(
    "a name with a zero in it", packed({"a_b.txt": SAID} | GOOD).replace(b"a_b.txt", b"a\0b.txt"), ends=PARTLY
)
zipped("a name that turns the direction of writing", packed({"a\u202etxt.exe.txt": SAID} | GOOD), ends=READ)


def absolute(ground: Ground) -> list[str]:
    return [ground.put("a.zip", packed({str(ground.root / "outside" / "owned.txt"): SAID} | GOOD))]


zips.add("an absolute name", absolute, ends=PARTLY)


def links(ground: Ground) -> list[str]:
    data = packed({"a.txt": str(ground.secret).encode()} | GOOD, attributes=0o120777 << 16)
    return [ground.put("a.zip", data)]


zips.add("a link to a file outside", links, ends=READ)
zipped("a member that is a device", packed({"a.txt": SAID} | GOOD, attributes=0o020666 << 16), ends=READ)
zipped("two members of one name", twice("a.txt", SAID, b"Kim said: no"), ends=READ)
zipped("thirty members of one name", twice("a.txt", *([SAID] * 30)), ends=READ)
LONG = b"Lee said: no. " * 7000
zipped(
    "a size that is stated too small",
    packed({"a.txt": LONG}).replace(struct.pack("<L", len(LONG)), struct.pack("<L", 13)),
    ends=REFUSED,
)
zipped(
    "a size that is stated too large",
    packed({"a.txt": LONG}).replace(struct.pack("<L", len(LONG)), struct.pack("<L", 2_000_000)),
    ends=READ,
)
zipped(
    "a size of four gigabytes",
    packed({"a.txt": LONG}).replace(struct.pack("<L", len(LONG)), struct.pack("<L", 0xFFFFFFF0)),
    ends=REFUSED,
)
zipped(
    "a packed size that is a lie",
    packed({"a.txt": SAID}, packing=zipfile.ZIP_STORED).replace(
        struct.pack("<LL", len(SAID), len(SAID)), struct.pack("<LL", 9_999_999, len(SAID))
    ),
    ends=READ,
)
zipped(
    "sixty thousand members that are one and the same",
    lambda: crowded(60_000),
    ends=REFUSED,
)
zipped(
    "a number of members that is a lie",
    packed({"a.txt": SAID})[:-12] + struct.pack("<HLLH", 0xFFF0, 0xFFFFFFF0, 0, 0),
    ends=REFUSED,
)
zipped(
    "a member that needs a password",
    packed({"a.txt": SAID} | GOOD)
    .replace(b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\x01\0", 1)
    .replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0", 1),
    ends=PARTLY,
)
zipped(
    "a packing that can't be stopped (bzip2)",
    packed({"a.txt": SAID}, packing=zipfile.ZIP_BZIP2),
    ends=REFUSED,
)
zipped(
    "a packing that can't be stopped (LZMA)", packed({"a.txt": SAID}, packing=zipfile.ZIP_LZMA), ends=REFUSED
)
zipped("a file that was cut short", packed({"a.txt": SAID})[:60], ends=REFUSED)
zipped(
    "a sum that does not fit",
    packed({"a.txt": SAID} | GOOD, packing=zipfile.ZIP_STORED).replace(SAID, SAID[::-1]),
    ends=PARTLY,
)
zipped("a program before the zip", b"MZ" + bytes(5000) + packed(GOOD), ends=READ)
zipped("two directories", packed({"a.txt": SAID}) + packed(GOOD), ends=READ)
zipped("no member at all", packed({}), ends=REFUSED)
zipped("nothing but folders", packed({"a/": b"", "b/c/": b""}), ends=REFUSED)
zipped(
    "JSON lines that unpack to more than is allowed",
    lambda: packed({"a.jsonl": b'{"text": "Lee said: no"}' + b" " * 4_000_000}),
    ends=REFUSED,
)
zipped(
    "a page, a letter, a PDF and a .docx that are none",
    packed({"a.html": bytes(99), "b.eml": b"x", "c.pdf": b"x", "d.docx": b"PK"} | GOOD),
    ends=PARTLY,
)
zipped("bytes after bytes that are no zip", b"PK\x03\x04" + bytes(100_000), ends=REFUSED)
zipped(
    "a comment of 64 kB that is a directory",
    packed(GOOD)[:-2] + struct.pack("<H", 65_000) + b"PK\x05\x06" * 16_250,
    ends=REFUSED,
)
zips.file("bzip2 that is called a zip", "a.zip", bz2.compress(SAID), ends=REFUSED)
