"""Names that may be one bearer's are told from those of others by their words."""

from __future__ import annotations

import pytest

from onrecord.analysis.people.names_alike import agree, goes_on, tokens_of


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("Ada Lee", ["ada", "lee"]),
        ("J. Park", ["j", "park"]),
        ("the Bank of Orvesk", ["bank", "orvesk"]),
        ("Ada “Grey” Lee-Park", ["ada", "grey", "lee", "park"]),
        ("Zoë O’Lorne", ["zoe", "o'lorne"]),
        ("the", []),
        ("", []),
    ],
)
def test_tokens(words: str, tokens: list[str]) -> None:
    assert tokens_of(words) == tokens


@pytest.mark.parametrize(
    ("names", "words", "same"),
    [
        (["Jo Lee"], "J. Lee", True),
        (["Jo Lee"], "Jo Ann Lee", True),
        (["Lee"], "Ann Lee", True),
        (["Jo Lee"], "Ann Lee", False),
        (["Ann Lee", "Jo Lee"], "J. Lee", True),
    ],
)
def test_names_with_one_last_word_agree(names: list[str], words: str, same: bool) -> None:
    assert agree(names, tokens_of(words)) is same


@pytest.mark.parametrize(
    ("name", "words", "same"),
    [
        ("Orvesk Observatory", "Orvesk Observatory for the Sea", True),
        ("Orvesk Observatory for the Sea", "Orvesk Observatory", True),
        ("Orvesk Council", "Orvesk Council of Trades", True),
        ("Orvesk Observatory", "Orvesk Observatory Hotel", False),
        ("Observatory", "Observatory for the Sea", False),  # one word says too little
        ("Ada Lee", "Ada Lee of Brack", False),  # no body
        ("Orvesk Observatory", "Brack Observatory for the Sea", False),
    ],
)
def test_a_body_may_have_a_longer_name(name: str, words: str, same: bool) -> None:
    assert goes_on([name], words) is same


def test_two_longer_names_are_two_bodies() -> None:
    names = ["Central Bank of Brack", "Central Bank"]
    assert not goes_on(names, "Central Bank of Sarn")
    assert goes_on(names, "Central Bank of Brack")
