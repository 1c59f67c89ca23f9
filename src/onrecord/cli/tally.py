"""Counts the outcomes of a run, for its last line and its exit status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.errors import Reason
from onrecord.model import Failure

SOME_FAILED = 1
MOST_FAILED = 126

_SKIPPED = {reason.value for reason in Reason if reason.skipped}


@dataclass(slots=True)
class Tally:
    """How many documents were read, skipped for a listed reason, or failed, by kind."""

    read: int = 0
    statements: int = 0
    earlier: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    def add(self, error: Failure | None, statements: int) -> None:
        """Count one document."""
        if error is None:
            self.read += 1
            self.statements += statements
        elif error.kind in _SKIPPED:
            self.skipped[error.kind] += 1
        else:
            self.failed[error.kind] += 1

    @property
    def documents(self) -> int:
        """All documents, whatever became of them."""
        return self.read + self.skipped.total() + self.failed.total()

    @property
    def exit_status(self) -> int:
        """0 when none failed, 126 when more than half did, else 1."""
        failed = self.failed.total()
        if not failed:
            return 0
        return MOST_FAILED if 2 * failed > self.documents else SOME_FAILED

    def sentence(self) -> str:
        """The run in one line: "312 read, 4,210 statements; skipped 3: 2 language, 1 empty"."""
        statements = f"{self.statements:,} statement{'' if self.statements == 1 else 's'}"
        parts = [f"{self.read:,} read, {statements}"]
        for word, counts in (("skipped", self.skipped), ("failed", self.failed)):
            if counts:
                kinds = ", ".join(f"{number:,} {kind}" for kind, number in counts.most_common())
                parts.append(f"{word} {counts.total():,}: {kinds}")
        if self.earlier:
            parts.append(f"{self.earlier:,} of these had been done before")
        return "; ".join(parts)
