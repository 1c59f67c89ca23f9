from __future__ import annotations

import pytest

from onrecord.ingest.dates import iso_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2018-07-26", "2018-07-26"),
        (" 2018-07-26 ", "2018-07-26"),
        ("2018-07-26T10:00:00Z", "2018-07-26T10:00:00Z"),
        ("2018-07-26T10:00:00+02:00", "2018-07-26T10:00:00+02:00"),
        ("2018-07-26 10:00:00", "2018-07-26T10:00:00"),
        ("20180726", "2018-07-26"),
        ("26 July 2018", "2018-07-26"),
        ("July 26, 2018", "2018-07-26"),
        ("Thu, 26 Jul 2018 10:00:00 GMT", "2018-07-26T10:00:00+00:00"),
    ],
)
def test_dates_with_one_meaning(words: str, iso: str) -> None:
    assert iso_date(words) == iso


@pytest.mark.parametrize(
    "words", [None, "", "4/7/2017", "yesterday", "2018-13-40", "26", "July", "1" * 100, "12:30"]
)
def test_everything_else_is_no_date(words: str | None) -> None:
    assert iso_date(words) is None
