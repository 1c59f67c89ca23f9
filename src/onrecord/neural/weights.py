"""Finds the model's files, checks that they are whole, and loads them.

A folder of weights holds `model.json` (name, digests, constants), `statements.onnx`, `tokenizer.json`
and `words.txt.gz`. The folder in the package is used unless another is given.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import Cause, StopRun
from onrecord.neural.calibrate import Calibration
from onrecord.neural.decode import Settings

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

NETWORK, CARD, TOKENIZER = "statements.onnx", "model.json", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder of weights whose digest was checked."""

    folder: Path
    name: str
    digest: str
    decoding: Settings
    calibration: Calibration

    def session(self, *, threads: int) -> onnxruntime.InferenceSession:
        """The network, ready to run on so many threads of this process."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Windows differ in shape all the time: memory plans for each shape would pile up.
        options.enable_mem_pattern = False
        path = str(self.folder / NETWORK)
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def tokenizer(self) -> Tokenizer:
        """The word pieces that the network knows."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / TOKENIZER))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer


def bundled_folder() -> Path:
    """Where the package keeps its weights."""
    return Path(str(files("onrecord.neural"))) / "weights"


def find_weights(folder: Path | None = None) -> Weights:
    """Opens a folder of weights, the package's own by default.

    Raises `StopRun` if a file is missing or differs from the digest that `model.json` states.
    """
    folder = folder or bundled_folder()
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        digest = "sha256:" + hashlib.sha256((folder / NETWORK).read_bytes()).hexdigest()
        (folder / TOKENIZER).stat()
    except OSError as error:
        raise _bad(folder, f"{error.filename}: {error.strerror}") from error
    except ValueError as error:
        raise _bad(folder, f"{CARD} is not JSON ({error})") from error
    try:
        decoding = Settings(**card["decoding"] | {"follow": tuple(map(tuple, card["decoding"]["follow"]))})
        calibration = Calibration.from_json(card["calibration"])
        name, stated = card["name"], card["weights"]
    except (KeyError, TypeError, ValueError) as error:
        raise _bad(folder, f"{CARD} is of another version ({error!r})") from error
    if digest != stated:
        raise _bad(folder, f"{NETWORK} has the digest {digest}, {CARD} states {stated}")
    return Weights(folder, name, digest, decoding, calibration)


def _bad(folder: Path, what: str) -> StopRun:
    return StopRun(
        Cause.WEIGHTS,
        f"The weights in {folder} can't be used: {what}. Install onrecord anew, or point ONRECORD_WEIGHTS"
        " to a folder of weights that belongs to this version.",
    )
