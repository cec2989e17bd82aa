import pytest

from sitegen.output_formats.email.fragments import mail_fragment
from sitegen.output_formats.email.plain_text import text_of
from sitegen.views.template_records import ImageView


def _find_image(address: str) -> ImageView | None:
    return {"media/large.jpg": ImageView(2000, 1000), "media/small.jpg": ImageView(80, 40)}.get(
        address
    )


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>a<svg><text>t</text></svg><script>x</script><style>p{}</style>b</p>", "<p>ab</p>"),
        ('<p id="a" style="color:red" onclick="x">a</p>', "<p>a</p>"),
        ('<figure><img src="/media/small.jpg" alt="A"><figcaption>C</figcaption></figure>',
         '<div><img src="/media/small.jpg" alt="A" width="80"><div class="caption">C</div></div>'),
        ('<p><img src="/media/large.jpg" alt="A"></p>',
         '<p><img src="/media/large.jpg" alt="A" width="600"></p>'),
        ('<p><img src="/media/lost.jpg"></p>', '<p><img src="/media/lost.jpg" alt=""></p>'),
        ('<video src="/media/a.mp4" aria-label="A film">Old browser</video>',
         '<a href="/media/a.mp4">▶ A film</a>'),
        ('<ul><li><label><input type="checkbox" checked> done</label></li></ul>',
         "<ul><li>☑ done</li></ul>"),
        ('<pre><code><span class="k">def</span></code></pre>', "<pre><code>def</code></pre>"),
        ("<p><bdi>x</bdi></p>", '<p><span dir="auto">x</span></p>'),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)"),
        ('<p>note <a class="footnote-backref" href="#r">↩</a></p>', "<p>note </p>"),
        ('<p><a href="javascript:x()">a</a><b>b</p>', "<p><a>a</a><b>b</b></p>"),
        ("<details><summary><p>a</p></summary>b</details>",
         '<div><div class="term"><p>a</p></div>b</div>'),
        ("<p>a &lt;b&gt; &amp; c</p>", "<p>a &lt;b&gt; &amp; c</p>"),
        ("<p>Müde.</p><p>مرحبا world</p><p>1</p>",
         '<p dir="ltr" class="ltr">Müde.</p><p dir="rtl" class="rtl">مرحبا world</p><p>1</p>'),
        ("<p>Müde: مرحبا</p><p>b</p>", "<p>Müde: مرحبا</p><p>b</p>"),
        ("<p>مرحبا</p><li><em>كتاب</em></li>", "<p>مرحبا</p><li><em>كتاب</em></li>"),
        ("<p hidden>a</p><dialog>b</dialog><p>c</p>", "<p>c</p>"),
    ],
)  # fmt: skip
def test_html_is_reduced_to_what_mail_clients_show(html: str, shown: str) -> None:
    assert mail_fragment(html, _find_image) == shown


def test_spaces_of_a_post_stay() -> None:
    html = "<p>one <b>bold</b> word<br>  two  words<br> <i>x</i> y</p>"
    assert mail_fragment(html, _find_image, keeps_spaces=True) == (
        "<p>one <b>bold</b> word<br>\u00a0 two\u00a0 words<br>\u00a0<i>x</i> y</p>"
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one\ntwo<br>three</p>\n<p>four</p>", "one two\nthree\n\nfour"),
        ('<p>see <a href="https://a.example/x">this</a>.</p>', "see this <https://a.example/x>."),
        ('<p><a href="https://a.example/x">a.example/x</a></p>', "a.example/x"),
        ('<p><a href="https://x.com/me">@me</a></p>', "@me"),
        ('<p>a<sup><a href="https://d.example/#fn:1">1</a></sup></p>', "a[1]"),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc"),
        ("<ol start=3><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "3. a\n   - b\n4. c"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"),
        ("<pre><code>a\n  b\n</code></pre>", "a\n  b"),
        ("<table><tr><th>a</th> <th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
         "a | b\n1 | 2"),
        ('<p><img src="/a.png" alt="A lamp"></p>', "[A lamp]"),
        ("<p>\u00a0 indented\u00a0 apart<br>next</p>", "  indented  apart\nnext"),
        ("<p>a</p><hr><p>b</p>", "a\n\n* * *\n\nb"),
        ("<p>1 &lt; 2</p>", "1 < 2"),
        ("", ""),
    ],
)  # fmt: skip
def test_fragment_becomes_plain_text(html: str, text: str) -> None:
    assert text_of(html) == text
