"""What stands beside a quotation that is used as a name: what it qualifies, repeats or is explained by.

In: a parse and the numbers of words. Out: words and spans. Whether the quotation is a label is not said here.
"""

from __future__ import annotations

from onrecord.analysis.labels.contexts import DEGREES
from onrecord.analysis.labels.phrases import ARTICLES, STEPS, nearby, phrase, phrase_head
from onrecord.analysis.syntax import NOUNS, PROPER, Parse
from onrecord.model.span import Span

MOST = 4  # words of a quotation that qualifies a noun
QUALITIES = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG"))
DETERMINERS = frozenset(("DT", "PRP$", "POS", "CD", "PDT"))
DEFINITE = frozenset("the these those his her its their our".split())
IN_FACT = ("in fact", "in truth", "in reality", "actually", "really", "that is", "rather")


def qualified(parse: Parse, whole: range, words: range, head: int) -> int | None:
    """The noun behind a quotation that qualifies it: "commission" in the “independent” commission."""
    after = whole[-1] + 1
    if after >= len(parse.words) or parse.speech[after] not in NOUNS | QUALITIES:
        return None
    degree = any(parse.speech[i] == "RB" for i in words) or parse.lower(head) in DEGREES
    if degree or parse.speech[words[-1]] == "PUNCT":
        return None  # “very loyal” voters, “significant” losses; “the impact,” Lee said
    noun = parse.governor[head]
    tied = after <= noun <= after + STEPS and parse.relation[head] in ("amod", "compound", "dep", "poss")
    if tied and parse.speech[after] in PROPER and parse.speech[max(whole[0] - 1, 0)] == "CC":
        return None  # "was “cruel” and “unjust” Ana Lee said", its comma lost
    if not tied:
        noun = after
        if not opens_phrase(parse, whole[0]) or len(words) > MOST:
            return None
    while noun + 1 < len(parse.words) and parse.speech[noun] in QUALITIES and noun < after + STEPS:
        noun += 1
    last = phrase_head(parse, noun)
    if "\n" in parse.text[parse.words[after].start : parse.words[last].start]:
        last = after  # a headline and what follows it, read as one
    return last if parse.speech[last] in NOUNS else None


def is_definite(parse: Parse, first: int, words: range) -> bool:
    """Whether one quoted word stands behind "the", "his" or "Lee's": the “temporary” closure."""
    before = first > 0 and (parse.lower(first - 1) in DEFINITE or parse.speech[first - 1] == "POS")
    return before and len(words) == 1


def opens_phrase(parse: Parse, first: int) -> bool:
    """Whether a determiner or an adjective stands right before a quotation."""
    return first > 0 and parse.speech[first - 1] in DETERMINERS | {"JJ"}


def named_beside(parse: Parse, whole: range, head: int) -> Span | None:
    """The noun right before a quotation that names it again, "rescuers" in the rescuers “terrorists”, or one
    behind that says what it is: a ‘hub’, in fact a cabin."""
    apposed = next((c for c in nearby(parse, head) if c > whole[-1] and parse.relation[c] == "appos"), None)
    if apposed is None:
        apposed = _in_fact(parse, whole[-1] + 1)
    if apposed is not None:
        return phrase(parse, apposed)
    first = whole[0]
    if first == 0 or parse.speech[first - 1] not in NOUNS:
        return None
    if parse.governor[first - 1] == head and parse.speech[first - 1] != "NNS":
        return None  # the Aldmoor “massacre”
    return phrase(parse, first - 1)


def _in_fact(parse: Parse, comma: int) -> int | None:
    """The noun of ", in fact a cabin", ", really the mayor's garage"."""
    said = " ".join(parse.lower(i) for i in range(comma, min(comma + STEPS, len(parse.words))))
    lead = next((lead for lead in IN_FACT if said.startswith(f", {lead} ")), None)
    if lead is None:
        return None
    start = comma + 1 + len(lead.split())
    noun = next(
        (i for i in range(start, min(start + STEPS, len(parse.words))) if _ends_phrase(parse, i)), None
    )
    return noun if noun is not None and parse.lower(start) in ARTICLES else None


def _ends_phrase(parse: Parse, i: int) -> bool:
    return parse.speech[i] in NOUNS and (i + 1 == len(parse.words) or parse.speech[i + 1] not in NOUNS)


def inner(parse: Parse, words: range) -> Span:
    """What stands in the marks, without an article and without marks at its end."""
    inside = [i for i in words if parse.speech[i] != "PUNCT" or words[0] < i < words[-1]]
    if parse.lower(inside[0]) in ARTICLES and len(inside) > 1:
        inside = inside[1:]
    return parse.span(range(inside[0], inside[-1] + 1))
