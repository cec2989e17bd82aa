"""Every kind of page in both looks, in real Chromium: what a reader must be able to rely on."""

import itertools
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.digest import Digest

pytestmark = pytest.mark.slow

NAMES = ("boat", "2", "sail")
NOTES = "\n\n".join(f"## Part {n}\n\nA text with a note.[^{n}] It goes on." for n in NAMES)
FOOTNOTES = "\n".join(f"[^{n}]: Note {n} is longer than what it is about. " * 3 for n in NAMES)
RICH = """A post with a note.[^1]

| {wide} | {wide} | {wide} |
| --- | --- | --- |
| a | b | c |

```python
{wide} = {wide}({wide}, {wide}, {wide}, {wide})
```

> Quoted.

- a list

[^1]: The note.
""".format(wide="w" * 30)
EMBEDDED = """
<iframe width="560" height="315" src="about:blank" title="A film"></iframe>
<iframe src="about:blank" title="A frame"></iframe>
<iframe width="100%" height="166" src="about:blank" title="A sound"></iframe>
<video width="640" height="360" controls></video>
<audio controls></audio>
<object width="560" height="315" data="about:blank"></object>
<embed width="560" height="315" type="image/svg+xml" src="about:blank">
<img width="560" height="315" alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E">
<svg width="560" height="315"></svg>
<canvas width="560" height="315"></canvas>
<table width="560"><tr><td>A table</td></tr></table>
<pre style="width: 560px">A code</pre>
<hr width="560">
<fieldset><input size="90"><input style="width: 560px"><textarea cols="90"></textarea></fieldset>
<fieldset><table width="560"><tr><td>A table</td></tr></table></fieldset>
<figure style="width: 560px">A figure</figure>
<div style="width: 560px">A part</div>
<blockquote style="max-width: 605px; min-width: 325px">A post</blockquote>
"""
PAGES = (
    "",
    "essays/notes/",
    "topics/craft/",
    "topics/words/",
    "posts/full/",
    "posts/bare/",
    "posts/rich/",
    "about/",
    "archive/",
    "archive/2024-01/",
    "authors/ann/",
    "tags/glue/",
    "tags/",
    "about-this-digest/",
)
SPACINGS = """() => [...document.querySelectorAll("h1, h2, h3, .home")]
  .map(text => parseFloat(getComputedStyle(text).letterSpacing) || 0)"""
GAPS_AT_THE_RIGHT = """titles => titles.map(title => {
  const text = document.createRange();
  text.selectNodeContents(title);
  return title.getBoundingClientRect().right - text.getBoundingClientRect().right;
})"""
GAPS_AFTER_AUTHORS = """() => [...document.querySelectorAll(".post .facts")].map(facts => {
  const text = document.createRange();
  text.selectNodeContents(facts.querySelector(".p-author"));
  return facts.children[1].getBoundingClientRect().left - text.getBoundingClientRect().right;
})"""
LINES_AND_ROWS = """() => ["line", "li", "li > svg > use"].map(name =>
  [...document.querySelectorAll(`.timeline ${name}`)].map(part => part.getBoundingClientRect())
    .filter(box => box.height).map(box => ({x: box.x, top: box.top, bottom: box.bottom})))"""
LEVELS = "() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
NOTE_BOXES = """() => {
  const text = document.querySelector(".prose > p").getBoundingClientRect();
  return [...document.querySelectorAll(".footnote li")].map(note => {
    const box = note.getBoundingClientRect();
    return {isBeside: box.left >= text.right, top: box.top, bottom: box.bottom};
  });
}"""

OUTSIDE_THE_POST = """() => {
  const text = document.querySelector(".post-text").getBoundingClientRect();
  return [...document.querySelectorAll(".post-text :is(p, table, pre, blockquote, li)")]
    .filter(part => {
      const box = part.getBoundingClientRect();
      return box.left < text.left - 1 || box.right > text.right + 1;
    })
    .map(part => part.tagName);
}"""
OUTSIDE_THE_SCREEN = """() => [...document.querySelectorAll("main *")]
  .filter(part => !part.closest("table *, .mark"))
  .filter(part => part.getBoundingClientRect().right > innerWidth)
  .map(part => part.outerHTML.slice(0, 60))"""


@dataclass(frozen=True)
class Look:
    """A digest in one of the themes."""

    theme: str
    output: Path

    def open(self, page: Page, address: str) -> None:
        page.goto((self.output / address / "index.html").as_uri())


@pytest.fixture(scope="module", params=["default", "wire"])
def look(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Look:
    theme = str(request.param)
    digest = Digest(tmp_path_factory.mktemp(theme))
    settings = f'theme = "{theme}"\nbase_url = "https://digest.example/"\npage_size = 2\n'
    digest.write("sitegen.toml", settings)
    digest.page("essays/notes.md", f"{NOTES}\n\n{FOOTNOTES}", title="On notes", author="A. B.")
    digest.page("about.md", "Who.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |", title="About")
    digest.post(
        "full",
        "A post.",
        author="ann",
        tags="[glue]",
        date="2024-01-01",
        note="Why.",
        pinned="true",
    )
    digest.post("bare", "A post, and nothing else is known of it.")
    digest.post("arabic", "مرحبا بالعالم، هذا نص قصير.", source="https://a.example/1")
    digest.post("rich", RICH, topic="forms")
    digest.post("embedded", EMBEDDED, topic="forms")
    digest.page("essays/embedding.md", EMBEDDED, title="On films")
    digest.post("word", "W" * 10_000, topic="words", title="V" * 300)
    return Look(theme, digest.build().root / "output")


@pytest.fixture
def page(shared_page: Page) -> Page:
    """A page on a screen of the usual size. What a test changed in it is gone once it is loaded."""
    shared_page.set_viewport_size({"width": 1280, "height": 720})
    shared_page.emulate_media(media="screen")
    return shared_page


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_first_heading_leaves_out_no_level_and_prints_no_navigation(
    look: Look, page: Page, address: str
) -> None:
    look.open(page, address)
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    page.emulate_media(media="print")
    contents = ":not(.rail)"
    assert not page.locator(f"nav{contents}:visible, .more:visible, .skip:visible").all()


def test_notes_stand_beside_the_text_where_there_is_room_and_never_over_each_other(
    look: Look, page: Page
) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    look.open(page, "essays/notes/")
    notes = page.evaluate(NOTE_BOXES)
    assert [note["isBeside"] for note in notes] == [True] * 3
    assert all(a["bottom"] <= b["top"] for a, b in itertools.pairwise(notes))
    page.set_viewport_size({"width": 1000, "height": 800})
    assert not any(note["isBeside"] for note in page.evaluate(NOTE_BOXES))


@pytest.mark.parametrize("address", ["posts/rich/", "topics/forms/"])
def test_all_that_markdown_makes_in_a_post_stays_within_it(
    look: Look, page: Page, address: str
) -> None:
    look.open(page, address)
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OUTSIDE_THE_POST) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ["posts/embedded/", "essays/embedding/", "topics/forms/"])
def test_what_the_editor_embeds_is_as_wide_as_the_screen_and_keeps_its_proportions(
    look: Look, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    look.open(page, address)
    assert page.evaluate(OUTSIDE_THE_SCREEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for name, height in (("A film", 315 / 560), ("A sound", None)):
        box = page.get_by_title(name).bounding_box()
        assert box is not None
        wanted = 166 if height is None else box["width"] * height
        assert abs(box["height"] - wanted) < 5
    assert (
        page.locator("video").evaluate("v => Math.abs(v.clientWidth / v.clientHeight - 16 / 9)")
        < 0.05
    )


@pytest.mark.parametrize("theme", ["default", "wire"])
def test_the_lines_of_years_cross_rows_with_names_of_several_lines_and_short_bylines_have_no_gap(
    tmp_path: Path, page: Page, theme: str
) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", f'theme = "{theme}"\n')
    for year, topic in enumerate(("a", "-".join(["a-long-name"] * 5), "b"), 2020):
        for author in ("A", "Grace Hopper"):
            digest.post(f"{author[0]}{year}", topic=topic, author=author, date=f"{year}-02-02")
    digest.build()
    page.goto((digest.root / "output/index.html").as_uri())
    lines, rows, ticks = page.evaluate(LINES_AND_ROWS)
    assert (len(rows), ticks) == (3, [])
    assert rows[1]["bottom"] - rows[1]["top"] > rows[0]["bottom"] - rows[0]["top"] + 8
    assert len({line["x"] for line in lines}) >= 3
    assert all(line["top"] <= rows[0]["top"] < rows[2]["bottom"] - 2 for line in lines)
    assert all(line["bottom"] >= rows[2]["bottom"] - 2 for line in lines)
    page.set_viewport_size({"width": 320, "height": 800})
    lines, rows, ticks = page.evaluate(LINES_AND_ROWS)
    assert (lines, len(ticks)) == ([], 3), "a line would cross the names above the strips"
    gaps = page.evaluate(GAPS_AFTER_AUTHORS)
    assert len(gaps) == 6
    assert max(gaps) - min(gaps) < 1


def test_a_text_from_right_to_left_begins_at_the_right(look: Look, page: Page) -> None:
    look.open(page, "posts/arabic/")
    assert page.locator(".post-text").evaluate("text => getComputedStyle(text).direction") == "rtl"


def test_notes_keep_clear_of_the_rail_where_the_page_runs_from_right_to_left(
    look: Look, page: Page
) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    look.open(page, "essays/notes/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    text = page.locator(".prose > p").first.bounding_box()
    note = page.locator(".footnote li").first.bounding_box()
    assert text is not None
    assert note is not None
    assert note["x"] + note["width"] <= text["x"]


@pytest.mark.parametrize("address", ["", "essays/notes/", "topics/craft/"])
def test_the_letters_of_joined_scripts_are_not_pushed_together(
    look: Look, page: Page, address: str
) -> None:
    look.open(page, address)
    assert any(page.evaluate(SPACINGS))
    page.evaluate("document.documentElement.lang = 'hi'")
    assert not any(page.evaluate(SPACINGS))
    page.evaluate("document.documentElement.lang = 'ar'; document.documentElement.dir = 'rtl'")
    assert not any(page.evaluate(SPACINGS))


def test_a_title_that_runs_the_other_way_stands_at_the_edge_of_the_others(
    look: Look, page: Page
) -> None:
    look.open(page, "")
    page.evaluate("document.documentElement.dir = 'rtl'")
    for gap in page.locator("h2[dir=auto]").evaluate_all(GAPS_AT_THE_RIGHT):
        assert gap < 1


def test_a_title_that_runs_the_other_way_begins_where_its_text_does(look: Look, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 800})
    look.open(page, "essays/notes/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    title, text = (
        page.locator(part).first.evaluate("part => part.getBoundingClientRect().left")
        for part in ("h1[dir=ltr]", ".prose > p")
    )
    assert abs(title - text) < 1


def test_paper_shows_where_a_text_was_found(look: Look, page: Page) -> None:
    look.open(page, "posts/arabic/")
    assert not page.get_by_text("https://digest.example/posts/arabic/").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("https://digest.example/posts/arabic/").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_outline_of_a_permanent_link_keeps_clear_of_the_text(
    look: Look, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    look.open(page, "topics/craft/")
    mark = page.locator(".mark").first
    mark.focus()
    right = mark.evaluate("""mark => {
      const {outlineOffset, outlineWidth, outlineStyle} = getComputedStyle(mark);
      const right = mark.getBoundingClientRect().right;
      const [offset, width] = [outlineOffset, outlineWidth].map(parseFloat);
      return outlineStyle === "none" ? 9999 : right + offset + width;
    }""")
    text = page.locator(".post-text p").first.evaluate("text => text.getBoundingClientRect().left")
    assert right <= text + 0.5


def test_addresses_on_paper_are_not_printed_over_other_words(look: Look, page: Page) -> None:
    look.open(page, "posts/arabic/")
    page.emulate_media(media="print")
    printed = page.locator(".u-syndication").evaluate(
        "link => (({content, position}) => [content, position])(getComputedStyle(link, '::after'))"
    )
    assert printed == ['" (https://a.example/1)"', "static"]


@pytest.mark.parametrize("address", ["topics/craft/", "archive/", ""])
def test_paper_has_margins_and_keeps_posts_and_rows_whole(
    look: Look, page: Page, address: str
) -> None:
    look.open(page, address)
    page.emulate_media(media="print")
    breaks = page.evaluate("""() => [...document.querySelectorAll(".post, .entries li, h1, h2, h3")]
      .map(part => getComputedStyle(part).breakInside)""")
    assert breaks
    assert set(breaks) == {"avoid"}
    headings = page.evaluate("""() => [...document.querySelectorAll(".rail, .headline, h2, h3")]
      .map(part => getComputedStyle(part).breakAfter)""")
    assert set(headings) == {"avoid"}
    assert "@page {\n  margin: " in (look.output / "static/structure.css").read_text()


def test_the_text_comes_first_on_a_telephone_and_the_topics_unfold(look: Look, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    look.open(page, "topics/craft/")
    assert page.get_by_role("heading", level=1, name="Craft").is_visible()
    top = page.get_by_role("main").evaluate("main => main.getBoundingClientRect().top")
    assert top < 320
    if look.theme == "wire":
        directory = page.locator(".directory")
        assert not directory.get_by_role("link", name="Words").is_visible()
        directory.locator("summary").click()
        assert directory.get_by_role("link", name="Words").is_visible()
        page.set_viewport_size({"width": 1280, "height": 640})
        page.reload()
        assert directory.get_by_role("link", name="Words").is_visible()
        assert not directory.locator("summary").is_visible()


def test_the_posts_of_a_topic_are_numbered_throughout_its_pages(look: Look) -> None:
    html = (look.output / "topics/craft/2/index.html").read_text(encoding="utf-8")
    assert 'style="--before: 2"' in html
    style = (look.output / "static/style.css").read_text(encoding="utf-8")
    assert look.theme == "default" or "counter-reset: post var(--before" in style


@pytest.mark.parametrize("address", ["archive/", "tags/glue/"])
def test_the_rows_of_a_list_align_on_a_telephone_and_leave_titles_most_room_on_a_tablet(
    look: Look, page: Page, address: str
) -> None:
    parts = """() => [...document.querySelectorAll(".entries li")].map(row => {
      const [date, title, facts] = [".date", "a", ".facts"]
        .map(name => row.querySelector(name).getBoundingClientRect());
      return {below: title.top >= date.bottom, room: facts.left - date.right, facts: facts.width};
    })"""
    page.set_viewport_size({"width": 320, "height": 800})
    look.open(page, address)
    rows = page.evaluate(parts)
    assert rows
    assert all(row["below"] for row in rows)
    page.set_viewport_size({"width": 768, "height": 800})
    assert all(row["room"] > row["facts"] for row in page.evaluate(parts))
