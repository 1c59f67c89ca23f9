"""`python -m benchmarks.record [ADDRESS]`: how fast a large record answers, and how large it is.

    python -m benchmarks.record                                SQLite, 500,000 statements, a temporary folder
    python -m benchmarks.record --statements 50000 record.db   fewer, in a file that is kept
    python -m benchmarks.record postgresql://…                 an empty database of a server

Fills a record with made-up documents through the writer that `onrecord add` uses, then asks 200 varied
questions of each kind, warm, and prints the median and the 95th percentile in milliseconds. Nothing else
should run meanwhile.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from sqlalchemy import event, text

from onrecord.jobs.suggesting import propose
from onrecord.model import (
    Document,
    Entity,
    EntityType,
    Form,
    Kind,
    OwnVoice,
    ReaderInfo,
    Reading,
    Reference,
    Span,
    Speaker,
    Statement,
    Status,
    Voice,
)
from onrecord.model.statement import statement_id, words_at
from onrecord.record import Filter, Record, open_record
from onrecord.record.asking.counting import Counting

A_DOCUMENT = 24  # statements, as an article of 4,700 characters has
QUESTIONS = 200
OUTLETS = [
    f"The {name} Courier" for name in "Aldmoor Brack Corvo Dale Estrand Fenn Grau Harrow Ister Juno".split()
]
FIRST = "Ada Bento Clara Dario Edda Farouk Greta Hanno Ilir Jonas Kasia Lena Milo Nadia Oskar Petra".split()
LAST = [
    a + b
    for a in "Bran Cor Dul Fal Gren Hol Kar Lor Mar Nor".split()
    for b in "ak bey den el ish mont ne ov ra ski".split()
]
OFFICES = "mayor minister spokesman widow harbourmaster colonel engineer doctor judge teacher".split()
INFO = ReaderInfo("onrecord", "0", "made-up", "sha256:" + "0" * 64)


def vocabulary(size: int) -> list[str]:
    """Words that are as frequent as words are: a few very much, most hardly ever."""
    rng = random.Random(1)
    return [
        "".join(rng.choice("bcdfghklmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(2, 4)))
        for _ in range(size)
    ]


def frequencies(size: int) -> list[float]:
    """How frequent words are, each with those before it added."""
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def made_up(number: int, words: list[str], weights: Sequence[float]) -> Reading:
    """A document with `A_DOCUMENT` statements by and about made-up people, as long as articles with so many.

    `weights` say how frequent the words are, each with those before it added (see `frequencies`). Two in five
    who speak have no full name: they are speakers of this document alone, as in real news.
    """
    rng = random.Random(number)
    people = [f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(6)]
    locals_ = [f"the {rng.choice(OFFICES)} of {rng.choice(LAST).lower()}" for _ in range(4)]
    written, places = "", []
    for _ in range(A_DOCUMENT):
        name, other = rng.sample([*people, *locals_], 2)
        own = " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(2, 9)))
        said = " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(6, 24)))
        written += f"{own.capitalize()}. "
        start = len(written)
        written += f"{name} said that {other} {said}.\n\n"
        cue = start + len(name) + 1
        content = Span(cue + 5, len(written) - 3)
        places.append((name, other, Span(start, cue - 1), Span(cue, cue + 4), content))
    day = f"{2015 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    document = Document(
        id=f"d{number}",
        path=f"d{number}.txt",
        text=written,
        outlet=OUTLETS[number % len(OUTLETS)],
        published=day,
        language="en",
    )
    return _reading(document, sorted({*people, *locals_}), places)


def _reading(
    document: Document, people: list[str], places: list[tuple[str, str, Span, Span, Span]]
) -> Reading:
    ids = {name: f"e{n}" for n, name in enumerate(people, 1)}
    mentions: dict[str, list[Span]] = {name: [] for name in people}
    statements, voices, digest, at = [], [], document.digest, 0
    for name, other, source, cue, content in places:
        spans = (source,), (cue,), (content,)
        about = Span(content.start + 5, content.start + 5 + len(other))
        mentions[name].append(source)
        mentions[other].append(about)
        id = statement_id(digest, Kind.SPEECH, *spans)
        voices += [Voice(Span(at, content.start), (), None, OwnVoice.OUTLET)]
        voices += [Voice(content, (id,), Form.INDIRECT, None)]
        at = content.end
        statements.append(
            Statement(
                id=id, form=Form.INDIRECT, kind=Kind.SPEECH,
                status=Status.ASSERTED, act="statement", stance="neutral", confidence=0.9, source=spans[0],
                cue=spans[1], content=spans[2], text=words_at(document.text, *spans),
                speaker=Speaker(ids[name], name, source, "named here", 0.97),
                about=(Reference(ids[other], about),),
            )
        )  # fmt: skip
    voices.append(Voice(Span(at, len(document.text)), (), None, OwnVoice.OUTLET))
    entities = tuple(
        Entity(
            id=ids[name], name=name, type=EntityType.PERSON, names=(name, name.split()[-1]),
            mentions=tuple(sorted(mentions[name])),
        )
        for name in people
    )  # fmt: skip
    return replace(Reading(document, INFO, tuple(statements), entities), voices=tuple(voices))


def fill(record: Record, statements: int) -> float:
    """Adds made-up documents until there are so many statements; gives the seconds a document took."""
    words = vocabulary(20_000)
    weights = frequencies(len(words))
    documents = statements // A_DOCUMENT
    began = spent = time.perf_counter()
    spent = 0.0
    for number in range(documents):
        reading = made_up(number, words, weights)
        start = time.perf_counter()
        record.writer.add(reading)
        spent += time.perf_counter() - start
        if (number + 1) % 5_000 == 0:
            print(f"  {number + 1:,} documents, {time.perf_counter() - began:,.0f} s", flush=True)
    return spent / max(documents, 1)


def ask(record: Record) -> dict[str, Callable[[random.Random], object]]:
    """The questions of each kind."""
    questions, words = record.questions, vocabulary(20_000)

    def name(rng: random.Random) -> str:
        return f"{rng.choice(FIRST)} {rng.choice(LAST)}"

    def word(rng: random.Random) -> str:
        return words[min(int(rng.paretovariate(0.4)), 5_000)]

    def filtered(rng: random.Random) -> object:
        which = Filter(outlet=rng.choice(OUTLETS), since="2018-01-01", min_confidence=0.5)
        return questions.search(word(rng), which)

    return {
        "search: a word": lambda rng: questions.search(word(rng)),
        "search: two words": lambda rng: questions.search(f"{word(rng)} {word(rng)}"),
        "search: with filters": filtered,
        "search: a speaker and a word": lambda rng: questions.search(word(rng), Filter(speaker=name(rng))),
        "who": lambda rng: questions.who(name(rng)),
        "who: a surname": lambda rng: questions.who(rng.choice(LAST)),
        "about": lambda rng: questions.about(name(rng)),
        "stats": lambda rng: (
            Counting(record.engine).totals(),
            Counting(record.engine).by_outlet_and_month(),
            questions.speakers(limit=10),
        ),
        "suggest: a name": lambda rng: propose(record, name(rng)),
        "suggest: all": lambda rng: propose(record),
        "show": lambda rng: questions.statement(format(rng.getrandbits(20), "05x")),
    }


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("address", nargs="?")
    parser.add_argument("--statements", type=int, default=500_000)
    parser.add_argument("--ask", action="store_true", help="ask a record that was filled before, add nothing")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = asked.address or str(Path(folder) / "onrecord.db")
        with open_record(address, originals=False) as record:
            if not asked.ask:
                _hurry(record)
                each = fill(record, asked.statements)
                print(f"adding: {1000 * each:.1f} ms a document of {A_DOCUMENT} statements")
            _size(record, address, asked.statements)
            _time(record)


def _hurry(record: Record) -> None:
    """Fills a file without waiting for the disk after each document: here nobody minds a loss."""
    if record.engine.dialect.name == "sqlite":
        record.engine.dispose()
        event.listen(record.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))


def _size(record: Record, address: str, statements: int) -> None:
    words, weights = vocabulary(20_000), frequencies(20_000)
    a_text = sum(len(made_up(n, words, weights).document.text.encode()) for n in range(50)) / 50
    whole = a_text * (statements // A_DOCUMENT)
    path = Path(address)
    if path.exists():
        size = path.stat().st_size
    else:
        with record.engine.connect() as connection:
            size = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    print(f"size: {size / 1e6:,.0f} MB, {size / whole:.2f} times the text")


def _time(record: Record) -> None:
    print(f"{'':34}{'median ms':>11}{'p95 ms':>10}{'most ms':>10}")
    for kind, question in ask(record).items():
        rng, times = random.Random(7), []
        for _ in range(QUESTIONS):
            start = time.perf_counter()
            question(rng)
            times.append(1000 * (time.perf_counter() - start))
        times.sort()
        p95 = times[int(0.95 * len(times))]
        print(f"{kind:34}{statistics.median(times):11.1f}{p95:10.1f}{times[-1]:10.1f}", flush=True)


if __name__ == "__main__":
    main()
