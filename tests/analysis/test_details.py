"""Statements are completed with who, to whom, about whom and when; a time is shared inside a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.analysis.details import Details, Tables, complete, shared_times
from onrecord.model import OwnVoice
from onrecord.model.statement import When
from tests.analysis.parses import FIRST_NAMES, scene_of


def completed(marked: str, own: OwnVoice = OwnVoice.OUTLET, *, published: str | None = None) -> Details:
    scene = scene_of(marked)
    scene.document = replace(scene.document, published=published)
    return complete(scene, None, [], own, tables=Tables(FIRST_NAMES))


def names(details: Details, ids: list[str]) -> list[str]:
    known = {entity.id: entity.name for entity in details.entities}
    return [known[id] for id in ids]


def test_who() -> None:
    details = completed("Ada Lee slept. [S Lee] [C said] [Q it rained].")
    (stmt,) = details.statements
    assert stmt.speaker is not None
    assert (stmt.speaker.name, stmt.speaker.because) == ("Ada Lee", "same surname")
    assert names(details, [stmt.speaker.entity]) == ["Ada Lee"]
    assert stmt.speaker.mention == details.entities[0].mentions[0]


def test_nobody() -> None:
    (stmt,) = completed("It was [C said] [Q that it rained].").statements
    assert stmt.speaker is None


@pytest.mark.parametrize(
    ("marked", "to"),
    [
        ("[S Ada Lee] [C told] Hanno Pell [Q it rained].", ["Hanno Pell"]),
        ("Hanno Pell slept. [S Ada Lee] [C told] him [Q it rained].", ["Hanno Pell"]),
        ("[S Ada Lee] [C told] reporters [Q it rained].", ["reporters"]),
        ("[S Ada Lee] [C said] [Q it rained].", []),
        ("Lee saw Park. [S He] [C told] him [Q it rained].", ["him"]),  # not himself
    ],
)
def test_to_whom(marked: str, to: list[str]) -> None:
    details = completed(marked)
    addressee = details.statements[0].addressee
    assert names(details, [reference.entity for reference in addressee]) == to


@pytest.mark.parametrize(
    ("marked", "about"),
    [
        ("[S Lee] [C said] [Q that Park claimed it rained].", [("Park", "Park")]),
        ("[S Lee] [C said] [Q it rained].", []),
        ("Ada Lee slept. [S Hanno Pell] [C said] [Q she left].", [("Ada Lee", "she")]),
        ("[S Ada Lee] [C said] [Q she left].", []),  # herself
    ],
)
def test_about_whom(marked: str, about: list[tuple[str, str]]) -> None:
    details = completed(marked)
    text = scene_of(marked).text
    found = [(names(details, [one.entity])[0], one.span.slice(text)) for one in details.statements[0].about]
    assert found == about


def test_when() -> None:
    (stmt,) = completed("[S Lee] [C said] on Monday [Q it rained].", published="2022-07-06").statements
    assert stmt.when is not None
    assert (stmt.when.start, stmt.when.end) == ("2022-07-04", "2022-07-04")


@pytest.mark.parametrize(
    ("marked", "status", "days"),
    [
        (
            "[S Lee] [C told] a hearing last week [Q that it rained].",
            "asserted",
            ("2022-06-27", "2022-07-03"),
        ),
        (
            "[S Lee] [C is expected to say] on Monday [Q that it rained].",
            "possible",
            ("2022-07-11", "2022-07-11"),
        ),
        (
            "[S Lee] [C is reported to have said] on Monday [Q that it rained].",
            "possible",
            ("2022-07-04", "2022-07-04"),
        ),
    ],
)
def test_when_by_the_parse_and_the_status(marked: str, status: str, days: tuple[str, str]) -> None:
    marked += f"\n---\n1: status={status}"
    (stmt,) = completed(marked, published="2022-07-06").statements
    assert stmt.when is not None
    assert (stmt.when.start, stmt.when.end) == days


def test_everyone_referred_to_is_an_entity() -> None:
    """Also an author who is spoken to but never speaks."""
    details = completed("byline: Ada Lee\n---\n[S Hanno Pell] [C told] me [Q it rained].", OwnVoice.AUTHOR)
    (stmt,) = details.statements
    assert names(details, [one.entity for one in stmt.addressee]) == ["Ada Lee"]
    me = stmt.addressee[0].span
    (author,) = (entity for entity in details.entities if entity.name == "Ada Lee")
    assert me in author.mentions


def test_the_order_of_statements_stays() -> None:
    marked = "[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 that it rained]]."
    assert [stmt.id for stmt in completed(marked).statements] == [
        stmt.id for stmt in scene_of(marked).statements
    ]


WHEN = When((0, 1), "2022-07-04", "2022-07-04", "day")  # type: ignore[arg-type]


def shared(marked: str, *timed: int) -> list[bool]:
    """Which statements of a marked text have a time, once those of `timed` have shared theirs."""
    scene = scene_of(marked)
    found = [{"when": WHEN if n in timed else None} for n in range(len(scene.statements))]
    return [bool(one.get("when")) for one in shared_times(scene, found)]


GOES_ON = "[S1,2 Lee] [C1 denied] [Q1 it] but [C2 said] [Q2 it rained]."


@pytest.mark.parametrize(
    ("marked", "timed", "expected"),
    [
        (GOES_ON, (0,), [True, True]),
        (GOES_ON, (1,), [False, True]),  # a later time is the later one's
        (GOES_ON, (), [False, False]),
        ("[C1 Asked] [Q1 whether it rained], [S2 Lee] [C2 said] [Q2 no].", (0,), [True, True]),
        ("[S1 Lee] [C1 said] [Q1 it rained]. [S2 Park] [C2 said] [Q2 it rained].", (0,), [True, False]),
        ("[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 that it rained]].", (0,), [True, False]),
        ("[S1 Lee] [C1 denied] [Q1 it] but [S2 Park] [C2 said] [Q2 it rained].", (0,), [True, False]),
    ],
)
def test_shared_times(marked: str, timed: tuple[int, ...], expected: list[bool]) -> None:
    assert shared(marked, *timed) == expected


def test_what_has_no_cue_shares_nothing() -> None:
    scene = scene_of(GOES_ON)
    assert shared_times(scene, [{"when": WHEN}, {}]) == [{"when": WHEN}, {}]
