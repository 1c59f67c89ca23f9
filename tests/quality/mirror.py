"""Makes the mirror of a marked text: the same news, with every man a woman and every woman a man.

In: a marked file as it stands, header and lines after the text included. Out: the same file with pronouns,
titles, nouns and first names of the other gender, so that it still parses. A first name that the bundled
table does not know tells the reader no gender and stays. "Her" becomes "his" or "him" by what follows, which
is a guess: grammar may suffer in a sentence here and there, places of marks never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from zlib import crc32

from onrecord.analysis.people.first_names import FirstNames
from onrecord.analysis.people.noun_lexicon import TITLES as TITLE_NOUNS
from tests.marked_lines import AND

# What names become, by the gender that they have: usual names of the other one in the bundled table, from
# many countries, none of them a word of English.
USUAL: Final = {
    "male": """
    Anna Maria Elena Sarah Julia Laura Fatima Aisha Leila Olga Irina Natalia Ingrid Astrid Sofia Carmen
    Lucia Isabel Chiara Giulia Priya Anjali Sunita Yoko Keiko Ngozi Chioma Amina Zainab Miriam Hannah
    Susan Deborah Margaret Helen Alice Martha Monica Ursula Beatriz""".split(),
    "female": """
    John Peter Thomas David Daniel Michael Ahmed Hassan Omar Ivan Sergei Dmitri Lars Erik Henrik Carlos
    Diego Pablo Marco Giovanni Rajesh Sanjay Vikram Kenji Hiroshi Kwame Emeka Ibrahim Yusuf Jonathan
    Benjamin Stephen Richard Edward Robert George Martin Andreas Stefan Antonio""".split(),
}

_PAIRS: Final = """he she, himself herself, man woman, men women, mother father, mothers fathers, mum dad,
mums dads, sister brother, sisters brothers, wife husband, wives husbands, widow widower, son daughter,
sons daughters, grandson granddaughter, grandsons granddaughters, grandmother grandfather,
grandmothers grandfathers, stepmother stepfather, uncle aunt, uncles aunts, nephew niece, nephews nieces,
girl boy, girls boys, girlfriend boyfriend, bride groom, male female, gentleman gentlewoman,
gentlemen gentlewomen, king queen, prince princess, duke duchess, baron baroness, lord lady, sir dame,
emperor empress, monk nun, monks nuns, actor actress, actors actresses, waiter waitress,
headmaster headmistress, landlord landlady, policeman policewoman, policemen policewomen,
businessman businesswoman, businessmen businesswomen, spokesman spokeswoman, spokesmen spokeswomen,
chairman chairwoman, alderman alderwoman, councilman councilwoman, congressman congresswoman,
fireman firewoman, fisherman fisherwoman, fishermen fisherwomen, salesman saleswoman, foreman forewoman,
watchman watchwoman, craftsman craftswoman, nobleman noblewoman, clergyman clergywoman,
sportsman sportswoman, airman airwoman"""
WORDS: Final = {
    one: other
    for pair in _PAIRS.split(",")
    for one, other in (pair.split(), reversed(pair.split()))
    # A master is of either gender, a mistress is not.
} | {"him": "her", "hers": "his", "mistress": "master"}
# With their capitals: "miss" is a verb.
TITLES: Final = {"Mr": "Ms", "Ms": "Mr", "Mrs": "Mr", "Miss": "Mr"}

# What does not begin with a noun: after these "her" is "him", and "his" is "hers".
_NO_NOUN: Final = frozenset(
    """
    a an the this that these those and or but nor as at by for from in into of off on onto out over to
    under up with without about after again against before behind between during through towards until
    upon when where whether while who why how what which if because since than then there here he she it
    they we i you their its my our your not never today tonight yesterday tomorrow once twice too also
    alone away said says was were is are had has did would will could can may might must""".split()
)
# In the table, but hardly ever names where they stand before a capital.
NO_NAMES: Final = frozenset("january april may june july august sunday saint my little".split()) | TITLE_NOUNS
_WORD: Final = re.compile(r"[^\W\d_]+")
# White space and what opens a mark or a quotation, then a word.
_NEXT: Final = re.compile(r"\s+(?:\[[SCQATL][\d,]* |[“‘\"])*([\w-]+)")
_FULL_NAME: Final = re.compile(r"\b([A-Z][^\W\d_]+)(?:-[A-Z][^\W\d_]+)? (?=([A-Z][^\W\d_]+))")
_TOLD: Final = re.compile(r'\b(?:speaker|addressee|user|target)="([^"]+)"')


def mirror(marked: str, table: FirstNames) -> str:
    """The file with every gender swapped; the same file gives the same mirror each time."""
    names = new_names(marked, table)
    return _WORD.sub(lambda found: _mirrored(found, names), marked)


def new_names(marked: str, table: FirstNames) -> dict[str, str]:
    """Which first name becomes which: a usual one of the other gender that the text does not hold yet."""
    taken = set(_WORD.findall(marked))
    names: dict[str, str] = {}
    for name in dict.fromkeys(_first_names(marked)):
        gender = table.gender(name)
        # "Captain Hale", "My Lord": a word that also stands in small letters is no name here.
        if gender is None or name.lower() in taken | NO_NAMES:
            continue
        new = _free(name, USUAL[gender], taken)
        taken.add(new)
        names |= {name: new, name.upper(): new.upper()}
    return names


def _first_names(marked: str) -> Iterator[str]:
    """First words of what may be people's names, in the text and in the lines after it."""
    for found in _FULL_NAME.finditer(marked):
        if found[2] not in TITLES:
            yield found[1]
    for told in _TOLD.findall(marked):
        for name in told.split(AND):
            first = _WORD.match(name)
            if first and first[0][0].isupper():
                yield first[0]


def _free(name: str, usual: Sequence[str], taken: set[str]) -> str:
    """One that is not taken. The old name says where to begin, so that texts do not share their people."""
    first = crc32(name.encode()) % len(usual)
    return next(new for new in (*usual[first:], *usual[:first]) if new not in taken)


def _mirrored(found: re.Match[str], names: Mapping[str, str]) -> str:
    word = found[0]
    if word in names or word in TITLES:
        return names.get(word) or TITLES[word]
    small = word.lower()
    if small in ("his", "her"):
        owns = _noun_follows(found.string[found.end() : found.end() + 40])
        return _cased(word, {"his": ("hers", "her"), "her": ("him", "his")}[small][owns])
    return _cased(word, WORDS.get(small, word))


def _noun_follows(rest: str) -> bool:
    following = _NEXT.match(rest)
    return following is not None and following[1].lower() not in _NO_NOUN


def _cased(word: str, new: str) -> str:
    """The new word with the capitals of the old one."""
    if word.isupper() and len(word) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if word[0].isupper() else new
