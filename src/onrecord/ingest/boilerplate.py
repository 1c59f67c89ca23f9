"""Lines that are not the article: "Share this article", "Read more: …", "© 2018 …".

Only whole lines are known, and only plain ones: a line with a quotation in it is never called
boilerplate, for that would hide a statement. Goes in: a line. Comes out: yes or no.
"""

from __future__ import annotations

import re

# Characters. The longest such lines are notices of copyright; a longer line is a paragraph.
LONGEST_LINE = 250

_QUOTATION = frozenset('"“”„«»‘')
_ATTRIBUTION = re.compile(r"\b(?:said|says|told|according to)\b", re.IGNORECASE)

_SITE = (
    r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|youtube|tiktok|e-?mail|messenger|"
    r"threads|bluesky|mastodon)"
)
_SITES = rf"{_SITE}(?:(?:,| and| or|,? &) {_SITE})*"
_THING = r"(?:article|story|page|post|report|video|link)"
_LETTER = r"(?:newsletters?|e-?mails?|alerts?|briefings?|updates|inbox|podcasts?|channels?|notifications)"
_OTHERS = (
    r"(?:read (?:more|also|next|this)|also read|see also|also see|more on this(?: story| topic)?|"
    r"related(?: (?:stories|articles|content|topics|coverage|links|news))?|"
    r"recommended(?: for you| reading| stories)?|editor[’']s picks?|don[’']t miss|up next)"
)

# What points to another story may have that story's headline behind a colon.
_POINTER = re.compile(rf"\W{{0,9}}(?:{_OTHERS}|more|watch|listen) ?[:|»>].{{0,200}}", re.IGNORECASE)

_ADVERTISING = (
    r"(?:advertisements?|advertising|advert|sponsored(?: content)?|paid (?:content|post)|promoted)",
    r"(?:story|article|text) continues (?:below|after)(?: (?:the )?(?:advertisement|advert|ad|video))?",
    r"(?:continue|keep) reading(?: (?:the )?(?:main story|below))?|scroll (?:down|to continue)(?: reading)?",
)
_SHARING = (
    rf"(?:share|save|print|e-?mail|tweet|comment on)(?: this| the)?(?: {_THING})?"
    rf"(?: (?:on|via|by|with|to) (?:{_SITES}|(?:your )?friends|social media))?",
    rf"(?!x\b){_SITE}|copy link|link copied|share options",
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:view|show|leave|post|read|join) .{0,20}comments?",
)
_POINTING = (
    _OTHERS,
    r"(?:most|more) (?:read|popular|viewed|shared|stories|news)|trending(?: now)?|what to read next",
    r"(?:latest|top|other) (?:news|stories|headlines)|around the web|(?:more )?from our partners",
    r"you (?:may|might) (?:also )?(?:like|be interested in)",
)
_ASKING = (
    r"(?:click|tap|press) (?:here|below|on the link|the link)\b.{0,180}",
    rf"(?:sign up|register|subscribe)\b.{{0,120}}\b{_LETTER}\b.{{0,80}}",
    r"(?:sign up|subscribe|register|log ?in|sign in)(?: (?:now|today|here|for free|free))?"
    r"(?: to (?:continue|comment|read)(?: reading| more| on)?)?",
    rf"get .{{1,100}} (?:in|to|into) your {_LETTER}\b.{{0,60}}",
    rf"(?:follow|like|find|join) (?:us|our page|@\w+) on {_SITE}\b.{{0,120}}|follow us(?: here| online)?",
    rf"follow .{{1,60}} on {_SITES}(?: ?:? ?@\w+)?",
    rf"(?:join|follow) our .{{0,40}}\b{_LETTER}\b.{{0,80}}",
    r"download (?:our|the) .{0,40}\bapp\b.{0,80}",
    r"(?:do you have|have you got|got) (?:a (?:news )?(?:tip|story)|any information)\?.{0,180}",
)
_RIGHTS = (
    r"(?:copyright )?© ?.{0,200}",
    r"(?:copyright,? )?\(c\) ?(?:19|20)\d\d\b.{0,200}|copyright,? (?:19|20)\d\d\b.{0,200}",
    r".{0,120}\ball rights reserved\b.{0,120}",
    r"this (?:material|article|content|story|work) (?:may|must) not be "
    r"(?:published|reproduced|copied|redistributed)\b.{0,180}",
)
_FINDING_ONES_WAY = (
    r"skip to (?:main )?content|back to (?:the )?top|(?:load|show|view|see) more|view gallery",
    r"close|menu|(?:previous|next)(?: (?:article|story))?|read in app|play video|watch live",
)
_GROUPS = (_ADVERTISING, _SHARING, _POINTING, _ASKING, _RIGHTS, _FINDING_ONES_WAY)
_BOILERPLATE = re.compile(
    rf"\W{{0,9}}(?:{'|'.join(pattern for group in _GROUPS for pattern in group)})\W{{0,9}}", re.IGNORECASE
)

# Headings of lists of other stories. These are looser, since what follows must be links.
_HEADING = re.compile(
    rf"(?:{_OTHERS}|{'|'.join(_POINTING[1:])}|read|more|(?:more|related|recommended) .{{1,60}})\W{{0,3}}",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is one that articles are surrounded by, not one that they are made of.

    Lines over 250 characters, lines with a quotation mark and, but for "Read more: …", lines that credit
    somebody are always article.
    """
    if len(line) > LONGEST_LINE or not _QUOTATION.isdisjoint(line):
        return False
    if _POINTER.fullmatch(line) is not None:
        return True
    return _BOILERPLATE.fullmatch(line) is not None and _ATTRIBUTION.search(line) is None


def heads_related(line: str) -> bool:
    """Whether a line is the heading of a list of other stories ("More on this story")."""
    return len(line) <= LONGEST_LINE and _HEADING.fullmatch(line) is not None
