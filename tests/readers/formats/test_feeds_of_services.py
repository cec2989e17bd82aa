"""Feeds of services: what is not the text of an entry, comments, redirects and repeated titles."""

import json
import zipfile
from pathlib import Path

import pytest

from sitegen.models import Document
from sitegen.readers.findings import ReadOptions
from sitegen.readers.formats.feeds.services import direct_address, is_comment
from sitegen.readers.reading import SourceRead, read_source

_RSS = """<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>F</title>
<link>https://f.example/</link>{}</channel></rss>"""
_REDDIT = """<feed xmlns="http://www.w3.org/2005/Atom"><title>submitted by lampwick</title>
<entry><author><name>/u/lampwick</name></author><category term="lamps" label="r/lamps"/>
<content type="html"><![CDATA[{}]]></content><id>t3_1</id><title>A lamp</title>
<link href="https://www.reddit.com/r/lamps/comments/1/a_lamp/"/></entry></feed>"""
_ORIGIN = """&#32; submitted by &#32; <a href="https://www.reddit.com/user/lampwick">
/u/lampwick </a>
&#32; to &#32; <a href="https://www.reddit.com/r/lamps/"> r/lamps </a> <br/>
<span><a href="{}">[link]</a></span> &#32;
<span><a href="https://www.reddit.com/r/lamps/comments/1/a_lamp/">[comments]</a></span>"""
_ORIGIN_OF_2016 = """submitted by <a href="https://www.reddit.com/user/lampwick"> /u/lampwick </a>
to <a href="https://www.reddit.com/r/lamps/"> /r/lamps</a> <br/> <a href="{}">[link]</a>
<a href="https://www.reddit.com/r/lamps/comments/1/a_lamp/">[59 comments]</a>"""
_PREVIEW = (
    '<table> <tr><td> <a href="https://x.example"> <img src="https://t.example/t.jpg"/> </a> '
)


def _read(folder: Path, text: str) -> SourceRead:
    path = folder / "feed.xml"
    path.write_text(text, "utf-8")
    return read_source(path, ReadOptions())


def _only(folder: Path, text: str) -> Document:
    (document,) = _read(folder, text).documents
    return document


def _item(title: str, text: str, more: str = "") -> str:
    return _RSS.format(
        f"<item><title>{title}</title><description>{text}</description>{more}</item>"
    )


def test_a_post_on_reddit_has_only_its_text(tmp_path: Path) -> None:
    origin = _ORIGIN.format("https://www.reddit.com/r/lamps/comments/1/a_lamp/")
    post = _only(tmp_path, _REDDIT.format(f'<div class="md"><p>It <b>burns</b>.</p></div>{origin}'))
    assert (post.text, post.link) == ("It **burns**.", None)
    assert (post.author, post.tags) == ("lampwick", ("lamps",))


@pytest.mark.parametrize("around", ["{}", _PREVIEW + "</td><td> {} </td></tr></table>"])
@pytest.mark.parametrize("origin", [_ORIGIN, _ORIGIN_OF_2016])
def test_a_link_on_reddit_becomes_a_link_post(tmp_path: Path, around: str, origin: str) -> None:
    content = around.format(origin.format("https://news.example/oil?a=1&amp;b=2"))
    post = _only(tmp_path, _REDDIT.format(content))
    assert post.text == ""
    assert post.link is not None
    assert post.link.address == "https://news.example/oil?a=1&b=2"
    assert post.media == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://blog.example/lamp/#comment-12",
        "https://blog.example/lamp.html#c123456",
        "https://www.reddit.com/r/lamps/comments/1/a_lamp/k2x/",
    ],
)
def test_comments_in_a_feed_are_left_out(tmp_path: Path, address: str) -> None:
    read = _read(tmp_path, _item("By: Bo", "canary", f"<link>{address}</link>"))
    assert (read.documents, read.left_out) == ((), {"comment": 1})


@pytest.mark.parametrize(
    "address",
    [
        "https://blog.example/lamp/#comments",
        "https://blog.example/lamp/#chapter-2",
        "https://www.reddit.com/r/lamps/comments/1/a_lamp/",
        "https://blog.example/r/lamps/comments/1/a_lamp/k2x/",
        "",
    ],
)
def test_addresses_like_those_of_comments_are_of_entries(address: str) -> None:
    assert not is_comment(address)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        (
            "https://www.google.com/url?sa=t&url=https://n.example/%3Fa%3D1",
            "https://n.example/?a=1",
        ),
        ("https://www.google.de/url?q=https://n.example/", "https://n.example/"),
        (
            "https://www.google.com/url?url=javascript:x",
            "https://www.google.com/url?url=javascript:x",
        ),
        (
            "https://n.example/url?url=https://m.example/",
            "https://n.example/url?url=https://m.example/",
        ),
        ("http://[google", "http://[google"),
    ],
)
def test_an_address_of_google_leads_to_another(address: str, target: str) -> None:
    assert direct_address(address) == target


@pytest.mark.parametrize(
    ("title", "reason"), [("RT by @ann: It", "repost"), ("R to @bo: It", "reply")]
)
def test_what_is_not_an_own_post_on_x_is_left_out(tmp_path: Path, title: str, reason: str) -> None:
    link = "<link>https://nitter.example/bo/status/1#m</link>"
    read = _read(tmp_path, _item(title, "canary", link))
    assert (read.documents, read.left_out) == ((), {reason: 1})


def test_a_title_that_only_begins_like_a_repost_is_one_of_an_entry(tmp_path: Path) -> None:
    item = _item("RT by @ann: radio", "It", "<link>https://f.example/radio</link>")
    assert _only(tmp_path, item).title == "RT by @ann: radio"


def test_the_tags_of_a_bookmark_on_pinboard_have_spaces_between_them(tmp_path: Path) -> None:
    tags = """<dc:subject xmlns:dc="http://purl.org/dc/elements/1.1/">oil light</dc:subject>
<taxo:topics xmlns:taxo="http://purl.org/rss/1.0/modules/taxonomy/"/>"""
    assert _only(tmp_path, _item("Oil", "Mine", tags)).tags == ("oil", "light")


def test_an_address_holds_no_password(tmp_path: Path) -> None:
    item = _item("One", "Words", "<link>https://ann:canary@f.example/1</link>")
    assert _only(tmp_path, item).source == "https://f.example/1"


def test_a_text_that_only_links_the_comments_is_none(tmp_path: Path) -> None:
    link = "https://news.example/item?id=1"
    text = f"<![CDATA[<a href='{link}'>Comments</a>]]>"
    entry = _only(tmp_path, _item("Show: a lamp", text, f"<comments>{link}</comments>"))
    assert entry.text == ""


def test_where_a_story_was_published_first_is_no_text_of_it(tmp_path: Path) -> None:
    origin = (
        "<hr><p><a href='https://m.example/1'>Light</a> was originally published in"
        " <a href='https://m.example'>Wick</a> on Medium, where people are continuing.</p>"
    )
    story = _only(tmp_path, _item("Light", f"<![CDATA[<p>It burns.</p>{origin}]]>"))
    assert story.text == "It burns."


def test_an_account_of_mastodon_is_the_author(tmp_path: Path) -> None:
    feed = _RSS.format(
        "<generator>Mastodon v4.2.8</generator><item><description>Tide</description></item>"
    )
    assert _only(tmp_path, feed).author == "F"


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("The lamp is lit.", "The lamp is lit.", None),
        ("The lamp is li…", "The lamp is lit, and burns.", None),
        ("The lamp is...", "The lamp is lit at [nine](https://f.example/).", None),
        ("The lamp", "The lamp is lit.", "The lamp"),
        ("And then…", "And thus it burns.", "And then…"),
        ("The lamp is out…", "The lamp is lit, and burns.", "The lamp is out…"),
    ],
)
def test_a_title_that_repeats_the_text_is_none(
    tmp_path: Path, title: str, text: str, shown: str | None
) -> None:
    html = text.replace("[nine](https://f.example/)", "<a href='https://f.example/'>nine</a>")
    entry = _only(tmp_path, _item(title, f"<![CDATA[<p>{html}</p>]]>"))
    assert (entry.title, entry.text) == (shown, text)


def test_of_the_forms_of_a_film_the_best_is_shown(tmp_path: Path) -> None:
    forms = "".join(
        f'<media:content url="https://f.example/{rate}.mp4" type="video/mp4" bitrate="{rate}"/>'
        for rate in (300, 3000, 1000)
    )
    film = _only(tmp_path, _item("One", "Words", f"<media:group>{forms}</media:group>"))
    assert [medium.name for medium in film.media] == ["https://f.example/3000.mp4"]


def test_html_that_is_escaped_twice_is_html(tmp_path: Path) -> None:
    twice = "&amp;lt;p&amp;gt;The &amp;lt;b&amp;gt;lamp&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;"
    assert _only(tmp_path, _item("One", twice)).text == "The **lamp**."


def test_a_text_about_html_stays_so(tmp_path: Path) -> None:
    text = _only(tmp_path, _item("One", "The &amp;lt;p&amp;gt; element")).text
    assert text.replace("\\", "") == "The <p> element"


def test_a_copied_entry_is_by_the_author_of_its_source(tmp_path: Path) -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>
<author><name>Planet</name></author><entry><id>1</id><title>One</title>
<source><author><name>Ann</name></author></source><content>Words</content></entry></feed>"""
    assert _only(tmp_path, feed).author == "Ann"


def test_words_that_a_form_feed_parts_stay_apart(tmp_path: Path) -> None:
    assert _only(tmp_path, _item("One", "lamp\x0coil\x08.")).text == "lamp oil."


@pytest.mark.parametrize(
    "name", ["uploads/2024/wick.png", "https://ann.example/uploads/2024/wick.png"]
)
@pytest.mark.parametrize("folder", ["", "ann/"])
def test_an_archive_of_micro_blog_brings_its_pictures(
    tmp_path: Path, name: str, folder: str
) -> None:
    item = {
        "id": "1",
        "url": "https://ann.example/2024/03/12/lamp.html",
        "content_html": f'<p>A lamp</p><img src="{name}" alt="Wick"><img src="uploads/no.png">',
        "date_published": "2024-03-12T10:00:00+02:00",
    }
    feed = {"version": "https://jsonfeed.org/version/1", "items": [item]}
    path = tmp_path / "ann.bar"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{folder}feed.json", json.dumps(feed))
        archive.writestr(f"{folder}index.html", "<article>A lamp</article>")
        archive.writestr(f"{folder}uploads/2024/wick.png", b"PNG")
    read = read_source(path, ReadOptions())
    (post,) = read.documents
    assert [medium.entry for medium in post.media] == [f"{folder}uploads/2024/wick.png", None]
    assert [lost.where for lost in read.lost] == [post.media[1].name]
    assert read.unread == (f"{folder}index.html",)


def test_a_title_that_a_heading_alone_repeats_stays(tmp_path: Path) -> None:
    text = "<h1>Two lamps at the quay</h1>"
    item = (
        f"<item><title>Two lamps at the quay</title><description><![CDATA[{text}]]></description>"
    )
    post = _only(tmp_path, _RSS.format(f"{item}</item>"))
    assert (post.title, post.text) == ("Two lamps at the quay", "")


def test_an_address_with_very_many_slashes_leads_to_no_file(tmp_path: Path) -> None:
    address = f"https://ann.example{'/a' * 50_000}.png"
    item = {"id": "1", "content_html": f'<p>A lamp</p><img src="{address}">'}
    feed = {"version": "https://jsonfeed.org/version/1", "items": [item]}
    path = tmp_path / "ann.bar"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("feed.json", json.dumps(feed))
        archive.writestr("index.html", "<article>A lamp</article>")
    (post,) = read_source(path, ReadOptions()).documents
    assert [medium.entry for medium in post.media] == [None]


@pytest.mark.parametrize(
    ("address", "text", "link"),
    [
        ("", "Mine", None),
        ("https://n.example/a", "Mine", "https://n.example/a"),
        ("https://n.example/a.png", "![](https://n.example/a.png)\n\nMine", None),
    ],
)
def test_a_post_on_lemmy_has_only_its_text_and_what_it_links(
    tmp_path: Path, address: str, text: str, link: str | None
) -> None:
    linked = address and f'<a href="{address}">{address}</a><br>'
    origin = (
        'submitted by <a href="https://l.example/u/w">w</a> to <a href="https://l.example/c/l">l</a>'
        f'<br>5 points | <a href="https://l.example/post/1">2 comments</a><br>{linked}'
    )
    item = (
        f"<item><title>Oil</title><description><![CDATA[{origin}<p>Mine</p>]]></description></item>"
    )
    post = _only(tmp_path, _RSS.format(item))
    assert (post.text, post.link and post.link.address) == (text, link)


def test_replies_and_favourites_of_micro_blog_are_no_posts_of_ones_own(tmp_path: Path) -> None:
    reply = '<p><a href="https://micro.blog/bo">@bo</a> canary</p>'
    items: list[dict[str, object]] = [
        {"id": "1", "content_html": "<p>Lit by <a href='https://micro.blog/bo'>@bo</a></p>"},
        {"id": "2", "content_html": reply},
        {"id": "3", "content_html": "<p>canary</p>", "_microblog": {"is_bookmark": True}},
    ]
    items = [{"_microblog": {"is_bookmark": False}} | item for item in items]
    feed = {"version": "https://jsonfeed.org/version/1", "title": "Ann", "items": items}
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(feed), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["Lit by [@bo](https://micro.blog/bo)"]
    assert read.left_out == {"reply": 1, "somebody else's": 1}
    assert len(read_source(path, ReadOptions(frozenset({"replies"}))).documents) == 2
