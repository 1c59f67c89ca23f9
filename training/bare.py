"""Writes a checkpoint that learned from texts without their marks as arrays beside the weights that ship.

    python -m training.bare CHECKPOINT... --weights src/onrecord/neural/weights

Several checkpoints are averaged. What they share with the network in the folder, the embeddings of words most
of all, is left out: `bare.npz` holds the arrays that differ, named as in `statements.onnx`. Constants of
decoding start as those of the network; `training.tune --bare` sets them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from onrecord.model.document import digest_of
from onrecord.neural.weights import BARE, CARD, NETWORK
from training.export import export

Arrays = dict[str, NDArray[np.generic]]


def replaced(theirs: onnx.GraphProto, ours: onnx.GraphProto) -> Arrays:
    """The arrays of one network that differ from another's of the same make, under the other's names.

    Exporters number matrices as they please: arrays are told by the nodes that use them. Raises `ValueError`
    where the networks are not of the same make.
    """
    new, old = _arrays(theirs), _arrays(ours)
    nodes = {node.name: node for node in ours.node}
    used: Arrays = {}
    for node in theirs.node:
        for place, name in enumerate(node.input):
            if name not in new:
                continue
            own = nodes[node.name].input[place] if node.name in nodes else None
            if own not in old or old[own].shape != new[name].shape:
                raise ValueError(f"{node.name} uses {name} {new[name].shape}; the network has no such array")
            if not np.array_equal(used.setdefault(own, new[name]), new[name]):
                raise ValueError(f"{own} is one array in the network and two in the other")
    return {own: array for own, array in used.items() if not np.array_equal(old[own], array)}


def _arrays(graph: onnx.GraphProto) -> Arrays:
    return {array.name: onnx.numpy_helper.to_array(array) for array in graph.initializer}


def write(checkpoints: list[Path], weights: Path) -> None:
    """Writes `bare.npz` into a folder of weights, and what it is into the folder's card."""
    with tempfile.TemporaryDirectory() as folder:
        export(checkpoints, Path(folder), name="bare")
        made = json.loads((Path(folder) / CARD).read_text(encoding="utf-8"))
        theirs, ours = (onnx.load(place / NETWORK).graph for place in (Path(folder), weights))
        arrays: dict[str, Any] = replaced(theirs, ours)
        np.savez_compressed(weights / BARE, **arrays)
    card = json.loads((weights / CARD).read_text(encoding="utf-8"))
    decoding = card["decoding"] | {"follow": made["decoding"]["follow"]}
    digest = digest_of((weights / BARE).read_bytes())
    card["bare"] = {"weights": digest, "decoding": decoding, "calibration": card["calibration"]}
    (weights / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the network to be read with")
    args = parser.parse_args()
    write(args.checkpoints, args.weights)


if __name__ == "__main__":
    main()
