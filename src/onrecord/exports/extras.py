"""What a format needs that onrecord does not bring along, and what to say where it is missing."""

from __future__ import annotations


class MissingExtra(ImportError):
    """A format can't be written or read, since the extra of the package that it needs is not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(
            f"This format needs the extra '{extra}', which is not installed. "
            f"Install it: pip install 'onrecord[{extra}]'"
        )
        self.extra = extra
