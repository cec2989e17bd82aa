"""What the desk says while it is at work."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.desk.serving import serve
from tests.digest import Digest

HALF_A_SECOND = 600
SHOWN = 6000
"""How many milliseconds a message is shown."""


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    return Digest(tmp_path_factory.mktemp("desk")).post("lamp", "The lamp.").post("chair")


@pytest.fixture(scope="module")
def address(digest: Digest) -> Iterator[str]:
    with serve(digest) as server:
        yield f"{server.address}_desk/"


@pytest.fixture
def page(shared_page: Page, address: str) -> Page:
    shared_page.clock.install()
    shared_page.goto(address)
    expect(shared_page.locator("[role=row][data-id]").first).to_be_focused()
    return shared_page


def test_says_what_it_does_while_the_documents_are_read_and_many_are_changed(
    digest: Digest, page: Page
) -> None:
    waiting: list[Route] = []
    page.route("**/desk/*", lambda route: waiting.append(route))  # noqa: PLW0108 -- it needs one
    try:
        page.keyboard.press("a")
        page.keyboard.press("h")
        page.clock.run_for(HALF_A_SECOND)
        status = page.get_by_role("status")
        expect(status).to_have_text("Changing 2 documents …", use_inner_text=True)
        waiting.pop().fulfill(status=422, json={"message": "No."})
        page.goto(page.url)
        expect(page.get_by_role("table")).to_contain_text("Reading the documents …")
        page.keyboard.press("j")
        expect(page.get_by_text("0 of 0")).to_have_count(0)
    finally:
        page.unroute_all()
    assert "hidden" not in (digest.root / "content/topics/craft/lamp.md").read_text()


def test_says_what_it_undoes_until_that_is_done_also_soon_after_another_act(page: Page) -> None:
    status = page.get_by_role("status")
    page.keyboard.press("p")
    expect(status).to_have_text(re.compile("^Pin “"))
    waiting: list[Route] = []
    page.route("**/desk/undo", lambda route: waiting.append(route))  # noqa: PLW0108 -- it needs one
    page.keyboard.press("u")
    for time in (HALF_A_SECOND, SHOWN):
        page.clock.run_for(time)
        expect(status).to_have_text(re.compile("^Undo: Pin “.*…$"), timeout=2000)
    waiting.pop().continue_()
    expect(status).to_have_text(re.compile("^Undo: Pin “.*”$"))
    page.clock.run_for(SHOWN)
    expect(status).to_have_count(0)  # an empty one is not shown
