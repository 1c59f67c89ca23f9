"""Longer quoted phrases are labels when a verb puts them on someone, or when they name people by a figure."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.quoted_names import called_before, head_of_phrase, quoted_put, speaks_of_people
from onrecord.analysis.labels.targets import How
from onrecord.analysis.labels.words import find_labels
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.syntax import Parse
from onrecord.model.span import Span
from tests.analysis.labels.reading import tree

BRANDED = "NNP/nsubj/2/B-person VBZ/aux/2 VBN/root/-1 PRP/dobj/2 PUNCT/punct/6 NNP/compound/6 NNP/dobj/2 PUNCT/punct/2 PUNCT/punct/2"  # noqa: E501
LISTED = (
    "PRP/nsubj/1 VBD/root/-1 DT/det/3 NN/dobj/1 IN/prep/1 PUNCT/punct/4 DT/det/8 JJ/amod/8 NN/pobj/4 "
    "IN/prep/8 DT/det/11 NN/pobj/9 PUNCT/punct/1 PUNCT/punct/1"
)
SAID = (
    "NNS/nsubj/1 VBD/root/-1 DT/det/3 NN/nsubj/4 VBD/ccomp/1 PUNCT/punct/4 DT/det/7 NN/attr/4 IN/prep/7 "
    "DT/det/10 NN/pobj/8 PUNCT/punct/4 PUNCT/punct/1"
)
WAS = (
    "DT/det/1 NN/nsubj/2 VBD/root/-1 PUNCT/punct/2 DT/det/5 NN/attr/2 IN/prep/5 DT/det/8 NN/pobj/6 "
    "PUNCT/punct/2 PUNCT/punct/2"
)
BY = (
    "PRP/nsubjpass/2 VBD/auxpass/2 VBN/root/-1 IN/agent/2 PUNCT/punct/6 NN/compound/6 NNS/pobj/3 "
    "PUNCT/punct/2 PUNCT/punct/2"
)
BY_A_MAN = (
    "PRP/nsubjpass/2 VBD/auxpass/2 VBN/root/-1 IN/agent/2 PUNCT/punct/3 DT/det/6 NN/pobj/3 IN/prep/6 "
    "DT/det/9 NN/pobj/7 PUNCT/punct/2 PUNCT/punct/2"
)
MISREAD = (  # the label for an apposition of the object
    "NNP/nsubj/1 VBD/root/-1 DT/det/3 NN/dobj/1 PUNCT/punct/3 NNP/appos/3/B-person PUNCT/punct/5 "
    "PUNCT/punct/5 DT/det/9 NN/appos/5 IN/prep/9 NN/pobj/10 PUNCT/punct/1 PUNCT/punct/1"
)
OWNERS = (
    "PRP/nsubj/1 VBD/root/-1 NNP/dobj/1/B-person POS/case/2 POS/inside/3 NN/npadvmod/7 PUNCT/punct/7 "
    "JJ/oprd/1 PUNCT/punct/7 PUNCT/punct/1"
)
HEADLINE = "NN/compound/2 NNS/compound/2 NN/root/-1 PUNCT/punct/2 DT/det/5 NN/appos/2 IN/prep/5 NN/pobj/6 PUNCT/punct/2"  # noqa: E501
REDUCED = (
    "NNS/nsubj/12 IN/prep/0 NNP/pobj/1/B-place PUNCT/punct/0 VBN/amod/6 PUNCT/punct/6 NNS/nsubj/12 "
    "PUNCT/punct/6 IN/prep/6 DT/det/10 NN/pobj/8 PUNCT/punct/0 VBD/root/-1 PUNCT/punct/12"
)
GOOD = (
    "PRP/nsubj/1 VBD/root/-1 PRP/dobj/1 PUNCT/punct/6 DT/det/6 JJ/amod/6 NN/oprd/1 PUNCT/punct/6 "
    "PUNCT/punct/1 PUNCT/punct/1"
)

LABELS = [
    ("Tom has branded him “Captain Excuse”.", BRANDED, "“Captain Excuse” > him"),
    ("He described the hall as “a damp barn in a bog”.", LISTED, "“a damp barn in a bog” > hall"),
    ("He likened the hall to “a damp barn in a bog”.", LISTED, "“a damp barn in a bog” > hall"),
    ("Critics said the hall was “a barn with a bell”.", SAID, "“a barn with a bell” > hall"),
    ("The hall was “a barn with a bell”.", WAS, "“a barn with a bell” > hall"),
    ("It was written by “desk pirates”.", BY, "“desk pirates” > desk pirates"),
    ("Lee called the referee, Pell, “a clown in boots”.", MISREAD, "“a clown in boots” > referee"),
    ("He called Lee’s plan “mad”.", OWNERS, "“mad” > plan"),
    ("Mayor slams plan “a cage in disguise”", HEADLINE, None),  # "slam" wants "as"
    ("Mayor brands plan “a cage in disguise”", HEADLINE, "“a cage in disguise” > plan"),
    ("Pilots from Ost, branded “vultures” by the paper, left.", REDUCED, "“vultures” > Pilots"),
    (
        'He called it "a tin cage."',
        GOOD.replace("PUNCT/punct/1 PUNCT/punct/1", "PUNCT/punct/1"),
        '"a tin cage." > it',
    ),
]

NO_LABELS = [
    ("He listed the hall as “a damp barn in a bog”.", LISTED),  # sorts, does not judge
    ("Critics said the hall was “a bit of a barn”.", SAID),
    ("Critics said the hall was “a matter of a day”.", SAID),
    ("The motto was “a barn with a bell”.", WAS),
    ("It was written by “a man with a pen”.", BY_A_MAN),
    ("It was written by “ticket machines”.", BY),
]


def shown(text: str, parse: Parse) -> list[str]:
    labels = find_labels(text, parse, find_quotations(text), [Span(0, len(text))])
    return [f"{one.words} > {one.target.slice(text) if one.target else None}" for one in labels]


@pytest.mark.parametrize(("text", "parse", "expected"), LABELS)
def test_put_on_someone(text: str, parse: str, expected: str | None) -> None:
    assert shown(text, tree(text, parse)) == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "parse"), NO_LABELS)
def test_opinions_kinds_and_plain_words_for_people_are_no_names(text: str, parse: str) -> None:
    assert shown(text, tree(text, parse)) == []


@pytest.mark.parametrize(
    ("words", "tags", "head"),
    [
        ("a cage with a roof", "DT NN IN DT NN", "cage"),
        ("the old tin cage", "DT JJ NN NN", "cage"),
        ("barns without doors", "NNS IN NNS", "barns"),
        ("the man who sleeps", "DT NN WP VBZ", "man"),
        ("a fool and a liar", "DT NN CC DT NN", "fool"),
        ("walking dead", "VBG NN", "dead"),
        ("it rained again", "PRP VBD RB", None),
        ("been friends for a day", "VBN NNS IN DT NN", None),
        ("the man sleeps", "DT NN VBZ", None),
        ("in the rain", "IN DT NN", None),
        ("selling the rain", "VBG DT NN", None),
        ("very old", "RB JJ", None),
        ("a b c d e f g h i j k", "DT" + " NN" * 10, None),
    ],
)
def test_what_is_a_noun_phrase(words: str, tags: str, head: str | None) -> None:
    parse = tree(words, " ".join(f"{tag}/dep/-1" for tag in tags.split()))
    found = head_of_phrase(parse, range(len(parse.words)))
    assert (None if found is None else parse.word(found)) == head


@pytest.mark.parametrize(
    ("text", "tags", "on"),
    [
        ("They called the mayor of Ost", "PRP VBD DT NN IN NNP", "mayor"),
        ("They have called her", "PRP VBP VBN PRP", "her"),
        ("They dismissed the plan as", "PRP VBD DT NN IN", "plan"),
        ("They dismissed the plan", "PRP VBD DT NN", None),  # "as" is missing
        ("They called on the mayor", "PRP VBD IN DT NN", None),
        ("They called the mayor. The crowd", "PRP VBD DT NN . DT NN", None),
        ("They called the mayor who said", "PRP VBD DT NN WP VBD", None),
        ("The so-called mayor", "DT RB PUNCT VBN NN", None),
    ],
)
def test_the_words_before_an_opening_mark(text: str, tags: str, on: str | None) -> None:
    parse = tree(text + " “", " ".join(f"{tag}/dep/-1" for tag in (tags + " PUNCT").split()))
    put = called_before(parse, len(parse.words) - 1)
    assert (parse.word(put.on) if put and put.on is not None else None) == on
    assert put is None or put.how is How.CALLED


def test_a_passive_puts_it_on_its_subject_and_what_on_nobody() -> None:
    text = "The plan was called “"
    parse = tree(text, "DT/det/1 NN/nsubjpass/3 VBD/auxpass/3 VBN/root/-1 PUNCT/punct/3")
    put = called_before(parse, 4)
    assert put is not None
    assert put.on == 1
    text = "what he called “"
    put = called_before(tree(text, "WP/dobj/2 PRP/nsubj/2 VBD/root/-1 PUNCT/punct/2"), 3)
    assert put is not None
    assert put.on is None


@pytest.mark.parametrize(
    ("words", "tags", "listed", "people"),
    [
        ("exiles with telephones", "NNS IN NNS", False, True),
        ("a caretaker in slippers", "DT NN IN NNS", False, True),
        ("tin crooks", "NN NNS", True, True),
        ("exiles", "NNS", False, False),  # a plain word
        ("six exiles with telephones", "CD NNS IN NNS", False, False),
        ("a child in slippers", "DT NN IN NNS", False, True),
        ("a boy in slippers", "DT NN IN NNS", False, False),
        ("a drawer of socks", "DT NN IN NNS", False, True),  # what ends like a person is taken for one
        ("a power of attorney", "DT NN IN NN", False, False),
    ],
)
def test_people_by_a_figure_of_speech(words: str, tags: str, listed: bool, people: bool) -> None:
    parse = tree(words, " ".join(f"{tag}/dep/-1" for tag in tags.split()))
    head = head_of_phrase(parse, range(len(parse.words)))
    found = head is not None and speaks_of_people(parse, range(len(parse.words)), head, listed=listed)
    assert found is people


def test_a_common_name_is_no_stand() -> None:
    text = "The mayor is also called “rye bread”."
    parse = tree(
        text,
        "DT/det/1 NN/nsubjpass/4 VBZ/auxpass/4 RB/advmod/4 VBN/root/-1 PUNCT/punct/7 NN/compound/7 NN/oprd/4 "
        "PUNCT/punct/4 PUNCT/punct/4",
    )
    assert quoted_put(parse, range(5, 9), range(6, 8), told=False) is None
