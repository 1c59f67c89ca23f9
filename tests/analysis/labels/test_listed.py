"""Words of the lexicon that count in some company only, and names that someone is told to have been given."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.listed import Aim
from onrecord.analysis.labels.words import LabelWords, find_labels
from onrecord.analysis.quotation import find_quotations
from onrecord.model import Span
from tests.analysis.labels.reading import tree

IS_A = "{} VBZ/root/-1 DT/det/3 NN/attr/1 PUNCT/punct/1"
HE, PIP, LEE = "PRP/nsubj/1", "NN/nsubj/1", "NNP/nsubj/1/B-person"
FORMER = "NNP/nsubj/1/B-person VBZ/root/-1 DT/det/4 JJ/amod/4 NN/attr/1 PUNCT/punct/1"
SELL = (
    "PUNCT/punct/1 VB/ccomp/7 DT/det/3 NN/dobj/1 PUNCT/punct/1 PUNCT/punct/1 NNP/nsubj/7 VBD/root/-1 "
    "PUNCT/punct/7"
)
BARE = "VB/root/-1 DT/det/2 NN/dobj/0 PUNCT/punct/0"
HYMN = (
    "PUNCT/punct/10 PRP/nsubj/2 VBD/ccomp/10 PRP/dobj/2 DT/det/6 NN/compound/6 NN/oprd/2 PUNCT/punct/10 "
    "PUNCT/punct/10 PRP/nsubj/10 VBD/root/-1 PUNCT/punct/10"
)
ACCUSES = (
    "NNP/nsubj/1/B-person VBD/root/-1 NNP/dobj/1/B-place IN/prep/1 "
    "DT/det/6 NN/compound/6 NN/pobj/3 PUNCT/punct/1"
)


def labels_of(text: str, parse: str) -> list[LabelWords]:
    return find_labels(text, tree(text, parse), find_quotations(text), [Span(0, len(text))])


def words(text: str, parse: str) -> list[str]:
    return [label.words for label in labels_of(text, parse)]


@pytest.mark.parametrize(
    ("text", "parse", "found"),
    [
        ("He is a dinosaur.", IS_A.format(HE), ["dinosaur"]),
        ("Lee is a dinosaur.", IS_A.format(LEE), ["dinosaur"]),
        ("Pip is a dinosaur.", IS_A.format(PIP), []),  # may be one
        ("He is a mother.", IS_A.format(HE), []),  # of the same table, and may be a fact
        ("That is a smear.", IS_A.format("DT/nsubj/1"), ["smear"]),
        ("Lee is a greedy thief.", FORMER, ["thief"]),
        ("Lee is a former thief.", FORMER, []),
        ("“Sell the clown,” Lee said.", SELL, ["clown"]),
        ("“Sell the thief,” Lee said.", SELL, []),  # may be one
        ("“Sell no clown,” Lee said.", SELL, []),
        ("Sell the clown.", BARE, []),  # nobody is told to say so
        ("“They called it the hymn sheet,” she said.", HYMN, ["hymn sheet"]),
        ("“They called it a hymn sheet,” she said.", HYMN, []),
        ("“They thought it the hymn sheet,” she said.", HYMN, []),
        ("Lee accused Ost of a land grab.", ACCUSES, ["land grab"]),
        ("Lee accused Ost of a road theft.", ACCUSES, []),
    ],
)
def test_words_that_count_in_some_company(text: str, parse: str, found: list[str]) -> None:
    assert words(text, parse) == found


def test_the_accused_is_whom_it_is_put_on() -> None:
    text = "Lee accused Ost of a land grab."
    (label,) = labels_of(text, ACCUSES)
    assert label.target is not None
    assert label.target.slice(text) == "Ost"
    assert (label.verb, label.by, label.aim, label.stand) == (1, 0, Aim.NAMED, "causes")


@pytest.mark.parametrize(
    ("text", "parse", "aim"),
    [
        ("The regime fled.", "DT/det/1 NN/nsubj/2 VBD/root/-1 PUNCT/punct/2", Aim.ITSELF),
        ("Lee is a puppet.", IS_A.format(LEE), Aim.NAMED),
        ("Lee is no puppet.", IS_A.format(LEE), Aim.NOBODY),
        ("The rebel town fell.", "DT/det/2 NN/amod/2 NN/nsubj/3 VBD/root/-1 PUNCT/punct/3", Aim.ITSELF),
        ("The bogus doctor fled.", "DT/det/2 JJ/amod/2 NN/nsubj/3 VBD/root/-1 PUNCT/punct/3", Aim.NAMED),
    ],
)
def test_where_the_party_is(text: str, parse: str, aim: Aim) -> None:
    assert [label.aim for label in labels_of(text, parse)] == [aim]
