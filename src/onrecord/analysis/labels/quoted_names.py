"""Quoted noun phrases of up to nine words that are put on someone: called him “a twelfth man in yellow”.

In: a parse and the words of a quotation. Out: the noun of the phrase, how it is put on someone, and whether
it speaks of people at all. Where the parse does not tell, the words before the opening mark do. What is
quoted as a mere opinion ("said it was “a first step”") is left out as far as its noun shows it.
"""

from __future__ import annotations

from onrecord.analysis.cues import lemmas
from onrecord.analysis.labels.contexts import (
    FIGURES,
    LIKENING,
    NAMING_AS,
    NO_FIGURES,
    OPINIONS,
    SAYINGS,
    SORTING,
)
from onrecord.analysis.labels.phrases import ARTICLES, DASHES, TIES, nearby
from onrecord.analysis.labels.targets import CALLING, How, Put, put_on
from onrecord.analysis.people.noun_lexicon import GENERIC_PERSON, singular
from onrecord.analysis.syntax import NOUNS, PROPER, ROOT, Parse

MOST = 9  # words of a quoted name, articles and marks not counted
CLIMB = 6  # governors that are climbed from a noun to the one it hangs on
BEFORE = 20  # words before an opening mark among which the verb of naming stands
OPENERS = NOUNS | frozenset("DT JJ JJR JJS PRP$ RB RBS VBG VBN".split())
INNER = OPENERS | frozenset(("CD", "POS"))
BEHIND = frozenset("CC IN PUNCT TO VBG VBN WDT WP WP$ WRB".split())
FINITE = frozenset("MD VBD VBP VBZ".split())
PASSIVE = frozenset("am are be been being get gets got is was were".split())
COMMONLY = frozenset(
    "also commonly formally formerly generally locally officially often technically typically usually".split()
)
OBJECT = NOUNS | frozenset("CC CD DT JJ JJR JJS POS PRP PRP$ VBN".split())
SHUT = frozenset('.?!;:“”"«»‘')
PERSON_ENDINGS = ("er", "or", "ist", "ite", "ee", "eer", "ian", "crat", "man", "woman")


def quoted_put(parse: Parse, whole: range, words: range, *, told: bool) -> Put | None:
    """How a verb puts a quoted phrase on someone; None where none does.

    `whole` are the words with the marks, `words` those inside; `told`: someone is reported to say so.
    """
    head = head_of_phrase(parse, words)
    if head is None:
        return None
    put = put_on_rightly(parse, whole, head, words)
    if put is None or put.how is How.IS:
        put = called_before(parse, whole[0]) or put
    if put is None or put.how in (How.LEFT_OPEN, How.ACCUSED) or put.reduced or is_sorting(parse, put):
        return None
    if parse.speech[words[0]] == "CD" or singular(parse.word(head)) in OPINIONS:
        return None
    return put if put.how is How.CALLED or _is_figure(parse, words, head, told=told) else None


def put_on_rightly(parse: Parse, whole: range, head: int, words: range) -> Put | None:
    """How a verb puts a quoted phrase on someone, by the words before it where the parse took a part of these
    for the whole: "called [Lee's] plan “mad”"."""
    put = put_on(parse, head, words[0])
    if put is None:
        return called_before(parse, whole[0])
    if put.how is How.IS and put.on is not None and parse.lower(put.on) in SAYINGS:
        return None
    if put.how is not How.CALLED or put.on is None:
        return put
    owner = put.on + 1 < len(parse.words) and parse.speech[put.on + 1] == "POS"
    if put.on > whole[0] or not (owner or parse.relation[put.on] in ("compound", "nmod", "poss")):
        return put
    plain = called_before(parse, whole[0])
    return plain if plain and plain.on is not None and plain.on > put.on else put


def is_sorting(parse: Parse, put: Put) -> bool:
    """Whether a verb tells the kind or common name of a thing: listed as “secret”, is also called “rye”."""
    if put.verb is None:
        return False
    if any(lemma in SORTING for lemma in lemmas(parse.lower(put.verb))):
        return True
    before = [parse.lower(i) for i in range(max(0, put.verb - 2), put.verb)]
    return before[-1:] != [] and before[-1] in COMMONLY and before[0] in PASSIVE


def head_of_phrase(parse: Parse, words: range) -> int | None:
    """The noun that carries a quoted noun phrase; None where the words are a sentence or too many."""
    counted = [i for i in words if parse.word(i)[0].isalnum() and not _is_tied(parse, i)]
    few = 0 < len(counted) - (parse.lower(words[0]) in ARTICLES) <= MOST
    if not few or parse.speech[words[0]] not in OPENERS or parse.lower(words[0]) in PASSIVE:
        return None
    end = words[0]
    while end < words.stop and (parse.speech[end] in INNER or parse.word(end) in TIES):
        end += 1
    nouns = [i for i in range(words[0], end) if parse.speech[i] in NOUNS]
    if not nouns or (end < words.stop and parse.speech[end] not in BEHIND):
        return None
    if parse.speech[words[0]] == "VBG" and parse.speech[words[0] + 1] not in NOUNS | {"JJ"}:
        return None  # “gambling with lives”
    return nouns[-1]


def _is_tied(parse: Parse, i: int) -> bool:
    return (
        i > 0 and parse.word(i - 1) in (*DASHES, "'", "’") and parse.words[i - 1].end == parse.words[i].start
    )


def _is_figure(parse: Parse, words: range, head: int, *, told: bool) -> bool:
    """Whether "is" puts a name rather than an opinion: “a state with a basement”, not “one page of many”."""
    opening = parse.speech[words[0]]
    if opening in ("RB", "RBS", "PRP$"):
        return False
    goes_on = head + 1 < words.stop and parse.speech[head + 1] in ("IN", "TO")
    article = parse.lower(words[0]) in ("a", "an") or parse.speech[head] == "NNS"
    mass = opening in NOUNS and head == words[0] and len(words) > 1
    return (article or mass) and (goes_on or not told)


def called_before(parse: Parse, opening: int) -> Put | None:
    """Whom the words before an opening mark call so, where the parse does not tell."""
    end = opening
    if end and parse.lower(end - 1) in ("a", "an", "the"):
        end -= 1
    leading = parse.lower(end - 1) if end else ""
    verbs = NAMING_AS if leading == "as" else LIKENING if leading == "to" else CALLING
    end -= leading in ("as", "to")
    verb = _verb_before(parse, end, verbs)
    if verb is None:
        return None
    on = _first_noun(parse, range(verb + 1, end))
    if on is not None:
        return Put(How.CALLED, on, verb=verb)
    passive = parse.lower(verb - 1) in PASSIVE if verb else False
    if verb + 1 == end and passive:
        subject = next((c for c in nearby(parse, verb) if parse.relation[c] in ("nsubj", "nsubjpass")), None)
        return Put(How.CALLED, subject, verb=verb)
    if verb + 1 == end and parse.speech[verb] == "VBN" and verb > 1 and _by_follows(parse, opening):
        return Put(How.CALLED, _carrier(parse, verb - 1), verb=verb)
    what = any(parse.lower(i) == "what" for i in range(max(0, verb - 4), verb))
    return Put(How.CALLED, None, verb=verb) if verb + 1 == end and what else None


def _by_follows(parse: Parse, opening: int) -> bool:
    """Whether a quotation is followed by who says so: branded “vultures” by the paper."""
    for i in range(opening + 1, min(opening + 1 + 2 * MOST, len(parse.words) - 1)):
        if parse.word(i) in SHUT | {"’", "'"}:
            return parse.lower(i + 1) == "by"
    return False


def _carrier(parse: Parse, last: int) -> int | None:
    """The noun of the phrase that ends before a participle: "men" in "men from the north, branded"."""
    i = last - (parse.word(last) == ",")
    for _ in range(CLIMB):
        if parse.relation[i] not in ("pobj", "prep", "compound") or parse.governor[i] == ROOT:
            break
        i = parse.governor[i]
    return i if parse.speech[i] in NOUNS else None


def _verb_before(parse: Parse, end: int, verbs: frozenset[str]) -> int | None:
    """The verb of naming that governs what stands up to `end`, no other verb and no full stop between."""
    for i in range(end - 1, max(-1, end - 1 - BEFORE), -1):
        if "\n" in parse.text[parse.words[i].end : parse.words[i + 1].start]:
            return None
        if _is_form_of(parse, i, verbs):
            left = parse.lower(i + 1) in ("for", "on", "off", "in", "out", "up", "by", "upon")
            return None if left else i
        if parse.word(i) in SHUT or parse.speech[i] in FINITE:
            return None
    return None


def _is_form_of(parse: Parse, i: int, verbs: frozenset[str]) -> bool:
    """Whether a word is a verb of naming, be it one that was taken for a noun, as in headlines."""
    if i and parse.word(i - 1) in DASHES:
        return False
    known = any(lemma in verbs for lemma in lemmas(parse.lower(i)))
    finite = parse.speech[i].startswith("VB") or (
        parse.speech[i] == "NNS" and i > 0 and parse.speech[i - 1] in NOUNS and parse.lower(i) not in verbs
    )
    return known and finite


def _first_noun(parse: Parse, words: range) -> int | None:
    """The noun of the first phrase among some words: "referee" in "the referee, Lorne Petrie,"."""
    last = None
    for i in words:
        if parse.speech[i] in ("RB", "TO") and last is None:
            continue
        if parse.speech[i] not in OBJECT and parse.word(i) not in TIES:
            break
        if parse.speech[i] in NOUNS or parse.speech[i] == "PRP":
            last = i
        elif i + 1 == words.stop and i - 1 in words and parse.speech[i] == "JJ":
            last = i  # a noun that was not seen as one: "called the [walkout] “theatre”"
    return last


def speaks_of_people(parse: Parse, words: range, head: int, *, listed: bool) -> bool:
    """Whether a quoted phrase names people by a figure of speech: “desk pirates”, “exiles with telephones”.

    `listed` says that the lexicon has its noun. Plain words for people ("a man with a gun") are no figure.
    """
    noun = singular(parse.word(head))
    if parse.speech[head] in PROPER or noun in GENERIC_PERSON or noun in NO_FIGURES:
        return False
    if parse.speech[words[0]] in ("CD", "PRP$") or parse.lower(words[0]) == "the":
        return False
    person = listed or noun in FIGURES or (len(noun) > 4 and noun.endswith(PERSON_ENDINGS))
    behind = head + 1 < words.stop and parse.lower(head + 1) in ("in", "of", "with", "without")
    compound = head > words[0] and parse.speech[head - 1] in NOUNS and parse.speech[head] == "NNS"
    return person and (behind or compound)
