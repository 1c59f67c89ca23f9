"""A label is used by who words it: the document, a speaker who is quoted, or it can't be told."""

from __future__ import annotations

import pytest

from onrecord.analysis.labels.users import put_labels, users
from onrecord.analysis.labels.words import LabelWords
from onrecord.model import Label, OwnVoice, Span
from tests.analysis.parses import called, walk_of
from tests.factory import parse_marked


def labels(
    marked: str,
    *,
    own: OwnVoice = OwnVoice.OUTLET,
    quoted: bool = False,
    because: str = "in the list of labels",
) -> list[Label]:
    """The labels of a marked text; users and targets by name. A label is put on the phrase around it."""
    walk = walk_of(marked)
    text = walk.scene.text
    found = []
    for one in parse_marked(marked).labels:
        span = Span(*one.span)
        holding = [p.span(walk.scene.parse) for p in walk.scene.phrases]
        target = max((s for s in holding if s.contains(span)), default=None, key=lambda s: s.end - s.start)
        found.append(LabelWords(span, span.slice(text), target, quoted, because))
    return users(walk, put_labels(walk, found), own, lambda party: called(walk, party))


LINE = "\n---\nL1: user=outlet target=none"
LINES = LINE + "\nL2: user=outlet target=none"


@pytest.mark.parametrize(
    ("marked", "user"),
    [
        ("The [L1 regime] fell." + LINE, "outlet"),
        ("[Q “The [L1 regime] fell,”] [S Lee] [C said]." + LINE, "Lee"),
        ("[S Lee] [C said] [Q the [L1 regime] fell]." + LINE, "unclear"),
        ("[S Lee] [C said] [Q the [L1 “regime”] fell]." + LINE, "Lee"),
        ("[C Said]: [Q the [L1 regime] fell]." + LINE, "unclear"),
        ("[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 knew] [Q2 “the [L1 regime] fell”]]." + LINE, "Park"),
    ],
)
def test_who_uses_it(marked: str, user: str) -> None:
    assert [label.user for label in labels(marked)] == [user]


@pytest.mark.parametrize("own", OwnVoice)
def test_the_document_s_own_voice(own: OwnVoice) -> None:
    assert labels("The [L1 regime] fell." + LINE, own=own)[0].user == own.value


def test_marks_of_another_kind_count() -> None:
    marked = "[S Lee] [C said] [Q the [L1 regime] fell]." + LINE
    assert labels(marked, quoted=True)[0].user == "Lee"


SETTLED = "[Q1 “The [L1 regime] fell,”] [S1 {}] [C1 said]. [S2 {}] [C2 said] [Q2 the [L2 {}] fell]." + LINES


@pytest.mark.parametrize(
    ("first", "second", "label", "user"),
    [
        ("Lee", "Lee", "regime", "Lee"),
        ("Lee", "Park", "regime", "unclear"),
        ("Lee", "Lee", "junta", "unclear"),
    ],
)
def test_own_words_elsewhere_settle_it(first: str, second: str, label: str, user: str) -> None:
    assert labels(SETTLED.format(first, second, label))[1].user == user


def test_the_statement_around_it() -> None:
    walk = walk_of("[S Lee] [C said] [Q the [L1 regime] fell]. The [L2 regime] slept." + LINES)
    found = labels("[S Lee] [C said] [Q the [L1 regime] fell]. The [L2 regime] slept." + LINES)
    assert [label.statement for label in found] == [walk.scene.statements[0].id, None]


def test_scare_quotes_that_are_all_that_was_said_are_no_label() -> None:
    marked = "[S Lee] [C called] it [Q [L1 “genocide”]]." + LINE
    assert labels(marked, because="scare quotes") == []
    assert len(labels(marked)) == 1


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("The [L1 terrorist] Ada Lee slept." + LINE, "Ada Lee"),
        ("The [L1 regime] fell." + LINE, "The regime"),
        ("[L1 Terrorists] slept." + LINE, "Terrorists"),
    ],
)
def test_whom_it_is_put_on(marked: str, target: str) -> None:
    assert [label.target for label in labels(marked)] == [target]


def test_two_labels_on_one_new_party() -> None:
    marked = "The [L1 scum] slept. The [L2 scum] left." + LINES
    walk = walk_of(marked)
    text = walk.scene.text
    places = [Span(*one.span) for one in parse_marked(marked).labels]
    targets = [Span(start - len("The "), end) for start, end in places]
    words = [LabelWords(place, "scum", target, quoted=False, because="x")
             for place, target in zip(places, targets, strict=True)]  # fmt: skip
    first, second = (put.target for put in put_labels(walk, words))
    assert first is not None
    assert first is second
    assert [span.slice(text) for span in first.mentions] == ["The scum", "The scum"]


def test_a_label_put_on_nothing() -> None:
    walk = walk_of("The regime fell.")
    (put,) = put_labels(walk, [LabelWords(Span(4, 10), "regime", None, quoted=False, because="x")])
    assert (put.target, put.statement) == (None, None)


def test_a_label_without_words_is_none() -> None:
    walk = walk_of("The regime fell.")
    assert put_labels(walk, [LabelWords(Span(3, 4), " ", None, quoted=False, because="x")]) == []


def called_by(marked: str, by: str, verb: str | None, *, own: OwnVoice = OwnVoice.OUTLET) -> str:
    """The user of the last label of a marked text, which the word `by` puts by the word `verb`."""
    walk = walk_of(marked)
    parse = walk.scene.parse
    words = [parse.word(i) for i in range(len(parse.words))]
    span = Span(*parse_marked(marked).labels[-1].span)
    label = LabelWords(
        span, span.slice(walk.scene.text), None, quoted=False, because="called a …",
        by=words.index(by), verb=words.index(verb) if verb else None,
    )  # fmt: skip
    return users(walk, put_labels(walk, [label]), own, lambda party: called(walk, party))[0].user


@pytest.mark.parametrize(
    ("marked", "by", "verb", "user"),
    [
        ("Lee called Park a [L1 “crank”]." + LINE, "Lee", "called", "Lee"),
        ("Lee called Park a [L1 crank]." + LINE, "Lee", "called", "unclear"),
        # his word, not theirs
        ("[Q Lee called Park a [L1 “crank”]], [S Dovan] [C said]." + LINE, "Lee", "called", "Lee"),
        ("[S Lee] [C called] [Q Park a [L1 “crank”]]." + LINE, "Lee", "called", "Lee"),
        # nobody else is known
        ("Locals called Park a [L1 “crank”]." + LINE, "Locals", "called", "outlet"),
        ("Locals called Park a [L1 “crank”]." + LINE, "Locals", None, "Locals"),
        ("[Q “Locals called Park a [L1 crank],”] [S Lee] [C said]." + LINE, "Locals", "called", "Lee"),
        ("[Q “Locals called Park a [L1 crank],”] [S Lee] [C said]." + LINE, "Locals", None, "Lee"),
    ],
)
def test_who_puts_it(marked: str, by: str, verb: str | None, user: str) -> None:
    assert called_by(marked, by, verb) == user


@pytest.mark.parametrize(
    ("marked", "user"),
    [
        ("It rained.\n[S Lee][C :] [Q The [L1 regime] fell.]" + LINE, "Lee"),  # a turn
        ("[S Lee][C :] [Q The [L1 regime] fell.]\nIt rained." + LINE, "unclear"),  # a headline
        ("It rained. [S Lee][C :] [Q The [L1 regime] fell.]" + LINE, "unclear"),
        ("It rained.\n[S Lee] [C said] [Q the [L1 regime] fell]." + LINE, "unclear"),
    ],
)
def test_a_turn_is_in_its_speaker_s_own_words(marked: str, user: str) -> None:
    assert [label.user for label in labels(marked)] == [user]


@pytest.mark.parametrize(
    ("text", "user"),
    [
        ("Park a [L1 “crank”]\n[Q “Park is a [L2 crank],”] [S Lee] [C said]." + LINES, "Lee"),
        ("Park a [L1 “crank”]\n[Q “Park is a [L2 rat],”] [S Lee] [C said]." + LINES, "outlet"),
    ],
)
def test_a_headline_s_label_is_whose_the_text_says(text: str, user: str) -> None:
    assert labels(text)[0].user == user
