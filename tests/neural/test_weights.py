"""A folder of weights is used only when it is whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.errors import Cause, StopRun
from onrecord.neural.calibrate import EVIDENCE
from onrecord.neural.decode import Floats, Settings
from onrecord.neural.network_format import Tag
from onrecord.neural.weights import BARE, CARD, NETWORK, TOKENIZER, bundled_folder, find_weights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NETWORK).write_bytes(b"network")
    (tmp_path / TOKENIZER).write_text("{}")
    write_card(tmp_path)
    return tmp_path


def stated(content: bytes, *, constant: float = 1) -> dict[str, Any]:
    """What a card says of a file with this content."""
    return {
        "weights": "sha256:" + hashlib.sha256(content).hexdigest(),
        "decoding": {"follow": [[0.0, 1.0]], "switch": 0.25},
        "calibration": {"weights": [0.0] * len(EVIDENCE), "constant": constant},
    }


def write_card(folder: Path, **changed: Any) -> None:
    (folder / CARD).write_text(json.dumps({"name": "made"} | stated(b"network") | changed))


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


def test_weights_for_bare_texts_have_constants_of_their_own(folder: Path) -> None:
    alone = find_weights(folder)
    assert alone.bare is None
    (folder / BARE).write_bytes(b"arrays")
    assert find_weights(folder).bare is None, "the card says nothing of them"
    write_card(folder, bare=stated(b"arrays", constant=2))
    both = find_weights(folder)
    assert both.bare is not None
    assert (both.replaced, both.bare.replaced, both.bare.bare) == (None, folder / BARE, None)
    assert (both.calibration.constant, both.bare.calibration.constant) == (1, 2)
    assert both.digest != alone.digest, "other readings come of both than of the one"


def test_missing_and_changed_weights_for_bare_texts_are_refused(folder: Path) -> None:
    write_card(folder, bare=stated(b"arrays"))
    with pytest.raises(StopRun, match=BARE):
        find_weights(folder)
    (folder / BARE).write_bytes(b"others")
    with pytest.raises(StopRun, match=rf"{BARE} has the digest"):
        find_weights(folder)


def test_arrays_take_the_place_of_the_networks_own(tmp_path: Path) -> None:
    weights = find_weights()
    inputs = {
        "ids": np.array([[101, 2000, 2001, 102]]),
        "features": np.zeros((1, 4, 3), np.int64),
        "heads": np.array([[1, 2]]),
    }

    def run(bias: float) -> list[Floats]:
        place = tmp_path / f"{bias}.npz"
        arrays: dict[str, Any] = {"tags.bias": np.full(len(Tag), bias, np.float32)}
        np.savez(place, **arrays)
        return replace(weights, replaced=place).session(threads=1).run(inputs)

    own, less, more = weights.session(threads=1).run(inputs), run(0), run(3)
    np.testing.assert_allclose(more[0] - less[0], 3, atol=1e-5)
    assert not np.allclose(own[0], more[0])
    np.testing.assert_array_equal(own[1], more[1])


def test_the_package_brings_its_own() -> None:
    assert find_weights().folder == bundled_folder()
