"""English is recognised, short and strange as it may be; other languages are named."""

from __future__ import annotations

import pytest

from onrecord.analysis.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rain was in the hills, and it was cold.", "en"),
        ("THE MINISTER SAID THAT IT RAINED", "en"),
        ("Minister slams dam plan", "en"),  # too short to guess
        ("Rain", "en"),
        (
            "La pluie tombe sur les collines, a déclaré le ministre, et il ne sait pas quand elle cessera. "
            * 3,
            "fr",
        ),
        ("Der Minister sagte am Montag, dass der Regen in den Bergen nicht aufhören werde. " * 3, "de"),
        ("قال الرئيس إن المطر", "und"),
        ("قال الوزير يوم الاثنين إن المطر يهطل على التلال منذ أسبوع ولا يعرف أحد متى يتوقف " * 4, "ar"),
        ("12. 34 % —", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_only_the_beginning_is_looked_at() -> None:
    assert language_of("It was in the hills. " * 1000 + "Der Regen hörte nicht auf. " * 10_000) == "en"
