import pytest

from sitegen.readers.html import html_to_markdown
from tests.readers.html.rendering import markdown, rendered, shown_text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>bold</b> and <strong>strong</strong>", "**bold** and **strong**"),
        ("<i>one</i>, <em>two</em>, <cite>three</cite>", "*one*, *two*, *three*"),
        ("<b>bold </b>and", "**bold** and"),
        ("a<b> bold</b>", "a **bold**"),
        ("<b>one</b><b> two</b>", "**one two**"),
        ("<b><b>twice</b></b>", "**twice**"),
        ("<b><i>both</i></b>", "**_both_**"),
        ("<i>a <b>b</b> c</i>", "_a **b** c_"),
        ("half<b>bold</b>word", "half**bold**word"),
        ("<s>gone</s> <del>too</del>", "~~gone~~ ~~too~~"),
        ('<span style="font-weight: 700">bold</span>', "**bold**"),
        ('<b style="font-weight:normal">pasted</b>', "pasted"),
        ("<code>x = 1</code>", "`x = 1`"),
        ("<code>a`b</code> <kbd>Esc</kbd>", "``a`b`` `Esc`"),
        ("<b></b> nothing <i> </i>", "nothing"),
        ('<i class="icon"/>text <a id="x"/>on', "text on"),
        ("x<sup>2</sup>, H<sub>2</sub>O", "x², H₂O"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("<q>said</q>", "“said”"),
        ("one<br>two<br/>three", "one  \ntwo  \nthree"),
        ("one<br><br>two", "one\n\ntwo"),
        ("one\n  two", "one two"),
        ("<p>&nbsp;</p><p>x</p><p></p>", "x"),
    ],
)
def test_text_within_a_line_becomes_clean_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>bold</strong> and <em>emphasis</em></p>",
        "<p><strong>a <em>b</em></strong></p>",
        "<p><em>a <strong>b</strong> c</em></p>",
        "<p><strong><em>both</em></strong></p>",
        "<p><em>a</em><strong>b</strong></p>",
        "<p><strong>a</strong><em>b</em></p>",
        "<p>half<strong>bold</strong>word</p>",
        "<p>half<em>way</em>there</p>",
        "<p><strong><code>x</code></strong></p>",
        '<p><strong>a <a href="https://x.example/">b</a></strong></p>',
        '<p><a href="https://x.example/">a <strong>b</strong> c</a></p>',
        '<p><a href="https://x.example/"><code>a</code></a></p>',
        "<p><strong>a<br>\nb</strong></p>",
    ],
)
def test_emphasis_is_shown_as_the_original_showed_it(html: str) -> None:
    assert rendered(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="https://x.example/a">words</a>', "[words](https://x.example/a)"),
        ('<a href="www.x.example/a">words</a>', "[words](https://www.x.example/a)"),
        ('<a href="https://x.example/a">https://x.example/a</a>', "https://x.example/a"),
        ('<a href="https://x.example/">https://x.example</a>', "https://x.example"),
        ('<a href="https://x.example/a">x.example/a</a>', "[x.example/a](https://x.example/a)"),
        ('<a href="https://x.example/a">https://x.example/a</a>b', "<https://x.example/a>b"),
        (
            '<b><a href="https://x.example/a">https://x.example/a</a></b>b',
            "**<https://x.example/a>**b",
        ),
        ('(<a href="https://x.example/a">https://x.example/a</a>).', "(https://x.example/a)."),
        ("https://x.example/<b>a</b>", "<https://x.example/>**a**"),
        ('<a href="/about">us</a>', "[us](https://blog.example/about)"),
        ('<a href="../two">two</a>', "[two](https://blog.example/posts/two)"),
        ('<a href="//cdn.example/a">a</a>', "[a](https://cdn.example/a)"),
        ('<a href="https://x.example/a b">s</a>', "[s](https://x.example/a%20b)"),
        ('<a href="https://x.example/a(b">s</a>', "[s](https://x.example/a%28b)"),
        ('<a href="https://x.example/a_(b)">s</a>', "[s](https://x.example/a_(b))"),
        ('<a href="https://x.example/?a=1&amp;lt;=2">s</a>', "[s](https://x.example/?a=1&lt%3B=2)"),
        ('<a href="javascript:alert(1)">run</a>', "run"),
        ('<a href="data:text/html,x">see</a>', "see"),
        ('<a href="#part">part</a>', "part"),
        ('<a name="part">part</a>', "part"),
        ('<a href="https://x.example/"></a>', ""),
        ('wow!<a href="https://x.example/">a</a>', "wow\\![a](https://x.example/)"),
        ('<a href="https://x.example/">a [b]</a>', "[a \\[b\\]](https://x.example/)"),
    ],
)
def test_a_link_keeps_its_words_or_stays_a_bare_address(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_a_link_that_loses_its_target_is_reported() -> None:
    text = html_to_markdown('<a href="javascript:x()">a</a> <a href="#b">b</a> <a href="c">c</a>')
    assert text.markdown == "a b c"
    assert len(text.lost) == 3


def test_the_hidden_part_of_an_address_joins_it() -> None:
    html = (
        '<p><a href="https://long.example/some/path"><span class="invisible">https://</span>'
        '<span class="ellipsis">long.example/so</span><span class="invisible">me/path</span></a> '
        '<span class="h-card"><a href="https://m.example/@ann" class="u-url mention">'
        "@<span>ann</span></a></span></p>"
    )
    assert markdown(html) == "https://long.example/some/path [@ann](https://m.example/@ann)"


@pytest.mark.parametrize(
    "literal",
    [
        *("1. one", "1) one", "1987. A year", "# head", "####### seven", "- a", "+ a", "* a", "-"),
        *("> q", "---", "***", "* * *", "===", "```", "~~~ x", "|---|---|", "a | b", ": d"),
        *("**b**", "*i*", "_i_", "__b__", "snake_case_name", "5 * 3 * 2", "*", "a* b* c", "`c`"),
        *("``", "[a](b)", "[a]", "[a][b]", "[^1]", "[^1]: n", "[a]: http://b.example", "![a](b)"),
        *(
            "[x] t",
            "[ ] t",
            "<b>",
            "</b>",
            "<!-- c -->",
            "a < b > c",
            "&amp;",
            "&lt;b&gt;",
            "&#42;",
        ),
        *("AT&T", "\\", "\\*", "a\\", "\\\\", "~~s~~", "~a~", "{.x}", "{#id}", "{x}", "[TOC]"),
        *("C:\\temp\\new", "http://a.example/b_c_d", "@some_user_", "#a_b_c", "mail@a.example"),
        *(
            "<https://a.example>",
            "<mail@a.example>",
            "!",
            "a!",
            "$x_1$ and $y_2$",
            "2 ^ 3",
            "*[H]: x",
        ),
        *("*[H]: x", "(c) (r) ... -- ---", "«a» “b” 'c' \"d\"", "a_ b_", "_a b"),
        *("*a", "a*", "**", "__init__"),
    ],
)
def test_a_literal_text_is_shown_as_it_was(literal: str) -> None:
    escaped = literal.replace("&", "&amp;").replace("<", "&lt;")
    assert shown_text(f"<p>{escaped}</p>") == literal
    assert shown_text(f"<p>before {escaped} after</p>") == f"before {literal} after"
    assert shown_text(f"<p>one<br>{escaped}<br>two</p>") == f"one\n{literal}\ntwo"
    assert shown_text(f"<ul><li>{escaped}</li></ul>") == literal
    assert shown_text(f"<h2>{escaped}</h2>") == literal
    assert shown_text(f"<p>a <b>{escaped}</b> c</p>") == f"a {literal} c"
    assert shown_text(f"<blockquote><p>{escaped}</p></blockquote>") == literal


@pytest.mark.parametrize(
    "literal", ["a|b", "|", "\\|", "`|`", "*a*", "- a", "# a", "[a](b)", "a\\"]
)
def test_a_literal_text_in_a_table_is_shown_as_it_was(literal: str) -> None:
    html = rendered(f"<table><tr><th>A<th>B</tr><tr><td>{literal}<td>x</table>")
    assert f"<td>{literal}</td>\n<td>x</td>" in html


@pytest.mark.parametrize(
    "lines", [("|", "|"), ("a | b", "--|--"), ("[", "]:", "1"), ("[a", "](b)")]
)
def test_literal_lines_that_form_markup_together_are_shown_as_they_were(
    lines: tuple[str, ...],
) -> None:
    assert shown_text(f"<p>{'<br>'.join(lines)}</p>") == "\n".join(lines)


def test_a_link_that_looks_like_a_definition_stays_a_link() -> None:
    html = '<p><a href="https://x.example/">]:</a></p>'
    assert rendered(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("10<sup>6</sup> m<sup>-2</sup>", "10⁶ m⁻²"),
        ("H<sub>2</sub>O, x<sub>i</sub><sup>n+1</sup>", "H₂O, xᵢⁿ⁺¹"),
        ("the 1<sup>st</sup> of <i>x<sup>2</sup></i>", "the 1st of *x²*"),
        ("5<sup>2</sup>3", "5²3"),
        ("a<sup>2", "a2"),
    ],
)
def test_superscripts_and_subscripts_are_characters(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_an_image_that_touches_words_or_another_image_is_parted_from_them() -> None:
    image = '<img src="http://x.example/a.jpg">'
    written = "![](http://x.example/a.jpg)"
    assert markdown(f"<p>One{image}{image}two</p>") == f"One {written} {written} two"
    assert markdown(f"<p>({image}, b)</p>") == f"({written}, b)"
