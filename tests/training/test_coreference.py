"""Weights are set so that the right candidate comes first, on choices made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.analysis.people.parties import Party
from onrecord.analysis.people.pronouns import FEATURES, Place, Seen, rank
from onrecord.model import EntityType
from training.coreference import PARTS, PRIOR, Choice, Recorder, fit, held_out, share_right

SUBJECT, OBJECT = FEATURES.index("subject"), FEATURES.index("object")


def choice(*candidates: tuple[set[str], bool], text: str = "a") -> Choice:
    """A choice among candidates, each told by its features and whether it is right."""
    features = np.array([[float(name in told) for name in FEATURES] for told, _ in candidates])
    return Choice(text, "one", [Party() for _ in candidates], features, [right for _, right in candidates])


def news(count: int) -> list[Choice]:
    """Choices in which the subject is right, in texts of their own."""
    return [choice(({"object"}, False), ({"subject"}, True), text=str(i)) for i in range(count)]


def test_the_right_candidate_is_preferred() -> None:
    weights = fit(news(20))
    assert weights[SUBJECT] > 0 > weights[OBJECT]
    assert share_right(news(20), weights) == (20, 20, 20)


def test_where_several_are_right_any_will_do() -> None:
    both = [choice(({"subject"}, True), ({"object"}, True), ({"quoted"}, False)) for _ in range(20)]
    weights = fit(both)
    assert weights[SUBJECT] == pytest.approx(weights[OBJECT], abs=1e-3)
    assert weights[SUBJECT] > weights[FEATURES.index("quoted")]


@pytest.mark.parametrize(
    "useless",
    [[], [choice(({"subject"}, True))], [choice(({"subject"}, False), ({"object"}, False))]],
)
def test_nothing_to_learn_leaves_what_grammar_says(useless: list[Choice]) -> None:
    weights = fit(useless)
    told = {name: value for name, value in zip(FEATURES, weights, strict=True) if abs(value) > 1e-6}
    assert told == pytest.approx(PRIOR)


def test_a_choice_that_counts_more_wins() -> None:
    against = choice(({"object"}, True), ({"subject"}, False))
    against.weight = 10.0
    assert fit([*news(2), against])[OBJECT] > 0


def test_share_right() -> None:
    weights = np.zeros(len(FEATURES))
    weights[SUBJECT] = 1.0
    wrong = choice(({"subject"}, False), ({"object"}, True))
    impossible = choice(({"subject"}, False), ({"object"}, False))
    assert share_right([*news(2), wrong, impossible], weights) == (2, 3, 4)
    assert share_right([], weights) == (0, 0, 0)


def test_weights_are_tried_on_texts_that_they_were_not_set_on() -> None:
    odd = choice(({"object"}, True), ({"subject"}, False), text="0")
    odd.weight = 50.0
    found = held_out([*news(9)[1:], odd])
    assert sorted(found) == list(range(PARTS))
    without = found[ord("0") % PARTS]
    assert without[SUBJECT] > 0
    assert all(weights[SUBJECT] < 0 for part, weights in found.items() if part != ord("0") % PARTS)


def test_what_is_asked_is_kept_and_answered_as_usual() -> None:
    place = Place(40, 2, 1, None, False, None, None, None)
    lee = Party(type=EntityType.PERSON, gender=("male", "Mr"))
    mentions = [Seen(lee, 30, 1, 1, "subject", True, None, False)]
    recorder = Recorder()
    assert recorder("he", place, mentions) == rank("he", place, mentions)
    ((pronoun, asked, found),) = recorder.asked
    assert (pronoun, asked, [party for party, _ in found]) == ("he", place, [lee])
