"""To whom it was said: "told [reporters]", "in a letter to [the council]", "speaking to [the crowd]".

In: a scene and one of its statements. Out: the phrases that name the addressee, never inside a content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.analysis.circumstances.lead_ins import after_name_beside
from onrecord.analysis.cues import lemmas
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.scene import Scene
from onrecord.model.span import Span
from onrecord.model.statement import Statement

# What takes the person spoken to as its object.
TELLING = frozenset(
    """tell ask inform assure remind warn advise promise notify brief reassure beg email text
    telephone phone call instruct implore answer lecture address petition write urge persuade
    convince quiz question interrupt grill acquaint alert order direct command encourage invite
    beseech challenge pressure forbid offer""".split()
)
# What takes him after "to"; the rest of the cues seldom does.
SAYING = frozenset(
    """say speak talk write explain confirm admit complain reply respond announce report suggest
    confide describe mention indicate remark repeat testify confess stress state apologise
    apologize insist declare disclose reveal signal read shout whisper boast lament acknowledge
    reiterate put propose recommend appeal protest add""".split()
)
ADDRESSING = frozenset("speaking talking writing responding replying testifying appealing".split())
MESSAGES = frozenset(
    """letter letters email e-mail emails message messages speech address statement interview post
    memo note remarks comments briefing appeal testimony answer reply response report submission
    complaint presentation lecture sermon warning telegram cable text texts call evidence plea
    tweet petition pitch mail words word filing filings""".split()
)
GOING_TO = frozenset(("to", "with", "before"))
LINKS = frozenset("of at in from for".split())
SKIPPED = frozenset(
    "later also then once again repeatedly earlier privately publicly only even just both recently".split()
)
NEAR = 20  # statements before and after one of which a cue may stand within reach
REACH = 30  # words from the cue


def find_addressees(scene: Scene, number: int) -> list[Span]:
    """The spans of those to whom a statement was made, without prepositions; mostly none or one."""
    stmt = scene.statements[number]
    if not stmt.cue:
        return []
    parse = scene.parse
    cue = parse.range_of(stmt.cue[0])
    if not len(cue):
        return []
    taken = [*stmt.content, *stmt.source]
    told = _told(scene, cue, taken) or _told_passive(scene, stmt, cue)
    if told:
        return [told]
    found = next(_addressed(scene, cue, taken, number), None)
    return [found] if found else []


def _told(scene: Scene, cue: range, taken: Sequence[Span]) -> Span | None:
    """The object of "told", right after the cue."""
    parse = scene.parse
    verbs = [i for i in cue if any(lemma in TELLING for lemma in lemmas(parse.lower(i)))]
    if not verbs:
        return None
    after = cue[-1] + 1
    while after < len(parse.words) and (parse.lower(after) in SKIPPED or parse.speech[after] == "RB"):
        after += 1
    return _free(scene, scene.phrase_at(after), taken)


def _told_passive(scene: Scene, stmt: Statement, cue: range) -> Span | None:
    """The subject of "was told by": the one who heard it."""
    parse = scene.parse
    if parse.lower(cue[-1]) != "by" and not any(
        parse.lower(i) in ("was", "were", "been", "is", "are") for i in cue
    ):
        return None
    verb = next((i for i in cue if any(lemma in TELLING for lemma in lemmas(parse.lower(i)))), None)
    subject = parse.child(verb, "nsubjpass", "nsubj") if verb is not None else None
    if subject is None:
        return None
    near = parse.span(range(max(0, subject - REACH), subject + 1))
    phrase = next((p for p in scene.phrases_in(near) if p.head == subject), None)
    return _free(scene, phrase, [*stmt.content, *stmt.source])


def _addressed(scene: Scene, cue: range, taken: Sequence[Span], number: int) -> Iterator[Span]:
    """Phrases after "to" that hang on the cue or on a message: "in a letter to the council"."""
    parse = scene.parse
    sentence = scene.sentences[scene.sentence_of(cue[0])]
    words = parse.range_of(sentence)
    near = range(max(words.start, cue[0] - REACH), min(words.stop, cue[-1] + REACH))
    content = scene.content_at(cue[0])
    for phrase in scene.phrases_in(parse.span(near)) if len(near) else ():
        before = phrase.words.start - 1
        if (
            before not in near
            or parse.lower(before) not in GOING_TO
            or scene.content_at(phrase.head) != content
        ):
            continue
        if not _is_addressing(scene, before, cue):
            continue
        if _other_cue_between(scene, before, cue, number):
            continue
        span = _free(scene, phrase, taken)
        if span:
            yield span


def _is_addressing(scene: Scene, to: int, cue: range) -> bool:
    """Whether a "to" leads to somebody spoken to: after a cue of saying, or a message or talk."""
    parse = scene.parse
    before = parse.lower(to - 1) if to else ""
    word = parse.lower(to)
    if before in MESSAGES:
        return (
            word == "to"
            or (word == "with" and before in ("interview", "call", "filing", "filings"))
            or before == "testimony"
        )
    if before in ADDRESSING:
        return word in ("to", "before")
    if to - 1 == cue[-1]:
        saying = any(lemma in SAYING for i in cue for lemma in lemmas(parse.lower(i)))
        return word in ("to", "before") and saying
    return False


def _other_cue_between(scene: Scene, word: int, cue: range, number: int) -> bool:
    start, end = sorted((scene.parse.words[word].start, scene.parse.words[cue[0]].start))
    near = range(max(0, number - NEAR), min(len(scene.statements), number + NEAR))
    others = (scene.statements[other] for other in near if other != number)
    return any(start < span.start < end for stmt in others for span in stmt.cue)


def _free(scene: Scene, phrase: Phrase | None, taken: Sequence[Span]) -> Span | None:
    """The phrase with what narrows it, if no content or source uses it."""
    if phrase is None:
        return None
    parse = scene.parse
    last = phrase.words[-1]
    beside = after_name_beside(parse, phrase, scene.phrase_at(last + 2))
    last = beside - 2 if beside > phrase.words.stop else last
    nxt = last + 1
    while nxt + 1 < len(parse.words) and parse.lower(nxt) in LINKS:
        follower = scene.phrase_at(nxt + 1)
        if follower is None or follower.pronoun or parse.named(follower.head) == "time":
            break
        if (
            parse.lower(nxt) not in ("of", "from")
            and parse.relation[nxt] == "prep"
            and parse.governor[nxt] != phrase.head
        ):
            break
        last = follower.words[-1]
        nxt = last + 1
    span = Span(parse.words[phrase.words[0]].start, parse.words[last].end)
    if any(span.overlaps(other) for other in taken):
        span = parse.span(phrase.words)
    timed = parse.named(phrase.head) == "time"
    return None if timed or any(span.overlaps(other) for other in taken) else span
