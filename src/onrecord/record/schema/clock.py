"""The moment at which something came into a record."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
