"""The digest for programs: an Atom feed (RFC 4287), a JSON Feed 1.1, and a sitemap (0.9)."""

import json
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple, Protocol
from xml.etree import ElementTree as ET

from sitegen.addresses import absolute_link, resolve_links
from sitegen.formats import format_iso
from sitegen.models import FeedArtifact
from sitegen.views import Channel

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEVER = "1970-01-01T00:00:00Z"
"""When the text of a page was changed of which no moment is known: it must not seem to change."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JSON = json.JSONEncoder(ensure_ascii=False)


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
    updated: datetime | None
    source: str | None
    topic: TopicShown | None
    tags: Sequence[str]
    lang: str | None


class SiteShown(Protocol):
    """What a feed reads of the site."""

    language: str
    base_url: str


class Entry(NamedTuple):
    """A page as feeds have it: the same in each, so it is made once."""

    updated: str
    """When the text was changed, as RFC 3339 writes it."""
    atom: str
    json: str


def make_entry(page: PageShown, base_url: str) -> Entry:
    """The entry of a page, for a site at ``base_url``.

    It was updated when the editor says so, else when it was published. Where neither is known, it
    never was: any other moment would have readers see it as new when its text is the same.
    """
    published = format_iso(page.date) if page.date else ""
    stated = format_iso(page.updated) if page.updated else ""
    updated = stated or published or _NEVER
    name, url = entry_id(page, base_url), absolute_link(base_url, page.address)
    note = f"<aside>{page.note}</aside>\n" if page.note else ""
    content = resolve_links(f"{note}{page.html}", base_url, page.address)
    tag = f' xml:lang="{_xml(page.lang)}"' if page.lang else ""
    topic = page.topic
    lines = (
        f" <entry{tag}>",
        f"  <id>{name}</id>",
        f"  <title>{_xml(page.label)}</title>",
        f'  <link rel="alternate" type="text/html" href="{_xml(url)}" />',
        f'  <link rel="via" href="{_xml(page.source)}" />' if page.source else "",
        f"  <published>{published}</published>" if published else "",
        f"  <updated>{updated}</updated>",
        f"  <author><name>{_xml(page.author)}</name></author>" if page.author else "",
        f'  <category term="{_xml(topic.slug)}" label="{_xml(topic.title)}" />' if topic else "",
        f'  <content type="html">{_xml(content)}</content>',
        " </entry>",
    )
    item = {
        "id": name,
        "url": url,
        "external_url": page.source,
        "title": page.title,
        "language": page.lang,
        "content_html": content,
        "date_published": published,
        "date_modified": stated,
        "authors": [{"name": page.author}] if page.author else None,
        "tags": list(page.tags),
    }
    return Entry(updated, "\n".join(filter(None, lines)), _JSON.encode(_known(item)))


def render_feed(
    artifact: FeedArtifact, site: SiteShown, channel: Channel, entries: Sequence[Entry]
) -> bytes:
    """The bytes of an Atom or JSON feed of ``entries``, which is the feed of ``channel``."""
    render = _render_atom if artifact.format == "atom" else _render_json
    return render(artifact.address, site, channel, entries)


def render_sitemap(base_url: str, entries: Iterable[tuple[str, PageShown | None]]) -> bytes:
    """The bytes of a sitemap of addresses, each with the page whose own it is."""
    urls = ET.Element("urlset", xmlns=_SITEMAP)
    for address, page in entries:
        url = _add(urls, "url")
        _add(url, "loc", absolute_link(base_url, address))
        changed = page and (page.updated or page.date)
        if changed:
            _add(url, "lastmod", format_iso(changed))
    ET.indent(urls, " ")
    xml: bytes = ET.tostring(urls, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def entry_id(page: PageShown, base_url: str) -> str:
    """A name for the page that no move and no new title changes.

    It is made from the page's permanent id; for a page without one, from its whole address.
    """
    has_id = page.id != page.address
    name = f"sitegen:{page.id}" if has_id else absolute_link(base_url, page.address)
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _render_atom(
    address: str, site: SiteShown, channel: Channel, entries: Sequence[Entry]
) -> bytes:
    home, own = (absolute_link(site.base_url, target) for target in (channel.address, address))
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(site.language)}">',
        f" <id>{_xml(home)}</id>",
        f" <title>{_xml(channel.title)}</title>",
        f" <subtitle>{_xml(channel.description)}</subtitle>" if channel.description else "",
        f" <updated>{max((entry.updated for entry in entries), default=_NEVER)}</updated>",
        f' <link rel="self" type="application/atom+xml" href="{_xml(own)}" />',
        f' <link rel="alternate" type="text/html" href="{_xml(home)}" />',
        f" <author><name>{_xml(channel.author or channel.title)}</name></author>",
        *(entry.atom for entry in entries),
        "</feed>\n",
    )
    return "\n".join(filter(None, lines)).encode()


def _render_json(
    address: str, site: SiteShown, channel: Channel, entries: Sequence[Entry]
) -> bytes:
    about = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": absolute_link(site.base_url, channel.address),
        "feed_url": absolute_link(site.base_url, address),
        "language": site.language,
        "authors": [{"name": channel.author}] if channel.author else None,
    }
    head = _JSON.encode(_known(about)).removesuffix("}")
    items = ",\n".join(entry.json for entry in entries)
    return f'{head}, "items": [\n{items}\n]}}\n'.encode()


def _add(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = text
    return child


def _xml(text: str) -> str:
    """The text as XML holds it, between tags or in quotes; what XML cannot hold is left out."""
    return escape(_NOT_XML.sub("", text))


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}
