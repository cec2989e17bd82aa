"""Posts that begin with their title as a link: what they are about, and their own words."""

import json
from pathlib import Path

import pytest

from sitegen.models import Document
from tests.readers.sources import read_dump

_RSS = """<rss version="2.0"><channel><title>Quay</title><link>https://quay.example/</link><item>
<title>{}</title><link>https://quay.example/1</link><description><![CDATA[{}]]></description>
</item></channel></rss>"""
_WORDPRESS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://quay.example</wp:base_blog_url><item>
<title>{}</title><link>https://quay.example/1</link><content:encoded><![CDATA[{}]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>"""
_BLOGGER = """<feed xmlns="http://www.w3.org/2005/Atom"><generator>Blogger</generator><entry>
<id>tag:blogger.com,1999:blog-1.post-1</id><published>2020-01-02T03:04:05Z</published>
<category scheme="http://schemas.google.com/g/2005#kind"
 term="http://schemas.google.com/blogger/2008/kind#post"/><title type="text">{}</title>
<content type="html"><![CDATA[{}]]></content>
<link rel="alternate" type="text/html" href="https://quay.example/1"/></entry></feed>"""
_TUMBLR = "<html><body><h1>{}</h1>{}<div id='footer'></div></body></html>"
_FEED = "https://jsonfeed.org/version/1.1"


def _json_feed(title: str, html: str) -> str:
    item = {"id": "1", "url": "https://quay.example/1", "title": title, "content_html": html}
    return json.dumps({"version": _FEED, "title": "Quay", "items": [item]})


_FILES = {
    "feed.xml": _RSS.format,
    "wordpress.xml": _WORDPRESS.format,
    "blogger.xml": _BLOGGER.format,
    "feed.json": _json_feed,
    "posts/html/1.html": _TUMBLR.format,
}


def _read(folder: Path, name: str, title: str, html: str) -> Document:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_FILES[name](title, html), "utf-8")
    (document,) = read_dump(folder if "/" in name else path)
    return document


@pytest.mark.parametrize("name", _FILES)
def test_a_title_that_the_text_begins_with_as_a_link_is_what_the_post_is_about(
    tmp_path: Path, name: str
) -> None:
    html = '<p><a href="https://bridge.example/spans">Spans</a></p><p>Quite a bridge.</p>'
    document = _read(tmp_path, name, "Spans", html)
    assert document.link is not None
    assert (document.link.address, document.link.title) == ("https://bridge.example/spans", "Spans")
    assert (document.title, document.text) == ("Spans", "Quite a bridge.")


@pytest.mark.parametrize("name", ["feed.xml", "wordpress.xml", "blogger.xml", "feed.json"])
def test_a_title_that_links_to_the_post_itself_is_not_repeated(tmp_path: Path, name: str) -> None:
    html = '<p><a href="https://quay.example/1">Spans</a></p><p>Quite a bridge.</p>'
    document = _read(tmp_path, name, "Spans", html)
    assert (document.link, document.text) == (None, "Quite a bridge.")


@pytest.mark.parametrize(
    "start",
    [
        '<p><a href="https://bridge.example/spans">Some spans</a></p>',
        '<p><a href="https://bridge.example/spans">Spans</a> are long.</p>',
        '<p><a href="https://bridge.example/spans"><img src="1.png" alt="Spans"></a></p>',
    ],
)
def test_a_first_link_that_is_not_the_title_alone_stays_in_the_text(
    tmp_path: Path, start: str
) -> None:
    document = _read(tmp_path, "feed.xml", "Spans", start + "<p>Quite a bridge.</p>")
    assert document.link is None
    assert "https://bridge.example/spans" in document.text


def test_a_heading_that_links_to_a_page_elsewhere_is_what_the_post_is_about(tmp_path: Path) -> None:
    html = '<h2><a href="https://bridge.example/spans">Spans</a></h2><p>Quite a bridge.</p>'
    document = _read(tmp_path, "feed.xml", "Spans", html)
    assert document.link is not None
    assert (document.link.address, document.text) == (
        "https://bridge.example/spans",
        "Quite a bridge.",
    )
