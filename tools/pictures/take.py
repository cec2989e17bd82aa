"""Takes the pictures of the README and the docs: `make pictures`.

Each shows the sample digest in Chromium, in a copy of it, so that nothing here is changed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from tests.browser import open_browser

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SITEGEN = (sys.executable, "-m", "sitegen")
_SETTINGS, _EDITIONS = "[tool.sitegen]\n", "[tool.sitegen.editions]\n"


def main() -> None:
    """Takes all pictures."""
    with open_browser() as browser:
        for name, theme, prepare in PICTURES:
            with served(theme) as address, closing(browser.new_page(viewport=WINDOW)) as page:
                open_front(page, address)
                prepare(page)
                take(page, name)


@contextmanager
def served(theme: str) -> Iterator[str]:
    """The address of the preview of the sample digest with a theme."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        settings, _, _ = settings.partition(_EDITIONS)  # they follow later, and reload the page
        settings = settings.replace(_SETTINGS, f'{_SETTINGS}theme = "{theme}"\n')
        (root / "pyproject.toml").write_text(settings, encoding="utf-8")
        command = [*SITEGEN, "serve"]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
            try:
                yield next(address_in(line) for line in server.stdout or () if "http" in line)
            finally:
                server.terminate()


def address_in(line: str) -> str:
    """The address that the preview prints."""
    found = re.search(r"http://\S+/", line)
    assert found, line  # noqa: S101
    return found[0]


def open_front(page: Page, address: str) -> None:
    """Opens the front page once it is built."""
    page.goto(address)
    page.locator(".post").first.wait_for()
    page.wait_for_timeout(1500)


def hide_bar(page: Page) -> None:
    """Moves the pointer away from every post, which would have a bar."""
    page.mouse.move(0, 0)


def show_bar(page: Page) -> None:
    """Opens a topic, and shows the bar of its second post."""
    page.goto(f"{page.url}topics/repairs/")
    post = page.locator(".post").nth(1)
    post.locator(".post-text").hover()
    post.get_by_role("toolbar", name="Edit post").get_by_role("button", name="Move").hover()
    page.wait_for_timeout(500)


def take(page: Page, name: str) -> None:
    """Writes a picture of the window, with few colours, as it is text on paper."""
    path = DOCS / name
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


WINDOW: ViewportSize = {"width": 1200, "height": 1000}
PICTURES: tuple[tuple[str, str, Callable[[Page], None]], ...] = (
    ("front-page.png", "default", hide_bar),
    ("wire.png", "wire", hide_bar),
    ("curating.png", "default", show_bar),
)
"""The names of the pictures, the theme, and what to do before."""

main()
