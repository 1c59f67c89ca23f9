"""Finds the labels of a text: names and qualifiers that take a stand, and what they are put on.

In: a text, its parse, its quotations, and the stretches to look at. Out: for each label its words, what it is
put on, whether it stands in quotation marks, and why it is taken for a label. Who uses a label is not decided
here, nor whether a quotation is a statement: scare quotes that are a whole content are for the caller to
drop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.labels.exclamations import find_exclamations
from onrecord.analysis.labels.hits import Hit, find_hits
from onrecord.analysis.labels.lexicon import Use
from onrecord.analysis.labels.listed import Aim, Found, given_names, listed_labels, put_found
from onrecord.analysis.labels.phrases import REACH, end_of_name, first_noun
from onrecord.analysis.labels.repeats import find_repeats
from onrecord.analysis.labels.scare_quotes import ScareQuote, find_scare_quotes
from onrecord.analysis.labels.targets import who_puts
from onrecord.analysis.quotation import Quotation, outermost
from onrecord.analysis.syntax import NOUNS, Parse
from onrecord.model.span import Span, holder

SCARE_QUOTES = "scare quotes"
EXCLAIMED = "called out"
REPEATED = "called so elsewhere"

IN_PHRASE = NOUNS | frozenset(("CD", "JJ", "JJR", "JJS", "POS", "VBG", "VBN"))
MARKS = frozenset("\"'“”‘’«»-‐‑")  # inside a noun phrase


@dataclass(frozen=True, slots=True)
class LabelWords:
    """A name or qualifier that takes a stand: its place, its words, and what it is put on.

    `target` is the phrase or name that the label is put on: the label's own phrase where nothing else is
    named, None where it is put on something that the text does not name ("what he called a war crime"); `aim`
    says which. `quoted` says whether it stands in quotation marks, scare quotes included. `because` is one of
    the reasons above and in `listed`, or the qualifier itself ("self-styled"). `verb` is the verb that puts
    it, `by` the word for who does, both by number; `stand` is its stand in the lexicon, if it is there.
    """

    span: Span
    words: str
    target: Span | None
    quoted: bool
    because: str
    aim: Aim = Aim.NAMED
    verb: int | None = None
    by: int | None = None
    stand: str = ""


def find_labels(
    text: str, parse: Parse, quotations: Sequence[Quotation], stretches: Sequence[Span]
) -> list[LabelWords]:
    """Names that take a stand, such as "regime", "so-called" or “rescuers” in quotation marks, in order.

    Spans are code points of `text`; nothing outside of `stretches`, which are in order, is looked at.
    """
    inners = [quotation.inner for quotation in outermost(quotations)]
    marked = {quotation.span for quotation in quotations}
    labels = []
    for found in _find(parse, quotations, find_hits(parse)):
        span, target = found.span, found.target
        if holder(stretches, span) is None:
            continue
        quoted = span in marked or holder(inners, span) is not None
        target = target if target and holder(stretches, target) is not None else None
        labels.append(
            LabelWords(
                span, span.slice(text), target, quoted, found.because, found.aim,
                found.verb, _by(parse, found), found.stand,
            )
        )  # fmt: skip
    return sorted(labels, key=lambda label: label.span)


def _by(parse: Parse, found: Found) -> int | None:
    """The word for who puts a label, by its verb or behind it: branded “vultures” by the [paper]."""
    if found.verb is None:
        return found.by
    by = who_puts(parse, found.verb)
    after = parse.range_of(found.span).stop
    if by is None and after < len(parse.words) and parse.lower(after) == "by":
        return first_noun(parse, after + 1)
    return by


def _find(parse: Parse, quotations: Sequence[Quotation], hits: Sequence[Hit]) -> Iterator[Found]:
    """The labels of the whole text: what is called out, scare quotes, qualifiers, then words of the lexicon
    in none of them, then repetitions."""
    taken = [False] * len(parse.words)
    known: list[Found] = []
    for found in _first(parse, quotations, hits, taken):
        known.append(found)
        yield found
    for span in find_repeats(parse, quotations, [found.span for found in known]):
        words = parse.range_of(span)
        if not any(taken[i] for i in words):
            _take(taken, words)
            yield Found(span, span, REPEATED, Aim.ITSELF)


def _first(
    parse: Parse, quotations: Sequence[Quotation], hits: Sequence[Hit], taken: list[bool]
) -> Iterator[Found]:
    """All but the repetitions; `taken` notes the words of each."""
    for words, at, stand, by in find_exclamations(parse, quotations, hits):
        _take(taken, words)
        target = parse.span(range(at, at + 1)) if at is not None else None
        yield Found(parse.span(words), target, EXCLAIMED, Aim.ADDRESSED, by=by, stand=stand)
    yield from _quoted_and_qualified(parse, quotations, hits, taken)
    free = [h for h in hits if h.entry.use is not Use.QUALIFIER and not any(taken[i] for i in h.words)]
    quoted = _quoted(parse, quotations)
    for found in (*listed_labels(parse, free, quoted), *given_names(parse, quoted)):
        words = parse.range_of(found.span)
        if not any(taken[i] for i in words):
            _take(taken, words)
            yield found


def _quoted_and_qualified(
    parse: Parse, quotations: Sequence[Quotation], hits: Sequence[Hit], taken: list[bool]
) -> Iterator[Found]:
    """Scare quotes, with the qualifiers before them, then the other qualifiers."""
    stands = {i: hit.entry.stand for hit in hits for i in hit.words}
    qualifiers = {hit.words[-1] + 1: hit for hit in hits if hit.entry.use is Use.QUALIFIER}
    for scare in find_scare_quotes(parse, quotations, _taking_a_stand(parse, hits)):
        if not any(taken[i] for i in scare.words):
            qualifier = qualifiers.pop(scare.words[0], None)
            _take(taken, range(qualifier.words[0] if qualifier else scare.words[0], scare.words[-1] + 1))
            yield _scare(parse, scare, qualifier, next((stands[i] for i in scare.words if i in stands), ""))
    for start, hit in qualifiers.items():
        behind = _phrase_behind(parse, start)
        if behind and not taken[hit.words[0]]:
            _take(taken, range(hit.words[0], behind[-1] + 1))
            span = parse.span(hit.words)
            yield Found(span, parse.span(behind), span.slice(parse.text).lower())


def _take(taken: list[bool], words: range) -> None:
    for i in words:
        taken[i] = True


def _quoted(parse: Parse, quotations: Sequence[Quotation]) -> list[bool]:
    """For each word whether it stands in quotation marks."""
    flags = [False] * len(parse.words)
    for quotation in outermost(quotations):
        _take(flags, parse.range_of(quotation.span))
    return flags


def _taking_a_stand(parse: Parse, hits: Sequence[Hit]) -> list[bool]:
    """For each word whether it is a label by itself."""
    flags = [False] * len(parse.words)
    for hit in hits:
        if hit.entry.use in (Use.ANYWHERE, Use.QUALIFIER):
            _take(flags, hit.words)
    return flags


def _scare(parse: Parse, scare: ScareQuote, qualifier: Hit | None, stand: str) -> Found:
    """A quotation used as a name, behind a qualifier or put on someone by a verb or by itself."""
    if scare.put and not qualifier:
        return put_found(parse, scare.span, scare.put, stand)
    if qualifier:
        words = parse.span(qualifier.words).slice(parse.text).lower()
        return Found(scare.span, scare.target, words, stand=stand)
    itself = scare.target is not None and scare.span.contains(scare.target)
    return Found(scare.span, scare.target, SCARE_QUOTES, Aim.ITSELF if itself else Aim.NAMED, stand=stand)


def _phrase_behind(parse: Parse, start: int) -> range | None:
    """The noun phrase behind a qualifier: "Dervin Council" in "the so-called Dervin Council"."""
    nouns = []
    for i in range(start, min(start + REACH, len(parse.words))):
        goes_on = parse.speech[i] in IN_PHRASE or parse.word(i) in MARKS or parse.names[i].startswith("I-")
        if not goes_on:
            break
        if parse.speech[i] in NOUNS and parse.word(i) not in MARKS:
            nouns.append(i)
    if nouns:
        nouns.append(end_of_name(parse, nouns[-1]))
    first = start + (start < len(parse.words) and parse.word(start) in MARKS)
    return range(first, nouns[-1] + 1) if nouns else None
