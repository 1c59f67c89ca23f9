"""A folder of weights is used only when it is whole."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import Cause, StopRun
from onrecord.neural.calibrate import EVIDENCE
from onrecord.neural.decode import Settings
from onrecord.neural.weights import CARD, NETWORK, TOKENIZER, bundled_folder, find_weights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NETWORK).write_bytes(b"network")
    (tmp_path / TOKENIZER).write_text("{}")
    write_card(tmp_path)
    return tmp_path


def write_card(folder: Path, **changed: Any) -> None:
    card = {
        "name": "made",
        "weights": "sha256:" + hashlib.sha256(b"network").hexdigest(),
        "decoding": {"follow": [[0.0, 1.0]], "switch": 0.25},
        "calibration": {"weights": [0.0] * len(EVIDENCE), "constant": 1},
    }
    (folder / CARD).write_text(json.dumps(card | changed))


def test_a_whole_folder(folder: Path) -> None:
    weights = find_weights(folder)
    assert (weights.name, weights.folder) == ("made", folder)
    assert weights.decoding == Settings(follow=((0.0, 1.0),), switch=0.25)
    assert weights.calibration.constant == 1


@pytest.mark.parametrize("name", [NETWORK, CARD, TOKENIZER])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(StopRun, match=name) as caught:
        find_weights(folder)
    assert caught.value.cause is Cause.WEIGHTS
    assert "ONRECORD_WEIGHTS" in caught.value.message


def test_changed_weights_are_refused(folder: Path) -> None:
    (folder / NETWORK).write_bytes(b"another")
    with pytest.raises(StopRun, match="digest"):
        find_weights(folder)


@pytest.mark.parametrize(
    "changed",
    [
        {"decoding": {"follow": [[0.0]], "magic": 1}},
        {"decoding": None},
        {"calibration": {}},
        {"decoding": {}},
    ],
)
def test_a_card_of_another_version_is_refused(folder: Path, changed: dict[str, Any]) -> None:
    write_card(folder, **changed)
    with pytest.raises(StopRun, match="another version"):
        find_weights(folder)


def test_a_card_that_is_not_json_is_refused(folder: Path) -> None:
    (folder / CARD).write_text("rain")
    with pytest.raises(StopRun, match="not JSON"):
        find_weights(folder)


def test_a_file_is_no_folder(folder: Path) -> None:
    with pytest.raises(StopRun, match="can't be used"):
        find_weights(folder / CARD)


def test_the_package_brings_its_own() -> None:
    assert find_weights().folder == bundled_folder()
