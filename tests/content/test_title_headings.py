from pathlib import Path, PurePosixPath

import pytest

from sitegen.content.pages import read_page
from sitegen.models import Page
from tests.digest import Digest


def read(text: str, path: str = "essays/lamps.md") -> Page:
    return read_page(Path("content"), PurePosixPath(path), text.encode()).page


@pytest.mark.parametrize(
    "text",
    [
        "# On lamps\n\nThey burn.",
        "---\nauthor: Ada\n---\n\n## On lamps ##\nThey burn.",
        "On lamps\n========\n\nThey burn.",
        "On\nlamps\n---\nThey burn.",
        "*On* lamps\n---\nThey burn.",
        "# On lamps[^1]\nThey burn.",
        "[On](https://lamps.example) lamps\n===\n\nThey burn.",
        "\n\n# On *lamps* {#lamps}\n\nThey burn.",
        "# [On](https://lamps.example) `lamps`\n\n\nThey burn.",
        "---\ntitle: ''\n---\n# On lamps\n\nThey burn.",
        "<h1>On lamps</h1>\n\nThey burn.",
        '<h2 class="big">On\n<em>lamps</em></h2>\nThey burn.',
        "---\ntitle: On lamps\n---\n# On  **Lamps**\n\nThey burn.",
    ],
)
def test_the_heading_at_the_beginning_is_the_title_and_is_not_shown_again(text: str) -> None:
    page = read(text)
    assert (page.title, page.body) == ("On lamps", "They burn.")
    assert text.split("\n")[page.body_line - 1] == "They burn."


def test_comments_may_precede_the_heading() -> None:
    page = read("<!-- lint off -->\n<!-- a\nb -->\n\n# On lamps\n\nThey burn.")
    assert page.title == "On lamps"
    assert page.body.split("\n")[6 - page.body_line :] == ["", "They burn."]
    assert page.body.startswith("<!-- lint off -->\n<!-- a\nb -->\n")
    assert "On lamps" not in page.body


def test_a_link_in_the_title_may_have_its_address_further_below() -> None:
    page = read('# On [lamps][l] and [oil]\n\nThey burn.\n\n[l]: /lamps/\n[oil]: </oil/> "Oil"')
    assert page.title == "On lamps and oil"


@pytest.mark.parametrize("path", ["index.md", "about.md", "topics/a/_index.md", "topics/a/b.md"])
def test_each_kind_of_page_may_have_its_title_in_a_heading(path: str) -> None:
    assert read("# On lamps\n\nThey burn.", path).title == "On lamps"


@pytest.mark.parametrize(
    "text",
    [
        "They burn.\n\n# On lamps",
        "#lamp\n\nThey burn.",
        "- one\n---\ntwo",
        "    # code",
        "```\n# a comment\n```",
        "> On lamps\n---\nThey burn.",
        "# ",
        "<!-- On\nlamps\n===\n-->\n\nThey burn.",
    ],
)
def test_only_a_heading_at_the_beginning_becomes_the_title(text: str) -> None:
    page = read(text)
    assert page.title is None
    assert page.body == text


def test_a_heading_that_differs_from_the_title_is_kept() -> None:
    page = read("---\ntitle: On lamps\n---\n# On candles\n\nThey burn.")
    assert (page.title, page.body) == ("On lamps", "# On candles\n\nThey burn.")


def test_imported_text_keeps_its_first_line() -> None:
    page = read("---\ndump: {file: a.txt, lines: [1, 2]}\n---\n# On lamps\n\nThey burn.")
    assert (page.title, page.body) == (None, "# On lamps\n\nThey burn.")


def test_pages_and_feeds_say_the_title_once(digest: Digest) -> None:
    digest.write("content/essays/lamps.md", "# On *lamps*\n\nThey burn.").build()
    page = digest.html("essays/lamps/")
    assert "<title>On lamps" in page
    assert page.count("On lamps</h") == 1
    assert "On <em>lamps" not in page
    assert '"title": "On lamps"' in (digest.root / "output/feed.json").read_text()
