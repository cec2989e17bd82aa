"""For tests of finished pages: a digest with every kind of page, a host, and measurements."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.digest import Digest

LOOKS = ("default", "wire")
MISSING = "no/such/page/"


class Host(ThreadingHTTPServer):
    """A static host as readers meet it: files, ``index.html``, and ``404.html`` for what is not."""

    daemon_threads = True

    def __init__(self, output: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(output)))
        self.output = output
        self.address = f"http://127.0.0.1:{self.server_port}/"


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Says nothing."""

    def send_error(self, code: int, *_: object) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hosted(output: Path) -> Iterator[Host]:
    """A host of what stands in a folder, on this computer."""
    with Host(output) as host:
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield host
        finally:
            host.shutdown()
            thread.join()


def open_page(page: Page, host: Host, address: str) -> None:
    page.goto(host.address + address)


class Violation(NamedTuple):
    """One element that breaks one rule of axe."""

    rule: str
    element: str
    reason: str


_AXE_VIOLATIONS = """options => axe.run(document, options).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(node =>
    [id, node.html.slice(0, 200), node.failureSummary])))"""


COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours, which is all that differs in the dark."""


def violations(page: Page, *rules: str, also: tuple[str, ...] = ()) -> list[Violation]:
    """What axe finds wrong with a page: by all rules that are on at first, or by those named.

    Those in ``also`` are added to the ones that are on at first.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    enabled = {rule: {"enabled": True} for rule in (*rules, *also)}
    # axe preloads style sheets and videos only for rules that are off here or concern videos.
    options: dict[str, object] = {
        "resultTypes": ["violations"],
        "rules": enabled,
        "preload": False,
    }
    if rules:
        options["runOnly"] = list(rules)
    return [Violation(*found) for found in page.evaluate(_AXE_VIOLATIONS, options)]


_WIDER = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = element => element && element !== document.documentElement &&
    (["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
      scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.left < -0.5 || box.right > width + 0.5) &&
      !scrolls(element.parentElement);
  }).map(element => element.outerHTML.slice(0, 120));
  const isScrolled = document.documentElement.scrollWidth > width;
  return isScrolled ? ["the page scrolls sideways", ...wide] : wide;
}"""


def wider_than_the_screen(page: Page) -> list[str]:
    """The elements that stick out at a side, but for those in a box that scrolls by itself."""
    found: list[str] = page.evaluate(_WIDER)
    return found


_DIRECTION = """paragraph => {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const box = paragraph.getBoundingClientRect(), parts = [...range.getClientRects()];
  const last = parts.filter(part => part.bottom > parts.at(-1).top);
  const left = Math.min(...last.map(part => part.left));
  const right = Math.max(...last.map(part => part.right));
  return box.right - right < left - box.left ? "rtl" : "ltr";
}"""


def direction_of(page: Page, text: str) -> str:
    """The way in which the paragraph with ``text`` runs: from the side its last line stands at."""
    paragraph = page.locator("main p").filter(has_text=text).first
    return str(paragraph.evaluate(_DIRECTION))


STOPS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
  .filter(element => element.tabIndex >= 0 && element.checkVisibility())"""

_FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getClientRects()[0];
  const style = getComputedStyle(element);
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3)
      .map(part => colour.startsWith("color(") ? +part : part / 255)
      .map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  };
  let ground = element.parentElement;
  while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)" && ground.parentElement)
    ground = ground.parentElement;
  const pair = [style.outlineColor, getComputedStyle(ground).backgroundColor];
  const [low, high] = pair.map(light).sort((a, b) => a - b);
  const faults = [];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
    faults.push("has no outline");
  if ((high + .05) / (low + .05) < 3) faults.push(`has a faint outline, ${pair.join(" on ")}`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    faults.push("is outside the screen");
  const inside = (value, most) => Math.min(Math.max(value, 1), most - 1);
  const places = [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2],
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
  const isSeen = places.some(([x, y]) => {
    const seen = document.elementFromPoint(inside(x, innerWidth), inside(y, innerHeight));
    return seen && (element.contains(seen) || seen.contains(element));
  });
  if (!isSeen) faults.push("is covered");
  const unseen = faults.map(fault => `${element.outerHTML.slice(0, 120)} ${fault}`);
  return [window.stops.indexOf(element), unseen];
}"""


_BACKWARD = f"""() => {{
  const stops = ({STOPS})(), isFromRight = getComputedStyle(document.body).direction === "rtl";
  const group = element => element.closest("ul, nav, p");
  return stops.slice(1).filter((after, place) => {{
    const before = stops[place];
    if (!group(before) || group(before) !== group(after)) return false;
    const [first, second] = [before, after].map(stop => stop.getClientRects()[0]);
    const isBack = isFromRight ? second.right > first.right : second.left < first.left;
    return isBack && second.top < first.bottom;
  }}).map(element => element.outerHTML.slice(0, 120));
}}"""


def against_the_reading(page: Page) -> list[str]:
    """The links that stand before the one in front of them, where both are in one group."""
    found: list[str] = page.evaluate(_BACKWARD)
    return found


class Walk(NamedTuple):
    """What Tab found from the top of a page to its end."""

    order: list[int]
    """The places in the document of the elements that had the focus, -1 for none of them."""
    unseen: list[str]
    """What was wrong with how the focus looked."""


def walk(page: Page) -> Walk:
    """Presses Tab once for each element that ought to take the focus."""
    count = page.evaluate(f"() => (window.stops = ({STOPS})()).length")
    order: list[int] = []
    unseen: list[str] = []
    for _ in range(count):
        page.keyboard.press("Tab")
        place, faults = page.evaluate(_FOCUS)
        order.append(place)
        unseen += faults
    return Walk(order, unseen)


ESSAY = """A first paragraph with a [link](https://elsewhere.example/) in it.[^1]

## A part

> A word of somebody else's.

- One thing
- and `another`

```python
def mend(lamp: str) -> str:
    return f"{lamp} is whole"  # again
```

### A part of the part

| Tool | Years of use | What it is for, said at some length | And who keeps it in good order |
| --- | --- | --- | --- |
| Awl | 30 | Holes | Everybody |

## Another part

![A lamp](/media/lamp.svg)

The last paragraph of the essay.

[^1]: A note at the side.
"""
LAMP = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><path d="M0 0h900v90z"/></svg>'
)
ARABIC = "إصلاح المصباح القديم أفضل من شراء مصباح جديد، وهذا ما تعلمناه من الجيران في الحي."
HEBREW = "לתקן מנורה ישנה עדיף על לקנות חדשה, וזה מה שלמדנו מהשכנים שלנו ברחוב."
PAGES = {
    "front": "",
    "essay": "essays/lamps/",
    "essay without a title": "essays/untitled/",
    "topic": "topics/craft/",
    "topic, page 2": "topics/craft/2/",
    "post": "posts/full/",
    "post without anything": "posts/bare/",
    "archive": "archive/",
    "month": "archive/2024-03/",
    "author": "authors/ann/",
    "tag": "tags/glue/",
    "tags": "tags/",
    "about this digest": "about-this-digest/",
    "further page": "about/",
    "missing page": MISSING,
}


def digest_of_every_kind(root: Path, theme: str) -> Digest:
    """A digest in which every template has a page, and every part of it something to show."""
    digest = Digest(root)
    digest.write(
        "sitegen.toml",
        f'title = "Mending"\ndescription = "On what lasts."\nauthor = "The editors"\n'
        f'base_url = "https://digest.example/"\ntheme = "{theme}"\npage_size = 4\n',
    )
    digest.page("index.md", "Welcome to **this** edition.", date="2024-05-01")
    digest.write("content/media/lamp.svg", LAMP)
    digest.page("about.md", "Who we are.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |", title="About")
    header = {"title": "On lamps", "author": "A. B.", "date": "2024-04-01", "note": "It lasts."}
    digest.page("essays/lamps.md", ESSAY, **header)
    digest.page("essays/untitled.md", "An essay that has no title at all. " * 20)
    digest.page("topics/craft/_index.md", "What hands do.", title="Craft", description="Hands.")
    header = {"title": "A full post", "author": '"@ann"', "date": "2024-03-01", "pinned": "true"}
    header |= {"note": "Why it is *here*.", "tags": "[glue, patience]"}
    digest.post("full", "Text for @bob on #glue.", source="https://a.example/1", **header)
    digest.post("bare", "A post, and nothing else is known of it.")
    digest.post("long", "A long post goes on.\n\n" * 60, author="Carol", date="2024-02-01")
    digest.post("address", f"See https://a.example/{'way/' * 40} for more.", date="2023-12-01")
    for number in range(1, 4):
        digest.post(f"thread-{number}", f"{number}/3 A thread has parts.", author="Dan")
    digest.post("arabic", ARABIC, topic="words", author="ليلى")
    digest.post("hebrew", HEBREW, topic="words", also="[craft]")
    return digest.build()
