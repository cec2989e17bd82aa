"""Feeds with content in unusual places, and malformed addresses in every format."""

import json
from pathlib import Path

import pytest

from sitegen.models import Document
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.sources import read_dump

_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"
 xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:media="http://search.yahoo.com/mrss/">
<title>F</title><entry><id>urn:1</id><title>One</title>{}</entry></feed>"""
_ATOM_3 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>F</title>
<entry><id>urn:1</id><title>One</title>{}</entry></feed>"""
_RSS = """<rss version="2.0"><channel><title>F</title><link>{0}</link><item><title>One</title>
<link>{0}/1</link><guid>{0}</guid><description>Words of it.</description>
<enclosure url="{0}" type="audio/mpeg"/>{1}</item></channel></rss>"""
_MALFORMED = "http://[quay"


def _only(folder: Path, name: str, text: str) -> Document:
    path = folder / name
    path.write_text(text, "utf-8")
    (document,) = read_dump(path)
    return document


@pytest.mark.parametrize(
    "before",
    [
        "Notice: Undefined index: a in /srv/feed.php on line 3\n",
        'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<?xml version="1.0"?>\n',
        "This XML file does not appear to have any style information associated with it.\n",
        '<html><head></head><body><div id="webkit-xml-viewer-source-xml">',
    ],
)
def test_what_a_server_or_a_browser_puts_before_a_feed_is_no_part_of_it(
    tmp_path: Path, before: str
) -> None:
    after = '</div><div class="pretty-print">&lt;rss&gt;</div></body></html>'
    rest = after if "viewer" in before else ""
    text = before + _RSS.format("https://f.example", "") + rest
    document = _only(tmp_path, "saved.xml", text)
    assert (document.title, document.text) == ("One", "Words of it.")


@pytest.mark.parametrize(
    ("generator", "title", "block", "left_out"),
    [
        ("https://wordpress.org/?v=6.4", "Private: oil", "", {"private": 1}),
        ("", "Private: oil", "", {"private": 1}),
        ("Hugo -- gohugo.io", "Private: oil", "", {}),
        ("Hugo -- gohugo.io", "Oil", "<itunes:block>Yes</itunes:block>", {"hidden": 1}),
        ("Hugo -- gohugo.io", "Oil", "<itunes:block>No</itunes:block>", {}),
    ],
)
def test_marks_of_wordpress_and_of_podcasts_hold_entries_back(
    tmp_path: Path, generator: str, title: str, block: str, left_out: dict[str, int]
) -> None:
    text = _RSS.format("https://f.example", block).replace("<title>One", f"<title>{title}")
    text = text.replace("<link>", f"<generator>{generator}</generator><link>", 1)
    path = tmp_path / "feed.xml"
    namespace = "http://www.itunes.com/dtds/podcast-1.0.dtd"
    path.write_text(text.replace("<rss", f'<rss xmlns:itunes="{namespace}"'), "utf-8")
    assert read_source(path, ReadOptions()).left_out == left_out


def test_an_entry_with_a_broken_tag_shows_no_address_of_its_author_and_no_tags(
    tmp_path: Path,
) -> None:
    author = "<author><name>Ann</name><email>canary@mail.example</email></author>"
    content = '<content type="xhtml"><div xmlns\ufffd"x"><p>One <b>two</b></p></div></content>'
    document = _only(tmp_path, "feed.atom", _ATOM.format(author + content))
    assert (document.author, document.text) == ("Ann", "One **two**")
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    path = tmp_path / "draft.atom"
    path.write_text(_ATOM.format(draft + content), "utf-8")
    assert read_source(path, ReadOptions()).left_out == {"draft": 1}


def test_a_declared_base_is_what_the_addresses_in_a_text_are_relative_to(tmp_path: Path) -> None:
    element = (
        """<link href="p/1.html"/><content type="html">&lt;img src="i.png" alt="A"&gt;</content>"""
    )
    declared = _ATOM.replace("<feed", '<feed xml:base="https://f.example/b/"')
    for base, picture in ((declared, "b/i.png"), (_ATOM, "p/i.png")):
        text = base.format(element).replace("p/1.html", "https://f.example/p/1.html")
        document = _only(tmp_path, "feed.atom", text)
        assert document.text == f"![A](https://f.example/{picture})"


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ("<app:control><app:draft>yes</app:draft></app:control>", "draft"),
        ('<thr:in-reply-to ref="urn:0"/>', "comment"),
    ],
)
def test_a_draft_and_a_comment_in_a_feed_are_left_out(
    tmp_path: Path, element: str, reason: str
) -> None:
    path = tmp_path / "feed.atom"
    path.write_text(_ATOM.format(f"<content>canary</content>{element}"), "utf-8")
    read = read_source(path, ReadOptions())
    assert read.documents == ()
    assert read.left_out == {reason: 1}


def test_a_feed_of_films_gives_their_descriptions(tmp_path: Path) -> None:
    group = (
        "<media:group><media:description>Tide & lamp\ncome in.</media:description></media:group>"
    )
    film = _only(tmp_path, "feed.atom", _ATOM.format(group.replace("&", "&amp;")))
    assert film.text == "Tide & lamp\ncome in."


def test_content_that_is_elsewhere_is_a_picture_of_the_entry(tmp_path: Path) -> None:
    content = '<content type="image/png" src="https://f.example/p.png"/><summary>A rope</summary>'
    picture = _only(tmp_path, "feed.atom", _ATOM.format(content))
    assert [medium.name for medium in picture.media] == ["https://f.example/p.png"]
    assert picture.text == "A rope"


def test_all_authors_of_an_entry_are_named(tmp_path: Path) -> None:
    authors = (
        "<author><name>Ann</name></author><author><name>Bo</name></author><content>x</content>"
    )
    assert _only(tmp_path, "feed.atom", _ATOM.format(authors)).author == "Ann, Bo"


@pytest.mark.parametrize(
    "content",
    [
        '<content type="text/html" mode="base64">PHA+VGhlIDxiPmxhbXA8L2I+LjwvcD4=</content>',
        (
            '<content type="multipart/alternative"><content type="text/plain">no</content>'
            '<content type="text/html" mode="escaped">&lt;p&gt;The &lt;b&gt;lamp'
            "&lt;/b&gt;.&lt;/p&gt;</content></content>"
        ),
    ],
    ids=["base64", "multipart"],
)
def test_the_encodings_of_atom_0_3_are_read(tmp_path: Path, content: str) -> None:
    assert _only(tmp_path, "feed.atom", _ATOM_3.format(content)).text == "The **lamp**."


def test_categories_that_differ_in_case_are_one_tag(tmp_path: Path) -> None:
    categories = "<category>News</category><category>news</category>"
    feed = _RSS.format("https://f.example", categories)
    assert _only(tmp_path, "feed.xml", feed).tags == ("News",)


def test_a_file_without_a_type_is_known_by_its_ending(tmp_path: Path) -> None:
    addresses = [f"https://f.example/a.{name}?w=9" for name in ("jpg", "webp", "m4a", "zip")]
    enclosures = "".join(f'<enclosure url="{address}"/>' for address in addresses)
    feed = _RSS.format("https://f.example", enclosures)
    names = [medium.name for medium in _only(tmp_path, "feed.xml", feed).media]
    assert names[-4:] == ["https://f.example", *addresses[:3]]


_BAD_NOTE = {
    "id": _MALFORMED,
    "type": "Note",
    "url": _MALFORMED,
    "content": "<p>Words of it.</p>",
    "attachment": [{"type": "Document", "mediaType": "image/png", "url": _MALFORMED}],
}
_PUBLIC = ["https://www.w3.org/ns/activitystreams#Public"]
_OUTBOX = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "type": "OrderedCollection",
    "orderedItems": [{"type": "Create", "to": _PUBLIC, "object": _BAD_NOTE}],
}
_JSON_FEED = {
    "version": "https://jsonfeed.org/version/1",
    "title": "F",
    "home_page_url": _MALFORMED,
    "items": [
        {"id": "1", "url": _MALFORMED, "content_text": "Words of it.", "image": _MALFORMED},
    ],
}
_BLOGGER = f"""<feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:blogger="http://schemas.google.com/blogger/2018"><entry><id>post-1</id>
<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>One</title>
<link rel="alternate" href="{_MALFORMED}"/><content>Words of it.</content></entry></feed>"""
_WXR = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>{_MALFORMED}</link>
<wp:base_blog_url>{_MALFORMED}</wp:base_blog_url><item><title>One</title><link>{_MALFORMED}</link>
<content:encoded>Words of it.</content:encoded><wp:post_id>1</wp:post_id>
<wp:status>publish</wp:status></item></channel></rss>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", _RSS.format(_MALFORMED, "")),
        ("feed.json", json.dumps(_JSON_FEED)),
        ("outbox.json", json.dumps(_OUTBOX)),
        ("feed.atom", _BLOGGER),
        ("wordpress.xml", _WXR),
    ],
)
def test_a_malformed_address_loses_no_text(tmp_path: Path, name: str, text: str) -> None:
    assert _only(tmp_path, name, text).text == "Words of it."


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_newest_version_of_an_entry_is_read(tmp_path: Path, *, newest_first: bool) -> None:
    versions = [
        f"<entry><id>urn:1</id><title>One</title><published>2024-01-01T00:00:00Z</published>"
        f"<updated>2024-0{month}-01T00:00:00Z</updated><content>{text}</content></entry>"
        for month, text in ((2, "canary"), (3, "It burns."))
    ]
    entries = "".join(reversed(versions) if newest_first else versions)
    path = tmp_path / "feed.atom"
    path.write_text(f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>', "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {"duplicate": 1}


def test_a_podcast_gives_its_subtitle_and_keywords_and_the_titles_of_its_episodes(
    tmp_path: Path,
) -> None:
    item = """<item><itunes:title>Ropes</itunes:title><title>1: Ropes &amp; knots</title>
<itunes:subtitle>How to tie one</itunes:subtitle><itunes:keywords>ship, rope</itunes:keywords>
<enclosure url="https://f.example/1.mp3" type="audio/mpeg"/></item>"""
    episode = _only(
        tmp_path,
        "feed.xml",
        '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">'
        f"<channel><title>F</title>{item}</channel></rss>",
    )
    assert episode.title == "1: Ropes & knots"
    assert episode.text == "How to tie one"
    assert episode.tags == ("ship", "rope")


def test_the_address_of_an_entry_is_that_of_its_website_not_of_feedburner(tmp_path: Path) -> None:
    original = """<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
>https://blog.example/one</feedburner:origLink>"""
    entry = _only(tmp_path, "feed.xml", _RSS.format("https://f.example", original))
    assert entry.source == "https://blog.example/one"


def test_rss_1_is_read_with_any_prefix_for_rdf(tmp_path: Path) -> None:
    entry = _only(
        tmp_path,
        "index.rdf",
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/"><channel r:about="https://f.example"><title>F</title>'
        '</channel><item r:about="https://f.example/1"><title>One</title>'
        "<description>Words</description></item></r:RDF>",
    )
    assert entry.text == "Words"


def test_what_kind_of_entry_it_is_is_no_tag(tmp_path: Path) -> None:
    kinds = """<category scheme="http://schemas.google.com/g/2005#kind" term="kind#post"/>
<category term="sea"/><content>Words</content>"""
    assert _only(tmp_path, "feed.atom", _ATOM.format(kinds)).tags == ("sea",)


def test_rss_2_is_read_with_a_prefix(tmp_path: Path) -> None:
    entry = _only(
        tmp_path,
        "feed.xml",
        '<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item>'
        "<r:title>One</r:title><r:description>Words</r:description></r:item></r:channel></r:rss>",
    )
    assert (entry.title, entry.text) == ("One", "Words")


@pytest.mark.parametrize(
    "line",
    [
        "The post {0} appeared first on {0}.",
        "Der Beitrag {0} erschien zuerst auf {0}.",
        "L’article {0} est apparu en premier sur {0}.",
    ],
)
def test_where_an_entry_appeared_first_is_no_text_of_it(tmp_path: Path, line: str) -> None:
    link = '<a rel="nofollow" href="https://f.example/1">One</a>'
    html = f"<p>The post {link} is old.</p><p>{line.format(link)}</p>"
    text = f"<content type='html'><![CDATA[{html}]]></content>"
    assert _only(tmp_path, "feed.atom", _ATOM.format(text)).text == (
        "The post [One](https://f.example/1) is old."
    )


@pytest.mark.parametrize("name", ["link", "guid"])
def test_entries_that_all_name_the_website_are_different_ones(tmp_path: Path, name: str) -> None:
    website = "https://quay.example/"
    items = "".join(
        f"<item><title>{text}</title><{name}>{website}</{name}><description>{text} again."
        "</description></item>"
        for text in ("A lamp", "A wick")
    )
    path = tmp_path / "feed.xml"
    channel = f"<channel><title>F</title><link>{website}</link>{items}</channel>"
    path.write_text(f'<rss version="2.0">{channel}</rss>', "utf-8")
    assert [document.title for document in read_dump(path)] == ["A lamp", "A wick"]
