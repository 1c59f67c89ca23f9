"""How right the details of statements are: a marked text and a reading of it in, counts by measure out.

Rows are JSON: the marked one as in samples/gold.jsonl, the found one as docs/format.md says. Statements are
paired first (see `pairs`); a share is of pairs, so that a statement which was not found counts once, under
`found`. Addressees, times, nesting and labels have precision and recall over all statements that were marked.
Nothing is judged that people did not tell: without a gold speaker a statement counts for no speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.scores.names import SORTS, Party, sort_of_source, stands_for
from onrecord.scores.pairs import HALF, Row, pair_places, pair_statements
from onrecord.scores.parts import Count, summed

# Shares of what they are counted over, which the comment says.
SHARES = (
    "found",  # marked statements with a source: those that have a pair
    "speaker_given",  # pairs with a gold speaker: some speaker was found
    "speaker",  # pairs with a gold speaker: the right one was found
    *(f"speaker_{sort}" for sort in SORTS),  # the same, by what sort of words the source is
    "kind",  # pairs
    "status",  # pairs
    "not_made_as_asserted",  # pairs that are not asserted: taken as asserted, which is the worst mistake
    "asserted_as_not_made",  # pairs that are asserted: taken as something else
    "addressee_name",  # statements an addressee of which was found: the right party
    "when_exact",  # pairs with a gold time: the very days
    "when_spurious",  # pairs without a gold time: got one, which is a mistake
    "label_user",  # labels that were found
    "label_target",  # labels that were found
)
# Of these the lower the better.
MISTAKES = frozenset(("not_made_as_asserted", "asserted_as_not_made", "when_spurious"))

# What has precision, recall and F1.
FOUND = (
    "anonymous",  # pairs with a gold speaker: the text does not name it
    "addressee",  # places that share half (IoU)
    "when",  # right when it is the very days
    "nested",  # right when the pair's both sides stand within another statement
    "label",  # places that touch
)

# Measures whose failures are worth a line of their own; the others say the same again.
_TELLING = frozenset(
    (*FOUND, "found", "speaker", "kind", "status", "addressee_name", "label_user", "label_target")
)

_VOICES = frozenset(("outlet", "agency", "author", "unclear"))

_UNDATED = (None, None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing judged: how it counts for a measure, and in words what was marked, what found, and where."""

    measure: str
    count: Count
    gold: str = ""
    found: str = ""
    words: str = ""

    @property
    def is_mistake(self) -> bool:
        """Whether something is wrong that no other judgement tells as well."""
        count = self.count
        return self.measure in _TELLING and count.hit < max(count.gold, count.found)


@dataclass(frozen=True, slots=True)
class DetailScores:
    """Counts by measure, one of `SHARES` or `FOUND`. Scores of several texts can be added."""

    counts: Mapping[str, Count] = field(default_factory=dict)

    def __add__(self, other: DetailScores) -> DetailScores:
        return DetailScores(summed(self.counts, other.counts))

    def __getitem__(self, measure: str) -> Count:
        """The count of a measure."""
        return self.counts.get(measure, Count())


def has_details(gold_row: Row) -> bool:
    """Whether people told more of a text than its sources, cues and contents."""
    told = any(stmt.get("speaker") for stmt in gold_row.get("statements") or ())
    return told or bool(gold_row.get("labels"))


def score_details(gold_row: Row, found_row: Row) -> DetailScores:
    """Compare what was found of one text's statements and labels with what people told of them."""
    counts: dict[str, Count] = {}
    for judgement in judge(gold_row, found_row):
        counts[judgement.measure] = counts.get(judgement.measure, Count()) + judgement.count
    return DetailScores(counts)


def judge(gold_row: Row, found_row: Row) -> Iterator[Judgement]:
    """Everything that `score_details` counts, one by one.

    Raises `ValueError`, `TypeError`, `KeyError` or `AttributeError` where a row is not as it should be.
    """
    text = gold_row["text"]
    known = _Known(text, {entity["id"]: entity for entity in found_row.get("entities") or ()})
    gold, found = (list(row.get("statements") or ()) for row in (gold_row, found_row))
    pairs = pair_statements(gold, found)
    for i, stmt in enumerate(gold):
        partner = found[pairs[i]] if i in pairs else None
        yield from _of_statement(stmt, partner, known)
    partners = {j: gold[i] for i, j in pairs.items()}
    for j, stmt in enumerate(found):
        partner = partners.get(j)
        if stmt.get("within") is not None and (partner is None or partner.get("within") is None):
            yield Judgement("nested", Count(0, 0, 1), "", "nested", known.content(stmt))
    yield from _of_labels(gold_row.get("labels") or (), found_row.get("labels") or (), known)


@dataclass(frozen=True, slots=True)
class _Known:
    """The text, and the entities that were found in it, by id."""

    text: str
    entities: Mapping[str, Row]

    def words(self, spans: Iterable[Sequence[int]]) -> str:
        return " … ".join(self.text[start:end] for start, end in spans)

    def content(self, stmt: Row) -> str:
        return self.words(stmt["content"])

    def party(self, entity: str | None, *, name: str = "", span: Sequence[int] | None = None) -> Party:
        """The party that an id stands for, as it is called at a place."""
        row = self.entities.get(entity or "", {})
        members = (self.entities.get(member, {}) for member in row.get("members") or ())
        return Party(
            name or row.get("name", ""),
            (row.get("name", ""), *row.get("names", ())),
            self.words([span]) if span else "",
            tuple(Party(member.get("name", ""), tuple(member.get("names", ()))) for member in members),
        )


def _share(measure: str, right: bool, *told: str) -> Judgement:
    return Judgement(measure, Count(int(right), 1, 1), *told)


def _of_statement(gold: Row, found: Row | None, known: _Known) -> Iterator[Judgement]:
    words = known.content(gold)
    if gold["source"]:
        told = (known.words(gold["source"]), "found" if found else "nothing", words)
        yield _share("found", found is not None, *told)
    nested = [stmt is not None and stmt.get("within") is not None for stmt in (gold, found)]
    if nested[0]:
        yield Judgement(
            "nested", Count(nested[1], 1, nested[1]), "nested", "not nested" if found else "", words
        )
    yield from _of_addressee(gold, found, known)
    yield from _of_time(gold, found, words)
    if found is None:
        return
    yield from _of_standing(gold, found, words)
    if gold.get("speaker"):
        yield from _of_speaker(gold, found, known)


def _of_speaker(gold: Row, found: Row, known: _Known) -> Iterator[Judgement]:
    name, words, speaker = gold["speaker"], known.content(gold), found.get("speaker")
    entity: Row = known.entities.get(speaker["entity"], {}) if speaker else {}
    party = Party("")
    if speaker:
        party = known.party(speaker["entity"], name=speaker["name"], span=speaker["mention"])
    right = bool(speaker) and stands_for(name, party)
    source = known.words(gold["source"])
    told = (f"{name} [{source}]", party.name, words)
    yield _share("speaker_given", bool(speaker), *told)
    yield _share("speaker", right, *told)
    if sort := sort_of_source(source, name, known.text):
        yield _share(f"speaker_{sort}", right, *told)
    unnamed = [bool(gold.get("anonymous")), entity.get("anonymous") is not None]
    if any(unnamed):
        told = ("anonymous" if unnamed[0] else "named", "anonymous" if unnamed[1] else "named", words)
        yield Judgement("anonymous", Count(int(all(unnamed)), int(unnamed[0]), int(unnamed[1])), *told)


def _of_standing(gold: Row, found: Row, words: str) -> Iterator[Judgement]:
    """Kind and status, and whether what was not made is taken as made."""
    for key in ("kind", "status"):
        yield _share(key, gold[key] == found[key], gold[key], found[key], words)
    made = [stmt["status"] == "asserted" for stmt in (gold, found)]
    measure = "asserted_as_not_made" if made[0] else "not_made_as_asserted"
    yield _share(measure, made[0] != made[1], gold["status"], found["status"], words)


def _of_addressee(gold: Row, found: Row | None, known: _Known) -> Iterator[Judgement]:
    spans = gold.get("addressee") or []
    refs = (found or {}).get("addressee") or []
    pairs = pair_places([[span] for span in spans], [[ref["span"]] for ref in refs], least=HALF)
    told = known.words(spans), known.words(ref["span"] for ref in refs), known.content(gold)
    if spans or refs:
        yield Judgement("addressee", Count(len(pairs), len(spans), len(refs)), *told)
    name = gold.get("addressee_name")
    if name and pairs:
        parties = tuple(known.party(ref["entity"], span=ref["span"]) for ref in refs)
        right = any(stands_for(name, party) for party in (*parties, Party("", members=parties)))
        yield _share("addressee_name", right, name, " + ".join(party.name for party in parties), told[2])


def _of_time(gold: Row, found: Row | None, words: str) -> Iterator[Judgement]:
    """Whether the days are right. Words of time without days count where that is what people marked."""
    if gold.get("time") and gold.get("when") is None:
        return  # people marked the words, but did not tell the days
    when = (found or {}).get("when")
    wanted = _days(gold["when"]) if gold.get("when") else None
    given = (when["start"], when["end"]) if when else None
    right = wanted is not None and wanted == given
    told = _shown(wanted), _shown(given), words
    if wanted or given:
        yield Judgement("when", Count(int(right), int(bool(wanted)), int(bool(given))), *told)
    if found is not None and wanted:
        yield _share("when_exact", right, *told)
    elif found is not None:
        yield _share("when_spurious", given is not None, *told)


def _days(when: Sequence[str]) -> tuple[str | None, str | None]:
    return (when[0], when[1]) if len(when) == 2 else _UNDATED


def _shown(days: tuple[str | None, str | None] | None) -> str:
    return "no time" if days is None else "/".join(day or "?" for day in dict.fromkeys(days))


def _of_labels(gold: Sequence[Row], found: Sequence[Row], known: _Known) -> Iterator[Judgement]:
    pairs = pair_places([[label["span"]] for label in gold], [[label["span"]] for label in found])
    for i, label in enumerate(gold):
        words = known.words([label["span"]])
        if i not in pairs:
            yield Judgement("label", Count(0, 1, 0), words, "", words)
            continue
        other = found[pairs[i]]
        yield Judgement("label", Count(1, 1, 1), words, known.words([other["span"]]), words)
        for key in ("user", "target"):
            right = _same_party(label[key], other[key], known)
            shown = known.party(other[key]).name or other[key]
            yield _share(f"label_{key}", right, label[key] or "nobody", shown or "nobody", words)
    for j, label in enumerate(found):
        if j not in pairs.values():
            words = known.words([label["span"]])
            yield Judgement("label", Count(0, 0, 1), "", words, words)


def _same_party(gold: str | None, found: Any, known: _Known) -> bool:
    """Whether a voice (agency copy is the outlet's), an entity or nobody is the one that people told."""
    if gold is None or found is None:
        return gold is found
    if gold in _VOICES or found not in known.entities:
        return _voice(gold) == _voice(found)
    return stands_for(gold, known.party(found))


def _voice(user: str) -> str:
    return "outlet" if user == "agency" else user
