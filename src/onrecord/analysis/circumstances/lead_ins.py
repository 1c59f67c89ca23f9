"""Takes the addressee and the time out of the beginning of a content: "assured [me last night] that it was
so".

In: a draft, the parse, its phrases. Out: the same draft with its content cut to what was said, and its cue
grown by a leading "to tell" ("is expected to tell parliament on Thursday that he will stay"). Only where an
addressee or a time stands there: of "urged Lee to go" Lee is cut off, of "urged a delay" nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.cues import lemmas
from onrecord.analysis.drafts import Draft
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.reaches import is_day
from onrecord.analysis.syntax import Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

# The person spoken to is their object.
TELLING = frozenset("tell inform assure remind warn advise promise notify ask offer beg instruct".split())
ASKING = frozenset("ask beg tell remind advise instruct".split())
# So it is with these, where "to" and a verb follow: else it is what they ask for.
URGING = frozenset(
    """urge order warn call encourage invite command implore beseech direct challenge pressure persuade
    plead""".split()
)
SAYING = TELLING | frozenset(
    "say announce name confirm reveal disclose explain decide rule report declare set".split()
)
TO = frozenset(("to", "not"))
OPENING = frozenset('“"‘')
INNER = frozenset("’'-$%")  # marks inside words and numbers
CLAUSE = frozenset("that whether if how why what who when where".split())
LONGEST = 26  # words before the clause
ASIDE = 16  # words between the commas behind a name: "the head of the board"


def cut_lead_in(draft: Draft, parse: Parse, phrases: dict[int, Phrase]) -> None:
    """Moves what does not belong to the content out of it; in place.

    `phrases` are by their first word, the longest.
    """
    after = [k for k, span in enumerate(draft.content) if draft.cue and span.start >= draft.cue[-1].end]
    if not after:
        return
    k = after[0]
    words = parse.range_of(draft.content[k])
    cue = parse.range_of(draft.cue[-1])
    if not len(words) or not len(cue) or words[0] != cue[-1] + 1:
        return
    start, verb = words[0], cue[-1]
    if len(cue) > 1 and parse.lower(verb) in ("on", "upon", "with"):
        verb -= 1  # "called on Lee to go"
    if parse.lower(start) == "to" and len(words) > 3:
        # "is reported to have told the general that": the saying is behind "to have".
        to_say = start + 2 if parse.lower(start + 1) == "have" else start + 1
        verb = to_say if _is(parse, to_say, SAYING) else verb
    begin = max(verb + 1, start)
    end = _lead_end(parse, begin, words, phrases, _openers(parse, verb))
    if end is None and _is(parse, verb, URGING):
        end = _urged_end(parse, begin, words, phrases)
    if end is None or end <= begin:
        return
    if verb > cue[-1]:
        draft.cue = (*draft.cue[:-1], Span(draft.cue[-1].start, parse.words[verb].end))
    if verb > cue[-1] and not draft.source and k:
        # "[He] is expected to tell parliament that …": he is the one who will say it.
        draft.source, draft.content = (draft.content[0],), draft.content[1:]
        k -= 1
    draft.content[k] = Span(parse.words[end].start, draft.content[k].end)


def _is(parse: Parse, i: int, verbs: frozenset[str]) -> bool:
    return any(lemma in verbs for lemma in lemmas(parse.lower(i)))


def _openers(parse: Parse, verb: int) -> frozenset[str]:
    """The words that may open what a verb's object was told; none for a verb that is not said to anybody."""
    if not _is(parse, verb, TELLING):
        return frozenset()
    return CLAUSE | (frozenset(("to", "for")) if _is(parse, verb, ASKING) else frozenset())


def _lead_end(
    parse: Parse, begin: int, words: range, phrases: dict[int, Phrase], openers: frozenset[str]
) -> int | None:
    """Where the content proper begins, after an addressee, a time or both; None where neither is."""
    i, telling = begin, bool(openers)
    if telling:
        i = _after_addressee(parse, i, phrases)
    i = _after_time(parse, i, words)
    if i == begin or i not in words or i - begin > LONGEST:
        return None
    told_only = i > begin and telling
    clause = parse.lower(i) in CLAUSE | openers or parse.word(i) in OPENING
    timed = _after_time(parse, begin, words) > begin or parse.named(i - 1) == "time"
    return i if clause or (timed and (told_only or not telling)) else None


def _urged_end(parse: Parse, begin: int, words: range, phrases: dict[int, Phrase]) -> int | None:
    """Where "to" and a verb begin behind whom they are said to; None where that is no person or body."""
    phrase = phrases.get(begin)
    if phrase is None or not _hears(parse, phrase):
        return None
    end = _after_time(parse, _after_addressee(parse, begin, phrases), words)
    to = end + (parse.lower_or_end(end) == "not")
    told = to in words and parse.lower(to) == "to" and parse.speech_or_end(to + 1) in ("VB", "RB")
    return end if told else None


def _hears(parse: Parse, phrase: Phrase) -> bool:
    """Whether something can be said to what a phrase stands for."""
    if phrase.pronoun:
        return parse.lower(phrase.head) not in ("it", "this", "that", "these", "those")
    named = parse.named(phrase.head) in ("person", "organisation", "people", "place")
    return named or kind_of(parse.word(phrase.head)) in (EntityType.PERSON, EntityType.ORGANISATION)


def _after_addressee(parse: Parse, i: int, phrases: dict[int, Phrase]) -> int:
    """The first word behind an addressee, with the name beside it: "the speaker, Jonas Thiel,"."""
    phrase = phrases.get(i)
    if phrase is None or parse.named(phrase.head) == "time":
        return i
    beside = after_name_beside(parse, phrase, phrases.get(phrase.words.stop + 1))
    return _after_aside(parse, phrase) if beside == phrase.words.stop else beside


def _after_aside(parse: Parse, phrase: Phrase) -> int:
    """The first word behind a phrase and what stands beside it: "Lee, who heads the board, to go"."""
    stop = phrase.words.stop
    if parse.lower_or_end(stop) != "," or not _hears(parse, phrase):
        return stop
    for end in range(stop + 2, min(stop + ASIDE, len(parse.words) - 1)):
        if parse.word(end) == ",":
            goes_on = parse.lower(end + 1) in CLAUSE | TO or parse.word(end + 1) in OPENING
            return end + 1 if goes_on else stop
        if not parse.word(end)[0].isalnum() and parse.word(end) not in INNER:
            break
    return stop


def after_name_beside(parse: Parse, phrase: Phrase, follower: Phrase | None) -> int:
    """The first word behind a phrase, or behind the name between commas beside it."""
    stop = phrase.words.stop
    if phrase.name is not None or follower is None or follower.name is None or parse.word(stop) != ",":
        return stop
    end = follower.words.stop
    return end + 1 if parse.lower_or_end(end) == "," else stop


def _after_time(parse: Parse, i: int, words: range) -> int:
    """The first word behind "on Thursday", "last night" or "this week", or the word itself."""
    if i not in words:
        return i
    first = i + (parse.lower(i) in ("on", "in", "over", "during", "at"))
    end = first
    while end in words and (parse.named(end) == "time" or is_day(parse, end)):
        end += 1
    return end if end > first else i


def by_first_word(phrases: Sequence[Phrase]) -> dict[int, Phrase]:
    """The longest phrase that begins at each word."""
    first: dict[int, Phrase] = {}
    for phrase in phrases:
        known = first.get(phrase.words.start)
        if known is None or len(known.words) < len(phrase.words):
            first[phrase.words.start] = phrase
    return first
