"""Some drafts tell nothing that whom they name is said to have said."""

from __future__ import annotations

import pytest

from onrecord.analysis.untold import tells_nothing
from tests.analysis.made import board_of


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("Another problem for [S Lee][C :] [Q the rent has risen].", False),
        ("Another problem for the [S mayor][C :] [Q the rent has risen].", False),
        ("Another problem for [S Lee][C :] “[Q The rent has risen].”", True),
        ("A lesson from [S Lee][C :] [Q the rent has risen].", True),
        ("In the words of [S Lee][C :] [Q the rent has risen].", True),
        ("A rule for [S Lee][C :] '[Q The rent has risen.]'", True),
        ("All is well. [S Lee][C :] [Q the rent has risen].", True),
        ("Another problem for [S Lee], [C he said:] [Q the rent has risen].", True),
        # words that are only referred to
        ("[Q It is like what] [S Lee] [C said].", False),
        ("[Q It rained], [S Lee] [C said].", True),
        ("They lived in [Q what] [S Lee] [C called] [Q “the best of streets”].", True),
        ("They hid [Q what] [S Lee] [C said] [Q was a loss of ten crowns].", True),
        # a paper in somebody's hands
        ("[Q A memo] [C seen] by [S the Post] states it rained.", False),
        ("[Q A memo] [C seen by] [S the Post] states it rained.", False),
        ("[S The Post] [C has seen] [Q a memo].", True),
        ("[S The Post] [C viewed] [Q it as a loss].", True),
        # a match
        ("[S Lee] [C conceded] [Q a penalty in the last minute].", False),
        ("[S Brack] [C conceding] [Q two early goals].", False),
        ("[S Lee] [C conceded] [Q that two goals were missed].", True),
        ("[S Lee] [C conceded] [Q the point].", True),
        ("[S Lee] [C conceded] [Q the goals were too high].", True),
        ("[S Lee] [C conceded] [Q some corners had been cut].", True),
        ("[S Lee] [C conceded] [Q tries were hard to come by].", True),
        ("[S Lee] [C conceded] [Q two tries], then one more.", False),
    ],
)
def test_some_who_are_spoken_of_said_nothing(marked: str, told: bool) -> None:
    board, text = board_of(marked)
    assert tells_nothing(board.drafts[0], text) != told
