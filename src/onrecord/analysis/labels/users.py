"""Who uses a label: the document in its own voice, or the speaker whose content holds it.

In: label words, a finished walk through the text and the voice of the document. Out: labels with target and
user. In indirect content the document words what a speaker claimed, so the user is unclear there, unless the
label stands in quotation marks or the speaker uses it in his own words elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.analysis.labels.shared_targets import MARKS, Put, in_headline, plain, share_targets
from onrecord.analysis.labels.things import described, phrase_on
from onrecord.analysis.labels.whom import target_of
from onrecord.analysis.labels.words import SCARE_QUOTES, LabelWords
from onrecord.analysis.people.parties import PLACE, Party
from onrecord.analysis.people.walk import Walk
from onrecord.model.reading import Label, OwnVoice
from onrecord.model.statement import Form

UNCLEAR = "unclear"
SOMEBODY = frozenset(("somebody", "someone"))


def put_labels(walk: Walk, labels: Sequence[LabelWords]) -> list[Put]:
    """Finds the party of each label; scare quotes that are all that was said are none, unless listed."""
    puts = []
    for label in labels:
        words = walk.scene.parse.range_of(label.span)
        if not words:
            continue
        number = walk.scene.content_at(words[0])
        content = walk.scene.statements[number].content if number is not None else ()
        told = label.because == SCARE_QUOTES and not label.stand
        if told and any(
            label.span.slice(walk.scene.text).strip(MARKS) == span.slice(walk.scene.text).strip(MARKS)
            for span in content
        ):
            continue
        puts.append(Put(label, target_of(walk, label, number), number))
    return share_targets(walk, puts)


def users(walk: Walk, puts: Sequence[Put], own: OwnVoice, identify: Callable[[Party], str]) -> list[Label]:
    """The labels with their users, in order of the text."""
    callers = _by_body(walk, puts, [_caller(walk, put) for put in puts])
    used = {
        (id(caller), plain(put.label.words))
        for put, caller in zip(puts, callers, strict=True)
        if caller is not None and _in_own_words(walk, put)
    }
    labels = []
    for put, caller in zip(puts, callers, strict=True):
        stmt = walk.scene.statements[put.statement] if put.statement is not None else None
        if caller is not None and (_in_own_words(walk, put) or (id(caller), plain(put.label.words)) in used):
            user = identify(caller)
        else:
            user = UNCLEAR if stmt is not None or caller is not None else own.value
        target = identify(put.target) if put.target is not None else None
        labels.append(Label(put.label.span, put.label.words, target, user, stmt.id if stmt else None))
    return labels


def _caller(walk: Walk, put: Put) -> Party | None:
    """Who puts a label: the subject of the verb that does, where no statement is of it; else the speaker.

    "He called Lee a crank, two officials said" is his word, not theirs.
    """
    scene, label = walk.scene, put.label
    credit = walk.credits.get(put.statement) if put.statement is not None else None
    speaker = credit.party if credit else None
    if label.by is None or (label.verb is None and speaker is not None):
        return speaker
    stmt = scene.statements[put.statement] if put.statement is not None else None
    if label.verb is not None and stmt is not None:
        verb = scene.parse.words[label.verb]
        if any(span.contains(verb) for span in stmt.cue):
            return speaker  # the verb is what makes the statement
    phrase = phrase_on(walk, label.by)
    if phrase is None or phrase in walk.party_of:
        return walk.party_of[phrase] if phrase else speaker
    if label.verb is None and (not phrase.pronoun or scene.parse.lower(phrase.head) in SOMEBODY):
        return described(walk, phrase.span(scene.parse))
    return speaker


def _by_body(walk: Walk, puts: Sequence[Put], callers: Sequence[Party | None]) -> list[Party | None]:
    """Gives a headline's label that the text takes up the user whom the text tells: headlines are short."""
    known: dict[str, Party] = {}
    for put, caller in zip(puts, callers, strict=True):
        if caller is not None and not in_headline(walk, put) and _in_own_words(walk, put):
            words = plain(put.label.words).split()
            for end in range(len(words), 1 if len(words) > 1 else 0, -1):
                known.setdefault(" ".join(words[:end]), caller)
    return [
        known.get(plain(put.label.words), caller)
        if in_headline(walk, put) and (caller is None or not caller.names or caller.type is PLACE)
        else caller
        for put, caller in zip(puts, callers, strict=True)
    ]


def _in_own_words(walk: Walk, put: Put) -> bool:
    """Whether a label is the words of whoever puts it, to the letter."""
    words = walk.scene.parse.range_of(put.label.span)
    if put.label.quoted or any(walk.scene.quoted_at(i) for i in words):
        return True
    if put.statement is None:
        return False
    stmt = walk.scene.statements[put.statement]
    return stmt.form is Form.DIRECT or (not stmt.source and not stmt.cue) or _is_turn(walk, put.statement)


def _is_turn(walk: Walk, number: int) -> bool:
    """Whether a statement is a turn: a paragraph that opens with a name and a colon, no headline."""
    stmt, paragraphs = walk.scene.statements[number], walk.scene.paragraphs
    if stmt.cue_words.strip() != ":" or not stmt.source:
        return False
    source = walk.scene.parse.range_of(stmt.source[0])
    place = walk.scene.paragraph_of(source[0]) if source else 0
    return place > 0 and paragraphs[place].start == stmt.source[0].start
