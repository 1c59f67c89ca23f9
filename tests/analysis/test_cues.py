"""What a cue makes of a statement: kind, act and stance of single words, multi-words and whole cues."""

from collections import Counter

import pytest

from onrecord.analysis.cue_lexicon import BARE, IRREGULAR, STRONG, UTTERING, WEAK
from onrecord.analysis.cues import Act, CueSense, Stance, cue_words, describe_cue, find_head, known_lemma
from onrecord.model.span import Span
from onrecord.model.statement import Kind

PLAIN = CueSense(Kind.SPEECH, Act.STATEMENT, Stance.NEUTRAL)


@pytest.mark.parametrize(
    ("cue", "sense"),
    [
        ("said", "speech statement neutral"),
        ("told", "speech statement neutral"),
        ("wrote", "speech statement neutral"),
        ("according to", "speech statement neutral"),
        ("per", "speech statement neutral"),
        ("in the words of", "speech statement neutral"),
        ("denied", "speech denial neutral"),
        ("refutes", "speech denial backing"),
        ("asked whether", "speech question neutral"),
        ("demanding", "speech request neutral"),
        ("recommends", "speech proposal neutral"),
        ("has vowed", "speech promise neutral"),
        ("threatens", "speech threat neutral"),
        ("warning", "speech warning neutral"),
        ("predicted", "speech prediction neutral"),
        ("accusing", "speech accusation neutral"),
        ("allegations of", "speech accusation distancing"),
        ("condemned", "speech criticism neutral"),
        ("praises", "speech praise neutral"),
        ("apologised", "speech apology neutral"),
        ("conceding", "speech admission backing"),
        ("agreed", "speech agreement neutral"),
        ("rejects", "speech rejection neutral"),
        ("thought", "thought belief neutral"),
        ("'s belief that", "thought belief neutral"),
        ("in the view of", "thought belief neutral"),
        ("knew", "thought belief backing"),
        ("hoping", "thought wish neutral"),
        ("planned", "thought plan neutral"),
        ("saw", "thought perception neutral"),
        ("worries", "thought feeling neutral"),
        ("opposes", "thought rejection neutral"),
        ("ordered", "decree order neutral"),
        ("vetoed", "decree order neutral"),
        ("sentenced", "decree ruling neutral"),
        ("voted", "decree vote neutral"),
        ("indicted", "decree accusation neutral"),
    ],
)
def test_a_word_makes_a_sense(cue: str, sense: str) -> None:
    kind, act, stance = sense.split()
    assert describe_cue(cue) == CueSense(Kind(kind), Act(act), Stance(stance))


@pytest.mark.parametrize(
    ("cue", "kind", "act"),
    [
        ("declined to comment", Kind.SPEECH, Act.STATEMENT),
        ("refused to say", Kind.SPEECH, Act.STATEMENT),
        ("refused", Kind.SPEECH, Act.REJECTION),
        ("went on to say", Kind.SPEECH, Act.STATEMENT),
        ("has been saying", Kind.SPEECH, Act.STATEMENT),
        ("began to complain", Kind.SPEECH, Act.CRITICISM),
        ("was quoted as saying", Kind.SPEECH, Act.STATEMENT),
        ("in a post calling for", Kind.SPEECH, Act.REQUEST),
        ("issued a denial", Kind.SPEECH, Act.DENIAL),
        ("gave a stern warning", Kind.SPEECH, Act.WARNING),
        ("took serious issue with", Kind.SPEECH, Act.CRITICISM),
        ("called again for", Kind.SPEECH, Act.REQUEST),
        ("called", Kind.SPEECH, Act.STATEMENT),
        ("ruled out", Kind.SPEECH, Act.DENIAL),
        ("ruled", Kind.DECREE, Act.RULING),
        ("made it very clear", Kind.SPEECH, Act.STATEMENT),
        ("expressed hope", Kind.SPEECH, Act.WISH),
        ("raised doubts about", Kind.SPEECH, Act.BELIEF),
        ("has doubts", Kind.THOUGHT, Act.BELIEF),
        ("is convinced", Kind.THOUGHT, Act.BELIEF),
        ("has no doubt", Kind.THOUGHT, Act.BELIEF),
        ("is expected", Kind.THOUGHT, Act.BELIEF),
        ("is expected to announce", Kind.SPEECH, Act.STATEMENT),
        ("expects to win", Kind.THOUGHT, Act.BELIEF),
        ("plans to announce", Kind.THOUGHT, Act.PLAN),
        ("wants to be told", Kind.THOUGHT, Act.WISH),
        ("would like", Kind.THOUGHT, Act.WISH),
        ("voted against", Kind.DECREE, Act.VOTE),
        ("apparently thinks", Kind.THOUGHT, Act.BELIEF),
    ],
)
def test_the_head_of_several_words_is_chosen(cue: str, kind: Kind, act: Act) -> None:
    sense = describe_cue(cue)
    assert (sense.kind, sense.act) == (kind, act)


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        *((cue, Stance.BACKING) for cue in ("pointed out", "noted", "admitted", "revealed", "rightly said")),
        *(
            (cue, Stance.DISTANCING)
            for cue in ("claimed", "purports", "boasting", "falsely said", "so-called")
        ),
        *((cue, Stance.DISTANCING) for cue in ("allegedly told", "’s contention")),
        *((cue, Stance.NEUTRAL) for cue in ("said", "maintained", "asserted", "declared", "reportedly said")),
    ],
)
def test_where_the_outlet_stands(cue: str, stance: Stance) -> None:
    assert describe_cue(cue).stance is stance


@pytest.mark.parametrize("cue", [":", "—", "–", "in", "via", "", "“", "zorbed", "'s"])
def test_what_is_not_known_is_plain_speech(cue: str) -> None:
    assert describe_cue(cue) == PLAIN


@pytest.mark.parametrize("cue", ["DENIED", "Denied", "denied,", "“denied”", " denied\n"])
def test_case_and_marks_change_nothing(cue: str) -> None:
    assert describe_cue(cue).act is Act.DENIAL


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        *(
            ("denies", "deny"),
            ("denied", "deny"),
            ("denying", "deny"),
            ("swore", "swear"),
            ("sought", "seek"),
        ),
        *(("admitted", "admit"), ("admitting", "admit"), ("hoping", "hope"), ("findings", "finding")),
        *(
            ("labelled", "label"),
            ("says", "say"),
            ("confesses", "confess"),
            ("found", "find"),
            ("zorbs", None),
        ),
        *(("lying", "lie"), ("feelings", "feeling"), ("written", "write"), ("opposed", "oppose")),
    ],
)
def test_forms_are_traced_to_their_lemma(word: str, lemma: str | None) -> None:
    assert known_lemma(word) == lemma


def test_the_head_knows_its_place() -> None:
    head = find_head(["has", "made", "it", "clear"])
    assert head is not None
    assert (head.first, head.end, head.lemma, head.strong) == (1, 4, "make clear", True)


def test_a_word_that_only_leads_is_weak() -> None:
    head = find_head(["has", "begun"])
    assert head is not None
    assert (head.lemma, head.strong) == ("begin", False)


def test_no_preposition_stands_in_a_multi_word() -> None:
    assert describe_cue("called to ask about money for").act is not Act.REQUEST


def test_words_have_their_places() -> None:
    text = "Lee’s claim that"
    assert [(word.word, word.span.slice(text)) for word in cue_words(text)] == [
        ("lee", "Lee’s"),
        ("claim", "claim"),
        ("that", "that"),
    ]
    assert cue_words("said", 40)[0].span == Span(40, 44)


@pytest.mark.parametrize(
    ("cue", "source", "kind"),
    [
        ("denied", "The appeals court", Kind.DECREE),
        ("concluded", "three judges", Kind.DECREE),
        ("denied", "The court’s clerk", Kind.SPEECH),
        ("denied", "Ida Lee, a former judge,", Kind.SPEECH),
        ("dismissed", "Judge Ida Lee", Kind.DECREE),
        ("denied", "Court officials", Kind.SPEECH),
        ("denied", "Lee", Kind.SPEECH),
        ("said", "The court", Kind.SPEECH),
    ],
)
def test_what_a_court_finds_is_a_ruling(cue: str, source: str, kind: Kind) -> None:
    assert describe_cue(cue, source).kind is kind


# ------------------------------------------------------------------------------------------ the lexicon


def test_every_row_names_a_sense() -> None:
    for key in (*STRONG, *WEAK):
        kind, act, stance = key.split()
        assert (Kind(kind), Act(act), Stance(stance)) == (kind, act, stance)


def test_no_word_has_two_senses() -> None:
    words = Counter(word for row in (*STRONG.values(), *WEAK.values()) for word in row.split())
    assert [word for word, times in words.items() if times > 1] == []


def test_every_act_is_made_by_some_word() -> None:
    assert {key.split()[1] for key in STRONG} == set(Act)


def test_a_form_that_would_double_its_last_letter_is_of_another_word() -> None:
    forms = {"sparred": "spar", "sparring": "spar", "banned": "ban", "vetoed": "veto"}
    assert {form: known_lemma(form) for form in forms} == forms
    assert [known_lemma(word) for word in ("spared", "sparing", "raped", "bared")] == [None] * 4


def test_every_irregular_form_leads_somewhere() -> None:
    helpers = {"be", "do", "have"}
    assert [
        form for form, lemma in IRREGULAR.items() if lemma not in helpers and not known_lemma(lemma)
    ] == []


def test_words_that_utter_are_known_and_bare_words_are_not() -> None:
    assert all(known_lemma(word) for word in UTTERING)
    assert not any(known_lemma(word) for word in BARE)
