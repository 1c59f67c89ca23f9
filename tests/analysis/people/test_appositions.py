"""A description beside a name is the name's, and one in a list is not."""

from __future__ import annotations

import pytest

from tests.analysis.parses import who


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Lee, the mayor, slept.", "the mayor", "Ada Lee"),
        ("Ada Lee (the mayor) slept.", "the mayor", "Ada Lee"),
        ("Hanno Pell, his lawyer, slept.", "his lawyer", "Hanno Pell"),
        ("The mayor, Ada Lee, slept.", "The mayor", "Ada Lee"),
        ("The director of the port, Ada Lee, slept.", "The director", "Ada Lee"),
        ("The water company, Aquavale, closed.", "The water company", "Aquavale"),
        ("Aquavale, the water company, closed.", "the water company", "Aquavale"),
        ("Ada Lee is the mayor.", "the mayor", "Ada Lee"),
        ("Ada Lee is a pilot.", "a pilot", "Ada Lee"),
        ("Lee’s husband, Oskar, slept.", "Lee’s husband", "Oskar"),
        ("Lee’s husband, Dovan, slept.", "Lee’s husband", "Dovan"),  # a place, says the network
        ("Edda Lorne head of the port authority slept.", "head", "Edda Lorne"),
        # several
        ("The winners, Jo Lee, 16, and Ana Pell, slept.", "The winners", "Jo Lee + Ana Pell"),
        ("The pilots — Ada Lee and Hanno Pell — slept.", "The pilots", "Ada Lee + Hanno Pell"),
    ],
)
def test_beside(text: str, words: str, name: str) -> None:
    assert dict(who(text))[words] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Lee, the mayor and Hanno Pell slept.", "the mayor"),
        ("Ada Lee is not the mayor.", "the mayor"),
        ("Ada Lee, the mayors, slept.", "the mayors"),
        ("Ada Lee, the council, slept.", "the council"),
        ("The mayor, Ada Lee said, slept.", "The mayor"),
        ("Ada Lee met a pilot.", "a pilot"),
        ("The winners, Jo Lee, Ana Pell, slept.", "The winners"),  # no "and": perhaps no list of them
        ("The mayors, the ORU and Ana Pell, slept.", "The mayors"),
    ],
)
def test_not_beside(text: str, words: str) -> None:
    assert dict(who(text))[words] == words


def test_the_description_is_known_from_then_on() -> None:
    assert who("Ada Lee, the mayor, slept. The mayor left.")[-1] == ("The mayor", "Ada Lee")
