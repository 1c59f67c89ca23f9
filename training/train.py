"""Trains the network on PolNeAR; saves each epoch, and resumes where it stopped.

    python -m training.train --data DIR --parses FILE --out ~/.cache/onrecord/run1 --epochs 14

Two processes with one thread each average their gradients: on two cores that is faster than one process
with two threads. An exponential moving average of the weights is what gets evaluated and exported.
"""

from __future__ import annotations

import argparse
import copy
import math
import os
import random
import time
from pathlib import Path

import torch
import torch.distributed as dist
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.neural.encode import Encoder
from onrecord.neural.names import bundled_words
from onrecord.neural.windows import Window
from training.corpora import hold_out, read_parses, read_polnear
from training.examples import Batch, Guises, Labelled, draw_windows, make_batch
from training.network import (
    WIDE_HEADS,
    WIDE_INNER,
    Network,
    encoder_folder,
    governor_loss,
    label_loss,
    load_encoder,
    pointer_loss,
    span_loss,
    tag_loss,
)

HELD_OUT_EVERY = 20  # articles: 42 of 840 set thresholds and calibration
BATCH_PIECES = 1100  # in one process's batch, padding included
# Of tags, cues, sources; parts of speech, relations, names, governors; contents as wholes; lost marks.
WEIGHTS = (1.0, 0.4, 0.3, 0.1, 0.1, 0.15, 0.15, 0.2, 0.4)
BODY = ("words", "places", "norm", "layers")  # what learns at the encoder's rate
ENCODER_RATE, HEAD_RATE, WARM_UP = 2.5e-4, 1e-3, 150
AVERAGE = 0.998  # decay a step of the moving average
AVERAGE_EVERY = 4  # steps between its updates

Drawn = tuple[Labelled, Window]


def new_encoder() -> Encoder:
    """The encoder of texts with MiniLM's own tokenizer."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Encoder(tokenizer, bundled_words())


def losses(network: Network, batch: Batch) -> tuple[Tensor, list[float]]:
    """The summed loss of a batch and its parts."""
    mask = torch.from_numpy(batch.mask)
    tags, cue, source, speech, relation, name, governor, spans, lost = network(
        *(torch.from_numpy(a) for a in (batch.ids, batch.features, batch.heads))
    )
    parts = [
        tag_loss(tags, network.follow, torch.from_numpy(batch.tags), mask),
        pointer_loss(cue, torch.from_numpy(batch.cue), mask),
        pointer_loss(source, torch.from_numpy(batch.source), mask),
        label_loss(speech, torch.from_numpy(batch.speech)),
        label_loss(relation, torch.from_numpy(batch.relation)),
        label_loss(name, torch.from_numpy(batch.name)),
        governor_loss(governor, torch.from_numpy(batch.governor), mask),
        span_loss(spans, torch.from_numpy(batch.ends), torch.from_numpy(batch.starts), mask),
        label_loss(lost, torch.from_numpy(batch.lost)),
    ]
    loss = sum((weight * part for weight, part in zip(WEIGHTS, parts, strict=True)), torch.zeros(()))
    return loss, [float(p.detach()) for p in parts]


def plan_epoch(
    articles: list[Guises], rng: random.Random, ranks: int, *, bare: bool
) -> list[list[list[Drawn]]]:
    """The epoch's steps; each holds one list of windows for each process, alike in size."""
    windows = draw_windows(articles, rng, bare=bare)
    windows.sort(key=lambda drawn: (drawn[1].end - drawn[1].start) + rng.random() * 40)
    batches: list[list[Drawn]] = []
    batch: list[Drawn] = []
    longest = 0
    for drawn in windows:
        size = sum(map(len, drawn[0].encoded.pieces[drawn[1].start : drawn[1].end]))
        if batch and max(longest, size) * (len(batch) + 1) > BATCH_PIECES:
            batches.append(batch)
            batch, longest = [], 0
        batch.append(drawn)
        longest = max(longest, size)
    steps = [batches[i : i + ranks] for i in range(0, len(batches) - ranks + 1, ranks)]
    rng.shuffle(steps)
    return steps


def rate_at(progress: float, step: int) -> float:
    """The share of the full learning rate: warm-up, then a cosine to a hundredth."""
    return min(1.0, (step + 1) / WARM_UP) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))


def run(rank: int, ranks: int, args: argparse.Namespace) -> None:
    """One process of the training."""
    torch.set_num_threads(1)
    if ranks > 1:
        dist.init_process_group("gloo", init_method=f"file://{args.out}/meet", rank=rank, world_size=ranks)
    torch.manual_seed(args.seed + rank)
    encoder = new_encoder()
    parses = read_parses(args.parses)
    learn, _ = hold_out(read_polnear(args.data / "train.jsonl", parses), every=HELD_OUT_EVERY)
    learn = learn[: args.limit]
    articles = [Guises.of(a.readings(), encoder) for a in learn]

    sizes = {"heads": WIDE_HEADS, "inner": WIDE_INNER} if args.wide else {}
    network = Network(encoder_dropout=args.dropout, **sizes)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True), strict=False)
    else:
        load_encoder(network)
    network.words.requires_grad_(False)
    heads = [p for n, p in network.named_parameters() if not n.startswith(BODY)]
    known = {id(p) for p in heads}
    body = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": body, "rate": ENCODER_RATE}, {"params": heads, "rate": HEAD_RATE}],
        lr=1e-3,
        weight_decay=0.01,
        fused=True,
    )
    average = copy.deepcopy(network)
    first, step, spent = 0, 0, 0.0
    saved = args.out / "last.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        first, step = state["epoch"], state["step"]
        spent = state.get("spent", 0.0)
    for epoch in range(first, args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        steps = plan_epoch(articles, rng, ranks, bare=args.bare)
        network.train()
        sums, began = [0.0] * len(WEIGHTS), time.time()
        for n, batches in enumerate(steps):
            batch = make_batch(batches[rank], encoder, random.Random(rng.random() + rank), hide=args.hide)
            if ranks > 1 and os.getppid() != args.parent:
                raise SystemExit("The process that started this one is gone: another run may follow.")
            loss, parts = losses(network, batch)
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            _average_gradients(body + heads, ranks)
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            progress = (epoch + n / len(steps)) / args.epochs
            if args.minutes:
                progress = _agreed((spent + time.time() - began) / 60 / args.minutes, ranks)
            share = args.rate * rate_at(progress, step)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * share
            optimizer.step()
            step += 1
            if step % AVERAGE_EVERY == 0:
                _follow(average, network, min(AVERAGE, (1 + step) / (20 + step)) ** AVERAGE_EVERY)
            sums = [a + b for a, b in zip(sums, parts, strict=True)]
            if rank == 0 and (n + 1) % 50 == 0:
                means = " ".join(f"{s / (n + 1):.4f}" for s in sums)
                print(
                    f"epoch {epoch + 1} step {n + 1}/{len(steps)} loss {means} {time.time() - began:.0f}s",
                    flush=True,
                )
            if args.minutes and progress >= 1:
                break
        spent += time.time() - began
        if rank == 0:
            _save(args.out, network, average, optimizer, epoch=epoch + 1, step=step, spent=spent)
        if args.minutes and progress >= 1:
            break
    if ranks > 1:
        dist.destroy_process_group()


def _average_gradients(parameters: list[torch.nn.Parameter], ranks: int) -> None:
    if ranks == 1:
        return
    flat = torch.cat([p.grad.view(-1) for p in parameters if p.grad is not None])
    dist.all_reduce(flat)
    flat /= ranks
    place = 0
    for p in parameters:
        if p.grad is not None:
            p.grad.copy_(flat[place : place + p.numel()].view_as(p))
            place += p.numel()


def _agreed(progress: float, ranks: int) -> float:
    """The first process's clock, so that all of them stop at the same step."""
    told = torch.tensor([progress])
    if ranks > 1:
        dist.broadcast(told, 0)
    return float(told)


@torch.no_grad()
def _follow(average: Network, network: Network, decay: float) -> None:
    moving = [
        (a, p) for a, p in zip(average.parameters(), network.parameters(), strict=True) if p.requires_grad
    ]
    torch._foreach_lerp_([a.data for a, _ in moving], [p.data for _, p in moving], 1 - decay)


def _save(out: Path, network: Network, average: Network, optimizer: torch.optim.Optimizer,
          *, epoch: int, step: int, spent: float) -> None:  # fmt: skip
    state = {
        "network": network.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
    }
    part = out / "last.pt.part"
    torch.save(state | {"epoch": epoch, "step": step, "spent": spent}, part)
    os.replace(part, out / "last.pt")
    torch.save({k: v.half() for k, v in average.state_dict().items()}, out / f"epoch{epoch:02d}.pt")


def main() -> None:
    """Reads the command line and starts the processes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's train.jsonl")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for checkpoints; an old one is resumed"
    )
    parser.add_argument("--parses", type=Path, required=True, help="what training.silver wrote")
    parser.add_argument("--wide", action="store_true", help="all of MiniLM's heads and neurons, to be pruned")
    parser.add_argument("--bare", action="store_true", help="learn only from texts that were stripped")
    parser.add_argument("--start", type=Path, help="weights to start from (see training.prune)")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rates")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument(
        "--minutes", type=float, help="end after this long instead, the learning rate run down"
    )
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--dropout", type=float, default=0.08, help="in the encoder")
    parser.add_argument("--hide", type=float, default=0.0, help="share of words that are hidden")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--limit", type=int, default=None, help="learn from the first articles only (to try things)"
    )
    args = parser.parse_args()
    args.out = args.out.expanduser()
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "meet").unlink(missing_ok=True)
    if args.processes == 1:
        run(0, 1, args)
        return
    args.parent = os.getpid()
    torch.multiprocessing.spawn(run, args=(args.processes, args), nprocs=args.processes)


if __name__ == "__main__":
    main()
