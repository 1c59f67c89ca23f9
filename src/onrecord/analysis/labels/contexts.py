"""What must stand near a word of the lexicon for it to be a label, and the verbs that put names on people.

Out: tables only. Words are in small letters; a hyphen counts as a space. Nothing here looks at a text.
"""

from __future__ import annotations


def _sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {lemma: frozenset(words.split()) for lemma, words in table.items()}


# Right before a label these make it something else: "tax regime", "flash mob".
DENIED_BEFORE = _sets(
    {
        "anarchist": "anti",
        "crime": "hate",
        "extremist": "anti counter non",
        "fanatic": """
            baseball car cricket film fitness food football health jazz music opera rugby soccer sports
        """,
        "fascist": "anti",
        "hero": "action anti comic folk guitar super",
        "heroine": "action anti comic",
        "idiot": "village",
        "jihadist": "anti counter non",
        "martyr": "saint virgin",
        "mob": "flash",
        "occupier": "owner",
        "propaganda": "anti counter",
        "proxy": "a by",
        "puppet": "finger glove hand shadow sock string",
        "racist": "anti non",
        "regime": """
            bail beauty benefits border ceasefire compliance control controls copyright currency customs
            data diet dietary disciplinary dosage drug exchange exercise feeding fire fiscal fitness fuel
            health inspection inspections insurance labour legal licensing management monetary
            nonproliferation operating patent penalties pension planning pricing proliferation protection
            quarantine rate registration regulatory rules safeguards safety sanction sanctions secrecy
            silence skincare subsidy tariff tax taxation testing trade training treatment truce vat
            verification visa wage weather welfare workout
        """,
        "terror": "anti bio counter",
        "terrorist": "anti bio counter non",
    }
)

# Right behind a label: "puppet show", "proxy war".
DENIED_AFTER = _sets(
    {
        "evil": "eye",
        "guerilla": "advertising art film filmmaking gardening gig knitting marketing tactics war warfare",
        "guerrilla": "advertising art film filmmaking gardening gig knitting marketing tactics war warfare",
        "hero": "complex image sandwich shot worship",
        "infidel": "inside",
        "mob": "boss film rule",
        "outlaw": "country",
        "patriot": "act batteries battery missile missiles",
        "propaganda": "film films minister poster posters",
        "proxy": """
            access adviser advisor ballot battle battles card conflict conflicts contest fight filing firm
            firms for form season server servers statement statements vote voter votes voting war wars
        """,
        "puppet": "booth maker makers master show shows theater theatre workshop",
        "rogue": "bull elephant trader wave waves",
        "vandal": "proof",
        "whistleblower": "act hotline law laws legislation line policy protection protections",
        "would-be": """
            adopters applicant applicants buyer buyers customer customers guest guests home immigrants
            migrant migrants parent parents passenger passengers student students tenant tenants travellers
            voter voters
        """,
    }
)

# What follows "of": "hero of the film", "regime of silence".
_STORIES = (
    "book comedy epic fable film game legend match movie musical novel opera play poem saga series story"
)
DENIED_OF = _sets(
    {
        "hero": _STORIES,
        "heroine": _STORIES,
        "horde": "books tourists",
        "regime": """
            calm care ceasefire checks diet exercise fines inspections pills quiet rules sanctions silence
            training treatment
        """,
        "tyranny": "distance majority",
    }
)

# What must follow for the sense that takes a stand: "a front for smugglers", "terror group".
NEEDED_AFTER = _sets(
    {
        "agent": "of",
        "asset": "of",
        "champion": "of",
        "cloak": "for",
        "cover": "for",
        "facade": "for of",
        "façade": "for of",
        "father": "of",
        "front": "for",
        "instrument": "of",
        "mask": "for",
        "mockery": "of",
        "mother": "of",
        "pawn": "in of",
        "pillar": "of",
        "satellite": "of",
        "servant": "of",
        "terror": """
            attack attacks bombing bombings campaign cell cells gang gangs group groups leader mastermind
            militia militias network networks organisation organisations organization organizations outfit
            outfits plot raid state strike
        """,
        "tool": "for in of",
    }
)

# Before these words a label is a trade or a finding: "a former clown", "a convicted thief".
FACTUAL = frozenset("convicted ex former jailed professional retired trained".split())

# Places and things. In "rebel town" the rebels are those who hold it; the town is no rebel.
HELD = frozenset(
    """airbase airport airspace area army artillery backer base bastion camp capital checkpoint city
    control convoy custody defence defense district enclave fire force forces front frontline ground
    hand heartland hideout jail land line media military minister neighborhood neighbourhood outpost
    part pocket position prison propaganda province quarter rank region rocket rule shell side site
    source stronghold suburb supporter target territory town troop tunnel village warplane weapon
    zone""".split()
)

# Verbs that put a name on someone: with an object and a name ("called him a liar"), or with "as".
NAMING = frozenset(
    """brand call christen consider declare deem denounce designate dub label name nickname proclaim
    pronounce style term""".split()
)
NAMING_AS = NAMING | frozenset(
    """attack berate blacklist blast caricature cast categorise categorize celebrate characterise
    characterize classify condemn criticise criticize decry define demonise demonize depict deride
    describe dismiss expose frame hail identify laud list mock paint perceive portray praise present
    recognise recognize refer regard reject reveal ridicule see slam smear stigmatise stigmatize tar
    treat unmask view vilify""".split()
)
LIKENING = frozenset("compare equate liken".split())
"""Verbs that put a name on someone with "to": "likened the plan to “a cage”"."""
# Of the verbs of naming the ones that sort rather than judge.
SORTING = frozenset(
    "categorise categorize classify define designate identify list name recognise recognize".split()
)
SERVING = frozenset("act function operate pose serve".split())
"""Verbs whose subject is what the name behind "as" is put on: "the shop served as a front for"."""

GROUPS = frozenset("faction group militia movement network organisation organization outfit party".split())

# What brings in words as words, or the name of a work, boat or plan: no scare quotes behind these.
WORDS_FOR_WORDS = frozenset(
    """album article banner book brand campaign catchphrase channel chant column concept documentary
    drill essay exercise exhibition expression film game graffiti hashtag headline line lyric lyrics
    magazine message motto movie name newspaper nickname note novel operation paper phrase placard play
    poem poster print programme project question reading report sequel series ship show sign signs
    single slogan slogans song sticker story tag term terms title track verb word words""".split()
)

# What a quotation behind "is" is no name of, but the words themselves: "the motto was “a roof for all”".
SAYINGS = frozenset(
    "answer catchphrase headline message motto name nickname phrase slogan title word".split()
)

# What tells of words behind them: the “pivot” line, the “secret” level.
WORDS_BEHIND = frozenset(
    """argument button category chant classification comment comments feature formula label level levels
    line lines list mantra mode moniker narrative option phrase question rating remark remarks
    requirement rhetoric section sign signs slogan status talk term test theme title""".split()
)

# Adjectives of degree: quoted, they are what somebody said, not what something is called.
DEGREES = frozenset(
    """big clear complete deep extraordinary extreme full grave great high huge immediate large low
    major massive serious severe significant small strong substantial total unprecedented""".split()
)

# Nouns of mere opinion or of measure behind "is": “a first step”, “one page of many”.
OPINIONS = frozenset(
    """bit chance choice coincidence conversation day decision discussion example fact few hour idea
    issue job kind lot majority matter minute moment month number occasion one opportunity option pair
    part plan point possibility priority process question reason response result right risk sign
    situation sort start step thing time way week work year""".split()
)

# Nouns for people that end in nothing special and are used in figures of speech: “exiles with telephones”.
FIGURES = frozenset(
    """amateur apostle bandit beggar bully butcher child clown cowboy cousin disciple dunce exile fool
    general ghost giant god hermit idol king knight landlord martyr merchant monk nomad orphan pawn
    peasant pilgrim pirate poet prince prophet puppet queen refugee rogue saint slave spy stranger
    tourist tyrant widow witch wizard""".split()
)
# Ends in "-er" or "-or" and is no person, or is a person plainly meant.
NO_FIGURES = frozenset(
    """actor answer banner barrier behavior boiler border bumper center centre chapter character cluster
    color colour computer container corner corridor counter cover danger disaster disorder doctor door
    driver employee error factor favor favour fever filter finger floor flower gesture harbor harbour
    honor honour hunger labor labour layer leader letter matter measure member mirror motor murder
    neighbor neighbour number offer officer order other paper partner passenger pepper photographer
    player police poster power quarter reporter river rumor rumour sector sensor server shelter shoulder
    soldier source standard summer supper supporter surrender teacher terror tower trailer transfer
    trigger user victor volunteer voter water weather whisper winter witness wonder worker""".split()
)

# What people are accused of stands behind these: "accused Ormland of a “land grab”".
ACCUSING = frozenset("accuse convict denounce suspect".split())
# What is called out at someone: “Thief!”
SHOUTING = frozenset(
    "bark bawl bellow boo chant chorus cry heckle hiss holler hurl jeer roar scream shout yell".split()
)
ANSWERING = frozenset("answer counter reply respond retort shrug snap".split())

# Abuse that in someone's own words is one wherever it stands, as nobody is one by trade or by law.
SPOKEN = frozenset(
    """bigmouth blabbermouth bungler clown coward crank dimwit dinosaur dolt dunce gasbag ignoramus jackass
    judas leech liar loser lout nitwit nonentity numbskull oaf parasite philistine simpleton swine
    twit vulture weakling weasel whinger windbag""".split()
)
# What no person is: "he is a dinosaur" is abuse.
BEASTS = frozenset(
    """ape cockroach dinosaur dodo donkey fossil hyena jackal leech lizard locust monkey ogre peacock pig
    rat reptile serpent shark sheep skunk snake toad turkey vampire viper vulture weasel worm""".split()
)
# In tables of abuse and praise, and nobody is addressed by it.
THINGS = frozenset(
    """abomination cancer catastrophe crap disaster disease disgrace embarrassment failure filth garbage
    gift hope infection insect joke menace miracle nonsense nuisance pest plague poison rubbish shame
    shambles stain swamp theater theatre trash treasure triumph virus""".split()
)
