"""The versions of an article are found by each of its names, in the order in which they came."""

from __future__ import annotations

import pytest

from onrecord.errors import StopRun
from onrecord.record import Record
from onrecord.record.asking.versions import standing_reading, versions
from tests.record.made import TALKS, flood, talks
from tests.stub import read_marked

ADDRESS = "https://courier.example/quays"


@pytest.fixture
def kept(record: Record) -> Record:
    """Three versions of an article, and another one."""
    for number, old in enumerate(("Port Mole", "Port Brack", "Port Grau"), start=1):
        made = read_marked(TALKS.replace("Port Mole", old), id="talks", path=f"{number}.txt", address=ADDRESS)
        record.writer.add(made)
    record.writer.add(flood())
    return record


def test_each_name_gives_all_versions(kept: Record) -> None:
    key = kept.questions.documents()[1].key
    for name in (ADDRESS, "talks", "1.txt", "3.txt", key):
        assert [version.path for version in versions(kept.engine, name)] == ["1.txt", "2.txt", "3.txt"]


def test_an_article_may_have_one(kept: Record) -> None:
    assert [version.id for version in versions(kept.engine, "flood")] == ["flood"]


def test_a_name_of_nothing_or_of_two_articles_is_refused(kept: Record) -> None:
    with pytest.raises(StopRun, match="no document 'nowhere'"):
        versions(kept.engine, "nowhere")
    kept.writer.add(talks(path="else.txt"))
    with pytest.raises(StopRun, match="stands for 2 articles"):
        versions(kept.engine, "talks")


def test_what_was_rejected_does_not_stand(kept: Record) -> None:
    first = versions(kept.engine, "talks")[0].key
    before = standing_reading(kept.engine, first)
    kept.judgements.reject(before.statements[2].id, by="ada")
    assert standing_reading(kept.engine, first).statements == before.statements[:2]
    with pytest.raises(StopRun, match="no document nowhere"):
        standing_reading(kept.engine, "nowhere")
