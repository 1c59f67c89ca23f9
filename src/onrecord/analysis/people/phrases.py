"""Finds noun phrases, and the names among them.

In: a parse and the stretches of text that count. Out: `Phrase`s, basic ones without what follows their last
noun ("the head of the port authority" is two), in order; each with its titles and its name, if it has one.
Knows nothing of who is who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.people.noun_lexicon import BODY_NOUNS, TITLES, kind_of, singular
from onrecord.analysis.syntax import NOUNS, Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

INSIDE = NOUNS | frozenset(("DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "RBS", "RB"))
OPENERS = INSIDE - {"POS", "VBG", "RB"}
PRONOUNS = frozenset(
    """i me my mine myself we us our ours you your yours he him his himself she her hers herself it its itself
    they them their theirs themselves who whom whose which everyone everybody someone somebody anyone nobody
    others both""".split()
)
CONNECTORS = frozenset(
    "de del della di da das dos du van von der den al bin ibn el la le y e ben abu ul".split()
)
FIRM = frozenset("inc ltd corp co llc plc gmbh ag sa nv group holdings homes partners foundation".split())
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)
HYPHENS = ("-", "‐", "‑")
INITIAL = re.compile(
    r"[A-Z]|Dr|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Prof|St|Fr|Hon|Jr|Sr|Supt|Insp|Adm|Cmdr"
)
# Behind a name, and no part of it.
POSTNOMINALS = frozenset("KC QC SC MP MSP MLA MEP MBE OBE CBE KBE DBE CH PhD MD DPhil RN FRS".split())
FILLERS = frozenset("uh um er oh yeah hmm".split())
MAX_WORDS = 24  # in a basic noun phrase; longer ones are lists of a table


@dataclass(frozen=True, slots=True)
class Phrase:
    """A basic noun phrase.

    words: numbers of its words; head: the word on which the others hang; name: the words of the proper name
    that it is or ends in, titles left off, or None; titles: the words before it that say what its bearer is
    ("opposition leader", "Dr"), or none.
    """

    words: range
    head: int
    name: range | None
    titles: range
    pronoun: bool = False

    def span(self, parse: Parse) -> Span:
        """Where the phrase stands."""
        return parse.span(self.words)


def find_phrases(parse: Parse, stretches: Sequence[Span]) -> list[Phrase]:
    """The basic noun phrases in some stretches of a text, in order."""
    phrases: list[Phrase] = []
    for stretch in stretches:
        words = parse.range_of(stretch)
        i = words.start
        while i < words.stop:
            if _is_pronoun(parse, i) and not _is_possessive(parse, i):
                phrases.append(Phrase(range(i, i + 1), i, None, range(i, i), pronoun=True))
                i += 1
                continue
            end = _reach(parse, i, words.stop)
            if end > i:
                phrases.extend(_split(parse, range(i, end)))
                i = end
            else:
                if _is_pronoun(parse, i):
                    phrases.append(Phrase(range(i, i + 1), i, None, range(i, i), pronoun=True))
                i += 1
    return phrases


def _is_pronoun(parse: Parse, i: int) -> bool:
    word = parse.lower(i)
    if word in ("both", "others") and i + 1 < len(parse.words) and parse.speech[i + 1] in NOUNS:
        return False
    if word == "both" and parse.speech_or_end(i + 1) in ("DT", "PRP$"):
        return False  # "both the union and the council"
    return word in PRONOUNS and parse.word(i) != "US"


def _is_possessive(parse: Parse, i: int) -> bool:
    return parse.speech[i] in ("PRP$", "WP$")


def is_capital(parse: Parse, i: int) -> bool:
    """Whether a word begins with a capital letter."""
    return parse.word(i)[0].isupper()


def _is_name_word(parse: Parse, i: int) -> bool:
    """Whether a word looks like part of a name."""
    if not is_capital(parse, i) or is_day(parse, i):
        return False
    kind = parse.named(i)
    if parse.lower(i) in FILLERS:
        return False
    return parse.speech[i] in ("NNP", "NNPS") or kind in ("person", "organisation", "place")


def is_day(parse: Parse, i: int) -> bool:
    """Whether a word is a weekday or month, and nobody's name."""
    return parse.lower(i) in CALENDAR and parse.named(i) not in ("person", "organisation")


def _joined(parse: Parse, i: int) -> bool:
    """Whether a word follows the one before it in its line."""
    gap = parse.text[parse.words[i - 1].end : parse.words[i].start]
    return "\n" not in gap and len(gap) <= 2


def _reach(parse: Parse, start: int, stop: int) -> int:
    """Where the noun phrase that opens at a word ends; at the word itself where none does."""
    if parse.speech[start] not in OPENERS and not _is_name_word(parse, start):
        return start
    i, last = start, start
    while i < min(stop, start + MAX_WORDS):
        if i > start and (not _joined(parse, i) or is_day(parse, i) != is_day(parse, start)):
            break
        if i > start and (parse.named(i) == "time") != (parse.named(i - 1) == "time") and _turns(parse, i):
            break  # "Last month | Mesk", "the executive | last year"
        speech = parse.speech[i]
        if speech in NOUNS or _is_name_word(parse, i):
            last = i + 1
        elif parse.lower(i) == "the" and _links(parse, i, stop):
            pass
        elif i > start and speech in ("DT", "PDT", "PRP$") and parse.speech[i - 1] not in ("PDT", "POS"):
            break
        elif speech == "CD":
            last = i + 1 if last == i else last
        elif speech not in INSIDE and not _links(parse, i, stop):
            break
        i += 1
    return last


def _turns(parse: Parse, i: int) -> bool:
    """Whether a word that begins or follows a time begins a phrase of its own."""
    if parse.named(i) != "time":
        return is_capital(parse, i)
    return parse.lower(i) in ("last", "next", "this", "yesterday", "today", "tomorrow", "tonight") or is_day(
        parse, i
    )


def _links(parse: Parse, i: int, stop: int) -> bool:
    """Whether a mark or a small word goes on with a phrase: "O’Neil", "J. Lee", "Bank of Orvesk"."""
    word = parse.lower(i)
    after = i + 1 < stop and _joined(parse, i + 1) and is_capital(parse, i + 1)
    before_name = i > 0 and _is_name_word(parse, i - 1)
    if word in HYPHENS:
        return i > 0 and parse.words[i - 1].end == parse.words[i].start
    if word in ("'", "’"):
        return parse.words[i].start == parse.words[i - 1].end if i else False
    if word == "s":
        return i > 0 and parse.lower(i - 1) in ("'", "’")
    if word == ".":
        return before_name and bool(INITIAL.fullmatch(parse.word(i - 1))) and after
    if word == "&":
        return before_name and after
    if word in CONNECTORS:
        linked = before_name or (i > 1 and parse.lower(i - 1) in CONNECTORS)
        return linked and i + 1 < stop and _joined(parse, i + 1)
    if word in ("of", "for"):
        return before_name and _heads_a_body(parse, i - 1) and _name_follows(parse, i + 1, stop)
    if word == "the":
        return i > 1 and parse.lower(i - 1) in ("of", "for") and after
    return False


def _heads_a_body(parse: Parse, i: int) -> bool:
    word = parse.lower(i)
    return singular(word) in BODY_NOUNS or word in ("bank", "university", "house", "department", "friends")


def _name_follows(parse: Parse, i: int, stop: int) -> bool:
    if i < stop and parse.lower(i) == "the":
        i += 1
    return i < stop and _is_name_word(parse, i)


def _split(parse: Parse, words: range) -> Iterator[Phrase]:
    """The phrases of a chunk: what stands before each "'s", then names inside, then the whole."""
    described = _end_of_described(parse, words)
    if described is not None:
        yield from _split(parse, range(words.start, described))
        words = range(described, words.stop)
    start = words.start
    whole = _phrase(parse, words)
    for i in words:
        inside = whole.name is not None and whole.name.start < i < whole.name.stop
        if parse.lower(i) in ("'", "’") and parse.speech[i] == "POS" and i > start and not inside:
            yield _phrase(parse, range(start, i))
            start = i + 2
    stop = whole.name.start if whole.name else whole.head
    yield from _inner_names(parse, range(start, stop))
    yield whole


def _end_of_described(parse: Parse, words: range) -> int | None:
    """Where a name ends that a description follows without a comma: "Ana Lee | head of the union"."""
    head = words[-1]
    if parse.relation[head] != "appos" or kind_of(parse.word(head)) is not EntityType.PERSON:
        return None
    first = next((i for i in words if parse.names[i] == "B-person"), head)
    if parse.governor[head] not in range(first, head):
        return None
    end = next(i for i in range(first + 1, head + 1) if i == head or parse.names[i] != "I-person")
    return end if end - first > 1 else None


def _inner_names(parse: Parse, words: range) -> Iterator[Phrase]:
    """Names that stand before the last noun: the university of "a Harvard University professor"."""
    i = words.start
    while i < words.stop:
        end = i
        while end < words.stop and is_capital(parse, end) and _is_name_word(parse, end):
            end += 1
        named = end > i and not all(
            parse.lower(k) in TITLES or not parse.word(k)[0].isalnum() for k in range(i, end)
        )
        if named and parse.speech[i] in ("NNP", "NNPS"):
            name, titles = _without_titles(parse, range(i, end), i)
            yield Phrase(range(i, end), end - 1, name, titles)
        i = max(end, i + 1)


def _phrase(parse: Parse, words: range) -> Phrase:
    head = words[-1]
    name_start = head + 1
    while name_start > words.start and _in_name(parse, name_start - 1, words):
        name_start -= 1
    while name_start <= head and not is_capital(parse, name_start):
        name_start += 1
    if name_start > head:
        return Phrase(words, head, None, range(head, head))
    name, titles = _without_titles(parse, range(name_start, head + 1), words.start)
    return Phrase(words, head, name, titles)


def _in_name(parse: Parse, i: int, words: range) -> bool:
    if _is_name_word(parse, i):
        return True
    word = parse.lower(i)
    inner = i > words.start and i + 1 <= words[-1]
    if word in ("'", "’") and inner:
        # "O’Neil" and "the Traders’ League" go on, "Lee’s" does not.
        if parse.lower(i - 1).endswith("s") and is_capital(parse, i + 1) and is_capital(parse, i - 1):
            return parse.named(i + 1) != "person"
        return parse.speech[i] != "POS" and parse.words[i].end == parse.words[i + 1].start
    if not inner:
        return False
    if word in HYPHENS and parse.lower(i - 1) in CONNECTORS:
        return is_capital(parse, i + 1)
    if word in CONNECTORS:
        return is_capital(parse, i - 1) or parse.lower(i - 1) in {".", *CONNECTORS}
    linked = word in ("of", "for", "the", ".", "&", *HYPHENS)
    # "Ministry of the Interior"
    after = min(i + 2, words[-1]) if word in ("of", "for") and parse.lower(i + 1) == "the" else i + 1
    return linked and is_capital(parse, after) and (is_capital(parse, i - 1) or word == "the")


def _without_titles(parse: Parse, name: range, start: int) -> tuple[range | None, range]:
    """A name without the titles before it, and those titles with the descriptions that lead to them."""
    while len(name) > 2 and parse.word(name[-1]) in POSTNOMINALS:
        name = range(name.start, name.stop - 1)  # "Helen Adeyinka KC"
    words = [parse.lower(i).rstrip(".") for i in name]
    if all(word in TITLES for word in words):
        return None, range(name.start, name.start)
    if singular(words[-1]) in BODY_NOUNS or words[-1] in FIRM:
        return name, range(name.start, name.start)
    cut = 0
    for k in range(1, len(words)):
        # "Texas University Amneh Jafari": the person begins where the network says so.
        if parse.names[name.start + k] == "B-person" and parse.named(name.start + k - 1) not in (
            "person",
            None,
        ):
            return range(name.start + k, name.stop), range(start, name.start + k)
    for k, word in enumerate(words):
        if word in TITLES and k + 1 < len(words):
            cut = k + 1
            while cut < len(words) and not words[cut][0:1].isalnum():
                cut += 1
    if cut and cut < len(words) and not (cut == 1 and len(words) > 3 and "of" in words):
        core = range(name.start + cut, name.stop)
        return core, range(start, core.start)
    return name, range(start, name.start)
