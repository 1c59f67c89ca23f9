"""What a verb inside a content attributes: its clause, its object, or the words around it.

In: a parse and the number of a verb that says or thinks. Out: the words of what is said, or None. The parse
is a guess: where it ties no clause to the verb, words such as "that" and the order of words tell one.
"""

from __future__ import annotations

from onrecord.analysis.cues import Act, Head
from onrecord.analysis.nested_order import directed, handed, quoted, uttered
from onrecord.analysis.people.noun_lexicon import singular
from onrecord.analysis.syntax import VERBS, Parse
from onrecord.model.statement import Kind

CLAUSES = ("ccomp",)
OPEN_CLAUSES = frozenset(
    (
        Act.WISH,
        Act.PLAN,
        Act.PROMISE,
        Act.REJECTION,
        Act.THREAT,
        Act.REQUEST,
        Act.ORDER,
        Act.FEELING,
        Act.QUESTION,
    )
)
OBJECTS = frozenset(
    (Act.DENIAL, Act.ACCUSATION, Act.CRITICISM, Act.REQUEST, Act.REJECTION, Act.PRAISE, Act.ORDER,
     Act.WARNING,
     Act.PROMISE, Act.RULING, Act.PREDICTION, Act.ADMISSION)
)  # fmt: skip
NAMING = frozenset("call describe brand label dub denounce dismiss deride portray regard see view".split())
PREPOSITIONS = {
    **dict.fromkeys(
        "warn complain speak boast brag talk dream accuse suspect hear convict".split(), ("of", "about")
    ),
    **dict.fromkeys("ask call hope apologise apologize plead argue wish push".split(), ("for", "about")),
    **dict.fromkeys(
        "warn rule decide vote argue speak object lobby".split(), ("against", "of", "about", "on", "to")
    ),
    "comment": ("on",),
    "tell": ("about", "of"),
}
# Done with hands and weapons as often as with words: "rebels attacked the village" says nothing, but
# "attacked him for it" does.
DEEDS = frozenset(
    """assail attack bash blast block bristle celebrate charge clash dig embrace eschew extend fight fire
    fire_back go_after greet halt hammer hit jab knock lash lift light_into limit needle pan pass pummel push
    push_back resist restrict rip savage shoot_down sign slap spar swipe target tear_into trash""".split()
)
NO_REASON = frozenset("part well soon many much".split())  # "as part of"
TIMES = frozenset("time day night hour minute week month year".split())
IN_WORDS = frozenset(("as", "for", "over"))  # what follows a blow that was dealt with words
NOT_PLAIN_OBJECTS = frozenset((Act.STATEMENT, Act.PERCEPTION, Act.BELIEF, Act.QUESTION, Act.PLAN))
SUBORDINATORS = frozenset("that whether if how why what who".split())
CLAUSAL = frozenset(
    (
        Act.STATEMENT,
        Act.BELIEF,
        Act.ADMISSION,
        Act.DENIAL,
        Act.PREDICTION,
        Act.PROMISE,
        Act.WARNING,
        Act.FEELING,
    )
)
TELLING = frozenset("tell assure promise warn remind inform".split())
SUBJECT_TAGS = frozenset("PRP PRP$ DT NN NNS NNP NNPS EX CD JJ".split())
OBJECT = 4  # words of the person told: "our old dad"
LONGEST = 120  # words of a clause
OPENING = 12  # words after a verb within which its clause begins: "told the tower at Brack that"
ELLIPSES = frozenset("so as much no yes that this it".split())


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb's subject is the one told, or what is said."""
    return parse.child(verb, "auxpass") is not None or parse.child(verb, "nsubjpass") is not None


def content_of(parse: Parse, verb: int, head: Head, subject: int) -> range | None:
    """The words that a verb attributes: its clause, or its object where it is a verb that takes one."""
    if _is_deed(parse, verb, head):
        return None
    told = directed(parse, verb, head) or handed(parse, verb, head) or quoted(parse, verb)
    if told is not None:
        return without_edges(parse, told)
    clause = parse.child(verb, *CLAUSES)
    if clause is not None:
        return without_edges(parse, parse.subtree(clause))
    if head.sense.act in OPEN_CLAUSES:
        clause = parse.child(verb, "xcomp")
        if clause is not None:
            # "ordered [us to go]": who is to act is part of what is asked.
            first = min(
                [
                    parse.subtree(clause)[0],
                    *(
                        parse.subtree(c)[0]
                        for c in parse.children(verb)
                        if parse.relation[c] == "dobj" and c > verb
                    ),
                ]
            )
            return without_edges(parse, range(first, parse.subtree(clause)[-1] + 1))
    lemma = head.lemma
    if lemma in NAMING:
        thing = parse.child(verb, "dobj")
        # The name given may pass for a second object: "called us heroes".
        given = [c for c in parse.children(verb) if parse.relation[c] in ("oprd", "attr", "prep", "dobj")]
        if thing is not None and given[-1] > thing > verb:
            return without_edges(parse, range(parse.subtree(thing)[0], parse.subtree(given[-1])[-1] + 1))
    if lemma in PREPOSITIONS:
        prep = next(
            (c for c in parse.children(verb) if parse.lower(c) in PREPOSITIONS[lemma] and c > verb), None
        )
        if prep is not None and len(parse.subtree(prep)) > 1:
            return without_edges(parse, parse.subtree(prep))
    clause_at = _clause_opening(parse, verb) or _bare_clause(parse, verb, head)
    if clause_at is not None:
        return without_edges(parse, _to_clause_end(parse, clause_at))
    after = verb + 1
    if after < len(parse.words) and parse.lower(after) in ELLIPSES and parse.governor[after] == verb:
        return without_edges(parse, range(after, parse.subtree(after)[-1] + 1))
    thing = parse.child(verb, "dobj")
    if (
        thing is not None
        and thing > verb
        and (parse.lower(thing) in ELLIPSES or parse.word(thing - 1) in '“"‘')
    ):
        return without_edges(parse, parse.subtree(thing))
    if head.sense.act in OBJECTS or head.sense.act not in NOT_PLAIN_OBJECTS:
        thing = parse.child(verb, "dobj", "nsubjpass")
        if thing is not None and parse.speech[thing] not in ("PRP", "WDT", "WP"):
            end = max(
                parse.subtree(thing)[-1],
                *(
                    parse.subtree(c)[-1]
                    for c in parse.children(verb)
                    if parse.relation[c] == "prep" and c > thing
                ),
                -1,
            )
            return without_edges(parse, range(parse.subtree(thing)[0], end + 1))
    said = uttered(parse, verb, head)
    if said is not None:
        return without_edges(parse, said)
    governor = parse.governor[verb]
    if (
        parse.relation[verb] in ("parataxis", "ccomp")
        and governor >= 0
        and head.sense.kind is not Kind.DECREE
    ):
        return _around(parse, verb, subject)
    return None


def _is_deed(parse: Parse, verb: int, head: Head) -> bool:
    """Whether a verb that may be one of words or of blows tells of a blow, as far as the words show."""
    if head.lemma.replace(" ", "_") not in DEEDS:
        return False
    told = any(_tells(parse, c) for c in parse.children(verb) if c > verb)
    return not told and parse.lower_or_end(verb + 1) != "that"


def _tells(parse: Parse, i: int) -> bool:
    """Whether "as", "for" or "over" says how or why somebody was attacked in words, not when or how long."""
    if parse.lower(i) not in IN_WORDS or parse.lower_or_end(i + 1) in NO_REASON:
        return False
    thing = parse.child(i, "pobj")
    timed = any(parse.named(k) == "time" or parse.speech[k] == "CD" for k in parse.subtree(i))
    return not timed and (thing is None or singular(parse.word(thing)) not in TIMES)


def _clause_opening(parse: Parse, verb: int) -> int | None:
    """Where "that", "whether" and the like open the clause of a verb, after its object at most."""
    for i in range(verb + 1, min(verb + OPENING, len(parse.words))):
        timed = "time" in (parse.named(i), parse.named(i - 1))
        if (parse.speech[i] == "PUNCT" and not timed) or parse.speech[i] in VERBS or parse.speech[i] == "MD":
            return None
        if parse.lower(i) in SUBORDINATORS and (
            i > verb + 1 or parse.lower(i) != "that" or parse.speech[i] != "DT"
        ):
            return i if parse.speech[i] in ("IN", "WP", "WRB", "WDT") else None
    return None


def _bare_clause(parse: Parse, verb: int, head: Head) -> int | None:
    """Where a clause without "that" begins: "He told me [it would lift]", "they said [the cod was gone]"."""
    if head.sense.act not in CLAUSAL or is_passive(parse, verb):
        return None
    start = verb + 1
    if head.lemma in TELLING:
        start = _after_object(parse, start)
    limit = min(start + OPENING, len(parse.words))
    if start >= limit or parse.speech[start] not in SUBJECT_TAGS:
        return None
    for i in range(start, limit):
        if parse.speech[i] in ("VBD", "VBZ", "VBP", "MD"):
            return start if i > start else None
        if parse.speech[i] == "PUNCT" and parse.lower(i) not in ("'", "’", "-"):
            return None
    return None


def _after_object(parse: Parse, start: int) -> int:
    """The first word behind the person told, and behind a time."""
    i = start
    while i < min(start + OBJECT, len(parse.words)) and parse.governor[i] in range(start - 1, start + OBJECT):
        i += 1
        if parse.speech[i - 1] in ("PRP", "NN", "NNS", "NNP", "NNPS"):
            break
    while (
        i + 1 < len(parse.words)
        and "time" in (parse.named(i), parse.named(i + 1))
        and parse.speech[i] != "DT"
    ):
        i += 1
    return i


def _to_clause_end(parse: Parse, start: int) -> range:
    """From the opening of a clause to the mark that ends its sentence or quotation."""
    end = start + 1
    limit = min(len(parse.words), start + LONGEST)
    while end < limit and parse.word(end) not in (".", "?", "!", ";", "”", '"', "»"):
        if (
            parse.words[end].start - parse.words[end - 1].end > 1
            and "\n" in parse.text[parse.words[end - 1].end : parse.words[end].start]
        ):
            break
        end += 1
    return range(start, end)


def _around(parse: Parse, verb: int, subject: int) -> range | None:
    """The clause that holds "…, I think," before or after it: of the two sides the longer one."""
    sides = parse.subtree(parse.governor[verb])
    first, last = min(subject, verb), max(subject, verb)
    before, after = range(sides[0], first), range(last + 1, sides[-1] + 1)
    longer = max(before, after, key=len)
    commas = {parse.word(i) for i in (first - 1, last + 1) if 0 <= i < len(parse.words)}
    return without_edges(parse, longer) if commas & {",", "—", "–", "-"} and len(longer) > 1 else None


def without_edges(parse: Parse, words: range) -> range | None:
    """A stretch of words without marks at its edges that don't belong to it; None where no word is left."""
    first, last = words.start, words.stop - 1
    while first <= last and parse.word(first) in ",;:—–-.!?":
        first += 1
    while last >= first and parse.word(last) in ",;:—–-.!?":
        last -= 1
    left = range(first, last + 1)
    return left if any(parse.word(i)[0].isalnum() for i in left) else None
