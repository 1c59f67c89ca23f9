"""Finds noun phrases, and the names among them.

In: a parse and the stretches of text that count. Out: `Phrase`s, basic ones without what follows their last
noun ("the head of the port authority" is two), in order; each with its titles and its name, if it has one.
Knows nothing of who is who.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.people.noun_lexicon import BODY_NOUNS, TITLES, kind_of, singular
from onrecord.analysis.people.reaches import (
    CONNECTORS,
    HYPHENS,
    in_spelled_out,
    is_capital,
    is_given_half,
    is_name_word,
    is_us_or_who,
    links,
    reach_of,
)
from onrecord.analysis.syntax import NOUNS, Parse
from onrecord.model.entity import EntityType
from onrecord.model.span import Span

PRONOUNS = frozenset(
    """i me my mine myself we us our ours you your yours he him his himself she her hers herself it its itself
    they them their theirs themselves who whom whose which everyone everybody someone somebody anyone nobody
    others both""".split()
)
FIRM = frozenset("inc ltd corp co llc plc gmbh ag sa nv group holdings homes partners foundation".split())
# Before a name, in capitals: "Brack Rail CEO Ana Lee".
OFFICES = frozenset("ceo cfo coo cto cio cmo vp evp svp".split())
# Behind a name, and no part of it.
POSTNOMINALS = frozenset("KC QC SC MP MSP MLA MEP MBE OBE CBE KBE DBE CH PhD MD DPhil RN FRS".split())


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

    @property
    def narrowing(self) -> list[int]:
        """The numbers of the words that narrow its head."""
        return [i for i in self.words if i != self.head]

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
            end = reach_of(parse, i, words.stop)
            if end > i:
                phrases.extend(split_chunk(parse, range(i, end)))
                i = end
            else:
                if _is_pronoun(parse, i):
                    phrases.append(Phrase(range(i, i + 1), i, None, range(i, i), pronoun=True))
                i += 1
    return phrases


def _is_pronoun(parse: Parse, i: int) -> bool:
    word = parse.lower(i)
    after = parse.speech_or_end(i + 1)
    if (word in ("both", "others") and after in NOUNS) or (word == "both" and after in ("DT", "PRP$")):
        return False  # "both unions", "both the union and the council"
    return word in PRONOUNS and not is_us_or_who(parse, i)


def _is_possessive(parse: Parse, i: int) -> bool:
    return parse.speech[i] in ("PRP$", "WP$")


def split_chunk(parse: Parse, words: range) -> Iterator[Phrase]:
    """The phrases of a chunk: what stands before each "'s", then names inside, then the whole."""
    described = _end_of_described(parse, words)
    if described is not None:
        yield from split_chunk(parse, range(words.start, described))
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
        i += parse.speech[i] == "DT"  # "The", which the network may take for part of a name
        end = i
        while end < words.stop and (
            (is_capital(parse, end) and is_name_word(parse, end) and parse.lower(end) not in OFFICES)
            or (end > i and _goes_on(parse, end, words.stop))
        ):
            end += 1
        named = end > i and not all(
            parse.lower(k) in TITLES or not parse.word(k)[0].isalnum() for k in range(i, end)
        )
        if named and parse.speech[i] in ("NNP", "NNPS"):
            name, titles = _without_titles(parse, range(i, end), i)
            yield Phrase(range(i, end), end - 1, name, titles)
        i = max(end, i + 1)


def _goes_on(parse: Parse, i: int, stop: int) -> bool:
    """Whether a name goes on with a small word: "Orvesk Observatory [for] the Sea"."""
    return parse.lower(i) in ("of", "for", "the") and links(parse, i, stop)


def _phrase(parse: Parse, words: range) -> Phrase:
    head = words[-1]
    name_start = head + 1
    while name_start > words.start and _in_name(parse, name_start - 1, words):
        name_start -= 1
    while name_start <= head and not is_capital(parse, name_start):
        name_start += 1
    if name_start > head:
        return Phrase(words, head, None, range(head, head))
    while name_start > words.start and _names_a_body(parse, name_start - 1):
        name_start -= 1
    name, titles = _without_titles(parse, range(name_start, head + 1), words.start)
    return Phrase(words, head, name, titles)


def _names_a_body(parse: Parse, i: int) -> bool:
    """Whether an adjective is part of the body's name behind it: "the [Orvesk] Observatory for the Sea"."""
    origin = is_capital(parse, i) and (parse.speech[i] == "JJ" or parse.named(i) == "people")
    return origin and singular(parse.lower(i + 1)) in BODY_NOUNS and is_capital(parse, i + 1)


def _in_name(parse: Parse, i: int, words: range) -> bool:
    if is_name_word(parse, i):
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
    if word in HYPHENS and is_given_half(parse, i + 1):
        return True
    if word in HYPHENS and parse.lower(i - 1) in CONNECTORS:
        return is_capital(parse, i + 1)
    if word in CONNECTORS:
        return is_capital(parse, i - 1) or parse.lower(i - 1) in {".", *CONNECTORS}
    linked = word in ("of", "for", "the", ".", "&", *HYPHENS) or (word == "and" and in_spelled_out(parse, i))
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
        if words[k - 1] in OFFICES and parse.word(name.start + k - 1).isupper():
            return range(name.start + k, name.stop), range(start, name.start + k)
        # "Texas University Amneh Jafari": the person begins where the network says so.
        begins = parse.names[name.start + k] == "B-person" and singular(words[k]) not in BODY_NOUNS
        if begins and parse.named(name.start + k - 1) not in ("person", None):
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
