"""Short phrases in quotation marks that are used as a name, as in: the “confessions”.

In: a parse and the quotations of its text. Out: those that stand inside a noun phrase or are said of someone.
Who speaks is not known here: one that is the whole content of a statement is for the caller to drop. Quoted
sentences, titles, nicknames, names of operations and words spoken of as words are no scare quotes. Longer
phrases are, when a verb puts them on someone: see `quoted_names`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.cues import find_head
from onrecord.analysis.labels.beside import (
    DEFINITE,
    DETERMINERS,
    QUALITIES,
    inner,
    is_definite,
    named_beside,
    opens_phrase,
    qualified,
)
from onrecord.analysis.labels.contexts import WORDS_BEHIND, WORDS_FOR_WORDS
from onrecord.analysis.labels.phrases import ARTICLES, DASHES, phrase, phrase_head
from onrecord.analysis.labels.quoted_names import (
    head_of_phrase,
    is_sorting,
    put_on_rightly,
    quoted_put,
    speaks_of_people,
)
from onrecord.analysis.labels.targets import CALLING, How, Put, is_verb_of, target_span
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.analysis.quotation import Quotation
from onrecord.analysis.syntax import NOUNS, ROOT, Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

MAX_WORDS = 4  # of a name; an article before them and what hyphens tie together are not counted
SENTENCE = frozenset(("EX", "MD", "PRP", "VBD", "VBP", "VBZ", "WDT", "WP", "WRB"))
QUANTITIES = frozenset("all any every few many more most much no several some such".split())
PARTING = frozenset(',;:()“”„«»"‘‹›')
CLIMB = 12  # governors that are climbed to find a verb of saying
SMALL_WORDS = 3  # characters: "of", "the", "and" are small in titles too


@dataclass(frozen=True, slots=True)
class ScareQuote:
    """A quotation used as a name: its words and marks, on what it is put, and how, if by a verb."""

    span: Span
    words: range
    target: Span | None
    put: Put | None


def find_scare_quotes(
    parse: Parse, quotations: Sequence[Quotation], taking_a_stand: Sequence[bool]
) -> list[ScareQuote]:
    """The quotations that are used as names, in order.

    `taking_a_stand` says for each word whether it is a label by itself: such words need less around them.
    """
    found = []
    for quotation in quotations:
        words = parse.range_of(quotation.inner)
        if not quotation.closed or not words or "\n" in quotation.inner.slice(parse.text):
            continue
        quote = None
        if _is_short(parse, words) and not _is_sentence(parse, words):
            quote = _scare_quote(parse, quotation, words, taking_a_stand)
        quote = quote or _quoted_name(parse, quotation, words, taking_a_stand)
        if quote:
            found.append(quote)
    return found


def _quoted_name(
    parse: Parse, quotation: Quotation, words: range, taking_a_stand: Sequence[bool]
) -> ScareQuote | None:
    """A quoted phrase of any length that a verb puts on someone, or that names people by a figure."""
    whole = parse.range_of(quotation.span)
    while len(words) > 1 and parse.word(words[-1]) in ",.;":
        words = words[:-1]  # American marks go inside
    head = head_of_phrase(parse, words)
    if head is None or speaks_of_words(parse, whole[0]):
        return None
    put = quoted_put(parse, whole, words, told=_is_told(parse, head))
    if put and not (_is_title(parse, words) and not _is_nickname(parse, words, put)):
        return ScareQuote(quotation.span, whole, target_span(parse, put), put)
    led = whole[0] > 0 and parse.speech[whole[0] - 1] in ("IN", "TO")
    if put is None and led and speaks_of_people(parse, words, head, listed=taking_a_stand[head]):
        return ScareQuote(quotation.span, whole, inner(parse, words), None)
    return None


def _scare_quote(
    parse: Parse, quotation: Quotation, words: range, taking_a_stand: Sequence[bool]
) -> ScareQuote | None:
    stand = any(taking_a_stand[i] for i in words)
    whole = parse.range_of(quotation.span)
    head = _head(parse, words)
    if head is None or speaks_of_words(parse, whole[0]):
        return None
    put = put_on_rightly(parse, whole, phrase_head(parse, head), words)
    if put and (put.how is How.LEFT_OPEN or (not stand and _tells_nothing(parse, put))):
        put = None
    if put and put.reduced and put.verb is not None and parse.lower(put.verb) == "nicknamed":
        return None  # known by that name
    named = put is not None and put.how is not How.IS
    if _is_title(parse, words) and not stand and not (put and named and _is_nickname(parse, words, put)):
        return None
    stand = stand or (whole[0] > 0 and taking_a_stand[whole[0] - 1])
    whole_phrase = phrase_head(parse, head) == head
    if put and whole_phrase and not named and not stand:
        put = put if _is_thing(parse, whole[0], words, head) and not _is_told(parse, head) else None
    if put and (whole_phrase or stand):
        return ScareQuote(quotation.span, whole, target_span(parse, put), put)
    return _unput(parse, quotation, words, head, stand=stand)


def _unput(parse: Parse, quotation: Quotation, words: range, head: int, *, stand: bool) -> ScareQuote | None:
    """A quotation that no verb puts on anyone: it qualifies a noun, or stands for one by itself."""
    whole = parse.range_of(quotation.span)
    after = qualified(parse, whole, words, head)
    if after is not None:
        told = _is_told(parse, after) and not is_definite(parse, whole[0], words)
        told = not stand and (told or parse.lower(whole[-1] + 1) in WORDS_BEHIND)
        return None if told else ScareQuote(quotation.span, whole, phrase(parse, after), None)
    if parse.speech[head] in NOUNS and _is_used_as_name(parse, whole[0], words, head, stand):
        return ScareQuote(
            quotation.span, whole, named_beside(parse, whole, head) or inner(parse, words), None
        )
    return None


def _tells_nothing(parse: Parse, put: Put) -> bool:
    """Whether a verb accuses or sorts rather than judges, so that only a word of the lexicon is a label."""
    return put.how is How.ACCUSED or is_sorting(parse, put)


def _is_short(parse: Parse, words: range) -> bool:
    """Whether a quotation has no more words than a name; an article and parts of compounds don't count."""
    if len(words) > 4 * MAX_WORDS:
        return False
    counted = [
        i
        for i in words
        if parse.word(i)[0].isalpha() and (i == words[0] or parse.word(i - 1) not in (*DASHES, "'", "’"))
    ]
    return 0 < len(counted) - (parse.lower(words[0]) in ARTICLES) <= MAX_WORDS


def _is_sentence(parse: Parse, words: range) -> bool:
    """Whether the words of a quotation look like something said rather than like a name."""
    if parse.word(words[-1]) in (*".!?…", "—") or any(_parts(parse, i) for i in words[:-1]):
        return True
    if len(words) == 1:
        return parse.speech[words[0]] not in NOUNS | QUALITIES | {"VBD"}
    opening = parse.speech[words[0]]
    if parse.lower(words[0]) in QUANTITIES or opening == "CD":
        return True
    return opening in ("IN", "TO", "CC", "VB", "WDT") or any(parse.speech[i] in SENTENCE for i in words)


def _parts(parse: Parse, i: int) -> bool:
    """Whether a word makes a quotation more than one name: a comma, an "and", a mark of another quotation."""
    return parse.speech[i] == "CC" or parse.word(i) in PARTING


def _head(parse: Parse, words: range) -> int | None:
    """The noun or adjective that carries a quotation: its last word, or what hangs before an "of"."""
    head = parse.head(words)
    if head is None:
        return None
    fits = parse.speech[head] in NOUNS | QUALITIES or (len(words) == 1 and parse.speech[head] == "VBD")
    return head if fits else None


def speaks_of_words(parse: Parse, first: int) -> bool:
    """Whether the word before the opening mark says that words or a title come: "the term", "entitled"."""
    return first > 0 and (parse.lower(first - 1) in WORDS_FOR_WORDS or parse.word(first - 1) == "(")


def _is_title(parse: Parse, words: range) -> bool:
    """Whether all but the small words have capitals, as in the name of a work or an operation."""
    long = [i for i in words if len(parse.word(i)) > SMALL_WORDS] or words[:1]
    return all(parse.word(i)[0].isupper() or parse.word(i)[0].isdigit() for i in long)


def _is_nickname(parse: Parse, words: range, put: Put) -> bool:
    """Whether a name with capitals is one that others gave: “the Butcher”, “Lion of the Valley”."""
    known_by = put.on is not None and parse.named(put.on) in ("organisation", "place", "other")
    if parse.lower(words[0]) in ARTICLES and not known_by and not put.reduced:
        return True
    person = put.on is not None and (
        parse.named(put.on) == "person"
        or parse.speech[put.on] == "PRP"
        or kind_of(parse.word(put.on)) is EntityType.PERSON
    )
    given = put.verb is not None and not put.reduced and is_verb_of(parse, put.verb, CALLING)
    return person and (any(parse.lower(i) == "of" for i in words) or (given and len(words) > 1))


def _is_thing(parse: Parse, first: int, words: range, head: int) -> bool:
    """Whether a quotation behind "is" names a thing: “a ruin”, a “ruin”, “ruins”; not “furious”."""
    if parse.speech[head] not in NOUNS:
        return False
    article = parse.lower(words[0]) in ARTICLES or (first > 0 and parse.speech[first - 1] in DETERMINERS)
    return article or parse.speech[head] == "NNS"


def _is_used_as_name(parse: Parse, first: int, words: range, head: int, stand: bool) -> bool:
    """Whether a quoted noun phrase does in its sentence what a name does, and is not merely what was said."""
    if stand:
        return True
    if parse.lower(words[0]) in ARTICLES or _is_said(parse, head):
        return False
    if first > 0 and len(words) == 1 and parse.lower(first - 1) in DEFINITE:
        return True
    if _is_told(parse, head):
        return False
    if first > 0 and len(words) > 1 and parse.lower(first - 1) in ("a", "an"):
        return False  # a “warm welcome” is quoted more often than meant otherwise
    return opens_phrase(parse, first) or (parse.speech[head] == "NNS" and len(words) == 1)


def _is_said(parse: Parse, i: int) -> bool:
    """Whether a phrase hangs on a word of saying, if need be by a preposition: "warned of “chaos”"."""
    above = parse.governor[i]
    if parse.relation[i] in ("nsubj", "nsubjpass"):
        return False
    if above != ROOT and parse.speech[above] in ("IN", "TO"):
        above = parse.governor[above]
    return above != ROOT and _is_cue(parse, above)


def _is_told(parse: Parse, i: int) -> bool:
    """Whether a word stands in what someone is said to have said: there quotation marks quote."""
    for _ in range(CLIMB):
        above = parse.governor[i]
        if above == ROOT:
            return False
        if parse.relation[i] in ("ccomp", "pcomp", "xcomp", "acl") and _is_cue(parse, above):
            return True
        i = above
    return False


def _is_cue(parse: Parse, i: int) -> bool:
    head = find_head([parse.lower(i)])
    return head is not None and head.strong
