"""Dates of publication as pages and files write them → ISO dates and times.

Only what has one meaning is understood: "4/7/2017" is April to some and July to others, so it is not.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.+)?")
_IN_WORDS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%A, %d %B %Y", "%A, %B %d, %Y")
LONGEST = 60  # characters; no date is longer


def iso_date(words: str | None) -> str | None:
    """A date or time as ISO 8601 ("2018-07-26", "2018-07-26T10:00:00+02:00"); None when it is not clear.

    A time keeps its zone. What is ISO already comes back as it was.
    """
    stated = (words or "").strip()
    if not stated or len(stated) > LONGEST:
        return None
    try:
        parsed = datetime.fromisoformat(stated)
    except ValueError:
        return _from_words(stated)
    if _ISO.fullmatch(stated):
        return stated
    return parsed.date().isoformat() if len(stated) <= len("20180726") else parsed.isoformat()


def _from_words(stated: str) -> str | None:
    """The date of "26 July 2018", "July 26, 2018" or an e-mail's "Thu, 26 Jul 2018 10:00:00 GMT"."""
    for pattern in _IN_WORDS:
        day = _parse(stated, pattern)
        if day is not None:
            return day.isoformat()
    if ":" not in stated:
        return None
    from email.utils import parsedate_to_datetime  # slow to load and seldom needed

    try:
        return parsedate_to_datetime(stated).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _parse(stated: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(stated, pattern).date()
    except ValueError:
        return None
