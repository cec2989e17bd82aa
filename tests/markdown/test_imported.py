"""Imported Markdown: what dumps hold as Markdown or HTML, without what could do harm."""

import re
from html import unescape

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown


def _render(text: str) -> str:
    return render_markdown(text, "imported", LinkConfig()).html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## Head", '<h2 id="head">Head</h2>'),
        ("a ~~b~~", "<del>b</del>"),
        ("- [x] done", '<input checked="" disabled="" type="checkbox">'),
        ("| a |\n| --- |\n| b |", "<td>b</td>"),
        ('![alt](/media/x.png "Cap")', "<figcaption>Cap</figcaption>"),
        ("a[^1]\n\n[^1]: Note.", "footnote-ref"),
    ],
)
def test_headings_tables_tasks_and_captions_are_rendered(text: str, html: str) -> None:
    assert html in _render(text)


def test_raw_html_is_shown_as_text() -> None:
    assert _render("a <b>c</b> <script>x()</script>") == (
        "<p>a &lt;b&gt;c&lt;/b&gt; &lt;script&gt;x()&lt;/script&gt;</p>"
    )


def test_a_picture_of_another_host_is_not_requested() -> None:
    assert "far.example" not in _render("![alt](https://far.example/x.png)")


def test_quotes_stay_as_they_were_written() -> None:
    assert _render('"a"') == '<p>"a"</p>'


def test_a_line_end_is_a_space_and_a_break_is_one_break() -> None:
    assert _render("a\nb  \nc *d\ne* f") == "<p>a b<br>c <em>d e</em> f</p>"


def test_line_ends_in_code_stay() -> None:
    assert "a\n  b\n" in _render("```\na\n  b\n```")


@pytest.mark.parametrize("flavour", ["essay", "post", "imported"])
@pytest.mark.parametrize("space", ["\xa0", "\u3000", "\u2003\xa0"])
def test_lines_of_code_may_begin_with_any_white_space(flavour: Flavour, space: str) -> None:
    for language in ("", "php"):
        code = f"```{language}\na\n{space}b\n```"
        html = render_markdown(code, flavour, LinkConfig()).html
        shown = unescape(re.sub(r"<[^>]*>", "", html))
        assert shown.strip("\n") == f"a\n{space}b"
