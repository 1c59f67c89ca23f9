"""Weights for bare texts hold what differs from the network, and make it the one that learned from them.

Needs torch and onnx, which only an environment for training has: skipped elsewhere.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.neural.weights import BARE, bundled_folder, find_weights

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

CHANGED = ("tags.bias", "layers.5.norm2.weight", "layers.0.up.weight")


def test_what_differs_makes_the_other_network(tmp_path: Path) -> None:
    from training.bare import write
    from training.export import export
    from training.restore import restore

    state = restore(bundled_folder())
    for name in CHANGED:
        state[name] = state[name] + 0.05 * torch.randn_like(state[name])
    torch.save(state, tmp_path / "learned.pt")
    export([tmp_path / "learned.pt"], tmp_path / "whole", name="whole")
    shutil.copytree(bundled_folder(), tmp_path / "both")
    write([tmp_path / "learned.pt"], tmp_path / "both")

    with np.load(tmp_path / "both" / BARE) as arrays:
        assert {"tags.bias", "layers.5.norm2.weight"} <= set(arrays)
        assert len(arrays) <= 5, "a matrix is integers, their scales and their zero points"
    both = find_weights(tmp_path / "both")
    assert both.bare is not None
    inputs = {
        "ids": np.arange(1000, 1040)[None],
        "features": np.zeros((1, 40, 3), np.int64),
        "heads": np.arange(1, 31)[None],
    }
    for ours, theirs in zip(
        both.bare.session(threads=1).run(inputs),
        find_weights(tmp_path / "whole").session(threads=1).run(inputs),
        strict=True,
    ):
        np.testing.assert_array_equal(ours, theirs)
