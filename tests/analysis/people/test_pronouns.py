"""A pronoun stands for a party of its number and gender, and mostly for the one last spoken of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.people.parties import Party
from onrecord.analysis.people.pronouns import (
    FEATURES,
    IT,
    REACH,
    SINGULAR,
    THEY,
    WEIGHTS,
    Place,
    Seen,
    collect,
    family,
    fits,
    latest_of,
    rank,
)
from onrecord.model import EntityType, Span

PERSON, BODY, PLACE, GROUP = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.GROUP


def party(name: str = "", kind: EntityType | None = PERSON, **known: object) -> Party:
    made = Party(type=kind, names={name: [Span(0, len(name))]} if name else {})
    for key, value in known.items():
        setattr(made, key, value)
    return made


ADA, HANNO, JO = party("Ada Lee", likely="female"), party("Hanno Pell", likely="male"), party("Jo Park")
BOTH, UNION, TOWN = party(kind=GROUP, members=[ADA, HANNO]), party("ORU", BODY), party("Orvesk", PLACE)
HERE = Place(40, 2, 1, None, False, None, None, None)


def seen(who: Party, word: int, sentence: int, *, role: str = "other", content: int | None = None) -> Seen:
    return Seen(who, word, sentence, sentence // 2, role, role == "subject", content, False)


def best(pronoun: str, mentions: list[Seen], place: Place = HERE) -> Party | None:
    found = rank(pronoun, place, mentions)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("pronoun", "who", "fitting"),
    [
        ("she", ADA, True),
        ("he", ADA, False),
        ("he", HANNO, True),
        ("he", JO, True),
        ("she", JO, True),
        ("he", BOTH, False),
        ("he", UNION, False),
        ("he", party("Dovan", None), False),
        ("he", party("Ada Lee", None, likely="male"), True),
        ("he", party(kind=EntityType.ANONYMOUS), True),
        ("he", party(plural=True), False),
        ("they", BOTH, True),
        ("they", UNION, True),
        ("they", ADA, False),
        ("they", party(plural=True), True),
        ("they", party("Veskans", None), True),
        ("they", TOWN, False),
        ("they", party("Veskan", None), True),
        ("they", party("Ada Lee", None, likely="female"), False),
        ("they", party(kind=None), False),
        ("it", UNION, True),
        ("it", TOWN, True),
        ("it", ADA, False),
        ("it", party(kind=BODY, plural=True), False),
        ("it", party(kind=EntityType.DOCUMENT), True),
        ("we", ADA, False),
    ],
)
def test_fits(pronoun: str, who: Party, fitting: bool) -> None:
    assert fits(pronoun, who) is fitting


def test_a_gender_of_the_text_goes_before_a_first_name() -> None:
    assert fits("he", party("Ada Lee", likely="female", gender=("male", "Mr")))
    assert not fits("she", party("Ada Lee", likely="female", gender=("male", "Mr")))


@pytest.mark.parametrize(
    ("pronoun", "mentions", "expected"),
    [
        ("she", [seen(ADA, 3, 0), seen(HANNO, 30, 1)], ADA),
        ("he", [seen(ADA, 3, 0), seen(HANNO, 30, 1)], HANNO),
        ("he", [seen(JO, 3, 0), seen(HANNO, 30, 1)], HANNO),
        ("he", [seen(HANNO, 28, 1, role="subject"), seen(JO, 30, 1, role="owner")], HANNO),
        ("he", [seen(HANNO, 28, 1, role="subject"), seen(JO, 32, 1, role="object")], HANNO),
        ("they", [seen(BOTH, 20, 1), seen(ADA, 30, 1)], BOTH),
        ("it", [seen(UNION, 20, 1), seen(ADA, 30, 1)], UNION),
        ("it", [seen(ADA, 30, 1)], None),
        ("he", [], None),
    ],
)
def test_candidates_compete(pronoun: str, mentions: list[Seen], expected: Party | None) -> None:
    assert best(pronoun, mentions) is expected


def test_the_subject_of_the_clause_around_goes_first() -> None:
    mentions = [seen(JO, 28, 2, role="subject"), seen(HANNO, 32, 2, role="object")]
    assert best("he", mentions, replace(HERE, governor=HANNO)) is HANNO
    assert best("he", mentions, replace(HERE, governor=JO)) is JO


def test_whom_only_the_own_content_names_is_seldom_meant() -> None:
    mentions = [seen(JO, 5, 0, role="subject"), seen(HANNO, 38, 2, role="subject", content=7)]
    assert best("he", mentions) is HANNO
    assert best("he", mentions, replace(HERE, source_of=7)) is JO


def test_a_mention_outside_the_own_content_counts_for_who_is_named_inside_too() -> None:
    mentions = [seen(HANNO, 28, 1, role="subject"), seen(HANNO, 38, 2, content=7)]
    ((_, features),) = collect("he", replace(HERE, source_of=7), mentions)
    assert features[FEATURES.index("in_own_content")] == 0
    assert features[FEATURES.index("subject")] == 1


def test_who_is_barred_is_not_meant() -> None:
    mentions = [seen(HANNO, 28, 1), seen(JO, 30, 1)]
    assert best("he", mentions, replace(HERE, barred=frozenset({id(JO)}))) is HANNO
    assert best("he", mentions[1:], replace(HERE, barred=frozenset({id(JO)}))) is None


def test_a_paper_is_only_where_something_was_said() -> None:
    paper = party(kind=EntityType.DOCUMENT)
    medium = [seen(UNION, 20, 1, role="subject"), seen(paper, 26, 1, role="object")]
    speaking = replace(HERE, source_of=7)
    assert [who for who, _ in collect("it", speaking, medium)] == [UNION]
    assert len(collect("it", HERE, medium)) == 2  # "published it"
    assert len(collect("it", replace(speaking, last_speaker=paper), medium)) == 2
    assert len(collect("it", speaking, [seen(paper, 26, 1, role="subject")])) == 1


def told(place: Place, mention: Seen) -> set[str]:
    """The features that hold of the only candidate for "he"."""
    ((_, features),) = collect("he", place, [mention])
    return {name for name, value in zip(FEATURES, features, strict=True) if value}


def test_who_answers() -> None:
    answering = replace(HERE, source_of=7, answering=True, last_speaker=JO)
    asked, asking = seen(HANNO, 34, 2, role="object"), seen(JO, 30, 2, role="subject")
    assert {"answers_object", "answers_other"} <= told(answering, asked)
    assert "answers_speaker" in told(answering, asking)
    assert not any(name.startswith("answers") for name in told(replace(answering, answering=False), asked))


def test_where_the_pronoun_stands_counts() -> None:
    subject = seen(HANNO, 30, 2, role="subject")
    assert {"subject_subject", "parallel"} <= told(HERE, subject)
    assert "subject_owner" in told(replace(HERE, role="owner"), subject)
    assert "subject_object" in told(replace(HERE, role="object"), subject)
    assert "leads" in told(HERE, replace(subject, paragraph=1, leads=True))
    assert "unnamed_here" in told(HERE, seen(party(), 30, 2, role="subject"))
    assert "unnamed_before" in told(HERE, seen(party(), 20, 1, role="subject"))


def test_only_so_many_mentions_are_looked_back_on() -> None:
    far = [seen(HANNO, 0, 0), *(seen(UNION, 1 + i, 0) for i in range(REACH))]
    assert best("he", far) is None
    assert best("he", far[:-1]) is HANNO


PARTIES = st.sampled_from([ADA, HANNO, JO, BOTH, UNION, TOWN])


@given(
    st.sampled_from(sorted({*SINGULAR, *THEY, *IT})),
    st.lists(st.builds(seen, PARTIES, st.integers(0, 39), st.integers(0, 2)), max_size=12),
)
def test_the_chance_is_a_chance_and_the_party_one_that_fits(pronoun: str, mentions: list[Seen]) -> None:
    found = rank(pronoun, HERE, sorted(mentions, key=lambda m: m.word))
    candidates = collect(pronoun, HERE, mentions)
    assert (found is None) is (not candidates)
    assert all(len(features) == len(FEATURES) for _, features in candidates)
    if found is not None:
        assert fits(pronoun, found[0])
        assert 1 / len(candidates) - 1e-9 <= found[1] <= 1


@pytest.mark.parametrize(("pronoun", "weights"), [("her", "one"), ("their", "they"), ("its", "it")])
def test_family(pronoun: str, weights: str) -> None:
    assert family(pronoun) == weights


def test_there_is_a_weight_for_every_feature() -> None:
    assert {len(row) for row in WEIGHTS.values()} == {len(FEATURES)}


def test_latest_of() -> None:
    mentions = [seen(ADA, 1, 0), seen(UNION, 2, 0), seen(HANNO, 3, 0), seen(ADA, 4, 1)]
    assert latest_of(mentions, (PERSON,)) == [ADA, HANNO]
    assert latest_of(mentions, (PLACE, BODY)) == [UNION]
