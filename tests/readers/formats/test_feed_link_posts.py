"""Feeds of link blogs: which address an entry is about, and which is its own."""

from pathlib import Path

import pytest

from tests.readers.sources import read_dump

_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Moss</title>
<link rel="alternate" href="https://moss.example/"/><entry><title>Spans</title><id>tag:moss,2024:1</id>
{}<content type="html">&lt;p&gt;Quite.&lt;/p&gt;{}</content></entry></feed>"""
_STAR = '&lt;div&gt;&lt;a href="https://moss.example/linked/1"&gt;★&lt;/a&gt;&lt;/div&gt;'
_RSS = """<rss version="2.0"><channel><title>Quay</title><link>https://www.quay.example/</link><item>
<title>Spans</title><link>{}</link><guid isPermaLink="false">{}</guid>{}
<description>Quite.</description></item></channel></rss>"""
_SPAN, _OWN = "https://bridge.example/spans", "https://moss.example/linked/1"


@pytest.mark.parametrize(
    "links",
    [
        f'<link rel="alternate" href="{_SPAN}"/><link rel="related" href="{_OWN}"/>',
        f'<link href="{_OWN}"/><link rel="related" href="{_SPAN}"/>',
    ],
)
def test_an_entry_of_atom_with_a_page_elsewhere_is_a_link_post(tmp_path: Path, links: str) -> None:
    (tmp_path / "feed.atom").write_text(_ATOM.format(links, _STAR), "utf-8")
    (document,) = read_dump(tmp_path / "feed.atom")
    assert document.link is not None
    assert (document.link.address, document.link.title) == (_SPAN, "Spans")
    assert (document.source, document.text) == (_OWN, "Quite.")


@pytest.mark.parametrize(
    ("link", "guid", "more", "found"),
    [
        (_SPAN, "https://quay.example/links/1", "", (_SPAN, "https://quay.example/links/1")),
        (
            _SPAN,
            "17",
            "<comments>https://quay.example/links/1#comments</comments>",
            (_SPAN, "https://quay.example/links/1"),
        ),
        (_SPAN, "17", "", (None, _SPAN)),
        (_SPAN, "https://quay.example/", "", (None, _SPAN)),
        (
            "https://blog.quay.example/1",
            "https://quay.example/?p=1",
            "",
            (None, "https://blog.quay.example/1"),
        ),
        (
            "https://feeds.counting.example/~r/quay/1",
            "https://quay.example/1",
            "",
            (None, "https://feeds.counting.example/~r/quay/1"),
        ),
    ],
)
def test_an_entry_of_rss_is_a_link_post_if_its_own_address_is_another(
    tmp_path: Path, link: str, guid: str, more: str, found: tuple[str | None, str]
) -> None:
    (tmp_path / "feed.xml").write_text(_RSS.format(link, guid, more), "utf-8")
    (document,) = read_dump(tmp_path / "feed.xml")
    assert (document.link and document.link.address, document.source) == found
