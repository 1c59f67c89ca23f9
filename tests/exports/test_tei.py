"""lxml reads the text back unaltered, and every mark is where its statement is."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from onrecord.exports.characters import xml_text
from onrecord.exports.tei_text import paragraphs
from onrecord.model import Document, Reading, Span
from tests.exports.made import everything, pieces, readings, written
from tests.stub import INFO, read_marked

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

# A copy of TEI's own schema, from https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng; it is
# too large to lie beside the tests.
SCHEMA = os.environ.get("ONRECORD_TEST_TEI_SCHEMA", "")


def corpus(*found: Reading) -> etree._Element:
    return etree.fromstring(written("tei", *found))


def bodies(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(f"{TEI}body"))


def spoken(root: etree._Element, name: str = "said") -> list[etree._Element]:
    return list(root.iter(TEI + name))


def words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def places(body: etree._Element) -> dict[str, Span]:
    """Where each element with an xml:id begins and ends, in characters of the body's text."""
    found: dict[str, Span] = {}

    def walk(element: etree._Element, start: int) -> int:
        end = start + len(element.text or "")
        for child in element:
            end = walk(child, end) + len(child.tail or "")
        if id := element.get(ID):
            found[str(id)] = Span(start, end)
        return end

    walk(body, 0)
    return found


def chains(body: etree._Element) -> dict[str, list[Span]]:
    """The spans of each mark, by the xml:id of its first part, as @next tells."""
    found = places(body)
    elements = {str(element.get(ID)): element for element in body.iter() if element.get(ID)}
    made = {}
    for id, element in elements.items():
        if element.get("prev") is None:
            chain = [id]
            while following := elements[chain[-1]].get("next"):
                assert elements[str(following)[1:]].get("prev") == "#" + chain[-1]
                chain.append(str(following)[1:])
            made[id] = [found[part] for part in chain]
    return made


def test_the_text_is_unaltered() -> None:
    reading = everything()
    assert words(bodies(corpus(reading))[0]) == reading.document.text


def test_what_is_said_has_its_speaker_and_its_manner() -> None:
    root = corpus(everything())
    said = spoken(root)
    first = said[0]
    assert words(first) == "“It 🌧 rained,”"
    assert (first.get("direct"), first.get("aloud")) == ("true", "true")
    assert first.get("ana") == "#form-direct #kind-speech #status-asserted"
    assert (first.get("who"), first.get("toWhom")) == ("#d1-e1", "#d1-e2")
    army = next(element for element in said if words(element) == "it was over")
    assert (army.get("direct"), army.get("aloud")) == ("false", "false")
    assert said[-1].get("who") == "#d1-e4 #d1-e7"


def test_parts_are_linked() -> None:
    root = corpus(everything())
    first, second, third = spoken(root)[:3]
    assert [words(part) for part in (second, third)] == ["“A lot.”", "“And more.”"]
    assert (first.get("prev"), first.get("next")) == (None, f"#{second.get(ID)}")
    assert (second.get("prev"), second.get("next")) == (f"#{first.get(ID)}", f"#{third.get(ID)}")


def test_what_was_not_said_is_no_said() -> None:
    root = corpus(everything())
    assert "why" not in [words(element) for element in spoken(root)]
    (unsaid,) = [element for element in spoken(root, "seg") if element.get("type") == "statement"]
    assert words(unsaid) == "why"
    assert "#status-negated" in str(unsaid.get("ana"))
    assert unsaid.get("who") is None


def test_a_statement_stands_in_the_one_that_holds_it() -> None:
    root = corpus(everything())
    outer = next(element for element in spoken(root) if words(element).startswith("that “the"))
    _, inner = spoken(outer)
    assert words(inner) == "it was over"
    segments = [(segment.get("type"), words(segment)) for segment in spoken(outer, "seg")]
    assert segments == [("source", "the army"), ("cue", "believed")]


def test_people_and_bodies_are_listed_and_those_without_names_described() -> None:
    root = corpus(everything())
    people = {str(one.get(ID)): one for name in ("person", "org") for one in root.iter(TEI + name)}
    told = {id: (one[0].tag.removeprefix(TEI), words(one)) for id, one in people.items()}
    assert told == {
        "d1-e1": ("persName", "Ann Lee"),
        "d1-e2": ("orgName", "reporters"),
        "d1-e3": ("orgName", "the army"),
        "d1-e4": ("persName", "Bo Kim"),
        "d1-e5": ("p", "Two officials"),
        "d1-e7": ("persName", "Cy Dee"),
    }


def test_paragraphs_and_the_title() -> None:
    (body,) = bodies(corpus(everything()))
    blocks = [(block.tag.removeprefix(TEI), block.get("type")) for block in body]
    assert blocks == [("ab", "title"), ("p", None), ("p", None), ("p", None)]
    assert words(body[0]) == "Rain in Tarn 🌧"


def test_each_document_has_ids_of_its_own_and_every_pointer_leads_somewhere() -> None:
    root = corpus(everything(), everything())
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    attributes = ("who", "toWhom", "next", "prev", "corresp", "ana")
    targets = {
        target
        for element in root.iter()
        for name in attributes
        for target in str(element.get(name) or "").split()
    }
    assert targets
    assert targets <= {f"#{id}" for id in ids}


def test_markup_in_a_text_or_a_name_is_text() -> None:
    reading = read_marked("[S <b>] [C said] [Q “&amp; \\]\\]> <said>”].", title="<i>", outlet="A & B")
    root = corpus(reading)
    assert words(bodies(root)[0]) == reading.document.text
    assert len(spoken(root)) == 1


def test_statements_that_cross_are_split_and_linked() -> None:
    reading = read_marked("[S1 A] [C1 said] [Q1 one two]; [S2 B] [C2 said] [Q2 three].")
    text = reading.document.text
    crossing = replace(reading.statements[1], content=(Span(text.index("two"), len(text)),))
    crossed = replace(reading, statements=(reading.statements[0], crossing))
    (body,) = bodies(corpus(crossed))
    assert words(body) == text
    parts = [place.slice(text) for place in chains(body)[f"d1-s{crossing.id}"]]
    assert len(parts) > 1
    assert "".join(parts) == crossing.content[0].slice(text)


def test_characters_that_xml_forbids_are_told_of() -> None:
    root = corpus(Reading(Document(id="a", text="a\x0bb"), INFO))
    assert words(bodies(root)[0]) == "a\ufffdb"
    assert "U+FFFD" in words(list(root.iter(f"{TEI}publicationStmt"))[1])


@pytest.mark.skipif(not SCHEMA, reason="ONRECORD_TEST_TEI_SCHEMA names no copy of tei_all.rng")
@settings(max_examples=10, deadline=None)
@given(st.lists(readings(), max_size=20))
def test_tei_all_holds(found: list[Reading]) -> None:
    tei_all().assertValid(corpus(*found, everything()))


@cache
def tei_all() -> etree.RelaxNG:
    """The schema, which takes half a minute to load."""
    return etree.RelaxNG(etree.parse(Path(SCHEMA)))


@given(readings())
def test_each_span_is_its_words(reading: Reading) -> None:
    (body,) = bodies(corpus(reading))
    text = reading.document.text
    assert words(body) == xml_text(text)
    stretches = paragraphs(xml_text(text))
    found = chains(body)
    expected = {}
    for id, role, spans in pieces(reading):
        key = f"d1-s{id}" + ("" if role == "content" else f"-{role}")
        expected[key] = {
            at for span in spans for at in range(*span) if any(s <= at < e for s, e in stretches)
        }
    assert {id: {at for span in chain for at in range(*span)} for id, chain in found.items()} == expected
    for chain in found.values():
        assert all(one.end <= other.start for one, other in pairwise(chain))
