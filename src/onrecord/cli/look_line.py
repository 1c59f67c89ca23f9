"""A look at a feed → the line that tells of it. Writes nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.jobs import Look


def told(look: Look, *, once: bool = False, now: float | None = None) -> str:
    """A look in one line: "https://…: 3 new, 41 known, 1 problem, next look 14:35"."""
    parts: list[str] = []
    if look.trouble is not None:
        parts.append(look.trouble.message.rstrip("."))
        parts += [f"{look.failures} failures in a row"] if look.failures > 1 else []
    elif look.left is not None:
        parts.append(look.left)
    else:
        parts += _counts(look)
    if look.stopped:
        parts.append("stopped before its end")
    elif look.more:
        parts.append("which are next")
    elif not once or look.trouble is not None or look.left is not None:
        parts.append(f"next look {clock_time(look.next, time.time() if now is None else now)}")
    return f"{look.feed}: {', '.join(parts)}"


def _counts(look: Look) -> list[str]:
    """How many are new, known and so on; what there is none of is left out."""
    if look.unchanged and not (look.new or look.problems or look.skipped):
        return ["not changed"]
    parts = [f"{look.new:,} new"]
    parts += [f"{look.known:,} known"] if look.known else []
    parts += [f"{look.skipped:,} skipped"] if look.skipped else []
    parts += [f"{look.problems:,} problem{'' if look.problems == 1 else 's'}"] if look.problems else []
    parts += [f"{look.later:,} left for later"] if look.later else []
    return parts


def clock_time(moment: float, now: float) -> str:
    """A moment by this machine's clock: "14:35", with the day before it when that is not today."""
    there, here = time.localtime(moment), time.localtime(now)
    same = there[:3] == here[:3]
    return time.strftime("%H:%M" if same else "%Y-%m-%d %H:%M", there)
