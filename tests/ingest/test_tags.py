"""Tags with too many attributes are refused before they take minutes, and no others."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.errors import Reason, SkipDocument
from onrecord.ingest.tags import MOST_ATTRIBUTES, refuse_many_attributes

SAMPLES = Path(__file__).parents[2] / "samples"
MANY = range(MOST_ATTRIBUTES + 10)


def refused(page: str) -> bool:
    try:
        refuse_many_attributes(page)
    except SkipDocument as error:
        return error.reason == Reason.TOO_LARGE
    return False


@pytest.mark.parametrize(
    "form", ["a{}=1 ", "a{} ", "attribute{}='>' ", 'a{}=">"', "a{}=b>c/", "a{}\n=\n'x' "]
)
@pytest.mark.parametrize("tag", ["<p {}>", "<script {}>x</script>", "<!-- <p> --><p {}", "<svg:a {}/>"])
def test_a_tag_with_too_many_attributes_is_refused(tag: str, form: str) -> None:
    inside = "".join(form.format(f"{number:05}") for number in MANY)
    assert refused("<p>Lee</p>" + tag.replace("{}", inside)) is (">c" not in form)


@pytest.mark.parametrize(
    "page",
    [
        "<p class='a b'>Lee said no.</p>" * 5000,
        f"<img src='data:{'a b ' * 50_000}'>",
        f'<img alt="{"a > b " * 5000}">',
        f"<script>{'if (a<b) c d e ' * 5000}</script>",
        f"<style>{'p a b ' * 5000}</style>",
        f"<!-- <p {'a b ' * 5000} -->",
        "5 < 7 " * 5000,
        "",
    ],
)
def test_others_are_let_pass(page: str) -> None:
    assert not refused(page)


def test_the_samples_are_let_pass() -> None:
    assert not any(refused(path.read_text(encoding="utf-8")) for path in SAMPLES.rglob("*.html"))


@pytest.mark.parametrize(
    "piece",
    ["<", "<a", '<a "', "<a=", "<!--", "<!-- ", "<script ", "<script>", "</script ", "<a b='", "-", "'"],
)
def test_counting_takes_bounded_time(piece: str) -> None:
    began = time.monotonic()
    refused(piece * (1_000_000 // len(piece)))
    assert time.monotonic() - began < 5
