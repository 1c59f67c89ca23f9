"""Marked text is read as it was meant, its mistakes are named, and the samples agree with their marks."""

import json
from pathlib import Path

import pytest

from samples.build import HERE, build_samples
from tests.factory import Marked, MarkError, parse_marked


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
