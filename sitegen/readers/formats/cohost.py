"""Reads posts of cohost, as its interface gave them, and as exports and backups keep them: JSON.

A file holds one post, or a list of them. Backups hold posts of others too, which the account liked
or shared: only those of the page with the most posts are read. cohost closed in 2024.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.dates import parse_date
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Unread
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import CERTAIN_ENOUGH, Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import (
    distinct_items,
    list_of,
    object_at,
    objects_in,
    text_at,
)
from sitegen.readers.threads import group_threads, join_parts

_Raw = Mapping[str, Any]

_CONFIDENCE = 0.85
_EXAMINED = 20
"""How many files of a folder are examined to see whether it holds posts."""
_LISTS = ("items", "posts")
_DIALECT = Dialect(joins_lines=False, has_tags=False)
_PUBLISHED = 1
_STATES: Mapping[int, Reason] = {0: "draft", 2: "trash"}


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return confidence_of("cohost", source.head)
    return _CONFIDENCE if any(map(_holds_posts, _files_in(source)[:_EXAMINED])) else 0.0


def _files_in(source: Source) -> tuple[Entry, ...]:
    return source.entries if source.file else source.find(r".*\.json")


def _holds_posts(entry: Entry) -> bool:
    return confidence_of("cohost", entry.head) >= CERTAIN_ENOUGH


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    files = [entry for entry in _files_in(source) if _holds_posts(entry)]
    yield from (Unread(entry.name) for entry in source.besides(files))
    items = (item for entry in files for item in _items_in(entry))
    posts = yield from distinct_items(items, lambda post: _int(post, "postId"))
    yield from _read_posts(posts, source.name, options)


def _items_in(entry: Entry) -> Iterator[object]:
    """The posts of a file, also of a list, or of an answer with one."""
    for item in stream_items(entry):
        lists = [item.get(key) for key in _LISTS] if isinstance(item, dict) else []
        yield from next((items for items in lists if isinstance(items, list)), [item])


def _read_posts(
    posts: Mapping[int, _Raw], dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    handles = Counter(_handle_of(post) for post in posts.values())
    owner = next(iter(handles.most_common(1)), ("", 0))[0]
    kept: dict[int, _Raw] = {}
    for number, post in posts.items():
        if _handle_of(post) != owner:
            yield LeftOut("somebody else's")
        elif (yield from options.admits(*_reasons(post))):
            kept[number] = post
    parents = {number: _int(post, "shareOfPostId") or None for number, post in kept.items()}
    threads = group_threads(parents)
    alone: list[tuple[int, ...]] = []
    for number in threads.replies:
        if not (yield from options.admits("reply")):
            continue
        alone.append((number,))
    for thread in (*threads.threads, *alone):
        parts = [_document_of(kept[number], dump) for number in thread]
        yield from (finding for _, findings in parts for finding in findings)
        document = join_parts([document for document, _ in parts])
        yield document if document.text or document.title else LeftOut("empty")


def _reasons(post: _Raw) -> Iterator[Reason]:
    page = object_at(post, "postingProject")
    state = post.get("state", _PUBLISHED)
    if state != _PUBLISHED:
        yield _STATES.get(state, "not public") if isinstance(state, int) else "not public"
    if page.get("privacy", "public") != "public":
        yield "followers only"
    if page.get("loggedOutPostVisibility", "public") != "public":
        yield "not public"
    if _int(post, "transparentShareOfPostId"):
        yield "repost"
    limit = post.get("limitedVisibilityReason")
    if limit not in (None, "none", ""):
        yield "not public"


def _document_of(post: _Raw, dump: str) -> tuple[Document, Iterator[Finding]]:
    title, address = text_at(post, "headline") or None, text_at(post, "singlePostPageUrl")
    written = "\n\n".join(filter(None, map(_block, list_of(post.get("blocks")))))
    body = convert_body(written, {}, lambda _: None, _DIALECT)
    where = address or str(post["postId"])
    media = (*body.media, *_attachments_of(post))
    findings = losses_in(body.lost, media, where, "a medium")
    page = object_at(post, "postingProject")
    return Document(
        id=identify("cohost", "", str(post["postId"])),
        kind=kind_of(title, body.text),
        text=body.text,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=text_at(page, "displayName") or text_at(page, "handle") or None,
        date=parse_date(text_at(post, "publishedAt")),
        source=address if address.startswith("http") else None,
        tags=tuple(tag for tag in list_of(post.get("tags")) if isinstance(tag, str)),
        media=media,
        warning=", ".join(word for word in list_of(post.get("cws")) if isinstance(word, str))
        or None,
    ), findings


def _block(block: object) -> str:
    """The Markdown of a block; a question that was answered becomes a quotation."""
    if not isinstance(block, dict):
        return ""
    if block.get("type") == "ask":
        question = text_at(object_at(block, "ask"), "content")
        return f"<blockquote>{escape(question, quote=False)}</blockquote>" if question else ""
    return text_at(object_at(block, "markdown"), "content")


def _attachments_of(post: _Raw) -> Iterator[Medium]:
    """The pictures and sounds of a post, also those that stand in a row."""
    for block in objects_in(post.get("blocks")):
        for each in (block, *objects_in(block.get("attachments", []))):
            attachment = object_at(each, "attachment")
            if address := text_at(attachment, "fileURL"):
                yield Medium(
                    address, text_at(attachment, "altText") or text_at(attachment, "title")
                )


def _handle_of(post: _Raw) -> str:
    return text_at(object_at(post, "postingProject"), "handle")


def _int(values: _Raw, key: str) -> int:
    value = values.get(key)
    return value if isinstance(value, int) else 0


READER = Reader(
    "cohost",
    "posts of cohost (JSON, also a folder or zip of them)",
    _recognise,
    _read,
    (
        "draft", "trash", "followers only", "not public", "repost", "reply", "somebody else's",
        "duplicate", "incomplete", "empty",
    ),
)  # fmt: skip
