"""What "it", "this" and "those" take up where a label is put on them, and the parties of other phrases.

In: a finished walk and the number of a word. Out: the party of a phrase, a new one where nothing else speaks
of it; None where "it" takes up a whole sentence or nothing at all.
"""

from __future__ import annotations

from onrecord.analysis.labels.phrases import nearby
from onrecord.analysis.people.noun_lexicon import kind_of
from onrecord.analysis.people.parties import PERSON, Party
from onrecord.analysis.people.phrases import Phrase
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.syntax import PLURAL, ROOT
from onrecord.model.span import Span

AROUND = 24  # words on either side of a noun among which its phrase is looked for
TAIL = 8  # words behind a noun that still describe it
SENTENCE = 80  # words of a sentence, from its end, among which "it" finds what it takes up
STEPS = 3  # clauses that are climbed from a verb of naming
MANY = frozenset("these those".split())
OBJECTS = frozenset(("dobj", "pobj", "nsubjpass"))
LEADING = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "this ", "that ")


def phrase_on(walk: Walk, word: int) -> Phrase | None:
    """The phrase that a word heads, or else the longest that holds it."""
    if word in walk.by_head:
        return walk.by_head[word]
    words = walk.scene.parse.words
    near = Span(words[max(0, word - AROUND)].start, words[min(len(words) - 1, word + AROUND)].end)
    holding = [p for p in walk.scene.phrases_in(near) if word in p.words]
    heading = [p for p in holding if p.head == word]
    return max(heading or holding, key=lambda p: (p in walk.party_of, len(p.words)), default=None)


def party_of_phrase(walk: Walk, phrase: Phrase, words: Span) -> Party:
    """The party of a phrase, by the name beside it where it has none; a new one described by `words`."""
    party = walk.party_of.get(phrase)
    if party is not None and (party.names or party.members):
        return party
    return _named_beside(walk, phrase) or party or described(walk, words)


def _named_beside(walk: Walk, phrase: Phrase) -> Party | None:
    """The name that explains a phrase: "Lee" in "the referee, Lee, “a clown”"."""
    parse, after = walk.scene.parse, phrase.words.stop
    if parse.speech[phrase.head] in PLURAL:
        return None
    for child in nearby(parse, phrase.head):
        named = walk.by_head.get(child) if child > phrase.head and parse.relation[child] == "appos" else None
        party = walk.party_of.get(named) if named else None
        if party is not None and party.names:
            return party
    if after + 1 >= len(parse.words) or parse.word(after) != ",":
        return None
    follower = walk.scene.phrase_at(after + 1)
    if follower is None or follower.name is None:
        return None
    end = follower.words.stop
    closed = end < len(parse.words) and parse.speech[end] == "PUNCT"
    party = walk.party_of.get(follower)
    return party if closed and party and party.type is PERSON else None


def described(walk: Walk, words: Span) -> Party:
    """A party that only these words stand for; the same one for the same words."""
    words = _with_tail(walk, words)
    text = words.slice(walk.scene.text).lower()
    for lead in LEADING:
        text = text.removeprefix(lead)
    party = walk.described.get(text)
    if party is None:
        party = walk.described[text] = walk.scene.cast.add(Party(plural=text.endswith("s")))
    party.mention(words)
    return party


def _with_tail(walk: Walk, words: Span) -> Span:
    """A description with what narrows it behind its noun: "cabin without heating", "those who complain"."""
    parse = walk.scene.parse
    inside = parse.range_of(words)
    head = parse.head(inside) if inside else None
    if head is None or inside.stop >= len(parse.words):
        return words
    first = inside.stop
    leads = parse.relation[first] in ("prep", "relcl") or parse.speech[first] == "WP"
    if (
        not leads
        or parse.lower(first) == "as"
        or (parse.governor[first] != head and parse.speech[first] != "WP")
    ):
        return words
    last, tail = first - 1, {head}
    for i in range(first, min(first + TAIL + 1, len(parse.words))):
        above = parse.governor[i]
        if parse.word(i) in ',;:“”"‘.' or not (above in tail or i < above <= first + TAIL):
            break
        tail.add(i)
        last = i
    whole = first < last < first + TAIL and parse.speech[last] not in ("DT", "IN", "TO")
    return Span(words.start, parse.words[last].end) if whole else words


def thing_before(walk: Walk, word: int, verb: int | None) -> Party | None:
    """What "it" or "those" takes up: the object of the clause around, or of the sentence before."""
    parse = walk.scene.parse
    pronoun = parse.lower(word)
    if pronoun in ("this", "that"):
        return None
    phrase = _object_around(walk, word, verb) if verb is not None else None
    phrase = phrase or _of_sentence_before(walk, word, many=pronoun in MANY)
    if phrase is None:
        return None
    return walk.party_of.get(phrase) or described(walk, phrase.span(parse))


def _object_around(walk: Walk, word: int, verb: int) -> Phrase | None:
    """ "Truce" in "rejected the truce, calling it a trap": the object of a clause that holds the naming."""
    parse = walk.scene.parse
    for _ in range(STEPS):
        above = parse.governor[verb]
        if above == ROOT or parse.relation[verb] not in ("advcl", "conj", "xcomp", "dep"):
            return None
        verb = above
        found = next((c for c in nearby(parse, verb) if parse.relation[c] == "dobj"), None)
        if found is not None and found < word and _is_thing(walk, phrase := phrase_on(walk, found)):
            return phrase
    return None


def _of_sentence_before(walk: Walk, word: int, *, many: bool) -> Phrase | None:
    """The thing that the sentence before brings up: rather a new one, then an object, then any."""
    scene = walk.scene
    sentence = scene.sentence_of(word)
    if sentence == 0:
        return None
    words = scene.parse.range_of(scene.sentences[sentence - 1])[-SENTENCE:]
    things = [
        phrase
        for phrase in (scene.phrases_in(scene.parse.span(words)) if words else ())
        if _is_thing(walk, phrase) and (scene.parse.speech[phrase.head] in PLURAL) == many
    ]
    return max(things, key=lambda p: (_rank(walk, p), p.words.start), default=None)


def _rank(walk: Walk, phrase: Phrase) -> int:
    parse = walk.scene.parse
    relation = parse.relation[phrase.head]
    if parse.lower(phrase.words.start) in ("a", "an") and relation in OBJECTS:
        return 2
    return int(relation == "dobj")


def _is_thing(walk: Walk, phrase: Phrase | None) -> bool:
    """Whether a phrase may be what "it" takes up: no person, no pronoun, no time."""
    if phrase is None or phrase.pronoun or walk.scene.parse.named(phrase.head) == "time":
        return False
    party = walk.party_of.get(phrase)
    if party is not None and party.type is PERSON:
        return False
    return kind_of(walk.scene.parse.word(phrase.head)) is not PERSON and phrase not in walk.source_of
