"""Finds statements inside the content of others: "Lee said [Park had claimed it rained]", "“I think so”".

In: a parse, the contents found so far, and the drafts. Out: drafts of further statements, each wholly inside
a content. The network marks none of these, since its teachers gave each word to one statement; here syntax
tells: a verb of saying or thinking with a subject and a clause or object of its own, "according to", "at the
request of".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.analysis.cues import Head, find_head, known_lemma
from onrecord.analysis.drafts import Draft
from onrecord.analysis.nested_content import content_of, is_passive, without_edges
from onrecord.analysis.syntax import NOUNS, VERBS, Parse
from onrecord.model.span import Span, holder, merge, trim

NESTED_CONFIDENCE = 0.7  # by hand, on the seen half of tests/quality/set: about so many are right
AUXILIARIES = ("aux", "auxpass", "neg")
FILLERS = frozenset((("you", "know"), ("i", "mean"), ("you", "see"), ("you", "mean"), ("let", "see")))
REFUSING = frozenset(("refuse", "decline"))
REQUESTED = frozenset("request order behest instruction invitation urging insistence suggestion".split())
NO_CUE = frozenset("see get go make take look show find hear feel keep give put work use set execute".split())
# Their subject is what is felt about: "the blast shocked the town".
CAUSES = frozenset(
    """alarm amaze anger annoy appal appall baffle bother comfort concern delight disappoint displease disturb
    embarrass exasperate excite frustrate horrify impress infuriate intrigue irritate mystify offend outrage
    overwhelm please puzzle rankle rattle relieve satisfy scare shock startle stun surprise terrify thrill
    trouble unsettle upset""".split()
)
# "It" alone is what they read or saw, not what they said or thought.
SEEN = frozenset("read write see learn watch mean".split())
# What opens a clause that tells when or why it was said, not what.
ADVERBIAL = frozenset("because as when after while since before until although though unless once".split())
CLAUSES = frozenset("that whether if how why what who when where".split())
LEADING = frozenset("used had has have going went goes began continued tried".split())
AUXILIARY_WORDS = frozenset("has have had is was were are been be did does do 've 'd".split())


def find_nested(parse: Parse, contents: Sequence[Span], drafts: Sequence[Draft]) -> list[Draft]:
    """The statements inside contents that no draft has yet, in order of their cues.

    `contents` are the stretches of content, merged and in order.
    """
    used = merge(span for draft in drafts for span in (*draft.cue, *draft.source))
    found = []
    for content in contents:
        words = parse.range_of(content)
        for i in words:
            if holder(used, parse.words[i]) is not None:
                continue
            for draft in _at(parse, i, words):
                inside = all(content.contains(span) for span in draft.spans)
                if inside and draft.content and not any(holder(used, cue) is not None for cue in draft.cue):
                    found.append(draft)
                    break
    return found


def _at(parse: Parse, i: int, words: range) -> Iterator[Draft]:
    """The statements of which a word is the cue."""
    if parse.lower(i) == "according":  # a verb by its tag
        yield from _according(parse, i, words)
    elif parse.speech[i] in VERBS:
        yield from _of_verb(parse, i, words)
    elif parse.lower(i) in REQUESTED and i >= 2:
        yield from _at_request(parse, i, words)


def cue_head(parse: Parse, i: int) -> Head | None:
    """What a verb says or thinks, if it does by itself: "said", not "got"."""
    words = [parse.lower(i)]
    particle = parse.child(i, "prt")
    if particle == i + 1:
        words.append(parse.lower(particle))
    elif known_lemma(words[0]) in (None, *NO_CUE):
        return None
    head = find_head(words)
    if head and CAUSES & {head.lemma, head.lemma.removesuffix("d"), head.lemma.removesuffix("ed")}:
        return None  # "shocked" is a lemma too
    return head if head and (head.strong or head.lemma in REFUSING) else None


def _of_verb(parse: Parse, verb: int, words: range) -> Iterator[Draft]:
    head = cue_head(parse, verb)
    if head is None:
        return
    subject = subject_of(parse, verb)
    passive = is_passive(parse, verb)
    if subject is None and not passive:
        return
    if subject is not None and (subject not in words or (parse.lower(subject), parse.lower(verb)) in FILLERS):
        return
    content = content_of(parse, verb, head, verb if subject is None else subject)
    if content is None or (head.lemma in SEEN and len(content) == 1 and parse.lower(content[0]) == "it"):
        return
    if parse.lower(content[0]) in ADVERBIAL or (subject is not None and parse.speech[subject] == "WDT"):
        return
    if subject is None and not _was_told(parse, verb, content):
        return
    group = verb_group(parse, verb)
    source = noun_phrase(parse, subject) if subject is not None else range(group[0], group[0])
    if set(content) & {*group, *source}:
        content = range(max([group[-1], *source]) + 1, content[-1] + 1)
    if len(content) > 0 and content[-1] in words:
        yield _draft(parse, source, group, content)


def _was_told(parse: Parse, verb: int, content: range) -> bool:
    """Whether a passive that names nobody says something: "was told to go", not "was dismissed in March"."""
    first = parse.lower(content[0])
    return content[0] > verb and (parse.speech[content[0]] != "IN" or first in CLAUSES)


def subject_of(parse: Parse, verb: int) -> int | None:
    """The word that says or thinks; for the second of two verbs that of the first."""
    if is_passive(parse, verb):
        agent = parse.child(verb, "agent")
        return parse.child(agent, "pobj") if agent is not None else None
    subjects = [c for c in parse.children(verb) if parse.relation[c] == "nsubj"]
    # The nearest before the verb: the label of a turn may pass for one too.
    subject = max((c for c in subjects if c < verb), default=next(iter(subjects), None))
    if subject is None:
        subject = _just_before(parse, verb)
    if subject is None and parse.relation[verb] == "conj" and parse.governor[verb] >= 0:
        subject = parse.child(parse.governor[verb], "nsubj")
    if subject is None and parse.relation[verb] == "xcomp" and parse.lower(parse.governor[verb]) in LEADING:
        subject = parse.child(parse.governor[verb], "nsubj")
    return subject


def _just_before(parse: Parse, verb: int) -> int | None:
    """A pronoun or name right before a verb and its auxiliaries: its subject, whatever the parse says."""
    i = verb - 1
    while i >= 0 and (parse.speech[i] in ("MD", "RB") or parse.lower(i) in AUXILIARY_WORDS):
        i -= 1
    if i < 0 or parse.speech[i] not in ("PRP", "NNP", "WP") or parse.relation[i] in ("pobj", "dobj"):
        return None
    return i


def verb_group(parse: Parse, verb: int) -> range:
    """A verb with its auxiliaries and "not", as far as they stand together; with "by" in a passive."""
    first = verb
    helpers = [c for c in parse.children(verb) if parse.relation[c] in AUXILIARIES and c < verb]
    if helpers:
        between = range(min(helpers), verb)
        plain = all(
            parse.relation[i] in (*AUXILIARIES, "inside", "advmod") or parse.lower(i) in ("'", "’", "t", "s")
            for i in between
        )
        first = min(helpers) if plain else verb
    particle = parse.child(verb, "prt", "agent")
    last = particle if particle == verb + 1 else verb
    return range(first, last + 1)


def noun_phrase(parse: Parse, head: int) -> range:
    """The words that hang on a noun, without a comma behind them."""
    words = parse.subtree(head)
    last = words[-1]
    while last > head and parse.word(last) in ",;:—–-":
        last -= 1
    return range(words[0], last + 1)


def _according(parse: Parse, i: int, words: range) -> Iterator[Draft]:
    to = i + 1
    if to not in words or parse.lower(to) != "to":
        return
    noun = parse.child(to, "pobj") or parse.child(i, "pobj")
    if noun is None or noun not in words:
        return
    source = noun_phrase(parse, noun)
    governor = parse.governor[i]
    if governor < 0 or governor not in words:
        return
    clause = parse.subtree(governor)
    before, after = range(max(clause[0], words[0]), i), range(source[-1] + 1, min(clause[-1], words[-1]) + 1)
    content = without_edges(parse, max(before, after, key=len))
    if content is not None:
        yield _draft(parse, source, range(i, to + 1), content)


def _at_request(parse: Parse, i: int, words: range) -> Iterator[Draft]:
    """ "at the request of Lusmark": who asked for what the clause before it tells."""
    of = i + 1
    opened = parse.lower(i - 1) == "the" and parse.lower(i - 2) in ("at", "on", "upon")
    noun = parse.child(of, "pobj") if of in words and parse.lower(of) == "of" else None
    if not opened or noun is None or noun not in words or parse.speech[noun] not in NOUNS | {"PRP"}:
        return
    source = noun_phrase(parse, noun)
    verb = parse.governor[i - 2]
    start = parse.subtree(verb)[0] if verb in words else words[0]
    content = without_edges(parse, range(max(start, words[0]), i - 2))
    if content is not None:
        yield _draft(parse, source, range(i - 2, of + 1), content)


def _draft(parse: Parse, source: range, cue: range, content: range) -> Draft:
    source_span = (trim(parse.span(source), parse.text),) if len(source) else ()
    return Draft(
        source_span,
        (trim(parse.span(cue), parse.text),),
        [trim(parse.span(content), parse.text)],
        NESTED_CONFIDENCE,
    )
