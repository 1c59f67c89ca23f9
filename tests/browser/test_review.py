"""The review by keyboard alone, from the first key to the last."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from onrecord.record import Found, Record
from onrecord.record.sampling.samples import Samples
from tests.stub import read_marked

# Notes how long it is from a key until another statement is on the page.
TIMED = """() => new MutationObserver((_, seen) => {
    window.took = performance.now() - window.begun;
    seen.disconnect();
}).observe(document.getElementById("main"), { childList: true })"""


def add(record: Record, id: str, marked: str) -> None:
    """Adds a report of one statement by Ann Lee."""
    text = f'published: 2024-03-05\noutlet: The Courier\n---\n{marked}\n---\n1: speaker="Ann Lee"\n'
    record.writer.add(read_marked(text, id=id, path=id))


def press(page: Page, *keys: str) -> None:
    """Presses keys once the page listens: what is drawn may be seen before its script has run."""
    expect(page.locator("html.with-script")).to_be_attached()
    for key in keys:
        page.keyboard.press(key)


def shown(page: Page, id: str) -> None:
    """Waits for the page of a statement."""
    page.wait_for_url(f"**/review/{id}?*")
    expect(page.locator(f"form[action^='/review/{id}/accept']")).to_be_visible()


def in_order(record: Record, id: str) -> list[Found]:
    key = next(row.key for row in record.questions.documents() if row.id == id)
    return record.questions.in_document(key)


def began(page: Page, record: Record, id: str = "talks") -> list[Found]:
    """Opens the review of an article; gives its statements."""
    found = in_order(record, id)
    page.goto(f"/review?document={found[0].document}")
    shown(page, found[0].id)
    return found


def verdicts(record: Record, id: str = "talks") -> list[str | None]:
    return [one.verdict for one in in_order(record, id)]


def test_a_whole_article_is_judged_by_keys(page: Page, record: Record) -> None:
    _, two, three = began(page, record)
    press(page, "a")
    shown(page, two.id)
    expect(page.locator(".did")).to_contain_text("Accepted.")
    press(page, "r")
    shown(page, three.id)
    assert verdicts(record) == ["accepted", "rejected", None]
    press(page, "u")
    shown(page, two.id)
    assert verdicts(record) == ["accepted", None, None]
    press(page, "n")
    shown(page, three.id)
    press(page, "b")
    shown(page, two.id)
    press(page, "n")
    shown(page, three.id)
    press(page, "a")
    expect(page.locator("h1")).to_have_text("All done here")
    assert verdicts(record) == ["accepted", None, "accepted"]


def test_the_queue_is_chosen_by_a_key(page: Page) -> None:
    page.goto("/review")
    press(page, "1")
    page.wait_for_url("**/review/*?queue=unsure")


def test_words_are_set_right_by_keys_behind_an_emoji(page: Page, record: Record) -> None:
    add(record, "road", "Ann Lee sang 🎻👩‍🚒. [S1 Lee] [C1 said]: [Q1 the road is open now, for all.]")
    (one,) = began(page, record, "road")
    assert one.content_words == "the road is open now, for all."
    press(page, "e", *["ArrowLeft"] * 4, "Shift+ArrowRight")
    expect(page.locator(".w.is-content")).to_have_text(["road", "is", "open", "now"])
    press(page, "Tab", "Shift+ArrowLeft")
    expect(page.locator(".w.is-source")).to_have_text([".", "Lee"])
    press(page, "Shift+ArrowRight", "Enter")
    expect(page.locator(".did")).to_contain_text("Set right.")
    (now,) = in_order(record, "road")
    assert (now.content_words, now.source_words, now.changed) == ("road is open now", "Lee", ("content",))


def test_a_further_stretch_is_added_and_removed(page: Page, record: Record) -> None:
    add(record, "home", "Ann Lee was there. [S1 Lee] [C1 said]: [Q1 we go home and stay there.]")
    (one,) = began(page, record, "home")
    press(page, "e", *["ArrowLeft"] * 5, "+", "ArrowRight")
    expect(page.locator(".w.is-active")).to_have_text(["and", "stay"])
    press(page, "+", "-", "Enter")
    expect(page.locator(".did")).to_contain_text("Set right.")
    text = record.questions.text(one.document) or ""
    (now,) = in_order(record, "home")
    assert [span.slice(text) for span in now.content] == ["we go", "and stay"]


def test_giving_up_leaves_all_as_it_was(page: Page, record: Record) -> None:
    one = began(page, record)[0]
    before = page.locator("#marking").inner_html()
    press(page, "e", "ArrowLeft", "ArrowLeft")
    assert page.locator("#marking").inner_html() != before
    press(page, "Escape")
    assert page.locator("#marking").inner_html() == before
    press(page, "a")
    shown(page, in_order(record, "talks")[1].id)
    assert record.questions.statement(one.id)[0].changed == ()


def test_the_speaker_is_picked_by_keys(page: Page, record: Record) -> None:
    one = began(page, record)[0]
    press(page, "p")
    page.keyboard.type("pell")
    press(page, "ArrowDown", "Enter")
    expect(page.locator(".did")).to_contain_text("Set right.")
    now = record.questions.statement(one.id)[0]
    assert (now.speaker, now.speaker_name) == ("per:hanno pell", "Hanno Pell")
    press(page, "p")
    page.keyboard.type("a harbour clerk")
    press(page, "Tab", "Space", "Enter")
    expect(page.locator(".value").first).to_contain_text("a harbour clerk")
    assert record.questions.statement(one.id)[0].speaker_type == "anonymous"


def test_addressee_day_and_status_are_set_by_keys(page: Page, record: Record) -> None:
    one = began(page, record)[0]
    press(page, "t")
    page.keyboard.type("the harbour board")
    press(page, "Enter")
    expect(page.locator(".value").nth(1)).to_contain_text("the harbour board")
    press(page, "d")
    page.keyboard.type("soon")
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text("“soon” is no day")
    expect(page.locator("#day")).to_have_value("soon")
    expect(page.locator("#day")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("2024-03-02")
    press(page, "Enter")
    expect(page.locator(".value").nth(2)).to_contain_text("2 Mar 2024")
    press(page, "s", "ArrowDown", "Enter")
    expect(page.locator(".value").nth(3)).to_contain_text("not said")
    now = record.questions.statement(one.id)[0]
    assert (now.addressee, now.when_start, now.status) == (("the harbour board",), "2024-03-02", "negated")


def test_what_was_missed_is_added_by_keys(page: Page, record: Record) -> None:
    add(record, "missed", "Ann Lee: go home. [S1 Lee] [C1 said]: [Q1 stay].")
    (one,) = began(page, record, "missed")
    press(page, "m")
    expect(page.locator(".w.is-active")).to_have_text(["Ann"])
    press(page, ".", ".", ".", "ArrowRight", "s", "+")
    expect(page.locator(".w.is-active")).to_have_text(["Lee"])
    press(page, *[","] * 6, "ArrowRight", "Enter")
    expect(page.locator("#missed-speaker")).to_be_focused()
    press(page, "Enter")
    expect(page.locator(".did")).to_contain_text("Added.")
    added = next(row for row in in_order(record, "missed") if row.origin == "added")
    assert (added.content_words, added.source_words, added.speaker_name) == ("go home", "Ann Lee", "Ann Lee")
    press(page, "u")
    expect(page.locator(".did")).to_contain_text("Undone.")
    assert [row.id for row in in_order(record, "missed") if row.origin == "added"] == []
    shown(page, one.id)


def test_words_are_marked_with_the_mouse(page: Page, record: Record) -> None:
    one = began(page, record)[0]
    press(page, "e")
    first, last = page.locator(".w", has_text="quays").first, page.locator(".w", has_text="Mole").first
    start, end = first.bounding_box(), last.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 1, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] - 1, end["y"] + end["height"] / 2)
    page.mouse.up()
    expect(page.locator(".w.is-content")).to_have_text(["quays", "of", "Port", "Mole"])
    press(page, "Enter")
    expect(page.locator(".did")).to_contain_text("Set right.")
    assert record.questions.statement(one.id)[0].content_words == "quays of Port Mole"


def test_a_sample_is_judged_and_completed_by_keys(page: Page, record: Record) -> None:
    samples = Samples(record.engine)
    samples.draw(9, by="ada", seed=1)
    page.goto("/review")
    press(page, "3")
    page.wait_for_url("**queue=sample*")
    for _ in range(4):
        expect(page.locator("button[data-key=x]")).to_be_visible()
        before = page.url
        press(page, "x")
        page.wait_for_function("before => location.href !== before", arg=before)
    expect(page.locator("h1")).to_have_text("All done here")
    assert samples.paragraphs(open_only=True) == []


def test_no_key_decides_while_words_are_marked(page: Page, record: Record) -> None:
    one = began(page, record)[0]
    press(page, "e")
    page.locator("footer").click(position={"x": 2, "y": 2})
    press(page, "a", "r", "n")
    expect(page.locator(".editing")).to_be_visible()
    page.locator("[data-edits=words] [data-close]").focus()
    press(page, "a", "r")
    assert page.url.split("?")[0].endswith(one.id)
    assert record.judgements.entries() == []


def test_an_answer_that_never_comes_is_told(page: Page, record: Record) -> None:
    one = in_order(record, "talks")[0]
    other = page.context.new_page()  # whose console may tell of it
    other.route("**/accept*", lambda route: route.abort())
    other.goto(f"/review/{one.id}?queue=unsure")
    press(other, "a")
    expect(other.locator(".did")).to_contain_text("did not reach the record")
    assert other.url.split("?")[0].endswith(one.id)


def test_help_tells_the_keys(page: Page, record: Record) -> None:
    began(page, record)
    press(page, "?")
    expect(page.locator("#keys")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("#keys")).to_be_hidden()


@pytest.mark.parametrize("key", ["a", "r"])
def test_the_next_statement_is_there_at_once(page: Page, record: Record, key: str) -> None:
    """Generous, since tests run beside others: by itself it takes some 40 ms."""
    began(page, record)
    page.evaluate("addEventListener('keydown', () => { window.begun = performance.now() }, true)")
    page.evaluate(TIMED)
    press(page, key)
    page.wait_for_function("() => window.took")
    assert page.evaluate("window.took") < 500


def test_without_a_script_forms_do_the_same(page: Page, record: Record, served: str) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(base_url=served, java_script_enabled=False)
    plain = context.new_page()
    one = in_order(record, "talks")[0]
    plain.goto(f"/review/{one.id}")
    plain.locator("summary", has_text="Edit the words").click()
    plain.locator("#words-content").fill("the quays of Port Mole")
    plain.locator("[data-edits=words] button", has_text="Keep").click()
    now = record.questions.statement(one.id)[0]
    assert (now.content_words, now.changed) == ("the quays of Port Mole", ("content",))
    plain.get_by_role("button", name="Accept").click()
    assert verdicts(record)[0] == "accepted"
    context.close()
