"""The search in real Chromium: from a host, from the disk, and with Pagefind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.digest import CONFIG, Digest
from tests.gates import Host, hosted, violations, wider_than_the_screen

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    digest = Digest(tmp_path_factory.mktemp("search"))
    digest.write("sitegen.toml", CONFIG + "[editions]\nsearch = true\n")
    digest.post("cafe", "The Café <b>on</b> the corner.", author='"@ann"', date="2024-05-03")
    digest.post("tea", "A corner for tea.", topic="light", author='"@bob"', date="2023-05-03")
    digest.post("tosho", "東京の図書館で本を読む。", topic="light", lang="ja")
    digest.post("ecke", "Die Straße um die Ecke.", lang="de")
    digest.build()
    page = digest.html("search/")
    large = page.replace('data-all="4"', 'data-all="500"')
    assert large != page
    digest.write("output/search/large.html", large)
    return digest


@pytest.fixture(scope="module")
def host(digest: Digest) -> Iterator[Host]:
    with hosted(digest.root / "output") as host:
        yield host


def finds(page: Page, words: str, *titles: str) -> None:
    page.fill("#search-words", words)
    expect(page.locator(".search-results a")).to_have_text(list(titles))


def test_the_key_opens_a_box_on_any_page_that_leads_to_the_results(
    shared_page: Page, host: Host
) -> None:
    shared_page.goto(f"{host.address}posts/tea/index.html")
    shared_page.keyboard.press("/")
    shared_page.keyboard.type("café")
    shared_page.keyboard.press("Enter")
    expect(shared_page.locator(".search-status")).to_have_text("Results: 1")
    assert shared_page.locator(".search-results mark").all_inner_texts() == ["Café"]
    assert shared_page.locator(".search-results .facts").inner_text().split("\n") == [
        *("Craft", "3 May 2024"),
    ]


def test_the_key_stays_off_when_a_reader_turned_it_off(shared_page: Page, host: Host) -> None:
    shared_page.goto(f"{host.address}search/index.html")
    shared_page.uncheck("#search-key")
    shared_page.goto(f"{host.address}index.html")
    shared_page.keyboard.press("/")
    expect(shared_page.locator("dialog")).to_have_count(0)
    shared_page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("kind", ["small", "large", "disk"])
def test_words_topics_authors_and_years_find_the_same_everywhere(
    kind: str, shared_page: Page, host: Host, digest: Digest
) -> None:
    address = host.address if kind != "disk" else f"file://{digest.root}/output/"
    name = "large" if kind == "large" else "index"
    loaded: list[str] = []
    shared_page.on("request", lambda request: loaded.append(request.url))
    shared_page.goto(f"{address}search/{name}.html")
    finds(shared_page, "cafe", "The Café on the corner")
    finds(shared_page, "EcKe STRASSE", "Die Straße um die Ecke")
    finds(shared_page, "図書館", "東京の図書館で本を読む")
    finds(shared_page, "nowhere")
    expect(shared_page.locator(".search-status")).to_have_text("Nothing was found.")
    shared_page.fill("#search-words", "corner")
    shared_page.select_option("#search-author", "@bob")
    expect(shared_page.locator(".search-results a")).to_have_text("A corner for tea")
    shared_page.select_option("#search-author", "")
    shared_page.select_option("#search-year", "2024")
    expect(shared_page.locator(".search-results a")).to_have_text("The Café on the corner")
    assert any("pagefind.js" in url for url in loaded) == (kind == "large")
    shared_page.click(".search-results a")
    expect(shared_page.locator("article")).to_contain_text("The Café on the corner.")


def test_results_are_accessible_and_fit_a_small_screen(shared_page: Page, host: Host) -> None:
    shared_page.set_viewport_size({"width": 320, "height": 720})
    for scheme in ("light", "dark"):
        shared_page.emulate_media(color_scheme=scheme)
        shared_page.goto(f"{host.address}search/index.html?q=corner")
        expect(shared_page.locator(".search-results li")).to_have_count(2)
        assert violations(shared_page) == []
        assert wider_than_the_screen(shared_page) == []


def test_a_text_that_looks_like_html_is_shown_as_text(shared_page: Page, tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", CONFIG + "[editions]\nsearch = true\n")
    digest.post("tags", "The `<img src=x onerror=alert(1)>` tag.").build()
    shared_page.goto(f"file://{tmp_path}/output/search/index.html?q=tag")
    expect(shared_page.locator(".search-results li")).to_have_count(1)
    assert shared_page.locator(".search-results img").count() == 0
    assert "<img src=x" in shared_page.locator(".search-results").inner_text()
