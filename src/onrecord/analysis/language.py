"""Tells whether a text is English, the one language that is read."""

from __future__ import annotations

import re

# The commonest words of English: one in four of running English text, one in forty of other languages.
COMMON = frozenset(
    """the of and to in a is that for it was on with as he be at by this had not are but from or have an they
    which were his has their who will been said its more would there she one all we you her after
    about""".split()
)
SAMPLE = 20_000  # code points looked at, from the start of the body
MIN_SHARE = 0.12  # of common words, that by itself shows English
SOME_SHARE = 0.05  # likewise where the guess gives up
MIN_GUESSED = 20  # words; on fewer the guess takes English headlines for Spanish
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The two-letter code of a text's language, "und" where it can't be told; None for a text without words.

    Texts with plenty of common English words are English whatever a statistical guess says: it errs on
    short and capitalised ones. A few words in plain letters are taken for English too. Others are guessed
    by resiliparse.
    """
    sample = text[:SAMPLE]
    words = [word.lower() for word in WORD.findall(sample)]
    if not words:
        return None
    share = sum(word in COMMON for word in words) / len(words)
    if share >= MIN_SHARE or (len(words) < MIN_GUESSED and all(word.isascii() for word in words)):
        return "en"
    from resiliparse.parse.lang import detect_fast

    code, _ = detect_fast(sample)
    if code == "unknown":
        return "en" if share > SOME_SHARE else "und"
    return str(code)
