"""The words by which unnamed people are told from bodies and from known holders of an office. Facts about
English.

Out: sets of words in small letters and two tests, for `anonymity`. Which trade or side somebody belongs to
never matters, only what kind of noun it is.
"""

from __future__ import annotations

import re

from onrecord.analysis.people.states import ADJECTIVES

PEOPLE = frozenset(
    "academic activist adult adviser advisor advocate agent aide ally analyst applicant architect "
    "artist assistant associate athlete attendee attorney backer banker barber bishop blogger boss "
    "boy bystander campaigner candidate captain caretaker chef child citizen civilian cleric clerk "
    "client coach colleague columnist commander commentator commissioner commuter constituent "
    "consultant cook cop correspondent councillor cousin critic customer defector delegate "
    "demonstrator deputy detainee detective diplomat director dissident doctor donor driver "
    "economist editor employee engineer envoy executive expert eyewitness fan farmer figure "
    "firefighter fisherman follower foreigner friend general girl guard guest head historian "
    "hostage immigrant informant inmate insider inspector intellectual investigator investor "
    "journalist judge juror kid labourer laborer landlord lawmaker lawyer leader legislator "
    "lobbyist local loyalist man manager mayor medic member migrant militant miner minister monk "
    "mother neighbor neighbour nun nurse observer officer official onlooker opponent organiser "
    "organizer owner parent participant partner passenger passer-by pastor patient patron "
    "pedestrian pensioner person petitioner physician pilot player plumber poet politician "
    "pollster priest prisoner producer professional professor proponent prosecutor protester "
    "protestor pupil rabbi rebel refugee relative reporter representative rescuer researcher "
    "resident retiree rival sailor scholar scientist secretary senator servant sheikh shopkeeper "
    "shopper soldier source specialist spectator spokesman spokesperson spokeswoman staffer "
    "strategist student supervisor supporter surgeon survivor suspect teacher teenager tenant "
    "therapist tourist trader translator traveller traveler user veteran victim villager visitor "
    "volunteer voter watcher welder whistleblower whistle-blower witness woman worker writer"
    "youth".split()
)
# Their singulars; nouns in "-man" and "-woman" need no entry.
IRREGULAR = {
    "people": "person",
    "children": "child",
    "staff": "employee",
    "personnel": "employee",
    "clergy": "cleric",
    "passers-by": "passer-by",
}
# Other nouns that end like these are people too, unless they are among the things.
_ENDING = re.compile(r"[a-z-]{2,}(?:er|or|ist|ian|ee|man|woman|person|ant)$")
_THINGS = frozenset(
    "broadcaster carrier center centre chapter chamber charter committee computer corner developer "
    "disaster door error factor figure filter giant insurer jamboree landscaper lender letter "
    "manufacturer matter monitor motor newspaper number operator order other paper plant poster "
    "power publisher quarter regulator restaurant retailer river sector server subcommittee "
    "supplier tower vector watchdog".split()
)
# Without number or article these are a side or an office that speaks as such: "rebels said", "prosecutors
# said".
PARTIES = frozenset(
    "fighter general guerrilla gunman insurgent jihadist judge juror loyalist militant "
    "prosecutor rebel separatist terrorist".split()
)
# Kin are as good as known: "Lee’s parents". And whom one stands for or against is no body that one belongs
# to.
KIN = frozenset(
    "boy brother child cousin daughter father girl kid mother parent sister son wife husband".split()
)
STANCES = frozenset(
    "adversary backer beneficiary critic fan follower friend mother opponent owner parent patron "
    "proponent relative rival supporter survivor victim witness eyewitness".split()
)
# Who may speak of themselves as "official says" in a headline, printed with a capital.
OFTEN_UNNAMED = frozenset("aide expert eyewitness insider official source whistleblower witness".split())

BODIES = frozenset(
    "administration agency airline alliance army association authority bank battalion board "
    "brigade cabinet campaign charity church city club coalition college commission committee "
    "company congress corporation council country court delegation department district division "
    "embassy factory faction family federation firm force foundation government hospital industry "
    "institute institution intelligence league leadership military mill ministry mission mosque "
    "movement municipality navy network newspaper office opposition organisation organization "
    "palace parliament party plant police presidency prison prosecution province region regime "
    "school secretariat senate service society state station team town treasury tribunal troupe "
    "union unit university village".split()
)
# "A senior official", "local residents": in front of people, and not whom they belong to.
_RANKS = frozenset(
    "anonymous another area armed chief current deceased elderly ex ex- experienced first foreign "
    "former frequent fellow foremost high-level high-ranking independent influential junior key "
    "leading local long-time longtime low-level lower-level many mid-level middle-aged more most "
    "nearby new old older one only other outside prominent public retired second senior seasoned "
    "separate several similar single so-called some third top top-level top-ranking two "
    "unidentified unnamed unspecified various veteran well-connected well-informed well-placed "
    "young younger".split()
)
_NO_BODIES = frozenset(
    "arab arabs asian black christmas democrat english hindu hispanic internet jewish kurd latina "
    "latino muslim sikh turk tv western white".split()
)
_ADJECTIVE = re.compile(r"\w+(?:ish|ese|ian|ean|ern|ic|ist)$|(?:afri|ameri|republi)can$")


def person(noun: str) -> str | None:
    """The singular of a noun in small letters that means people, or None: "drivers" gives "driver"."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    singular = noun[:-2] + "an" if noun.endswith(("men", "women")) and noun not in PEOPLE else noun
    if singular not in PEOPLE and singular.endswith("s") and not singular.endswith("ss"):
        stem = singular[:-1]
        singular = next((one for one in (stem, stem[:-2] + "y", stem[:-1]) if one in PEOPLE), stem)
    known = singular in PEOPLE or (_ENDING.fullmatch(singular) and singular not in _THINGS)
    return singular if known else None


def is_body(noun: str) -> bool:
    """Whether a noun in small letters is a body or a place that people belong to: "ministry", "cities"."""
    stem = noun.removesuffix("s")
    return any(one in BODIES for one in (noun, stem, stem.removesuffix("ie") + "y"))


def is_rank(word: str) -> bool:
    """Whether a word in small letters before a noun only says what rank or kind of people they are."""
    return word in _RANKS


def names_body(word: str) -> bool:
    """Whether a capital word before a noun may name a body or a place: "Pentagon", not "American"."""
    small = word.lower()
    other = is_rank(small) or small in _NO_BODIES or word in ADJECTIVES or _ADJECTIVE.fullmatch(small)
    return word[0].isupper() and not other


def continues_name(word: str, after: str) -> bool:
    """Whether a word is of the name that goes on with `after`: "Arvian" of "Arvian Bank"."""
    other = word.lower() in _NO_BODIES and (word, after) != ("White", "House")
    return word[0].isupper() and not is_rank(word.lower()) and not other
