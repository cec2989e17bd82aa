"""Renders feeds: Atom (RFC 4287) and JSON Feed 1.1."""

import functools
import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple, Protocol

from sitegen.addresses import absolute_link, resolve_links
from sitegen.artifacts import FeedArtifact
from sitegen.hypertext.hidden import without_hidden
from sitegen.text.labels import only_xml
from sitegen.views.template_records import Channel, PageView

_JSON = json.JSONEncoder(ensure_ascii=False)


class TopicShown(Protocol):
    """The values of a topic that a feed reads."""

    slug: str
    title: str


class SiteShown(Protocol):
    """The values of the site that a feed reads."""

    language: str
    base_url: str


class _Facts(NamedTuple):
    """The values of an entry in both formats; unknown times are empty."""

    id: str
    url: str
    published: str
    stated: str
    """When it was updated, if the editor says so."""
    updated: str
    content: str


class Entry(NamedTuple):
    """A page as a feed entry: it is the same in all feeds, so it is created once."""

    updated: str
    """When the text was changed, in RFC 3339 format."""
    atom: str
    json: str


def make_entry(
    page: PageView, content: str, topic: TopicShown | None, base_url: str, since: datetime
) -> Entry:
    """Creates the entry of a page.

    The time of the update is what the editor says, or the date of publication, or of the import.

    Args:
        page: the page.
        content: its HTML; links may be relative.
        topic: its topic.
        base_url: where the site is published.
        since: when it was updated, if the page has no time of its own.
    """
    published, stated = _written(page.date or page.added), _written(page.updated)
    facts = _Facts(
        entry_id(page, base_url),
        absolute_link(base_url, page.address),
        published,
        stated,
        stated or published or _written(since),
        resolve_links(without_hidden(content), base_url, page.address),
    )
    atom = only_xml(_as_atom(page, topic, facts))
    return Entry(facts.updated, atom, _as_json(page, facts))


def render_feed(
    artifact: FeedArtifact, site: SiteShown, channel: Channel, entries: Sequence[Entry]
) -> bytes:
    """Renders an Atom or JSON feed of ``entries``, the most recently updated first."""
    render = _render_atom if artifact.format == "atom" else _render_json
    return render(artifact.address, site, channel, entries)


def entry_id(page: PageView, base_url: str) -> str:
    """A stable id of the page, which moving or renaming the page does not change.

    It is made from the page's permanent id; for a page without one, from its whole address.
    """
    has_id = page.id != page.address
    name = f"sitegen:{page.id}" if has_id else absolute_link(base_url, page.address)
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _as_atom(page: PageView, topic: TopicShown | None, facts: _Facts) -> str:
    lines = (
        f' <entry xml:lang="{escape(page.lang)}">' if page.lang else " <entry>",
        f"  <id>{facts.id}</id>",
        f"  <title>{escape(page.label)}</title>",
        f'  <link rel="alternate" type="text/html" href="{escape(facts.url)}" />',
        f'  <link rel="via" href="{escape(page.source)}" />' if page.source else "",
        f"  <published>{facts.published}</published>" if facts.published else "",
        f"  <updated>{facts.updated}</updated>",
        f"  <author><name>{escape(page.author)}</name></author>" if page.author else "",
        _category(topic.slug, topic.title) if topic else "",
        *(f'  <category term="{escape(tag.name)}" />' for tag in page.tags),
        f'  <content type="html">{escape(facts.content)}</content>',
        " </entry>",
    )
    return "\n".join(filter(None, lines))


@functools.lru_cache
def _category(slug: str, title: str) -> str:
    return f'  <category term="{escape(slug)}" label="{escape(title)}" />'


def _as_json(page: PageView, facts: _Facts) -> str:
    item = {
        "id": facts.id,
        "url": facts.url,
        "external_url": page.source,
        "title": page.title,
        "language": page.lang,
        "content_html": facts.content,
        "date_published": facts.published,
        "date_modified": facts.stated,
        "authors": [{"name": page.author}] if page.author else None,
        "tags": [tag.name for tag in page.tags],
    }
    # JSON Feed 1.1 requires content, even for a post that consists of its title.
    known = _known(item)
    known.setdefault("content_html", "")
    return _JSON.encode(known)


def _render_atom(
    address: str, site: SiteShown, channel: Channel, entries: Sequence[Entry]
) -> bytes:
    home, own = (absolute_link(site.base_url, target) for target in (channel.address, address))
    updated = entries[0].updated if entries else _written(channel.since)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(site.language)}">',
        f" <id>{escape(home)}</id>",
        f" <title>{escape(channel.title)}</title>",
        f" <subtitle>{escape(channel.description)}</subtitle>" if channel.description else "",
        f" <updated>{updated}</updated>",
        f' <link rel="self" type="application/atom+xml" href="{escape(own)}" />',
        f' <link rel="alternate" type="text/html" href="{escape(home)}" />',
        f" <author><name>{escape(channel.author or channel.title)}</name></author>",
    )
    head = only_xml("\n".join(filter(None, lines)))
    return "\n".join((head, *(entry.atom for entry in entries), "</feed>\n")).encode()


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


def _written(moment: datetime | None) -> str:
    """The time in RFC 3339 format, with microseconds, by which imported posts may differ."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else ""


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}
