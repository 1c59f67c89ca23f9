"""What a verb inside a content attributes, told from the order of words: "told me [to go]", "said [no]".

In: a parse and the number of a verb that says or thinks. Out: the words of what is said, or None. A parser
that is right nine times in ten ties an order to the one ordered, or to nothing; that "to" follows the one
told, and that "said" is followed by what was said, is plain from the words alone.
"""

from __future__ import annotations

from onrecord.analysis.cues import Act, Head
from onrecord.analysis.syntax import NOUNS, VERBS, Parse

# After these somebody may be told "to" do something; he is whom it was said to, and no part of it.
DIRECTING = frozenset(
    """tell ask order warn urge instruct advise beg direct invite persuade remind encourage command implore
    plead shout call_on call_upon call beseech require summon forbid""".split()
)
# After these the speaker says what he himself will do or has done.
OF_ONESELF = frozenset((Act.THREAT, Act.PROMISE, Act.REJECTION, Act.PLAN))
CLAIMING = frozenset("claim profess purport pretend".split())
# After these something is said or given to somebody: "promised us [ten years]".
TWO_OBJECTS = frozenset("tell promise offer ask show teach deny".split())
PERSONS = frozenset("me us him her them you".split())
TOLD = frozenset("PRP PRP$ DT NN NNS NNP NNPS CD JJ JJR JJS POS IN RB RP VBN TO".split())
SAID = frozenset("DT NN NNS NNP NNPS JJ JJR JJS CD PRP$ UH PDT WP WDT WRB".split())
OPENING = "“‘\"'«"
CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
STOPS = frozenset((".", "?", "!", ";", ":", "”", '"', "»", "—", "–", "("))
ANY = frozenset("anything nothing something everything so it".split())
PERSON = 5  # words of whom something is offered to: "the two former directors"
TALKED_TO = 14  # words of whom something is said to, and of when and where
LONGEST = 60  # words of what is said


def directed(parse: Parse, verb: int, head: Head) -> range | None:
    """What somebody is told to do: "ordered staff [to bin it]", "pleaded with Lee on Monday [not to go]"."""
    oneself = head.sense.act in OF_ONESELF or head.lemma in CLAIMING
    if not oneself and head.lemma not in DIRECTING and head.lemma.split()[0] not in DIRECTING:
        return None
    to = _to_do(parse, verb)
    if to is None or (oneself and to > verb + 1 and parse.child(verb, "dobj") is not None):
        return None
    return range(to, _end(parse, to))


def handed(parse: Parse, verb: int, head: Head) -> range | None:
    """What is said or offered to somebody: "told me [the name]", "promised us [ten years]"."""
    after = verb + 1
    if head.lemma not in TWO_OBJECTS or parse.lower_or_end(after) not in PERSONS:
        return _offered(parse, verb, head)
    start = after + 1
    while parse.speech_or_end(start) and (
        parse.named(start) == "time" or parse.named_or_end(start + 1) == "time"
    ):
        start += 1
    so = parse.lower_or_end(start) in ANY
    if (parse.speech_or_end(start) not in SAID and not so) or parse.lower(start) in ("that", "to"):
        return None
    return range(start, _end(parse, start))


def _offered(parse: Parse, verb: int, head: Head) -> range | None:
    """As `handed`, where a name or noun is told: "offered Ms Lee [her old job]"."""
    if head.lemma not in TWO_OBJECTS:
        return None
    noun = verb + 1
    while noun < verb + PERSON and parse.speech_or_end(noun) in ("DT", "CD", "JJ", "PRP$"):
        noun += 1
    if parse.speech_or_end(noun) not in NOUNS:
        return None
    while (
        parse.speech_or_end(noun + 1) in NOUNS and parse.lower(noun + 1) not in ANY and noun < verb + PERSON
    ):
        noun += 1
    start = noun + 1
    while parse.speech_or_end(start) and parse.named(start) == "time":
        start += 1
    second = parse.speech_or_end(start) in ("DT", "CD", "PRP$") or parse.lower_or_end(start) in ANY
    return range(start, _end(parse, start)) if second and parse.lower(start) != "that" else None


def uttered(parse: Parse, verb: int, head: Head) -> range | None:
    """What follows "said" without a clause: "said [no]", "said [something about fish]", "says [worse]"."""
    start = verb + 1
    if head.lemma != "say" or parse.speech_or_end(start) not in SAID | {"RB"}:
        return None
    adverb = parse.speech[start] == "RB" and parse.lower(start) not in ("so", "as")
    if parse.named(start) == "time" or adverb:
        return None
    return range(start, _before_time(parse, start, _end(parse, start)))


def _before_time(parse: Parse, start: int, end: int) -> int:
    """The end of what is said without when it was said: "the same [in 2016]"."""
    first = end
    while first - 1 > start and parse.named(first - 1) == "time":
        first -= 1
    if first < end and parse.lower(first - 1) in ("in", "on", "at", "last", "this") and first - 1 > start:
        return first - 1
    return first


def quoted(parse: Parse, verb: int) -> range | None:
    """A quotation that a verb opens inside one: "He said to her, [‘Mum, it’s me’]"."""
    limit = len(parse.words)
    for i in range(verb + 1, min(verb + TALKED_TO, limit)):
        mark = parse.word(i)
        if mark in OPENING and parse.word(i - 1) in (",", ":") and _opens(parse, i):
            last = next(
                (
                    k
                    for k in range(i + 1, min(i + LONGEST, limit))
                    if parse.word(k) == CLOSING[mark] and _closes(parse, k)
                ),
                None,
            )
            return range(i, last + 1) if last is not None else None
        if parse.speech[i] in VERBS or mark in STOPS - {":"}:
            return None
    return None


def _opens(parse: Parse, i: int) -> bool:
    """Whether a mark opens a quotation: a space before it, none behind."""
    start, end = parse.words[i]
    return parse.text[start - 1 : start].isspace() and not parse.text[end : end + 1].isspace()


def _closes(parse: Parse, i: int) -> bool:
    """Whether a mark closes a quotation, and is no apostrophe inside a word."""
    after = parse.words[i].end
    return not parse.text[after : after + 1].isalnum()


def _to_do(parse: Parse, verb: int) -> int | None:
    """Where "to" and a verb follow a verb, with none but the person told and a time or place between."""
    for i in range(verb + 1, min(verb + TALKED_TO, len(parse.words) - 1)):
        word, speech = parse.lower(i), parse.speech[i]
        if word == "to" and _is_verb(parse, i + 1):
            return i - 1 if parse.lower(i - 1) == "not" else i
        timed = parse.named(i) == "time"
        if word in ("that", "whether", "if", "who", "which") or parse.word(i) in STOPS:
            return None
        if not (speech in TOLD or timed or parse.word(i) in (",", "’", "'", "-")):
            return None
    return None


def _is_verb(parse: Parse, i: int) -> bool:
    """Whether an infinitive stands here, an opening mark or an adverb before it aside."""
    while i + 1 < len(parse.words) and (parse.word(i) in OPENING or parse.speech[i] == "RB"):
        i += 1
    return parse.speech_or_end(i) == "VB"


def _end(parse: Parse, start: int) -> int:
    """Where what is said ends: before a mark that ends its clause, or before "and" with a new subject."""
    depth = 0
    for i in range(start + 1, min(start + LONGEST, len(parse.words))):
        word = parse.word(i)
        if word in OPENING and _opens(parse, i):
            depth += 1
            continue
        if depth and word in CLOSING.values() and _closes(parse, i):
            depth -= 1
            continue
        gap = parse.text[parse.words[i - 1].end : parse.words[i].start]
        if not depth and (word in STOPS or "\n" in gap or _turns(parse, i)):
            return i
    return min(start + LONGEST, len(parse.words))


def _turns(parse: Parse, i: int) -> bool:
    """Whether a new clause begins at a word: ", and that", "and she", ", pals claim"."""
    word = parse.word(i)
    if word == ",":
        after = parse.speech_or_end(i + 1)
        joined = parse.lower_or_end(i + 1) in (
            "and",
            "but",
            "or",
            "because",
            "although",
            "while",
            "which",
            "who",
        )
        spoken = after in ("PRP", "NNP", "NN", "NNS", "DT") and any(
            parse.speech_or_end(k) in ("VBD", "VBZ", "VBP") for k in range(i + 2, i + 6)
        )
        return joined or spoken
    if parse.lower(i) in ("and", "but"):
        return parse.lower_or_end(i + 1) in ("that", "he", "she", "they", "i", "we") or (
            parse.speech_or_end(i + 1) in ("VBD", "VBZ")
        )
    return False
