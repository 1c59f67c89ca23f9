"""Characters that a format can't carry, and values as JSON.

A text from someone's JSON may hold half a character (a lone surrogate), and a text file control characters
that XML forbids. What a format can't carry is replaced one for one by U+FFFD, so that every place still
counts the same.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

REPLACEMENT = "\ufffd"

_HALVES = re.compile("[\ud800-\udfff]")
# XML 1.0, production 2 (Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_encoder = msgspec.json.Encoder()


def whole(text: str) -> str:
    """The text as UTF-8 can carry it: half characters replaced."""
    return _HALVES.sub(REPLACEMENT, text)


def xml_text(text: str) -> str:
    """The text as XML can carry it: half characters and most control characters replaced."""
    return _NOT_XML.sub(REPLACEMENT, text)


def on_one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def json_bytes(value: Any) -> bytes:
    """A value as JSON in UTF-8, without a line break in it; half characters as escapes."""
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value)).encode("ascii")
