"""Sets the edges of sources right where the words alone show them wrong.

In: a draft and the parse. Out: a draft whose source holds whole words ("Lee Jae-myung"), a "WHO" before it
that was taken for a pronoun, and no time of saying ("the council today").
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.analysis.drafts import Draft
from onrecord.analysis.people.reaches import ACRONYMS, HYPHENS, is_day
from onrecord.analysis.syntax import Parse
from onrecord.model.span import Span

REST_OF_WORD = re.compile(r"[-‐‑][a-z]+")
ON_SUNDAY = frozenset("Mail Independent Scotland Wales".split())  # papers: "the Mail on Sunday"
TODAY = frozenset("today yesterday tonight".split())
GOT_BY = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|examined|verified) by $|\b(?:leaked|sent|shown) to $"
)
REACH = 20  # code points before a source that are looked at
PARTS_OF_DAYS = frozenset("morning afternoon evening night".split())
BEFORE_DAYS = frozenset("on late early last".split())


def mend_source(draft: Draft, parse: Parse) -> Draft:
    """The draft with its source mended."""
    if not draft.source or not draft.cue:
        return draft
    draft = _with_acronym(_with_whole_words(draft, parse.text), parse.text)
    return _without_time(_with_paper(draft, parse), parse)


def _with_paper(draft: Draft, parse: Parse) -> Draft:
    """A draft whose source is the paper, where who got it was taken: "[a memo seen by the Post] states"."""
    source = draft.source[0]
    if source.end > draft.cue[0].start or not GOT_BY.search(
        parse.text, max(0, source.start - REACH), source.start
    ):
        return draft
    subjects = (parse.child(verb, "nsubj") for verb in parse.range_of(draft.cue[0]))
    subject = next((word for word in subjects if word is not None), None)
    if subject is None or parse.words[subject].end > source.start:
        return draft
    paper = Span(parse.words[parse.subtree(subject)[0]].start, source.end)
    taken = any(paper.overlaps(span) for span in (*draft.content, *draft.cue))
    return draft if taken else replace(draft, source=(paper, *draft.source[1:]))


def _with_whole_words(draft: Draft, text: str) -> Draft:
    """A draft whose source ends with its last word, where a hyphen parts it: "[Lee Jae-] [myung said]"."""
    source, cue = draft.source[-1], draft.cue[0]
    rest = REST_OF_WORD.match(text, source.end - (text[source.end - 1] in HYPHENS))
    if rest is None or rest.end() <= source.end or rest.end() >= cue.end:
        return draft
    start = max(cue.start, rest.end())
    start += len(text[start : cue.end]) - len(text[start : cue.end].lstrip())
    return replace(
        draft,
        source=(*draft.source[:-1], Span(source.start, rest.end())),
        cue=(Span(start, cue.end), *draft.cue[1:]),
    )


def _without_time(draft: Draft, parse: Parse) -> Draft:
    """A draft without the time of saying at the end of its source: "[The council] today confirmed"."""
    if draft.source[-1].end > draft.cue[0].start:
        return draft
    words = parse.range_of(draft.source[-1])
    last = len(words)
    while last and (parse.word(words[last - 1]) in TODAY or _tells_day(parse, words[last - 1])):
        last -= 1
    if last and last < len(words) and parse.lower(words[last - 1]) in BEFORE_DAYS:
        last -= 1
    papers = last and last < len(words) and parse.word(words[last - 1]) in ON_SUNDAY
    if not last or last == len(words) or papers or not parse.word(words[last - 1])[0].isalnum():
        return draft
    return replace(draft, source=(*draft.source[:-1], parse.span(words[:last])))


def _with_acronym(draft: Draft, text: str) -> Draft:
    """A draft whose source takes in a "WHO" before it that was taken for a pronoun of its own."""
    who = next((span for span in draft.content if span.slice(text) in ACRONYMS), None)
    if who is None or len(draft.content) == 1 or draft.source[0].start != who.end + 1:
        return draft
    source = (Span(who.start, draft.source[0].end), *draft.source[1:])
    return replace(draft, source=source, content=[span for span in draft.content if span is not who])


def _tells_day(parse: Parse, i: int) -> bool:
    """Whether a word is a weekday, or the part of a day behind one: "Monday [night]"."""
    return is_day(parse, i) or (parse.lower(i) in PARTS_OF_DAYS and i > 0 and is_day(parse, i - 1))
