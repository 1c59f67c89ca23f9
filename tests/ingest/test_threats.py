"""The page of threats names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parents[1] / "docs" / "threats.md"


def test_every_test_on_the_page_is_there() -> None:
    named = 0
    for row in PAGE.read_text(encoding="utf-8").splitlines():
        file = ""
        for name in re.findall(r"`((?:test_\w+\.py::)?test_\w+)`", row):
            file, _, test = name.rpartition("::") if "::" in name else (file, "", name)
            assert f"def {test}(" in (TESTS / file).read_text(encoding="utf-8"), f"{file}::{test}"
            named += 1
    assert named > 50
