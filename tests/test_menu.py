"""The menu of further pages: folded where it is long, and rendered but a few times."""

import re
from collections import Counter

import pytest

from sitegen.engine.page_parts import CommonParts
from tests.digest import CONFIG, Digest

LOOKS = ("default", "wire")


def with_pages(digest: Digest, count: int) -> Digest:
    for number in range(count):
        digest.page(f"page-{number:02}.md", "A page.", title=f"Page {number}")
    return digest.page("deep/er/one.md", "A page.", title="Deeper").post("one")


def menu_of(digest: Digest, address: str) -> str:
    return digest.html(address).partition('<nav class="menu"')[2].partition("</nav>")[0]


@pytest.mark.parametrize("theme", LOOKS)
def test_a_menu_of_more_than_ten_pages_folds(digest: Digest, theme: str) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "{theme}"\n')
    assert "<details" not in menu_of(with_pages(digest, 9).build(), "")
    menu = menu_of(with_pages(digest, 12).build(), "posts/one/")
    assert "<summary>13 further pages</summary>" in menu
    assert menu.index("archive/index.html") < menu.index("<details") < menu.index(">Page 0<")
    assert menu.count("<li>") == 14


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("page-03/", "../page-03/index.html"),
        ("deep/er/one/", "../../../deep/er/one/index.html"),
        ("archive/", "index.html"),
    ],
)
def test_the_menu_marks_the_page_that_shows_it_and_no_other(
    digest: Digest, address: str, link: str
) -> None:
    menu = menu_of(with_pages(digest, 12).build(), address)
    assert re.findall(r'href="([^"]*)"[^>]* aria-current="page"', menu) == [link]
    assert not re.findall("aria-current", menu_of(digest, "posts/one/"))


def test_every_link_of_the_menu_leads_to_its_page(digest: Digest) -> None:
    with_pages(digest, 3).build()
    for address in ("", "archive/", "posts/one/", "deep/er/one/"):
        folder = digest.root / "output" / address
        links = re.findall(r'href="([^"]*)"', menu_of(digest, address))
        assert len(links) == 5
        assert all((folder / link).is_file() for link in links)
    assert 'href="/page-00/"' in menu_of(digest, "404.html")


def test_a_menu_is_rendered_once_for_each_depth_of_folders(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    render = CommonParts._render

    def counted(parts: CommonParts, name: str, prefix: str) -> str:
        made.append(name)
        return render(parts, name, prefix)

    monkeypatch.setattr(CommonParts, "_render", counted)
    with_pages(digest, 30).build()
    # The front page, one, two and three folders deep, and the missing page, which lists topics too.
    parts = ("_menu_items.html", "_head_links.html", "_colophon_lines.html")
    assert Counter(made) == {**dict.fromkeys(parts, 5), "_topic_links.html": 1}


def test_a_long_menu_adds_no_dependencies(digest: Digest) -> None:
    """So that what a build remembers does not grow with the square of the pages."""
    with_pages(digest, 30).build()
    digest.write("content/page-07.md", "---\ntitle: Page 7\n---\n\nAnother text.\n").build()
    assert digest.result is not None
    assert digest.result.written == ("page-07/index.html",)


def test_all_pages_are_made_again_when_the_menu_changes(digest: Digest) -> None:
    with_pages(digest, 12).build()
    digest.page("page-07.md", "A page.", title="Seven").build()
    assert digest.result is not None
    assert ">Seven<" in menu_of(digest, "posts/one/")
    assert digest.result.reasons["posts/one/index.html"] == "the site’s menu changed"


def test_a_theme_with_a_menu_of_its_own_works_as_before(digest: Digest) -> None:
    menu = "{% for page in site.pages %}<a href='{{ url(page) }}'>{{ page.label }}</a>{% endfor %}"
    digest.write("sitegen.toml", 'theme = "mine"\n')
    digest.write("themes/mine/templates/_menu.html", menu)
    with_pages(digest, 1).build().shows("", "<a href='page-00/index.html'>Page 0</a>")


def test_wire_folds_its_topics_and_needs_no_script_for_it(digest: Digest) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "wire"\n')
    digest.post("one").post("two", topic="play").build()
    for address in ("", "posts/one/"):
        html = digest.html(address)
        fold = html.partition('<details class="fold">')[2].partition("</details>")[0]
        assert fold.strip().startswith("<summary>Topics</summary>")
        assert "topics/play/index.html" in fold
        scripts = re.findall(r"<script ([^\s>]+)", html)
        copies = 'src="../../static/sitegen-copy.js"'  # the button, which folds nothing
        assert set(scripts) <= {'type="application/ld+json"', copies}


def test_wire_marks_the_topic_that_a_page_belongs_to(digest: Digest) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "wire"\npage_size = 1\n')
    digest.post("one").post("two").post("three", topic="play").build()

    def current(address: str) -> list[str]:
        html = digest.html(address)
        return re.findall(r'aria-current="(\w+)"', html.partition('<details class="fold">')[2])

    assert current("topics/craft/")[:1] == ["page"]
    assert current("topics/craft/2/")[:1] == ["true"]
    assert current("posts/one/") == []


def test_a_note_of_two_lines_is_not_dressed_as_an_essay(digest: Digest) -> None:
    digest.page("about.md", "Two people.\n\nWho mend lamps.", title="About")
    digest.page("essays/note.md", "## One\n\nA line.\n\n## Two\n\nA line.", title="Note")
    digest.page(
        "essays/long.md", "## One\n\nA line.\n\n## Two\n\n" + "On it goes. " * 60, title="L"
    )
    digest.build().shows("about/", 'class="section single brief"')
    digest.shows("essays/note/", "single h-entry brief", "6 words")
    digest.lacks("essays/note/", "In this essay", "end-mark", "1 minute")
    digest.shows("essays/long/", "In this essay", "end-mark", "1 minute")
    digest.lacks("essays/long/", " brief")
