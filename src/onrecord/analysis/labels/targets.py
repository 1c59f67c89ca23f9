"""On whom a label is put by a verb: "called him a …", "described as …", "is a …".

In: a parse and the number of the word that carries a label. Out: how it is put, and the word that names on
whom. The parse is wrong one time in ten: every search looks at few words, and what is not found stays
unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from onrecord.analysis.cues import lemmas
from onrecord.analysis.labels.contexts import ACCUSING, NAMING, NAMING_AS, SERVING
from onrecord.analysis.labels.phrases import DASHES, STEPS, TIES, nearby, phrase
from onrecord.analysis.syntax import NOUNS, ROOT, Parse
from onrecord.model.span import Span

OBJECT = 16  # words of the longest thing between "called" and what it is called

BE = frozenset(
    "am are be been being is m re s was were become becomes became remain remains remained".split()
)
OBJECTS = ("dobj", "dative")
AS_OBJECT = frozenset("acomp appos attr ccomp dep dobj npadvmod oprd xcomp".split())
# What may stand in "called … a liar": between the verb and the label, and right before the label.
CALLING = frozenset("brand call dub label".split())
NAMED = NOUNS | {"PRP"}
IN_OBJECT = NAMED | frozenset("CC CD DT IN JJ POS PRP$".split())
OPENING = frozenset(("a", "an", "“", '"', "‘", "'"))
WHO = frozenset(("WDT", "WP"))
EVERY = frozenset(("all", "each", "every"))  # behind "not"
UNSURE = frozenset(("if", "never", "no", "not", "whether"))  # beside "is" or its subject


class How(Enum):
    """How a label is put on someone."""

    CALLED = "called"
    ACCUSED = "accused of"
    IS = "is"
    LEFT_OPEN = "left open"  # "is no terrorist", "whether he is a terrorist"


@dataclass(frozen=True, slots=True)
class Put:
    """How a label is put, and the word that names on whom; None where that is not said.

    `reduced` is true for "a shop called …", which tells a thing's own name rather than what it is taken for.
    `verb` is the word that puts it.
    """

    how: How
    on: int | None
    reduced: bool = False
    verb: int | None = field(default=None, compare=False)


def put_on(parse: Parse, head: int, first: int) -> Put | None:
    """How a label is said of someone, if it is: "called X a …", "X is a …".

    `head` is the noun or adjective of the label's phrase, `first` the label's first word.
    """
    word = head
    for _ in range(STEPS):
        if parse.relation[word] != "conj" or parse.governor[word] == ROOT:
            break
        word = parse.governor[word]
    above = parse.governor[word]
    if above == ROOT or parse.relation[word] in ("nsubj", "nsubjpass"):
        return None
    if parse.lower(above) == "as":
        return _named_as(parse, above, first)
    if parse.lower(above) in ("of", "for"):
        return _accused(parse, above)
    if _is_form_of_be(parse, above) and parse.relation[word] in ("attr", "acomp", "oprd", "dobj"):
        return _is(parse, above, word, first)
    if parse.relation[word] in AS_OBJECT and is_verb_of(parse, above, NAMING):
        return _named(parse, above, word, first) or _called_before(parse, first)
    return _called_before(parse, first)


def _called_before(parse: Parse, first: int) -> Put | None:
    """What stands between "called" and a label, where the parse does not tell: "called Lee's plan “mad”"."""
    end = first
    while end > 0 and first - end < STEPS and _opens_label(parse, end - 1):
        end -= 1
    if end == 0 or parse.speech[end - 1] not in NAMED:
        return None
    verb = end - 1
    while verb > 0 and end - verb < OBJECT and (parse.speech[verb] in IN_OBJECT or parse.word(verb) in TIES):
        verb -= 1
    if not is_verb_of(parse, verb, CALLING) or parse.speech[verb + 1] in ("IN", "TO"):
        return None
    named = range(verb + 1, end)
    nouns = [i for i in named if parse.speech[i] in NAMED]
    last = next((i for i in nouns if i + 1 == end or parse.speech[i + 1] in ("IN", "DT", "PRP$")), None)
    return Put(How.CALLED, last, verb=verb) if last is not None else None


def _accused(parse: Parse, preposition: int) -> Put | None:
    """ "Accused Lee of a land grab": whom, by the verb's object or else by the noun before "of"."""
    verb = parse.governor[preposition]
    for _ in range(STEPS):  # "accused [its neighbour of a land grab]"
        if verb == ROOT or parse.speech[verb] not in NOUNS:
            break
        verb = parse.governor[verb]
    if verb == ROOT or verb > preposition or not is_verb_of(parse, verb, ACCUSING):
        return None
    on = next((c for c in nearby(parse, verb) if parse.relation[c] in OBJECTS), None)
    if on is None or on > preposition:
        on = preposition - 1 if parse.speech[preposition - 1] in NAMED else _subject(parse, verb)
    return Put(How.ACCUSED, on, verb=verb)


def _opens_label(parse: Parse, i: int) -> bool:
    return parse.lower(i) in OPENING or parse.speech[i] == "JJ"


def _is_form_of_be(parse: Parse, i: int) -> bool:
    verb = parse.speech[i].startswith("VB") and not (parse.word(i).isupper() and len(parse.word(i)) > 1)
    word = parse.lower(i)  # "IS" is a name in "IS militants"
    if word == "'" and i + 1 < len(parse.words):  # "he's": its mark carries it
        word = parse.lower(i + 1)
    return verb and word in BE


def is_verb_of(parse: Parse, i: int, verbs: frozenset[str]) -> bool:
    """Whether a word is a form of one of some verbs."""
    if not parse.speech[i].startswith("VB") or (i and parse.word(i - 1) in DASHES):
        return False  # "so-called" names nobody
    return any(lemma in verbs for lemma in lemmas(parse.lower(i)))


def _named_as(parse: Parse, preposition: int, first: int) -> Put | None:
    verb = parse.governor[preposition]
    for _ in range(STEPS):  # read as part of the object: "referred to [the miners as thugs]"
        if verb == ROOT or parse.speech[verb] not in NOUNS | {"IN", "TO"}:
            break
        verb = parse.governor[verb]
    if verb == ROOT or (preposition and parse.lower(preposition - 1) in ("such", "well", "much", "soon")):
        return None
    if is_verb_of(parse, verb, SERVING):
        return Put(How.CALLED, _subject(parse, verb))
    return _named(parse, verb, preposition, first) if is_verb_of(parse, verb, NAMING_AS) else None


def _named(parse: Parse, verb: int, label: int, first: int) -> Put | None:
    """Whom a verb of naming names; None if it names nobody with this word: "called rebels to the table"."""
    children = nearby(parse, verb)
    relations = {parse.relation[c]: c for c in children if c != label}
    named = next((c for c in children if verb < c < label and parse.relation[c] in ("dobj", "oprd")), None)
    reduced = parse.relation[verb] == "acl" and parse.speech[verb] == "VBN" and named is None
    if "auxpass" in relations or "nsubjpass" in relations or reduced:
        return Put(How.CALLED, _subject(parse, verb), reduced, verb)
    found = named if named is not None else next((relations[r] for r in OBJECTS if r in relations), None)
    if found is None:
        found = _misread_object(parse, verb, label, first)
    if found is None and parse.relation[verb] == "relcl" and _is_of_another(parse, verb):
        found = parse.governor[verb]  # "the man they called a liar"
    if found is None and parse.lower(verb).startswith("refer"):
        found = _object_of(parse, verb, "to")
    if found is not None:
        return Put(How.CALLED, _meant(parse, found, verb), verb=verb)
    what = any(parse.lower(i) == "what" for i in range(max(0, verb - STEPS), verb))
    passive = parse.speech[verb] == "VBN" and parse.relation[label] in ("oprd", "prep")
    return Put(How.CALLED, None, verb=verb) if what or passive else None


def _misread_object(parse: Parse, verb: int, label: int, first: int) -> int | None:
    """The name in "called Lee a liar", "called protesters terrorists", read as part of the label's phrase."""
    for child in nearby(parse, label):
        if not verb < child < first:
            continue
        if parse.relation[child] in ("nsubj", "poss"):
            return child
        tied = parse.relation[child] in ("compound", "nmod")
        if tied and (parse.speech[child] == "NNS" or parse.named(child) == "person"):
            return child
    return None


def _is_of_another(parse: Parse, verb: int) -> bool:
    """Whether a relative clause has a subject of its own, and is not about a place or time."""
    children = nearby(parse, verb)
    subject = next((c for c in children if parse.relation[c] == "nsubj"), None)
    about_place = any(parse.speech[c] == "WRB" for c in children)
    return subject is not None and parse.speech[subject] not in WHO and not about_place


def _object_of(parse: Parse, verb: int, preposition: str) -> int | None:
    for child in nearby(parse, verb):
        if parse.lower(child) == preposition:
            return next((c for c in nearby(parse, child) if parse.relation[c] == "pobj"), None)
    return None


def _is(parse: Parse, verb: int, label: int, first: int) -> Put | None:
    """On whom "is a …" puts a label; left open where it is denied or asked."""
    children = nearby(parse, verb)
    if any(parse.relation[c] == "neg" or parse.lower(c) in UNSURE for c in children):
        return Put(How.LEFT_OPEN, None)
    if any(parse.speech[c] == "EX" or parse.relation[c] == "expl" for c in children):
        return None
    above = parse.governor[verb]
    if above != ROOT and parse.relation[verb] == "pcomp":
        return _being(parse, above, first)
    if above != ROOT and parse.relation[verb] in ("xcomp", "ccomp") and is_verb_of(parse, above, NAMING):
        return _named(parse, above, verb, first)  # "considered to be a liar"
    subject = _subject(parse, verb)
    if subject is None or subject == label:
        return None
    about = {parse.lower(c) for word in (subject, label) for c in nearby(parse, word)}
    about |= {parse.lower(i) for i in range(max(0, subject - 2), subject) if parse.lower(i + 1) in EVERY}
    cleft = parse.lower(subject) == "it" and "the" in about  # "it was the rebels that fired"
    return Put(How.LEFT_OPEN, None) if cleft or about & UNSURE else Put(How.IS, subject)


def _being(parse: Parse, preposition: int, first: int) -> Put | None:
    """ "Accused Lee of being a spy", "condemned Lee as being a traitor"."""
    verb = parse.governor[preposition]
    if verb == ROOT or not is_verb_of(parse, verb, NAMING_AS | {"accuse", "suspect"}):
        return None
    return _named(parse, verb, preposition, first)


def _subject(parse: Parse, verb: int) -> int | None:
    """The subject of a verb, that of the verb it goes with included: "was said to be", "rose and was"."""
    for _ in range(STEPS):
        for child in nearby(parse, verb):
            if parse.relation[child] in ("nsubj", "nsubjpass"):
                return _meant(parse, child, verb)
        above = parse.governor[verb]
        if above == ROOT:
            return None
        if parse.relation[verb] in ("acl", "relcl") and parse.speech[above] in NOUNS:
            bare = all(parse.speech[c] != "TO" for c in nearby(parse, verb))
            return above if bare else None  # who the "criteria to be called a …" are for is not said
        if parse.relation[verb] not in ("conj", "xcomp", "advcl", "auxpass", "aux"):
            return None
        verb = above
    return None


def target_span(parse: Parse, put: Put) -> Span | None:
    """The words for whom a label is put on, none of them before the verb that puts it."""
    if put.on is None:
        return None
    span = phrase(parse, put.on)
    if put.verb is not None and span.start < parse.words[put.verb].end <= parse.words[put.on].start:
        return parse.span(range(put.verb + 1, parse.range_of(span).stop))
    return span


def who_puts(parse: Parse, verb: int) -> int | None:
    """The word for who uses a name: the subject of "called", or whom "branded by" names."""
    children = nearby(parse, verb)
    passive = any(parse.relation[c] in ("auxpass", "nsubjpass") for c in children)
    if not passive and (parse.relation[verb] != "acl" or parse.speech[verb] != "VBN"):
        return _subject(parse, verb)
    by = next((c for c in children if c > verb and parse.lower(c) == "by"), None)
    return next((c for c in nearby(parse, by) if parse.relation[c] == "pobj"), None) if by else None


def _meant(parse: Parse, i: int, verb: int) -> int | None:
    """The noun for which "who" or "that" stands in a relative clause; other words as they are."""
    if parse.lower(i) == "what":
        return None
    if parse.speech[i] == "DT" and parse.governor[i] == verb and parse.relation[verb] != "relcl":
        return i  # "that is a lie"
    if parse.speech[i] not in WHO and parse.lower(i) not in ("that", "which", "who", "whom"):
        return i
    for _ in range(STEPS):
        above = parse.governor[verb]
        if above == ROOT:
            return None
        if parse.relation[verb] == "relcl":
            return above
        verb = above
    return i if parse.lower(i) == "that" else None
