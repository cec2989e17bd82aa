"""Reads Bluesky: a repository (CAR), or the answer of ``getAuthorFeed`` as JSON.

- ``repository``: the blocks of a CAR, and the records in its tree; ``unpacked``: these as files
- ``feed``: the posts of a feed, without those of others; ``post_thread``: those of a thread
- ``posts``: a record as a document; ``media``: its pictures and videos
"""

from collections.abc import Iterator, Mapping

from sitegen.models import Document
from sitegen.readers.findings import Finding, Included, LeftOut, ReadOptions
from sitegen.readers.formats.bluesky.feed import read_feed
from sitegen.readers.formats.bluesky.media import index_files
from sitegen.readers.formats.bluesky.posts import Found, make_document
from sitegen.readers.formats.bluesky.repository import read_repository
from sitegen.readers.formats.bluesky.unpacked import is_unpacked, read_unpacked
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.threads import group_threads, join_parts

_confidence = recognise_formats("car", "bluesky")


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return _confidence(source)
    return 0.9 if _car_in(source) or is_unpacked(source) else 0.0


def _car_in(source: Source) -> Entry | None:
    cars = source.find(r".*\.car")
    return cars[0] if len(cars) == 1 else None


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    posts: dict[str, Found] = {}
    for item in _items_in(source):
        if not isinstance(item, Found):
            yield item
        elif item.uri in posts:
            yield LeftOut("duplicate")
        else:
            posts[item.uri] = item
    yield from _select(posts, source, options)


def _items_in(source: Source) -> Iterator[Found | Finding]:
    entry = source.file or _car_in(source)
    if entry is None and is_unpacked(source):
        return read_unpacked(source)
    if entry is None:
        raise source.entries[0].error("is no repository of Bluesky")
    return read_repository(entry) if entry.head.json is None else read_feed(entry)


def _select(
    posts: dict[str, Found], source: Source, options: ReadOptions
) -> Iterator[Document | Finding]:
    """The documents of the posts that are read, oldest first."""
    files = index_files(source) if source.kind != "file" else {}
    groups = group_threads({uri: post.parent for uri, post in posts.items()}, _key_of)
    for thread in groups.threads:
        yield from _make_documents([posts[uri] for uri in thread], source, files)
    for uri in sorted(groups.replies, key=_key_of):
        finding = options.admit("reply")
        yield finding
        if isinstance(finding, Included):
            yield from _make_documents([posts[uri]], source, files)


def _key_of(uri: str) -> str:
    """The record key at the end of an address; keys are in the order of time."""
    return uri.rpartition("/")[2]


def _make_documents(
    thread: list[Found], source: Source, files: Mapping[str, Entry]
) -> Iterator[Document | Finding]:
    parts = []
    for post in thread:
        document, lost = make_document(post, source.name, files)
        yield from lost
        if document.text or document.media or document.link:
            parts.append(document)
        else:
            yield LeftOut("empty")
    if parts:
        yield join_parts(parts)


READER = Reader(
    "bluesky",
    "a Bluesky repository (CAR) or feed (JSON)",
    _recognise,
    _read,
    ("reply", "repost", "somebody else's", "not public", "empty", "duplicate"),
)
