"""What is said about somebody: by whom most, when, and which names that take a stand are put on him by whom.

In: the key of whom or what it is about. Out: a `Subject`. Statements count as they do in a search. An
outlet's own voice is told apart from the speakers whom it reports, and both from where nobody can tell whose
a word is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Select, case, func, literal_column, select

from onrecord.model import OwnVoice
from onrecord.record.asking.filtering import SPEAKER, STANDING, UNNAMED, Filter, counting, said_about
from onrecord.record.asking.profiles import MONTH, Counted, Known, iso_month, named, same_as
from onrecord.record.schema.tables import documents, judged, labels, merged, speakers, statements

MOST = 12  # speakers who have a card of their own
LATEST = 3  # statements on a card
LABELS = 40  # words that are told, those used most
NOBODY, UNNAMED_PEOPLE = 0, -1  # stand where a speaker's number would
OWN_VOICES = tuple(OwnVoice)


@dataclass(frozen=True, slots=True)
class Short:
    """A statement in short."""

    id: str
    words: str
    said: str | None
    outlet: str | None
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Who speaks about the subject, how often, and what he said last.

    Without a key it is all unnamed people together where `unnamed`, else whoever made statements of which no
    speaker was found.
    """

    key: str | None
    name: str
    type: str | None
    unnamed: bool
    statements: int
    latest: tuple[Short, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words that take a stand, put on the subject: by outlets in their own voice, by speakers, or unclear.

    `outlets` and `unclear` are outlets, since who prints unclear words answers for them or reports them.
    """

    words: str
    articles: int
    outlets: tuple[Counted, ...]
    speakers: tuple[Counted, ...]
    unclear: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Somebody or something that is spoken of."""

    who: Known
    others: tuple[Known, ...]
    statements: int
    speakers: int
    months: tuple[tuple[str, int], ...]
    cards: tuple[Card, ...]
    names: tuple[Name, ...]


class Subjects:
    """What is said about somebody."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def subject(self, key: str) -> Subject | None:
        """All about whom a key stands for; None where nobody has it."""
        with self._engine.connect() as connection:
            group = same_as(connection, key)
            if not group:
                return None
            who, *others = group.values()
            numbers = list(group)
            by_speaker = _by_speaker(connection, numbers)
            months = connection.execute(_about(numbers, MONTH, func.count()).group_by(MONTH)).all()
            return Subject(
                who=who,
                others=tuple(others),
                statements=sum(by_speaker.values()),
                speakers=sum(number > 0 for number in by_speaker),
                months=tuple(sorted((iso_month(month), count) for month, count in months if month)),
                cards=tuple(_cards(connection, numbers, by_speaker.most_common(MOST))),
                names=tuple(_names(connection, numbers)),
            )


# Who speaks: those who are one as one, unnamed people together, and nobody where nobody was found.
WHO = case(
    (UNNAMED, literal_column(str(UNNAMED_PEOPLE), Integer)),
    else_=func.coalesce(merged.c.into, SPEAKER, literal_column(str(NOBODY), Integer)),
)


def _about(numbers: Sequence[int], *columns: Any) -> Select[Any]:
    """Columns of the statements about somebody that count."""
    told = STANDING.outerjoin(merged, merged.c.speaker == SPEAKER)
    return select(*columns).select_from(told).where(said_about(numbers), *counting(Filter()))


def _by_speaker(connection: Connection, numbers: Sequence[int]) -> Counter[int]:
    who = WHO.label("who")
    query = _about(numbers, who, func.count()).group_by(who)
    return Counter({row.who: row[1] for row in connection.execute(query)})


def _cards(connection: Connection, numbers: Sequence[int], most: list[tuple[int, int]]) -> Iterable[Card]:
    """The cards of those who speak about the subject most."""
    wanted = [number for number, _ in most]
    query = select(speakers).where(speakers.c.number.in_(wanted))
    people = {row.number: row for row in connection.execute(query)}
    latest = _latest(connection, numbers, wanted)
    for number, count in most:
        row = people.get(number)
        yield Card(
            key=row.key if row else None,
            name=row.name if row else "",
            type=row.type if row else None,
            unnamed=number == UNNAMED_PEOPLE,
            statements=count,
            latest=tuple(latest.get(number, ())),
        )


def _latest(connection: Connection, numbers: Sequence[int], wanted: Sequence[int]) -> dict[int, list[Short]]:
    """The latest statements of some speakers about the subject."""
    order = (statements.c.said.desc(), statements.c.number)
    place = func.row_number().over(partition_by=WHO, order_by=order).label("place")
    told = _about(numbers, statements.c.number, WHO.label("who"), place).subquery()
    few = select(told.c.number, told.c.who).where(told.c.place <= LATEST, told.c.who.in_(wanted)).subquery()
    query = (
        select(
            few.c.who, statements.c.id, statements.c.content, statements.c.said, documents.c.key,
            documents.c.outlet, documents.c.text, judged.c.content.label("decided"),
        )
        .join(statements, statements.c.number == few.c.number)
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(judged, judged.c.statement == statements.c.number)
        .order_by(*order)
    )  # fmt: skip
    found: dict[int, list[Short]] = {}
    for row in connection.execute(query):
        words = " … ".join(span.slice(row.text) for span in row.decided or row.content)
        found.setdefault(row.who, []).append(Short(row.id, words, row.said, row.outlet, row.key))
    return found


def _names(connection: Connection, numbers: Sequence[int]) -> Iterable[Name]:
    """The names that take a stand, those in most articles first."""
    user = func.coalesce(merged.c.into, labels.c.user)
    key = (labels.c.words, user, documents.c.outlet)
    query = (
        select(*key, func.count(labels.c.document.distinct()))
        .select_from(labels)
        .join(documents, documents.c.number == labels.c.document)
        .outerjoin(merged, merged.c.speaker == labels.c.user)
        .where(labels.c.target.in_(numbers), documents.c.next.is_(None))
        .group_by(*key)
    )
    uses = connection.execute(query).all()
    users = select(speakers).where(speakers.c.number.in_({number for _, number, _, _ in uses}))
    people = {row.number: row for row in connection.execute(users)}
    made: dict[str, _Uses] = {}
    for words, number, outlet, articles in uses:
        made.setdefault(words.casefold(), _Uses()).take(words, people[number], outlet or "", articles)
    for one in sorted(made.values(), key=lambda one: -one.articles)[:LABELS]:
        yield one.name(connection)


class _Uses:
    """Who uses some words, while it is counted. Articles are counted for each user of words in them."""

    def __init__(self) -> None:
        self.articles = 0
        self._spelled: Counter[str] = Counter()
        self._outlets: Counter[str] = Counter()
        self._unclear: Counter[str] = Counter()
        self._speakers: Counter[int] = Counter()

    def take(self, words: str, user: Any, outlet: str, articles: int) -> None:
        """Counts one user's use of the words in one outlet."""
        self.articles += articles
        self._spelled[words] += articles
        if user.type != "own":
            self._speakers[user.number] += articles
        elif user.key in OWN_VOICES:
            self._outlets[outlet] += articles
        else:
            self._unclear[outlet] += articles

    def name(self, connection: Connection) -> Name:
        """What it has come to."""
        return Name(
            words=self._spelled.most_common(1)[0][0],
            articles=self.articles,
            outlets=tuple(Counted(None, *one) for one in self._outlets.most_common()),
            speakers=named(connection, self._speakers.most_common()),
            unclear=tuple(Counted(None, *one) for one in self._unclear.most_common()),
        )
