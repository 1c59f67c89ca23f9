"""GUM's files are read as they are printed, with the places of their chains; the text here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Span
from training.gum import GumText, read_gum

ADA = "Entity=(1-person-new-cf1-1,2-coref-Ada_Lee"
REPORT = "Entity=(2-object-new-cf2-2-coref(3-place-new-cf3-1-sgl-Orvesk_%28town_2%29)"
FILE = [
    "# newdoc id = GUM_news_rain",
    "# newpar",
    "# newpar_block = head (1 s)",
    "# text = Rain in Orvesk",
    "1 Rain _",
    "2 in _",
    "3 Orvesk Entity=(3-place-giv-cf1-1-coref-Orvesk_%28town_2%29)",
    "",
    "# newpar",
    f"1 Ada {ADA}",
    "2 Lee Entity=1)",
    "3-4 didn’t _",
    "3 did _",
    "4 n’t _",
    "5 read _",
    f"6 Orvesk {REPORT}|SpaceAfter=No",
    "7 ’s _",
    "7.1 own _",
    "8 report Entity=2)|SpaceAfter=No",
    "9 . _",
    "",
    "# newpar_block = p (1 s)",
    "1-2 She’s _",
    "1 She Discourse=x|Entity=(1-person-giv-cf1-1-ana)",
    "2 ’s _",
    "3 ill SpaceAfter=No",
    "4 . _",
]


@pytest.fixture
def text(tmp_path: Path) -> GumText:
    path = tmp_path / "GUM_news_rain.conllu"
    rows = (line.split(" ") if line[:1].isdigit() else None for line in FILE)
    lines = [
        line if cells is None else "\t".join([*cells[:2], *["_"] * 7, cells[2]])
        for line, cells in zip(FILE, rows, strict=True)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_gum(path)


def test_the_text_is_as_printed(text: GumText) -> None:
    assert text.id == "GUM_news_rain"
    assert text.text == "Rain in Orvesk\n\nAda Lee didn’t read Orvesk’s report. She’s ill.\n"


def test_chains(text: GumText) -> None:
    words = {chain: [span.slice(text.text) for span in spans] for chain, spans in text.chains.items()}
    assert words == {"3": ["Orvesk", "Orvesk"], "1": ["Ada Lee", "She"], "2": ["Orvesk’s report"]}


@pytest.mark.parametrize(
    ("words", "chain"), [("Ada", "1"), ("She", "1"), ("Orvesk’s", "3"), ("Lee", None), ("ill", None)]
)
def test_the_chain_that_begins_at_a_place(text: GumText, words: str, chain: str | None) -> None:
    assert text.chain_at(text.text.index(words)) == chain


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("Lee", "1"),  # held
        ("report", "2"),
        ("Ada Lee didn’t", "1"),  # holds, and shares half with
        ("Ada Lee didn’t read", None),
        ("ill", None),
    ],
)
def test_the_chain_of_a_span(text: GumText, words: str, chain: str | None) -> None:
    start = text.text.index(words)
    assert text.chain_of(Span(start, start + len(words))) == chain
