"""Finds the model's files, checks that they are whole, and loads them.

A folder of weights holds `model.json` (name, digests, constants), `statements.onnx`, `tokenizer.json`
and `words.txt.gz`. It may hold `bare.npz`: arrays that take the place of the network's own where a text lost
its marks, but for the embeddings of words. The folder in the package is used unless another is given.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import Cause, StopRun
from onrecord.neural.calibrate import Calibration
from onrecord.neural.decode import Settings

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

NETWORK, CARD, TOKENIZER, BARE = "statements.onnx", "model.json", "tokenizer.json", "bare.npz"


@dataclass(frozen=True, slots=True)
class Session:
    """A network that is ready to run, and the arrays that it uses without keeping them."""

    inner: onnxruntime.InferenceSession
    replaced: Mapping[str, onnxruntime.OrtValue]

    def run(self, inputs: Mapping[str, NDArray[np.int64]]) -> list[NDArray[np.float32]]:
        """All outputs for these inputs."""
        outputs: list[NDArray[np.float32]] = self.inner.run(None, dict(inputs))
        return outputs


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder of weights whose digest was checked.

    `bare` are those for texts that lost their marks; their arrays, in the file `replaced`, take the place of
    the network's own.
    """

    folder: Path
    name: str
    digest: str
    decoding: Settings
    calibration: Calibration
    replaced: Path | None = None
    bare: Weights | None = None

    def session(self, *, threads: int) -> Session:
        """The network, ready to run on so many threads of this process."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Windows differ in shape all the time: memory plans for each shape would pile up.
        options.enable_mem_pattern = False
        replaced = {}
        if self.replaced:
            with np.load(self.replaced) as arrays:
                replaced = {k: onnxruntime.OrtValue.ortvalue_from_numpy(v) for k, v in arrays.items()}
        for name, value in replaced.items():
            options.add_initializer(name, value)
        path = str(self.folder / NETWORK)
        inner = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        return Session(inner, replaced)

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
        (folder / TOKENIZER).stat()
        weights = _stated(folder, NETWORK, card, card["name"])
        if card.get("bare"):
            bare = replace(_stated(folder, BARE, card["bare"], weights.name), replaced=folder / BARE)
            weights = replace(weights, digest=_digest((weights.digest + bare.digest).encode()), bare=bare)
    except OSError as error:
        raise _bad(folder, f"{error.filename}: {error.strerror}") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise _bad(folder, f"{CARD} is not JSON ({error})") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _bad(folder, f"{CARD} is of another version ({error!r})") from error
    return weights


def _stated(folder: Path, file: str, card: Mapping[str, Any], name: str) -> Weights:
    """The weights in a file, if they are those of which the card tells."""
    digest = _digest((folder / file).read_bytes())
    if digest != card["weights"]:
        raise _bad(folder, f"{file} has the digest {digest}, {CARD} states {card['weights']}")
    return Weights(folder, name, digest, *_constants(card))


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _constants(card: Mapping[str, Any]) -> tuple[Settings, Calibration]:
    """What the card says of decoding and of confidence."""
    follow = tuple(map(tuple, card["decoding"]["follow"]))
    return Settings(**card["decoding"] | {"follow": follow}), Calibration.from_json(card["calibration"])


def _bad(folder: Path, what: str) -> StopRun:
    return StopRun(
        Cause.WEIGHTS,
        f"The weights in {folder} can't be used: {what}. Install onrecord anew, or point ONRECORD_WEIGHTS"
        " to a folder of weights that belongs to this version.",
    )
