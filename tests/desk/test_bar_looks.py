"""The gates of the pages, for the bar on them: readable, by keyboard alone, on a small screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.served import served
from tests.digest import Digest
from tests.gates import COLOUR_RULES, LOOKS, Violation, violations

PAGES = {"front": "", "topic": "topics/craft/", "post": "posts/full/", "essay": "essays/lamps/"}
FORMS = ("Also in", "Title", "Edit", "Split", "Delete")


@pytest.fixture(scope="module", params=LOOKS)
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    digest = digest_of_few(tmp_path_factory.mktemp("looks"), request.param)
    with served(digest.root) as address:
        yield address


def digest_of_few(root: Path, look: str) -> Digest:
    """A digest with each kind of page that has a bar, and not much beside it on any."""
    digest = Digest(root).write("sitegen.toml", f'title = "Mending"\ntheme = "{look}"\n')
    digest.page("index.md", "Welcome to **this** edition.")
    digest.page("essays/lamps.md", "A lamp.\n\n## A part\n\nIts end.", title="On lamps")
    digest.page("topics/craft/_index.md", "What hands do.", title="Craft", description="Hands.")
    header = {"title": "A full post", "author": '"@ann"', "date": "2024-03-01", "pinned": "true"}
    header |= {"note": "Why it is *here*.", "tags": "[glue, patience]"}
    digest.post("full", "Text for @bob.\n\nIts second part.", **header)
    digest.post("bare", "A post, and nothing else is known of it.", also="[words]")
    return digest.post("word", "A word.", topic="words").build()


@pytest.fixture(scope="module")
def open_page(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Opens a page and shows the toolbar of its first post."""
    with browser.new_context() as context, context.new_page() as page:
        page.set_default_timeout(20_000)

        def opened(name: str) -> Page:
            page.emulate_media(color_scheme="light")
            page.goto(address + name)
            page.get_by_role("toolbar", name="Edit post").first.get_by_role("button").first.focus()
            return page

        yield opened


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})


def assert_passes(page: Page) -> None:
    """Nothing is wrong, too small, or wider than the screen."""
    assert_fits(page, violations(page, also=("target-size",)))


def assert_passes_narrow(page: Page) -> None:
    """Nothing is too small or wider than the screen. What else can be wrong is so at any width."""
    assert_fits(page, violations(page, "target-size"))


def assert_fits(page: Page, found: list[Violation]) -> None:
    assert [violation for violation in found if not is_small_link(violation)] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def is_small_link(violation: Violation) -> bool:
    """Links of the page may be under the bar, which leaves them little room meanwhile."""
    return violation.rule == "target-size" and violation.element.startswith("<a ")


def assert_passes_in_the_dark(page: Page) -> None:
    """Every text is readable. Colours do not depend on the width."""
    page.emulate_media(color_scheme="dark")
    assert violations(page, *COLOUR_RULES) == []
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("name", PAGES.values(), ids=PAGES)
def test_the_bar_passes_the_gates(open_page: Callable[[str], Page], name: str) -> None:
    page = open_page(name)
    resize(page, 320)
    assert_passes_narrow(page)
    resize(page, 1280)
    assert_passes(page)
    assert_passes_in_the_dark(page)


def test_every_form_passes_the_gates(open_page: Callable[[str], Page]) -> None:
    page = open_page("posts/full/")
    toolbar = page.get_by_role("toolbar", name="Edit post")
    for width in (320, 1280):
        resize(page, width)
        for form in FORMS:
            toolbar.get_by_role("button", name=form, exact=True).press("Enter")
            expect(page.get_by_role("dialog")).to_be_visible()
            if width == 320:
                assert_passes_narrow(page)
            else:
                assert_passes(page)
                assert_passes_in_the_dark(page)
            page.keyboard.press("Escape")
            expect(toolbar.get_by_role("button", name=form, exact=True)).to_be_focused()


_LOOK_OF_FOCUS = """() => {
  const button = document.activeElement.shadowRoot.activeElement;
  const box = button.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(button);
  const seen = button.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + 8);
  return [seen === button, outlineStyle, parseFloat(outlineWidth) >= 2];
}"""


def test_the_focus_is_seen_on_every_button(open_page: Callable[[str], Page]) -> None:
    page = open_page("topics/craft/")
    for width in (320, 1280):
        resize(page, width)
        for _ in range(16):
            assert page.evaluate(_LOOK_OF_FOCUS) == [True, "solid", True]
            page.keyboard.press("ArrowRight")


def test_the_bar_speaks_the_language_of_the_page(digest: Digest, browser: Browser) -> None:
    digest.write("sitegen.toml", 'title = "Leuchten"\nlanguage = "de-AT"\n')
    digest.post("lampe", "Eine Lampe.").build()
    with served(digest.root) as address, browser.new_page() as page:
        page.goto(f"{address}posts/lampe/")
        toolbar = page.get_by_role("toolbar", name="Beitrag bearbeiten")
        expect(toolbar.get_by_role("button", name="Verschieben")).to_be_attached()
        expect(page.get_by_role("button", name="Rückgängig")).to_be_attached()


def test_an_arabic_bar_runs_from_right_to_left_and_so_do_its_keys(
    digest: Digest, browser: Browser
) -> None:
    digest.write("sitegen.toml", 'title = "مصابيح"\nlanguage = "ar"\n')
    digest.post("lamp", "مصباح قديم.").build()
    with served(digest.root) as address, browser.new_page() as page:
        page.goto(f"{address}posts/lamp/")
        toolbar = page.get_by_role("toolbar", name="تحرير المنشور")
        first, second = toolbar.get_by_role("button").nth(0), toolbar.get_by_role("button").nth(1)
        first.focus()
        boxes = first.bounding_box(), second.bounding_box()
        assert boxes[0]
        assert boxes[1]
        assert boxes[0]["x"] > boxes[1]["x"]
        page.keyboard.press("ArrowLeft")
        expect(second).to_be_focused()
