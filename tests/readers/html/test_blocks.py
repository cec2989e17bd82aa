import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown
from sitegen.readers.html import html_to_markdown
from sitegen.readers.html.containers import Depths
from tests.readers.html.rendering import markdown, rendered


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>A <b>b</b></h2><h3><strong>c</strong></h3>", "## A **b**\n\n### c"),
        ("<h2></h2><h2>C #</h2>", "## C \\#"),
        ('<h2>Title<a class="anchor" href="#title">#</a></h2>', "## Title"),
        ("<h2>1. One</h2>", "## 1. One"),
        ("<p>a</p><hr><p>b</p>", "a\n\n***\n\nb"),
        ("<div><div>a</div><div>b<p>c</div></div>", "a\n\nb\n\nc"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"),
        ("<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul>", "- a\n  - b\n    1. c\n- d"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
        ('<ol start="3"><li>a<li>b</ol>', "3. a\n4. b"),
        ('<ol><li>a<li value="7">b<li>c</ol>', "1. a\n\n7) b\n8) c"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n+ b"),
        (
            '<ul><li><input type="checkbox" checked> a<li><input type="checkbox"> b</ul>',
            "- [x] a\n- [ ] b",
        ),
        ("<li>a<li>b", "- a\n- b"),
        ("<ul><li><blockquote>q</blockquote><li><pre>c</pre></ul>", "- > q\n\n- ```\n  c\n  ```"),
        ("<ul><li>a<h3>b</h3></ul>", "- a\n\n  ### b"),
        ("<pre>a\n  b\n</pre>", "```\na\n  b\n```"),
        ("<pre>a<br>b</pre>", "```\na\nb\n```"),
        ('<pre><code class="language-py">x</code></pre>', "```py\nx\n```"),
        ('<pre class="lang-rust">x</pre>', "```rust\nx\n```"),
        (
            '<div class="highlight-source-js"><pre>x</pre></div><pre>y</pre>',
            "```js\nx\n```\n\n```\ny\n```",
        ),
        ("<pre>```\nx</pre>", "````\n```\nx\n````"),
        ("<p>a <code>x<br>y</code> b", "a\n\n```\nx\ny\n```\n\nb"),
        ("<code>x<br>\n&nbsp; y<br />\nz</code>", "```\nx\n  y\nz\n```"),
        ("<div class='a'><div class=\"codesnip\">x<br>*y*</div></div>", "```\nx\n*y*\n```"),
        (
            """<table><tr><td class="line-numbers"><div>1<br />2<br /></div></td>
            <td><div class="ruby codecolorer" style="a: b"><b>x</b><br />\ny</div></table>""",
            "```ruby\nx\ny\n```",
        ),
        ("<dl><dt>a<dd>b<dt>c<dd><p>d<p>e</dl>", "**a**  \nb\n\n**c**  \nd\n\ne"),
        ("<details><summary>s</summary><p>a</p></details>", "**s**\n\na"),
        ("<p>a<!-- c --><script>x</script><style>y</style><template>z</template>", "a"),
        ("<p hidden>a</p><p style='display: none'>b</p><button>c</button><p>d", "d"),
        ("<div class='subscription-widget-wrap'><form>e</form></div>a", "a"),
        ("<a class='mw-jump-link'>x</a><h2>a<i class='mw-editsection'>x</i></h2>", "## a"),
        ("<p dir='rtl' lang='he'>שלום</p>", "שלום"),
        ("<center><font color=red>a</font></center>", "a"),
    ],
)
def test_a_block_becomes_clean_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<ul>\n<li>a<ul>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>",
        "<ol>\n<li>a<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ol>",
        '<ol start="9">\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>',
        "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>",
        "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>",
        "<p>a</p>\n<hr>\n<p>b</p>",
        "<p>a<br>\nb</p>",
    ],
)
def test_blocks_are_shown_as_the_original_showed_them(html: str) -> None:
    assert rendered(html) == html


@pytest.mark.parametrize("marks", ["ul", "ol"])
def test_lists_keep_their_depth(marks: str) -> None:
    depth = 12
    html = "".join(f"<{marks}><li>level{level} " for level in range(depth))
    shown = rendered(html + f"</li></{marks}>" * depth)
    for level in range(depth):
        before = shown.partition(f"level{level}")[0]
        assert before.count(f"<{marks}>") - before.count(f"</{marks}>") == level + 1


def test_markup_nested_too_deeply_keeps_its_words() -> None:
    html = "".join(f"<ul><li>w{number} <blockquote>" for number in range(30))
    text = html_to_markdown(html, depths=Depths(containers=20, indented=6))
    assert text.lost == ("nested too deep",)
    assert [word for word in text.markdown.split() if word.startswith("w")] == [
        f"w{number}" for number in range(30)
    ]


def test_any_depth_is_shown_as_markdown() -> None:
    html = "<blockquote><ul><li>a" * 500
    shown = render_markdown(html_to_markdown(html).markdown, "essay", LinkConfig())
    assert not shown.is_verbatim
    assert shown.text.split() == ["a"] * 500


def test_a_table_keeps_its_cells_head_and_alignment() -> None:
    html = (
        "<table><caption>Sizes</caption><thead><tr><th>Name<th align=right>Size</thead>"
        "<tbody><tr><td><b>a</b>|<td style='text-align: right'>1<br>2"
        "<tr><td><code>b|c</code></table>"
    )
    assert markdown(html) == (
        "Sizes\n\n| Name | Size |\n| --- | ---: |\n| **a**\\| | 1 2 |\n| `b\\|c` |  |"
    )
    assert "<td><code>b|c</code></td>" in rendered(html)


def test_short_lists_and_paragraphs_in_the_cells_of_a_table_are_its_lines() -> None:
    cells = "<td><ul><li>b<li>c <b>d</b></ul><td><p>e</p><p>f</p><td><ol start=3><li>g</ol>"
    html = f"<table><tr><th>A<th>B<th>C</tr><tr>{cells}</tr></table>"
    assert markdown(html).splitlines() == [
        "| A | B | C |",
        "| --- | --- | --- |",
        "| • b • c **d** | e f | 3\\. g |",
    ]


def test_a_table_without_a_head_has_an_empty_one() -> None:
    html = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert markdown(html) == "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"
    assert "<td>a</td>\n<td>b</td>" in rendered(html)


def test_cells_that_span_others_leave_empty_ones() -> None:
    html = "<table><tr><th>a<th>b<th>c<tr><td rowspan=2>d<td colspan=2>e<tr><td>f<td>g</table>"
    assert markdown(html).split("\n")[2:] == ["| d | e |  |", "|  | f | g |"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td><p>a</p><p>b</p></table>", "a\n\nb"),
        ("<table><tr><td>a<td><ul><li>b</ul></table>", "a\n\n- b"),
        ("<table><tr><td><ul><li>x</ul><tr><td>a<td>b</table>", "- x\n\na  \nb"),
        ("<table role=presentation><tr><td>a<td>b</table>", "a  \nb"),
        ("<table><tr><td><table><tr><td>a</table></table>", "a"),
    ],
)
def test_a_table_for_layout_or_with_blocks_becomes_lines(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize("name", ["pullquote", "kg-callout-card"])
def test_a_pull_quote_and_a_callout_are_quotations(name: str) -> None:
    html = f'<p>a</p><div class="{name}"><div><p>b</p></div><p>c</p></div><p>d</p>'
    assert markdown(html) == "a\n\n> b\n>\n> c\n\nd"


@pytest.mark.parametrize(
    "html",
    [
        '<label class="hide-text">x</label>',
        '<div class="kg-audio-player"><span>0:00</span></div>',
        '<div class="blogger-post-footer">x</div>',
        '<image class="file-embed-thumbnail-default" src="x"></image>',
    ],
)
def test_the_controls_of_players_and_the_like_are_no_text(html: str) -> None:
    assert markdown(f"<p>a</p>{html}") == "a"
