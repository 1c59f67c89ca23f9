"""Takes the time of saying off the end of a content: "asked for [safe passage] in May".

In: a draft and the parse. Out: the same draft with its content cut, where the last words of a bare content
tell a time that hangs on the cue's verb and not on what was said.
"""

from __future__ import annotations

from onrecord.analysis.drafts import Draft
from onrecord.analysis.people.reaches import is_day
from onrecord.analysis.syntax import Parse
from onrecord.model.span import Span, trim

BEFORE = frozenset("on in at during over late early last this".split())
LONGEST = 6  # words of a time with its preposition
MARKS = frozenset("”\"’'»")


def cut_trailing_time(draft: Draft, parse: Parse) -> None:
    """Moves the end of the last content before a time that hangs on the cue; in place."""
    if not draft.cue or not draft.content or draft.content[-1].start < draft.cue[-1].end:
        return
    content = draft.content[-1]
    words = parse.range_of(content)
    if len(words) < 2 or parse.text[content.end - 1] in MARKS:
        return
    last = words[-1]
    while last > words[0] and parse.word(last) in ".,;:":
        last -= 1
    first = last + 1
    while first > words[0] and last - first < LONGEST and _is_time(parse, first - 1):
        first -= 1
    if first > last:
        return
    head = parse.head(range(first, last + 1))
    while first > words[0] and parse.lower(first - 1) in BEFORE:
        first -= 1
    if first == words[0]:
        return  # nothing else is said
    time = range(first, last + 1)
    for _ in time:  # the time itself, its preposition, "late": but not "by Friday", which may be asked for
        if head is None or head not in time:
            return
        head = parse.governor[head]
        if head in parse.range_of(draft.cue[-1]):
            before = trim(Span(content.start, parse.words[first].start), parse.text)
            if before.start < before.end:
                draft.content[-1] = before
            return


def _is_time(parse: Parse, i: int) -> bool:
    return parse.named(i) == "time" or is_day(parse, i)
