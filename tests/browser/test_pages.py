"""Every page in a real browser: axe finds no serious fault, light and dark; none is wider than its window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from onrecord.record import Record

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
SERIOUS = ("serious", "critical")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def addresses(record: Record) -> Iterator[str]:
    """The pages of the site."""
    talks, flood = record.questions.documents()
    statement = record.questions.in_document(talks.key)[0]
    speaker = statement.speaker
    yield from (
        "/",
        "/documents",
        "/search",
        "/search?q=quay&status=any",
        "/search?q=nothing",
        "/add",
        "/read",
    )
    yield from ("/help", "/speakers", "/outlets", "/log", "/api", "/nowhere")
    yield from (f"/documents/{talks.key}", f"/documents/{talks.key}?original=true", f"/documents/{flood.key}")
    yield from (f"/statements/{statement.id}", f"/speakers/{speaker}", f"/about/{speaker}")
    yield from ("/review", f"/review/{statement.id}", "/review/agreement")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_page_has_a_serious_fault(browser: Browser, served: str, record: Record, scheme: str) -> None:
    axe, faults = Axe(), []
    context = browser.new_context(base_url=served, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for address in addresses(record):
        page.goto(address)
        found = axe.run(page, options={"resultTypes": ["violations"], "runOnly": RULES})
        faults += [
            f"{address}: {one['id']}: {one['nodes'][0]['html'][:150]} {one['nodes'][0]['failureSummary']}"
            for one in found.response["violations"]
            if one["impact"] in SERIOUS
        ]
    context.close()
    assert faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(page: Page, record: Record, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for address in addresses(record):
        if address == "/nowhere":
            continue  # its answer counts as an error of the console
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    assert wide == []


def test_the_original_is_shown_beside_and_runs_nothing(page: Page, record: Record) -> None:
    page.goto(f"/documents/{record.questions.documents()[0].key}?original=true")
    expect(page.frame_locator("iframe.original").locator("p")).to_have_text("The quays, as they came")


def test_what_is_told_of_a_statement_is_shown_where_it_has_the_focus(page: Page, record: Record) -> None:
    talks = record.questions.documents()[0]
    page.goto(f"/documents/{talks.key}")
    card = page.locator("#card")
    expect(card).to_be_hidden()
    page.locator("article a.no").first.focus()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Edda Lorne")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_number_of_a_statement_leads_to_what_is_told_of_it(
    browser: Browser, served: str, record: Record
) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/documents/{record.questions.documents()[0].key}")
    page.locator("article a.no").first.click()
    expect(page.locator(".told dl").first).to_be_visible()
    context.close()


def test_from_a_pasted_text_to_the_article(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("Or a text").fill("The ferry stays\n\nBrook said: the ferry stays in port\n")
    page.get_by_role("button", name="Read and keep").click()
    expect(page.locator("article .said")).to_contain_text("the ferry stays in port")
