"""Labels are found with what they are put on: on invented sentences whose parse is made by hand.

A parse is "TAG/relation/governor" for each word, with "/B-person" and the like for names; some are wrong
where parsers often are. Expected is "label > target | reason", and "quoted" where it stands in marks.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.labels.words import LabelWords, find_labels
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.syntax import Parse
from onrecord.model.span import Span, holder
from onrecord.neural.syntax_format import NAMES, PARTS_OF_SPEECH, RELATIONS
from onrecord.neural.words import split_words
from tests.analysis.made import SCRAPS, parsed

LISTED = [
    (
        "The regime fled.",
        "DT/det/1 NN/nsubj/2 VBD/root/-1 PUNCT/punct/2",
        ["regime > regime | in the list of labels"],
    ),
    (
        "Two gunmen fired at the mayor.",
        "CD/nummod/1 NNS/nsubj/2 VBD/root/-1 IN/prep/2 DT/det/5 NN/pobj/3 PUNCT/punct/2",
        ["gunmen > gunmen | in the list of labels"],
    ),
    (
        "Veskan terrorists shelled the market.",
        "JJ/amod/1/B-people NNS/nsubj/2 VBD/root/-1 DT/det/4 NN/dobj/2 PUNCT/punct/2",
        ["terrorists > Veskan terrorists | in the list of labels"],
    ),
    (
        "The Assan regime fell.",
        "DT/det/2 NNP/compound/2/B-people NN/nsubj/3 VBD/root/-1 PUNCT/punct/3",
        ["regime > Assan regime | in the list of labels"],
    ),
    (
        "The terrorist Ana Lee was arrested.",
        (
            "DT/det/3 NN/compound/3 NNP/compound/3/B-person NNP/nsubjpass/5/I-person VBD/auxpass/5 "
            "VBN/root/-1 PUNCT/punct/5"
        ),
        ["terrorist > Ana Lee | in the list of labels"],
    ),
    (
        "The rebel leader Ana Lee spoke.",
        (
            "DT/det/2 NN/compound/2 NN/nsubj/5 NNP/compound/4/B-person NNP/appos/2/I-person VBD/root/-1 "
            "PUNCT/punct/5"
        ),
        ["rebel > Ana Lee | in the list of labels"],
    ),
    (
        "The rebels, the Dervin Front, withdrew.",
        (
            "DT/det/1 NNS/nsubj/7 PUNCT/punct/1 DT/det/5/B-organisation NNP/compound/5/I-organisation "
            "NNP/appos/1/I-organisation PUNCT/punct/7 VBD/root/-1 PUNCT/punct/7"
        ),
        ["rebels > Dervin Front | in the list of labels"],
    ),
    (
        "The terrorist group Hezbar was banned.",
        ("DT/det/2 JJ/amod/2 NN/nsubjpass/5 NNP/appos/2/B-place VBD/auxpass/5 VBN/root/-1 PUNCT/punct/5"),
        ["terrorist > Hezbar | in the list of labels"],
    ),
    (
        "Ana Lee, a freedom fighter, was buried.",
        (
            "NNP/compound/1 NNP/nsubjpass/8/B-person PUNCT/punct/1 DT/det/5 NN/compound/5 NN/appos/1 "
            "PUNCT/punct/1 VBD/auxpass/8 VBN/root/-1 PUNCT/punct/8"
        ),
        ["freedom fighter > Ana Lee | in the list of labels"],
    ),
    (
        "Tom Orr, a liar, left.",
        (
            "NNP/compound/1/B-person NNP/nsubj/6/I-person PUNCT/punct/1 DT/det/4 NN/appos/1 PUNCT/punct/1 "
            "VBD/root/-1 PUNCT/punct/6"
        ),
        ["liar > Tom Orr | predicate"],
    ),
    (
        "The treacherous mayor left.",
        "DT/det/2 JJ/amod/2 NN/nsubj/3 VBD/root/-1 PUNCT/punct/3",
        ["treacherous > treacherous mayor | in the list of labels"],
    ),
    (
        "The Islamist terrorists fled.",
        "DT/det/2 JJ/amod/2/B-people NNS/nsubj/3 VBD/root/-1 PUNCT/punct/3",
        ["Islamist terrorists > Islamist terrorists | in the list of labels"],
    ),
    (
        "The fascist regime of the north fell.",
        "DT/det/2 JJ/amod/2 NN/nsubj/6 IN/prep/2 DT/det/5 NN/pobj/3 VBD/root/-1 PUNCT/punct/6",
        ["fascist regime > fascist regime | in the list of labels"],
    ),
    (
        "Enemies of the people were named.",
        "NNS/nsubjpass/5 IN/prep/0 DT/det/3 NNS/pobj/1 VBD/auxpass/5 VBN/root/-1 PUNCT/punct/5",
        ["Enemies of the people > Enemies of the people | in the list of labels"],
    ),
    (
        "A terrorist attack killed two miners.",
        "DT/det/2 JJ/amod/2 NN/nsubj/3 VBD/root/-1 CD/nummod/5 NNS/dobj/3 PUNCT/punct/3",
        ["terrorist > terrorist attack | in the list of labels"],
    ),
    (
        "The martyrs were buried at dawn.",
        "DT/det/1 NNS/nsubjpass/3 VBD/auxpass/3 VBN/root/-1 IN/prep/3 NN/pobj/4 PUNCT/punct/3",
        ["martyrs > martyrs | in the list of labels"],
    ),
    (
        "Lee accused the mayor and his henchmen.",
        ("NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/dobj/1 CC/cc/3 PRP$/poss/6 NNS/conj/3 PUNCT/punct/1"),
        ["henchmen > henchmen | in the list of labels"],
    ),
    (
        "A rebel-held town fell.",
        "DT/det/4 NN/npadvmod/3 PUNCT/punct/3 VBN/amod/4 NN/nsubj/5 VBD/root/-1 PUNCT/punct/5",
        ["rebel > rebel | in the list of labels"],
    ),
    (
        "The rebel town of Ardesh fell.",
        "DT/det/2 JJ/amod/2 NN/nsubj/5 IN/prep/2 NNP/pobj/3/B-organisation VBD/root/-1 PUNCT/punct/5",
        ["rebel > rebel | in the list of labels"],
    ),
    (
        "The Veskan regime forces withdrew.",
        "DT/det/3 NNP/compound/3/B-organisation NN/compound/3 NNS/nsubj/4 VBD/root/-1 PUNCT/punct/4",
        ["regime > Veskan regime | in the list of labels"],
    ),
    (
        "Pro-regime fighters fired.",
        "JJ/amod/3 JJ/amod/3 JJ/amod/3 NNS/nsubj/4 VBD/root/-1 PUNCT/punct/4",
        ["regime > regime | in the list of labels"],
    ),
    (
        "IS militants were killed.",
        "VBZ/root/-1 NNS/nsubjpass/3 VBD/auxpass/3 VBN/ccomp/0 PUNCT/punct/0",
        ["militants > militants | in the list of labels"],
    ),
    (
        "Rebels Seize Town as Regime Falls",
        (
            "NNPS/nsubj/1 NNP/root/-1/B-person NNP/dobj/1/I-person IN/prep/1 "
            "NNP/compound/5/B-organisation NNP/pobj/3/I-organisation"
        ),
        ["Rebels > Rebels | in the list of labels"],
    ),
    (
        "“Martyrs will not be forgotten,” said Lee.",
        (
            "PUNCT/punct/8 NNS/nsubjpass/5 MD/aux/5 RB/neg/5 VB/auxpass/5 VBN/ccomp/8 PUNCT/punct/8 "
            "PUNCT/punct/8 VBD/root/-1 NNP/nsubj/8/B-person PUNCT/punct/8"
        ),
        ["Martyrs > Martyrs | in the list of labels | quoted"],
    ),
]

QUALIFIERS = [
    (
        "The so-called Dervin Council met.",
        (
            "DT/det/5 RB/advmod/3 PUNCT/punct/3 VBN/amod/5 NNP/compound/5/B-organisation "
            "NNP/nsubj/6/I-organisation VBD/root/-1 PUNCT/punct/6"
        ),
        ["so-called > Dervin Council | so-called"],
    ),
    (
        "A self-styled Army of the Springs took the town.",
        (
            "DT/det/4 NN/npadvmod/3 PUNCT/punct/3 VBN/amod/4 NNP/nsubj/8/B-organisation IN/prep/4 "
            "DT/det/7 NNPS/pobj/5/B-organisation VBD/root/-1 DT/det/10 NN/dobj/8 PUNCT/punct/8"
        ),
        ["self-styled > Army of the Springs | self-styled"],
    ),
    (
        "The so-called “quay rats” will answer.",
        (
            "DT/det/6 RB/advmod/3 PUNCT/punct/3 VBN/amod/6 PUNCT/punct/6 NN/compound/6 NNS/nsubj/9 "
            "PUNCT/punct/9 MD/aux/9 VB/root/-1 PUNCT/punct/9"
        ),
        ["“quay rats” > quay rats | so-called | quoted"],
    ),
    (
        "The would-be assassin Tom Orr fled.",
        (
            "DT/det/6 MD/aux/3 PUNCT/punct/3 VB/compound/6 NNP/compound/6 NNP/compound/6/B-person "
            "NNP/nsubj/7/I-person VBD/root/-1 PUNCT/punct/7"
        ),
        ["would-be > assassin Tom Orr | would-be"],
    ),
    (
        "The so-called rebels withdrew.",
        "DT/det/4 RB/advmod/3 PUNCT/punct/3 VBN/amod/4 NNS/nsubj/5 VBD/root/-1 PUNCT/punct/5",
        ["so-called > rebels | so-called"],
    ),
    (
        "Lee met the so called experts.",
        "NNP/nsubj/1/B-person VBD/root/-1 DT/det/5 RB/advmod/4 VBN/amod/5 NNS/dobj/1 PUNCT/punct/1",
        ["so called > experts | so called"],
    ),
]

NAMED = [
    (
        "The mayor called Ana Lee a terrorist.",
        (
            "DT/det/1 NN/nsubj/2 VBD/root/-1 NNP/compound/4/B-person NNP/dobj/2/I-person DT/det/6 "
            "NN/oprd/2 PUNCT/punct/2"
        ),
        ["terrorist > Ana Lee | called a …"],
    ),
    (
        "The mayor called protesters terrorists.",
        "DT/det/1 NN/root/-1 VBN/acl/1 NNS/oprd/2 NNS/oprd/2 PUNCT/punct/1",
        ["terrorists > protesters | called a …"],
    ),
    (
        "Lee was branded a traitor by the mayor.",
        (
            "NNP/nsubjpass/2/B-person VBD/auxpass/2 VBN/root/-1 DT/det/4 NN/dobj/2 IN/prep/4 DT/det/7 "
            "NN/pobj/5 PUNCT/punct/2"
        ),
        ["traitor > Lee | called a …"],
    ),
    (
        "Lee was branded as extremist.",
        "NNP/nsubjpass/2/B-person VBD/auxpass/2 VBN/root/-1 IN/prep/2 JJ/amod/3 PUNCT/punct/2",
        ["extremist > Lee | called a …"],
    ),
    (
        "They described the council as a front for smugglers.",
        (
            "PRP/nsubj/1 VBD/root/-1 DT/det/3 NN/dobj/1 IN/prep/1 DT/det/6 NN/pobj/4 IN/prep/6 NNS/pobj/7 "
            "PUNCT/punct/1"
        ),
        ["front > council | called a …"],
    ),
    (
        "He dismissed the vote as a sham.",
        "PRP/nsubj/1 VBD/root/-1 DT/det/3 NN/dobj/1 IN/prep/1 DT/det/6 NN/pobj/4 PUNCT/punct/1",
        ["sham > vote | called a …"],
    ),
    (
        "The king, whom they called a tyrant, left.",
        (
            "DT/det/1 NN/nsubj/9 PUNCT/punct/1 WP/dobj/5 PRP/nsubj/5 VBD/relcl/1 DT/det/7 NN/oprd/5 "
            "PUNCT/punct/1 VBD/root/-1 PUNCT/punct/9"
        ),
        ["tyrant > king | called a …"],
    ),
    (
        "He referred to the miners as thugs.",
        "PRP/nsubj/1 VBD/root/-1 IN/prep/1 DT/det/4 NNS/pobj/2 IN/prep/4 NNS/pobj/5 PUNCT/punct/1",
        ["thugs > miners | called a …"],
    ),
    (
        "What he called a massacre was an accident.",
        ("WP/dobj/2 PRP/nsubj/2 VBD/csubj/5 DT/det/4 NN/oprd/2 VBD/root/-1 DT/det/7 NN/attr/5 PUNCT/punct/5"),
        ["massacre > None | called a …"],
    ),
    (
        "They accused Lee of being a spy and a liar.",
        (
            "PRP/nsubj/1 VBD/root/-1 NNP/dobj/1/B-person IN/prep/1 VBG/pcomp/3 DT/det/6 NN/attr/4 CC/cc/6 "
            "DT/det/9 NN/conj/6 PUNCT/punct/1"
        ),
        ["spy > Lee | called a …", "liar > Lee | called a …"],
    ),
    (
        "The shop served as a front for smugglers.",
        ("DT/det/1 NN/nsubj/2 VBD/root/-1 IN/prep/2 DT/det/5 NN/pobj/3 IN/prep/5 NNS/pobj/6 PUNCT/punct/2"),
        ["front > shop | called a …"],
    ),
    (
        "Lee is considered to be a puppet.",
        (
            "NNP/nsubjpass/2/B-person VBZ/auxpass/2 VBN/root/-1 TO/aux/4 VB/xcomp/2 DT/det/6 NN/attr/4 "
            "PUNCT/punct/2"
        ),
        ["puppet > Lee | called a …"],
    ),
    (
        "He called it a shameful massacre.",
        "PRP/nsubj/1 VBD/root/-1 PRP/dobj/1 DT/det/5 JJ/amod/5 NN/oprd/1 PUNCT/punct/1",
        ["shameful massacre > it | called a …"],
    ),
    (
        "He called Lee's remarks on the miners racist.",
        (
            "PRP/nsubj/1 VBD/root/-1 NNP/poss/5/B-person POS/case/2 POS/inside/3 NNS/dobj/1 IN/prep/5 "
            "DT/det/9 NNS/compound/9 NN/pobj/6 PUNCT/punct/1"
        ),
        ["racist > remarks | called a …"],
    ),
    (
        "He called Lee a rat.",
        "PRP/nsubj/1 VBD/root/-1 NNP/dobj/1/B-person DT/det/4 NN/oprd/1 PUNCT/punct/1",
        ["rat > Lee | called a …"],
    ),
    (
        "People branded as traitors left the town.",
        "NNS/nsubj/4 VBN/acl/0 IN/prep/1 NNS/pobj/2 VBD/root/-1 DT/det/6 NN/dobj/4 PUNCT/punct/4",
        ["traitors > People | called a …"],
    ),
]

PREDICATES = [
    (
        "Ana Lee is a puppet of the mayor.",
        (
            "NNP/compound/1 NNP/nsubj/2/B-person VBZ/root/-1 DT/det/4 NN/attr/2 IN/prep/4 DT/det/7 "
            "NN/pobj/5 PUNCT/punct/2"
        ),
        ["puppet > Ana Lee | predicate"],
    ),
    (
        "Lee was a coward and a thief.",
        "NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/attr/1 CC/cc/3 DT/det/6 NN/conj/3 PUNCT/punct/1",
        ["coward > Lee | predicate", "thief > Lee | predicate"],
    ),
    (
        "The mayor became a dictator.",
        "DT/det/1 NN/nsubj/2 VBD/root/-1 DT/det/4 NN/attr/2 PUNCT/punct/2",
        ["dictator > mayor | predicate"],
    ),
    (
        "The men who were rebels left.",
        "DT/det/1 NNS/nsubj/5 WP/nsubj/3 VBD/relcl/1 NNS/attr/3 VBD/root/-1 PUNCT/punct/5",
        ["rebels > men | predicate"],
    ),
    (
        "The vote was a sham.",
        "DT/det/1 NN/nsubj/2 VBD/root/-1 DT/det/4 NN/attr/2 PUNCT/punct/2",
        ["sham > vote | predicate"],
    ),
    (
        "The claim was bogus.",
        "DT/det/1 NN/nsubj/2 VBD/root/-1 JJ/acomp/2 PUNCT/punct/2",
        ["bogus > claim | predicate"],
    ),
    (
        "Lee said the club was a front for spies.",
        (
            "NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/nsubj/4 VBD/ccomp/1 DT/det/6 NN/attr/4 "
            "IN/prep/6 NNS/pobj/7 PUNCT/punct/1"
        ),
        ["front > club | predicate"],
    ),
]

LEFT_OPEN = [
    (
        "Lee is not a terrorist.",
        "NNP/nsubj/1/B-person VBZ/root/-1 RB/neg/1 DT/det/4 NN/attr/1 PUNCT/punct/1",
        ["terrorist > terrorist | in the list of labels"],
    ),
    (
        "No miner is a traitor.",
        "DT/det/1 NN/nsubj/2 VBZ/root/-1 DT/det/4 NN/attr/2 PUNCT/punct/2",
        ["traitor > traitor | in the list of labels"],
    ),
    (
        "It is unclear whether he is a spy.",
        (
            "PRP/nsubj/1 VBZ/root/-1 JJ/acomp/1 IN/mark/5 PRP/nsubj/5 VBZ/ccomp/1 DT/det/7 NN/attr/5 "
            "PUNCT/punct/1"
        ),
        [],
    ),
    (
        "It was the rebels that fired.",
        "PRP/nsubj/1 VBD/root/-1 DT/det/3 NNS/attr/1 WDT/nsubj/5 VBD/relcl/3 PUNCT/punct/1",
        ["rebels > rebels | in the list of labels"],
    ),
    (
        "There were rebels in the town.",
        "EX/expl/1 VBD/root/-1 NNS/attr/1 IN/prep/2 DT/det/5 NN/pobj/3 PUNCT/punct/1",
        ["rebels > rebels | in the list of labels"],
    ),
]

SCARE_QUOTES = [
    (
        "They dubbed him “the Butcher”.",
        (
            "PRP/nsubj/1 VBD/root/-1 PRP/dobj/1 PUNCT/punct/5 DT/det/5 NNP/oprd/1/B-people PUNCT/punct/5 "
            "PUNCT/punct/1"
        ),
        ["“the Butcher” > him | called a … | quoted"],
    ),
    (
        "He called the vote “a farce”.",
        (
            "PRP/nsubj/1 VBD/root/-1 DT/det/3 NN/dobj/1 PUNCT/punct/6 DT/det/6 NN/oprd/1 PUNCT/punct/6 "
            "PUNCT/punct/1"
        ),
        ["“a farce” > vote | called a … | quoted"],
    ),
    (
        "He called the claims “baseless”.",
        ("PRP/nsubj/1 VBD/root/-1 DT/det/3 NNS/dobj/1 PUNCT/punct/5 JJ/oprd/1 PUNCT/punct/5 PUNCT/punct/1"),
        ["“baseless” > claims | called a … | quoted"],
    ),
    (
        "The “confessions” were shown on television.",
        (
            "DT/det/2 PUNCT/punct/2 NNS/nsubjpass/5 PUNCT/punct/2 VBD/auxpass/5 VBN/root/-1 IN/prep/5 "
            "NN/pobj/6 PUNCT/punct/5"
        ),
        ["“confessions” > confessions | scare quotes | quoted"],
    ),
    (
        "They joined the “independent” commission.",
        ("PRP/nsubj/1 VBD/root/-1 DT/det/6 PUNCT/punct/6 JJ/amod/6 PUNCT/punct/6 NN/dobj/1 PUNCT/punct/1"),
        ["“independent” > commission | scare quotes | quoted"],
    ),
    (
        "The valley rescuers “terrorists” were freed.",
        (
            "DT/det/1 NN/nsubj/2 NNS/nsubjpass/7 PUNCT/punct/4 NNS/appos/2 PUNCT/punct/4 VBD/auxpass/7 "
            "VBN/root/-1 PUNCT/punct/7"
        ),
        ["“terrorists” > rescuers | scare quotes | quoted"],
    ),
    (
        "The town is “a ruin”.",
        "DT/det/1 NN/nsubj/2 VBZ/root/-1 PUNCT/punct/2 DT/det/5 NN/attr/2 PUNCT/punct/2 PUNCT/punct/2",
        ["“a ruin” > town | predicate | quoted"],
    ),
    (
        "Police held two “terrorists” in the valley.",
        (
            "NNS/nsubj/1 VBD/root/-1 CD/nummod/4 PUNCT/punct/4 NNS/dobj/1 PUNCT/punct/4 IN/prep/1 "
            "DT/det/8 NN/pobj/6 PUNCT/punct/1"
        ),
        ["“terrorists” > terrorists | scare quotes | quoted"],
    ),
    (
        "The ‘flexible’ rota was dropped.",
        (
            "DT/det/4 PUNCT/punct/4 JJ/amod/4 PUNCT/punct/4 NN/nsubjpass/6 VBD/auxpass/6 VBN/root/-1 "
            "PUNCT/punct/6"
        ),
        ["‘flexible’ > rota | scare quotes | quoted"],
    ),
]

NO_LABELS = [
    (
        "Lee said the town was “a ruin”.",
        (
            "NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/nsubj/4 VBD/ccomp/1 PUNCT/punct/4 DT/det/7 "
            "NN/attr/4 PUNCT/punct/4 PUNCT/punct/1"
        ),
    ),
    (
        "Lee said that “significant” losses were likely.",
        (
            "NNP/nsubj/1/B-person VBD/root/-1 IN/mark/7 PUNCT/punct/6 JJ/amod/6 PUNCT/punct/6 NNS/nsubj/7 "
            "VBD/ccomp/1 JJ/acomp/7 PUNCT/punct/1"
        ),
    ),
    (
        "The film “Frozen” opened.",
        ("DT/det/3 NN/compound/3 PUNCT/punct/3 NNP/nsubj/5/B-other PUNCT/punct/3 VBD/root/-1 PUNCT/punct/5"),
    ),
    (
        "The word “urgent” was stamped on it.",
        (
            "DT/det/1 NN/nsubjpass/6 PUNCT/punct/3 JJ/amod/1 PUNCT/punct/3 VBD/auxpass/6 VBN/root/-1 "
            "IN/prep/6 PRP/pobj/7 PUNCT/punct/6"
        ),
    ),
    (
        "Ana “Bim” Lee sang.",
        (
            "NNP/compound/4/B-person PUNCT/punct/4/I-person NNP/compound/4/I-person "
            "PUNCT/punct/4/I-person NNP/nsubj/5/I-person VBD/root/-1 PUNCT/punct/5"
        ),
    ),
    (
        "The operation dubbed “Dawn Shield” began.",
        (
            "DT/det/1 NN/nsubj/7 VBN/acl/1 PUNCT/punct/5 NNP/compound/5/B-other NNP/oprd/2/I-other "
            "PUNCT/punct/5 VBD/root/-1 PUNCT/punct/7"
        ),
    ),
    (
        "Lee said “no” twice.",
        ("NNP/nsubj/1/B-person VBD/root/-1 PUNCT/punct/1 X/dep/1 PUNCT/punct/1 RB/advmod/1 PUNCT/punct/1"),
    ),
    (
        "They were “very loyal” voters.",
        (
            "PRP/nsubj/1 VBD/root/-1 PUNCT/punct/6 RB/advmod/4 JJ/amod/6 PUNCT/punct/6 NNS/attr/1 "
            "PUNCT/punct/1"
        ),
    ),
    (
        "“Nobody came,” Lee said.",
        (
            "PUNCT/punct/6 NN/nsubj/2 VBD/ccomp/6 PUNCT/punct/6 PUNCT/punct/6 NNP/nsubj/6/B-person "
            "VBD/root/-1 PUNCT/punct/6"
        ),
    ),
    (
        "The “secret” level was reached.",
        (
            "DT/det/4 PUNCT/punct/4 JJ/amod/4 PUNCT/punct/4 NN/nsubjpass/6 VBD/auxpass/6 VBN/root/-1 "
            "PUNCT/punct/6"
        ),
    ),
    (
        "He called it a shameful affair.",
        "PRP/nsubj/1 VBD/root/-1 PRP/dobj/1 DT/det/5 JJ/amod/5 NN/oprd/1 PUNCT/punct/1",
    ),
    (
        "The rat ran across the quay.",
        "DT/det/1 NN/nsubj/2 VBD/root/-1 IN/prep/2 DT/det/5 NN/pobj/3 PUNCT/punct/2",
    ),
    (
        "The thief was caught.",
        "DT/det/1 NN/nsubjpass/3 VBD/auxpass/3 VBN/root/-1 PUNCT/punct/3",
    ),
    (
        "They called for talks.",
        "PRP/nsubj/1 VBD/root/-1 IN/prep/1 NNS/pobj/2 PUNCT/punct/1",
    ),
    (
        "She is the hero of the film.",
        "PRP/nsubj/1 VBZ/root/-1 DT/det/3 NN/attr/1 IN/prep/3 DT/det/6 NN/pobj/4 PUNCT/punct/1",
    ),
    (
        "Pip is a rat.",
        "NNP/nsubj/1 VBZ/root/-1 DT/det/3 NN/attr/1 PUNCT/punct/1",
    ),
]


def tree(text: str, labels: str) -> Parse:
    words = [word.slice(text) for word in split_words(text)]
    return parsed(
        text,
        *(f"{word} {label.replace('/', ' ')}" for word, label in zip(words, labels.split(), strict=True)),
    )


def labels_of(text: str, parse: Parse, stretches: list[Span] | None = None) -> list[LabelWords]:
    return find_labels(text, parse, find_quotations(text), stretches or [Span(0, len(text))])


def shown(label: LabelWords, text: str) -> str:
    target = label.target.slice(text) if label.target else None
    return f"{label.words} > {target} | {label.because}" + (" | quoted" if label.quoted else "")


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [*LISTED, *QUALIFIERS, *NAMED, *PREDICATES, *LEFT_OPEN, *SCARE_QUOTES],
)
def test_labels_and_what_they_are_put_on(text: str, labels: str, expected: list[str]) -> None:
    assert [shown(label, text) for label in labels_of(text, tree(text, labels))] == expected


@pytest.mark.parametrize(("text", "labels"), NO_LABELS)
def test_no_label(text: str, labels: str) -> None:
    assert labels_of(text, tree(text, labels)) == []


def test_nothing_outside_of_the_stretches() -> None:
    text, labels, _ = LISTED[0]
    first = (text + "\n\n") * 2 + text
    parse = tree(first, " ".join([labels] * 3))
    body = [Span(0, len(text)), Span(len(first) - len(text), len(first))]
    assert [label.span.start for label in labels_of(first, parse, body)] == [4, len(first) - len(text) + 4]


WORDS = (
    "rebel ",
    "the ",
    "regime ",
    "so-called ",
    "called ",
    "as ",
    "is ",
    "a ",
    "liar ",
    "enemy of the people ",
    "you liar! ",
    "shouted ",
    "at ",
    "accused ",
    "“a tin cage” ",
    "“Thief!” ",
)


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Any parse of any text: labels that fit nothing, governors that run in circles."""
    text = "".join(draw(st.lists(st.sampled_from(SCRAPS + WORDS), max_size=60)))
    words = split_words(text)
    size = len(words)

    def some(values: tuple[str, ...]) -> list[str]:
        return draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))

    governors = draw(st.lists(st.integers(-1, max(size - 1, 0)), min_size=size, max_size=size))
    return Parse(text, words, some(PARTS_OF_SPEECH), some(RELATIONS), governors, some(NAMES))


@given(parses(), st.integers(0, 80))
def test_spans_are_exact_whatever_the_parse(parse: Parse, cut: int) -> None:
    text = parse.text
    stretches = [Span(min(cut, len(text)), len(text))] if cut < len(text) else []
    labels = find_labels(text, parse, find_quotations(text), stretches)
    places = [label.span for label in labels]
    assert places == sorted(places)
    assert all(before.end <= after.start for before, after in pairwise(places))
    for label in labels:
        assert label.span.start < label.span.end
        assert holder(stretches, label.span) is not None
        assert label.words == label.span.slice(text) == label.words.strip()
        assert label.target is None or holder(stretches, label.target) is not None
        assert label.target is None or label.target.start < label.target.end
        assert all(word is None or 0 <= word < len(parse.words) for word in (label.verb, label.by))


@pytest.mark.parametrize(
    "text",
    ["“rebel” ", "so-called ", "called a liar ", "----- regime ", "“a tin cage” ", "called it “liar!” at "],
)
def test_long_texts_take_no_long_time(text: str) -> None:
    long = text * 2000
    words = split_words(long)
    size = len(words)
    parse = Parse(long, words, ["NN"] * size, ["dobj"] * size, [0] * size, ["I-place"] * size)
    labels_of(long, parse)  # hangs when the time grows as a square
