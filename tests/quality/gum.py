"""Who the speakers are in GUM's news and interviews: the referee makes the gold and judges what was read.

GUM and the referee lie beside the repository and never in it. In: a folder for the files that pass between
the referee and us. Out: the referee's rows, by sort of source; `found`, `right` and `accuracy` are shares.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import onrecord
from onrecord.exports.jsonl import json_line

SHARED = Path(__file__).resolve().parents[3] / "shared"
REFEREE = SHARED / "referee" / "gum_speakers.py"
TEXTS = SHARED / "data" / "gum"
GENRES = ("news", "interview")

Rows = dict[str, dict[str, float]]


def is_here() -> bool:
    """Whether both the referee and the texts lie beside the repository."""
    return REFEREE.exists() and TEXTS.is_dir()


def make_gold(folder: Path) -> Path:
    """The file of gold that the referee makes of the texts of all `GENRES`."""
    gold = folder / "gold.jsonl"
    names = [path.stem for genre in GENRES for path in sorted(TEXTS.glob(f"GUM_{genre}_*.conllu"))]
    _ask("gold", TEXTS, gold, *names)
    return gold


def score(gold: Path) -> Rows:
    """Reads the texts of the gold and gives the referee's judgement."""
    predicted = gold.with_name("predicted.jsonl")
    with predicted.open("wb") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = json.loads(json_line(onrecord.read(row["text"])))
            if found["document_text"] != row["text"]:
                raise ValueError(f"{row['id']}: was read as another text, so that places can't be compared")
            out.write(json.dumps({"id": row["id"], "statements": found["statements"]}).encode() + b"\n")
    rows: Rows = json.loads(_ask("score", gold, predicted, "--json"))
    return rows


def _ask(*arguments: str | Path) -> str:
    command = [sys.executable, REFEREE, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
