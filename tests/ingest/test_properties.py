"""What holds for all bytes: a document whose text is theirs and whose regions fit, or a refusal."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SkipDocument
from onrecord.ingest import Input, load, open_inputs
from onrecord.model import Document

LINES = st.sampled_from(
    [
        *(
            "Rain at last",
            "By Mara Ilves",
            "Meridian News Agency",
            "“No,” Lee said.",
            "Share this article",
            "Reuters",
        ),
        *(
            "ORSK (CP) — Lee left.",
            "(Reporting by Jo Brandt)",
            "© 2020",
            "Read more: Fog",
            "\ufeff",
            " ",
            "\t\xa0",
            "\u2028",
        ),
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=30) | st.sampled_from(["\n", "\r\n", "\r", "\n\n"])).map("".join)
TAGS = st.sampled_from(
    "p div b q br li ul table tr td blockquote aside figcaption h1 h2 a span pre script body html".split()
)
PARTS = st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), LINES, st.text(max_size=20))


def loaded(data: bytes, reader: str) -> Document | None:
    try:
        return load(Input(id="a", path="a", max_bytes=len(data), reader=reader, data=data))
    except SkipDocument:
        return None


def check_regions(doc: Document) -> None:
    end = 0
    for region in doc.regions:
        assert end <= region.span.start < region.span.end <= len(doc.text)
        end = region.span.end


@given(TEXTS)
def test_any_text_is_kept_as_it_is(text: str) -> None:
    doc = loaded(text.encode(), "text")
    if doc is not None:
        assert doc.text == text
        check_regions(doc)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    doc = loaded(data, "text")
    if doc is not None:
        assert "\0" not in doc.text
        check_regions(doc)


@settings(deadline=None, max_examples=100)
@given(st.lists(PARTS).map("".join))
def test_any_page_is_read_or_refused(page: str) -> None:
    doc = loaded(page.encode(), "html")
    if doc is not None:
        assert doc.text.encode()
        check_regions(doc)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["text", "id", "document_text", "regions", "error", "span"]), inner
            )
        ),
        max_leaves=8,
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    import json

    doc = loaded(json.dumps(value).encode(), "json")
    if doc is not None:
        check_regions(doc)


@given(st.binary(max_size=100) | TEXTS.map(str.encode), st.integers(1, 100))
def test_any_standard_input_gives_inputs(data: bytes, max_bytes: int) -> None:
    inputs = list(open_inputs(["-"], max_bytes=max_bytes, stdin=io.BytesIO(data)))
    assert inputs
    assert len({item.id for item in inputs}) == len(inputs)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("text", "word " * 200_000),
        ("text", "Lee said “" * 10_000),
        ("text", ("sign up " * 30 + "\n") * 4_000),
        ("text", "By " + "A " * 500_000),
        ("text", "A(" * 500_000),
        ("text", " " * 1_000_000 + "a"),
        ("html", "<p>" + "word " * 200_000),
        ("html", "<div>" * 100_000 + "Lee said no."),
        ("html", "<b>“Lee said " * 100_000),
        ("html", "<script type='application/ld+json'>" + '"author":' * 50_000 + "</script><p>Lee said no."),
        ("html", "<!-- " * 100_000 + "<p>Lee said no."),
    ],
    ids=lambda value: value[:24],
)
def test_hostile_input_takes_bounded_time(reader: str, text: str) -> None:
    start = time.perf_counter()
    loaded(text.encode(), reader)
    assert time.perf_counter() - start < 20
