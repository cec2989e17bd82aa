"""The parts of an entry of a feed: title, text, address, author, date and tags."""

import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import NamedTuple

from sitegen.models import Medium
from sitegen.readers.articles import read_body
from sitegen.readers.bookmarks import web_address
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, Remark
from sitegen.readers.formats.feeds.services import direct_address, split_lemmy, split_reddit
from sitegen.readers.html import plain_text, unescape_title
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import join_address

BASE = "http://www.w3.org/XML/1998/namespace base"
"""The attribute ``xml:base``."""
MEDIA = "http://search.yahoo.com/mrss/"
"""The namespace of Media RSS: https://www.rssboard.org/media-rss."""

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/ encoded"
_PODCAST = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_EXTENSIONS = (MEDIA, _PODCAST, _PODCAST.replace("dtds/podcast", "DTDs/Podcast"))
_DATES = (
    "published",
    "pubdate",
    f"{_DUBLIN_CORE} date",
    "issued",
    "created",
    "updated",
    "modified",
)
_ESCAPED_TWICE = re.compile(
    r"\s*&lt;(p|div|h[1-6]|ul|ol|blockquote|figure|table|article|section)\b[^<>]*"
    r"&lt;/\1&gt;\s*",
    re.IGNORECASE,
)
"""HTML that was escaped once more than feeds want it."""


_OF_ACCOUNT = re.compile(r"\A(?:/u/|@)(?=\w+\Z)")
"""What Reddit and Nitter write before the name of an account."""


class Body(NamedTuple):
    """The text of an entry."""

    text: str
    is_markdown: bool = False
    media: tuple[Medium, ...] = ()
    """The pictures and so on that it shows."""
    findings: tuple[Finding, ...] = ()
    link: str = ""
    """The page that it is about, of an entry of Reddit or Lemmy."""


def title_of(item: Node) -> str | None:
    """The title of an entry as plain text."""
    titles = item.all("title")
    title = min(titles, key=lambda node: node.namespace in _EXTENSIONS, default=None)
    if title is None:
        return None
    kind = title.attributes.get("type", "html")
    if kind == "xhtml":
        return plain_text(title.inner_html) or None
    return (title.text if kind == "text" else unescape_title(title.text)) or None


def body_of(item: Node, base: str, where: str) -> Body:
    """The text of an entry."""
    node = next(_bodies_of(item), None)
    if node is None:
        return Body(_described(item))
    own_base = join_address(base, node.attributes.get(BASE) or "")
    kind = node.attributes.get("type", "text" if _is_atom(item) else "html")
    text = _decoded(node)
    if kind in ("text", "text/plain"):
        return Body(text)
    if kind in ("text/markdown", "text/x-markdown"):
        return Body(text, is_markdown=True)
    html = node.inner_html if kind in ("xhtml", "application/xhtml+xml") or node.children else ""
    html, link = split_lemmy(html or _unescaped(text))
    html, link_on_reddit = split_reddit(html, base)
    link = link or link_on_reddit
    body = read_body(html, where, base=own_base)
    return Body(body.text, media=body.media, findings=body.findings, link=link, is_markdown=True)


def _unescaped(html: str) -> str:
    is_twice = "<" not in html and _ESCAPED_TWICE.fullmatch(html)
    return unescape(html) if is_twice else html


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
            elif node.namespace != MEDIA and (node.text or node.children):
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
    groups = [node for node in item.all("group") if node.namespace == MEDIA]
    described = (node.text_of(f"{MEDIA} description") for node in (*groups, item))
    return next(filter(None, described), "")


def _is_atom(item: Node) -> bool:
    return item.local == "entry"


def link_of(item: Node, base: str) -> str | None:
    """The address of the page of an entry or a feed, without a password."""
    link = _link_of(item, base)
    return web_address(direct_address(link)) if link else None


def _link_of(item: Node, base: str) -> str | None:
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


def author_of(node: Node) -> str | None:
    """The name of the author of an entry or a feed; of a copied entry, that of its source."""
    source = node.first("source")
    name = _author_of(node) or (_author_of(source) if source else None)
    return _OF_ACCOUNT.sub("", name) if name else None


def _author_of(node: Node) -> str | None:
    names = [name for author in node.all("author") if (name := author.text_of("name"))]
    if names:
        return ", ".join(dict.fromkeys(names))
    return node.text_of(f"{_DUBLIN_CORE} creator", "author", "creator", "managingeditor") or None


def date_of(item: Node) -> tuple[datetime | None, tuple[Finding, ...]]:
    """When an entry was published, or else updated."""
    written = [text for name in _DATES if (text := item.text_of(name))]
    found = next((date for text in written if (date := parse_date(text))), None)
    if found is None and written:
        return None, (Remark(f"A date could not be read: {written[0]}"),)
    return found, ()


def tags_of(item: Node) -> Iterator[str]:
    """The categories and keywords of an entry, each once."""
    names: dict[str, str] = {}
    for label in _labels_of(item):
        bare = unescape_title(label).strip().lstrip("#")
        name = bare.removeprefix("/r/").removeprefix("r/")  # of Reddit
        names.setdefault(name.casefold(), name)
    yield from (name for key, name in names.items() if key and key != "uncategorized")


def _labels_of(item: Node) -> Iterator[str]:
    """The names of categories, then the keywords of podcasts and media, which commas separate."""
    for node in (*item.all("category"), *item.all(f"{_DUBLIN_CORE} subject")):
        if not node.attributes.get("scheme", "").endswith("#kind"):  # Google: what an entry is
            label = node.attributes.get("label") or node.text or node.attributes.get("term", "")
            yield from label.split() if item.first("topics") else (label,)  # Pinboard
    groups = [node for node in item.all("group") if node.namespace == MEDIA]
    for node in (item, *groups):
        for keywords in node.all("keywords"):
            yield from keywords.text.split(",")
