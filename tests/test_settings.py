"""What the environment may say, and what is answered when it says something else."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import StopRun
from onrecord.settings import DEFAULT_MAX_BYTES, Settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings(
        max_bytes=DEFAULT_MAX_BYTES, threads=1, workers=None, weights=None
    )


def test_every_setting_is_read() -> None:
    given = {
        "ONRECORD_MAX_BYTES": "1000",
        "ONRECORD_THREADS": "4",
        "ONRECORD_WORKERS": " 2 ",
        "ONRECORD_WEIGHTS": "/srv/weights",
    }
    assert Settings.from_environment(given) == Settings(
        max_bytes=1000, threads=4, workers=2, weights=Path("/srv/weights")
    )


def test_the_real_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "3")
    assert Settings.from_environment().threads == 3


@pytest.mark.parametrize("name", ["MAX_BYTES", "THREADS", "WORKERS", "WEIGHTS"])
def test_an_empty_variable_means_the_default(name: str) -> None:
    assert Settings.from_environment({f"ONRECORD_{name}": " "}) == Settings()


def test_home_is_understood_in_the_weights_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/lee")
    assert Settings.from_environment({"ONRECORD_WEIGHTS": "~/w"}).weights == Path("/home/lee/w")


@pytest.mark.parametrize("value", ["many", "1.5", "2e3", "0x10", "20 MB"])
def test_a_value_that_is_no_number_is_named_with_what_to_do(value: str) -> None:
    with pytest.raises(StopRun, match=r"ONRECORD_MAX_BYTES is .*must be a whole number") as caught:
        Settings.from_environment({"ONRECORD_MAX_BYTES": value})
    assert repr(value) in caught.value.message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_bytes", 0),
        ("threads", 0),
        ("threads", -1),
        ("threads", 257),
        ("workers", 0),
        ("workers", 10_000),
    ],
)
def test_a_number_out_of_range_is_named_with_what_is_allowed(name: str, value: int) -> None:
    given: dict[str, Any] = {name: value}
    with pytest.raises(StopRun, match=f"{name} is {value}; allowed is .*ONRECORD_{name.upper()}"):
        Settings(**given)


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().workers = 2  # type: ignore[misc]


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_has_a_heading_in_the_documentation(name: str) -> None:
    page = Path(__file__).parents[1] / "docs" / "settings.md"
    assert f"\n## ONRECORD_{name.upper()}\n" in page.read_text(encoding="utf-8")
