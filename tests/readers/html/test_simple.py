"""Simple HTML is converted without parsing, and comes out the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.readers.html import html_to_markdown
from sitegen.readers.html.simple import simple_markdown

_LINK = '<a href="https://b.example/x/y-1" rel="nofollow">the chart</a>'
_USUAL = ("The lamp ", "burns, ", "(and ", "1) ", ". Then: ", "</p><p>", "</p>\n<p>", " it ", "Hi ")
_MARKED = ("<em>a b</em>", "<i>x</i>", "<strong>Bo</strong>", "<b>1. a</b>", _LINK, f" {_LINK} ")
_OTHERS = (
    "1.", "- b", "–", " ", "  ", "\n", ",", "!", "(", "b_c", "&amp;", "*", "#tag", "www.a.example",
    "http://a.example", "<br>", "Notes", "日本", "٣. x", "[a]", "+ ", "= ", "a|b", "<em>", "</a>",
    '<a href="https://b.example">b.example</a>', '<a href="x.html">x</a>', "<em>日本</em>",
    '<a href="https://youtube.com/redirect?q=a">a</a>', '<a href="https://b.example/a.jpg">a</a>',
)  # fmt: skip
_PIECES = st.one_of(*(st.sampled_from(each) for each in (_USUAL, _USUAL, _MARKED, _OTHERS)))


@given(st.lists(_PIECES, min_size=1, max_size=9).map("".join))
@settings(max_examples=300, deadline=None)
def test_what_is_written_without_parsing_is_the_same_as_with_it(inner: str) -> None:
    html = f"<p>{inner}</p>"
    simple = simple_markdown(html)
    if simple is not None:
        assert simple == html_to_markdown(f"<!-- parsed -->{html}").markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>The lamp burns (at night): all of it.</p>", "The lamp burns (at night): all of it."),
        (
            f"<p>See {_LINK}, and <em>now</em>!</p>",
            "See [the chart](https://b.example/x/y-1), and *now*!",
        ),
        ("<p><b>Tea</b> is hot.</p>\n<p>So it is.</p>\n", "**Tea** is hot.\n\nSo it is."),
        ('<p>Hot <a href="http://d.hatena.ne.jp/keyword/tea">tea</a>.</p>', None),
        ("<p>1. Tea</p>", None),
        ("<p>Tea &amp; toast</p>", None),
        ("<p>Tea<em>pot</em></p>", None),
        ("<p>Tea</p><ul><li>Toast</li></ul>", None),
        ("<p></p>", None),
    ],
)
def test_only_paragraphs_of_words_links_and_emphasis_are_simple(
    html: str, markdown: str | None
) -> None:
    assert simple_markdown(html) == markdown
