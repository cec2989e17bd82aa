"""Reads JSON Feed: https://www.jsonfeed.org/version/1.1/.

Also archives of Micro.blog (``.bar``), which hold one, the same posts as ``index.html``, and the
files that were uploaded.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import unquote

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.articles import (
    kind_of,
    read_body,
    split_linked_title,
    title_beside,
)
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Unread
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.restrictions import reason_of_published_title
from sitegen.readers.sources import Source
from sitegen.readers.streams import read_fields, stream_items
from sitegen.readers.streams.json_values import list_of, objects_in, text_at
from sitegen.readers.web_addresses import host_of, join_address, path_of

_MEDIA = ("image/", "audio/", "video/")
_FEED = r"feed\.json"
_BESIDE = re.compile(
    r"(?:[^/]+/)?(?:index\.html|(?:[^/]+/)+[^/]+\.(?:avif|gif|heic|jpe?g|m4[av]|mov|mp[34]|png|webp))",
    re.IGNORECASE,
)
"""The other files of an archive."""
_ADDRESSED = re.compile(
    r"\s*(?:<p[^<>]*>\s*)?<a\b[^<>]*\bhref=[\"']https?://micro\.blog/\w+/?[\"'][^<>]*>@",
    re.IGNORECASE,
)
"""How a reply begins: with the name of somebody on Micro.blog."""
_MOST_PARTS = 20
"""How many parts of the path of an address are looked for in an archive."""
_is_feed = recognise_files("jsonfeed")


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return _is_feed(source)
    feeds = source.find(_FEED)
    others = [entry.name for entry in source.entries if entry not in feeds]
    is_archive = len(feeds) == 1 and others and all(map(_BESIDE.fullmatch, others))
    return _is_feed(source.only(feeds[0])) if is_archive else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    feed = None if source.file else source.first(_FEED)
    find = partial(_find_file, source.by_name, feed.name.removesuffix(feed.base) if feed else None)
    yield from (Unread(entry.name) for entry in source.find(r"index\.html") if not source.file)
    for entry in source.find(_FEED) or source.entries:
        fields = read_fields(entry)
        base = text_at(fields, "home_page_url") or text_at(fields, "feed_url")
        authors = [*stream_items(entry, "authors"), *stream_items(entry, "author")]
        author = next((name for each in authors if (name := _name(each))), None)
        common = {"author": author, "language": fields.get("language")}
        seen: set[str] = set()
        for item in stream_items(entry, "items"):
            if isinstance(item, Lost):
                yield item
            elif isinstance(item, dict):
                if (yield from options.admits(*_reasons_against(item))):
                    yield from _read_item({**common, **item}, base, seen, source.name, find)
            else:
                yield LeftOut("incomplete")


def _reasons_against(item: Mapping[str, Any]) -> Iterator[Reason]:
    """Why an item is not public, or, on Micro.blog, no post of one's own.

    For the latter, see https://help.micro.blog/t/json-api/97.
    """
    if reason := reason_of_published_title(unescape_title(text_at(item, "title"))):
        yield reason
    own = item.get("_microblog")
    if not isinstance(own, dict):
        return
    if own.get("is_favorite") is True or own.get("is_bookmark") is True:
        yield "somebody else's"
    elif _ADDRESSED.match(text_at(item, "content_html")):
        yield "reply"


def _find_file(files: Container[str], folder: str | None, address: str) -> str | None:
    """The name of the file in the archive of a feed to whose path an address leads."""
    if folder is None:
        return None
    parts = unquote(path_of(address)).split("/")[-_MOST_PARTS:]
    paths = (folder + "/".join(parts[start:]) for start in range(len(parts) - 1))
    return next((path for path in paths if path in files), None)


def _read_item(
    item: Mapping[str, Any], base: str, seen: set[str], dump: str, find: Callable[[str], str | None]
) -> Iterator[Document | Finding]:
    link = join_address(base, text_at(item, "url")) if text_at(item, "url") else None
    title = unescape_title(text_at(item, "title")) or None
    html = text_at(item, "content_html")
    body = read_body(html, link or title or dump, base=link or base, find=find)
    plain = text_at(item, "content_text") or text_at(item, "summary")
    linked, text = split_linked_title(body.text, title, link) if html else (None, plain)
    own = str(item.get("id") or link or "")
    id_ = identify("feed", host_of(link or base), own) if own else ""
    id_ = id_ or identify_text("feed", title or "", text)
    if id_ in seen:
        yield LeftOut("duplicate")
        return
    seen.add(id_)
    attachments = tuple(_attachments(item, base, {m.name for m in body.media}))
    if not (text or title or body.media or attachments):
        yield LeftOut("empty")
        return
    yield from body.findings
    yield from (Lost("an attachment", m.name, "the dump does not hold it") for m in attachments)
    external = text_at(item, "external_url")
    yield Document(
        id=id_,
        kind=kind_of(title, text),
        text=text,
        place=DumpPlace(dump),
        is_markdown=bool(html),
        has_own_id=bool(own),
        title=title_beside(title, text),
        author=_author_of(item),
        date=parse_date(text_at(item, "date_published") or text_at(item, "date_modified")),
        source=link,
        link=LinkTarget(external, title or "") if external and external != link else linked,
        tags=_tags_of(item),
        lang=text_at(item, "language") or None,
        media=(*body.media, *attachments),
    )


def _tags_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The tags, which some programs write with ``#``."""
    tags = (tag for tag in list_of(item.get("tags")) if isinstance(tag, str))
    return tuple(filter(None, (tag.removeprefix("#") for tag in tags)))


def _author_of(item: Mapping[str, Any]) -> str | None:
    """The authors of an item: a list in version 1.1, an object in 1.0, else those of the feed."""
    written = item.get("authors")
    authors = written if isinstance(written, list) else [item.get("author")]
    names = [name for author in authors if (name := _name(author))]
    return ", ".join(names) or None


def _name(author: object) -> str | None:
    name = author.get("name") if isinstance(author, dict) else author
    return name if isinstance(name, str) and name else None


def _attachments(item: Mapping[str, Any], base: str, shown: set[str]) -> Iterator[Medium]:
    """The pictures, sounds and films that are attached, without those in the text."""
    picture = {"url": item.get("image"), "mime_type": "image/"}
    for each in (picture, *objects_in(item.get("attachments"))):
        if text_at(each, "mime_type").startswith(_MEDIA):
            address = join_address(base, text_at(each, "url"))
            if text_at(each, "url") and address not in shown:
                shown.add(address)
                yield Medium(address, text_at(each, "title"))


READER = Reader(
    "json-feed",
    "a JSON feed, or an archive of Micro.blog",
    _recognise,
    _read,
    ("reply", "somebody else's", "private", "password", "duplicate", "empty", "incomplete"),
)
