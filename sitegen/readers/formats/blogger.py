"""Reads Blogger exports: Atom in which pages, comments, settings and drafts lie among the posts.

Older files mark each entry with a category, newer ones (``feed.atom`` in a Takeout) with elements
of ``http://schemas.google.com/blogger/2018``.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body, split_linked_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Unread, Withheld
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import host_of

_NAMESPACE = "schemas.google.com/blogger/"
_KIND = "http://schemas.google.com/g/2005#kind"
_CONFIDENCE = 0.95
"""Above that of any Atom feed, whose reader would take comments for posts."""
_KINDS: Mapping[str, Reason] = {"page": "page", "comment": "comment"}
_STATUSES: Mapping[str, Reason] = {
    "draft": "draft",
    "scheduled": "scheduled",
    "soft_trashed": "trash",
    "trashed": "trash",
}
_OWN_ID = re.compile(r"post-(\d+)$")
_SHORTEST_NUMBER = 12
"""How many digits a number of Blogger has at least; those of examples are shorter."""


def _recognise(source: Source) -> float:
    return _CONFIDENCE if _exports_in(source) else 0.0


def _exports_in(source: Source) -> tuple[Entry, ...]:
    candidates = (source.file,) if source.file else source.find(r".*\.(?:atom|xml)")
    return tuple(
        entry
        for entry in candidates
        if "<feed" in entry.head.text[:4096] and _NAMESPACE in entry.head.text
    )


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    exports = _exports_in(source)
    for entry in exports:
        seen: set[str] = set()
        is_head = True
        exported: datetime | None = None
        for item in stream_xml(entry, "entry"):
            if not isinstance(item, Node):
                yield item
            elif is_head:
                is_head = False
                exported = parse_date(item.text_of("updated"))
            else:
                yield from _read_entry(item, entry.name, source, options, seen, exported)
    yield from (Unread(entry.name) for entry in source.besides(exports))


def _read_entry(
    item: Node,
    entry: str,
    source: Source,
    options: ReadOptions,
    seen: set[str],
    exported: datetime | None,
) -> Iterator[Document | Finding]:
    kind = _kind_of(item)
    if kind in ("settings", "template"):
        return
    own = item.text_of("id")
    reasons = [*_reasons(item, kind, exported)]
    if own in seen:
        reasons.insert(0, "duplicate")
    seen.add(own)
    if reasons:
        withheld = Withheld(
            _id_of(item, own), _date_of(item), _updated(item), entry, _link_of(item)
        )
        if not (yield from options.admits(*reasons, withheld=withheld)):
            return
    yield from _make_document(item, own, entry, source)


def _make_document(
    item: Node, own: str, entry: str, source: Source
) -> Iterator[Document | Finding]:
    link = _link_of(item)
    title = unescape_title(item.text_of("title")) or None
    content = item.first("content", "summary")
    body = read_body(content.text if content else "", link or title or own, base=link)
    if not body.text and not title:
        yield LeftOut("empty")
        return
    yield from body.findings
    linked, text = split_linked_title(body.text, title, link)
    author = item.first("author")
    yield Document(
        id=_id_of(item, own),
        kind=kind_of(title, body.text),
        text=text,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=_name_of(author) if author else None,
        date=_date_of(item),
        updated=_updated(item),
        entry=entry,
        source=link,
        link=linked,
        tags=tuple(
            term
            for node in item.all("category")
            if (term := node.attributes.get("term", "")) and "schemas.google.com" not in term
        ),
        media=body.media,
    )


def _link_of(item: Node) -> str | None:
    links = {n.attributes.get("rel"): n.attributes.get("href", "") for n in item.all("link")}
    return links.get("alternate") or None


def _id_of(item: Node, own: str) -> str:
    """The id of an entry; its number is its own among those of all blogs.

    Newer files hold no address, so that older ones tell more of the same post.
    """
    number = _OWN_ID.search(own)
    if number and len(number[1]) >= _SHORTEST_NUMBER:
        return identify("blogger", "", number[1])
    return identify("blogger", host_of(_link_of(item)), number[1] if number else own)


def _date_of(item: Node) -> datetime | None:
    return parse_date(item.text_of("published") or item.text_of("updated"))


def _updated(item: Node) -> datetime | None:
    return parse_date(item.text_of("updated"))


def _name_of(author: Node) -> str | None:
    """The name of an author, unless Blogger does not know it."""
    name = author.text_of("name")
    return name if name not in ("", "Unknown", "Anonymous") else None


def _kind_of(item: Node) -> str:
    """Such as ``post``, ``page``, ``comment``, ``settings`` or ``template``."""
    for node in item.all("category"):
        if node.attributes.get("scheme") == _KIND:
            return node.attributes.get("term", "").rpartition("#")[2].lower()
    return item.text_of("type").lower() or "post"


def _reasons(item: Node, kind: str, exported: datetime | None) -> Iterator[Reason]:
    """Each reason why an entry is left out by default."""
    control = item.first("control")
    if control is not None and control.text_of("draft").lower() == "yes":
        yield "draft"
    if item.text_of("trashed"):
        yield "trash"
    status = item.text_of("status").lower()
    if status and status not in ("live", "published"):
        yield _STATUSES.get(status, "not public")
    published = parse_date(item.text_of("published"))
    if not status and published and published > (exported or datetime.now(UTC)):
        yield "scheduled"  # older files do not say so
    if kind != "post":
        yield _KINDS.get(kind, "other kind")


READER = Reader(
    "blogger",
    "a Blogger export",
    _recognise,
    _read,
    ("draft", "scheduled", "trash", "page", "comment", "other kind", "duplicate", "empty"),
)
