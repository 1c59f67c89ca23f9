"""Who wrote it and which agency sent it, read from the lines at a text's head and foot.

"By Mara Ilves" and "(Reporting by …)" are known by their whole line; an agency by the dateline that
opens a story, "KESTRA (Meridian News Agency) —", or by a line of its own. What is not plain stays
unsaid. Goes in: single lines. Comes out: the words found, or None.
"""

from __future__ import annotations

import re

LONGEST_BYLINE = 150  # characters

# Words in small letters that bylines hold beside names.
_SMALL = frozenset(
    "a ag al and at bin da de del den der di dos du el for from ibn in la le of our the to van von with y "
    "agencies agency business chief columnist contributor correspondent correspondents editor foreign head "
    "health national news political reporter reporters science security senior service special staff writer "
    "writers".split()
)
# Not names, though they follow "By" with a capital letter: the start of a sentence or heading.
_NOT_NAMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|contrast|comparison|law|now|then|the|default|far|and large",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?:[dl][’']|al-)?[^\W\d_a-z]")
_NAMES = re.compile(r"(?:[^\W\d_][\w.'’-]*,?(?:\s|$)|[&|/–-]\s)+")

_AGENCIES = frozenset(
    (
        *(
            "aap",
            "afp",
            "agence france-presse",
            "anadolu",
            "ani",
            "ansa",
            "ap",
            "associated press",
            "bloomberg",
        ),
        *(
            "canadian press",
            "dpa",
            "efe",
            "ians",
            "interfax",
            "irna",
            "itar-tass",
            "kuna",
            "kyodo",
            "kyodo news",
        ),
        *("pa", "pa media", "press association", "pti", "reuters", "ria novosti", "sana", "tass"),
        *("thomson reuters", "united press international", "upi", "wam", "xinhua", "yonhap"),
    )
)
_AGENCY_END = re.compile(
    r".{0,50}\b(?:news ?agency|press agency|news service|newswire|wire service)", re.IGNORECASE
)
_DATELINE = re.compile(r"([^\W\d_a-z][^()\n]{1,60}?)\s?\(([^()\n]{2,40})\)\s{0,2}[-–—]{1,2}\s")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+")

_CREDIT = re.compile(
    r"(?i:(?:additional |with )?(?:reporting|editing|writing)|compiled|translated) by (?:the )?[A-Z].{1,220}"
    r"|.{2,200} contributed (?:reporting )?to this (?:report|story|article)\.?"
    r"|(?i:with (?:files|inputs?|reporting|material) from) .{1,150}"
)


def names_in_byline(line: str) -> str | None:
    """The names of "By Mara Ilves and Jo Brandt, Staff Writers", without "By"; None for other lines."""
    by, _, rest = line.partition(" ")
    rest = rest.strip().rstrip(":|")
    if by.lower() not in ("by", "by:") or not rest or len(rest) > LONGEST_BYLINE:
        return None
    if agency_name(rest) is not None:
        return rest
    if _NOT_NAMES.match(rest) or not _NAMES.fullmatch(rest) or rest.endswith("."):
        return None
    words = re.findall(r"[\w.'’-]+", rest)
    names = [word for word in words if word.lower() not in _SMALL]
    return rest if len(names) >= 2 and all(_CAPITAL.match(word) for word in names) else None


def is_credit(line: str) -> bool:
    """Whether a line says who else worked on a story: "(Reporting by …; editing by …)"."""
    return len(line) <= 2 * LONGEST_BYLINE and _CREDIT.fullmatch(unbracketed(line)) is not None


def agency_name(words: str) -> str | None:
    """The words, when they are plainly the name of a news agency and nothing else."""
    name = words.strip().removeprefix("The ").removeprefix("the ")
    if len(name) > 60 or (name.islower() and name != "dpa"):
        return None
    return name if name.lower() in _AGENCIES or _AGENCY_END.fullmatch(name) else None


def agency_in_byline(names: str) -> str | None:
    """The agency that ends "Jo Brandt, Associated Press"."""
    return agency_name(names.rpartition(",")[2])


def agency_in_dateline(paragraph: str) -> str | None:
    """The agency of a paragraph that opens with "KESTRA, July 26 (Meridian News Agency) —"."""
    found = _DATELINE.match(paragraph[:120])
    if found is None:
        return None
    place, agency = found[1], found[2].strip()
    in_capitals = re.match(r"[^\W\d_]{2,}", place)
    plain = agency_name(agency) or (agency[0].isupper() and in_capitals and in_capitals[0].isupper())
    return agency if plain else None


def spelled_out(agency: str, credit: str) -> str:
    """The name that a credit line gives for an agency's initials ("CP" → "Corran Press"), or these."""
    for name in _CAPITALISED.findall(credit):
        if "".join(word[0] for word in name.split()) == agency:
            return str(name)
    return agency


def unbracketed(line: str) -> str:
    """A line without the brackets or dashes around it."""
    return line.strip("()[]—–- \t")
