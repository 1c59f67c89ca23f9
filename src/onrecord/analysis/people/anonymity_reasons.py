"""Why people are not named, where the text tells: "because they were not authorised to speak".

In: the words of a source and what follows them. Out: the reason as a slice of either, or None where none is
told. Whether the people are unnamed at all is told by `anonymity`.
"""

from __future__ import annotations

import re

REACH = 600  # characters behind a source: a long sentence and the next one

_NAME = r"(?:names?|full names?|real names?|last names?|surnames?|first names?)"
_WHO = r"(?:he|she|it|they|we|I)"
_UNNAMED = r"(?:named|identified|quoted|cited|anonymous|unnamed|unidentified)"
_CONDITION = (
    r"\b(?:on (?:the )?condition (?:of (?:strict )?anonymity|of not being (?:named|identified|quoted)"
    rf"|(?:that )?{_WHO} (?:[\w’']+ ){{0,3}}{_UNNAMED}|that (?:his|her|its|their) {_NAME} (?:[\w’']+ ){{0,3}}"
    r"(?:used|published|given|withheld|printed))"
    r"|(?:ask|insist|prefer|request|wish|want)(?:s|ed|ing)? (?:not to be|to not be|to remain|to stay) "
    rf"{_UNNAMED}"
    rf"|(?:ask|insist|request)(?:s|ed|ing)? that (?:{_WHO}|(?:his|her|its|their) {_NAME}) (?:[\w’']+ ){{0,3}}"
    r"(?:named|identified|used|published|withheld|anonymous)"
    r"|(?:asked for|asking for|demanded|demanding|granted|given|insisted on|insisting on|requested|requesting"
    r"|sought|seeking) (?:strict )?anonymity"
    rf"|(?:declin|refus)(?:es|ed|ing) to (?:be {_UNNAMED}|give (?:his|her|their) {_NAME})"
    r"|(?:(?:did|does|do|would|could) not|(?:did|does|do|would)n[’']t) (?:want to |wish to |agree to )?"
    rf"be {_UNNAMED}"
    rf"|can(?:not|[’']t) be {_UNNAMED}"
    r"|(?:spoke|speaking|speak|talked|talking) anonymously|under (?:the )?condition of anonymity"
    rf"|whose {_NAME} (?:[\w’']+ ){{1,3}}(?:used|given|published|disclosed|withheld|changed|omitted))\b"
    r"(?: by name| by full name| publicly| further)?"
)
_WHY = (
    r"(?:because|since|as (?:he|she|they|it|the)|citing|(?:for|out of|in) fear|fearing|due to|owing to|given"
    r"|in order to|so as|to (?:avoid|be|comment|describe|detail|disclose|discuss|divulge|explain|give|offer"
    r"|preserve|prevent|protect|recount|relay|reveal|share|speak|talk)"
    r"|for (?:[\w’'-]+ ){0,4}(?:reasons|safety|security|protection))\b"
)
_CLAUSE = r"[^.,;:!?()“”\"—–\n]*"
_REASON = re.compile(rf"(?:{_CONDITION})(?:,? [\w’'-]+){{0,6}}?,? (?P<why>{_WHY}{_CLAUSE})", re.IGNORECASE)
# "Who was not authorised to speak" is the reason itself.
_NOT_ALLOWED = re.compile(
    r"\b(?P<why>(?:(?:is|are|was|were|has|have|had) not|(?:is|are|was|were|has|have|had)n[’']t) (?:been )?"
    r"(?:\w+ly )?(?:authori[sz]ed|allowed|permitted) to (?:\w+ly )?"
    rf"(?:speak|talk|comment|discuss|brief|disclose|give|share){_CLAUSE})",
    re.IGNORECASE,
)
_SIGN = re.compile(_CONDITION, re.IGNORECASE)
_SAID = re.compile(r" said (?=[A-Z]|it |on |that |the )")  # the sentence that the reason stands in goes on
# Between a source and the condition under which it spoke: nobody else.
_DIRECT = re.compile(r"[\s,(–—]*(?:(?:who|speaking|talking)(?: [\w’'-]+){0,4})?\s*", re.IGNORECASE)
# A relative clause is the source’s where it follows it, or repeats it: "The official, who asked not to be
# named".
_RELATIVE = re.compile(r"\b(?:who|whose)\b[^,.;]*$", re.IGNORECASE)
_OWN = re.compile(r"[\s.,”\"’(–—]*(?:(?:the|both|all|these)(?: [\w’'-]+){1,3}\s*,?\s*)?", re.IGNORECASE)
_TAKEN_UP = re.compile(r"\W*(?:the|he|she|they|both|all|these)\b", re.IGNORECASE)


def reason(words: str, after: str) -> str | None:
    """Why the people of a source are not named, as the text says it; None where it does not.

    `after` is what follows the source. The reason is a slice of one of the two: "because talks were
    continuing".
    """
    for text, own in ((words, True), (after[:REACH], False)):
        for pattern in (_REASON, _NOT_ALLOWED):
            found = pattern.search(text)
            if found and (own or _is_own(text[: found.start()])):
                why = _SAID.split(found["why"])[0].strip()
                return why if " " in why else None
    return None


def is_condition(words: str, after: str) -> bool:
    """Whether the text says right behind a source, or in it, that it is not to be named."""
    sign = _SIGN.search(after[:REACH])
    return _SIGN.search(words) is not None or bool(sign and _DIRECT.fullmatch(after, 0, sign.start()))


def _is_own(before: str) -> bool:
    """Whether a condition is the source’s, by what stands between: not so behind "a colleague, who".

    Nor in another paragraph, unless that begins with whom it takes up: "The official".
    """
    *earlier, paragraph = before.split("\n")
    if earlier and not _TAKEN_UP.match(paragraph):
        return False
    before = before[before.rfind(". ") + 1 :]
    relative = _RELATIVE.search(before)
    return relative is None or _OWN.fullmatch(before, 0, relative.start()) is not None
