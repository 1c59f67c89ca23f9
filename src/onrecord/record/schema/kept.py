"""How values are kept in few bytes: texts, days, ids, and words of which there are few.

What goes in comes out; in the database it is smaller, and compares and sorts as it does here.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Integer, LargeBinary, SmallInteger
from sqlalchemy.types import TypeDecorator

from onrecord.errors import Cause, StopRun
from onrecord.model import Span, Spans
from onrecord.record.schema.packing import Sort, pack, unpack

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
HEX = 16  # digits of an id


class Compressed(TypeDecorator[str]):
    """A text, kept small (see `packing`)."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        """Text as it is kept."""
        return None if value is None else pack(value.encode("utf-8", "surrogatepass"), Sort.ARTICLE)

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        """Text as it was."""
        return None if value is None else unpack(value, Sort.ARTICLE).decode("utf-8", "surrogatepass")


class Day(TypeDecorator[str]):
    """A day, a month or a year of ISO 8601, as a number: 20180726, 20180700, 20180000."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> int | None:
        """A day as it is kept. Raises `StopRun` where it is none."""
        if value is None:
            return None
        found = DAY.fullmatch(value)
        if found is None:
            raise StopRun(Cause.INPUT, f"{value!r} is no day. Give it as 2018-07-26, 2018-07 or 2018.")
        return int("".join(part or "00" for part in found.groups()))

    def process_result_value(self, value: int | None, dialect: Any) -> str | None:
        """A day as it was."""
        if value is None:
            return None
        digits = f"{value:08}"
        parts = digits[:4], digits[4:6], digits[6:]
        return "-".join(part for part in parts if part != "00")


class Id(TypeDecorator[str]):
    """The 16 digits of a claim's hash, as bytes; what is no such id is found nowhere."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        """An id as it is kept."""
        try:
            return None if value is None else bytes.fromhex(value)
        except ValueError:
            return value.encode() if value else None

    def process_result_value(self, value: bytes | None, dialect: Any) -> str | None:
        """An id as it was."""
        return None if value is None else value.hex()


def ids_from(beginning: str) -> tuple[str, str] | None:
    """The first and the last id that begin so; None where no id can."""
    begun = beginning.casefold()
    if not re.fullmatch(r"[0-9a-f]{1,16}", begun):
        return None
    return begun.ljust(HEX, "0"), begun.ljust(HEX, "f")


class Places(TypeDecorator[Spans]):
    """Spans of a text: of each how far it is from the end of the last, and its length, in few bytes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Spans | None, dialect: Any) -> bytes | None:
        """Spans as they are kept."""
        if value is None:
            return None
        out, at = bytearray(), 0
        for start, end in value:
            for number in (_unsigned(start - at), end - start):
                while number > 0x7F:
                    out.append(number & 0x7F | 0x80)
                    number >>= 7
                out.append(number)
            at = end
        return bytes(out)

    def process_result_value(self, value: bytes | None, dialect: Any) -> Spans | None:
        """Spans as they were. Raises `ValueError` where they are damaged."""
        if value is None:
            return None
        numbers, number, shift = [], 0, 0
        for byte in value:
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                numbers.append(number)
                number, shift = 0, 0
        if shift or len(numbers) % 2:
            raise ValueError("places are damaged")
        spans, at = [], 0
        for away, length in zip(numbers[::2], numbers[1::2], strict=True):
            start = at + _signed(away)
            at = start + length
            spans.append(Span(start, at))
        return tuple(spans)


def _unsigned(number: int) -> int:
    """Small numbers of both signs as small numbers: 0, -1, 1, -2 … as 0, 1, 2, 3 …."""
    return 2 * number if number >= 0 else -2 * number - 1


def _signed(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


class OneOf(TypeDecorator[str]):
    """One of a few words, kept as its place among them. New words go to the end."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, dialect: Any) -> int | None:
        """The place of a word. Raises `ValueError` for one that is none of them."""
        if value is not None and value not in self.words:
            raise ValueError(f"{value!r} is none of {', '.join(self.words)}")
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: int | None, dialect: Any) -> str | None:
        """The word at a place."""
        return None if value is None else self.words[value]
