"""Reads archives of Mastodon and other servers that speak ActivityPub.

The posts are in ``outbox.json``, a collection of activities: https://www.w3.org/TR/activitypub/.
Only what is addressed to the public is read, in ``to`` or, if it is unlisted, in ``cc``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.activities import (
    Account,
    account_of,
    address_of,
    audience_of,
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

_POSTS = frozenset({"Note", "Question", "Article", "Page", "Image", "Video", "Audio", "Event"})
"""The types of objects that are posts."""
_OUTBOX = (r"outbox\.json", r"pixelfed-outbox\.json")
_confidence = recognise_formats("mastodon", "mastodon-zip", "mastodon-tar")


class _Post(NamedTuple):
    """A post of the account."""

    id: str
    parent: str | None
    """The id of the post that it answers, or ``?`` if that is unknown."""
    value: Mapping[str, Any]


def _recognise(source: Source) -> float:
    is_archive = source.kind != "file" and source.first(*_OUTBOX) is None
    return 0.0 if is_archive else _confidence(source)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    outbox = source.file or source.first(*_OUTBOX)
    if outbox is None:
        raise source.entries[0].error("is no outbox of Mastodon")
    posts: dict[str, _Post] = {}
    for item in stream_items(outbox, "orderedItems"):
        if isinstance(item, Lost):
            yield item
        elif isinstance(found := _find_post(item, posts), _Post):
            posts[found.id] = found
        else:
            yield options.admit("repost") if found.reason == "repost" else found
    account = account_of(source, [post.value for post in posts.values()])
    yield from _select(posts, _Context(source, account, index_files(source), options))
    yield from (Unread(e.name) for e in source.entries if _is_unread(e, outbox))


def _find_post(item: object, earlier: Mapping[str, _Post]) -> _Post | LeftOut:
    """The post of an activity; if it has none, why it is left out."""
    if not isinstance(item, dict):
        return LeftOut("incomplete")
    post = item.get("object", item) if item.get("type") in ("Create", "Update") else item
    if reason := _reason(post):
        return LeftOut(reason)
    id_ = str(post.get("id") or post["url"])
    if id_ in earlier:
        return LeftOut("duplicate")
    answered = next(iter(strings(post.get("inReplyTo"))), None)
    addressed = "?" if answered is None and begins_with_mention(post) else answered
    inherited = {key: item[key] for key in ("to", "cc", "published") if key in item}
    return _Post(id_, addressed, inherited | post | {"activity": (item.get("to"), item.get("cc"))})


def _reason(post: object) -> Reason | None:
    """Why an object is no post."""
    if not isinstance(post, dict) or not isinstance(post.get("type"), str):
        return "incomplete"
    if post["type"] == "Announce":
        return "repost"
    if post["type"] == "Tombstone":
        return "superseded"
    if post["type"] not in _POSTS:
        return "other kind"
    has_id = isinstance(post.get("id") or post.get("url"), str)
    return None if has_id else "incomplete"


class _Context(NamedTuple):
    """What all posts of an archive have in common."""

    source: Source
    account: Account
    files: Mapping[str, Entry]
    options: ReadOptions


def _select(posts: Mapping[str, _Post], context: _Context) -> Iterator[Document | Finding]:
    """The documents of the posts that are read, oldest first."""
    order = {id_: (str(post.value.get("published") or ""), id_) for id_, post in posts.items()}
    parents = {id_: post.parent for id_, post in posts.items()}
    groups = group_threads(parents, order.__getitem__)
    replies = sorted(groups.replies, key=order.__getitem__)
    threads = [*groups.threads, *((id_,) for id_ in replies)]
    for thread in sorted(threads, key=lambda ids: order[ids[0]]):
        parts = []
        for id_ in thread:
            findings = _admit(posts[id_].value, context.options, is_reply=id_ in groups.replies)
            yield from findings
            if any(isinstance(finding, LeftOut) for finding in findings):
                continue
            document, lost = _make_document(posts[id_], context)
            yield from lost
            if document.text or document.media or document.link:
                parts.append(document)
            else:
                yield LeftOut("empty")
        if parts:
            yield join_parts(parts)


def _admit(
    post: Mapping[str, Any], options: ReadOptions, *, is_reply: bool
) -> list[LeftOut | Included]:
    """Why a post is left out, or read on request; empty for an own public post."""
    audience = audience_of(post)
    if audience == "private":
        return [LeftOut("private")]  # a message, which is never read
    if audience == "followers":
        return [options.admit("followers only")]
    return [options.admit("reply")] if is_reply else []


def _make_document(post: _Post, context: _Context) -> tuple[Document, Sequence[Finding]]:
    value, account = post.value, context.account
    text, is_markdown, lost_parts = text_of(value)
    media, lost_media = media_of(value, context.files)
    where = address_of(value) or post.id
    lost = [Lost(what, where, "Markdown cannot show it") for what in lost_parts]
    host = urlsplit(where).hostname or account.host
    title = value.get("name") if value.get("type") != "Note" else None
    quoted = quoted_address(value)
    warning = value.get("summary")
    document = Document(
        id=identify("mastodon", host, own_id_of(post.id)),
        kind="post",
        text=text,
        place=DumpPlace(context.source.name),
        is_markdown=is_markdown,
        has_own_id=True,
        title=title if isinstance(title, str) else None,
        author=account.name,
        date=parse_date(str(value.get("published") or "")),
        source=address_of(value) or None,
        link=LinkTarget(quoted) if quoted else None,
        tags=tags_of(value),
        lang=language_of(value),
        media=media,
        warning=warning if isinstance(warning, str) and warning.strip() else None,
    )
    return document, [*lost, *lost_media]


def _is_unread(entry: Entry, outbox: Entry) -> bool:
    return entry.name.endswith((".json", ".csv")) and entry is not outbox


READER = Reader(
    "mastodon",
    "a Mastodon archive, or the outbox of another server that speaks ActivityPub",
    _recognise,
    _read,
    ("followers only", "private", "reply", "repost", "other kind", "duplicate", "empty"),
)
