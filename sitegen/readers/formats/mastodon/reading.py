"""Reads lists of posts as ActivityPub objects.

Only what is addressed to the public is read, in ``to`` or, if it is unlisted, in ``cc``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace
from sitegen.readers.activities import (
    Audience,
    address_of,
    audience_of,
    author_of,
    begins_with_mention,
    index_files,
    language_of,
    link_to_post,
    media_of,
    own_id_of,
    quoted_address,
    shared_page,
    strings,
    tags_of,
    text_of,
)
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import (
    Finding,
    Included,
    LeftOut,
    Lost,
    ReadOptions,
    Reason,
    not_shown,
)
from sitegen.readers.identity import identify
from sitegen.readers.sources import Entry, Source
from sitegen.readers.threads import group_threads, join_parts
from sitegen.readers.web_addresses import host_of

_POSTS = frozenset({"Note", "Question", "Article", "Page", "Image", "Video", "Audio", "Event"})
"""The types of objects that are posts."""

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
"""How a post is addressed to everybody."""
FOLLOWERS = "/followers"
"""How the address of the followers of an account ends."""
LEAVES_OUT: tuple[Reason, ...] = (
    "followers only", "private", "reply", "repost", "superseded", "trash", "other kind",
    "duplicate", "empty",
)  # fmt: skip
"""What is left out by default."""


class _Post(NamedTuple):
    """A post of the account."""

    parent: str | None
    """The id of the post that it answers, or ``?`` if that is unknown."""
    order: tuple[str, str]
    """Its date and id."""
    updated: str
    """When it was changed last; empty if never."""
    audience: Audience
    document: Document
    """Perhaps without its author, who may be known only in the end."""
    lost: tuple[Finding, ...]


def read_posts(
    items: Iterable[object], service: str, source: Source, options: ReadOptions
) -> Iterator[Document | Finding]:
    """The documents of an account, from activities or objects, and what is not read."""
    posts: dict[str, _Post] = {}
    yield from _collect(items, posts, service, source)
    author = author_of(source, (post.document.source or "" for post in posts.values()))
    yield from _select(posts, author, options)


def _collect(
    items: Iterable[object],
    posts: dict[str, _Post],
    service: str,
    source: Source,
) -> Iterator[Finding]:
    """Adds the last version of each post, and yields what is not read.

    Some servers write what happened: that a post was made, then changed, then deleted.
    """
    files = index_files(source)
    deleted: set[str] = set()
    for item in items:
        if isinstance(item, Finding):
            yield item
            continue
        deleted.update(_deleted_by(item))
        if reason := _reason(post := _post_in(item)):
            yield LeftOut(reason)  # of a boost there is only the address
            continue
        own = str(post.get("id") or post["url"])
        before, found = posts.get(own), _make_post(post, own, service, source.name, files)
        if before is None or found.updated > before.updated:
            posts[own] = found
        if before is not None:
            yield LeftOut("duplicate" if found.updated == before.updated else "superseded")
    for own in deleted.intersection(posts):
        del posts[own]
        yield LeftOut("trash")


def _deleted_by(item: object) -> tuple[str, ...]:
    """The post that an activity deletes."""
    if isinstance(item, dict) and item.get("type") == "Delete":
        return strings(item.get("object"))
    return ()


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
    if item["type"] == "Update":
        inherited["updated"] = item.get("published")
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
            if _has_something_to_show(post.document):
                parts.append(replace(post.document, author=post.document.author or author))
            else:
                yield LeftOut("empty")
        if parts:
            yield join_parts(parts)


def _has_something_to_show(document: Document) -> bool:
    """Whether there are words, a link, or a medium that is there, on the web or described."""
    media = (m.entry or m.alt or m.name.startswith("http") for m in document.media)
    return bool(document.text or document.link or any(media))


def _admit(audience: Audience, options: ReadOptions, *, is_reply: bool) -> list[LeftOut | Included]:
    """Why a post is left out, or read on request; empty for an own public post."""
    if audience == "private":
        return [LeftOut("private")]  # a message, which is never read
    reasons: list[Reason] = ["followers only"] if audience == "followers" else []
    if is_reply:
        reasons.append("reply")
    return [options.admit(*reasons)] if reasons else []


def _make_post(
    value: Mapping[str, Any], own: str, service: str, dump: str, files: Mapping[str, Entry]
) -> _Post:
    text, is_markdown, lost_parts = text_of(value)
    media, lost_media = media_of(value, files)
    address = address_of(value)
    where = address or own
    title = value.get("name") if value.get("type") != "Note" else None
    quoted = quoted_address(value)
    warning = value.get("summary")
    document = Document(
        id=identify(service, host_of(where), own_id_of(own)),
        kind="post",
        text=text,
        place=DumpPlace(dump),
        is_markdown=is_markdown,
        has_own_id=True,
        title=title if isinstance(title, str) else None,
        author=value.get("author"),
        date=parse_date(str(value.get("published") or "")),
        source=address or None,
        link=link_to_post(quoted) if quoted else shared_page(value),
        tags=tags_of(value),
        lang=language_of(value),
        media=media,
        warning=warning if isinstance(warning, str) and warning.strip() else None,
    )
    lost = [not_shown(what, where) for what in lost_parts]
    if value.get("quote") and not quoted:
        lost.append(Lost("the address of a quoted post", where, "the dump does not hold it"))
    answered = next(iter(strings(value.get("inReplyTo"))), None)
    return _Post(
        parent="?" if answered is None and begins_with_mention(value) else answered,
        order=(str(value.get("published") or ""), own),
        updated=str(value.get("updated") or ""),
        audience=audience_of(value),
        document=document,
        lost=(*lost, *lost_media),
    )
