"""What an act in the bar does to the open page, which is rebuilt and loaded again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.desk.bars import bar, choose, file_of, post, press, save, told
from tests.desk.served import previewed
from tests.digest import Digest


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    digest = Digest(tmp_path_factory.mktemp("live"))
    for number in range(1, 30):
        digest.post(f"filler-{number}", f"Filler {number}.", order=str(number))
    for number, name in enumerate(("moved", "hidden", "pressed", "typed"), 30):
        digest.post(name, f"The {name} post.", order=str(number))
    digest.post("seen", "The seen post.", topic="ships").post("ship", "A ship.", topic="ships")
    return digest.post("train", "A train.", topic="trains")


@pytest.fixture(scope="module")
def address(digest: Digest) -> Iterator[str]:
    with previewed(digest.root) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_page() as page:
        page.goto(f"{address}topics/craft/")
        yield page


def test_a_moved_post_leaves_the_page_and_its_file_the_topic(digest: Digest, page: Page) -> None:
    press(page, "moved", "Move")
    choose(page, "tra")
    expect(post(page, "moved")).to_have_count(0)
    expect(told(page)).to_have_text("Move “The moved post” to Trains")
    assert file_of(digest, "moved", "trains").exists()


def test_a_hidden_post_comes_back_by_undo_and_goes_by_redo(digest: Digest, page: Page) -> None:
    before = file_of(digest, "hidden").read_bytes()
    press(page, "hidden", "Hide")
    expect(post(page, "hidden")).to_have_count(0)
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_have_attribute("title", "Undo: Hide “The hidden post”")
    undo.click()
    expect(post(page, "hidden")).to_have_count(1)
    assert file_of(digest, "hidden").read_bytes() == before
    page.get_by_role("button", name="Redo").click()
    expect(post(page, "hidden")).to_have_count(0)


def test_the_place_and_the_focus_stay_where_they_were(page: Page) -> None:
    title = bar(page, "pressed").get_by_role("button", name="Title", exact=True)
    title.focus()
    page.keyboard.press("Enter")
    scrolled = page.evaluate("scrollY")
    assert scrolled > 0
    page.get_by_role("textbox", name="Title").press_sequentially("Entitled")
    page.keyboard.press("Enter")
    expect(post(page, "pressed").get_by_role("heading")).to_have_text("Entitled")
    expect(title).to_be_focused()
    assert abs(page.evaluate("scrollY") - scrolled) < 100


def test_the_focus_goes_to_the_post_with_which_one_is_joined(page: Page) -> None:
    post = page.locator(".h-entry").filter(has_text="Filler 9.")
    join = post.get_by_role("button", name="Join with previous", exact=True)
    join.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Enter")
    expect(post).to_contain_text("Filler 8.")
    expect(join).to_be_focused()


def test_what_is_typed_stays_when_the_page_is_built_again(digest: Digest, page: Page) -> None:
    text = page.get_by_role("textbox", name="Text")
    press(page, "typed", "Edit")
    text.fill("The typed post, longer.")
    digest.post("late", "A late post.", order="40")
    expect(page.locator("main")).to_contain_text("A late post.")
    expect(text).to_have_value("The typed post, longer.")
    expect(text).to_be_focused()
    save(page)
    expect(post(page, "typed")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("The typed post, longer.")


def test_an_act_shows_in_seven_pages_that_share_one_connection(
    browser: Browser, address: str
) -> None:
    events: list[Request] = []
    with browser.new_context() as context:
        context.on(
            "request", lambda one: events.append(one) if one.url.endswith("/events") else None
        )
        pages = [context.new_page() for _ in range(7)]  # one more than its connections to a host
        for page in pages:
            page.goto(f"{address}topics/ships/")
        assert len(events) == 1
        press(pages[-1], "seen", "Hide")
        for page in pages:
            expect(post(page, "seen")).to_have_count(0)
