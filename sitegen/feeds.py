"""The digest for programs: an Atom feed (RFC 4287), a JSON Feed 1.1, and a sitemap (0.9)."""

import json
import re
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Protocol
from xml.etree import ElementTree as ET

from sitegen.addresses import absolute_link, rewrite_root_links
from sitegen.formats import format_iso
from sitegen.models import Artifact, FeedArtifact
from sitegen.views import FeedLink

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}
_NAMES = {"atom": "Atom", "json": "JSON"}
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class TopicShown(Protocol):
    """What a feed reads of a topic."""

    slug: str
    title: str


class PageShown(Protocol):
    """What a feed reads of a page."""

    id: str
    address: str
    label: str
    title: str | None
    html: str
    note: str
    author: str | None
    date: datetime | None
    source: str | None
    topic: TopicShown | None
    tags: Sequence[str]
    lang: str | None


class SiteShown(Protocol):
    """What a feed reads of the site."""

    title: str
    description: str
    author: str
    language: str
    base_url: str
    last_date: datetime | None


def feed_links(title: str, artifacts: Iterable[Artifact]) -> tuple[FeedLink, ...]:
    """The feeds among the artifacts, as a page's head names them."""
    return tuple(
        FeedLink(artifact.address, f"{title} ({_NAMES[artifact.format]})", _TYPES[artifact.format])
        for artifact in artifacts
        if isinstance(artifact, FeedArtifact) and artifact.format in _TYPES
    )


def render_feed(artifact: FeedArtifact, site: SiteShown, entries: Iterable[PageShown]) -> bytes:
    """The bytes of an Atom or JSON feed of ``entries``."""
    if artifact.format == "atom":
        return _atom(site, entries, artifact.address)
    return _json_feed(site, entries, artifact.address)


def render_sitemap(base_url: str, entries: Iterable[tuple[str, PageShown | None]]) -> bytes:
    """The bytes of a sitemap of addresses, each with the page whose own it is."""
    urls = ET.Element("urlset", xmlns=_SITEMAP)
    for address, page in entries:
        url = _add(urls, "url")
        _add(url, "loc", absolute_link(base_url, address))
        if page and page.date:
            _add(url, "lastmod", format_iso(page.date))
    return _xml(urls)


def entry_id(page: PageShown, base_url: str) -> str:
    """A name for the page that no move and no new title changes.

    It is made from the page's permanent id; for a page without one, from its whole address.
    """
    has_id = page.id != page.address
    name = f"sitegen:{page.id}" if has_id else absolute_link(base_url, page.address)
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _atom(site: SiteShown, entries: Iterable[PageShown], address: str) -> bytes:
    edition = site.last_date or _UNDATED
    feed = ET.Element(
        "feed", {"xmlns": _ATOM, "xml:lang": site.language, "xml:base": site.base_url}
    )
    _add(feed, "id", absolute_link(site.base_url, ""))
    _add(feed, "title", site.title)
    if site.description:
        _add(feed, "subtitle", site.description)
    _add(feed, "updated", format_iso(edition))
    _add(feed, "link", rel="self", href=absolute_link(site.base_url, address))
    _add(feed, "link", rel="alternate", href=absolute_link(site.base_url, ""))
    _add(_add(feed, "author"), "name", site.author or site.title)
    for page in entries:
        _add_entry(feed, page, site.base_url, edition)
    return _xml(feed)


def _add_entry(feed: ET.Element, page: PageShown, base_url: str, edition: datetime) -> None:
    entry = _add(feed, "entry", **({"xml:lang": page.lang} if page.lang else {}))
    _add(entry, "id", entry_id(page, base_url))
    _add(entry, "title", page.label)
    _add(entry, "link", rel="alternate", href=absolute_link(base_url, page.address))
    if page.source:
        _add(entry, "link", rel="via", href=page.source)
    if page.date:
        _add(entry, "published", format_iso(page.date))
    _add(entry, "updated", format_iso(page.date or edition))
    if page.author:
        _add(_add(entry, "author"), "name", page.author)
    if page.topic:
        _add(entry, "category", term=page.topic.slug, label=page.topic.title)
    _add(entry, "content", _content(page, base_url), type="html")


def _json_feed(site: SiteShown, entries: Iterable[PageShown], address: str) -> bytes:
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "description": site.description or None,
        "home_page_url": absolute_link(site.base_url, ""),
        "feed_url": absolute_link(site.base_url, address),
        "language": site.language,
        "authors": [{"name": site.author}] if site.author else None,
        "items": [_item(page, site.base_url) for page in entries],
    }
    return (json.dumps(_known(feed), ensure_ascii=False, indent=1) + "\n").encode()


def _item(page: PageShown, base_url: str) -> dict[str, object]:
    return _known(
        {
            "id": entry_id(page, base_url),
            "url": absolute_link(base_url, page.address),
            "external_url": page.source,
            "title": page.title,
            "language": page.lang,
            "content_html": _content(page, base_url),
            "date_published": format_iso(page.date) if page.date else None,
            "authors": [{"name": page.author}] if page.author else None,
            "tags": list(page.tags) or None,
        }
    )


def _content(page: PageShown, base_url: str) -> str:
    """The page's HTML, the editor's note before it, with whole addresses in its links."""
    note = f"<aside>{page.note}</aside>\n" if page.note else ""
    html = f"{note}{page.html}"
    return rewrite_root_links(html, lambda address: absolute_link(base_url, address))


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = _NOT_XML.sub("", text) if text else None
    return child


def _xml(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _known(values: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}
