"""What the surroundings say: limits, threads and where the weights are.

Goes in: environment variables whose names start with `ONRECORD_`. Comes out: one frozen `Settings`.
This is the only module that reads the environment. It opens no file and imports nothing heavy.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import Cause, StopRun

# Bytes. A long newspaper article is about 0.1 MB and its page about 2 MB, so 20 MB is never an
# article by mistake, and a folder with a film in it can't fill the memory.
DEFAULT_MAX_BYTES = 20_000_000

# Threads of one process, and processes of one run: more than machines have cores, so that only a typo
# such as 10000, which would bring the machine down, is refused.
MAX_PARALLEL = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may use. Each field is also an environment variable, `ONRECORD_` and its name.

    `max_bytes`: the largest file that is read, in bytes; also the longest line of JSON lines.
    `threads`: threads of one process for the model.
    `workers`: processes that read documents side by side; None means one for a few documents, and one for
    each core for more.
    `weights`: a folder of weights to use instead of those in the package.
    """

    max_bytes: int = DEFAULT_MAX_BYTES
    threads: int = 1
    workers: int | None = None
    weights: Path | None = None

    def __post_init__(self) -> None:
        """Refuse values that no run could use, however they were given."""
        _check("max_bytes", self.max_bytes, least=1)
        if self.workers is not None:
            _check("workers", self.workers, least=1, most=MAX_PARALLEL)
        _check("threads", self.threads, least=1, most=MAX_PARALLEL)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings that the environment asks for; unset or empty variables mean the default.

        `environment` stands in for the real one, in tests. Raises `StopRun` for a value that can't be used.
        """
        environment = os.environ if environment is None else environment
        max_bytes = _number(environment, "ONRECORD_MAX_BYTES")
        threads = _number(environment, "ONRECORD_THREADS")
        weights = environment.get("ONRECORD_WEIGHTS", "").strip()
        return cls(
            max_bytes=DEFAULT_MAX_BYTES if max_bytes is None else max_bytes,
            threads=1 if threads is None else threads,
            workers=_number(environment, "ONRECORD_WORKERS"),
            weights=Path(weights).expanduser() if weights else None,
        )


def _number(environment: Mapping[str, str], name: str) -> int | None:
    """The whole number that a variable holds, or None when it is unset or empty."""
    value = environment.get(name, "").strip()
    if not value:
        return None
    try:
        return int(value)
    except ValueError:
        raise StopRun(
            Cause.SETTINGS, f"{name} is {value!r}; it must be a whole number. Change it or unset it."
        ) from None


def _check(name: str, value: int, *, least: int, most: int | None = None) -> None:
    """Stop unless the value lies between the two, both included."""
    if value < least or (most is not None and value > most):
        allowed = f"{least} or more" if most is None else f"from {least} to {most}"
        raise StopRun(
            Cause.SETTINGS,
            f"{name} is {value}; allowed is {allowed}. It can be set as ONRECORD_{name.upper()}.",
        )
