"""`python -m benchmarks.kills [ADDRESS]`: kills a writer at random moments, and proves the record after each.

    python -m benchmarks.kills                     200 kills, SQLite in a temporary folder
    python -m benchmarks.kills --runs 20           fewer
    python -m benchmarks.kills postgresql://…      an empty database of a server

A process of its own adds made-up documents with their original bytes and judges statements, and reports each
thing when it is done; `kill -9` ends it anywhere. Then `verify` must find nothing, whatever was reported must
be there, and nothing twice; the next process goes on in the same record.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.record import frequencies, made_up, vocabulary
from onrecord.errors import StopRun
from onrecord.model import Reading, Span
from onrecord.record import Filter, Record, open_record
from onrecord.record.writing.sketching import signature

RUNS = 200
LONGEST = 0.4  # seconds that a writer lives at most, its start left aside
DOCUMENTS = 60  # different ones; adding one again must change nothing
WORDS = vocabulary(2_000)
WEIGHTS = frequencies(len(WORDS))


@dataclass
class Told:
    """What writers reported as done: keys of documents, numbers of judgements."""

    documents: set[str] = field(default_factory=set)
    judgements: set[int] = field(default_factory=set)

    def note(self, line: str) -> None:
        """Notes one report."""
        what, value = line.split()
        if what == "document":
            self.documents.add(value)
        else:
            self.judgements.add(int(value))


def work(record: Record, rng: random.Random) -> Iterator[str]:
    """Adds and judges for ever; a report of each thing when it is done."""
    while True:
        if rng.random() < 0.5:
            outcome = record.writer.add(_reading(rng), b"<p>bytes</p>" * 50)
            yield f"document {outcome.key}"
            continue
        number = judge(record, rng)
        if number is not None:
            yield f"judgement {number}"


def _reading(rng: random.Random) -> Reading:
    """One of a few made-up readings, at times by another model that finds less."""
    number = rng.randrange(DOCUMENTS)
    reading = made_up(number, WORDS, WEIGHTS)
    original = f"sha256:{number:064x}"
    reading = replace(reading, document=replace(reading.document, original_digest=original))
    if rng.random() < 0.3:
        fewer = reading.statements[: rng.randint(0, 24)]
        ids = {stmt.id for stmt in fewer}
        kept = [
            replace(voice, statements=tuple(i for i in voice.statements if i in ids))
            for voice in reading.voices
        ]
        model = replace(reading.reader, model=f"model-{rng.randint(1, 3)}")
        return replace(reading, statements=fewer, voices=tuple(kept), reader=model)
    return reading


def judge(record: Record, rng: random.Random) -> int | None:
    """One judgement of any kind; its number."""
    found = record.questions.search(which=Filter(status=None, rejected=True, gone=True), limit=50)
    if not found:
        return None
    one, by, judgements = rng.choice(found), rng.choice(["ada", "bo"]), record.judgements
    entries = judgements.entries(one.id)
    kinds = ["accept", "reject", "change", "speaker", "add", "merge"] + ["undo"] * bool(entries)
    kind = rng.choice(kinds)
    if kind == "undo":
        return judgements.undo(rng.choice(entries).number, by=by)
    if kind == "accept":
        return judgements.accept(one.id, by=by)
    if kind == "reject":
        return judgements.reject(one.id, by=by)
    if kind == "change":
        start = rng.randrange(1_000)
        return judgements.change(one.id, by=by, content=[Span(start, start + 40)])
    if kind == "speaker":
        return judgements.change(one.id, by=by, speaker=rng.choice(found).speaker_name or "Ada Brack")
    if kind == "add":
        start = rng.randrange(1_000)
        made = judgements.add(one.document, by=by, content=[Span(start, start + 30)])
        return judgements.entries(made)[-1].number
    keys = [one.speaker or "", rng.choice(found).speaker or ""]
    return judgements.merge(*keys, by=by) if len(set(keys)) == 2 and all(keys) else None


def run_and_kill(address: str, seed: int, told: Told) -> None:
    """One writer's life: it ends by SIGKILL; what it reported before is noted."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            with open_record(address) as record:
                os.write(writing, b"open\n")
                for report in work(record, random.Random(seed)):
                    os.write(writing, f"{report}\n".encode())
        except BaseException as error:  # a writer that ends by itself is a fault, and is told
            os.write(writing, f"failed: {error!r}\n".encode())
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        assert pipe.readline() == "open\n"
        time.sleep(random.Random(seed).random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for line in pipe:
            if line.startswith("failed"):
                raise SystemExit(f"run {seed}: {line}")
            if line.endswith("\n"):
                told.note(line)


def faults(address: str, told: Told) -> list[str]:
    """What is not as it must be after a kill."""
    with open_record(address) as record:
        found = [f"{fault.where}: {fault.what}" for fault in record.verify()]
        keys = [row.key for row in record.questions.documents(limit=10 * DOCUMENTS)]
        numbers = {entry.number for entry in record.judgements.entries()}
    found += [f"document {key} was reported done and is lost" for key in told.documents - set(keys)]
    found += [f"document {key} is there twice" for key in set(keys) if keys.count(key) > 1]
    found += [f"judgement {number} was reported done and is lost" for number in told.judgements - numbers]
    return found


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("address", nargs="?")
    parser.add_argument("--runs", type=int, default=RUNS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = asked.address or str(Path(folder) / "onrecord.db")
        told, failed = Told(), 0
        try:
            open_record(address).close()
        except StopRun as error:
            sys.exit(str(error))
        signature(" ".join(WORDS))  # loads what takes seconds to load, once for all writers
        for seed in range(asked.runs):
            run_and_kill(address, seed, told)
            found = faults(address, told)
            failed += bool(found)
            for fault in found[:5]:
                print(f"run {seed}: {fault}", flush=True)
            if (seed + 1) % 20 == 0:
                done = f"{len(told.documents)} documents, {len(told.judgements)} judgements"
                print(f"  {seed + 1} killed, {done} reported done", flush=True)
        print(f"{asked.runs} runs killed, {asked.runs - failed} left the record as it must be")
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
