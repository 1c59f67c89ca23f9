"""Writes a checkpoint as an int8 ONNX file with its tokenizer and card.

    python -m training.export CHECKPOINT... --out src/onrecord/neural/weights

Several checkpoints are averaged. Weights of matrices and embeddings become 8-bit integers; activations
are quantized as they come ("dynamic").
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from onrecord.neural.calibrate import Calibration
from onrecord.neural.weights import CARD, NETWORK, TOKENIZER
from training.network import Network, encoder_folder, load_shipped

OUTPUTS = ("tags", "cues", "sources", "speech", "relations", "names", "governors")


def averaged(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of the weights of several checkpoints of one run."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    return {name: sum(s[name].float() for s in states) / len(states) for name in states[0]}


def to_onnx(network: Network, path: Path) -> None:
    """Writes the network in 32-bit floating point; batch, pieces and words may vary."""
    network.eval()
    network.padded = False
    ids = torch.randint(1000, 2000, (2, 40))
    features, heads = torch.zeros(2, 40, 3, dtype=torch.long), torch.arange(1, 31).repeat(2, 1)
    axes = {
        "ids": {0: "batch", 1: "pieces"},
        "features": {0: "batch", 1: "pieces"},
        "heads": {0: "batch", 1: "words"},
    }
    outputs = {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracing exporter announces its successor
        torch.onnx.export(
            network, (ids, features, heads), str(path), input_names=list(axes), output_names=list(outputs),
            dynamic_axes=axes | outputs, opset_version=17, dynamo=False,
        )  # fmt: skip


def export(checkpoints: list[Path], out: Path, *, name: str) -> None:
    """Makes a folder of weights from checkpoints; constants of decoding keep their last values."""
    out.mkdir(parents=True, exist_ok=True)
    network = Network()
    load_shipped(network, averaged(checkpoints))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        to_onnx(network, full)
        quantize_dynamic(
            full, out / NETWORK, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    shutil.copy(encoder_folder() / "tokenizer.json", out / TOKENIZER)
    card = out / CARD
    old = json.loads(card.read_text()) if card.exists() else {}
    digest = "sha256:" + hashlib.sha256((out / NETWORK).read_bytes()).hexdigest()
    decoding = old.get("decoding", {}) | {"follow": network.follow.detach().tolist()}
    calibration = old.get("calibration") or Calibration().to_json()
    row = {"name": name, "weights": digest, "decoding": decoding, "calibration": calibration}
    card.write_text(json.dumps(row, indent=1) + "\n")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="statements-3")
    args = parser.parse_args()
    export(args.checkpoints, args.out, name=args.name)


if __name__ == "__main__":
    main()
