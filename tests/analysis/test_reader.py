"""The reader keeps its laws on every text, and puts the stages together."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.reader import Reader
from onrecord.errors import Reason, SkipDocument
from onrecord.loading import load
from onrecord.model import Document, Form, OwnVoice, Reading, Region, RegionKind, Span
from onrecord.neural.decode import Found, Run
from onrecord.neural.syntax import ROOT, Syntax
from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from onrecord.neural.words import QuoteState
from onrecord.settings import Settings
from tests.analysis.made import INFO, SCRAPS, Planned, marked_document, reader

SAMPLES = Path(__file__).parents[2] / "samples"
ENGLISH = "It was in the hills and it was cold. "


def read(marked: str, regions: Sequence[Region] = ()) -> Reading:
    document, made = marked_document(marked)
    return made.read(replace(document, regions=tuple(regions)))


def rows(reading: Reading) -> list[tuple[str, str, str]]:
    return [(stmt.source_words, stmt.cue_words, stmt.content_words) for stmt in reading.statements]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[S Lee] [C said] [Q that it rained].", [("Lee", "said", "that it rained")]),
        ("“[Q It rained],” [S she] [C said]. “So it was.”", [("she", "said", "“It rained,” … “So it was.”")]),
        ("[Q “Rain,”] [S she] [C said].\n\n“And it was.”", [("she", "said", "“Rain,” … “And it was.”")]),
        ("Q: It was?\n\nA: It. [S Lee] [C says] [Q so].\n\nQ: And?",
         [("Q", ":", "It was?"), ("A", ":", "It. Lee says so."), ("Lee", "says", "so"), ("Q", ":", "And?")]),
        ("[S Q][C :] [Q It was?\n]\nA: It was.\n\nQ: And?",
         [("Q", ":", "It was?"), ("A", ":", "It was."), ("Q", ":", "And?")]),
        # an interview by its headline as well as by its labels has each answer once
        ("An interview with Lee\n\nQ: Was it?\n\nA: I was in it.\n\nQ: And?\n\nA: It was me.\n\nQ: Why?",
         [("Q", ":", "Was it?"), ("A", ":", "I was in it."), ("Q", ":", "And?"), ("A", ":", "It was me."),
          ("Q", ":", "Why?")]),
        ("An interview with Lee\n\nWas it cold?\n\n[S I] [C think] [Q so]. I was in it.\n\nWas it you?"
         "\n\nIt was me.\n\nAnd why was it?\n\nI was in it.",
         [("", "", "I think so. I was in it."), ("I", "think", "so"), ("", "", "It was me."),
          ("", "", "I was in it.")]),
        ("[S ORVESK, May 3 (Corran Press) - The mayor] [C said] [Q that it rained].",
         [("The mayor", "said", "that it rained")]),
    ],
)  # fmt: skip
def test_stages_together(marked: str, found: list[tuple[str, str, str]]) -> None:
    assert rows(read(marked.replace("\n]", "]\n"))) == found


def test_what_is_read_is_said_with_it() -> None:
    reading = read("[S Lee] [C said] [Q that it was “cold”].")
    assert reading.document.language == "en"
    (stmt,) = reading.statements
    assert (stmt.form, stmt.confidence, stmt.kind) == (Form.MIXED, 0.8, "speech")


def test_a_block_goes_to_who_leads_up_to_it() -> None:
    marked = "[S Lee] [C wrote] [Q a letter]:\n\nIt was cold.\n\nIt was in the hills."
    start = len("Lee wrote a letter:\n\n")
    reading = read(marked, [Region(Span(start, start + 35), RegionKind.BLOCKQUOTE)])
    assert rows(reading) == [("Lee", "wrote", "a letter … It was cold. … It was in the hills.")]


def test_nothing_is_read_outside_the_body() -> None:
    document, made = marked_document("[S Lee] [C said] [Q that it rained and it was cold].")
    caption = Region(Span(document.text.index("rained"), document.text.index("it was")), RegionKind.CAPTION)
    reading = made.read(replace(document, regions=(caption,)))
    assert rows(reading) == [("Lee", "said", "that it … it was cold")]


def test_a_headline_that_was_run_into_the_text_is_a_paragraph_of_its_own() -> None:
    opened: list[str] = []

    class Watching(Planned):
        def find(
            self, text: str, words: Sequence[Span], quotes: Sequence[QuoteState], opens: Sequence[bool]
        ) -> tuple[list[Found], Syntax]:
            opened.extend(word.slice(text) for word, first in zip(words, opens, strict=True) if first)
            return super().find(text, words, quotes, opens)

    title = Region(Span(0, 14), RegionKind.TITLE)
    document = Document(id="a", text="Rain in Orvesk It was cold, and it was in the hills.", regions=(title,))
    Reader(Watching(lambda words: []), INFO).read(document)
    assert opened == ["Rain", "It"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("12 %\n", Reason.EMPTY),
        (
            "Der Minister sagte am Montag, dass der Regen in den Bergen nicht aufhören werde. " * 3,
            Reason.LANGUAGE,
        ),
        ("قال الرئيس إن المطر", Reason.LANGUAGE),
    ],
)
def test_what_is_not_read_is_skipped_with_a_reason(text: str, reason: Reason) -> None:
    with pytest.raises(SkipDocument) as caught:
        reader(lambda words: []).read(Document(id="a", text=text))
    assert caught.value.reason is reason


def random_found(seed: int, words: Sequence[Span]) -> list[Found]:
    """Runs of words without sense, which overlap as they like."""
    chance = random.Random(seed)

    def run() -> Run:
        start = chance.randrange(len(words))
        return Run(start, chance.randint(start + 1, min(len(words), start + chance.choice([2, 9, 99]))))

    return [
        Found(run(), chance.choice([None, run()]), sorted(run() for _ in range(chance.randint(1, 3))))
        for _ in range(chance.randrange(7))
    ]


def random_syntax(seed: int, count: int) -> Syntax:
    """Labels without sense; half the time most words are nouns and names, as where people are told of."""
    chance = random.Random(seed)
    share = chance.choice([0.0, 0.6])

    def labels(values: Sequence[str], likely: Sequence[str]) -> list[str]:
        return [chance.choice(likely if chance.random() < share else values) for _ in range(count)]

    return Syntax(
        labels(PARTS_OF_SPEECH, ("NNP", "NN", "PRP", "VBD", "DT")),
        labels(RELATIONS, ("nsubj", "ccomp", "dobj", "prep", "appos")),
        labels(NAMES, ("B-person", "I-person", "O", "B-organisation")),
        [chance.choice((ROOT, chance.randrange(count), max(i - 1, ROOT))) for i in range(count)],
    )


REGIONS = st.lists(
    st.tuples(st.integers(0, 150), st.integers(1, 60), st.sampled_from(RegionKind)), max_size=4
)
PEOPLE = (
    *(" she ", " He", " I ", " me ", " who ", "Both ", " the mayor", " a report by ", "Ada Lee", " told "),
    *(" according to ", " at the request of ", " and ", " the regime ", " on Monday ", "’s "),
)
told = st.lists(st.sampled_from([*SCRAPS, *PEOPLE]), max_size=80).map("".join)


@given(told, REGIONS, st.sampled_from([None, "Ada Lee"]), st.integers(0, 2**32 - 1))
def test_any_labels_give_a_reading_that_keeps_its_laws(
    text: str, places: list[tuple[int, int, RegionKind]], byline: str | None, seed: int
) -> None:
    text = ENGLISH + text
    regions = tuple(
        Region(Span(start, min(start + length, len(text))), kind)
        for start, length, kind in places
        if start < len(text)
    )
    document = Document(id="a", text=text, regions=regions, byline=byline)
    made = reader(lambda words: random_found(seed, words), lambda count: random_syntax(seed, count))
    try:
        reading = made.read(document)
    except SkipDocument:
        return  # the regions left no word of English
    reading.check()
    check_statements(reading)
    check_entities(reading)


def check_statements(reading: Reading) -> None:
    body = reading.document.body()
    for stmt in reading.statements:
        for span in (*stmt.source, *stmt.cue, *stmt.content):
            assert any(part.contains(span) for part in body)
        assert list(stmt.content) == sorted(stmt.content)
        for reference in stmt.addressee:
            assert not any(reference.span.overlaps(span) for span in stmt.content)
    assert [v.span for v in reading.voices] == sorted(v.span for v in reading.voices)
    known = {stmt.id for stmt in reading.statements}
    assert {stmt.within for stmt in reading.statements} <= known | {None}
    assert all((v.own is None) is bool(v.statements) and set(v.statements) <= known for v in reading.voices)


def check_entities(reading: Reading) -> None:
    """Ids count from e1, whatever is referred to is there, and mentions lie in the body."""
    body = reading.document.body()
    known = [entity.id for entity in reading.entities]
    assert known == [f"e{n}" for n in range(1, len(known) + 1)]
    speakers = {stmt.speaker.entity for stmt in reading.statements if stmt.speaker}
    references = {ref.entity for stmt in reading.statements for ref in (*stmt.addressee, *stmt.about)}
    members = {member for entity in reading.entities for member in entity.members}
    assert speakers | references | members <= set(known)
    for label in reading.labels:
        assert label.target is None or label.target in known
        assert label.user in (*known, *OwnVoice, "unclear")
    for entity in reading.entities:
        assert entity.mentions
        assert len(set(entity.mentions)) == len(entity.mentions)
        assert len(set(entity.names)) == len(entity.names)
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(reading.document.text)
            assert any(part.overlaps(mention) for part in body)


def test_the_shipped_weights_find_most_of_a_sample() -> None:
    text = (SAMPLES / "council.txt").read_text(encoding="utf-8")
    reading = load(Settings()).read(Document(id="council", text=text))
    assert len(reading.statements) >= 10
    assert sum(stmt.form is Form.DIRECT for stmt in reading.statements) >= 5
