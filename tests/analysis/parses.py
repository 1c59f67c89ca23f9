"""Texts with their syntax, for the tests of who is who: what the network would say of their words.

In: parses.txt, a block for each sentence with a line "word TAG relation governor name" for each word (see
`parsed`). `parse_of` puts the sentences of a text together; the others go on from there as the reader does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.analysis.interviews import announced, find_interview
from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.parties import Cast, Party
from onrecord.analysis.people.phrases import Phrase, find_phrases
from onrecord.analysis.people.scene import Scene
from onrecord.analysis.people.speakers import find_speakers
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.quotation import find_quotations, outermost
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.syntax import ROOT, Parse
from onrecord.model import Span
from onrecord.model.span import merge
from onrecord.neural.words import split_words
from tests.analysis.made import parsed
from tests.stub import read_marked

FIRST_NAMES = FirstNames(
    {"ada": "f", "edda": "f", "mira": "f", "hanno": "m", "ilir": "m", "oskar": "m", "jo": "u"}
)


@cache
def sentences() -> dict[str, Parse]:
    """The parses of parses.txt by their text."""
    found = {}
    blocks = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").strip().split("\n\n")
    for block in blocks:
        text, *lines = block.split("\n")
        text = text.removeprefix("# ")
        found[text] = parsed(text, *lines)
    return found


@cache
def parse_of(text: str) -> Parse:
    """The parse of a text whose sentences stand in parses.txt."""
    speech: list[str] = []
    relation: list[str] = []
    governor: list[int] = []
    names: list[str] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        sentence = _sentence_at(text, place)
        parse, first = sentences()[sentence], len(speech)
        speech += parse.speech
        relation += parse.relation
        governor += (word if word == ROOT else word + first for word in parse.governor)
        names += parse.names
        place += len(sentence)
    return Parse(text, split_words(text), speech, relation, governor, names)


def _sentence_at(text: str, place: int) -> str:
    fitting = [sentence for sentence in sentences() if text.startswith(sentence, place)]
    assert fitting, f"no parse of the sentence that begins with {text[place : place + 60]!r}"
    return max(fitting, key=len)


def phrases_of(text: str) -> list[Phrase]:
    """The noun phrases of a text."""
    return find_phrases(parse_of(text), [Span(0, len(text))])


def cast_of(text: str) -> Cast:
    """The parties that the names of a text make up."""
    return Cast(parse_of(text), phrases_of(text), FIRST_NAMES)


def scene_of(marked: str) -> Scene:
    """The scene of a marked text (see tests/factory.py), its statements in order of their contents."""
    reading = read_marked(marked)
    text = reading.document.text
    statements = sorted(reading.statements, key=lambda s: (s.content[0].start, -s.content[0].end, s.hull))
    return Scene(
        reading.document, parse_of(text), phrases_of(text), cast_of(text), statements, find_sentences(text),
        find_paragraphs(text), merge(quotation.span for quotation in outermost(find_quotations(text))),
    )  # fmt: skip


def walk_of(marked: str) -> Walk:
    """The finished walk through a marked text; one with a byline is its author's own voice."""
    scene = scene_of(marked)
    text, paragraphs = scene.text, scene.paragraphs
    walk = Walk(
        scene, find_interview(text, paragraphs), announced(text, paragraphs),
        signed=scene.document.byline is not None,
    )  # fmt: skip
    find_speakers(walk)
    return walk


def called(walk: Walk, party: Party) -> str:
    """The best name of a party, those of a group's members joined by " + "."""
    if party.members:
        return " + ".join(called(walk, member) for member in party.members)
    span, words = party.best
    return words or span.slice(walk.scene.text)


def who(text: str) -> list[tuple[str, str]]:
    """The phrases of a text that stand for somebody, in order, each with the best name of its party."""
    walk = walk_of(text)
    return [
        (phrase.span(walk.scene.parse).slice(text), called(walk, walk.party_of[phrase]))
        for phrase in walk.scene.phrases
        if phrase in walk.party_of
    ]


def said(marked: str) -> list[str | None]:
    """The best name of who is credited with each statement of a marked text, in order of their contents."""
    walk = walk_of(marked)
    found = (walk.credits.get(number) for number in range(len(walk.scene.statements)))
    return [called(walk, credit.party) if credit else None for credit in found]
