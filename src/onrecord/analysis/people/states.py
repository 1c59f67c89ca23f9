"""The states: what they are called, what belongs to them is called, and which office their leader holds.

Compiled for this project. Codes are those of the Correlates of War. The office is that of the one person whom
a table of effective leaders names (see `offices`), which in some states is the president, in others the prime
minister, and in some changed. It is given only for months in which it is beyond doubt: left out are juntas,
acting and transitional holders, vacancies and rival claims, in every state alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """An office that a state's effective leaders held, from one month to another (ISO).

    These two months themselves are in doubt; None reaches over the whole table. `began` and `ended` are when
    the holders at that time took and left the office, if not as the table of leaders has it; "-" is not yet.
    """

    office: str
    since: str | None
    until: str | None
    began: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A state with its code, names, adjectives, capital and the offices of its effective leaders."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    terms: tuple[Term, ...]


# Code; names; adjectives; capital; offices, each with the months from which and to which it was the leader's.
# After "/" stands when the holder really took or left it, "?" stands for doubt: then the table's own date
# holds. "Dominican" and "Congolese" are nobody's, since two states share them.
_STATES = """\
USA; United States/US/U.S./USA/America/United States of America; American/US/U.S.; Washington; president ..
CAN; Canada; Canadian; Ottawa; prime minister ..
BHM; Bahamas; Bahamian; Nassau; prime minister 1973-07..2005-05 2005-06..
CUB; Cuba; Cuban; Havana; president 1976-12..2006-07? 2008-02..2018-04
HAI; Haiti; Haitian; Port-au-Prince; president 1991-02..1991-09 1994-10..2004-02 2006-05..2016-02 \
2017-02..2021-02?
DOM; Dominican Republic; ; Santo Domingo; president 1966-07..
JAM; Jamaica; Jamaican; Kingston; prime minister 1962-08..
TRI; Trinidad and Tobago/Trinidad; Trinidadian; Port of Spain; prime minister 1962-08..
BAR; Barbados; Barbadian; Bridgetown; prime minister 1966-11..
DMA; Dominica; ; Roseau; prime minister 1978-11..
GRN; Grenada; Grenadian; St George's; prime minister 1984-12..
SLU; St Lucia/St. Lucia/Saint Lucia; St Lucian/St. Lucian/Saint Lucian; Castries; prime minister 1979-02..
SVG; St Vincent and the Grenadines/St. Vincent and the Grenadines; Vincentian; Kingstown; prime minister \
1979-10..
AAB; Antigua and Barbuda/Antigua; Antiguan; St John's; prime minister 1981-11..
SKN; St Kitts and Nevis/St. Kitts and Nevis; Kittitian; Basseterre; prime minister 1983-09..
MEX; Mexico; Mexican; Mexico City; president ..
BLZ; Belize; Belizean; Belmopan; prime minister 1981-09..
GUA; Guatemala; Guatemalan; Guatemala City; president 1986-01..
HON; Honduras; Honduran; Tegucigalpa; president 1982-01..2009-06 2010-01..
SAL; El Salvador; Salvadoran/Salvadorean; San Salvador; president 1984-06..
NIC; Nicaragua; Nicaraguan; Managua; president 1985-01..
COS; Costa Rica; Costa Rican; San Jose; president 1953-11..
PAN; Panama; Panamanian; Panama City; president 1990-01..
COL; Colombia; Colombian; Bogota; president 1958-08..
VEN; Venezuela; Venezuelan; Caracas; president 1959-02..2019-01?
GUY; Guyana; Guyanese; Georgetown; president 1980-10..
SUR; Suriname; Surinamese; Paramaribo; president 1988-01..1990-12 1991-09..
ECU; Ecuador; Ecuadorean/Ecuadorian; Quito; president 1979-08..
PER; Peru; Peruvian; Lima; president 1980-07..
BRA; Brazil; Brazilian; Brasilia; president 1985-04..2016-05/2016-08 2016-08..
BOL; Bolivia; Bolivian; La Paz; president 1982-10..2019-11 2020-11..
PAR; Paraguay; Paraguayan; Asuncion; president 1954-08..
CHL; Chile; Chilean; Santiago; president 1974-12..
ARG; Argentina; Argentine/Argentinian/Argentinean; Buenos Aires; president 1983-12..2001-12 2002-01..
URU; Uruguay; Uruguayan; Montevideo; president 1985-03..
UKG; Britain/Great Britain/United Kingdom/UK/U.K.; British/UK/U.K.; London; prime minister ..
IRE; Ireland; Irish; Dublin; prime minister ..
NTH; Netherlands; Dutch; The Hague; prime minister ..
BEL; Belgium; Belgian; Brussels; prime minister 1951-07..
LUX; Luxembourg; Luxembourgish; Luxembourg; prime minister ..
FRN; France; French; Paris; president 1959-01..
MNC; Monaco; Monegasque; Monaco; prince ..
LIE; Liechtenstein; ; Vaduz; prince 1938-08..2004-08?
SWZ; Switzerland; Swiss; Bern; president ..
SPN; Spain; Spanish; Madrid; prime minister 1976-07..
AND; Andorra; Andorran; Andorra la Vella; prime minister 1982-01..
POR; Portugal; Portuguese; Lisbon; president 1986-03..
GMY; Germany; German; Berlin; chancellor 1990-10..
POL; Poland; Polish; Warsaw; president 1989-07..2010-04 2010-08..
AUS; Austria; Austrian; Vienna; chancellor 1945-12..2016-05 2016-05..2019-05 2019-06..
HUN; Hungary; Hungarian; Budapest; prime minister 1990-05..
CZE; Czechoslovakia; Czechoslovak; Prague; prime minister 1989-12..1992-12
CZR; Czech Republic/Czechia; Czech; Prague; prime minister 1993-01..
SLO; Slovakia; Slovak; Bratislava; prime minister 1993-01..
ITA; Italy; Italian; Rome; prime minister 1946-06..
SNM; San Marino; Sammarinese; San Marino;
MLT; Malta; Maltese; Valletta; prime minister 1964-09..
ALB; Albania; Albanian; Tirana; president 1991-04..1997-07 prime minister 1997-07..
MNG; Montenegro; Montenegrin; Podgorica; prime minister 2006-06..
MAC; Macedonia/North Macedonia; Macedonian; Skopje; prime minister 1991-11..2004-05 2004-12..
CRO; Croatia; Croatian/Croat; Zagreb; president 1991-06..1999-11 2000-02..2000-11/2010-02 prime minister \
2000-11/2000-01..
YUG; Yugoslavia; Yugoslav; Belgrade; president 1997-07..2003-03
YUG; Serbia and Montenegro; ; Belgrade; president 2003-03..2006-06
YUG; Serbia; Serbian/Serb; Belgrade; president 1990-12..1997-07 prime minister \
2006-06/2004-03..2017-05 2017-06..
BOS; Bosnia/Bosnia and Herzegovina/Bosnia-Herzegovina; Bosnian; Sarajevo;
KOS; Kosovo; Kosovan/Kosovar; Pristina; prime minister 2008-02..
SLV; Slovenia; Slovenian/Slovene; Ljubljana; prime minister 1991-12..
GRC; Greece; Greek; Athens; prime minister 1974-07..
CYP; Cyprus; Cypriot; Nicosia; president 1960-08..1974-07 1974-12..
BUL; Bulgaria; Bulgarian; Sofia; prime minister 1990-07..
MLD; Moldova; Moldovan; Chisinau; president 1990-09..2001-04 prime minister 2001-04..2015-06 \
2015-07..2015-10 2016-01..2019-06 2019-06..2020-12
ROM; Romania; Romanian; Bucharest; prime minister 1989-12..2004-12 president 2004-12..2007-04 \
2007-05..2012-07 2012-08..
RUS; Soviet Union/USSR; Soviet; Moscow; president 1990-03..1991-08
RUS; Russia/Russian Federation; Russian; Moscow; president 1991-08..2008-05 prime minister 2008-05..2012-05 \
president 2012-05..
EST; Estonia; Estonian; Tallinn; prime minister 1991-09..
LAT; Latvia; Latvian; Riga; prime minister 1991-09..
LIT; Lithuania; Lithuanian; Vilnius; president 1993-02..2004-04 2004-07..
UKR; Ukraine; Ukrainian; Kyiv; president 1991-12..2014-02 2014-06..
BLR; Belarus; Belarusian/Belarussian; Minsk; president 1994-07..2020-08?
ARM; Armenia; Armenian; Yerevan; president 1991-10..2018-04 prime minister 2018-05..
GRG; Georgia; Georgian; Tbilisi; president 1995-11..2003-11 2004-01..2007-11 2008-01..2018-12 prime \
minister 2018-12/2018-06..
AZE; Azerbaijan; Azerbaijani/Azeri; Baku; president 1993-10..
FIN; Finland; Finnish; Helsinki; president 1982-01..2000-03 prime minister 2000-03/1995-04..
SWD; Sweden; Swedish; Stockholm; prime minister ..
NOR; Norway; Norwegian; Oslo; prime minister 1945-06..1998-08 1998-09..
DEN; Denmark; Danish; Copenhagen; prime minister 1945-05..
ICE; Iceland; Icelandic; Reykjavik; prime minister ..
CAP; Cape Verde/Cabo Verde; Cape Verdean; Praia; prime minister 1975-07..
STP; Sao Tome and Principe; Sao Tomean; Sao Tome; president 1975-07..1991-03 1991-04..
GNB; Guinea-Bissau; ; Bissau; president 1994-09?..1999-05 2000-02..2003-09 2005-10..2009-03 \
2009-09..2012-01 2014-06..2020-02 2020-04?..
EQG; Equatorial Guinea; Equatorial Guinean/Equatoguinean; Malabo; president 1982-10..
GAM; Gambia; Gambian; Banjul; president 1970-04..1994-07 1996-09..2016-12? 2017-01..
MLI; Mali; Malian; Bamako; president 1992-06..2012-03 2013-09..2020-08
SEN; Senegal; Senegalese; Dakar; president 1960-09..
BEN; Benin; Beninese; Porto-Novo; president 1975-11?..
MAA; Mauritania; Mauritanian; Nouakchott; president 1992-04..2005-08 2007-04..2008-08 2009-08..
NIR; Niger; Nigerien; Niamey; president 1993-04..1996-01 1996-07..1999-04 1999-12..2010-02 2011-04..
CDI; Ivory Coast/Côte d'Ivoire/Cote d'Ivoire; Ivorian; Yamoussoukro; president 1960-11..1999-12 \
2000-10..2010-12? 2011-05?..
GUI; Guinea; Guinean; Conakry; president 1984-04..2008-12 2010-12..
BFO; Burkina Faso; Burkinabe; Ouagadougou; president 1987-10..2014-10 2015-12..
LBR; Liberia; Liberian; Monrovia; president 1986-01..1990-09 1997-08..2003-08 2006-01..
SIE; Sierra Leone; Sierra Leonean; Freetown; president 1971-04..1992-04 1996-03..1997-05 1998-03..
GHA; Ghana; Ghanaian; Accra; president 1993-01..
TOG; Togo; Togolese; Lome; president 1967-04..2005-02 2005-05..
CAO; Cameroon; Cameroonian; Yaounde; president 1960-05..
NIG; Nigeria; Nigerian; Abuja; president 1985-08..1993-08 1999-05..2010-02 2010-05..
GAB; Gabon; Gabonese; Libreville; president 1967-11..2009-06 2009-10..
CEN; Central African Republic; Central African; Bangui; president 1993-10..2003-03 2005-06..2013-03 2016-03..
CHA; Chad; Chadian; N'Djamena; president 1991-03..
CON; Republic of Congo/Republic of the Congo/Congo-Brazzaville; ; Brazzaville; president 1979-02..1997-06? \
1997-10..
DRC; Zaire; Zairean/Zairian; Kinshasa; president 1971-10..1997-05
DRC; Democratic Republic of Congo/Democratic Republic of the Congo/DR Congo; ; Kinshasa; president \
1997-05..2001-01 2001-01..2019-01 2019-01..
UGA; Uganda; Ugandan; Kampala; president 1986-01..
KEN; Kenya; Kenyan; Nairobi; president 1964-12..2007-12? 2008-02?..
TAZ; Tanzania; Tanzanian; Dodoma; president 1964-04..
BUI; Burundi; Burundian; Gitega; president 1987-09..1993-10 1994-02..1994-04 1994-10..1996-07 1996-07..
RWA; Rwanda; Rwandan; Kigali; president 1973-07..1994-04 2000-04..
SOM; Somalia; Somali/Somalian; Mogadishu; president 1969-10..1991-01 2012-09..2017-01/2017-02 \
2017-02..2021-02?
DJI; Djibouti; Djiboutian; Djibouti; president 1977-06..
ETH; Ethiopia; Ethiopian; Addis Ababa; prime minister 1995-08..
ERI; Eritrea; Eritrean; Asmara; president 1993-05..
ANG; Angola; Angolan; Luanda; president 1975-11..
MZM; Mozambique; Mozambican; Maputo; president 1975-06..
ZAM; Zambia; Zambian; Lusaka; president 1964-10..2008-06/2008-08 2008-11..2014-10 2015-01..
ZIM; Zimbabwe; Zimbabwean; Harare; prime minister 1980-04..1987-12 president 1987-12..
MAW; Malawi; Malawian; Lilongwe; president 1966-07..
SAF; South Africa; South African; Pretoria; president 1984-09..
NAM; Namibia; Namibian; Windhoek; president 1990-03..
LES; Lesotho; ; Maseru; prime minister 1993-04..1994-08 1994-09..
BOT; Botswana; Botswanan; Gaborone; president 1966-09..
SWA; Swaziland/Eswatini; Swazi; Mbabane; king 1986-04..
MAG; Madagascar; Malagasy/Madagascan; Antananarivo; president 1975-12..1996-09 1997-02..2002-01? \
2002-07..2009-03 2014-01..2018-09 2019-01..
COM; Comoros; Comoran/Comorian; Moroni; president 1990-03..1995-09 1996-03..1998-11 2002-05..2019-02 2019-05..
MAS; Mauritius; Mauritian; Port Louis; prime minister 1968-03..
SEY; Seychelles; Seychellois; Victoria; president 1977-06..
MOR; Morocco; Moroccan; Rabat; king 1957-08..
ALG; Algeria; Algerian; Algiers; president 1979-02..1992-01 1995-11..2019-04 2019-12..
TUN; Tunisia; Tunisian; Tunis; president 1957-07..2011-01 2011-12..2019-07 2019-10..
LIB; Libya; Libyan; Tripoli; leader 1977-03?..2011-02?
SUD; Sudan; Sudanese; Khartoum; president 1993-10..2019-04
SSD; South Sudan; South Sudanese; Juba; president 2011-07..
IRN; Iran; Iranian; Tehran; president 1989-08..
TUR; Turkey; Turkish; Ankara; prime minister 1983-12..2014-08 president 2014-08..
IRQ; Iraq; Iraqi; Baghdad; president 1979-07..2003-04 prime minister 2004-06..
EGY; Egypt; Egyptian; Cairo; president 1956-06..2011-02 2012-06..2013-07 2014-06..
SYR; Syria; Syrian; Damascus; president 1971-03..2000-06 2000-07..
LEB; Lebanon; Lebanese; Beirut; president 1989-11..2007-11 2008-05..2014-05 2016-10..2019-12/-
JOR; Jordan; Jordanian; Amman; king 1952-08..
ISR; Israel; Israeli; Jerusalem; prime minister 1948-05..2006-01? 2006-04..
SAU; Saudi Arabia; Saudi/Saudi Arabian; Riyadh; king 1982-06..1996-01/2005-08 2005-08..
YEM; Yemen; Yemeni; Sanaa; president 1990-05..2015-01?
KUW; Kuwait; Kuwaiti; Kuwait City; emir 1978-01..1990-08 1991-04..2006-01 2006-01..2020-09 2020-09..
BAH; Bahrain; Bahraini; Manama; emir 1971-08..2002-02 king 2002-02..
QAT; Qatar; Qatari; Doha; emir 1972-02..
UAE; United Arab Emirates/UAE; Emirati; Abu Dhabi; president 1971-12..
OMA; Oman; Omani; Muscat; sultan 1970-07..
AFG; Afghanistan; Afghan; Kabul; president 1992-06..1996-09 2002-06..2014-09 2014-09..2020-03? 2020-05?..
TKM; Turkmenistan; Turkmen; Ashgabat; president 1990-10..2006-12 2007-02..
TAJ; Tajikistan; Tajik; Dushanbe; president 1994-11..
KYR; Kyrgyzstan; Kyrgyz; Bishkek; president 1990-10..2005-04 2005-08..2010-04 2010-07..2020-10 2021-01..
UZB; Uzbekistan; Uzbek; Tashkent; president 1990-03..2016-09 2016-12..
KZK; Kazakhstan; Kazakh; Astana; president 1990-04..
CHN; China; Chinese; Beijing; president 1997-02/1993-03..2012-11/2013-03 2013-03..
MON; Mongolia; Mongolian; Ulaanbaatar; president 1990-09..
PRK; North Korea; North Korean; Pyongyang; president 1972-12..1994-07 leader 1994-07..
ROK; South Korea; South Korean; Seoul; president 1963-12..1979-10 1980-09..2004-03? \
2004-05?..2016-12/2017-03 2017-05..
JPN; Japan; Japanese; Tokyo; prime minister ..
IND; India; Indian; New Delhi; prime minister 1947-08..
BHU; Bhutan; Bhutanese; Thimphu; king 1972-07..1998-07 prime minister 2008-04..2013-04 2013-07..2018-08 \
2018-11..
PAK; Pakistan; Pakistani; Islamabad; prime minister 1988-12..1999-10 president 2001-06..2013-06/2013-09 \
prime minister 2013-06..
BNG; Bangladesh; Bangladeshi; Dhaka; president 1983-12..1990-12 prime minister 1991-03..1996-03 \
1996-06..2001-07 2001-10..2006-10 2009-01..
MYA; Myanmar/Burma; Burmese; Naypyidaw; president 2011-03..2016-03 state counsellor 2016-04..2021-02
SRI; Sri Lanka; Sri Lankan; Colombo; president 1978-02..
MAD; Maldives; Maldivian; Male; president 1978-11..
NEP; Nepal; Nepalese/Nepali; Kathmandu; prime minister 1990-11..2005-02 king 2005-02..2006-04 prime \
minister 2006-04..2013-03 2014-02..
THI; Thailand; Thai; Bangkok; prime minister 1988-08..1991-02 1992-09..2006-09 2006-10..2014-05 2014-08..
CAM; Cambodia; Cambodian; Phnom Penh; prime minister 1985-01..1993-07? 1998-11..
LAO; Laos; Laotian/Lao; Vientiane; president 1998-02..2021-01/-
DRV; Vietnam; Vietnamese; Hanoi;
MAL; Malaysia; Malaysian; Kuala Lumpur; prime minister 1957-08..
SIN; Singapore; Singaporean; Singapore; prime minister 1965-08..
BRU; Brunei; Bruneian; Bandar Seri Begawan; sultan 1967-10..
PHI; Philippines; Philippine/Filipino; Manila; president 1946-07..
INS; Indonesia; Indonesian; Jakarta; president 1968-03..
ETM; East Timor/Timor-Leste; East Timorese/Timorese; Dili; president 2002-05..2008-02 2008-04..
AUL; Australia; Australian; Canberra; prime minister ..
PNG; Papua New Guinea; Papua New Guinean; Port Moresby; prime minister 1975-09..2011-08? 2012-08?..
NEW; New Zealand; New Zealand; Wellington; prime minister ..
VAN; Vanuatu; Vanuatuan; Port Vila; prime minister 1980-07..
SOL; Solomon Islands; ; Honiara; prime minister 1978-07..
KIR; Kiribati; ; Tarawa; president 1979-07..2003-03 2003-07..
TUV; Tuvalu; Tuvaluan; Funafuti; prime minister 1978-10..
FIJ; Fiji; Fijian; Suva; prime minister 1987-12..2000-05 2000-07..2006-12 2007-01..
TON; Tonga; Tongan; Nuku'alofa; prime minister 1970-06..
NAU; Nauru; Nauruan; Yaren; president 1968-05..
MSI; Marshall Islands; Marshallese; Majuro; president 1979-11..
PAL; Palau; Palauan; Ngerulmud; president 1981-03..
FSM; Micronesia/Federated States of Micronesia; Micronesian; Palikir; president 1979-05..
WSM; Samoa; Samoan; Apia; prime minister 1997-07..
"""


def _read(table: str) -> Iterator[State]:
    for line in table.replace("\\\n", "").strip().splitlines():
        code, names, adjectives, capital, terms = (part.strip() for part in line.split(";"))
        yield State(code, _split(names), _split(adjectives), capital, tuple(_terms(terms)))


def _split(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split("/")))


def _terms(words: str) -> Iterator[Term]:
    """Reads "president 1990-03..2008-05 prime minister 2008-05..2019-01?"."""
    office: list[str] = []
    ended = True
    for word in words.split():
        since, dots, until = word.partition("..")
        if not dots:
            office = [*([] if ended else office), word]
        else:
            (first, began), (last, left) = _month(since), _month(until)
            yield Term(" ".join(office), first, last, began, left)
        ended = bool(dots)


def _month(words: str) -> tuple[str | None, str]:
    """A month that bounds a term, and the month to show: "2008-05", "2019-01?", "2013-06/2013-09"."""
    if words.endswith("?"):
        return words[:-1], ""
    month, _, shown = words.partition("/")
    return month or None, shown or month


STATES: tuple[State, ...] = tuple(_read(_STATES))
# What belongs to a state, and so names no body: "Arvian officials" are of no office called Arvian.
ADJECTIVES = frozenset(word for state in STATES for word in state.adjectives) - {"US", "U.S.", "UK", "U.K."}
