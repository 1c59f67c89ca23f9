"""Marked text is read as it was meant, its mistakes are named, and the samples agree with their marks."""

import json
from pathlib import Path

import pytest

from samples.build import HERE, build_samples
from tests.factory import Marked, MarkError, parse_marked
from tests.marked_lines import days_of


def words(marked: Marked, number: int) -> tuple[list[str], list[str], list[str]]:
    """Return source, cue and content of one statement as words."""
    found = next(statement for statement in marked.statements if statement.number == number)
    return marked.slices(found.source), marked.slices(found.cue), marked.slices(found.content)


def test_round_trip() -> None:
    header = "title: Rain\noutlet: The Post\n---\n"
    trailer = "\n---\n1: kind=thought status=negated\n"
    marked = parse_marked(header + "[S1 Lee] [C1 said] [Q1 it rained]." + trailer)
    assert marked.meta == {"title": "Rain", "outlet": "The Post"}
    assert marked.text == "Lee said it rained."
    (found,) = marked.statements
    assert (found.source, found.cue, found.content) == (((0, 3),), ((4, 8),), ((9, 18),))
    assert (found.kind, found.status, found.within) == ("thought", "negated", None)


def test_defaults_and_bare_tags() -> None:
    marked = parse_marked("[S Lee] [C said] [Q it rained]")
    assert marked.meta == {}
    assert words(marked, 1) == (["Lee"], ["said"], ["it rained"])
    assert (marked.statements[0].kind, marked.statements[0].status) == ("speech", "asserted")


def test_text_without_rules_is_kept_as_it_is() -> None:
    assert parse_marked("\n It rained.\n").text == "\n It rained.\n"


def test_several_spans_in_the_order_of_the_text() -> None:
    marked = parse_marked("[Q1 “It rained,”] [S1 she] [C1 said]. [Q1 “It poured.”]")
    assert words(marked, 1) == (["she"], ["said"], ["“It rained,”", "“It poured.”"])


def test_offsets_count_code_points() -> None:
    marked = parse_marked("🌧 Zoë: [Q1 «\u00a0é\u00a0»]")
    assert marked.statements[0].content == ((7, 12),)


def test_shared_source_and_touching_marks() -> None:
    marked = parse_marked("[S1,2 The mayor][C1 ’s claim] [Q1 that it rained], and [C2 fears] [Q2 floods].")
    assert words(marked, 1) == (["The mayor"], ["’s claim"], ["that it rained"])
    assert words(marked, 2) == (["The mayor"], ["fears"], ["floods"])
    assert marked.text.startswith("The mayor’s claim that")


def test_nesting() -> None:
    marked = parse_marked(
        "[S1 Lee] [C1 said] [Q1 that [S2 Park] [C2 claims] [Q2 [S3 Kim] [C3 hopes] [Q3 for rain]]]."
    )
    assert [statement.within for statement in marked.statements] == [None, 1, 2]
    assert words(marked, 1)[2] == ["that Park claims Kim hopes for rain"]


def test_statement_without_source() -> None:
    assert words(parse_marked("It [C1 is said] [Q1 that it rained]."), 1)[0] == []


def test_details() -> None:
    marked = parse_marked(
        "[S1 Ana Lee] [C1 told] [A1 the press] [T1 on Monday] [Q1 that [S2 she] [C2 claims] [Q2 so]].\n---\n"
        '1: speaker="Ana Lee" addressee="the press" when=2021-03-08/2021-03-14 act=denial stance=distancing\n'
        '2: kind=thought speaker="Ana Lee + the press" anonymous=yes'
    )
    outer, inner = marked.statements
    assert marked.slices(outer.addressee + outer.time) == ["the press", "on Monday"]
    assert (outer.speaker, outer.anonymous, outer.addressee_name) == ("Ana Lee", False, "the press")
    assert (outer.when, outer.act, outer.stance) == ("2021-03-08/2021-03-14", "denial", "distancing")
    assert (inner.speaker, inner.anonymous, inner.addressee_name) == ("Ana Lee + the press", True, None)
    assert (inner.kind, inner.when, inner.act, inner.stance) == ("thought", None, "statement", "neutral")
    assert marked.labels == []


def test_labels_stand_anywhere_and_have_their_own_numbers() -> None:
    marked = parse_marked(
        "[S1 The [L2 “quay rats”]] [C1 told] [A1 the [L1 so-called [L4 regime]]] [Q1 of [L3 thugs]].\n---\n"
        'L1: user=unclear target=none\nL2: user=outlet target="quay rats"\n'
        'L3: target="regime" user="quay rats"\nL4: user=author target=none\n'
        '1: speaker="The “quay rats”"'
    )
    assert [label.number for label in marked.labels] == [1, 2, 3, 4]
    assert marked.slices(tuple(label.span for label in marked.labels)) == [
        "so-called regime",
        "“quay rats”",
        "thugs",
        "regime",
    ]
    assert [(label.user, label.target) for label in marked.labels] == [
        ("unclear", None),
        ("outlet", "quay rats"),
        ("quay rats", "regime"),
        ("author", None),
    ]
    assert words(marked, 1) == (["The “quay rats”"], ["told"], ["of thugs"])
    assert marked.slices(marked.statements[0].addressee) == ["the so-called regime"]


def test_addressee_and_time_may_be_shared() -> None:
    marked = parse_marked("[S1,2 Lee] [C1 told] [A1,2 us] [T1,2 on Monday] [Q1 no] and [C2 added] [Q2 never]")
    assert [(one.addressee, one.time) for one in marked.statements] == [(((9, 11),), ((12, 21),))] * 2


def test_an_author_may_be_named_in_the_byline_only() -> None:
    text = 'byline: Kim Ode\n---\n[S1 I] [C1 think] [Q1 so].\n---\n1: kind=thought speaker="Kim Ode"'
    assert parse_marked(text).statements[0].speaker == "Kim Ode"


def test_a_name_may_hold_quotation_marks() -> None:
    text = '[S1 Al "Red" Lee] [C1 said] [Q1 no].\n---\n1: speaker="Al \\"Red\\" Lee"'
    assert parse_marked(text).statements[0].speaker == 'Al "Red" Lee'


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2021-03-16", ("2021-03-16", "2021-03-16")),
        ("2021-02", ("2021-02-01", "2021-02-28")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2021-03-08/2021-03-14", ("2021-03-08", "2021-03-14")),
        ("2021-11/2022", ("2021-11-01", "2022-12-31")),
        ("?", None),
    ],
)
def test_days(when: str, days: tuple[str, str] | None) -> None:
    assert days_of(when) == days


@pytest.mark.parametrize(
    "when", ["2021-02-30", "2021-13", "21-03-16", "2021-03-14/2021-03-08", "2021/22", "a/b/c"]
)
def test_days_that_are_none(when: str) -> None:
    with pytest.raises(MarkError, match=f"when={when}"):
        days_of(when)


def test_escapes() -> None:
    marked = parse_marked("[S1 Lee][C1 :] [Q1 yes \\[laughs\\] a\\\\b \\n]")
    assert marked.text == "Lee: yes [laughs] a\\b \\n"


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("[S1 Lee said", "never closed"),
        ("one\nLee] said", r"closes no mark in line 2 .* before '\] said'"),
        ("Lee [laughs] said", "opens no mark in line 1"),
        ("[X1 Lee] [Q1 rain]", "opens no mark"),
        ("[Q1  rain]", "white space at its edge"),
        ("[S1 ] [Q1 rain]", "is empty"),
        ("[Q1 rain\n\nsnow]", "paragraph's end"),
        ("[Q1,2 rain]", "only a source"),
        ("[S1 Lee and [S2 Park]] [Q2 rain]", "nest in content only"),
        ("[Q1 rain, [S1 Lee] said]", "same statement"),
        ("[S1 Lee] [C1 said] so", "statement 1 has no content"),
        ("[S2 Lee] [C1 said] [Q1 that [Q2 rain]]", "statement 2 stands partly within"),
        ("[Q1 rain]\n---\n2: kind=thought", "unknown statement 2 .* marked are: 1"),
        ("[Q1 rain]\n---\n1: kind=dream", "unknown kind 'dream'; there are: speech, thought, decree"),
        ("[Q1 rain]\n---\n1: form=direct", "unknown attribute 'form'"),
        ("[Q1 rain]\n---\n1: act=shout", "unknown act 'shout'; there are: statement, denial"),
        ("[Q1 rain]\n---\n1: act=denial act=order", "act stands twice"),
        ("[S1 Lee] [Q1 rain]\n---\n1: speaker=Lee", 'needs quotation marks: speaker="Lee"'),
        ("[S1 Lee] [Q1 rain]\n---\n1: speaker=“Lee”", "cannot read .* straight quotation marks"),
        ('[S1 Lee] [Q1 rain]\n---\n1: kind="thought"', "kind is no name"),
        ('[S1 Lee] [Q1 rain]\n---\n1: speaker="Le"', "speaker of statement 1, 'Le', is nowhere"),
        ('[S1 Lee] [Q1 rain]\n---\n1: speaker="lee"', "'lee', is nowhere"),
        ('[S1 Lee’s] [Q1 rain]\n---\n1: speaker="Lee\'s"', "curly or straight apostrophe"),
        ('[S1 Lee] [Q1 rain]\n---\n1: speaker="Lee + Park"', "'Park', is nowhere"),
        ('[S1 Lee] [Q1 rain]\n---\n1: speaker="Lee + "', "white space at an edge"),
        ('[S1 Lee] [Q1 rain]\n---\n1: speaker=""', "is empty"),
        ('[S1 Lee] [Q1 rain]\n---\n1: addressee="Lee"', r"addressee= but no mark \[A1 …\]"),
        ("[S1 Lee] [Q1 rain]\n---\n1: when=2021", r"when= but no mark \[T1 …\]"),
        ("[T1 now] [Q1 rain]\n---\n1: when=now", "when=now is no day"),
        ("[A1 the [S2 mayor]] [Q1 rain] [Q2 snow]", "in content only, but for labels"),
        ("[L1 the [S1 mayor]] [Q1 rain]\n---\nL1: user=outlet target=none", r"stands in '\[L1 '"),
        ("[L1 rain]", "label 1 has no line"),
        ("[L1 rain] [L1 snow]\n---\nL1: user=outlet target=none", "label 1 is marked twice"),
        ("[L1,2 rain]", "is shared"),
        ("rain\n---\nL1: user=outlet target=none", "unknown label 1 .* marked are: none"),
        ("[L1 rain]\n---\nL1: user=outlet", "has no target"),
        ("[L1 rain]\n---\nL1: target=none", "has no user"),
        ("[L1 rain]\n---\nL1: user=us target=none", "unknown user 'us'; .* or a name in quotation marks"),
        ('[L1 rain]\n---\nL1: user="outlet" target=none', "without quotation marks"),
        ("[L1 rain]\n---\nL1: user=outlet target=Lee", "unknown target 'Lee'"),
        ("[L1 rain]\n---\nL1: kind=thought", "unknown attribute 'kind'"),
        ("[Q1 rain]\n---\n1: user=outlet", "unknown attribute 'user'"),
        ("[Q1 rain]\n---\nkind=thought", "cannot read 'kind=thought'"),
        ("[Q1 rain]\n---\n1: kind=thought\n1: status=asked", "statement 1 has two lines"),
        ("[Q1 rain]\n---\n---\n", "2 lines '---'"),
    ],
)
def test_mistakes_are_named(marked: str, message: str) -> None:
    with pytest.raises(MarkError, match=message):
        parse_marked(marked)


def test_samples_on_disk_agree_with_their_marks(tmp_path: Path) -> None:
    counts = build_samples(tmp_path)
    assert len(counts) >= 8
    for name in ["gold.jsonl", *(f"{sample}.txt" for sample in counts)]:
        assert (tmp_path / name).read_bytes() == (HERE / name).read_bytes(), (
            f"run samples/build.py for {name}"
        )


def test_samples_give_each_word_to_one_statement() -> None:
    for line in map(json.loads, (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        taken: set[tuple[int, str | None]] = set()
        for statement in line["statements"]:
            spans = [*statement["cue"], *statement["content"]]
            points = {(point, statement["within"]) for start, end in spans for point in range(start, end)}
            assert not points & taken, (line["id"], statement["id"])
            taken |= points


def test_stripped_sample_is_stripped() -> None:
    assert not set((HERE / "stripped.txt").read_text(encoding="utf-8")) & set(",'’‘“”")
