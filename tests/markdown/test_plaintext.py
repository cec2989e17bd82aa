import pytest

from sitegen.markdown.plaintext import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a &lt; b &amp;amp;</p>", "a < b &amp;"),
        ("<p>one</p>\n<p>two</p>", "one\n\ntwo"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one<br>\ntwo<br>three</p>", "one\ntwo\nthree"),
        ("<p>one</p><p>&nbsp;<br>two</p>", "one\n\n\ntwo"),
        ("<p>a <em>b</em>\n<b>c</b></p>", "a b\nc"),
        ("<p>  <a href='x'>a</a>  b</p>", "  a  b"),
        ("<ul>\n<li>a<ul>\n<li>b</li></ul></li>\n<li>c</li>\n</ul><p>d</p>", "a\nb\nc\n\nd"),
        ("<table>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n<tr><td>c</td></tr></table>", "a b\nc"),
        (
            "<p>x</p><script>if (a<b) '</p>'</script><style>p{}</style><!-- <b> --><p>y</p>",
            "x\n\ny",
        ),
        ("<p title=\"a>b\" class='c>d'>x</p>", "x"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("<p>x</p><!-- y <p>z</p>", "x"),
        ("<p>x</p><script>y <p>z</p>", "x"),
        ("<div hidden>a<div>b</div>c</div><p hidden=until-found>d</p>", "d"),
        ("<p style='display: none'>a</p><dialog>b</dialog><dialog open>c</dialog>", "c"),
        ("<p hidden>a<p>b</p>", "a\n\nb"),
        ("<img hidden src=a><p>hidden</p><script>'<b hidden>'</script>c</b>", "hidden\n\nc"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert plain_text(html) == text
