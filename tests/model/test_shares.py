"""Whose words an article consists of."""

from __future__ import annotations

from onrecord.model.shares import Shares, word_shares
from onrecord.model.wording import manner, not_asserted_words, own_name, shares_words, source_numbers
from tests.stub import read_marked

MARKED = """[Q1 “It rained,”] [S1 Lee] [C1 said]. [S2 Kim] [C2 did not say] [Q2 it poured here].
---
2: status=negated
"""


def test_words_are_counted_by_whose_they_are() -> None:
    assert word_shares(read_marked(MARKED)) == Shares(own=6, quoted=2, reworded=3)


def test_shares_are_told_in_a_sentence() -> None:
    assert shares_words(read_marked(MARKED, outlet="The Post")) == (
        "11 words: 55 % in the own voice of The Post, 18 % quoted from others, 27 % reworded from others"
    )


def test_no_word_has_no_share() -> None:
    assert Shares(0, 0, 0).percent(0) == 0


def test_what_was_not_said_is_never_told_as_said() -> None:
    first, second = read_marked(MARKED).statements
    assert (manner(first), manner(second)) == ("direct", "indirect, not said")
    assert not_asserted_words([first, second]) == "2 (not said)"


def test_the_same_words_are_one_source_and_nobody_is_none() -> None:
    first = "[S1 Lee] [C1 said] [Q1 a], [S2 Kim] [C2 said] [Q2 b]"
    then = "[S3 LEE] [C3 said] [Q3 c]. [C4 Rumour] [Q4 d]."
    assert source_numbers(read_marked(f"{first}, {then}").statements) == [0, 1, 0, None]


def test_the_own_voice_has_a_name() -> None:
    assert own_name(read_marked("It rained.", outlet="The Post")) == "The Post"
    assert own_name(read_marked("It rained.")) == "the outlet"
