"""Readings made by hand carry what a marked text tells of people, times and labels."""

from __future__ import annotations

from onrecord.model import Document, EntityType, Span
from tests.stub import StubReader, read_marked

MARKED = """[S1 Ann Lee] [C1 told] [A1 Kim] [T1 in March] [Q1 that [S2 she] [C2 saw] [Q2 [L1 rats]]].
[S3 An aide] [C3 said] [Q3 no]. [S4 Both] [C4 left] [Q4 it]. The [L2 so-called] end.
---
1: speaker="Ann Lee" addressee="Kim" when=2021-03 act=warning stance=backing
2: speaker="Ann Lee"
3: speaker="An aide" anonymous=yes
4: speaker="Ann Lee + Kim"
L1: user="Ann Lee" target="Kim"
L2: user=outlet target=none
"""


def test_a_statement_has_speaker_addressee_and_time() -> None:
    reading = read_marked(MARKED)
    reading.check()
    stmt = reading.statements[0]
    assert stmt.speaker is not None
    assert (stmt.speaker.entity, stmt.speaker.name, stmt.speaker.mention) == ("e1", "Ann Lee", Span(0, 7))
    assert [(to.entity, to.span) for to in stmt.addressee] == [("e2", Span(13, 16))]
    assert stmt.when is not None
    assert (stmt.when.start, stmt.when.end, stmt.when.precision) == ("2021-03-01", "2021-03-31", "month")
    assert (stmt.act, stmt.stance) == ("warning", "backing")


def test_entities_have_types_names_and_members() -> None:
    lee, kim, aide, both = read_marked(MARKED).entities
    assert [one.type for one in (lee, kim, aide, both)] == [
        EntityType.PERSON,
        EntityType.PERSON,
        EntityType.ANONYMOUS,
        EntityType.GROUP,
    ]
    assert lee.names == ("Ann Lee",)
    assert Span(31, 34) in lee.mentions
    assert (both.name, both.members) == ("Ann Lee and Kim", (lee.id, kim.id))
    assert aide.anonymous is not None


def test_labels_have_user_target_and_the_innermost_statement() -> None:
    reading = read_marked(MARKED)
    rats, end = reading.labels
    assert (rats.words, rats.target, rats.user) == ("rats", "e2", "e1")
    assert rats.statement == reading.statements[1].id
    assert (end.target, end.user, end.statement) == (None, "outlet", None)


def test_the_stand_in_knows_who_has_a_first_name() -> None:
    text = "Ann Lee came.\nLee said: it rained\nKim said: no\n"
    reading = StubReader().read(Document(id="a", text=text))
    assert [stmt.speaker and stmt.speaker.name for stmt in reading.statements] == ["Ann Lee", None]
    assert [entity.name for entity in reading.entities] == ["Ann Lee"]
