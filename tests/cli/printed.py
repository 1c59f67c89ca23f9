"""What a part of a page looks like when it is printed."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType


def printed(part: RenderableType | None, *, width: int = 80) -> list[str]:
    """The lines of a part on a page of so many columns, without colours and blanks at their ends."""
    assert part is not None
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False).print(part)
    return [line.rstrip() for line in out.getvalue().splitlines()]
