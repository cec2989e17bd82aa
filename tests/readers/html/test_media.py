import json
from html import escape

import pytest

from sitegen.readers.html import Image, html_to_markdown, image_markdown
from tests.readers.html.rendering import BASE, markdown


def images(html: str) -> list[Image]:
    return list(html_to_markdown(html, base=BASE).images)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="/a.png" alt="A">', "![A](https://blog.example/a.png)"),
        ('<img src="a b.png">', "![](https://blog.example/posts/one/a%20b.png)"),
        ('<img src="x.gif" data-src="/a.png" alt="A">', "![A](https://blog.example/a.png)"),
        ('<img srcset="/s.png 320w, /l.png 1024w">', "![](https://blog.example/l.png)"),
        (
            '<picture><source srcset="/a.webp 1x"><img src="/a.png" alt="A"></picture>',
            "![A](https://blog.example/a.png)",
        ),
        (
            '<img src="data:image/gif;base64,R0"><noscript><img src="/a.png"></noscript>',
            "![](https://blog.example/a.png)",
        ),
        (
            '<img src="/a.png" alt="A"><noscript><img src="/a.png"></noscript>',
            "![A](https://blog.example/a.png)",
        ),
        ('<a href="/full.jpg"><img src="/a.png"></a>', "![](https://blog.example/a.png)"),
        (
            '<a href="/shop"><img src="/a.png" alt="A"></a>',
            "[![A](https://blog.example/a.png)](https://blog.example/shop)",
        ),
        (
            '<figure><img src="/a.png" alt="A"><figcaption>The <i>words</i></figcaption></figure>',
            "![A](https://blog.example/a.png)\n\nThe *words*",
        ),
        ('Hi <img class="emoji" alt="🙂" src="https://s.example/1.svg">', "Hi 🙂"),
    ],
)
def test_a_picture_is_shown_with_its_alternative_text(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://t.example/p.gif" width="1" height="1">',
        '<img src="https://t.example/space.gif" width="40" height="1">',
        '<img src="https://t.example/p.gif" style="width:1px; height:1px">',
        '<img src="https://t.example/p.gif" style="display:none">',
        '<noscript><img src="https://t.example/p.gif"></noscript>',
        '<img src="https://pixel.wp.com/b.gif?x=1">',
        '<img src="data:image/png;base64,AAAA">',
        "<img alt=nothing>",
    ],
)
def test_a_tracking_pixel_or_data_address_is_no_picture(html: str) -> None:
    text = html_to_markdown(f"<p>a{html}b</p>", base=BASE)
    assert (text.markdown, text.images) == ("ab", ())


def test_a_picture_has_one_written_form() -> None:
    image = Image("https://x.example/a (1).png", "A [b] *c*\nd")
    assert image_markdown(image.alt, image.address) == (
        "![A \\[b\\] *c* d](https://x.example/a%20(1).png)"
    )
    html = '<img src="https://x.example/a (1).png" alt="A [b] *c* d">'
    assert markdown(html) == image_markdown(image.alt, image.address)


def test_films_and_sounds_become_links_and_are_listed() -> None:
    html = (
        '<video src="/v.mp4" title="Film">old</video>'
        '<audio><source src="/s.mp3"><a href="/s.mp3">sound</a></audio>'
    )
    assert markdown(html) == "[Film](https://blog.example/v.mp4)\n\nhttps://blog.example/s.mp3"
    assert images(html) == [
        Image("https://blog.example/v.mp4", "Film"),
        Image("https://blog.example/s.mp3", ""),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<iframe src="https://www.youtube.com/embed/abc-DEF_123?rel=0" title="T"></iframe>',
            "[T](https://www.youtube.com/watch?v=abc-DEF_123)",
        ),
        ('<iframe src="//player.vimeo.com/video/12?x"></iframe>', "https://vimeo.com/12"),
        ('<iframe data-src="https://e.example/x"></iframe>', "https://e.example/x"),
        ('<embed src="https://e.example/x">', "https://e.example/x"),
        (
            '<object data="https://e.example/x"><embed src="https://e.example/x"></object>',
            "https://e.example/x",
        ),
        (
            (
                '<div class="tweet" data-attrs="{&quot;url&quot;:&quot;https://t.example/1&quot;,'
                '&quot;full_text&quot;:&quot;Hi&quot;}"></div>'
            ),
            "[Hi](https://t.example/1)",
        ),
    ],
)
def test_an_embed_becomes_a_link(html: str, expected: str) -> None:
    assert markdown(f"<p>a</p>{html}<p>b</p>") == f"a\n\n{expected}\n\nb"


def test_an_embed_without_address_is_lost() -> None:
    text = html_to_markdown("<iframe></iframe>a<form><input></form>", base=BASE)
    assert (text.markdown, text.lost) == ("a", ("embed without address", "form"))


def test_a_card_has_its_title_as_the_text_of_its_link() -> None:
    html = '<a href="https://c.example/"><img src="/t.png"><h3>Title</h3><p>About it</p></a>'
    assert markdown(html) == (
        "![](https://blog.example/t.png)\n\n### [Title](https://c.example/)\n\nAbout it"
    )


def _card(name: str, values: object, tag: str = "div") -> str:
    return f'<{tag} class="{name}" data-attrs="{escape(json.dumps(values))}"></{tag}>'


def test_what_scripts_of_substack_show_is_read_from_their_attributes() -> None:
    gallery = {
        "images": [{"src": "/a.png"}, {"src": "/b.png"}, {"type": "image/png"}, 7],
        "alt": "Two lamps",
        "caption": "At night",
    }
    html = (
        f"<p>By {_card('mention-wrap', {'name': 'Ann Lee', 'id': 1}, 'span')}, today.</p>"
        f"{_card('image-gallery-embed', {'gallery': gallery})}"
        f"{_card('latex-rendered', {'persistentExpression': 'E=mc^2'})}"
    )
    a, b = "https://blog.example/a.png", "https://blog.example/b.png"
    assert markdown(html) == (
        f"By Ann Lee, today.\n\n![Two lamps]({a})\n\n![Two lamps]({b})\n\nAt night\n\n`E=mc^2`"
    )
    assert images(html) == [Image(a, "Two lamps"), Image(b, "Two lamps")]


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        (_card("poll-embed", {"id": 123}), ("poll",)),
        ('<div class="poll-embed" data-attrs></div>', ("poll",)),
        (_card("native-video-embed", {"mediaUploadId": "1"}), ("video without address",)),
        (_card("image-gallery-embed", {"gallery": {"images": None}}), ("pictures of a gallery",)),
        (_card("image-gallery-embed", []), ("pictures of a gallery",)),
        (_card("mention-wrap", {"name": None}, "span"), ()),
    ],
)
def test_what_substack_does_not_export_is_lost(html: str, lost: tuple[str, ...]) -> None:
    text = html_to_markdown(f"<p>a</p>{html}<p>b</p>", base=BASE)
    assert (text.markdown, text.lost) == ("a\n\nb", lost)


@pytest.mark.parametrize(
    "html",
    [
        '<blockquote class="twitter-tweet"><a href="https://x.example/1"></a></blockquote>',
        (
            '<figure><blockquote class="instagram-media" data-instgrm-permalink="https://x.example/1">'
            "</blockquote></figure>"
        ),
        '<div class="fb-post" data-href="https://x.example/1"></div>',
    ],
)
def test_an_embed_that_a_script_fills_becomes_its_address(html: str) -> None:
    assert markdown(f"<p>a</p>{html}<p>b</p>") == "a\n\nhttps://x.example/1\n\nb"


def test_an_embed_that_holds_its_words_stays_a_quotation() -> None:
    html = '<blockquote class="twitter-tweet"><p>Hi</p><a href="https://x.example/1">1 May</a>'
    assert markdown(f"{html}</blockquote>") == "> Hi\n>\n> [1 May](https://x.example/1)"


@pytest.mark.parametrize("tag", ["video", "audio"])
def test_a_film_in_a_file_of_the_dump_is_named_after_it(tag: str) -> None:
    html = f'<{tag} src="../../media/wick.mp4"></{tag}>'
    assert html_to_markdown(html).markdown == "[wick.mp4](../../media/wick.mp4)"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('a <img src="data:image/png;base64,AAAA" alt="A pier"> b', "a A pier b"),
        ('a <img src="cid:part1" alt="A pier"> b', "a A pier b"),
        (
            '<a href="https://a.example/"><img src="data:image/png,A" alt="A pier"></a>',
            "[A pier](https://a.example/)",
        ),
        ('a <img src="data:image/gif,R0" alt="A pier" width="1" height="1"> b', "a b"),
    ],
)
def test_a_picture_within_the_page_leaves_its_alternative_text(html: str, expected: str) -> None:
    shown = html_to_markdown(html)
    assert (shown.markdown, shown.images) == (expected, ())


def test_a_placeholder_before_the_picture_itself_leaves_nothing() -> None:
    html = (
        '<p><img src="data:image/svg+xml,x" alt="A pier"></p>\n'
        '<noscript><img src="/a.png" alt="A pier"></noscript>'
    )
    shown = html_to_markdown(html, base=BASE)
    assert shown.markdown == "![A pier](https://blog.example/a.png)"
    assert shown.lost == ()


def test_what_a_wiki_does_not_print_is_left_out_and_what_other_pages_do_not_print_stays() -> None:
    film = '<p>a</p><div class="noprint"><p>b</p></div>'
    assert markdown(film) == "a\n\nb"
    assert markdown(f'<div class="mw-parser-output">{film}</div>') == "a"


def test_a_card_of_hatena_blog_leads_to_its_page_and_links_of_its_dictionary_are_dropped() -> None:
    html = (
        '<p><a class="keyword" href="https://d.hatena.ne.jp/keyword/Oil">Oil</a> burns.</p>'
        '<p><iframe src="https://hatenablog-parts.com/embed?url=https%3A%2F%2Fa.example%2F1"'
        ' title="One"></iframe><cite class="hatena-citation"><a href="https://a.example/1">'
        "a.example</a></cite></p>"
    )
    assert markdown(html) == "Oil burns.\n\n[One](https://a.example/1)"


@pytest.mark.parametrize(("alt", "expected"), [("a lamp", "See a lamp there"), ("", "Seethere")])
def test_the_alternative_text_of_a_picture_within_the_page_joins_no_words(
    alt: str, expected: str
) -> None:
    assert markdown(f'<p>See<img src="data:image/png;base64,AA" alt="{alt}">there</p>') == expected
