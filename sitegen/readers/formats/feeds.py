"""Reads feeds: RSS 0.9 to 2.0 and Atom.

RSS 2.0 is https://www.rssboard.org/rss-specification, RSS 1.0 is https://web.resource.org/rss/1.0/,
and Atom is RFC 4287.
"""

from base64 import b64decode
from collections.abc import Iterator
from datetime import datetime
from mimetypes import MimeTypes
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of, read_body, without_origin, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark
from sitegen.readers.html import plain_text, unescape_title
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Source
from sitegen.readers.streams.xml_items import Node, stream_xml
from sitegen.readers.web_addresses import host_of, join_address

_BASE = "http://www.w3.org/XML/1998/namespace base"
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/ encoded"
_MEDIA = "http://search.yahoo.com/mrss/"
_PODCAST = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_EXTENSIONS = (_MEDIA, _PODCAST, _PODCAST.replace("dtds/podcast", "DTDs/Podcast"))
_BODIES = (_CONTENT, "encoded", "content", "body", "description", "summary", "tagline", "subtitle")
_DATES = (
    "published",
    "pubdate",
    f"{_DUBLIN_CORE} date",
    "issued",
    "created",
    "updated",
    "modified",
)
_TYPES = MimeTypes()
"""The types of files by their endings, the same on every machine."""
_SHOWN_MEDIA = ("image/", "audio/", "video/")


class _Feed(NamedTuple):
    """What all entries of a feed have in common."""

    dump: str
    base: str
    author: str | None
    lang: str | None


class _Version(NamedTuple):
    """What was read of an entry that may stand twice."""

    changed: datetime | None
    items: tuple[Document | Finding, ...]
    """Its findings and its document."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        feed = _Feed(source.name, "", None, None)
        versions: dict[str, _Version] = {}
        is_head = True
        for item in stream_xml(entry, "item", "entry"):
            if not isinstance(item, Node):
                yield item
            elif is_head:
                feed = _feed_of(item, source.name)
                is_head = False
            else:
                yield from _keep_newest(item, _read_item(item, feed, options), versions)
        for version in versions.values():
            yield from version.items


def _keep_newest(
    node: Node, read: Iterator[Document | Finding], versions: dict[str, _Version]
) -> Iterator[Document | Finding]:
    """Notes what was read of an entry, in place of an older version of it (RFC 4287, 4.1.1)."""
    items = tuple(read)
    document = items[-1]
    if not isinstance(document, Document):
        yield from items
        return
    known = versions.get(document.id)
    changed = parse_date(node.text_of("updated", "modified")) or document.date
    if known:
        yield LeftOut("duplicate")
    if known is None or (changed and known.changed and changed > known.changed):
        versions[document.id] = _Version(changed, items)


def _feed_of(root: Node, dump: str) -> _Feed:
    channel = root.first("channel") or root
    base = root.attributes.get(_BASE) or _link_of(channel, "") or ""
    lang = root.attributes.get(_LANG) or channel.text_of("language") or None
    return _Feed(dump, base, _author_of(channel), lang)


def _read_item(item: Node, feed: _Feed, options: ReadOptions) -> Iterator[Document | Finding]:
    if reason := _reason(item):
        finding = options.admit(reason)
        yield finding
        if isinstance(finding, LeftOut):
            return
    base = join_address(feed.base, item.attributes.get(_BASE) or "")
    link = _link_of(item, base)
    title = _title_of(item)
    body_base = link or base
    text, is_markdown, media, findings = _body_of(item, body_base, link or title or "")
    text = without_origin(text) if is_markdown else text
    enclosures = tuple(_enclosures_of(item, base, {medium.name for medium in media}))
    if not text and not title and not enclosures:
        yield LeftOut("empty")
        return
    guid = item.text_of("guid", "id") or item.attributes.get("about", "") or link or ""
    host = host_of(link or feed.base)
    id_ = identify("feed", host, guid) if guid else identify_text("feed", title or "", text)
    yield from findings
    yield from (Lost("an enclosure", m.name, "the dump does not hold it") for m in enclosures)
    date, remark = _date_of(item)
    yield from remark
    yield Document(
        id=id_,
        kind=kind_of(title, text),
        text=without_title(text, title),
        place=DumpPlace(feed.dump),
        is_markdown=is_markdown,
        has_own_id=bool(guid),
        title=title,
        author=_author_of(item) or feed.author,
        date=date,
        source=link,
        tags=tuple(_tags_of(item)),
        lang=item.attributes.get(_LANG) or feed.lang,
        media=(*media, *enclosures),
    )


def _reason(item: Node) -> Reason | None:
    """Why an entry is left out by default: a draft (RFC 5023), or a comment (RFC 4685)."""
    control = item.first("control")
    if control is not None and control.text_of("draft").lower() == "yes":
        return "draft"
    return "comment" if item.all("in-reply-to") else None


def _title_of(item: Node) -> str | None:
    titles = item.all("title")
    title = min(titles, key=lambda node: node.namespace in _EXTENSIONS, default=None)
    if title is None:
        return None
    kind = title.attributes.get("type", "html")
    if kind == "xhtml":
        return plain_text(title.inner_html) or None
    return (title.text if kind == "text" else unescape_title(title.text)) or None


def _body_of(
    item: Node, base: str, where: str
) -> tuple[str, bool, tuple[Medium, ...], tuple[Finding, ...]]:
    """The text of an entry, whether it is Markdown, its media, and what is lost."""
    node = next(_bodies_of(item), None)
    if node is None:
        return _described(item), False, (), ()
    own_base = join_address(base, node.attributes.get(_BASE) or "")
    kind = node.attributes.get("type", "text" if _is_atom(item) else "html")
    text = _decoded(node)
    if kind in ("text", "text/plain"):
        return text, False, (), ()
    if kind in ("text/markdown", "text/x-markdown"):
        return text, True, (), ()
    html = node.inner_html if kind in ("xhtml", "application/xhtml+xml") or node.children else ""
    body = read_body(html or text, where, base=own_base)
    return body.text, True, body.media, body.findings


def _bodies_of(item: Node) -> Iterator[Node]:
    """The elements that hold the text, the fullest first."""
    names = (
        _CONTENT,
        "encoded",
        "content",
        "body",
        "description",
        "summary",
        "tagline",
        "subtitle",
    )
    for name in names:
        for node in item.all(name):
            if node.attributes.get("type", "").startswith("multipart/"):  # Atom 0.3
                parts = node.all("content")
                yield from sorted(parts, key=lambda n: n.attributes.get("type") == "text/plain")
            elif node.namespace != _MEDIA and (node.text or node.children):
                yield node


def _decoded(node: Node) -> str:
    """The text of an element; Atom 0.3 has also Base64."""
    if node.attributes.get("mode") != "base64":
        return node.text
    try:
        return b64decode(node.text).decode("utf-8", "replace")
    except ValueError:
        return node.text


def _described(item: Node) -> str:
    """The description of a film, which feeds of YouTube have in place of a text."""
    groups = [node for node in item.all("group") if node.namespace == _MEDIA]
    described = (node.text_of(f"{_MEDIA} description") for node in (*groups, item))
    return next(filter(None, described), "")


def _is_atom(item: Node) -> bool:
    return item.local == "entry"


def _link_of(item: Node, base: str) -> str | None:
    """The address of the page of an entry or a feed."""
    if original := item.text_of("origlink"):  # FeedBurner: its links lead through its own website
        return join_address(base, original)
    links = [node for node in item.all("link") if node.attributes.get("href")]
    alternate = [n for n in links if n.attributes.get("rel", "alternate") == "alternate"]
    for node in sorted(
        alternate, key=lambda n: n.attributes.get("type", "text/html") != "text/html"
    ):
        return join_address(base, node.attributes["href"].strip())
    if text := item.text_of("link"):
        return join_address(base, text)
    guid = item.first("guid")
    is_address = guid is not None and guid.text.startswith(("http://", "https://"))
    if guid is not None and is_address and guid.attributes.get("isPermaLink", "true") != "false":
        return guid.text
    return None


def _author_of(node: Node) -> str | None:
    """The name of the author of an entry or a feed."""
    names = [name for author in node.all("author") if (name := author.text_of("name"))]
    if names:
        return ", ".join(dict.fromkeys(names))
    return node.text_of(f"{_DUBLIN_CORE} creator", "author", "creator", "managingeditor") or None


def _date_of(item: Node) -> tuple[datetime | None, tuple[Finding, ...]]:
    """When an entry was published, or else updated."""
    written = [text for name in _DATES if (text := item.text_of(name))]
    found = next((date for text in written if (date := parse_date(text))), None)
    if found is None and written:
        return None, (Remark(f"A date could not be read: {written[0]}"),)
    return found, ()


def _tags_of(item: Node) -> Iterator[str]:
    names: dict[str, str] = {}
    for label in _labels_of(item):
        name = unescape_title(label).strip().lstrip("#")
        names.setdefault(name.casefold(), name)
    yield from (name for key, name in names.items() if key and key != "uncategorized")


def _labels_of(item: Node) -> Iterator[str]:
    """The names of categories, then the keywords of podcasts and media, which commas separate."""
    for node in (*item.all("category"), *item.all(f"{_DUBLIN_CORE} subject")):
        if not node.attributes.get("scheme", "").endswith("#kind"):  # Google: what an entry is
            yield node.attributes.get("label") or node.text or node.attributes.get("term", "")
    groups = [node for node in item.all("group") if node.namespace == _MEDIA]
    for node in (item, *groups):
        for keywords in node.all("keywords"):
            yield from keywords.text.split(",")


def _enclosures_of(item: Node, base: str, shown: set[str]) -> Iterator[Medium]:
    """The pictures, films and sounds that are attached."""
    links = [n for n in item.all("link") if n.attributes.get("rel") == "enclosure"]
    media = [n for n in item.children if n.namespace == _MEDIA]
    contents = [n for n in item.all("content") if n.attributes.get("src")]
    for node in (*item.all("enclosure"), *links, *contents, *_media_nodes(media)):
        address = next(
            (node.attributes[k] for k in ("url", "href", "src") if k in node.attributes), ""
        )
        medium = node.attributes.get("medium")
        guessed = f"{medium}/" if medium else _TYPES.guess_type(address.partition("?")[0])[0]
        kind = node.attributes.get("type") or guessed or ""
        if address and kind.startswith(_SHOWN_MEDIA):
            absolute = join_address(base, address.strip())
            if absolute not in shown:
                shown.add(absolute)
                yield Medium(absolute, node.text_of("description", "title"))


def _media_nodes(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.local == "group":
            yield from node.all("content")
        elif node.local == "content":
            yield node


READER = Reader(
    "feed",
    "a feed (RSS or Atom)",
    recognise_files("rss", "atom"),
    _read,
    ("draft", "comment", "duplicate", "empty"),
)
