from __future__ import annotations

import time

import pytest

from onrecord.ingest.captions import is_caption


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Mayor Iven Solk said he was “thrilled”",
        "Image: The harbour at night",
        "PICTURE: The harbour at night",
        "File photo: The harbour, before the flood.",
        "Photograph: Ana Ruiz/The Courier",
        "Photo credit: Ana Ruiz",
        "Image caption, The mayor says he is “thrilled”",
        "(Photo by Ana Ruiz)",
        "(Photo: Ana Ruiz)",
        "[CP Photo/Ana Ruiz, File]",
        "CP Photo/Ana Ruiz",
        "Photo by Ana Ruiz for The Courier",
        "Photo courtesy of the Museum of Orsk",
        "Ana Ruiz/Getty Images",
        "Mayor Iven Solk said he was “thrilled”. (Photo by Ana Ruiz)",
    ],
)
def test_lines_that_belong_to_pictures_are_known(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Picture the scene: a mayor in a boat.",
        "The photo: a mayor in a boat.",
        "Photos: Storm hits the coast",
        "Photo finish: Solk wins by a vote",
        "Photo by minister sparks row",
        "Photos by Ana Ruiz hang in the hall.",
        "Pictures by Ana Ruiz, he said",
        "He showed a picture (photo by Ana Ruiz) to the court.",
        "“Photo: mine,” he said.",
        "Photo: The harbour" + " at night" * 30,
        "",
    ],
)
def test_lines_of_articles_are_left_alone(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize("words", ["A", "A ", "Ab, ", "and ", "A/", "(Photo by "])
def test_a_line_is_judged_at_once(words: str) -> None:
    start = time.perf_counter()
    is_caption((words * 250)[:249] + "q")
    assert time.perf_counter() - start < 1
