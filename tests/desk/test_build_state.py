"""The bar and the desk say when the last build failed or left pages out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.errors import ContentError
from sitegen.server import PreviewServer, State
from tests.desk.serving import serve
from tests.digest import Digest
from tests.gates import violations

FAILED = "The last build failed. What you see was built before."
LEFT_OUT = "The last build left pages out."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    digest = Digest(tmp_path_factory.mktemp("builds")).post("lamp", "A lamp.")
    page = "<!doctype html><html lang=en><title>A</title><body><main><h1>Front</h1></main></body>"
    with serve(digest.write("output/index.html", page)) as server:
        yield server


def publish(server: PreviewServer, *messages: str, has_failed: bool = False) -> None:
    """Tells of a build that wrote nothing."""
    path = Path("content/a.md")
    problems = tuple(ContentError(message, path=path, hint="mend it") for message in messages)
    server.publish(State(1, problems, has_failed=has_failed, is_built=True))


@pytest.mark.parametrize("address", ["", "_desk/"], ids=["bar", "desk"])
def test_says_that_the_last_build_failed_or_left_pages_out_until_it_did_not(
    server: PreviewServer, shared_page: Page, address: str
) -> None:
    page = shared_page
    page.set_default_timeout(20_000)
    publish(server, "the <b>title</b> is wrong", has_failed=True)
    page.goto(server.address + address)
    expect(page.get_by_text(FAILED)).to_be_attached()
    if not address:
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Show problems").click()
    expect(page.get_by_text("the <b>title</b> is wrong")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text(FAILED)).to_be_visible()
    assert violations(page) == []
    publish(server, "one", "two")
    expect(page.get_by_text("two")).to_be_visible()
    expect(page.get_by_text(LEFT_OUT)).to_be_attached()
    expect(page.get_by_text(FAILED)).to_have_count(0)
    publish(server)
    expect(page.get_by_text(LEFT_OUT)).to_be_hidden()
