"""Who is called what, in parses made by hand; more, with the words of labels, in test_label_words."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.targets import How, Put, put_on, target_span, who_puts
from tests.analysis.made import parsed

CALLED_HIM = ("They PRP nsubj 1", "called VBD root -1", "him PRP dobj 1", "a DT det 4", "rat NN oprd 1")


def test_called() -> None:
    assert put_on(parsed("They called him a rat", *CALLED_HIM), 4, 4) == Put(How.CALLED, 2)


@pytest.mark.parametrize("verb", ["saw", "met", "told"])
def test_other_verbs_name_nobody(verb: str) -> None:
    lines = [line.replace("called", verb) for line in CALLED_HIM]
    assert put_on(parsed(f"They {verb} him a rat", *lines), 4, 4) is None


def test_a_parse_that_does_not_tell() -> None:
    parse = parsed(
        "He called the plan of the mayor mad",
        *("He PRP nsubj 1", "called VBD root -1", "the DT det 3", "plan NN dobj 1", "of IN prep 3"),
        *("the DT det 6", "mayor NN pobj 4", "mad JJ amod 6"),
    )
    assert put_on(parse, 7, 7) == Put(How.CALLED, 3)


def test_calling_for_or_calling_rebels_is_no_naming() -> None:
    parse = parsed(
        "He called rebels home",
        "He PRP nsubj 1",
        "called VBD root -1",
        "rebels NNS dobj 1",
        "home RB advmod 1",
    )
    assert put_on(parse, 2, 2) is None


def test_such_as_names_nobody() -> None:
    parse = parsed(
        "They see groups such as rebels",
        *("They PRP nsubj 1", "see VBP root -1", "groups NNS dobj 1", "such JJ amod 4", "as IN prep 2"),
        "rebels NNS pobj 4",
    )
    assert put_on(parse, 5, 5) is None


def test_what_a_thing_is_called_is_told_apart() -> None:
    parse = parsed(
        "a club called Rain", "a DT det 1", "club NN root -1", "called VBN acl 1", "Rain NNP oprd 2"
    )
    assert put_on(parse, 3, 3) == Put(How.CALLED, 1, reduced=True)


IS_A_SPY = ("Lee NNP nsubj 1", "is VBZ root -1", "a DT det 3", "spy NN attr 1")


def test_is() -> None:
    assert put_on(parsed("Lee is a spy", *IS_A_SPY), 3, 3) == Put(How.IS, 0)


def test_a_name_in_capitals_is_not_the_verb() -> None:
    lines = [line.replace("is ", "IS ") for line in IS_A_SPY]
    assert put_on(parsed("Lee IS a spy", *lines), 3, 3) is None


def test_denied_and_asked_is_left_open() -> None:
    never = ("Lee NNP nsubj 2", "never RB advmod 2", "was VBD root -1", "a DT det 4", "spy NN attr 2")
    assert put_on(parsed("Lee never was a spy", *never), 4, 4) == Put(How.LEFT_OPEN, None)
    whether = ("whether IN mark 2", "Lee NNP nsubj 2", "is VBZ root -1", "a DT det 4", "spy NN attr 2")
    assert put_on(parsed("whether Lee is a spy", *whether), 4, 4) == Put(How.LEFT_OPEN, None)


def test_not_every() -> None:
    parse = parsed(
        "Not every miner is a fool",
        *(
            "Not RB neg 1",
            "every DT det 2",
            "miner NN nsubj 3",
            "is VBZ root -1",
            "a DT det 5",
            "fool NN attr 3",
        ),
    )
    assert put_on(parse, 5, 5) == Put(How.LEFT_OPEN, None)


def test_governors_that_run_in_circles() -> None:
    parse = parsed("Lee is a spy", "Lee NNP conj 1", "is VBZ conj 0", "a DT det 3", "spy NN conj 0")
    assert put_on(parse, 3, 3) is None


def test_a_mark_that_carries_is() -> None:
    lines = ("He PRP nsubj 1", "' VBZ root -1", "s VBZ inside 1", "a DT det 4", "spy NN attr 1")
    parse = parsed("He's a spy", *lines)
    assert put_on(parse, 4, 4) == Put(How.IS, 0)


def test_that_may_stand_for_itself() -> None:
    parse = parsed("That is a lie", "That DT nsubj 1", "is VBZ root -1", "a DT det 3", "lie NN attr 1")
    assert put_on(parse, 3, 3) == Put(How.IS, 0)


ACCUSED = ("They PRP nsubj 1", "accused VBD root -1", "Lee NNP dobj 1", "of IN prep 1", "theft NN pobj 3")


def test_accused_of() -> None:
    assert put_on(parsed("They accused Lee of theft", *ACCUSED), 4, 4) == Put(How.ACCUSED, 2)


def test_accused_of_by_the_noun_before_of() -> None:
    lines = [line.replace("dobj", "dep") for line in ACCUSED]
    assert put_on(parsed("They accused Lee of theft", *lines), 4, 4) == Put(How.ACCUSED, 2)


def test_spoke_of_accuses_nobody() -> None:
    lines = [line.replace("accused", "told") for line in ACCUSED]
    assert put_on(parsed("They told Lee of theft", *lines), 4, 4) is None


@pytest.mark.parametrize(
    ("text", "lines", "verb", "who"),
    [
        ("They called him a rat", CALLED_HIM, 1, 0),
        (
            "Lee was branded a rat by Pell",
            ("Lee NNP nsubjpass 2", "was VBD auxpass 2", "branded VBN root -1", "a DT det 4", "rat NN oprd 2",
             "by IN agent 2", "Pell NNP pobj 5"),
            2,
            6,
        ),
        (
            "Lee was branded a rat",
            ("Lee NNP nsubjpass 2", "was VBD auxpass 2", "branded VBN root -1", "a DT det 4",
             "rat NN oprd 2"),
            2,
            None,
        ),
        (
            "Lee left calling him mad",
            ("Lee NNP nsubj 1", "left VBD root -1", "calling VBG advcl 1", "him PRP dobj 2", "mad JJ oprd 2"),
            2,
            0,
        ),
    ],
)  # fmt: skip
def test_who_puts_it(text: str, lines: tuple[str, ...], verb: int, who: int | None) -> None:
    assert who_puts(parsed(text, *lines), verb) == who


def test_a_target_begins_behind_the_verb() -> None:
    parse = parsed(
        "Lee brands plan mad", "Lee NN compound 2", "brands NNS compound 2", "plan NN root -1", "mad JJ dep 2"
    )
    assert target_span(parse, Put(How.CALLED, 2, verb=1)) == parse.words[2]
    assert target_span(parse, Put(How.CALLED, None, verb=1)) is None
