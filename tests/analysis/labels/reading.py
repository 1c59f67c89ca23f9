"""Labels of marked texts whose parse is made by hand, found and put on parties as the reader does.

A parse is "TAG/relation/governor" for each word, with "/B-person" and the like for names; a text of several
sentences may give each its own, with governors counted from its first word.
"""

from __future__ import annotations

from onrecord.analysis.interviews import announced, find_interview
from onrecord.analysis.labels.users import put_labels, users
from onrecord.analysis.labels.words import find_labels
from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.parties import Cast
from onrecord.analysis.people.phrases import find_phrases
from onrecord.analysis.people.scene import Scene
from onrecord.analysis.people.speakers import find_speakers
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.quotation import find_quotations, outermost
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.syntax import ROOT, Parse
from onrecord.model import OwnVoice, Span
from onrecord.model.span import merge
from onrecord.neural.words import split_words
from tests.analysis.parses import called
from tests.stub import read_marked

FIRST_NAMES = FirstNames({"ada": "f", "tom": "m"})


def tree(text: str, *sentences: str) -> Parse:
    """The parse of a text from the labels of its sentences."""
    rows: list[list[str]] = []
    for sentence in sentences:
        first = len(rows)
        for label in sentence.split():
            speech, relation, governor, *name = label.split("/")
            above = ROOT if int(governor) == ROOT else int(governor) + first
            rows.append([speech, relation, str(above), *(name or ["O"])])
    words = split_words(text)
    assert len(words) == len(rows), [word.slice(text) for word in words]
    speech_of, relations, governors, names = zip(*rows, strict=True)
    return Parse(text, words, speech_of, relations, [int(g) for g in governors], names)


def walk_through(marked: str, *sentences: str) -> Walk:
    """The finished walk through a marked text."""
    reading = read_marked(marked)
    text = reading.document.text
    parse, paragraphs = tree(text, *sentences), find_paragraphs(text)
    phrases = find_phrases(parse, [Span(0, len(text))])
    scene = Scene(
        reading.document, parse, phrases, Cast(parse, phrases, FIRST_NAMES),
        sorted(reading.statements, key=lambda s: (s.content[0].start, -s.content[0].end, s.hull)),
        find_sentences(text), paragraphs, merge(q.span for q in outermost(find_quotations(text))),
    )  # fmt: skip
    walk = Walk(scene, find_interview(text, paragraphs), announced(text, paragraphs))
    find_speakers(walk)
    return walk


def labels_in(marked: str, *sentences: str) -> list[str]:
    """The labels of a marked text, each as "words > target < user"."""
    walk = walk_through(marked, *sentences)
    text = walk.scene.text
    words = find_labels(text, walk.scene.parse, find_quotations(text), [Span(0, len(text))])
    found = users(walk, put_labels(walk, words), OwnVoice.OUTLET, lambda party: called(walk, party))
    return [f"{label.words} > {label.target} < {label.user}" for label in found]
