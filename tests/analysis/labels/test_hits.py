"""Words of the lexicon are found in the sense that takes a stand, and not as parts of names."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.hits import find_hits
from onrecord.analysis.syntax import Parse
from onrecord.neural.words import split_words


def flat(text: str, names: dict[str, str] | None = None, speech: dict[str, str] | None = None) -> Parse:
    """A parse in which all words are nouns that hang on nothing, with some names and tags."""
    words = split_words(text)
    printed = [word.slice(text) for word in words]
    tags = [(speech or {}).get(word, "NN") for word in printed]
    kinds = [(names or {}).get(word, "O") for word in printed]
    return Parse(text, words, tags, ["dep"] * len(words), [-1] * len(words), kinds)


def found(parse: Parse) -> list[str]:
    return [parse.span(hit.words).slice(parse.text) for hit in find_hits(parse)]


@pytest.mark.parametrize(
    "text",
    [
        "the [regime] fell",
        "a [rebel] MP spoke",
        "[Rebels] left",
        "two [gunmen] and a [militiaman]",
        "[freedom fighters] and [freedom-fighters]",
        "the [so-called] expert and the [so called] expert",
        "[self-proclaimed] and [self proclaimed]",
        "a [witch-hunt], a [witch hunt], a [witchhunt]",
        "an [enemy of the people], [enemies of the people]",
        "[crimes against humanity]",
        "the [puppet government] and its [puppets]",  # the longest entry is taken
        "a [terror] attack, a [terrorist] attack",
        "a [terror] group",
        "the [heroes] of the [regime]",
        "a [far-right] party",
        "the [Islamist] Front",  # printed with a capital in any case
        "a [front] for smugglers",
        "[TERRORISTS] LEAVE TOWN",
    ],
)
def test_words_that_take_a_stand(text: str) -> None:
    expected = [part.split("]")[0] for part in text.split("[")[1:]]
    assert found(flat(text.replace("[", "").replace("]", ""))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a new tax regime",
        "a tax - regime",
        "a regime of silence",
        "the hero of the film",
        "the heroine of her novel",
        "a puppet show",
        "a sock puppet",
        "a flash mob",
        "a proxy war",
        "a vote by proxy",
        "guerrilla marketing",
        "anti-terrorist police",
        "non-militant members",
        "in front of the house",
        "the mask on his face",
        "the terror of the night",
        "on the far right of the picture",
        "owner-occupiers",
        "the Patriot missiles",
        "the government, the army, police officers, protesters, the opposition and soldiers",
        "would be leaders",
    ],
)
def test_other_senses_and_neutral_words(text: str) -> None:
    assert found(flat(text)) == []


def test_verbs_are_no_labels() -> None:
    assert found(flat("they rebel", speech={"rebel": "VBP"})) == []
    assert found(flat("they rebel")) == ["rebel"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("near Martyrs ' Square", {"Martyrs": "B-place", "'": "I-place", "Square": "I-place"}),
        ("in Rebel Park", {}),  # a name that was not recognised
        ("by Rebel Lee", {"Rebel": "B-person", "Lee": "I-person"}),
        ("Martyrs Brigade men left", {"Martyrs": "B-organisation", "Brigade": "I-organisation"}),
    ],
)
def test_parts_of_names_are_no_labels(text: str, names: dict[str, str]) -> None:
    assert found(flat(text, names)) == []


def test_capitals_of_headlines_make_no_names() -> None:
    assert found(flat("Army Says Rebels Seize Town As Regime Falls")) == ["Rebels", "Regime"]


def test_a_label_may_begin_a_sentence_and_be_taken_for_a_name() -> None:
    assert found(flat("It rained. Rebels left.", {"Rebels": "B-organisation"})) == ["Rebels"]


def test_words_of_two_paragraphs_are_no_label() -> None:
    assert found(flat("a show\n\ntrial")) == []
    assert found(flat("a show\ntrial")) == ["show\ntrial"]
