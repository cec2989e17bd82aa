"""The bar in the preview, driven in real Chromium by the names that a screen reader says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.desk.served import served
from tests.digest import Digest

POSTS = ("moved", "pinned", "hidden", "titled", "edited")


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest with a post for each test."""
    digest = Digest(tmp_path_factory.mktemp("bar"))
    for name in POSTS:
        digest.post(name, f"The {name} post.\n\nIts second part.", date="2024-01-01")
    digest.page("topics/craft/_index.md", "", title="Craft")
    digest.post("train", "A train.", topic="trains")
    return digest


@pytest.fixture(scope="module")
def address(digest: Digest) -> Iterator[str]:
    with served(digest.root) as address:
        yield address


@pytest.fixture
def page(shared_page: Page, address: str) -> Page:
    shared_page.set_default_timeout(5_000)
    shared_page.set_viewport_size({"width": 1280, "height": 720})
    shared_page.emulate_media(color_scheme="light")
    shared_page.goto(f"{address}topics/craft/")
    return shared_page


def post(page: Page, name: str) -> Locator:
    return page.locator(".h-entry").filter(has_text=f"The {name} post.")


def bar(page: Page, name: str) -> Locator:
    """The toolbar of a post, with the pointer over the post."""
    post(page, name).hover()
    return post(page, name).get_by_role("toolbar", name="Edit post")


def press(page: Page, name: str, button: str) -> None:
    bar(page, name).get_by_role("button", name=button, exact=True).click()


def file_of(digest: Digest, name: str, topic: str = "craft") -> Path:
    return digest.root / "content" / "topics" / topic / f"{name}.md"


def test_moves_a_post_to_the_topic_whose_name_is_begun(digest: Digest, page: Page) -> None:
    press(page, "moved", "Move")
    page.get_by_role("combobox", name="Topic").press_sequentially("tra")
    page.keyboard.press("Enter")
    expect(post(page, "moved")).to_have_count(0)
    assert file_of(digest, "moved", "trains").exists()


def test_pins_a_post(digest: Digest, page: Page) -> None:
    press(page, "pinned", "Pin")
    pin = bar(page, "pinned").get_by_role("button", name="Pin", exact=True)
    expect(pin).to_have_attribute("aria-pressed", "true")
    expect(post(page, "pinned")).to_have_class("post h-entry weighty large")
    assert "pinned: true" in file_of(digest, "pinned").read_text()


def test_hides_a_post_and_undo_shows_it_again(digest: Digest, page: Page) -> None:
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


def test_gives_a_post_a_title(digest: Digest, page: Page) -> None:
    press(page, "titled", "Title")
    page.get_by_role("textbox", name="Title").fill("A <b>title</b>")
    page.keyboard.press("Enter")
    expect(post(page, "titled").get_by_role("heading")).to_have_text("A <b>title</b>")
    assert "title: A <b>title</b>" in file_of(digest, "titled").read_text()


def test_edits_the_text_of_a_post(digest: Digest, page: Page) -> None:
    press(page, "edited", "Edit")
    page.get_by_role("textbox", name="Text").fill("The edited post.\n\nAnother part.\n")
    page.get_by_role("button", name="Save").click()
    expect(post(page, "edited")).to_contain_text("Another part.")
    assert "Another part." in file_of(digest, "edited").read_text()
