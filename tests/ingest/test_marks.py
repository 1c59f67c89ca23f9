from __future__ import annotations

import pytest

from onrecord.ingest.marks import apart, is_headline, lines, mark
from onrecord.model import Region, RegionKind, Span

STORY = """\
Ferry captain blames fog

By Mara Ilves
Meridian News Agency

The captain said fog was to blame.

Share this article

“I was wet,” he said.
(Reporting by Jo Brandt)
"""


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(region.kind.value, region.span.slice(text)) for region in mark(text, title=title).regions]


def test_a_story_is_marked() -> None:
    assert marked(STORY) == [
        ("title", "Ferry captain blames fog"),
        ("byline", "By Mara Ilves"),
        ("byline", "Meridian News Agency"),
        ("boilerplate", "Share this article"),
        ("byline", "(Reporting by Jo Brandt)"),
    ]


def test_title_byline_and_agency_are_told() -> None:
    marks = mark(STORY)
    assert (marks.title, marks.byline, marks.agency) == (
        "Ferry captain blames fog",
        "Mara Ilves",
        "Meridian News Agency",
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_kinds_are_known(newline: str) -> None:
    assert len(marked(STORY.replace("\n", newline))) == 5


@pytest.mark.parametrize(
    "text",
    [
        "One line only",
        "Not parted\nfrom the rest.",
        "Lee said it rained.\n\nPark said it snowed.",
        "One. Two. Three\n\nLee said no.",
        "long " * 51 + "\n\nLee said no.",
        "KESTRA (AP) — Lee said no\n\nPark said yes.",
        "By Mara Ilves\n\nLee said no.",
    ],
)
def test_no_title(text: str) -> None:
    assert mark(text).title is None
    assert "title" not in dict(marked(text))


@pytest.mark.parametrize(
    "line", ["Lee quits: “I am tired.” Park stays", "Will he go?", "Troops leave U.S.", "Rain…"]
)
def test_headlines(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffRain at last\n\nLee said no.",
        "\n\n  Rain at last\nBy Mara Ilves\nLee",
        "Advertisement\nRain at last\n\nLee",
    ],
)
def test_a_title_is_found_behind_other_things(text: str) -> None:
    assert ("title", "Rain at last") in marked(text)


def test_a_title_of_markdown() -> None:
    assert mark("# Rain at last\n\nLee said no.").title == "Rain at last"


def test_a_known_title_is_looked_for() -> None:
    assert marked("RAIN AT LAST.\nLee said no.", "Rain at last") == [("title", "RAIN AT LAST.")]
    assert marked("Lee said no\n\nPark said yes.", "Rain at last") == []


def test_a_credit_at_the_foot_names_the_agency() -> None:
    text = "Rain\n\nORSK (CP) — Lee said no.\n\n(editing by the Corran Press desk)\n"
    assert mark(text).agency == "Corran Press"
    assert mark("Rain\n\nLee said no.\n\n(Meridian News Agency)").agency == "Meridian News Agency"


STORIES = """\
Quay plan shelved

The council shelved the plan on Monday. “We have no money for it,” Mayor Iven Solk said.

Photo: Mayor Iven Solk said he was “thrilled” when the plan was made
for the quay

“We have no money for it”

Share this article: Facebook Twitter

READ MORE

Ferry captain says fog was to blame

Related stories

- “I was wet”: a passenger speaks

Sign up for our newsletter
"""


def test_what_stands_beside_a_story_is_marked() -> None:
    photo = "Photo: Mayor Iven Solk said he was “thrilled” when the plan was made\nfor the quay"
    assert marked(STORIES) == [
        ("title", "Quay plan shelved"),
        ("caption", photo),
        ("pull_quote", "“We have no money for it”"),
        ("boilerplate", "Share this article: Facebook Twitter"),
        ("related", "READ MORE"),
        ("related", "Ferry captain says fog was to blame"),
        ("related", "Related stories"),
        ("related", "- “I was wet”: a passenger speaks"),
        ("boilerplate", "Sign up for our newsletter"),
    ]


def test_a_caption_before_the_headline_is_not_the_headline() -> None:
    assert mark("Photo: The harbour\n\nRain at last\n\nLee said no.").title == "Rain at last"


@pytest.mark.parametrize("rest", ["The rain went on for days.", "And so it went on"])
def test_a_line_that_begins_anew_is_not_the_rest_of_a_caption(rest: str) -> None:
    caption = "Photo: The harbour of Orsk on Monday before the storm"
    assert ("caption", caption) in marked(f"Rain\n\n{caption}\n{rest}\n\nLee said no.")


@pytest.mark.parametrize(
    "text",
    [
        "Rain\n\nLee left.\n\nRelated stories\n\nPark said that it snowed.",
        "Rain\n\nLee left.\n\nRelated stories\n\nFog at last\n\nPark said that it snowed.",
        "Related stories\n\nFog at last\n\nSnow at last",
        "Rain\n\nLee left.\n\nRelated stories",
        "Rain\n\nLee left.\n\nRead more\n\nPark said that" + " it was very wet" * 8 + " in the U.S.",
    ],
)
def test_what_is_no_list_of_stories_at_the_end_is_not_marked_as_one(text: str) -> None:
    assert "related" not in dict(marked(text))


def test_known_regions_go_first() -> None:
    text = "Lee said:\n\nFollow us on X"
    known = Region(Span(11, 25), RegionKind.BLOCKQUOTE)
    assert mark(text, known=[known]).regions == (known,)


def test_lines_stand_where_they_say() -> None:
    text = "\ufeff a b \r\n\r\n\tc\rd\u2028e\n"
    assert [(line.words, line.span.slice(text)) for line in lines(text)] == [
        (w, w) for w in ("a b", "c", "d\u2028e")
    ]


def test_regions_come_in_order_and_apart() -> None:
    kind = RegionKind.BYLINE
    spans = [Span(5, 9), Span(0, 3), Span(2, 4), Span(8, 12), Span(9, 9), Span(9, 10), Span(4, 30)]
    kept = apart([Region(span, kind) for span in spans], 20)
    assert [region.span for region in kept] == [(0, 3), (5, 9), (9, 10)]


def test_headline_and_dateline_that_were_run_into_the_text_are_marked() -> None:
    text = (
        "\n  Shells kill 12 in Orvesk monitor AFP Sunday 26 Jul 2015 Shells fell, Lee said.\nPark was silent."
    )
    assert marked(text) == [
        ("title", "Shells kill 12 in Orvesk monitor"),
        ("byline", "AFP Sunday 26 Jul 2015"),
    ]
    marks = mark(text)
    assert (marks.title, marks.agency) == ("Shells kill 12 in Orvesk monitor", "AFP")


def test_a_place_before_the_article_is_no_speaker_s_label() -> None:
    story = (
        "Lee vows rain\n\nNEW DOVAN: The minister, Ada Lee, on Sunday said that it would rain.\n\nPark left."
    )
    assert marked(story) == [("title", "Lee vows rain"), ("byline", "NEW DOVAN:")]
    talk = story + "\n\nPARK: Will it?"
    assert marked(talk) == [("title", "Lee vows rain")]
    assert marked("PARK: It will rain on Sunday, and on Monday it will be dry again.") == []


def test_the_header_of_a_mail_is_no_talk() -> None:
    mail = "From: Ada Lee\nTo: Jo Park\nSubject: Rain\n\nIt rained, Lee said.\n\nTo: the hills, he said."
    assert marked(mail) == [("boilerplate", line) for line in mail.splitlines()[:3]]
