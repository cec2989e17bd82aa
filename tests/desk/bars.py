"""Drives the bar by the names that a screen reader says."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.digest import Digest


def post(page: Page, name: str) -> Locator:
    """A post on a page: that with the text “The NAME post.”"""
    return page.locator(".h-entry").filter(has_text=f"The {name} post.")


def bar(page: Page, name: str) -> Locator:
    """The toolbar of a post, with the pointer over the post."""
    post(page, name).hover()
    return post(page, name).get_by_role("toolbar", name="Edit post")


def press(page: Page, name: str, button: str) -> None:
    bar(page, name).get_by_role("button", name=button, exact=True).click()


def told(page: Page) -> Locator:
    """What the corner says was done; the theme may have messages of its own."""
    return page.get_by_role("region", name="Curation").get_by_role("status")


def press_topic(page: Page, button: str) -> None:
    page.get_by_role("heading", level=1).hover()
    toolbar = page.get_by_role("toolbar", name="Edit topic").first
    toolbar.get_by_role("button", name=button, exact=True).click()


def choose(page: Page, typed: str) -> None:
    """Chooses the first topic for what is typed."""
    page.get_by_role("combobox", name="Topic").press_sequentially(typed)
    page.keyboard.press("Enter")


def save(page: Page, **fields: str) -> None:
    """Fills the fields of a form and saves it."""
    for name, text in fields.items():
        page.get_by_role("textbox", name=name).fill(text)
    page.get_by_role("button", name="Save").click()


def file_of(digest: Digest, name: str, topic: str = "craft") -> Path:
    return digest.root / "content" / "topics" / topic / f"{name}.md"
