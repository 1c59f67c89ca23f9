"""Whether the document says that a statement was made: asserted, negated, future, possible or asked.

In: a text and the spans of one statement in it. Out: a `Status`. "Did not say" must never become "said".

No parse is made. The words before the verb of the cue, back to the start of its sentence, are brought to a
skeleton in which only what matters is left: "The minister’s aides hadn't, so far, publicly said" becomes
"S had not SAID". There `S` stands for the source (`NOBODY` for one like "no official") and for pronouns, `C`
for content, so that a "not" inside the content can't count; the last word is the form of the verb: `BASE`
("say"), `SAYS`, `SAID` or `ING` ("saying"). A pattern fits only when nothing but a verb group stands between
its sign and the verb, so that a "not" of another clause can't count either. The first fit decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.cues import Act, Head, Word, cue_words, find_head, known_lemma
from onrecord.analysis.status_patterns import IN_CUE, LEFT, NO_MORE, NOBODY_TOLD, SAID_NOTHING, SILENT
from onrecord.analysis.status_skeleton import is_helper, skeleton
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Kind, Status

LEFT_REACH = 220  # characters before the verb that are looked at: some 35 words, verb groups have at most ten
RIGHT_REACH = 80  # characters behind it: "said nothing about", "declined repeated requests for comment"

TOKEN = re.compile(r"'(?:d|ll|m|re|s|ve)\b|[^\W_]+(?:'[^\W\d_]+)*|[^\w\s]")
NOBODY = re.compile(
    r"(?:few(?! (?:minutes|hours|days|weeks|months|years))|hardly any|almost no"
    r"|no(?!\s*\.|\s+\d|\s+less\b|\s+fewer\b)|nobody|none|neither|nor|nothing"
    r"|not (?:a|all|one|even|every|everyone|everybody|many))\b(?!['’])",
    re.IGNORECASE,
)
TO_VERB = re.compile(r"(?:[a-z]+ ){0,4}?to ((?:[a-z]+ ?){1,4})")
GIVING_WORDS = re.compile(
    r"(?:[a-z]+ ){0,4}?to (?:give|offer|provide|release|grant) (?:[a-z]+ ){0,3}?"
    r"(?:answers?|comments?|details?|explanations?|figures|information|interviews?|names?|reasons?|specifics)\b"
)
ON_REQUEST = re.compile(r"(?:[a-z]+ ){0,3}?(?:comment|interviews?|requests? for)\b")

# "Refused to say" is not said; "refused to resign" is a refusal, and made.
REFUSALS = frozenset("decline refuse refusal hesitant reluctance reluctant unwilling unwillingness".split())
# "Stopped short of" and "avoided", before a saying.
AVOIDING = frozenset(("avoid", "refrain", "stop short"))
AVOIDED = re.compile(r"(?:(?:of|from) )?([a-z]+ing(?: [a-z]+)?)\b")
# "Plans to announce": the plan is there, the saying is to come. A decision is taken to be carried out.
PLANS = frozenset("aim arrange intend intent intention plan prepare".split())
DECISIONS = frozenset("choice choose decide decision opt pick".split())
# "Threatened to tell the court that …": the threat is made, what follows "that" is not said yet.
LEADING = (Act.PLAN, Act.WISH, Act.THREAT, Act.PROMISE, Act.PROPOSAL)
SENSES = frozenset("feel hear see".split())  # "could see" is "saw"
POLITE = frozenset("like love prefer".split())  # "would like" is "wants"


def statement_status(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Status:
    """Whether the text says that this was said: not so for "declined to comment" or "will say".

    All spans are code points of `text`; `sentence` is the one that holds the cue. Works for thoughts and
    decrees alike: "does not believe" is no belief, "may approve" no approval.
    """
    words = [word for span in sorted(cue) for word in cue_words(span.slice(text), span.start)]
    if not any(word.word[0].isalpha() for word in words):
        return Status.ASSERTED  # a colon or a dash
    head = find_head([word.word for word in words])
    if _unmade(head, text, words):
        return Status.NEGATED
    marks = _marks(text, source, content)
    question = text[words[-1].span.end : sentence.end].rstrip("\"'”’) \n").endswith("?")
    for verb in _verbs(words, head):
        left = _skeleton(text, verb, marks, sentence.start)
        if _takes_nothing_back(head, left, text[verb.span.end :]):
            return Status.ASSERTED
        for status, pattern, only_in_questions in LEFT:
            if (question or not only_in_questions) and pattern.search(left):
                return status
    return _inside(head, text, words, marks)


def _verbs(words: Sequence[Word], head: Head | None) -> list[Word]:
    """The words of a cue before which signs are looked for: the head, and known words that lead to it.

    "Could not provide details" has its sign before "provide", "is set to release" before "release".
    """
    if head is None:
        return [next((word for word in words if not is_helper(word.word)), words[-1])]
    last = head.first if head.strong else len(words)
    inside = range(head.first + 1, head.end)
    return [
        word
        for i, word in enumerate(words[: last + 1])
        if i == head.first or (i not in inside and known_lemma(word.word) and not is_helper(word.word))
    ]


def _skeleton(text: str, verb: Word, marks: dict[Span, str], start: int) -> str:
    """The skeleton of what stands before a verb in its sentence."""
    start = max(min(start, verb.span.start), verb.span.start - LEFT_REACH)
    return skeleton(_tokens(text, Span(start, verb.span.start), marks), _form(verb.word))


def _form(word: str) -> str:
    """`BASE`, `SAYS`, `SAID` or `ING`, by which "will say" is told from "in the will, said"."""
    lemma = known_lemma(word)
    if word == lemma:
        return "BASE"
    endings = (("ing", "ING"), ("s", "SAYS"), ("ed", "SAID"))
    otherwise = "SAID" if lemma else "BASE"  # "told" is of "tell"; an unknown word may be anything
    return next((form for ending, form in endings if word.endswith(ending)), otherwise)


def _takes_nothing_back(head: Head | None, left: str, right: str) -> bool:
    """Whether a modal is only a manner of speaking: "could see", "would like", "would say only"."""
    lemma = head.lemma if head else ""
    could_see = lemma in SENSES and re.search(r"\b(?:can|could) BASE$", left)
    would_like = lemma in POLITE and left.endswith("would BASE")
    no_more = right.startswith(" more") and NO_MORE.search(left)
    would_only = right.startswith(" only") and left.endswith("would BASE")
    return bool(could_see or would_like or no_more or would_only)


def _unmade(head: Head | None, text: str, words: Sequence[Word]) -> bool:
    """Whether what stands behind the head unmakes it: "said nothing about", "declined to comment"."""
    if SILENT.search(_behind(text, words[0].span.start, words[-1].span.end)):
        return True
    place, end = words[head.end - 1 if head else -1].span.end, words[-1].span.end
    right, in_cue = _behind(text, place, place + RIGHT_REACH), _behind(text, place, end)
    refused = head is not None and any(part in REFUSALS for part in head.lemma.split())
    if refused and (ON_REQUEST.match(right) or GIVING_WORDS.match(right) or _speaks(right)):
        return True
    avoided = AVOIDED.match(right) if head and head.lemma in AVOIDING else None
    if avoided and _is_saying(avoided.group(1)):
        return True
    return bool(SAID_NOTHING.match(right) or NOBODY_TOLD.match(in_cue))


def _inside(head: Head | None, text: str, words: Sequence[Word], marks: dict[Span, str]) -> Status:
    """The status by signs anywhere in the cue: "could raise strong doubts", "plans to announce"."""
    verb = words[head.first] if head else words[-1]
    before = _skeleton(text, verb, marks, words[0].span.start)
    for status, sign in IN_CUE:
        if sign.search(before):
            return status
    behind = _behind(text, words[head.end - 1].span.end, words[-1].span.end) if head else ""
    if head is None or head.sense.act not in LEADING or not _speaks(behind):
        return Status.ASSERTED
    if re.search(r"\bnot to\b", behind):
        return Status.NEGATED
    if head.lemma in DECISIONS:
        return Status.ASSERTED
    coming = head.lemma in PLANS or head.sense.act in (Act.THREAT, Act.PROMISE)
    return Status.FUTURE if coming else Status.POSSIBLE


def _speaks(words: str) -> bool:
    """Whether the words go on with "to" and a verb of saying: "to comment", not "to resign"."""
    match = TO_VERB.match(words)
    return match is not None and _is_saying(match.group(1))


def _is_saying(words: str) -> bool:
    verb = find_head(words.split())
    return verb is not None and verb.first == 0 and verb.strong and verb.sense.kind is Kind.SPEECH


def _behind(text: str, start: int, end: int) -> str:
    return " ".join(_tokens(text, Span(start, max(start, end)), {}))


def _marks(text: str, source: Spans, content: Spans) -> dict[Span, str]:
    """What stands in the skeleton for the spans of source and content."""
    marks = {span: "NOBODY" if NOBODY.match(span.slice(text)) else "S" for span in source}
    return marks | dict.fromkeys(content, "C")


def _tokens(text: str, stretch: Span, marks: dict[Span, str]) -> list[str]:
    """Words and punctuation of a stretch in lower case, each marked span as one capital token."""
    pieces, place = [], stretch.start
    for span, mark in sorted(marks.items()):
        if span.overlaps(stretch):
            pieces += [text[place : span.start].lower(), f" {mark} "]
            place = max(place, span.end)
    pieces.append(text[place : stretch.end].lower())
    return TOKEN.findall("".join(pieces).replace("’", "'"))
