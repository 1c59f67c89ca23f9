"""Writes the list of hostile inputs into docs/threats.md, from the table: python -m tests.hostile.page"""

from __future__ import annotations

import textwrap
from pathlib import Path

from tests.hostile.table import PARTLY, READ, REFUSED
from tests.hostile.test_hostile import CASES, TABLES

PAGE = Path(__file__).parents[2] / "docs" / "threats.md"
BEGIN, END = "<!-- made by tests/hostile/page.py -->\n", "<!-- end -->"
WIDTH = 120  # columns
HEADS = {
    REFUSED: "Refused, with the reason",
    PARTLY: "Refused alone, and what is beside it in the same file or list is read",
    READ: "Read, and without effect",
}


def listed() -> str:
    """The list as it should stand on the page."""
    lines = [f"{len(CASES)} inputs:", ""]
    for table in TABLES:
        lines += [f"### {table.group}", ""]
        for ending, head in HEADS.items():
            tries = [row.tries for row in table.rows if row.ends == ending]
            if tries:
                told = f"**{head}:** {'; '.join(tries)}."
                lines += [textwrap.fill(told, WIDTH, break_on_hyphens=False), ""]
    return "\n".join(lines)


def parts(page: str) -> tuple[str, str, str]:
    """The page before the list, the list, and the page after it."""
    before, _, rest = page.partition(BEGIN)
    made, _, after = rest.partition(END)
    return before + BEGIN, made, END + after


if __name__ == "__main__":
    before, _, after = parts(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(before + listed() + after, encoding="utf-8")
