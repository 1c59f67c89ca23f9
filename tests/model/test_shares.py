"""Whose words an article consists of, and each speaker's part of them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.shares import Shares, SpeakerShare, speaker_key, speaker_shares, word_shares
from onrecord.model.statement import Status
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


def told(marked: str) -> list[tuple[tuple[str, ...], int, int]]:
    shares = speaker_shares(read_marked(marked))
    return [(share.speakers, share.quoted, share.reworded) for share in shares]


def test_each_speaker_has_words_quoted_and_reworded() -> None:
    marked = """[Q1 “It rained hard,”] [S1 Lee] [C1 said]. [S2 He] [C2 said] [Q2 no],
[S3 Kim] [C3 said] [Q3 yes].
---
1: speaker="Lee"
2: speaker="Lee"
3: speaker="Kim"
"""
    assert told(marked) == [(("e1",), 3, 1), (("e2",), 0, 1)]
    assert SpeakerShare(("e1",), 3, 1).words == 4


def test_those_with_most_words_come_first() -> None:
    marked = "[S1 Lee] [C1 said] [Q1 no], [S2 Kim] [C2 said] [Q2 it rained]."
    assert told(marked) == [(("kim",), 0, 2), (("lee",), 0, 1)]


def test_a_stretch_is_the_innermost_speakers() -> None:
    marked = "[S1 Lee] [C1 said] [Q1 that [S2 Kim] [C2 claimed] [Q2 it never rained]]."
    assert told(marked) == [(("lee",), 0, 3), (("kim",), 0, 3)]


def test_a_groups_words_are_the_groups() -> None:
    marked = """[S1 Lee and Kim] [C1 said] [Q1 it rained]. [S2 Lee] [C2 said] [Q2 no].
---
1: speaker="Lee + Kim"
2: speaker="Lee"
"""
    reading = read_marked(marked)
    group, lee = (speaker_key(stmt) for stmt in reading.statements)
    assert told(marked) == [((group,), 0, 2), ((lee,), 0, 1)]
    assert group != lee


def test_what_was_not_said_is_no_speakers_and_what_nobody_said_is_nobodys() -> None:
    assert told("[S Kim] [C did not say] [Q why].\n---\n1: status=negated\n") == [((), 0, 1)]
    assert told("[C Rumour has it] [Q that it rained].") == [(("",), 0, 3)]


def test_words_that_several_share_count_once() -> None:
    reading = read_marked("[S1 Lee] [C1 said] and [S2 Kim] [C2 hoped] [Q1 it rained] [Q2 well].")
    both = tuple(stmt.id for stmt in reading.statements)
    shared = tuple(replace(v, statements=both) if v.statements else v for v in reading.voices)
    (share,) = speaker_shares(replace(reading, voices=shared))
    assert (share.speakers, share.words) == (("lee", "kim"), 3)
    unsaid = (reading.statements[0], replace(reading.statements[1], status=Status.FUTURE))
    (share,) = speaker_shares(replace(reading, voices=shared, statements=unsaid))
    assert share.speakers == ("lee",)


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
