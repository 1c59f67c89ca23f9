"""Makes a checkpoint of the weights that ship, so that anybody can go on learning from them.

    python -m training.restore src/onrecord/neural/weights --out start.pt

In: a folder that `training.export` wrote. Out: weights to start a further training from (`training.train
--start`), 8-bit integers made floating point again: what rounding took is gone. Embeddings and biases keep
their names in ONNX; the matrix of a linear layer is turned there, and named after the layer only by the node
that multiplies with it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.neural.weights import CARD, NETWORK
from training.network import Network, load_shipped

QUANTIZED, SCALE, ZERO = "_quantized", "_scale", "_zero_point"
PRODUCT = "/MatMul_quant"  # ends the names of nodes that multiply with a matrix of integers

Arrays = dict[str, NDArray[np.generic]]


def restore(folder: Path) -> dict[str, Tensor]:
    """The network's weights from a folder of weights."""
    graph = onnx.load(folder / NETWORK).graph
    arrays: Arrays = {array.name: onnx.numpy_helper.to_array(array) for array in graph.initializer}
    state = {name: torch.from_numpy(np.array(array)) for name, array in _named(arrays, graph.node)}
    decoding = json.loads((folder / CARD).read_text(encoding="utf-8"))["decoding"]
    state["follow"] = torch.tensor(decoding["follow"])
    load_shipped(Network(), state)
    return state


def _named(arrays: Arrays, nodes: list[onnx.NodeProto]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Each array under the name that its weight has in the network."""
    for node in nodes:
        if node.name.endswith(PRODUCT):
            layer = node.name.removesuffix(PRODUCT).strip("/").replace("/", ".")
            yield f"{layer}.weight", _floats(arrays, node.input[1].removesuffix(QUANTIZED)).T
    for name, array in arrays.items():
        if name.endswith((".weight", ".bias")):
            yield name, array.astype(np.float32)
        elif name.endswith(f".weight{QUANTIZED}"):
            yield name.removesuffix(QUANTIZED), _floats(arrays, name.removesuffix(QUANTIZED))


def _floats(arrays: Arrays, name: str) -> NDArray[np.float32]:
    """A matrix of integers as floating point; scale and zero point are one, or one a column."""
    steps = arrays[name + QUANTIZED].astype(np.float32) - arrays[name + ZERO].astype(np.float32)
    return np.asarray(steps * arrays[name + SCALE].astype(np.float32), dtype=np.float32)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path, help="folder of weights")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(restore(args.weights), args.out)


if __name__ == "__main__":
    main()
