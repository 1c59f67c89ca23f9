"""Readings for the tests of the exports: one with a bit of everything, and any number of arbitrary ones."""

from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import strategies as st

from onrecord.exports import FORMATS
from onrecord.model import (
    Document,
    Failure,
    Form,
    Kind,
    Medium,
    Reading,
    Reference,
    Region,
    RegionKind,
    Span,
    Spans,
    Status,
)
from onrecord.model.span import trim
from tests.stub import INFO, read_marked, reading_of, statement

ADDRESS = "https://news.example/rain?id=1&x=2"

# Direct, in two parts and two paragraphs; mixed; within; not said; by people who are not named; of a group.
MARKED = """Rain in Tarn 🌧

[Q1 “It 🌧 rained,”] [S1 Ann Lee] [C1 told] [A1 reporters] [T1 on Tuesday]. [Q1 “A lot.”]

[Q1 “And more.”]

[S2 She] [C2 said] [Q2 that “the [L1 rats]” had left & [S3 the army] [C3 believed] [Q3 it was over]].
[S4 Bo Kim] [C4 did not say] [Q4 why]. [S5 Two officials] [C5 said] [T5 last week] [Q5 that Bo Kim left].
[S6 Bo Kim and Cy Dee] [C6 said] [Q6 “no”].
---
1: speaker="Ann Lee" addressee="reporters" when=2021-03
2: speaker="Ann Lee"
3: speaker="the army" kind=thought
4: speaker="Bo Kim" status=negated
5: speaker="Two officials" anonymous=yes when=2021-03-14/2021-03-16
6: speaker="Bo Kim + Cy Dee"
L1: user="Ann Lee" target=none
"""


def everything() -> Reading:
    """A reading with a bit of everything."""
    made = read_marked(
        MARKED,
        title="Rain in Tarn",
        outlet="The Post",
        byline="Di Fox",
        address=ADDRESS,
        published="2021-03-17",
    )
    doc = replace(made.document, regions=(Region(Span(0, 14), RegionKind.TITLE),))
    return replace(completed(made), document=doc)


def completed(made: Reading) -> Reading:
    """With whom a statement is about, where one was made, and one that is partly in quotation marks."""
    text = made.document.text
    statements = list(made.statements)
    kim = next(entity for entity in made.entities if entity.name == "Bo Kim")
    place = Span(text.index("Bo Kim left"), text.index("Bo Kim left") + 6)
    statements[4] = replace(statements[4], about=(Reference(kim.id, place),), translated=False)
    reporters = Span(text.index("reporters"), text.index("reporters") + 9)
    statements[1] = replace(statements[1], form=Form.MIXED)
    statements[0] = replace(statements[0], medium=Medium(reporters, "press conference"))
    return replace(made, statements=tuple(statements))


def not_read() -> Reading:
    """What is left of a document that could not be read."""
    return Reading(Document(id="b", text=""), INFO, error=Failure("empty", "There are no words in it."))


def written(name: str, *readings: Reading) -> bytes:
    """Readings in the format of this name."""
    output = io.BytesIO()
    FORMATS[name].write(readings, output)
    return output.getvalue()


def pieces(reading: Reading) -> list[tuple[str, str, Spans]]:
    """Id, role and spans of all that a reading's statements consist of."""
    return [
        (stmt.id, role, spans)
        for stmt in reading.statements
        for role, spans in (("source", stmt.source), ("cue", stmt.cue), ("content", stmt.content))
        if spans
    ]


# Letters, astral ones, half a character, quotation marks, markup, line ends of all kinds, controls, spaces.
CHARACTERS = 'ab éA😀𝒳e\u0301"“”<&>\n\n\r\t \u2028\x85\x0b\x1d\x01\ufeff\ufffe\ud83d;='


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading of any text with any statements, which may overlap in every way."""
    text = draw(st.text(alphabet=CHARACTERS, min_size=1, max_size=60))
    doc = Document(id=draw(st.text(max_size=5)), text=text, address=draw(st.sampled_from([None, ADDRESS])))
    found = {}
    for _ in range(draw(st.integers(0, 4))):
        spans = draw(_parts(text))
        if spans:
            status = draw(st.sampled_from(Status))
            made = statement(
                doc,
                source=spans[1:2],
                cue=spans[2:3],
                content=tuple(sorted(spans[:1] + spans[3:])),
                kind=draw(st.sampled_from(Kind)),
                status=status,
            )
            found[made.id] = replace(made, form=draw(st.sampled_from(Form)))
    return reading_of(doc, list(found.values()))


@st.composite
def _parts(draw: st.DrawFn, text: str) -> Spans:
    """Spans that do not touch each other, with words in them, none with white space at its edge."""
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    spans = [trim(Span(*pair), text) for pair in zip(edges[::2], edges[1::2], strict=False)]
    return tuple(draw(st.permutations([span for span in spans if span.start < span.end])))
