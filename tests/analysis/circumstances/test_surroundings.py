"""Whose the words around a cue are, and which phrases go with it."""

from __future__ import annotations

import pytest

from onrecord.analysis.circumstances.surroundings import REACH, Part, Surroundings, look_around
from onrecord.model.span import Span
from tests.factory import parse_marked


def around(marked: str) -> Surroundings:
    gold = parse_marked(marked)
    first, *rest = gold.statements
    source, cue, content = (
        tuple(Span(*s) for s in part) for part in (first.source, first.cue, first.content)
    )
    others = [Span(*s) for one in rest for part in (one.source, one.cue, one.content) for s in part]
    found = look_around(gold.text, Span(0, len(gold.text)), cue, source, content, others)
    assert found is not None
    return found


def test_whose_each_word_is() -> None:
    found = around("Then [S Lee] [C said]: [Q no], [S2 Park] [C2 said] [Q2 yes]")
    assert [found.word(i) for i in (found.first, found.last)] == ["said", "said"]
    assert "".join(part.value[0] if part is not Part.CONTENT else "q" for part in found.parts) == "fscfqfooo"


@pytest.mark.parametrize(
    ("marked", "hangs"),
    [
        ("[S Lee] [C said] in Orvesk [Q no]", True),
        ("[S Lee] [C told] Park and Kim in Orvesk [Q no]", True),
        ("[S Lee] [C told] Park, who lives in Orvesk, [Q no]", False),
        ("[S Lee] [C said] [Q no] and left in Orvesk", False),
        ("[S Lee] [C said] [Q no], [S2 Park] [C2 said] in Orvesk [Q2 yes]", False),
        ("In Orvesk, [S Lee] [C said] [Q no]", True),
        ("On Monday in Orvesk that rainy town, [S Lee] [C said] [Q no]", True),
        ("In Orvesk it rained, but [S Lee] [C said] [Q no]", False),
        ("[S Lee], in Orvesk, [C said] [Q no]", True),
        ("[S Lee], hurt in Orvesk, [C said] [Q no]", False),
        ("[S Lee] [C said in Orvesk] [Q no]", True),
        (
            "[S Lee] [C said] a b c d e f g h i j k l m n o in Orvesk [Q no]",
            False,
        ),
    ],
)
def test_what_hangs_on_the_cue(marked: str, hangs: bool) -> None:
    found = around(marked)
    place = next(i for i in range(len(found.words)) if found.word(i) == "Orvesk")
    assert found.hangs_on_cue(place - 1, place) is hangs


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("letter", True),
        ("letter to Lee", True),
        ("letter, he", True),
        ("letter Lee sent", True),
        ("letter dated 4 May", True),
        ("letter bomb", False),
        ("Letter Carriers", False),
        ("Letter Monday", True),
        ("letter writing", False),
    ],
)
def test_the_last_word_of_a_phrase(text: str, ends: bool) -> None:
    found = around(f"[C said] [Q no] a {text}")
    place = next(i for i in range(len(found.words)) if found.lower(i) == "letter")
    assert found.ends_phrase(place) is ends


def test_only_what_is_near_is_looked_at() -> None:
    text = "a " * 3000 + "said no"
    found = look_around(text, Span(0, len(text)), (Span(6000, 6004),), (), (Span(6005, 6007),), [])
    assert found is not None
    assert found.words[0].start >= 6000 - REACH


def test_a_cue_elsewhere_has_no_surroundings() -> None:
    assert look_around("Lee said no.", Span(0, 3), (Span(4, 8),), (), (), []) is None
