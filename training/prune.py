"""Makes a trained network narrower: keeps the attention heads and inner neurons that matter most.

    python -m training.prune CHECKPOINT --data DIR --out start.pt

In: a checkpoint with all of MiniLM's heads and neurons. Out: weights to start a further training from
(`training.train --start`). What a head or neuron matters is the mean size of its output times the gradient
there, the change of the loss if it were left out (Michel, Levy and Neubig, NeurIPS 2019).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from training.corpora import read_polnear
from training.examples import Guises, draw_windows, make_batch
from training.network import HEAD_WIDTH, HEADS, INNER, WIDE_HEADS, WIDE_INNER, Network
from training.train import losses, new_encoder

ARTICLES, BATCH = 60, 4


def importance(network: Network, data: Path) -> tuple[list[Tensor], list[Tensor]]:
    """How much each head (heads,) and inner neuron (inner,) of each layer matters to some articles."""
    encoder, rng = new_encoder(), random.Random(1)
    articles = read_polnear(data / "train.jsonl")[1 : 1 + ARTICLES]
    windows = draw_windows([Guises.of(a.readings(), encoder) for a in articles], rng)
    seen: dict[nn.Module, Tensor] = {}
    for layer in network.layers:
        for part in (layer.out, layer.down):
            part.register_forward_pre_hook(lambda module, args: _keep(seen, module, args[0]))
    heads = [torch.zeros(WIDE_HEADS) for _ in network.layers]
    inner = [torch.zeros(WIDE_INNER) for _ in network.layers]
    for i in range(0, len(windows), BATCH):
        loss, _ = losses(network, make_batch(windows[i : i + BATCH], encoder, rng))
        network.zero_grad()
        loss.backward()
        for n, layer in enumerate(network.layers):
            mixed, grown = (seen[part] * seen[part].grad for part in (layer.out, layer.down))
            heads[n] += mixed.unflatten(-1, (WIDE_HEADS, HEAD_WIDTH)).sum(-1).abs().sum((0, 1)).detach()
            inner[n] += grown.abs().sum((0, 1)).detach()
    return heads, inner


def _keep(seen: dict[nn.Module, Tensor], module: nn.Module, value: Tensor) -> None:
    value.retain_grad()
    seen[module] = value


def narrowed(state: dict[str, Tensor], heads: list[Tensor], inner: list[Tensor]) -> dict[str, Tensor]:
    """The weights with only the best heads and neurons of each layer."""
    kept = dict(state)
    for n, (head_worth, inner_worth) in enumerate(zip(heads, inner, strict=True)):
        chosen = head_worth.topk(HEADS).indices.sort().values
        columns = (chosen[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
        rows = torch.cat([columns + part * WIDE_HEADS * HEAD_WIDTH for part in range(3)])
        neurons = inner_worth.topk(INNER).indices.sort().values
        name = f"layers.{n}"
        for part in ("weight", "bias"):
            kept[f"{name}.qkv.{part}"] = state[f"{name}.qkv.{part}"][rows]
            kept[f"{name}.up.{part}"] = state[f"{name}.up.{part}"][neurons]
        kept[f"{name}.out.weight"] = state[f"{name}.out.weight"][:, columns]
        kept[f"{name}.down.weight"] = state[f"{name}.down.weight"][:, neurons]
    return kept


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's train.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = {k: v.float() for k, v in torch.load(args.checkpoint, weights_only=True).items()}
    network = Network(heads=WIDE_HEADS, inner=WIDE_INNER)
    network.load_state_dict(state, strict=False)
    network.eval()
    torch.save(narrowed(state, *importance(network, args.data)), args.out)


if __name__ == "__main__":
    main()
