"""A post of the site's own: themes display its paragraphs with all white space."""

from pathlib import Path

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown
from tests.digest import CONFIG, Digest


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one  \ntwo", "<p>one<br>two</p>"),
        ("one\\\ntwo", "<p>one<br>two</p>"),
        ("*one  \ntwo*\\\n`x`", "<p><em>one<br>two</em><br><code>x</code></p>"),
        ("one<br>\n  two", "<p>one<br>two</p>"),
        ('one<BR class="wide" />\ntwo', '<p>one<BR class="wide" />two</p>'),
        ("<p>one<br>\n  two\nthree</p>", "<p>one<br>two three</p>"),
        ("> one  \n> two", "<blockquote>\n<p>one<br>two</p>\n</blockquote>"),
    ],
)
def test_a_break_is_one_break(text: str, html: str) -> None:
    assert render_markdown(text, "own_post", LinkConfig()).html == html


def test_a_line_end_is_a_space_and_stays_in_code() -> None:
    html = render_markdown(
        "one\n<b>two</b>\nthree\n\n```\na\nb\n```", "own_post", LinkConfig()
    ).html
    assert html.startswith("<p>one <b>two</b> three</p>")
    assert "a\nb\n" in html


@pytest.mark.parametrize("theme", ["default", "wire"])
def test_a_built_post_shows_a_break_once_and_an_essay_is_as_before(
    tmp_path: Path, theme: str
) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", f'{CONFIG}theme = "{theme}"\n')
    digest.page("topics/craft/_index.md", "Things made.", title="Craft")
    digest.post("verse", "First  \nsecond\\\nthird.").page("essays/long.md", "First  \nsecond.")
    digest.build()
    for address in ("posts/verse/", "topics/craft/"):
        digest.shows(address, "<p>First<br>second<br>third.</p>")
    digest.shows("essays/long/", "<p>First<br>\nsecond.</p>")
