"""Addresses in HTML are found as a browser finds them, and nothing else is changed."""

from collections.abc import Mapping

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.addresses import resolve_links, rewrite_root_links
from sitegen.hypertext import change_addresses, read_events
from sitegen.hypertext.addresses import kind_of, srcset_spans
from sitegen.hypertext.tags import (
    TOKEN,
    RawText,
    Tag,
    find_pieces,
    find_tags,
    read_tag,
    text_of_tag,
)

CHANGED = [
    ('<img srcset="/a.png, /b.png 2x">', '<img srcset="../a.png, ../b.png 2x">'),
    ("<img srcset='/a,b.png 1x,/c.png 2x'>", "<img srcset='../a,b.png 1x,../c.png 2x'>"),
    ('<img srcset="data:,a /x 1x, /b.png">', '<img srcset="data:,a /x 1x, ../b.png">'),
    ('<link imagesrcset="/a.png 1x">', '<link imagesrcset="../a.png 1x">'),
    ('<video poster="/a.png"></video>', '<video poster="../a.png"></video>'),
    ('<object data="/a.pdf">', '<object data="../a.pdf">'),
    ('<svg><use xlink:href="/a.svg#b"/></svg>', '<svg><use xlink:href="../a.svg#b"/></svg>'),
    ('<form action="/find/">', '<form action="../find/">'),
    ("<button formaction=/find>", "<button formaction=../find>"),
    ('<blockquote cite="/a/">', '<blockquote cite="../a/">'),
    ('<img longdesc="/a/">', '<img longdesc="../a/">'),
    ('<div itemscope itemid="/a/">', '<div itemscope itemid="../a/">'),
    (r'<p style="background:url(\/a.png)">', '<p style="background:url(../a.png)">'),
    ('<td background="/a.png">', '<td background="../a.png">'),
    ('<a ping="/a /b">', '<a ping="../a ../b">'),
    (
        '<meta http-equiv="Refresh" content="0; URL=/a/">',
        '<meta http-equiv="Refresh" content="0; URL=../a/">',
    ),
    (
        """<meta content="5;url='/a/'" http-equiv=refresh>""",
        """<meta content="5;url='../a/'" http-equiv=refresh>""",
    ),
    ('<p style="background: url(/a.png)">', '<p style="background: url(../a.png)">'),
    (
        "<p style='background: url(&quot;/a.png&quot;)'>",
        "<p style='background: url(&quot;../a.png&quot;)'>",
    ),
    ("<p style=\"background: URL( '/a.png' )\">", "<p style=\"background: URL( '../a.png' )\">"),
    ("<style>@import '/a.css'; p{}</style>", "<style>@import '../a.css'; p{}</style>"),
    (
        '<style>p { background: image-set("/a.png" 1x, "/b.png" 2x) }</style>',
        '<style>p { background: image-set("../a.png" 1x, "../b.png" 2x) }</style>',
    ),
    (r"<style>p{background:url(\2f a.png)}</style>", "<style>p{background:url(../a.png)}</style>"),
    ("<a href=/a/>x</a>", "<a href=../a/>x</a>"),
    ("<a href=/>x</a>", "<a href=../>x</a>"),
    ('<A HREF = "/a/">x</A>', '<A HREF = "../a/">x</A>'),
    ('<a\nhref\n=\n" /a/ ">x</a>', '<a\nhref\n=\n" ../a/ ">x</a>'),
    ('<a title="1"href="/a/">x</a>', '<a title="1"href="../a/">x</a>'),
    ("<a/href='/a/'>x</a>", "<a/href='../a/'>x</a>"),
    ('<a href="&#47;a/?b&amp;c#d">x</a>', '<a href="../a/?b&amp;c#d">x</a>'),
    ('<img alt="a <b> c" src="/a.png">', '<img alt="a <b> c" src="../a.png">'),
    ("<img alt='it > 1' src='/a.png'>", "<img alt='it > 1' src='../a.png'>"),
    (
        '<iframe srcdoc="<img src=&quot;/a.png&quot;>">',
        '<iframe srcdoc="<img src=&quot;../a.png&quot;>">',
    ),
    ('<svg><title/><a href="/a/">x</a></svg>', '<svg><title/><a href="../a/">x</a></svg>'),
]
UNCHANGED = [
    '<a href="//host/a">',
    r'<a href="/\host/a">',
    '<a href="https://a.example/a">',
    'href="/a/"',
    '<!-- <a href="/a/"> -->',
    '<!-- > <a href="/a/"> -->',
    '<textarea><a href="/a/"></textarea>',
    '<title><a href="/a/"></title>',
    "<script>x = '<a href=\"/a/\">'</script>",
    "<p title=\"<a href='/a/'>\">",
    "<a title='href=\"/a/\"'>",
    '<a data-href="/a/">',
    '<meta name="x" content="0; url=/a/">',
    "<p style=\"content: 'url(/a.png)'\">",
    "<style>/* url(/a.png) */</style>",
    '<a href="x" href="/a/">',
    '<a href="/a/',
    "<param value=/a/>",
    '<p data="/a/">',
]


@pytest.mark.parametrize(("html", "expected"), CHANGED)
def test_addresses_from_the_root_are_changed_wherever_html_has_one(
    html: str, expected: str
) -> None:
    assert rewrite_root_links(html, lambda address: f"../{address}") == expected


@pytest.mark.parametrize(("html", "expected"), CHANGED)
def test_feeds_have_whole_addresses_wherever_html_has_one(html: str, expected: str) -> None:
    whole = resolve_links(html, "https://a.example/digest/", "posts/p/")
    assert whole == expected.replace("../", "https://a.example/digest/")


@pytest.mark.parametrize("html", UNCHANGED)
def test_addresses_that_are_not_relative_to_the_root_are_unchanged(html: str) -> None:
    assert rewrite_root_links(html, lambda address: f"../{address}") == html


def test_a_new_address_cannot_leave_its_attribute_or_style() -> None:
    html = """<a href='/a'><p style="background: url(/a)">"""
    assert change_addresses(html, lambda _: "'\")(x") == (
        """<a href='&#x27;&quot;)(x'><p style="background: url(%27%22%29%28x)">"""
    )


@pytest.mark.parametrize(
    ("srcset", "addresses"),
    [
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("a,b.png 1x,c.png 2x", ["a,b.png", "c.png"]),
        ("data:image/gif;base64,R0l= 1x, b 2x", ["data:image/gif;base64,R0l=", "b"]),
        (" ,, a (x, y), b,, ", ["a", "b"]),
        ("", []),
    ],
)
def test_an_srcset_is_read_as_the_standard_says(srcset: str, addresses: list[str]) -> None:
    assert [srcset[start:end] for start, end in srcset_spans(srcset)] == addresses


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p", "<b", "<i ", "</p", ">", "/", "=", '"', "'", " ", "\n", "x", "id", "href"),
            *("&amp;", "&lt", "&copy=", "&#47;", "<!--", "-->", "--!>", "<!", "<?", "-", "<", "é"),
        ]
    ),
    max_size=24,
).map("".join)


@given(MARKUP)
def test_tags_and_attributes_are_those_that_a_parser_finds(html: str) -> None:
    found = [
        (tag.name, {name: value.text for name, value in tag.values.items()})
        for tag in find_tags(html)
        if isinstance(tag, Tag) and tag.name in {"p", "i", "b"} and '"' not in "".join(tag.values)
    ]
    tree = html5lib.parse(f"<!DOCTYPE html><body>{html}", namespaceHTMLElements=False)
    parsed = [(e.tag, dict(e.attrib)) for e in tree.iter() if e.tag in {"p", "i", "b"}]
    # The tree has more: formatting goes on in each paragraph, and </p> alone makes one.
    assert all(tag in parsed for tag in found)


@given(MARKUP)
def test_a_value_is_found_where_it_stands(html: str) -> None:
    for tag in find_tags(html):
        assert isinstance(tag, Tag)
        for value in tag.values.values():
            assert html[value.start : value.start + len(value.raw)] == value.raw
            assert len(value.offsets()) == len(value.text) + 1


PAGES = st.lists(
    st.sampled_from(
        [
            *["text", " < ", "&", "<p>", "</p>", '<p class="a">', "<p class='a'>", '<p id="a">'],
            *[
                '<div class="a" id=b>',
                "<P>",
                '<li class="a" cite="/b/">',
                '<h2 title="<a href=/>">',
            ],
            *[
                "<svg>",
                "</svg>",
                "<title>",
                "</title>",
                "<script>",
                "</script>",
                "<style>",
                "</style>",
                "<foreignObject>",
                "<desc>",
                "</desc>",
            ],
            *[
                '<a href="/a/">',
                '<a href="/&amp;" rel="me" HREF="b" rel>',
                "</a>",
                "<img>",
                '<meta name="a" content="b">',
                "<!--",
                "-->",
            ],
            *[
                '<meta http-equiv="refresh" content="0; url=/a/">',
                '<p title="',
                "<p",
                '<b lang="x"/>',
            ],
        ]
    ),
    max_size=12,
).map("".join)


@given(PAGES)
def test_what_is_skipped_has_neither_address_nor_id(html: str) -> None:
    found = [
        piece
        for piece in find_tags(html)
        if isinstance(piece, RawText) or says_more(piece.name, values_of(piece))
    ]
    left = [
        (piece.text if isinstance(piece, RawText) else text_of_tag(piece))
        for piece in find_pieces(html, without_common=True)
        if isinstance(piece, RawText) or says_more(*read_tag(text_of_tag(piece)))
    ]
    assert left == [
        piece.text if isinstance(piece, RawText) else text_of(html, piece) for piece in found
    ]


@given(PAGES)
def test_a_tag_that_is_read_alone_has_the_attributes_that_it_has_on_a_page(html: str) -> None:
    for tag in find_tags(html):
        if isinstance(tag, Tag):
            assert read_tag(text_of(html, tag)) == (tag.name, values_of(tag))


def values_of(tag: Tag) -> dict[str, str]:
    return {name: value.text for name, value in tag.values.items()}


def says_more(name: str, values: Mapping[str, str]) -> bool:
    has_address = any(kind_of(name, each, values.get("http-equiv", "")) for each in values)
    return has_address or "id" in values or name in ("a", "base", "img")


def text_of(html: str, tag: Tag) -> str:
    found = TOKEN.match(html, tag.start)
    assert found
    return found[0]


SCRIPTS = st.lists(
    st.sampled_from(
        ["<!--", "-->", "-", ">", "<script>", "<SCRIPT ", "</script>", "</script", "/", " ", "x"]
    ),
    max_size=12,
).map("".join)


@given(SCRIPTS)
def test_a_script_ends_where_a_parser_ends_it(text: str) -> None:
    html = f"<script>{text}</script><p></p>"
    raw = [event.text for event in read_events(html) if isinstance(event, RawText)]
    tree = html5lib.parse(f"<!DOCTYPE html><body>{html}", namespaceHTMLElements=False)
    parsed = ["".join(script.itertext()) for script in tree.iter("script")]
    assert raw == parsed


PICTURES = st.lists(
    st.sampled_from(
        [
            *("<svg>", "</svg>", "<style>", "</style>", "<title>", "</title>", "<script>"),
            *("</script>", "<desc>", "</desc>", "<foreignObject>", "</foreignObject>", "<math>"),
            *("</math>", "<mi>", "</mi>", "<textarea>", "</textarea>", "<title/>", "<style/>"),
            *("<![CDATA[", "]]>", "<g>", "</g>", "<a>", "x"),
        ]
    ),
    max_size=10,
).map("".join)


@given(PICTURES)
def test_tags_in_pictures_and_formulas_are_those_that_a_parser_finds(html: str) -> None:
    found = sum(tag.name == "a" for tag in find_tags(html) if isinstance(tag, Tag))
    tree = html5lib.parse(f"<!DOCTYPE html><body>{html}", namespaceHTMLElements=False)
    parsed = len(tree.findall(".//{*}a"))  # in HTML, SVG and MathML
    assert found <= parsed  # the tree repeats an open <a>
    assert bool(found) == bool(parsed)


@pytest.mark.parametrize(
    ("html", "addresses"),
    [
        ("<svg><style><a href=/a></style>", ["/a"]),
        ("<svg><style>b{background:url(/b)}</style><a href=/a>", ["/b", "/a"]),
        ("<svg><style><![CDATA[b{background:url(/b)}]]></style>", ["/b"]),
        ("<svg><![CDATA[<a href=/a>]]><a href=/b>", ["/b"]),
        ("<svg><textarea><a href=/a></textarea>", ["/a"]),
        ("<svg><foreignObject><textarea><a href=/a></textarea><a href=/b>", ["/b"]),
        ("<svg><p><textarea><a href=/a></textarea>", []),
        ("<math><mi><style><a href=/a></style></mi><style><a href=/b></style>", ["/b"]),
        ("<select><style><a href=/a></style><a href=/b></select>", ["/b"]),
        ("<script><!-- <script> </script> <a href=/a> --></script><a href=/b>", ["/b"]),
    ],
)
def test_raw_text_in_pictures_selects_and_scripts_is_that_of_the_standard(
    html: str, addresses: list[str]
) -> None:
    expected = html
    for address in addresses:
        expected = expected.replace(address, f"..{address}")
    assert rewrite_root_links(html, lambda address: f"../{address}") == expected
