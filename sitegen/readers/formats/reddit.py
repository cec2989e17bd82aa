"""Reads the posts in the exports of Reddit: ``posts.csv``. Nothing else of them is opened."""

import re
from collections.abc import Iterator

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.bookmarks import reason_against_address, web_address
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Remark, Unread
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table
from sitegen.readers.web_addresses import host_of

_POSTS = r"posts\.csv"
_GONE = frozenset({"[removed]", "[deleted]", "[ removed by moderator ]", "[deleted by user]"})
_HOSTS = re.compile(r"(?:.*\.)?(?:reddit\.com|redd\.it)")
_PROFILE = "u_"
"""How the name of an author's own page begins, which is a community too."""
_MEDIA_HOSTS = frozenset({"i.redd.it", "v.redd.it", "preview.redd.it"})
_PRIVACY = Remark("The export of Reddit does not say which communities are private.")


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    tables = source.entries if source.file else source.find(_POSTS)
    yield from (Unread(entry.name) for entry in source.entries if entry not in tables)
    if not tables:
        raise source.entries[0].error("is not accompanied by posts.csv", hint="export it again")
    seen: set[str] = set()
    yield _PRIVACY
    for entry in tables:
        yield from _read_table(entry, source.name, seen)


def _read_table(entry: Entry, dump: str, seen: set[str]) -> Iterator[Document | Finding]:
    for row in open_table(entry).rows():
        if not isinstance(row, Row):
            yield row
            continue
        own_id = row.cells.get("id", "").strip() or row.cells.get("permalink", "")
        if own_id in seen:
            yield LeftOut("duplicate")
            continue
        seen.add(own_id)
        yield from _post(row.cells, own_id, dump)


def _post(cells: dict[str, str], own_id: str, dump: str) -> Iterator[Document | Finding]:
    title = unescape_title(cells.get("title", ""))
    body = cells.get("body", "").strip()
    if _GONE & {title.casefold(), body.casefold()}:
        yield LeftOut("trash")
        return
    if not title and not body:
        yield LeftOut("empty")
        return
    address = web_address(cells.get("url", ""))
    host = host_of(address) if address.startswith("http") else ""
    media = (Medium(address),) if host in _MEDIA_HOSTS else ()
    yield from (Lost("a picture or a film", m.name, "the dump does not hold it") for m in media)
    is_link = host and not _HOSTS.fullmatch(host) and not reason_against_address(address)
    community = cells.get("subreddit", "").strip()
    yield Document(
        id=identify("reddit", "", own_id),
        kind=kind_of(title, body),
        text=body,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title or None,
        date=parse_date(cells.get("date", "")),
        source=_whole(cells.get("permalink", "")),
        link=LinkTarget(address, title, host.removeprefix("www.")) if is_link else None,
        tags=(community,) if community and not community.startswith(_PROFILE) else (),
        media=media,
    )


def _whole(permalink: str) -> str | None:
    if permalink.startswith("/"):
        return f"https://www.reddit.com{permalink}"
    return permalink if permalink.startswith("http") else None


READER = Reader(
    name="reddit",
    title="the posts in a Reddit export (zip, folder, or posts.csv)",
    recognise=recognise_formats("reddit", "reddit-zip", "reddit-tar"),
    read=_read,
    leaves_out=("trash", "empty", "duplicate"),
)
