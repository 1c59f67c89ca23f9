"""`python -m benchmarks.site RECORD`: how fast the site answers over a record, and how much it sends.

    python -m benchmarks.site onrecord.db                    every page, then 200 readers for a minute
    python -m benchmarks.site onrecord.db --only pages
    python -m benchmarks.site postgresql://… --only load --readers 50 --seconds 20

The site runs in a process of its own on a free port of this machine, as `onrecord serve` runs it, but reads
and adds nothing. First each page is opened 100 times, one after the other, at addresses of the record's.
`KB` is what a first visit sends: the page with all that a browser loads for it, compressed; `KB page` is the
page alone. Then many readers open pages at once. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import multiprocessing
import random
import re
import socket
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpx

from onrecord.record import Found, Record, open_record
from onrecord.web import Site, make_app, urls

HOST = "127.0.0.1"
OPENED = 100  # times that each page is opened
READERS = 200
SECONDS = 60.0
EVERY = 5.0  # seconds between two pages of one reader
PATIENCE = 30.0  # seconds for an answer, and for the site to begin
SAMPLED = 300  # documents that addresses are drawn from
BUSY = 20  # speakers with most statements
LINKED = re.compile(r'<(?:link rel="(?:stylesheet|icon|preload)"|script|img)[^>]*?\s(?:href|src)="([^"]+)"')
FACE = re.compile(r"@font-face\s*{(.*?)}", re.DOTALL)
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")

Draw = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Sample:
    """What addresses are made of: keys, ids and words of the record."""

    documents: list[str]
    statements: list[Found]
    busy: list[str]
    outlets: list[str]

    def word(self, rng: random.Random) -> str:
        """A word that somebody said, the frequent ones oftener."""
        words: list[str] = re.findall(r"\w{4,}", rng.choice(self.statements).content_words)
        return rng.choice(words or ["water"])

    def speaker(self, rng: random.Random) -> str:
        """Somebody who speaks."""
        return rng.choice(self.statements).speaker or self.busy[0]


def pages(sample: Sample) -> dict[str, Draw]:
    """Every page of the site, with how an address of it is drawn."""
    return {
        "home": lambda rng: urls.home(),
        "articles": lambda rng: urls.documents(after=str(50 * rng.randrange(len(sample.documents)))),
        "articles: of an outlet": lambda rng: urls.documents(outlet=rng.choice(sample.outlets)),
        "article": lambda rng: urls.document(rng.choice(sample.documents)),
        "statement": lambda rng: urls.statement(rng.choice(sample.statements).id),
        "speakers": lambda rng: urls.speakers(),
        "speakers: a name": lambda rng: urls.speakers(q=sample.speaker(rng).split()[-1]),
        "speaker": lambda rng: urls.speaker(sample.speaker(rng)),
        "speaker: a busy one": lambda rng: urls.speaker(rng.choice(sample.busy)),
        "about": lambda rng: urls.about(sample.speaker(rng)),
        "about: a busy one": lambda rng: urls.about(rng.choice(sample.busy)),
        "search: all": lambda rng: urls.search(),
        "search: a word": lambda rng: urls.search(q=sample.word(rng)),
        "search: two words": lambda rng: urls.search(q=f"{sample.word(rng)} {sample.word(rng)}"),
        "search: with filters": lambda rng: urls.search(
            q=sample.word(rng), outlet=rng.choice(sample.outlets), since="2018"
        ),
        "search: a speaker": lambda rng: urls.search(speaker=sample.speaker(rng)),
        "search: unnamed": lambda rng: urls.search(unnamed="yes"),
        "outlets": lambda rng: urls.outlets(),
        "log": lambda rng: urls.log(),
        "review": lambda rng: urls.review(),
        "help": lambda rng: "/help",
        "API: about": lambda rng: urls.api_page(),
        "API: statements": lambda rng: urls.api(f"/statements?q={sample.word(rng)}"),
        "API: speakers": lambda rng: urls.api("/speakers"),
        "API: a reading": lambda rng: urls.api(f"/documents/{rng.choice(sample.documents)}/reading"),
        "API: stats": lambda rng: urls.api("/stats"),
        "feed": lambda rng: urls.feed(q=sample.word(rng)),
    }


READ = ("article", "statement", "speaker", "search: a word", "home")  # what readers open


def sample_of(record: Record) -> Sample:
    """Documents from all over the record, with their statements."""
    questions = record.questions
    newest = questions.documents(latest=True, limit=SAMPLED)
    rows = [*questions.documents(limit=SAMPLED), *newest]
    keys = list(dict.fromkeys(row.key for row in rows))
    found = [one for key in keys[:: max(1, len(keys) // 60)] for one in questions.in_document(key)]
    busy = [row.key for row in questions.speakers(limit=BUSY)]
    if not found or not busy:
        sys.exit("There is no statement in this record. Fill one first: python -m benchmarks.record FILE.")
    return Sample(keys, found, busy, sorted({row.outlet for row in rows if row.outlet}) or ["none"])


def serve(address: str, port: int) -> None:
    """The site of a record, until the process is ended."""
    import uvicorn

    def refuse(_: object) -> object:
        raise NotImplementedError("This site only shows what is there.")

    logging.getLogger("onrecord.web").disabled = True  # faults are counted where pages are opened
    with open_record(address, create=False, originals=False) as record:
        site = Site(record=record, read=refuse, add=refuse)  # type: ignore[arg-type]
        uvicorn.Server(uvicorn.Config(make_app(site), host=HOST, port=port, log_level="error")).run()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as opened:
        opened.bind((HOST, 0))
        return int(opened.getsockname()[1])


def wait_for(base: str) -> None:
    """Waits until the site answers."""
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        try:
            httpx.get(f"{base}/help", timeout=PATIENCE)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    sys.exit(f"The site did not answer at {base}.")


@dataclass(slots=True)
class Times:
    """How long answers took, in milliseconds, and what was answered."""

    taken: list[float] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)

    def at(self, share: float) -> float:
        """The time within which this share of the answers came."""
        ordered = sorted(self.taken)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    @property
    def faults(self) -> str:
        """What was answered but for what was asked for, in words."""
        bad = {answer: count for answer, count in self.answers.items() if answer != "200"}
        return ", ".join(f"{count} × {answer}" for answer, count in sorted(bad.items()))


def time_pages(client: httpx.Client, drawn: dict[str, Draw], opened: int) -> None:
    """Opens each page so many times, and prints how long it took and how much a visit sends."""
    print(f"{'page':26}{'median ms':>10}{'p95 ms':>9}{'most ms':>9}{'KB':>8}{'KB page':>9}")
    for name, draw in drawn.items():
        rng, times, first = random.Random(name), Times(), ""
        for _ in range(opened):
            address = draw(rng)
            began = time.perf_counter()
            answer = client.get(address)
            times.taken.append(1000 * (time.perf_counter() - began))
            times.answers[str(answer.status_code)] += 1
            first = first or (address if answer.status_code == 200 else "")
        if not first:
            what = "missing" if set(times.answers) == {"404"} else "failed"
            print(f"{name:26}{what}: {times.faults}", flush=True)
            continue
        own, whole = weight(client, first)
        middle, p95, most = statistics.median(times.taken), times.at(0.95), max(times.taken)
        row = f"{name:26}{middle:10.1f}{p95:9.1f}{most:9.1f}{whole / 1000:8.1f}{own / 1000:9.1f}"
        print(f"{row}  {times.faults}", flush=True)


def weight(client: httpx.Client, address: str) -> tuple[int, int]:
    """Bytes as they are sent of a page, and of it with all that a browser loads for it."""
    page = client.get(address)
    own = page.num_bytes_downloaded
    if "text/html" not in page.headers["content-type"]:
        return own, own
    loaded = {urljoin(address, link) for link in LINKED.findall(page.text)}
    whole, files = own, dict.fromkeys(sorted(loaded))
    for link in list(files):
        answer = client.get(link)
        whole += answer.num_bytes_downloaded
        if link.partition("?")[0].endswith(".css"):
            for font in fonts(answer.text, page.text, link):
                if font not in files:
                    files[font] = None
                    whole += client.get(font).num_bytes_downloaded
    return own, whole


def fonts(style: str, text: str, address: str) -> Iterator[str]:
    """The fonts of a style sheet that a browser loads for a text: those that have a character of it."""
    letters = set(map(ord, text))
    for face in FACE.findall(style):
        ranges = [(int(first, 16), int(last or first, 16)) for first, last in RANGE.findall(face)]
        if not ranges or any(first <= letter <= last for letter in letters for first, last in ranges):
            yield urljoin(address, re.search(r'url\("?([^")]+)', face)[1])  # type: ignore[index]


async def load(base: str, drawn: dict[str, Draw], readers: int, seconds: float) -> None:
    """Many readers at once, each of whom opens a page every few seconds; prints how long they waited."""
    times = Times()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=readers)
    async with httpx.AsyncClient(base_url=base, timeout=PATIENCE, limits=limits) as client:
        until = time.perf_counter() + seconds

        async def reader(number: int) -> None:
            rng = random.Random(number)
            await asyncio.sleep(rng.uniform(0, min(EVERY, seconds)))
            while time.perf_counter() < until:
                began = time.perf_counter()
                try:
                    answer = str((await client.get(drawn[rng.choice(READ)](rng))).status_code)
                except httpx.TransportError as error:
                    answer = type(error).__name__
                taken = time.perf_counter() - began
                times.taken.append(1000 * taken)
                times.answers[answer] += 1
                await asyncio.sleep(max(0.0, EVERY - taken))

        await asyncio.gather(*map(reader, range(readers)))
    count = len(times.taken)
    print(
        f"{readers} readers for {seconds:.0f} s, a page every {EVERY:.0f} s each: {count:,} pages, "
        f"median {times.at(0.5):.0f} ms, p95 {times.at(0.95):.0f} ms, p99 {times.at(0.99):.0f} ms, "
        f"most {max(times.taken):.0f} ms; faults: {times.faults or 'none'}"
    )


def measure(address: str, parts: Iterable[str], opened: int, readers: int, seconds: float) -> None:
    """Starts the site, measures what is wanted, and ends it."""
    with open_record(address, create=False, originals=False) as record:
        drawn = pages(sample_of(record))
    port = free_port()
    base = f"http://{HOST}:{port}"
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(address, port), daemon=True)
    process.start()
    try:
        wait_for(base)
        if "pages" in parts:
            with httpx.Client(base_url=base, timeout=PATIENCE) as client:
                time_pages(client, drawn, opened)
        if "load" in parts:
            asyncio.run(load(base, drawn, readers, seconds))
    finally:
        process.terminate()
        process.join()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("record")
    parser.add_argument("--only", choices=["pages", "load"])
    parser.add_argument("--opened", type=int, default=OPENED, help="times that each page is opened")
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    asked = parser.parse_args()
    parts = [asked.only] if asked.only else ["pages", "load"]
    measure(asked.record, parts, asked.opened, asked.readers, asked.seconds)


if __name__ == "__main__":
    main()
