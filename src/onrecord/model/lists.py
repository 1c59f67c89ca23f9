"""The lists below an article: who speaks in it, which labels are put on whom, and whose words it consists of.

In: a reading. Out: rows of plain words and numbers, the same for a terminal and a notebook. Only what the
document says was said counts as a speaker's; how many words are whose is counted by `shares`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.days import days_words
from onrecord.model.entity import Anonymity, Entity, Knowledge
from onrecord.model.lines import NOBODY, SHOWN_NAME, names_of, shortened
from onrecord.model.reading import Label, OwnVoice, Reading
from onrecord.model.shares import SpeakerShare, speaker_key, speaker_shares, word_shares
from onrecord.model.statement import Statement, Status
from onrecord.model.wording import own_name, source_numbers

# Speakers that the sum of words names one by one; more make a page that nobody reads.
TOP = 8

# Other names of a speaker, and different hedges, that a list shows.
SHOWN_NAMES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """One who is credited: how often and with how many words, and what else is known of him.

    `number` is that of `source_numbers`, for a colour; `type` is empty where no entity is known. `statements`
    counts those that were said; `unsaid` those that were not, or not yet.
    """

    number: int
    name: str
    type: str
    statements: int
    unsaid: int
    words: int
    also: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """Words that take a stand, on whom, by whom, and the numbers of the statements that they stand in."""

    words: str
    target: str
    user: str
    times: int
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """A voice and its words. `number` gives a speaker's colour; None for all that is no single speaker.

    `is_own` is the document's own voice, whose words are neither quoted nor reworded.
    """

    name: str
    number: int | None
    words: int
    quoted: int = 0
    reworded: int = 0
    is_own: bool = False


def speaker_rows(reading: Reading) -> list[SpeakerRow]:
    """Everyone who is credited, those with most words first."""
    entities = {entity.id: entity for entity in reading.entities}
    numbers = _numbers(reading)
    words: Counter[str] = Counter()
    for share in speaker_shares(reading):
        words.update(dict.fromkeys(share.speakers, share.words))
    grouped: dict[str, list[Statement]] = {}
    for stmt in reading.statements:
        grouped.setdefault(speaker_key(stmt), []).append(stmt)
    rows = [
        _speaker_row(found, entities.get(key), number=numbers[key], words=words[key])
        for key, found in grouped.items()
        if key
    ]
    return sorted(rows, key=lambda row: (-row.words, -row.statements))


def label_rows(reading: Reading) -> list[LabelRow]:
    """The labels in the order of the text; the same words on the same target by the same user are one row."""
    names = names_of(reading)
    numbers = {stmt.id: number for number, stmt in enumerate(reading.statements, start=1)}
    grouped: dict[tuple[str, str | None, str], list[Label]] = {}
    for label in reading.labels:
        grouped.setdefault((label.words.casefold(), label.target, label.user), []).append(label)
    return [
        LabelRow(
            words=shortened(found[0].words, SHOWN_NAME),
            target=_name(names.get(target, target)) if target else "",
            user=_name(_user(reading, user, names)),
            times=len(found),
            statements=tuple(sorted({numbers[id] for one in found if (id := one.statement) in numbers})),
        )
        for (_, target, user), found in grouped.items()
    ]


def voice_rows(reading: Reading) -> list[VoiceRow]:
    """Whose words the article consists of: its own, those of the main speakers, those of all others."""
    numbers, names = _numbers(reading), _names_by_key(reading)
    shares = speaker_shares(reading)
    named = [share for share in shares if any(share.speakers)]
    own = VoiceRow(name=own_name(reading), number=None, words=word_shares(reading).own, is_own=True)
    rows = [own]
    top = TOP if len(named) > TOP + 1 else len(named)  # nobody is left alone in a row for the others
    for share in named[:top]:
        keys = [key for key in share.speakers if key]
        name = " and ".join(names[key] for key in keys)
        rows.append(_sum([share], name, number=numbers[keys[0]]))
    rest = named[top:]
    rows += [_sum(rest, f"{len(rest)} others")] if rest else []
    rows += [_sum([share], NOBODY) for share in shares if share.speakers == ("",)]
    rows += [_sum([share], "not said, or not yet") for share in shares if not share.speakers]
    return [row for row in rows if row.words or row.is_own]


def hedge_words(reading: Reading) -> str:
    """How often the document hedges in its own voice, and by which words; empty where it never does."""
    text = reading.document.text
    found = [shortened(span.slice(text), SHOWN_NAME) for voice in reading.voices for span in voice.hedges]
    if not found:
        return ""
    counts = Counter(word.lower() for word in found).most_common()
    told = [f"“{word}”" if times == 1 else f"“{word}” ({times})" for word, times in counts[:SHOWN_NAMES]]
    more = " …" if len(counts) > SHOWN_NAMES else ""
    return f"{len(found)} hedge{'' if len(found) == 1 else 's'} in the own voice: {', '.join(told)}{more}"


def share_words(words: int, total: int) -> str:
    """So many words as a share of all; a little is told from nothing."""
    percent = round(100 * words / total) if total else 0
    return "<1 %" if words and not percent else f"{percent} %"


def _speaker_row(found: list[Statement], entity: Entity | None, *, number: int, words: int) -> SpeakerRow:
    first = found[0]
    made = sum(stmt.status is Status.ASSERTED for stmt in found)
    name = first.speaker.name if first.speaker else first.source_words
    return SpeakerRow(
        number=number,
        name=_name(name),
        type=entity.type.value if entity else "",
        statements=made,
        unsaid=len(found) - made,
        words=words,
        also=_other_names(entity, name) if entity else (),
        notes=tuple(_notes(entity)) if entity else (),
    )


def _other_names(entity: Entity, name: str) -> tuple[str, ...]:
    """What else an entity is called, each once, whatever its capitals."""
    known = {name.casefold()}
    other = []
    for words in map(_name, entity.names):
        if words.casefold() not in known:
            known.add(words.casefold())
            other.append(words)
    return (*other[:SHOWN_NAMES], "…") if len(other) > SHOWN_NAMES else tuple(other)


def _notes(entity: Entity) -> list[str]:
    notes = [_unnamed(entity.anonymous)] if entity.anonymous else []
    return notes + ([_office(entity.knowledge)] if entity.knowledge else [])


def _unnamed(known: Anonymity) -> str:
    """What the text tells of unnamed people, in its own words."""
    of = f" of {known.of}" if known.of else ""
    who = f" ({(known.count or '') + of})".replace("( ", "(") if known.count or of else ""
    return f"unnamed{who}: {f'“{shortened(known.why, 2 * SHOWN_NAME)}”' if known.why else 'no reason told'}"


def _office(known: Knowledge) -> str:
    """Who held the office, so told that nobody takes it for the article's words."""
    days = days_words(known.since, known.until or known.since)
    spell = days if known.until else f"since {days}"
    return f"not from the article: {known.name}, {known.office}, {spell} ({known.source})"


def _user(reading: Reading, user: str, names: Mapping[str, str]) -> str:
    doc = reading.document
    own = {OwnVoice.OUTLET: doc.outlet, OwnVoice.AGENCY: doc.agency, OwnVoice.AUTHOR: doc.byline}
    if user in list(OwnVoice):
        return f"{own[OwnVoice(user)] or f'the {user}'} (own voice)"
    return names.get(user, user)


def _numbers(reading: Reading) -> dict[str, int]:
    """Each speaker's number by his key."""
    numbers = source_numbers(reading.statements)
    pairs = zip(reading.statements, numbers, strict=True)
    return {speaker_key(stmt): number for stmt, number in pairs if number is not None}


def _names_by_key(reading: Reading) -> dict[str, str]:
    names: dict[str, str] = {}
    for stmt in reading.statements:
        names.setdefault(speaker_key(stmt), _name(stmt.speaker.name if stmt.speaker else stmt.source_words))
    return names


def _sum(shares: list[SpeakerShare], name: str, *, number: int | None = None) -> VoiceRow:
    quoted, reworded = sum(share.quoted for share in shares), sum(share.reworded for share in shares)
    return VoiceRow(name=name, number=number, words=quoted + reworded, quoted=quoted, reworded=reworded)


def _name(words: str) -> str:
    return shortened(words, SHOWN_NAME)
