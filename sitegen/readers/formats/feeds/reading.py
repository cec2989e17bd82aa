"""Reads a feed: its entries as documents, each in its newest version."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.articles import (
    kind_of,
    split_linked_title,
    title_beside,
    without_origin,
)
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason
from sitegen.readers.formats.feeds.entries import (
    BASE,
    Body,
    author_of,
    body_of,
    date_of,
    link_of,
    tags_of,
    title_of,
)
from sitegen.readers.formats.feeds.link_posts import Addresses, addresses_of, without_permalink
from sitegen.readers.formats.feeds.media import enclosures_of
from sitegen.readers.formats.feeds.services import (
    MEDIUM,
    is_comment,
    is_draft_of_medium,
    is_link_to_comments,
    relation_of,
)
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.restrictions import reason_of_published_title
from sitegen.readers.sources import Source
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import host_of, join_address

_LANG = "http://www.w3.org/XML/1998/namespace lang"


class _Feed(NamedTuple):
    """What all entries of a feed have in common."""

    dump: str
    base: str
    declared_base: str
    """Its attribute ``xml:base``: without it, the texts of entries are relative to their links."""
    website: str
    author: str | None
    lang: str | None
    generator: str = ""
    """The program that made it, in small letters; empty if it does not say so."""


class _Version(NamedTuple):
    """What was read of an entry that may stand twice."""

    changed: datetime | None
    items: tuple[Document | Finding, ...]
    """Its findings and its document."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        feed = _Feed(source.name, "", "", "", None, None)
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
    declared = root.attributes.get(BASE) or ""
    website = link_of(channel, "") or ""
    lang = root.attributes.get(_LANG) or channel.text_of("language") or None
    author = author_of(channel) or _account_of(channel)
    generator = channel.text_of("generator").lower()
    return _Feed(dump, declared or website, declared, website, author, lang, generator)


def _account_of(channel: Node) -> str | None:
    """The name of an account of Mastodon, which is the title of its feed."""
    is_account = channel.text_of("generator").startswith("Mastodon")
    return title_of(channel) if is_account else None


def _read_item(item: Node, feed: _Feed, options: ReadOptions) -> Iterator[Document | Finding]:
    base = join_address(feed.base, item.attributes.get(BASE) or "")
    addresses = addresses_of(item, base, feed.website)
    reasons = _reasons(item, addresses.own or "", feed.generator)
    if not (yield from options.admits(*reasons)):
        return
    yield from _documents(item, feed, base, addresses)


def _documents(
    item: Node, feed: _Feed, base: str, addresses: Addresses
) -> Iterator[Document | Finding]:
    """The document of an entry, if it is not empty, and what is lost."""
    title = title_of(item)
    link = addresses.own
    declared = join_address(feed.declared_base, item.attributes.get(BASE) or "")
    body = body_of(item, join_address(link or base, declared), link or title or "")
    whole = _own_text(body, item, link)
    linked, text = split_linked_title(whole, title, link)
    enclosures = tuple(enclosures_of(item, base, {medium.name for medium in body.media}))
    if not whole and not title and not enclosures:
        yield LeftOut("empty")
        return
    guid = _own_id_of(item, feed, link)
    host = host_of(link or feed.base)
    id_ = identify("feed", host, guid) if guid else identify_text("feed", title or "", whole)
    target = body.link or addresses.target
    yield from body.findings
    yield from (Lost("an enclosure", m.name, "the dump does not hold it") for m in enclosures)
    date, remark = date_of(item)
    yield from remark
    yield Document(
        id=id_,
        kind=kind_of(title, whole),
        text=text,
        place=DumpPlace(feed.dump),
        is_markdown=body.is_markdown,
        has_own_id=bool(guid),
        title=title_beside(title, text),
        author=author_of(item) or feed.author,
        date=date,
        source=link,
        link=LinkTarget(target, title or "") if target else linked,
        tags=tuple(tags_of(item)),
        lang=item.attributes.get(_LANG) or feed.lang,
        media=(*body.media, *enclosures),
    )


def _own_text(body: Body, item: Node, link: str | None) -> str:
    """The text of an entry without links to the entry itself and to its comments."""
    text = body.text
    if body.is_markdown:
        text = without_permalink(without_origin(text), link)
    return "" if is_link_to_comments(text, item.text_of("comments")) else text


def _own_id_of(item: Node, feed: _Feed, link: str | None) -> str:
    """What tells an entry from the others; empty if there is only the address of the website."""
    named = (item.text_of("guid", "id"), item.attributes.get("about", ""), link or "")
    return next((name for name in named if name and not _is_website(name, feed)), "")


def _is_website(address: str, feed: _Feed) -> bool:
    """Whether an address is that of the website, which many entries may name."""
    return address.rstrip("/") == feed.base.rstrip("/")


def _reasons(item: Node, address: str, generator: str) -> Iterator[Reason]:
    """Each reason why an entry is left out, such as a draft (RFC 5023) or a comment (RFC 4685).

    Args:
        item: the entry.
        address: its address.
        generator: the program that made the feed. WordPress marks titles; it may not be named.
    """
    control = item.first("control")
    is_draft = control is not None and control.text_of("draft").lower() == "yes"
    if is_draft or (generator == MEDIUM and is_draft_of_medium(item.text_of("updated"))):
        yield "draft"
    if item.all("in-reply-to") or is_comment(address):
        yield "comment"
    if reason := relation_of(item.text_of("title"), address):
        yield reason
    may_be_marked = not generator or "wordpress" in generator
    if may_be_marked and (reason := reason_of_published_title(title_of(item))):
        yield reason
    if item.text_of("block").lower() == "yes":  # of podcasts
        yield "hidden"


READER = Reader(
    "feed",
    "a feed (RSS or Atom)",
    recognise_files("rss", "atom"),
    _read,
    ("draft", "comment", "reply", "repost", "private", "password", "duplicate", "empty"),
)
