"""Reads archives of Mastodon and other servers that speak ActivityPub.

The posts are in ``outbox.json``, a collection of activities: https://www.w3.org/TR/activitypub/.
Only what is addressed to the public is read, in ``to`` or, if it is unlisted, in ``cc``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.activities import (
    Audience,
    address_of,
    audience_of,
    author_of,
    begins_with_mention,
    index_files,
    language_of,
    media_of,
    own_id_of,
    quoted_address,
    strings,
    tags_of,
    text_of,
)
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, Included, LeftOut, Lost, ReadOptions, Reason, Unread
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.threads import group_threads, join_parts
from sitegen.readers.web_addresses import host_of

_POSTS = frozenset({"Note", "Question", "Article", "Page", "Image", "Video", "Audio", "Event"})
"""The types of objects that are posts."""
_OUTBOX = (r"outbox\.json", r"pixelfed-outbox\.json")
_confidence = recognise_formats("mastodon", "mastodon-zip", "mastodon-tar")


class _Post(NamedTuple):
    """A post of the account."""

    parent: str | None
    """The id of the post that it answers, or ``?`` if that is unknown."""
    order: tuple[str, str]
    """Its date and id."""
    audience: Audience
    document: Document
    """Without its author, who is known only in the end."""
    lost: tuple[Finding, ...]


def _recognise(source: Source) -> float:
    is_archive = source.kind != "file" and source.first(*_OUTBOX) is None
    return 0.0 if is_archive else _confidence(source)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    outbox = source.file or source.first(*_OUTBOX)
    if outbox is None:
        raise source.entries[0].error("is no outbox of Mastodon")
    posts: dict[str, _Post] = {}
    files = index_files(source)
    for item in stream_items(outbox, "orderedItems"):
        if isinstance(item, Lost):
            yield item
        elif reason := _reason(post := _post_in(item)):
            yield options.admit("repost") if reason == "repost" else LeftOut(reason)
        elif (own := str(post.get("id") or post["url"])) in posts:
            yield LeftOut("duplicate")
        else:
            posts[own] = _make_post(post, own, source.name, files)
    author = author_of(source, (post.document.source or "" for post in posts.values()))
    yield from _select(posts, author, options)
    yield from (Unread(e.name) for e in source.entries if _is_unread(e, outbox))


def _post_in(item: object) -> dict[str, Any]:
    """The post of an activity, with what the activity says of its audience and date."""
    if not isinstance(item, dict):
        return {}
    if item.get("type") not in ("Create", "Update"):
        return item
    post = item.get("object")
    if not isinstance(post, dict):
        return {}
    inherited = {key: item[key] for key in ("to", "cc", "published") if key in item}
    return inherited | post | {"activity": (item.get("to"), item.get("cc"))}


def _reason(post: Mapping[str, Any]) -> Reason | None:
    """Why an object is no post."""
    if not isinstance(post.get("type"), str):
        return "incomplete"
    if post["type"] == "Announce":
        return "repost"
    if post["type"] == "Tombstone":
        return "superseded"
    if post["type"] not in _POSTS:
        return "other kind"
    has_id = isinstance(post.get("id") or post.get("url"), str)
    return None if has_id else "incomplete"


def _select(
    posts: Mapping[str, _Post], author: str | None, options: ReadOptions
) -> Iterator[Document | Finding]:
    """The documents of the posts that are read, oldest first."""
    parents = {id_: post.parent for id_, post in posts.items()}
    groups = group_threads(parents, lambda id_: posts[id_].order)
    threads = [*groups.threads, *((id_,) for id_ in groups.replies)]
    for thread in sorted(threads, key=lambda ids: posts[ids[0]].order):
        parts = []
        for id_ in thread:
            post = posts[id_]
            findings = _admit(post.audience, options, is_reply=id_ in groups.replies)
            yield from findings
            if any(isinstance(finding, LeftOut) for finding in findings):
                continue
            yield from post.lost
            if post.document.text or post.document.media or post.document.link:
                parts.append(replace(post.document, author=author))
            else:
                yield LeftOut("empty")
        if parts:
            yield join_parts(parts)


def _admit(audience: Audience, options: ReadOptions, *, is_reply: bool) -> list[LeftOut | Included]:
    """Why a post is left out, or read on request; empty for an own public post."""
    if audience == "private":
        return [LeftOut("private")]  # a message, which is never read
    if audience == "followers":
        return [options.admit("followers only")]
    return [options.admit("reply")] if is_reply else []


def _make_post(value: Mapping[str, Any], own: str, dump: str, files: Mapping[str, Entry]) -> _Post:
    text, is_markdown, lost_parts = text_of(value)
    media, lost_media = media_of(value, files)
    address = address_of(value)
    where = address or own
    title = value.get("name") if value.get("type") != "Note" else None
    quoted = quoted_address(value)
    warning = value.get("summary")
    document = Document(
        id=identify("mastodon", host_of(where), own_id_of(own)),
        kind="post",
        text=text,
        place=DumpPlace(dump),
        is_markdown=is_markdown,
        has_own_id=True,
        title=title if isinstance(title, str) else None,
        date=parse_date(str(value.get("published") or "")),
        source=address or None,
        link=LinkTarget(quoted) if quoted else None,
        tags=tags_of(value),
        lang=language_of(value),
        media=media,
        warning=warning if isinstance(warning, str) and warning.strip() else None,
    )
    lost = (Lost(what, where, "Markdown cannot show it") for what in lost_parts)
    answered = next(iter(strings(value.get("inReplyTo"))), None)
    return _Post(
        parent="?" if answered is None and begins_with_mention(value) else answered,
        order=(str(value.get("published") or ""), own),
        audience=audience_of(value),
        document=document,
        lost=(*lost, *lost_media),
    )


def _is_unread(entry: Entry, outbox: Entry) -> bool:
    is_data = entry.name.endswith((".json", ".csv"))
    return is_data and entry is not outbox and entry.base != "actor.json"


READER = Reader(
    "mastodon",
    "a Mastodon archive, or the outbox of another server that speaks ActivityPub",
    _recognise,
    _read,
    ("followers only", "private", "reply", "repost", "other kind", "duplicate", "empty"),
)
