"""The author's own HTML among Markdown: addresses in ``<…>``, and where no link is made."""

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown

LINKS = LinkConfig()


def _html(source: str) -> str:
    return render_markdown(source, "page", LINKS).html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[a](</about/>)", '<p><a href="/about/">a</a></p>'),
        ('[a]( </about/> "Us" )', '<p><a href="/about/" title="Us">a</a></p>'),
        ("[a](<b>)", '<p><a href="b">a</a></p>'),
        ("![p](</media/a b.png>)", '<p><img alt="p" src="/media/a b.png"></p>'),
        ("[a](<https://a.example/x>)", '<p><a href="https://a.example/x">a</a></p>'),
        ("[a][r]\n\n[r]: </about/>", '<p><a href="/about/">a</a></p>'),
        ("![a][r]\n\n[r]: </media/a b.png>", '<p><img alt="a" src="/media/a b.png"></p>'),
        ('[r]\n\n[r]: </a b/> "T"', '<p><a href="/a b/" title="T">r</a></p>'),
        ("x](<b>c</b>)", "<p>x](<b>c</b>)</p>"),
        ("(<b>c</b>)", "<p>(<b>c</b>)</p>"),
    ],
)
def test_an_address_may_stand_in_angle_brackets(source: str, html: str) -> None:
    assert _html(source) == html


def test_posts_and_essays_may_have_an_address_in_angle_brackets_too() -> None:
    for flavour in ("post", "essay"):
        html = render_markdown("[a](</about/>)", flavour, LINKS).html
        assert '<a href="/about/"' in html


@pytest.mark.parametrize(
    "source",
    [
        "![use <b> tags](/media/a.png)",
        "![use <b> tags][r]\n\n[r]: /media/a.png",
    ],
)
def test_a_tag_in_the_words_of_a_picture_is_text(source: str) -> None:
    assert 'alt="use &lt;b&gt; tags" src="/media/a.png"' in _html(source)


def test_a_tag_in_a_title_is_text() -> None:
    assert _html('[a](/b/ "the <b> tag")') == (
        '<p><a href="/b/" title="the &lt;b&gt; tag">a</a></p>'
    )


TEXT = "@lamp #hash https://a.example/x"


@pytest.mark.parametrize(
    "name", ["code", "kbd", "samp", "button", "textarea", "title", "script", "var", "CODE"]
)
def test_nothing_becomes_a_link_in_html_that_shows_text(name: str) -> None:
    assert f"<{name}>{TEXT}</{name}>" in _html(f"Type <{name}>{TEXT}</{name}> here.")


@pytest.mark.parametrize(
    "source",
    [
        f'See <a href="/b/">{TEXT}</a>.',
        f'- See <a href="/b/">*{TEXT}*</a>.',
        f'| a |\n|---|\n| <a href="/b/">{TEXT}</a> |',
        f'<div markdown="1">\nSee <a href="/b/">{TEXT}</a>.\n</div>',
        f'> See <A\nHREF="/b/" title="a > b">{TEXT} **and {TEXT}**</A>.',
        f'Word[^1].\n\n[^1]: A <a href="/b/">{TEXT}</a>.',
        f'<a href="/b/"><code>{TEXT}</code> {TEXT}</a>',
        f'<a href="/b/" markdown="1">{TEXT}</a>',
        f'<a href="/b/">\n\n{TEXT}\n\n</a>',
        'See <a href="/b/">the [first](/c/) one</a>',
    ],
)
def test_no_link_is_made_within_a_link_of_html(source: str) -> None:
    html = _html(source)
    depth = 0
    for piece in html.lower().split("<")[1:]:
        depth += piece.startswith(("a ", "a\n", "a>")) - piece.startswith("/a>")
        assert depth <= 1, html
    assert "https://a.example/x" in html or "first" in html


def test_links_are_made_again_after_such_html() -> None:
    html = _html("<code>#a</code> #b <kbd>#c</kbd> #d and <a href='/x/'>@y</a> @z")
    assert html.count("<a ") == 4
    assert "<code>#a</code>" in html
    assert "<a href='/x/'>@y</a>" in html


def test_html_that_nothing_ends_takes_no_link_away() -> None:
    assert _html('An <a name="x"> anchor, #b').count("<a ") == 2


def test_a_link_that_the_author_wrote_in_code_remains() -> None:
    assert '<code>see <a href="/b/">b</a></code>' in _html("<code>see [b](/b/)</code>")
