"""What a verb attributes is told by the parse, and by the order of words where the parse is wrong."""

from __future__ import annotations

import pytest

from onrecord.analysis.cues import find_head
from onrecord.analysis.nested_content import content_of, is_passive, without_edges
from onrecord.analysis.syntax import Parse
from tests.analysis.made import parsed
from tests.analysis.parses import parse_of


def content(parse: Parse, verb: str, subject: int = 0) -> str | None:
    """What a verb attributes, in words."""
    at = next(i for i in range(len(parse.words)) if parse.word(i) == verb)
    head = find_head([verb])
    assert head is not None
    words = content_of(parse, at, head, subject)
    return None if words is None else parse.span(words).slice(parse.text)


@pytest.mark.parametrize(
    ("parse", "verb", "words"),
    [
        (parsed("He told me it would lift .", "He PRP nsubj 1", "told VBD root -1", "me PRP dobj 1",
                "it PRP nsubj 5", "would MD aux 5", "lift VB relcl 2", ". PUNCT punct 1"),
         "told", "it would lift"),
        (parsed("They said the cod was gone .", "They PRP nsubj 1", "said VBD root -1", "the DT det 3",
                "cod NN dobj 1", "was VBD auxpass 5", "gone VBN acl 3", ". PUNCT punct 1"),
         "said", "the cod was gone"),
        (parsed("He told me on Monday it rained .", "He PRP nsubj 1", "told VBD root -1", "me PRP dobj 1",
                "on IN prep 1", "Monday NNP pobj 3 B-time", "it PRP nsubj 6", "rained VBD conj 1",
                ". PUNCT punct 1"),
         "told", "it rained"),
        (parsed("He told Lee , on Monday , that it rained .", "He PRP nsubj 1", "told VBD root -1",
                "Lee NNP dobj 1", ", PUNCT punct 1", "on IN prep 1", "Monday NNP pobj 4 B-time",
                ", PUNCT punct 1", "that IN mark 9", "it PRP nsubj 9", "rained VBD advcl 1",
                ". PUNCT punct 1"),
         "told", None),
        (parsed("Lee called us heroes .", "Lee NNP nsubj 1", "called VBD root -1", "us PRP dobj 1",
                "heroes NNS dobj 1", ". PUNCT punct 1"),
         "called", "us heroes"),
        (parsed("Lee said “ no .", "Lee NNP nsubj 1", "said VBD root -1", "“ PUNCT punct 1", "no NN dobj 1",
                ". PUNCT punct 1"),
         "said", "no"),
        # short answers: what follows "said" was said
        (parsed("Lee said a word .", "Lee NNP nsubj 1", "said VBD root -1", "a DT det 3", "word NN dobj 1",
                ". PUNCT punct 1"),
         "said", "a word"),
        (parsed("Lee said that word .", "Lee NNP nsubj 1", "said VBD root -1", "that DT det 3",
                "word NN dobj 1", ". PUNCT punct 1"),
         "said", "that word"),
        (parsed("Lee slept , Park said .", "Lee NNP nsubj 1", "slept VBD root -1", ", PUNCT punct 1",
                "Park NNP nsubj 4", "said VBD parataxis 1", ". PUNCT punct 1"),
         "said", "Lee slept"),
    ],
)  # fmt: skip
def test_of_a_parse_that_is_wrong_or_rare(parse: Parse, verb: str, words: str | None) -> None:
    assert content(parse, verb, subject=3 if verb == "said" and parse.word(3) == "Park" else 0) == words


@pytest.mark.parametrize(
    ("parse", "verb"),
    [
        # an object is no clause
        (parsed("Lee thought a word .", "Lee NNP nsubj 1", "thought VBD root -1", "a DT det 3",
                "word NN dobj 1", ". PUNCT punct 1"), "thought"),
        # "that" points to something
        (parsed("Lee thought that word .", "Lee NNP nsubj 1", "thought VBD root -1", "that DT det 3",
                "word NN dobj 1", ". PUNCT punct 1"), "thought"),
        # when it was said is not what was said
        (parsed("Lee said on Monday .", "Lee NNP nsubj 1", "said VBD root -1", "on IN prep 1",
                "Monday NNP pobj 2 B-time", ". PUNCT punct 1"), "said"),
        # a sentence of its own
        (parsed("Lee spoke . It rained .", "Lee NNP nsubj 1", "spoke VBD root -1", ". PUNCT punct 1",
                "It PRP nsubj 4", "rained VBD root -1", ". PUNCT punct 4"), "spoke"),
    ],
)  # fmt: skip
def test_nothing(parse: Parse, verb: str) -> None:
    assert content(parse, verb) is None


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Lee said that the plan was rejected by the council.", 6, True),
        ("Lee said that it was said that it rained.", 5, True),
        ("Lee said that Park denied the report on the dam.", 4, False),
    ],
)
def test_passives(text: str, verb: int, passive: bool) -> None:
    assert is_passive(parse_of(text), verb) is passive


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [
        (0, 3, "Lee"),
        (0, 5, "Lee , : Park"),
        (2, 4, None),
        (2, 2, None),
        (4, 9, "Park . “ no ”"),
        (5, 7, None),
    ],
)
def test_marks_at_edges(start: int, stop: int, words: str | None) -> None:
    text = "— Lee , : Park . “ no ”"
    parse = parsed(text, *(f"{word} X dep -1" for word in text.split()))
    found = without_edges(parse, range(start, stop))
    assert (parse.span(found).slice(parse.text) if found else None) == words


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        ((), None),  # gunmen attacked the village
        (("in IN prep 1", "May NNP pobj 4"), None),
        (("burned VBD ccomp 1",), None),  # as a parse may have it
        (("for IN prep 1", "two CD nummod 6", "hours NNS pobj 4"), None),
        (("for IN prep 1", "days NNS pobj 4"), None),
        (("as IN prep 1", "part NN pobj 4"), None),
        (("as IN prep 1", "biased JJ amod 4"), "the village as biased"),
        (("for IN prep 1", "that DT pobj 4"), "the village for that"),
    ],
)
def test_a_blow_counts_as_words_only_where_it_was_dealt_with_them(
    behind: tuple[str, ...], words: str | None
) -> None:
    text = "They attacked the village" + "".join(f" {line.split()[0]}" for line in behind)
    lines = ("They PRP nsubj 1", "attacked VBD root -1", "the DT det 3", "village NN dobj 1", *behind)
    assert content(parsed(text, *lines), "attacked") == words


def test_two_words_may_be_a_blow_too() -> None:
    parse = parsed("They shot down the drone", "They PRP nsubj 1", "shot VBD root -1", "down RP prt 1",
                   "the DT det 4", "drone NN dobj 1")  # fmt: skip
    head = find_head(["shot", "down"])
    assert head is not None
    assert content_of(parse, 1, head, 0) is None
