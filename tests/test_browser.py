"""The preview as a person sees it: real Chromium, real files, the real command."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.errors import ContentError
from sitegen.server import PreviewServer, State
from tests.digest import Digest

pytestmark = pytest.mark.slow

PROBLEMS = "sitegen-problems [role=alertdialog]"


@pytest.fixture
def page(shared_page: Page) -> Iterator[Page]:
    """The page, which leaves the server of a test before that is closed."""
    shared_page.set_default_timeout(10_000)
    yield shared_page
    shared_page.goto("about:blank")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    output = tmp_path / "digest/output"
    output.mkdir(parents=True)
    (output / "index.html").write_text(shown("first"))
    return output


@pytest.fixture
def server(output: Path) -> Iterator[PreviewServer]:
    with PreviewServer(output, port=0) as server:
        yield server


def shown(text: str) -> str:
    return (
        f'<!doctype html><html lang="en"><body><h1>{text}</h1><p><a href="#end">Down</a></p>'
        '<div style="height: 3000px"></div><p id="end">End</p></body></html>'
    )


def problem(output: Path) -> ContentError:
    return ContentError(
        "the <img src=x onerror=alert(1)> is wrong",
        path=output.parent / "content/a.md",
        line=2,
        column=3,
        source="𝒜b<c>",
        hint="mend <b>it</b>",
    )


def test_a_page_reloads_for_a_newer_build_and_stays_where_it_was(
    server: PreviewServer, output: Path, page: Page
) -> None:
    page.goto(server.address)
    page.evaluate("window.scrollTo(0, 1200)")
    (output / "index.html").write_text(shown("second"))
    server.publish(State(1))
    expect(page.locator("h1")).to_have_text("second")
    page.wait_for_function("window.scrollY === 1200")


def test_a_page_reloads_once(server: PreviewServer, page: Page) -> None:
    loads: list[str] = []
    page.on("load", lambda _: loads.append("load"))
    page.goto(server.address)
    server.publish(State(1))
    page.wait_for_timeout(700)
    assert len(loads) == 2


def test_problems_come_over_the_page_and_go(
    server: PreviewServer, output: Path, page: Page
) -> None:
    page.goto(server.address)
    server.publish(State(0, (problem(output),)))
    overlay = page.locator(PROBLEMS)
    expect(overlay).to_be_visible()
    expect(overlay.locator(".message")).to_have_text("the <img src=x onerror=alert(1)> is wrong")
    expect(overlay.locator(".place")).to_have_text("content/a.md:2:3")
    expect(overlay.locator(".source")).to_have_text("2 │ 𝒜b<c>")
    expect(overlay.locator("mark")).to_have_text("<")
    expect(overlay.locator(".hint")).to_have_text("help: mend <b>it</b>")
    expect(overlay.locator("img, b")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("first")
    server.publish(State(0))
    expect(overlay).to_be_hidden()


def test_a_page_opened_while_the_site_is_broken_shows_why(
    server: PreviewServer, output: Path, page: Page
) -> None:
    server.publish(State(0, (problem(output),)))
    page.goto(server.address)
    expect(page.locator(PROBLEMS)).to_be_visible()
    page.goto(f"{server.address}none/")
    expect(page.locator(PROBLEMS)).to_be_visible()


def test_the_overlay_works_with_the_keyboard(
    server: PreviewServer, output: Path, page: Page
) -> None:
    page.goto(server.address)
    page.locator("a").focus()
    server.publish(State(0, (problem(output),)))
    overlay = page.locator(PROBLEMS)
    expect(overlay).to_be_focused()
    expect(overlay).to_have_accessible_name("1 problem")
    expect(overlay).to_have_accessible_description(re.compile("is wrong.*content/a.md:2:3"))
    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    expect(page.locator("a")).to_be_focused()
    server.publish(State(0, (problem(output), problem(output))))
    expect(overlay).to_have_accessible_name("2 problems")
    overlay.get_by_role("button", name="Hide").click()
    expect(overlay).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overlay_is_readable(
    server: PreviewServer, output: Path, page: Page, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 480})
    server.publish(State(0, (problem(output),)))
    page.goto(server.address)
    overlay = page.locator(PROBLEMS)
    expect(overlay).to_be_visible()
    for part in (".message", ".place", ".source", ".hint", "mark", ".number", "h2", "button"):
        assert contrast(page, part) >= 4.5, f"{part} is too faint in the {scheme}"
    box = overlay.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


CONTRAST = """element => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  };
  let paper = element;
  while (getComputedStyle(paper).backgroundColor === "rgba(0, 0, 0, 0)") paper = paper.parentNode;
  const pair = [getComputedStyle(element).color, getComputedStyle(paper).backgroundColor];
  const [low, high] = pair.map(light).sort((a, b) => a - b);
  return (high + .05) / (low + .05);
}"""


def contrast(page: Page, part: str) -> float:
    """The ratio of lightness of a part's text and ground, as WCAG 2 counts it."""
    return float(page.locator(f"{PROBLEMS} {part}").first.evaluate(CONTRAST))


def test_a_page_outlives_a_restart_of_the_server(output: Path, page: Page) -> None:
    with PreviewServer(output, port=0) as first:
        page.goto(first.address)
        expect(page.locator("h1")).to_have_text("first")
    (output / "index.html").write_text(shown("second"))
    with PreviewServer(output, port=first.port):
        expect(page.locator("h1")).to_have_text("second", timeout=10_000)


def test_a_new_page_is_loaded_once_while_an_older_page_has_lost_the_server(
    output: Path, page: Page
) -> None:
    with PreviewServer(output, port=0) as first:
        page.goto(first.address)
        page.wait_for_function("document.querySelector('sitegen-problems')")  # has the state
        page.route("**/events", lambda route: route.abort())
    (output / "index.html").write_text(shown("second"))
    loads: list[str] = []
    with PreviewServer(output, port=first.port) as second, page.context.new_page() as other:
        other.on("framenavigated", lambda frame: loads.append(frame.url))
        other.goto(second.address)
        page.unroute("**/events")
        expect(page.locator("h1")).to_have_text("second", timeout=10_000)
        assert len(loads) == 1


class Serve:
    """``sitegen serve`` as a process of its own, on a digest."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sitegen", "serve", "--port", "0"],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )

    def address(self) -> str:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                return found[0]
        raise AssertionError("sitegen serve named no address")

    def close(self) -> None:
        assert self._process.stdout is not None
        self._process.send_signal(signal.SIGINT)
        alarm = threading.Timer(10, self._process.kill)
        alarm.start()
        self._process.stdout.read()
        self._process.stdout.close()
        assert self._process.wait() in {0, 130}, "Ctrl-C ends it, and no more is needed"
        alarm.cancel()
        alarm.join()


@pytest.fixture
def address(digest: Digest) -> Iterator[str]:
    digest.post("a", "The first text.", title="A post")
    digest.write("sitegen.toml", 'title = "Test"\ntheme = "mine"\n')
    digest.write("themes/mine/theme.toml", 'extends = "default"\n')
    with closing(Serve(digest.root)) as serve:
        yield serve.address()


def test_a_saved_page_is_in_the_browser_at_once(address: str, digest: Digest, page: Page) -> None:
    page.goto(f"{address}posts/a/")
    expect(page.locator("body")).to_contain_text("The first text.")
    digest.post("a", "The second text.", title="A post")
    expect(page.locator("body")).to_contain_text("The second text.")


def test_broken_front_matter_shows_with_its_place_until_it_is_mended(
    address: str, digest: Digest, page: Page
) -> None:
    page.goto(f"{address}posts/a/")
    expect(page.locator("body")).to_contain_text("The first text.")
    digest.post("a", "The second text.", title='"A post')
    overlay = page.locator(PROBLEMS)
    expect(overlay.locator(".place")).to_contain_text("content/topics/craft/a.md:")
    expect(overlay.locator(".hint")).to_contain_text("help: ")
    expect(page.locator("body")).to_contain_text("The first text.")
    digest.post("a", "The third text.", title="A post")
    expect(page.locator("body")).to_contain_text("The third text.")
    expect(overlay).to_be_hidden()


def test_a_template_error_is_shown_with_its_place_until_it_is_fixed(
    address: str, digest: Digest, page: Page
) -> None:
    page.goto(address)
    name = "themes/mine/templates/front.html"
    digest.write(name, "<body>\n<p>{{ site.titel }}</p>\n</body>")
    overlay = page.locator(PROBLEMS)
    expect(overlay.locator(".place")).to_contain_text(f"{name}:2")
    expect(overlay.locator(".source")).to_contain_text("{{ site.titel }}")
    expect(overlay.locator(".hint")).to_contain_text("help: ")
    digest.write(name, "<body>\n<h1>Mine: {{ site.title }}</h1>\n</body>")
    expect(page.locator("h1")).to_have_text("Mine: Test")
    expect(overlay).to_be_hidden()


def test_a_configuration_error_is_shown_until_it_is_fixed(
    address: str, digest: Digest, page: Page
) -> None:
    page.goto(address)
    digest.write("sitegen.toml", 'titel = "Test"\n')
    overlay = page.locator(PROBLEMS)
    expect(overlay.locator(".place")).to_contain_text("sitegen.toml:1")
    expect(overlay.locator(".hint")).to_contain_text("title")
    digest.write("sitegen.toml", 'title = "Renamed"\n')
    expect(page).to_have_title(re.compile("Renamed"))
    expect(overlay).to_be_hidden()
