"""Whom labels are put on, by the clause they stand in and by the text around; and who puts them."""

from __future__ import annotations

import pytest
from hypothesis import given

from onrecord.analysis.labels.users import put_labels, users
from onrecord.analysis.labels.words import find_labels
from onrecord.analysis.paragraphs import find_paragraphs
from onrecord.analysis.people.parties import Cast
from onrecord.analysis.people.phrases import find_phrases
from onrecord.analysis.people.scene import Scene
from onrecord.analysis.people.speakers import find_speakers
from onrecord.analysis.people.walk import Walk
from onrecord.analysis.quotation import find_quotations
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.syntax import Parse
from onrecord.model import Document, OwnVoice, Span
from tests.analysis.labels.reading import FIRST_NAMES, labels_in
from tests.analysis.labels.test_words import parses

LEE = "NNP/compound/1/B-person NNP/nsubj/2/I-person"
PELL = "NNP/compound/1/B-person NNP/nsubj/2/I-person"

REFEREE = (
    "[S1 Lee] [C1 called] [Q1 the referee, Ada Pell, “a clown in boots”].",
    "NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/dobj/1 PUNCT/punct/1 NNP/compound/6/B-person "
    "NNP/appos/3/I-person PUNCT/punct/6 PUNCT/punct/6 DT/det/10 NN/oprd/1 IN/prep/10 NNS/pobj/11 "
    "PUNCT/punct/1 PUNCT/punct/1",
)
MEMBERS = (
    "[S1 Lee] [C1 said] [Q1 members of the Ost Crews were “crooks”].",
    "NNP/nsubj/1/B-person VBD/root/-1 NNS/nsubj/7 IN/prep/2 DT/det/6/B-organisation "
    "NNP/compound/6/I-organisation NNPS/pobj/3/I-organisation VBD/ccomp/1 PUNCT/punct/9 NNS/attr/7 "
    "PUNCT/punct/7 PUNCT/punct/1",
)
THOSE = (
    "[S1 Lee] [C1 said] [Q1 that those who complain are “moaners with a flag”].",
    "NNP/nsubj/1/B-person VBD/root/-1 IN/mark/6 DT/nsubj/6 WP/nsubj/5 VBP/relcl/3 VBP/ccomp/1 "
    "PUNCT/punct/6 NNS/attr/6 IN/prep/8 DT/det/11 NN/pobj/9 PUNCT/punct/6 PUNCT/punct/1",
)
OWNER = (
    "Lee closed Pell's “care line”.",
    "NNP/nsubj/1/B-person VBD/root/-1 NNP/poss/7/B-organisation POS/case/2 POS/inside/3 PUNCT/punct/7 "
    "NN/compound/7 NN/dobj/1 PUNCT/punct/7 PUNCT/punct/1",
)


@pytest.mark.parametrize(
    ("marked", "parse", "expected"),
    [
        (*REFEREE, "“a clown in boots” > Ada Pell < Lee"),
        (*MEMBERS, "“crooks” > Ost Crews < Lee"),
        (*THOSE, "“moaners with a flag” > those who complain < Lee"),
        (*OWNER, "“care line” > Pell < outlet"),
    ],
)
def test_the_clause_tells(marked: str, parse: str, expected: str) -> None:
    assert labels_in(marked, parse) == [expected]


def test_us_is_who_tells_it() -> None:
    found = labels_in(
        "[Q1 “[S2 Ministers] [C2 called] [Q2 us heroes],”] [S1 Ada Lee] [C1 said].",
        "PUNCT/punct/9 NNS/nsubj/2 VBD/ccomp/9 PRP/dobj/2 NNS/oprd/2 PUNCT/punct/9 PUNCT/punct/9 "
        "NNP/compound/8/B-person NNP/nsubj/9/I-person VBD/root/-1 PUNCT/punct/9",
    )
    assert found == ["heroes > Ada Lee < Ministers"]


CALLS_OUT = "PUNCT/punct/4 NN/dep/4 PUNCT/punct/4 PUNCT/punct/4 VBD/root/-1 DT/det/6 NN/nsubj/4 PUNCT/punct/4"


@pytest.mark.parametrize(("cue", "target"), [("replied", "Ada Lee"), ("slept", "None")])
def test_a_name_called_out_is_for_who_answers(cue: str, target: str) -> None:
    found = labels_in(
        f"[Q1 “Vandal!”] [C1 cried] [S1 a man]. [S2 Ada Lee] [C2 {cue}] [Q2 that it rained].",
        CALLS_OUT,
        f"{LEE} VBD/root/-1 IN/mark/5 PRP/nsubj/5 VBD/ccomp/2 PUNCT/punct/2",
    )
    assert found == [f"Vandal > {target} < a man"]


def test_a_name_called_out_at_someone() -> None:
    found = labels_in(
        "[S1 A man] [C1 shouted] [Q1 “Thief!”] at Ada Lee.",
        "DT/det/1 NN/nsubj/2 VBD/root/-1 PUNCT/punct/2 NN/dobj/2 PUNCT/punct/2 PUNCT/punct/2 IN/prep/2 "
        "NNP/compound/9/B-person NNP/pobj/7/I-person PUNCT/punct/2",
    )
    assert found == ["Thief > Ada Lee < A man"]


def test_it_is_the_object_of_the_clause_around() -> None:
    found = labels_in(
        "[S1,2 Lee] [C1 rejected] [Q1 the truce], [C2 calling] [Q2 it “a trap”].",
        "NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/dobj/1 PUNCT/punct/1 VBG/advcl/1 PRP/dobj/5 "
        "PUNCT/punct/9 DT/det/9 NN/oprd/5 PUNCT/punct/9 PUNCT/punct/1",
    )
    assert found == ["“a trap” > the truce < Lee"]


PARADE = "NNP/nsubj/1/B-person VBD/root/-1 DT/det/3 NN/dobj/1 PUNCT/punct/1"
DUBBED = (
    "NNP/nsubj/1/B-person VBD/root/-1 PRP/dobj/1 PUNCT/punct/5 DT/det/5 NN/oprd/1 PUNCT/punct/5 PUNCT/punct/1"
)


def test_it_is_what_the_sentence_before_brings_up() -> None:
    found = labels_in("Lee announced a parade. [S1 Pell] [C1 dubbed] [Q1 it “a farce”].", PARADE, DUBBED)
    assert found == ["“a farce” > a parade < Pell"]


def test_it_is_no_person() -> None:
    found = labels_in("Lee met a doctor. [S1 Pell] [C1 dubbed] [Q1 it “a farce”].", PARADE, DUBBED)
    assert found == ["“a farce” > None < Pell"]


REGIME = (
    "NNP/compound/1/B-person NNP/nsubj/2/I-person VBD/root/-1 PUNCT/punct/2 PUNCT/punct/2 DT/det/6 "
    "NN/nsubj/7 VBD/ccomp/2 PUNCT/punct/2 PUNCT/punct/2"
)
COUNCIL = (
    "DT/det/1 NNP/nsubj/4/B-organisation IN/prep/1/I-organisation NNP/pobj/2/I-organisation VBD/root/-1 "
    "PUNCT/punct/4"
)


@pytest.mark.parametrize(
    ("more", "target"),
    [
        (" The Council of Ost met.", "Council of Ost"),
        (" The Council of Ost met. The Council of Brel met.", "None"),
        (" The Crews of Ost met.", "None"),
    ],
)
def test_the_regime_is_the_one_government_there_is(more: str, target: str) -> None:
    marked = "[S1 Ada Lee] [C1 said]: [Q1 “The regime fled.”]" + more
    assert labels_in(marked, REGIME, *[COUNCIL] * more.count("met")) == [f"regime > {target} < Ada Lee"]


def test_what_nobody_is_named_for_is_put_on_nobody() -> None:
    assert labels_in("Two gunmen fled.", "CD/nummod/1 NNS/nsubj/2 VBD/root/-1 PUNCT/punct/2") == [
        "gunmen > None < outlet"
    ]


def test_the_regime_in_a_place_is_its_government() -> None:
    found = labels_in(
        "[S1 Lee] [C1 blamed] [Q1 “the regime in Varn”]. The government of Varn met.",
        "NNP/nsubj/1/B-person VBD/root/-1 PUNCT/punct/4 DT/det/4 NN/dobj/1 IN/prep/4 NNP/pobj/5/B-place "
        "PUNCT/punct/1 PUNCT/punct/1",
        "DT/det/1 NN/nsubj/4 IN/prep/1 NNP/pobj/2/B-place VBD/root/-1 PUNCT/punct/4",
    )
    assert found == ["“the regime in Varn” > The government of Varn < Lee"]


def test_abuse_in_one_breath_is_for_one() -> None:
    found = labels_in(
        "[Q1 “Pell is a crook. The thugs won,”] [S1 Ada Lee] [C1 said].",
        "PUNCT/punct/2 NNP/nsubj/2/B-person VBZ/root/-1 DT/det/4 NN/attr/2 PUNCT/punct/2",
        "DT/det/1 NNS/nsubj/2 VBD/ccomp/7 PUNCT/punct/2 PUNCT/punct/2 NNP/compound/6/B-person "
        "NNP/nsubj/7/I-person VBD/root/-1 PUNCT/punct/7",
    )
    assert found == ["crook > Pell < Ada Lee", "thugs > Pell < Ada Lee"]


@pytest.mark.parametrize(("said", "target"), [("Sell the clown", "Tom Pell"), ("Pell is no clown", None)])
def test_the_clown_is_the_person_last_spoken_of(said: str, target: str | None) -> None:
    parses = {
        "Sell the clown": "VB/ccomp/7 DT/det/3 NN/dobj/1",
        "Pell is no clown": "NNP/nsubj/2/B-person VBZ/ccomp/8 DT/det/4 NN/attr/2",
    }
    shift = len(said.split()) - 3
    found = labels_in(
        f"Tom Pell slept. [Q1 “{said},”] [S1 a fan] [C1 said].",
        f"{PELL} VBD/root/-1 PUNCT/punct/2",
        f"PUNCT/punct/1 {parses[said]} PUNCT/punct/1 PUNCT/punct/1 DT/det/{7 + shift} NN/nsubj/{8 + shift} "
        f"VBD/root/-1 PUNCT/punct/{8 + shift}",
    )
    assert found == ([f"clown > {target} < a fan"] if target else [])


def test_who_calls_is_the_subject_of_the_verb_not_who_tells_of_it() -> None:
    found = labels_in(
        "[Q1 Ada Lee called Tom Pell “a crank”], [S1 two men] [C1 said].",
        "NNP/compound/1/B-person NNP/nsubj/2/I-person VBD/ccomp/12 NNP/compound/4/B-person "
        "NNP/dobj/2/I-person PUNCT/punct/7 DT/det/7 NN/oprd/2 PUNCT/punct/7 PUNCT/punct/12 CD/nummod/11 "
        "NNS/nsubj/12 VBD/root/-1 PUNCT/punct/12",
    )
    assert found == ["“a crank” > Tom Pell < Ada Lee"]


@pytest.mark.parametrize(
    ("marked", "user"),
    [
        ("Talk\n\n[S1 LEE][C1 :] [Q1 Pell is a bully.]", "LEE"),
        ("Talk\n\n[S1 LEE] [C1 says] [Q1 Pell is a bully.]", "unclear"),
    ],
)
def test_turns_are_in_their_speaker_s_words(marked: str, user: str) -> None:
    found = labels_in(
        marked,
        "NN/root/-1",
        "NNP/nsubj/1/B-person VBZ/root/-1 NNP/nsubj/3/B-person VBZ/ccomp/1 DT/det/5 NN/attr/3 PUNCT/punct/1",
    )
    assert found == [f"bully > Pell < {user}"]


HEADLINE = "NN/nsubj/1 VBZ/root/-1 NN/dobj/1 PUNCT/punct/1 DT/det/6 NN/compound/6 NN/oprd/1 PUNCT/punct/1"
BODY = (
    "NNP/compound/1/B-person NNP/nsubj/2/I-person VBD/root/-1 DT/det/4 NN/dobj/2 PUNCT/punct/2 DT/det/8 "
    "NN/compound/8 NN/oprd/2 IN/prep/8 DT/det/11 NN/pobj/9 PUNCT/punct/2 PUNCT/punct/2"
)


@pytest.mark.parametrize(("source", "user"), [("Mayor", "Ada Lee"), ("Pell", "Pell")])
def test_a_headline_takes_user_and_target_from_the_text(source: str, user: str) -> None:
    marked = (
        f"[S1 {source}] [C1 calls] [Q1 plan “a tin cage”]\n\n"
        "[S2 Ada Lee] [C2 called] [Q2 the plan “a tin cage in the rain”]."
    )
    headline = HEADLINE if source == "Mayor" else HEADLINE.replace("NN/nsubj/1", "NNP/nsubj/1/B-person", 1)
    assert labels_in(marked, headline, BODY) == [
        f"“a tin cage” > the plan < {user}",
        "“a tin cage in the rain” > the plan < Ada Lee",
    ]


@given(parses())
def test_parties_are_found_whatever_the_parse(parse: Parse) -> None:
    text = parse.text
    phrases = find_phrases(parse, [Span(0, len(text))])
    scene = Scene(
        Document(id="a", text=text), parse, phrases, Cast(parse, phrases, FIRST_NAMES), [],
        find_sentences(text), find_paragraphs(text), [],
    )  # fmt: skip
    walk = Walk(scene)
    find_speakers(walk)
    words = find_labels(text, parse, find_quotations(text), [Span(0, len(text))])
    puts = put_labels(walk, words)
    found = users(walk, puts, OwnVoice.OUTLET, lambda party: party.best[0].slice(text))
    assert [label.span for label in found] == [label.span for label in words]
    assert all(span.end <= len(text) for put in puts if put.target for span in put.target.mentions)
