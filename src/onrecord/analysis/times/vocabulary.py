"""The words of which time expressions are made, as pieces of patterns. Facts about English, nothing else.

Out: pieces for `time_expressions` and `time_of_saying`, and what their words stand for. Every piece takes a
bounded number of characters, so that a pattern made of them takes a time that grows with the text only.
Patterns are to be compiled with IGNORECASE: pieces in which capitals matter say so themselves.
"""

from __future__ import annotations

import re

GAP = r"\s{1,3}"  # between two words: a line break may be two characters


def any_of(words: str) -> str:
    """A piece that takes one of some words; spaces inside a word are written "_"."""
    return "(?:" + "|".join(word.replace("_", GAP) for word in words.split()) + ")"


WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
# Before a date also cut short: "Tues. 3 May".
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
# Papers, and days that are no day of some week known from the words alone.
PAPERS = (
    "Times Telegraph Mirror Mail Post Herald Express Sun Star World Independent Review Tribune Business Club "
    "Globe Chronicle Observer Magazine Night_Live League School"
)
NO_WEEKDAY = re.compile(
    r"(?:Ash|Big|Black|Bloody|Casual|Cyber|Easter|Fat|Giving|Good|Holy|Maundy|Palm|Sheffield|Shrove|Super|Whit"
    r"|(?i:every|each|any|some|one|most|another|last|next|previous|following|first|second|third|fourth))\s{1,3}$"
)

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH_NAME = any_of("January February March April May June July August September October November December")
MONTH_SHORT = any_of("Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec")
MONTH = rf"(?-i:{MONTH_NAME}\b|{MONTH_SHORT}\b\.?)"
MONTH_ALONE = rf"(?-i:{MONTH_NAME}\b|{MONTH_SHORT}\.)"  # with neither day nor year: Jan may be a man

SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
SEASON = rf"(?:{'|'.join(SEASONS)})\b"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

NUMBERS = {
    **dict.fromkeys(("a", "an"), 1),
    **{word: i for i, word in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{"eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
}
TENS = "twenty|thirty|forty|fifty"
NUMBER = rf"(?:(?:(?:{TENS})-)?(?:{'|'.join(NUMBERS)})|a{GAP}couple{GAP}of|\d{{1,3}})"

PART_OF_DAY = any_of("morning afternoon evening night lunchtime")
CLOCK = r"(?:noon|midday|midnight|lunchtime|breakfast|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m\b|[ap]\.m\.))"

# "In 2015 people" counts people; "in 2015 officials said" doesn't, nor does "in 2015 was".
SPEAKERS = (
    "activists advocates aides analysts authorities bishops campaigners colleagues coroners councillors "
    "councilors critics detectives doctors editors engineers executives experts inspectors investigators "
    "journalists judges lawmakers lawyers leaders ministers officers officials organisers organizers owners "
    "planners politicians prosecutors regulators reporters representatives researchers scientists senators "
    "spokesmen teachers unions"
)
NO_PLURALS = "always as does has his is its perhaps says series sometimes this thus towards us versus was"
NOT_COUNTED = (
    rf"(?!{GAP}(?:people|men|women|children|metres|meters|feet|miles|km|kg|per|pupils|votes|homes|million"
    rf"|billion|(?!{any_of(SPEAKERS)}\b)(?!{any_of(NO_PLURALS)}\b)(?-i:[a-z]{{1,20}}[a-rt-z]s))\b)"
)
DIGITS_END = r"(?![\w%°]|[.,:/–-]\d)"
YEAR = rf"[12]\d{{3}}{DIGITS_END}{NOT_COUNTED}"

# Where and in what things are said or written: "in a 2015 interview", "at Monday's hearing".
MEDIUM = any_of(
    """
    account address advertisement affidavit analysis announcement appeal appearance application article
    assessment audit autobiography blog blogpost book briefing broadcast call ceremony column
    comments? communiqué complaint conference convention conversation debate declaration deposition
    diary directive discussion documentary e-?mail editorial encyclical episode essay event exchange
    filing film footage forum gathering hearing indictment interview judge?ment lawsuit lecture letter
    live-?stream manifesto meeting memo memoirs? memorandum message monologue newsletter note notice
    op-ed opinion order pamphlet panel paper petition phone-in podcast post presentation presser
    proclamation program programme questioning rally recording release remarks report resolution review
    ruling sermon session show speech statement study submission summit survey symposium talks?
    testimony text thesis town_hall transcript trial tweet video visit webinar
    """
)
DETERMINER = any_of("a an the his her its their our my your this that another")
NO_ADJECTIVE = any_of(
    "a about after against an and as at before but by for from he her his in into is it its of on or over "
    "said says she so that the their they this to was were when where which while who will with would"
)
ADJECTIVE = rf"(?!{NO_ADJECTIVE}\b)[A-Za-z][\w-]{{0,20}}"
