"""The weights that ship become a network again, from which the same weights are made.

Needs torch and onnx, which only an environment for training has: skipped elsewhere.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.neural.weights import bundled_folder

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")


def test_what_is_restored_is_exported_to_the_same_weights(tmp_path: Path) -> None:
    from training.export import export
    from training.restore import restore

    state = restore(bundled_folder())
    torch.save(state, tmp_path / "start.pt")
    export([tmp_path / "start.pt"], tmp_path / "again", name="again")
    again = restore(tmp_path / "again")
    assert set(again) == set(state)
    for name, weight in state.items():
        np.testing.assert_allclose(again[name].numpy(), weight.numpy(), rtol=1e-5, err_msg=name)
