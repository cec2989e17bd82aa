"""Reads WordPress exports (WXR), which are RSS 2.0 with elements of WordPress.

The namespaces and the version differ; what counts is ``http://wordpress.org/export/``.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason
from sitegen.readers.html import unescape_title, wordpress_html
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.xml_items import Node, stream_xml
from sitegen.readers.web_addresses import host_of, join_address

_STATUSES: Mapping[str, Reason] = {
    "draft": "draft",
    "auto-draft": "draft",
    "pending": "pending",
    "future": "scheduled",
    "private": "private",
    "trash": "trash",
    "inherit": "other kind",
}
_TYPES: Mapping[str, Reason] = {"page": "page", "attachment": "attachment"}
_TAG_DOMAINS = frozenset({"category", "post_tag", "tag", ""})
_OWN_TAGS = frozenset(
    {"uncategorized", "unkategorisiert", "allgemein", "sin categoría", "non classé"}
)
"""Categories that WordPress makes itself."""


class _Blog(NamedTuple):
    """What all posts of a blog have in common."""

    dump: str
    address: str
    names: Mapping[str, str]
    """The names of the authors, by login."""
    lang: str | None


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in _exports_in(source):
        blog = _Blog(source.name, "", {}, None)
        seen: set[str] = set()
        is_head = True
        for item in stream_xml(entry, "item"):
            if not isinstance(item, Node):
                yield item
            elif is_head:
                blog = _blog_of(item, source.name)
                is_head = False
            else:
                yield from _read_item(item, blog, options, seen)


def _exports_in(source: Source) -> tuple[Entry, ...]:
    if source.file:
        return (source.file,)
    return tuple(e for e in source.find(r".*\.xml") if "wordpress.org/export/" in e.head.text)


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return _confidence(source)
    return 0.9 if _exports_in(source) else 0.0


def _blog_of(root: Node, dump: str) -> _Blog:
    channel = root.first("channel") or root
    address = channel.text_of("base_blog_url", "base_site_url", "link")
    names = {
        login: _name_of(author) or login
        for author in channel.all("author")
        if (login := author.text_of("author_login"))
    }
    return _Blog(dump, address, names, channel.text_of("language") or None)


def _name_of(author: Node) -> str:
    """The name of an author, who may show an e-mail address in its place."""
    shown = author.text_of("author_display_name")
    parts = (author.text_of("author_first_name"), author.text_of("author_last_name"))
    return shown if shown and "@" not in shown else " ".join(filter(None, parts))


def _read_item(
    item: Node, blog: _Blog, options: ReadOptions, seen: set[str]
) -> Iterator[Document | Finding]:
    link = join_address(blog.address, item.text_of("link") or item.text_of("guid")) or None
    number = item.text_of("post_id")
    key = f"{number} {link}"
    reason = _reason(item) or ("duplicate" if number and key in seen else None)
    own = number if number not in seen else link or ""  # Squarespace numbers some posts alike
    seen |= {number, key} - {""}
    if reason:
        finding = options.admit(reason)
        yield finding
        if isinstance(finding, LeftOut):
            return
    document, findings = _make_document(item, blog, own, link)
    if document.text or document.title:
        yield from findings
        yield document
    else:
        yield LeftOut("empty")


def _reason(item: Node) -> Reason | None:
    """Why an item is left out by default."""
    kind = item.text_of("post_type") or "post"
    if kind not in ("post", "page"):
        return _TYPES.get(kind, "other kind")
    status = item.text_of("status") or "publish"
    if status != "publish":
        return _STATUSES.get(status, "not public")
    if item.text_of("post_password"):
        return "password"
    return _TYPES.get(kind)


def _make_document(
    item: Node, blog: _Blog, own: str, link: str | None
) -> tuple[Document, tuple[Finding, ...]]:
    title = unescape_title(item.text_of("title")) or None
    stored = _content_of(item)
    html = wordpress_html(stored)
    where = link or title or own
    body = read_body(html.html, where, base=link)
    lost = tuple(
        Lost(f"the shortcode [{name}]", where, "sitegen does not know it") for name in html.unknown
    )
    login = item.text_of("http://purl.org/dc/elements/1.1/ creator", "creator")
    host = host_of(blog.address)
    document = Document(
        id=identify("wordpress", host, own) if own else identify_text("wordpress", where),
        kind=kind_of(title, body.text),
        text=without_title(body.text, title),
        place=DumpPlace(blog.dump),
        is_markdown=True,
        has_own_id=bool(own),
        title=title,
        author=blog.names.get(login, login) or None,
        date=_date_of(item),
        source=link,
        tags=tuple(_tags_of(item)),
        lang=blog.lang,
        media=body.media,
    )
    return document, (*body.findings, *lost)


def _content_of(item: Node) -> str:
    """The text of a post: ``content:encoded``, and not ``excerpt:encoded``."""
    for node in item.all("encoded"):
        if "excerpt" not in node.namespace:
            return node.text
    return ""


def _date_of(item: Node) -> datetime | None:
    """When a post was published: in GMT, else as the feed says, else in local time."""
    written = (item.text_of("post_date_gmt"), item.text_of("pubdate"), item.text_of("post_date"))
    return next((date for text in written if (date := parse_date(text))), None)


def _tags_of(item: Node) -> Iterator[str]:
    """The categories and tags, each once; version 1.0 writes each twice."""
    names: dict[str, str] = {}
    for node in item.all("category"):
        if node.attributes.get("domain", "") in _TAG_DOMAINS:
            name = unescape_title(node.text)
            names.setdefault(name.casefold(), name)
    yield from (name for key, name in names.items() if key and key not in _OWN_TAGS)


_confidence = recognise_formats("wordpress")
READER = Reader(
    "wordpress",
    "a WordPress export (WXR)",
    _recognise,
    _read,
    (
        *("draft", "pending", "scheduled", "private", "trash", "password", "page"),
        *("attachment", "other kind", "duplicate", "empty"),
    ),
)
