"""Lines that are not the article: "Share this article", "Read more: …", "© 2018 …".

Only whole lines are known, and only plain ones: a line with a quotation in it is called boilerplate only
where its first words leave no doubt ("Read more: …"), for else that would hide a statement. Goes in: a
line. Comes out: yes or no.
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
_BUTTONS = rf"{_SITE}(?:(?: ?[|/·•,])? ?{_SITE}\b)*"  # one way only to take a space: else time explodes
_THING = r"(?:article|story|page|post|report|video|link)"
_SHARED = rf"(?:share|save|print|e-?mail|tweet|comment on)(?: this| the)?(?: {_THING})?"
_LETTER = r"(?:newsletters?|e-?mails?|alerts?|briefings?|updates|inbox|podcasts?|channels?|notifications)"
_OTHERS = (
    r"(?:read (?:more|also|next|this)|also read|see also|also see|more on this(?: story| topic)?|"
    r"related(?: (?:stor(?:y|ies)|articles?|content|topics|coverage|links|news))?|"
    r"recommended(?: for you| reading| stories)?|editor[’']s picks?|don[’']t miss|up next)"
)

# What points to another story may have that story's headline behind a colon. After the words in the second
# pattern nothing else comes, so that headline may hold a quotation.
_POINTER = re.compile(
    rf"\W{{0,9}}(?:{_OTHERS}|more|must read|full story|watch|listen) ?[:|»>].{{0,200}}", re.IGNORECASE
)
_SURE_POINTER = re.compile(
    r"[^\w\"“”„«»‘]{0,9}(?:(?:read (?:more|also|next)|(?:also|must) read|see also|also see|full story|"
    r"related(?: (?:stor(?:y|ies)|articles?|coverage|news))?|recommended(?: for you| reading| stories)?)"
    r" ?[:|»>]|(?:read more|also read|read also) [-–—] ).{0,200}",
    re.IGNORECASE,
)

_ADVERTISING = (
    r"(?:advertisements?|advertising|advert|sponsored(?: content)?|paid (?:content|post)|promoted)",
    r"(?:story|article|text) continues (?:below|after)(?: (?:the )?(?:advertisement|advert|ad|video))?",
    r"(?:continue|keep) reading(?: (?:the )?(?:main story|below))?|scroll (?:down|to continue)(?: reading)?",
)
_SHARING = (
    rf"{_SHARED}(?: (?:on|via|by|with|to) (?:{_SITES}|(?:your )?friends|social media))?",
    rf"{_SHARED} ?[:|»>] ?(?:{_SITES}|{_BUTTONS})",
    rf"(?!x\b){_BUTTONS}|copy link|link copied|share options",
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:view|show|leave|post|read|join) .{0,20}comments?",
)
_POINTING = (
    _OTHERS,
    r"(?:most|more) (?:read|popular|viewed|shared|stories|news)|trending(?: now)?|what to read next",
    r"(?:latest|top|other) (?:news|stories|headlines)|around the web|(?:more )?from our partners",
    r"you (?:may|might) (?:also )?(?:like|be interested in)",
)
_READING_ON = (
    r"read (?:more|the (?:full|whole|rest of the) (?:article|story|report|interview))"
    r"(?: (?:about|on|of|from|in|at) .{1,100})?(?: here| below)?",
)
_ASKING = (
    r"(?:click|tap|press) (?:here|below|on the link|the link)\b.{0,180}",
    rf"(?:sign up|register|subscribe)\b.{{0,120}}\b{_LETTER}\b.{{0,80}}",
    r"(?:sign up|subscribe|register|log ?in|sign in)(?: (?:now|today|here|for free|free))?"
    r"(?: to (?:continue|comment|read)(?: reading| more| on)?)?",
    rf"get .{{1,100}} (?:in|to|into) your {_LETTER}\b.{{0,60}}",
    r"(?:want|like|love|enjoy\w*|never|don[’']t|stay|keep)\b.{1,80}[.?!:–—-] (?:sign up|subscribe)\b"
    rf".{{0,80}}\b{_LETTER}\b.{{0,60}}",
    r"(?:(?:our|free|daily|weekly|e-?mail) )*newsletters?(?: sign-?up)?",
    r"enter your e-?mail(?: address)?\b.{0,80}|thank(?:s| you) for (?:signing up|subscribing)\b.{0,80}",
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
_ABOUT_IT = (
    r"(?:first |last |originally )?(?:published|updated|posted|modified)(?: (?:on|at))? ?:? "
    r"[^.;]{0,25}\b\d{4}(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?)?"
    r"(?: ?[|·] ?.{0,60})?",
    r"(?:tags|topics|keywords|categor(?:y|ies)|filed under|filed in|sections?) ?: .{1,200}",
    r"this (?:interview|conversation|transcript|article|story|post|column) (?:has been|was)"
    r"(?: lightly| slightly| condensed and| first| originally)*"
    r" (?:edited|condensed|updated|corrected|amended|translated|published)\b.{0,150}",
)
# "From: …" above "Subject: …"; one such line alone may be anything.
_MAIL_HEADER = re.compile(
    r"\W{0,3}(?:(?P<sure>from|sent|subject)|to|cc|bcc|date|reply-to) ?: .{0,250}", re.IGNORECASE
)
_GROUPS = (_ABOUT_IT, _ADVERTISING, _SHARING, _POINTING, _READING_ON, _ASKING, _RIGHTS, _FINDING_ONES_WAY)
_BOILERPLATE = re.compile(
    rf"\W{{0,9}}(?:{'|'.join(pattern for group in _GROUPS for pattern in group)})\W{{0,9}}", re.IGNORECASE
)

# Headings of lists of other stories. Those of pages are looser, since what follows must be links.
_PLAIN_HEADING = re.compile(
    rf"\W{{0,9}}(?:{_OTHERS}|{'|'.join(_POINTING[1:])}|more (?:from|on) .{{1,60}})\W{{0,9}}", re.IGNORECASE
)
_HEADING = re.compile(
    rf"(?:{_OTHERS}|{'|'.join(_POINTING[1:])}|read|more|(?:more|related|recommended) .{{1,60}})\W{{0,3}}",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is one that articles are surrounded by, not one that they are made of.

    Lines over 250 characters and, but for "Read more: …", lines with a quotation mark and lines that credit
    somebody are always article.
    """
    if len(line) > LONGEST_LINE:
        return False
    if _SURE_POINTER.fullmatch(line) is not None:
        return True
    if not _QUOTATION.isdisjoint(line):
        return False
    if _POINTER.fullmatch(line) is not None:
        return True
    return _BOILERPLATE.fullmatch(line) is not None and _ATTRIBUTION.search(line) is None


def are_mail_headers(line: str, below: str) -> bool:
    """Whether two lines are of a mail's header: "From: Ana Lee" and "Subject: Mine owner denies it"."""
    told = (_MAIL_HEADER.fullmatch(line), _MAIL_HEADER.fullmatch(below))
    return all(told) and any(match["sure"] for match in told if match)


def heads_related(line: str) -> bool:
    """Whether a line is the heading of a list of other stories ("More on this story")."""
    return len(line) <= LONGEST_LINE and _HEADING.fullmatch(line) is not None


def heads_related_in_text(line: str) -> bool:
    """Whether a line of plain text is such a heading, where nothing shows whether links follow."""
    return len(line) <= LONGEST_LINE and _PLAIN_HEADING.fullmatch(line) is not None
