"""How quick the desk is, in a real browser.

    python -m benchmarks.desk [--posts 10000]

Printed are, in milliseconds: the first paint, and when the rows are there, both from the call of
the address in a preview that has read the pages; how long filters take until the rows are painted,
and an act until it shows in its row, and until the server has done it.
"""

import argparse
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page

from benchmarks.building.generators import SITEGEN
from benchmarks.building.posts import make_posts
from benchmarks.building.sites import lay_out
from sitegen.desk import Desk
from sitegen.server import PreviewServer, State
from tests.browser import open_browser

_VISITS = 3
_FILTERS = ("a", "stone", "stone river", "author:ada", "is:pinned", "confidence:<50%", "")
_PAINTS = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_FILTER = """async (words) => {
  const field = document.querySelector('#filter');
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
_ACT = """async () => {
  const row = document.querySelector('[data-id]');
  row.focus();
  const start = performance.now();
  row.dispatchEvent(new KeyboardEvent('keydown', {key: 'p', bubbles: true}));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const shown = performance.now() - start;
  while (!document.querySelector('[role=status]').textContent) {
    await new Promise((done) => setTimeout(done, 2));
  }
  return [shown, performance.now() - start];
}"""


def main() -> None:
    """Measures, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000)
    posts = parser.parse_args().posts
    with tempfile.TemporaryDirectory() as folder:
        site = lay_out(SITEGEN, Path(folder) / "site", make_posts(posts))
        desk = Desk(site.folder)
        desk.warm_up()
        with (
            PreviewServer(site.output, port=0, desk=desk) as server,
            open_browser() as browser,
        ):
            server.publish(State(1, is_built=True))
            for name, value in _measure(browser.new_page(), f"{server.address}_desk/"):
                print(f"{name:<40} {value:8.0f} ms")


def _measure(page: Page, address: str) -> list[tuple[str, float]]:
    visits = [_visit(page, address) for _ in range(_VISITS)]
    filters: list[Any] = [(words, page.evaluate(_FILTER, words)) for words in _FILTERS]
    shown, done = page.evaluate(_ACT)
    return [
        ("first paint", median(paint for paint, _ in visits)),
        ("rows", median(rows for _, rows in visits)),
        *((f"filter “{words}”", value) for words, value in filters),
        ("act in its row", shown),
        ("act done", done),
    ]


def _visit(page: Page, address: str) -> tuple[float, float]:
    page.goto(address)
    page.locator("[data-id]").first.wait_for(timeout=60_000)
    rows: float = page.evaluate("performance.now()")
    page.wait_for_timeout(1000)  # as an editor looks first, and the desk prepares its filter
    return page.evaluate(_PAINTS), rows


if __name__ == "__main__":
    main()
