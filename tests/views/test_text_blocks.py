"""Simple HTML is read by a short way, with the same blocks."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.views.text_blocks import parse_text_blocks, read_simple_blocks, read_text_blocks

PIECES = [
    *[
        "text",
        " ",
        "\n",
        "&amp;",
        "&",
        "&#65",
        "a < b",
        ">",
        "\xa0",
        "<p>",
        "</p>",
        "<br>",
        "</br>",
    ],
    *[
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        '<h2 id="a">',
        "</h2>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
    ],
    *[
        '<a href="/a?b&amp;c">',
        "</a>",
        '<span class="k">',
        "</span>",
        '<div class="toc">',
        "</div>",
    ],
    *[
        '<a class="&#116;oc">',
        "<em>",
        "</em>",
        "<P>",
        "<img alt='x'>",
        "<script>",
        "</script>",
        "<!--",
    ],
    *[
        "<br/>",
        "<svg>",
        "</svg>",
        '<p title="',
        "<p",
        "-->",
        '<blockquote class="toc note">',
        "word " * 9,
    ],
]
HTML = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(HTML, st.sampled_from([1, 20, 1200]))
@example("<p>One <em>two</em><br>\nthree</p>\n<pre>a\nb</pre>", 1200)
def test_simple_html_has_the_passages_that_the_parser_finds(html: str, length: int) -> None:
    assert read_simple_blocks(html, length) in (None, parse_text_blocks(html, length))
    assert read_text_blocks(html, length) == parse_text_blocks(html, length)


def test_the_html_of_a_usual_post_is_simple() -> None:
    post = '<p>One <a href="https://x.org">two</a>.</p>\n<ul>\n<li>a &amp; b</li>\n</ul>'
    assert read_simple_blocks(post, 1200) == parse_text_blocks(post, 1200)
    assert len(parse_text_blocks(post, 1200)) == 2
