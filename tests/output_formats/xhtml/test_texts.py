"""The HTML of a page as XHTML that is valid in a book."""

import pytest

from sitegen.output_formats.xhtml.texts import read_text


def xhtml(html: str, *, level: int = 2) -> str:
    return read_text(html, "p", level=level).render(lambda link: link, lambda src, _: src)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<br>b &amp; &lt;c&gt; &nbsp;", "a<br/>b &amp; &lt;c&gt; \xa0"),
        ("<ul>loose<li>item</ul>", "<ul><li>loose</li><li>item</li></ul>"),
        ("<li>alone", "<div>alone</div>"),
        ("<dl><dd>no term</dl>", "<div><div>no term</div></div>"),
        ("<dl><dt>t<dd>d</dl>", "<dl><dt>t</dt><dd>d</dd></dl>"),
        ("<span><p>p</p></span>", '<span><span class="block">p</span></span>'),
        ("<h2>x<div>y</div></h2>", '<h2>x<span class="block">y</span></h2>'),
        ("<a href=x><div>b</div></a>", '<a href="x"><div>b</div></a>'),
        ("<a>no link</a>", "<span>no link</span>"),
        (
            "<table><tfoot><tr><td>f</tfoot><tr><td>b</table>",
            "<table><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>",
        ),
        (
            "<table><thead><tr><td>1</thead><thead><tr><td>2</table>",
            "<table><thead><tr><td>1</td></tr></thead><tbody><tr><td>2</td></tr></tbody></table>",
        ),
        (
            "<table><caption>1</caption><caption>2</caption><tr><td>3</table>",
            "<table><caption>1 2</caption><tbody><tr><td>3</td></tr></tbody></table>",
        ),
        ("<figcaption>c</figcaption>", "<div>c</div>"),
        ("<ruby><rt>r</rt></ruby>", "<span><span>r</span></span>"),
        ("<section><time>t</time></section>", "<div><span>t</span></div>"),
        ('<p dir=up lang=zzz class="" id=" ">x', "<p>x</p>"),
        ('<p lang=de id=a dir=rtl>x', '<p id="p.a" dir="rtl" lang="de" xml:lang="de">x</p>'),
        ("<ol start=3><li value=x>a</ol>", '<ol start="3"><li>a</li></ol>'),
        ("<input type=checkbox checked> done", "☑ done"),
        ("<embed src=/a.swf>", '<p class="medium"><a href="/a.swf">/a.swf</a></p>'),
    ],
)  # fmt: skip
def test_an_element_in_the_wrong_place_becomes_a_plain_one(html: str, expected: str) -> None:
    assert xhtml(html) == expected


def test_headings_follow_each_other_without_a_gap() -> None:
    found = xhtml("<h4>a</h4><h6>b</h6><h2>c</h2><h3>d</h3>", level=3)
    assert found == "<h3>a</h3><h4>b</h4><h3>c</h3><h4>d</h4>"


def test_ids_are_unique_and_allowed_in_xml() -> None:
    found = xhtml('<p id="1 2">a</p><p id="x">b</p><p id="x">c</p>')
    assert found == '<p id="p.1_202">a</p><p id="p.x">b</p><p>c</p>'


def test_elements_that_are_nested_too_deep_for_readers_leave_their_text() -> None:
    found = xhtml("<div>" * 500 + "deep" + "</div>" * 500)
    assert "deep" in found
    assert found.count("<div>") == 100


def test_what_a_page_hides_is_not_in_a_book() -> None:
    assert xhtml("<p hidden>a</p><p>b</p>") == "<p>b</p>"


def test_a_link_that_leads_nowhere_leaves_its_text() -> None:
    text = read_text("<p><a href=x>text</a></p><a href=y><p>block</p></a>", "p")
    found = text.render(lambda _: None, lambda src, _: src)
    assert found == "<p><span>text</span></p><div><p>block</p></div>"
