"""What a verb attributes is told from the order of words, however the parse ties them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.cues import Head, find_head
from onrecord.analysis.nested_order import directed, handed, quoted, uttered
from onrecord.analysis.syntax import Parse
from onrecord.neural.words import split_words
from tests.analysis.made import any_parse

TAGS = {
    **dict.fromkeys("He She They it they him her us me".split(), "PRP"),
    **dict.fromkeys("Lee Park Ms Monday".split(), "NNP"),
    **dict.fromkeys("staff crew rain boat job name word fish plan dam years".split(), "NN"),
    **dict.fromkeys("the a her_ that_".split(), "DT"),
    **dict.fromkeys("leave bin stay sink say".split(), "VB"),
    **dict.fromkeys("ordered told asked pleaded vowed claimed promised offered said left came slept".split(),
                    "VBD"),
    **dict.fromkeys("with on of about at for".split(), "IN"),
    **dict.fromkeys("never quickly again not".split(), "RB"),
    "to": "TO", "ten": "CD", "old": "JJ", "worse": "JJR", "no": "UH", "and": "CC", "that": "IN",
}  # fmt: skip


def tagged(text: str) -> Parse:
    """A parse that knows the parts of speech and the times of words, and ties no word to any other."""
    words = split_words(text)
    printed = [word.slice(text) for word in words]
    names = ["B-time" if word in ("Monday", "2016") else "O" for word in printed]
    count = len(words)
    return Parse(text, words, [TAGS.get(w, "PUNCT") for w in printed], ["dep"] * count, [-1] * count, names)


def after(
    text: str, verb: str, find: Callable[[Parse, int, Head], range | None], lemma: str = ""
) -> str | None:
    """What is found behind a verb of a text, in words."""
    parse = tagged(text)
    head = find_head((lemma or verb).split())
    assert head is not None
    words = find(parse, [parse.word(i) for i in range(len(parse.words))].index(verb), head)
    return None if words is None else parse.span(words).slice(text)


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("He ordered staff to bin it.", "ordered", "to bin it"),
        ("He told the old crew to leave.", "told", "to leave"),
        ("He asked Lee on Monday not to leave.", "asked", "not to leave"),
        ("He pleaded with Lee to stay.", "pleaded", "to stay"),
        ("He told Lee to never leave.", "told", "to never leave"),
        ("He told Lee to “leave”.", "told", "to “leave”"),
        # what the speaker himself will do or has done
        ("He vowed to leave.", "vowed", "to leave"),
        ("He claimed to leave.", "claimed", "to leave"),
        # where it ends
        ("He told Lee to leave; it rained.", "told", "to leave"),
        ("He told Lee to leave, and he left.", "told", "to leave"),
        ("He told Lee to leave and they left.", "told", "to leave"),
        ("He told Lee to leave, Park said.", "told", "to leave"),
        ("He told Lee to leave and stay.", "told", "to leave and stay"),
        ("He told Lee to leave\nIt rained", "told", "to leave"),
        # no order
        ("He told Lee that it left.", "told", None),
        ("He told Lee.", "told", None),
        ("He told Lee to.", "told", None),
        ("He told Lee to the boat.", "told", None),
        ("He told Lee, who left to leave.", "told", None),
        ("He told Lee it left to leave.", "told", None),
        ("He said to leave.", "said", None),  # no verb of orders
    ],
)
def test_directed(text: str, verb: str, words: str | None) -> None:
    assert after(text, verb, directed) == words


def test_who_promises_and_to_whom() -> None:
    parse = tagged("He vowed Lee to leave.")
    tied = Parse(
        parse.text,
        parse.words,
        parse.speech,
        ["nsubj", "root", "dobj", "aux", "xcomp", "punct"],
        [1, -1, 1, 4, 1, 1],
        parse.names,
    )
    head = find_head(["vowed"])
    assert head is not None
    assert directed(parse, 1, head) == range(3, 5)
    assert directed(tied, 1, head) is None


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("He told me the name.", "told", "the name"),
        ("He promised us ten years.", "promised", "ten years"),
        ("He promised us on Monday.", "promised", None),
        ("He told him Monday the name.", "told", "the name"),
        ("He told her nothing.", "told", "nothing"),
        ("He told her so.", "told", "so"),
        ("He told me that it rained.", "told", None),
        ("He told me to leave.", "told", None),
        ("He told me.", "told", None),
        # a name or a noun
        ("He offered Ms Lee the old job.", "offered", "the old job"),
        ("He offered Lee the boat, and they left.", "offered", "the boat"),
        ("He offered the crew ten years.", "offered", "ten years"),
        ("He told Lee everything.", "told", "everything"),
        ("He offered Lee Monday a job.", "offered", "a job"),
        ("He offered a job.", "offered", None),
        ("He offered Lee.", "offered", None),
        ("He said Lee the name.", "said", None),
    ],
)
def test_handed(text: str, verb: str, words: str | None) -> None:
    assert after(text, verb, handed) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said no.", "no"),
        ("He said a word about fish.", "a word about fish"),
        ("He said worse.", "worse"),
        ("He said the name, and he left.", "the name"),
        ("He said the name in 2016.", "the name"),
        ("He said the name Monday.", "the name"),
        ("He said so.", None),
        ("He said again.", None),
        ("He said Monday.", None),
        ("He said on Monday.", None),
        ("He said.", None),
        ("He said", None),
    ],
)
def test_uttered(text: str, words: str | None) -> None:
    assert after(text, "said", uttered) == words


def test_only_saying_utters() -> None:
    assert after("He claimed the boat.", "claimed", uttered) is None


def in_marks(parse: Parse, verb: int, head: Head) -> range | None:
    return quoted(parse, verb)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said, ‘it left’, and left.", "‘it left’"),
        ("He said to her: ‘it’s Lee’.", "‘it’s Lee’"),
        ("He said to Lee on Monday, “it left”.", "“it left”"),
        ("He said: ‘it left.", None),  # never closed
        ("He said ‘it’ left.", None),  # only a part of a sentence in marks
        ("He said it left, ‘it left’.", None),  # another verb between
        ("He said. ‘It left.’", None),
        ("He said", None),
    ],
)
def test_quoted(text: str, words: str | None) -> None:
    assert after(text, "said", in_marks) == words


@given(any_parse(), st.sampled_from("told promised said vowed called".split()), st.data())
def test_whatever_is_found_lies_behind_the_verb(parse: Parse, verb: str, data: st.DataObject) -> None:
    if not parse.words:
        return
    head = find_head([verb])
    assert head is not None
    at = data.draw(st.integers(0, len(parse.words) - 1))
    for find in (directed, handed, uttered, in_marks):
        words = find(parse, at, head)
        if words is not None:
            assert at < words.start < words.stop <= len(parse.words)
