"""Noun phrases and names around a word, in a parse that is wrong one time in ten.

In: a parse and numbers of words. Out: the noun that a word stands before, the words of its phrase, the
proper name beside it. Every search looks at few words, so that a wrong parse costs little and the time grows
with the text only. What is not found stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.analysis.syntax import NOUNS, PROPER, ROOT, Parse
from onrecord.model.span import Span

REACH = 10  # words that a noun phrase has before its noun; the longest of news have about eight
NEAR = 40  # words on either side of a verb among which its subject and object are looked for
STEPS = 4  # governors that are climbed at most: more happens in wrong parses only

BEFORE_NOUN = frozenset("amod case compound dep inside npadvmod nummod poss quantmod".split())
DASHES = frozenset("-‐‑")
TIES = DASHES | frozenset("'’.")
# "So-called" and its like: what stands before them is no part of the phrase that they qualify.
DOUBTED = frozenset("anointed appointed called declared described proclaimed professed styled".split())
LEADING = frozenset("CD DT IN PDT POS PRP$ PUNCT RB WDT WP$".split())
VAGUE = frozenset("certain dozen dozens few first last many more most other several some such".split())
ARTICLES = frozenset(("a", "an", "the"))
NOT_ONE_PHRASE = frozenset(".;:()—–!?")


def phrase_head(parse: Parse, i: int) -> int:
    """The noun that a word stands before, else the word: "group" for "terrorist" in "terrorist group"."""
    for _ in range(STEPS):
        above = parse.governor[i]
        before = parse.relation[i] in ("compound", "amod", "dep") and i < above <= i + REACH
        if not before or parse.speech[above] not in NOUNS:
            break
        if any(parse.word(j) in NOT_ONE_PHRASE for j in range(i + 1, above)):
            break
        i = above
    return i


def phrase(parse: Parse, head: int) -> Span:
    """The words of a noun phrase from its first adjective to its noun, without "the", numbers and such."""
    first = head
    while first > 0 and head - first < REACH and _belongs(parse, first - 1, head):
        first -= 1
    for i in range(max(first, 1), head):
        if parse.lower(i) in DOUBTED and parse.word(i - 1) in DASHES:
            first = i + 1
    while first < head and _only_leads(parse, first):
        first += 1
    last = head
    while last + 1 < len(parse.words) and last - head < REACH and parse.names[last + 1].startswith("I-"):
        if parse.names[last] == "O" or parse.speech[last + 1] == "POS":
            break
        last += 1
    while last > head and parse.speech[last] not in PROPER:
        last -= 1
    return parse.span(range(first, last + 1))


def _only_leads(parse: Parse, i: int) -> bool:
    """Whether a word at the beginning of a phrase says how many or when, not who."""
    return parse.speech[i] in LEADING or parse.lower(i) in VAGUE or parse.named(i) == "time"


def _belongs(parse: Parse, i: int, head: int) -> bool:
    """Whether a word belongs to the noun phrase that ends with `head`, judged by what it hangs on."""
    if parse.speech[i] == "PUNCT":
        return i > 0 and _joins(parse, i) and _belongs(parse, i - 1, head)
    return i < parse.governor[i] <= head and parse.relation[i] in BEFORE_NOUN


def _joins(parse: Parse, i: int) -> bool:
    """Whether a mark ties the words beside it together, as a hyphen or an apostrophe without spaces does."""
    if i + 1 >= len(parse.words) or parse.word(i) not in TIES or parse.speech[i - 1] == "PUNCT":
        return False
    return parse.words[i - 1].end == parse.words[i].start and parse.words[i].end == parse.words[i + 1].start


def own_words(parse: Parse, words: range) -> Span:
    """A label with the names right before it: "Veskan regime" in "the Veskan regime forces"."""
    first = words[0]
    while first > 0 and words[0] - first < REACH and _is_name(parse, first - 1):
        first -= 1
    while first < words[0] and parse.speech[first] not in PROPER and not parse.word(first)[0].isupper():
        first += 1
    return parse.span(range(first, words[-1] + 1))


def _is_name(parse: Parse, i: int) -> bool:
    capital = parse.word(i)[0].isupper() and parse.named(i) != "time"
    return parse.speech[i] == "POS" or (capital and parse.speech[i] in (*PROPER, "JJ"))


def name_beside(parse: Parse, last: int, head: int) -> Span | None:
    """The name that a label stands before: "Ana Lee" in "the terrorist Ana Lee", "rebel leader Ana Lee"."""
    if head > last and parse.speech[head] in PROPER:
        return _name_at(parse, head, last + 1)
    for child in nearby(parse, head):
        if child > head and parse.relation[child] == "appos" and parse.speech[child] in PROPER:
            return _name_at(parse, child, head + 1)
    after = head + 1
    if after >= len(parse.words) or parse.speech[after] not in PROPER or parse.named(after) == "time":
        return None
    return _name_at(parse, after, after) if parse.speech[head] == "NN" and _tied(parse, head, after) else None


def _tied(parse: Parse, head: int, name: int) -> bool:
    """Whether a noun and the name behind it are one phrase: one of them hangs on the other's words."""
    end = name
    while end + 1 < len(parse.words) and end - name < REACH and parse.speech[end + 1] in PROPER:
        end += 1
    run = range(name, end + 1)
    return parse.governor[head] in run or any(parse.governor[i] == head for i in run)


def _name_at(parse: Parse, i: int, floor: int) -> Span:
    """The whole name of which a word is part, from `floor` on."""
    first = last = i
    while first - 1 >= floor and i - first < REACH and _goes_on(parse, first - 1, first):
        first -= 1
    while last + 1 < len(parse.words) and last - i < REACH and _goes_on(parse, last, last + 1):
        last += 1
    while last > i and parse.speech[last] not in PROPER:
        last -= 1
    while first < i and parse.speech[first] not in PROPER:
        first += 1
    return parse.span(range(first, last + 1))


def end_of_name(parse: Parse, last: int) -> int:
    """The last word of a name that goes on behind "of": "Army of the Springs"."""
    for _ in range(STEPS):
        i = last + 1
        if parse.speech[last] not in PROPER or i >= len(parse.words) or parse.lower(i) not in ("of", "for"):
            break
        i += 1 + (i + 1 < len(parse.words) and parse.lower(i + 1) == "the")
        if i >= len(parse.words) or parse.speech[i] not in PROPER:
            break
        while i + 1 < len(parse.words) and i - last < REACH and parse.speech[i + 1] in PROPER:
            i += 1
        last = i
    return last


def _goes_on(parse: Parse, i: int, after: int) -> bool:
    return parse.names[after].startswith("I-") or (
        parse.speech[i] in PROPER
        and parse.speech[after] in PROPER
        and not parse.names[after].startswith("B-")
    )


def apposed_to(parse: Parse, head: int, marks: str = "") -> int | None:
    """The noun that a phrase explains: "Lee" for "hero" in "Lee, a hero to many, spoke".

    With `marks` given, one of them must stand before its article.
    """
    above = parse.governor[head]
    if parse.relation[head] != "appos" or above == ROOT or above > head or parse.speech[above] not in NOUNS:
        return None
    first = head
    while first > 0 and head - first < REACH and _belongs(parse, first - 1, head):
        first -= 1
    opened = first > 0 and parse.lower(first - 1) in ARTICLES
    alike = parse.speech[head] != "NNS" or parse.speech[above] in ("NNS", "NNPS")
    parted = not marks or (first > 1 and parse.word(first - 2) in marks)
    return above if opened and alike and parted else None


def nearby(parse: Parse, i: int) -> Sequence[int]:
    """The words that hang on a word, those near it only, in order."""
    children = parse.children(i)
    return children[bisect_left(children, i - NEAR) : bisect_left(children, i + NEAR)]


def first_noun(parse: Parse, start: int) -> int | None:
    """The noun of the phrase that begins at a word."""
    for i in range(start, min(start + REACH, len(parse.words))):
        ends = i + 1 == len(parse.words) or parse.speech[i + 1] not in NOUNS
        if (parse.speech[i] in NOUNS and ends) or parse.speech[i] == "PRP":
            return i
        if parse.speech[i] not in ("DT", "JJ", "PRP$", *NOUNS):
            break
    return None
