"""What nouns stand for: people, bodies, papers; which are titles, and which tell a gender.

Singular forms only; `kind_of` takes off a plural ending. Compiled for this project. A noun that is not here
is of no known kind: what it names is then told from its company or not at all.
"""

from __future__ import annotations

from typing import Final

from onrecord.model.entity import EntityType

# Titles that stand before a name, written out and short.
TITLES: Final = frozenset(
    """mr mrs ms miss mx dr sir dame lord lady madam prof professor rev reverend fr father sister
    brother mother president premier chancellor minister secretary senator sen congressman
    congresswoman representative rep mp mep governor gov mayor councillor councilman councilwoman
    councilor alderman ambassador commissioner delegate king queen prince princess duke duchess
    emperor sultan sheikh emir shah pope cardinal archbishop bishop imam rabbi ayatollah patriarch
    pastor canon general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal
    private admiral adm commander cmdr brigadier marshal officer constable inspector detective
    sheriff superintendent judge justice magistrate attorney prosecutor coach manager chairman
    chairwoman chair director chief speaker leader deputy vice former ex acting interim prime
    foreign interior defence defense finance spokesman spokeswoman spokesperson analyst lawyer
    author actor actress singer striker midfielder defender goalkeeper technician nurse farmer
    teacher engineer economist historian activist candidate nominee star founder editor columnist
    reporter correspondent cllr coun det insp supt pc student witness neighbour neighbor survivor curator
    resident pensioner taoiseach""".split()
)
GENDERED_TITLES: Final = {
    **dict.fromkeys(
        "mr sir lord king prince duke emperor sultan sheikh father brother congressman".split(), "male"
    ),
    **dict.fromkeys(
        "mrs ms miss dame lady madam queen princess duchess sister mother congresswoman actress".split(),
        "female",
    ),
}

# Titles as they stand before names, and the nouns that take them up: "Gov. Lee", then "the governor".
WRITTEN_OUT: Final = {
    **{"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel"},
    **{"capt": "captain", "sgt": "sergeant", "lt": "lieutenant", "maj": "major", "prof": "professor"},
    **{"cllr": "councillor", "coun": "councillor", "insp": "inspector", "supt": "superintendent"},
    **{
        "det": "detective",
        "dr": "doctor",
        "rev": "reverend",
        "cmdr": "commander",
        "adm": "admiral",
        "pc": "constable",
    },
}

PERSON_NOUNS: Final = frozenset(
    """academic accountant activist actor actress adviser advisor advocate agent aide ambassador
    analyst anchor apprentice architect artist assistant astronaut astronomer athlete attorney
    author baker banker biologist bishop boss boy broker brother builder businessman businesswoman
    campaigner candidate captain carer cardinal carpenter cashier celebrity chair chairman
    chairperson chairwoman champion chancellor chaplain chef chemist chief child cleaner clergyman
    cleric clerk client climber coach colleague colonel columnist comedian commander commentator
    commissioner composer congressman congresswoman conservative constable consultant contractor
    convict coordinator coroner correspondent counsel councillor councilman councilor councilwoman
    counsellor cousin critic curator customer dancer daughter dealer dean defector defendant
    defender delegate democrat demonstrator dentist deputy designer detective developer dictator
    diplomat director dissident doctor donor driver economist editor emperor employee employer
    engineer entrepreneur envoy epidemiologist ex-president executive ex-minister expert father
    fellow fighter filmmaker firefighter fisherman founder friend gardener general geologist girl
    goalkeeper governor grandfather grandmother guard guest guide head historian host hostage
    husband immigrant inmate inspector instructor intern interpreter investigator investor
    journalist judge juror justice king laureate lawmaker lawyer leader lecturer legislator liberal
    librarian lieutenant lobbyist magistrate major man manager marshal mayor mechanic mediator
    medic member merchant midfielder midwife militant minister missionary monarch moderator mother
    mp musician narrator nationalist negotiator neighbor neighbour nephew niece nominee novelist
    nurse observer officer official ombudsman organiser organizer owner painter panellist
    parent parliamentarian participant partner passenger passerby pastor patient patron philosopher
    photographer physician physicist pilot planner player poet policeman policewoman politician
    pollster pope premier president priest prince princess principal prisoner producer professor
    prosecutor protester psychiatrist psychologist publisher pupil queen rabbi ranger reader
    recruiter rector refugee reporter representative republican rescuer researcher resident retiree
    reviewer rival runner sailor scholar scientist secretary senator sergeant sheriff shopkeeper
    singer sister skipper sociologist soldier solicitor son source spokesman spokesperson
    spokeswoman staffer star statistician strategist striker student superintendent supervisor
    supporter surgeon surveyor survivor suspect teacher technician teenager tenant therapist
    tourist trader trainer translator treasurer trustee uncle aunt undersecretary user veteran vet
    victim villager visitor volunteer voter waiter waitress warden weaver whistleblower widow
    widower wife winner witness woman worker writer youth person people individual folk men women
    children police counterpart predecessor successor ex-wife ex-husband fiancé fiancée boyfriend
    girlfriend comrade nun monk imam hero heir opponent ally cyclist swimmer boxer sprinter rider
    jockey pundit paramedic pharmacist virologist meteorologist seismologist archaeologist
    ecologist conservationist environmentalist barrister adjutant attache attaché
    announcer archbishop assassin attacker attendant auctioneer auditor bailiff ballerina barber
    barista bartender beekeeper biker blacksmith blogger bodyguard bomber bookkeeper bookseller
    bricklayer bride burglar bursar butcher bystander caregiver caretaker choreographer clinician
    cobbler collector conductor congregant constituent cricketer dad decorator detainee dietitian
    disciple diver dressmaker drummer educator electrician eyewitness farmer farmhand footballer
    forester fugitive gambler gamekeeper glazier godfather godmother golfer graduate granddaughter
    grandson groom hairdresser harbourmaster headmaster headmistress headteacher healer heiress
    herder hiker hitchhiker homeowner hostess householder housewife hunter illustrator infant
    informant insider janitor kidnapper labourer laborer landlady landlord landowner lifeguard
    locksmith marathoner mariner masseur mathematician messenger mobster mom mountaineer mourner
    mum nanny navigator newsagent newsreader optician orphan outlaw paediatrician parishioner
    passer-by paymaster peasant pedestrian pensioner performer pilgrim pirate plasterer playwright
    plumber poacher postmaster preacher programmer publican quarterback radiographer rapper
    ratepayer realtor referee registrar restaurateur reveller robber roofer saboteur schoolboy
    schoolgirl screenwriter sculptor seamstress servant settler sheikh shepherd shoemaker shopper
    sibling skater smuggler songwriter spectator squatter stepdaughter stepfather stepmother
    stepson steward stewardess tailor taxpayer teammate thief toddler trainee traveler traveller
    trooper trucker tutor umpire ceo cfo coo cto undertaker upholsterer usher vicar vintner warder welder
    winemaker winger woodcutter worshipper wrestler youngster zookeeper""".split()
)
MALE_NOUNS: Final = frozenset(
    """man men boy father son brother husband uncle grandfather nephew king prince duke policeman
    businessman chairman spokesman congressman councilman fisherman clergyman priest monk pope
    widower boyfriend fiancé waiter actor fireman salesman gentleman statesman salesmen gunman
    gunmen cardinal imam ombudsman bishop headmaster schoolboy dad groom godfather grandson stepfather
    stepson archbishop""".split()
)
FEMALE_NOUNS: Final = frozenset(
    """woman women girl mother daughter sister wife aunt grandmother niece queen princess duchess
    policewoman businesswoman chairwoman spokeswoman congresswoman councilwoman nun widow
    girlfriend fiancée waitress actress midwife stateswoman headmistress schoolgirl mum mom bride landlady
    godmother granddaughter stepmother stepdaughter housewife stewardess heiress hostess seamstress
    ballerina""".split()
)
# Bodies of which a text speaks without a name, since there is one: "the head of the hospital".
ONE_HEAD: Final = frozenset(
    """academy army clinic college council court government hospital ministry opposition parliament school
    university""".split()
)
BODY_NOUNS: Final = frozenset(
    """academy administration agency airline alliance archive army assembly association authority
    bank base board body brand brewery brigade broadcaster brotherhood bureau cabinet campaign
    carrier channel charity church city clinic club coalition coastguard college command commission committee
    community company confederation conference congress consortium consulate cooperative
    corporation council country court creditor daily department developer diocese directorate
    division embassy employer enterprise exchange executive faction factory federation firm fleet
    force forum foundation front fund government group guild hospital house industry inspectorate
    institute institution insurer international judiciary junta kremlin laboratory league
    legislature maker manufacturer magazine management mayoralty media military militia ministry
    mission monarchy monitor museum nation navy network newspaper observatory office operator
    opposition orchestra organisation organization outfit outlet panel paper parliament party
    partnership patriarchate police politburo presidency press prosecution prosecutor-general
    provider publisher publication quarry railway regime regulator republic retailer school
    secretariat senate service side society squad staff startup state station store studio
    supermarket supplier supplyer syndicate synod team tribunal troika trust union university
    utility watchdog website workshop yard think-tank tank movement vatican pentagon treasury
    inquiry jury crew crews family couple delegation leadership palace giant lender carmaker automaker
    chipmaker drugmaker planemaker conglomerate multinational start-up""".split()
)
# What only companies are called; the last one named is meant.
FIRM_NOUNS: Final = frozenset(
    """company firm corporation manufacturer maker retailer giant startup start-up insurer lender carmaker
    automaker chipmaker drugmaker planemaker conglomerate multinational""".split()
)
PAPER_NOUNS: Final = frozenset(
    """account advertisement affidavit agreement analysis announcement appeal article assessment
    audit bill blog book briefing brochure bulletin card charge charter circular column complaint
    communiqué communique constitution contract data declaration decree dispatch document dossier
    editorial e-mail email entry essay evidence file figures filing findings footage forecast
    guideline guidelines indictment interview invoice journal law lawsuit leaflet letter log
    manifesto manual map memo memoir memorandum message minutes motion note notice notification
    order outline paper pamphlet petition placard plan plaque poem policy poll post poster
    press-release proposal prospectus publication receipt record records release report research
    resolution result review ruling script sign slogan song speech statement statistics story study
    submission summary survey testimony text thesis transcript treaty tweet verdict video warrant
    warning will""".split()
)
GENERIC_PERSON: Final = frozenset(
    """man woman boy girl politician leader star player teenager official lawmaker father mother
    billionaire millionaire veteran athlete actor actress singer writer author artist businessman
    businesswoman pensioner grandmother grandfather youngster native champion defendant accused
    suspect retiree parent student prisoner inmate diplomat striker midfielder defender goalkeeper winger
    filmmaker novelist rapper comedian""".split()
)
GENERIC_BODY: Final = frozenset(
    """company firm group organisation organization agency party union club team bank body
    newspaper paper magazine charity corporation manufacturer maker airline carrier retailer
    regulator watchdog commission committee panel council association federation institute
    university ministry department movement militia network outlet broadcaster giant startup
    foundation trust alliance coalition board insurer developer operator supplier publisher brand
    chain site website platform lender office force institution authority crew court carmaker automaker
    chipmaker drugmaker planemaker conglomerate multinational start-up""".split()
)
GENERIC_PLACE: Final = frozenset(
    "city country town village state nation island region province kingdom republic".split()
)
PLURAL_PERSON: Final = frozenset("people men women children police folk".split())
IRREGULAR_PLURAL: Final = {
    **{"men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife"},
    **{"policemen": "policeman", "spokesmen": "spokesman", "spokeswomen": "spokeswoman"},
    **{"businessmen": "businessman", "fishermen": "fisherman", "congressmen": "congressman"},
    **{"media": "media", "series": "series", "midwives": "midwife", "analyses": "analysis"},
}

NO_MEN: Final = frozenset(
    "omen abdomen acumen bitumen cyclamen ramen regimen semen specimen stamen yemen".split()
)


def singular(noun: str) -> str:
    """A noun in small letters without its plural ending: "ministries" is "ministry"."""
    noun = noun.lower()
    if noun in IRREGULAR_PLURAL:
        return IRREGULAR_PLURAL[noun]
    if noun.endswith("men") and noun not in NO_MEN:
        return noun[:-2] + "an"
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("xes", "x"), ("s", "")):
        if noun.endswith(ending) and len(noun) > len(ending) + 2 and not noun.endswith(("ss", "us", "is")):
            return noun[: -len(ending)] + instead
    return noun


def kind_of(noun: str) -> EntityType | None:
    """What a noun stands for: a person, a body, a paper; None when unknown."""
    low = noun.lower()
    for word in (low, singular(low), low.rpartition("-")[2]):
        if word in PERSON_NOUNS:
            return EntityType.PERSON
        if word in BODY_NOUNS:
            return EntityType.ORGANISATION
        if word in PAPER_NOUNS:
            return EntityType.DOCUMENT
    one = singular(low)
    if one.endswith(("man", "woman", "person", "ist", "ologist")) and len(one) > 5:
        return EntityType.PERSON
    return None


def gender_of(noun: str) -> str | None:
    """The gender that a noun tells: "spokeswoman" is female, "official" tells none."""
    for word in (noun.lower(), singular(noun)):
        if word in FEMALE_NOUNS or word.endswith("woman"):
            return "female"
        if word in MALE_NOUNS or (word.endswith("man") and word not in ("human", "german", "roman", "woman")):
            return "male"
    return None
