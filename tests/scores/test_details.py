"""What is said of statements, judged on small rows made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from onrecord.scores import FOUND, SHARES, Count, DetailScores, has_details, judge, score_details

Row = dict[str, Any]

TEXT = "Edda Lorne told reporters on Monday that “rats” ran; she said Tom Park denied it rained."

YES, NO = Count(1, 1, 1), Count(0, 1, 1)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def gold(**details: Any) -> Row:
    stmt: Row = {
        **{"source": [at("Edda Lorne")], "cue": [at("told")], "content": [at("that “rats” ran")]},
        **{
            "kind": "speech",
            "status": "asserted",
            "within": None,
            "speaker": "Edda Lorne",
            "anonymous": False,
        },
        **{"addressee": [], "addressee_name": None, "time": [], "when": None},
    }
    return stmt | details


def found(**details: Any) -> Row:
    stmt: Row = {
        **{"source": [at("Edda Lorne")], "cue": [at("told")], "content": [at("that “rats” ran")]},
        **{"kind": "speech", "status": "asserted", "within": None, "speaker": speaker("e1")},
        **{"addressee": [], "when": None},
    }
    return stmt | details


def speaker(entity: str, mention: str = "Edda Lorne") -> Row:
    name = next(one["name"] for one in ENTITIES if one["id"] == entity)
    return {"entity": entity, "name": name, "mention": at(mention), "because": "named", "confidence": 1.0}


def entity(id: str, name: str, *, members: tuple[str, ...] = (), anonymous: Row | None = None) -> Row:
    return {
        "id": id,
        "name": name,
        "names": [name],
        "mentions": [],
        "members": members,
        "anonymous": anonymous,
    }


ENTITIES = [
    entity("e1", "Edda Lorne"),
    entity("e2", "Tom Park"),
    entity("e3", "reporters", anonymous={"count": None}),
    entity("e4", "they", members=("e1", "e2")),
]


def scores(ours: list[Row] | Row, theirs: list[Row] | Row, **labels: list[Row]) -> Mapping[str, Count]:
    ours, theirs = ([side] if isinstance(side, dict) else side for side in (ours, theirs))
    return score_details(
        {"text": TEXT, "statements": ours, "labels": labels.get("gold", [])},
        {"statements": theirs, "labels": labels.get("found", []), "entities": ENTITIES},
    ).counts


def test_all_is_right() -> None:
    assert scores(gold(), found()) == {
        **dict.fromkeys(("found", "speaker_given", "speaker", "speaker_named", "kind", "status"), YES),
        **{"asserted_as_not_made": NO, "when_spurious": NO},
    }


def test_what_is_not_found_counts_once() -> None:
    details = {"within": "2", "addressee": [at("reporters")], "time": [at("on Monday")], "when": ["2021"] * 2}
    missed = Count(0, 1, 0)
    assert scores(gold(**details), []) == {"found": NO, "nested": missed, "addressee": missed, "when": missed}
    assert scores(gold(source=[]), []) == {}


@pytest.mark.parametrize(
    ("name", "entity", "right"),
    [
        ("Edda Lorne", "e1", True),
        ("Edda Lorne", "e2", False),
        ("Edda Lorne + Tom Park", "e4", True),
        ("Edda Lorne", "e4", False),
        ("Edda Lorne", None, False),
    ],
)
def test_a_speaker_is_right_or_wrong(name: str, entity: str | None, right: bool) -> None:
    one = found(speaker=speaker(entity, mention="Tom Park") if entity else None)
    counts = scores(gold(speaker=name, source=[at("she")]), one)
    assert counts["speaker"] == counts["speaker_she"] == (YES if right else NO)
    assert counts["speaker_given"] == (YES if entity else NO)


def test_a_mention_names_a_speaker() -> None:
    one = found(speaker=speaker("e3", mention="Tom Park"))  # an entity without a proper name
    assert scores(gold(speaker="Park"), one)["speaker"] == YES


def test_without_a_gold_speaker_nobody_is_judged() -> None:
    assert not {"speaker", "speaker_given", "anonymous"} & set(scores(gold(speaker=None), found()))


@pytest.mark.parametrize(
    ("marked", "entity", "count"),
    [(True, "e3", YES), (True, "e1", Count(0, 1, 0)), (False, "e3", Count(0, 0, 1)), (False, "e1", None)],
)
def test_who_is_not_named(marked: bool, entity: str, count: Count | None) -> None:
    assert scores(gold(anonymous=marked), found(speaker=speaker(entity))).get("anonymous") == count


@pytest.mark.parametrize(
    ("marked", "given", "measure", "count"),
    [
        ("asserted", "asserted", "status", YES),
        ("negated", "future", "status", NO),
        ("negated", "asserted", "not_made_as_asserted", YES),
        ("future", "negated", "not_made_as_asserted", NO),
        ("asserted", "asked", "asserted_as_not_made", YES),
    ],
)
def test_status(marked: str, given: str, measure: str, count: Count) -> None:
    assert scores(gold(status=marked), found(status=given))[measure] == count


def test_kind() -> None:
    assert scores(gold(kind="thought"), found())["kind"] == NO


def to(*places: tuple[str, str]) -> list[Row]:
    return [{"entity": id, "span": at(words)} for id, words in places]


@pytest.mark.parametrize(
    ("marked", "given", "count", "name"),
    [
        (["reporters"], to(("e3", "reporters")), YES, YES),
        (["reporters"], to(("e3", "reporters on")), YES, YES),
        (["reporters"], to(("e3", "reporters on Monday")), NO, None),  # 9 of 19 characters
        (["reporters"], to(("e2", "porters")), YES, NO),
        (["reporters"], [], Count(0, 1, 0), None),
        ([], to(("e3", "reporters")), Count(0, 0, 1), None),
        (["reporters", "Tom Park"], to(("e3", "reporters"), ("e2", "she")), Count(1, 2, 2), YES),
    ],
)
def test_addressee(marked: list[str], given: list[Row], count: Count, name: Count | None) -> None:
    told = gold(addressee=[at(words) for words in marked], addressee_name="reporters" if marked else None)
    counts = scores(told, found(addressee=given))
    assert (counts["addressee"], counts.get("addressee_name")) == (count, name)


def test_a_group_is_spoken_to() -> None:
    told = gold(addressee=[at("reporters")], addressee_name="Edda Lorne + Tom Park")
    given = to(("e1", "reporters"), ("e2", "Tom Park"))
    assert scores(told, found(addressee=given))["addressee_name"] == YES


MONDAY = {"span": at("on Monday"), "start": "2021-03-15", "end": "2021-03-15", "precision": "day"}
UNDATED = MONDAY | {"start": None, "end": None}


@pytest.mark.parametrize(
    ("marked", "given", "when", "exact", "spurious"),
    [
        (["2021-03-15", "2021-03-15"], MONDAY, YES, YES, None),
        (["2021-03-15", "2021-03-16"], MONDAY, NO, NO, None),
        (["2021-03-15", "2021-03-15"], UNDATED, NO, NO, None),
        (["2021-03-15", "2021-03-15"], None, Count(0, 1, 0), NO, None),
        (["?"], UNDATED, YES, YES, None),
        (["?"], MONDAY, NO, NO, None),
        (["?"], None, Count(0, 1, 0), NO, None),
        (None, MONDAY, Count(0, 0, 1), None, YES),
        (None, None, None, None, NO),
    ],
)
def test_when(
    marked: list[str] | None,
    given: Row | None,
    when: Count | None,
    exact: Count | None,
    spurious: Count | None,
) -> None:
    counts = scores(gold(time=[at("on Monday")] if marked else [], when=marked), found(when=given))
    assert [counts.get(part) for part in ("when", "when_exact", "when_spurious")] == [when, exact, spurious]


def test_words_of_time_without_days_are_not_judged() -> None:
    assert not {"when", "when_spurious"} & set(scores(gold(time=[at("on Monday")]), found(when=MONDAY)))


DENIAL = {"source": [at("Tom Park")], "cue": [at("denied")], "content": [at("it rained")]}


@pytest.mark.parametrize(
    ("marked", "given", "count"),
    [
        ("1", "s1", YES),
        ("1", None, Count(0, 1, 0)),
        (None, "s1", Count(0, 0, 1)),
        (None, None, None),
    ],
)
def test_nesting(marked: str | None, given: str | None, count: Count | None) -> None:
    assert scores(gold(within=marked, **DENIAL), found(within=given, **DENIAL)).get("nested") == count


def test_a_nested_statement_that_nobody_marked() -> None:
    assert scores([gold()], [found(), found(within="s1", **DENIAL)])["nested"] == Count(0, 0, 1)


def label(span: str, user: str | None, target: str | None) -> Row:
    return {"span": at(span), "user": user, "target": target}


@pytest.mark.parametrize(
    ("marked", "given", "user", "target"),
    [
        (("outlet", None), ("outlet", None), YES, YES),
        (("outlet", None), ("agency", "e1"), YES, NO),
        (("author", "Tom Park"), ("outlet", None), NO, NO),
        (("unclear", "Tom Park"), ("unclear", "e2"), YES, YES),
        (("Edda Lorne", "Tom Park"), ("e1", "e1"), YES, NO),
        (("Edda Lorne", None), ("unclear", None), NO, YES),
        (("outlet", None), ("e1", None), NO, YES),
    ],
)
def test_labels(marked: Any, given: Any, user: Count, target: Count) -> None:
    counts = scores([], [], gold=[label("“rats”", *marked)], found=[label("rats", *given)])
    assert counts == {"label": YES, "label_user": user, "label_target": target}


def test_labels_missed_and_made_up() -> None:
    counts = scores([], [], gold=[label("“rats”", "outlet", None)], found=[label("rained", "outlet", None)])
    assert counts == {"label": Count(0, 1, 1)}


def test_scores_of_texts_add_up() -> None:
    one = DetailScores({"speaker": YES, "kind": NO})
    total = sum([one, DetailScores({"speaker": NO})], DetailScores())
    assert (total["speaker"], total["kind"], total["label"]) == (Count(1, 2, 2), NO, Count())


def test_every_count_is_of_a_measure_that_is_told() -> None:
    marked = gold(
        addressee=[at("reporters")], addressee_name="reporters", when=["?"], within="1", anonymous=True
    )
    other = gold(**DENIAL, status="negated", speaker="Tom Park")
    theirs = [found(addressee=to(("e3", "reporters")), within="s2"), found(**DENIAL)]
    labels = [label("rats", "outlet", None)]
    assert set(scores([marked, other], theirs, gold=labels, found=labels)) <= {*SHARES, *FOUND}


def test_mistakes_are_told_once_and_in_words() -> None:
    ours = {"text": TEXT, "statements": [gold(source=[at("she")], status="negated")]}
    theirs = {"statements": [found(speaker=speaker("e2", mention="Tom Park"))], "entities": ENTITIES}
    assert [
        (one.measure, one.gold, one.found, one.words) for one in judge(ours, theirs) if one.is_mistake
    ] == [
        ("status", "negated", "asserted", "that “rats” ran"),
        ("speaker", "Edda Lorne [she]", "Tom Park", "that “rats” ran"),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({}, False),
        ({"statements": [{"speaker": None}, {}], "labels": []}, False),
        ({"statements": [{"speaker": "Lee"}]}, True),
        ({"statements": [], "labels": [label("rats", "outlet", None)]}, True),
    ],
)
def test_details_are_judged_only_where_people_told_them(row: Row, told: bool) -> None:
    assert has_details(row) is told
