"""Reads the posts and articles in the exports of LinkedIn. Nothing else of them is opened."""

import re
from collections.abc import Iterator, Mapping

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.bookmarks import web_address
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark, Unread
from sitegen.readers.formats.linkedin.articles import ARTICLES, read_article
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table
from sitegen.readers.web_addresses import host_of

_SHARES = r"Shares(?:_\d+)?\.csv"
_QUOTED_BREAK = '"\n"'
"""How line breaks stand in posts: each line has quotation marks of its own."""
_PUBLIC = frozenset({"", "MEMBER_NETWORK", "PUBLIC", "ANYONE", "EVERYONE"})
_FOLLOWERS = frozenset({"CONNECTIONS", "CONNECTIONS_ONLY", "LOGGED_IN", "LOGGED_IN_MEMBERS"})
_IN_A_GROUP = re.compile(r"groupPost(?::|%3A)", re.IGNORECASE)
"""In the address of a post that only the members of a group see."""
_PRIVACY = Remark("The export of LinkedIn may hold posts for connections only without saying so.")


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    tables = source.entries if source.file else source.find(_SHARES)
    articles = source.find(ARTICLES) if source.file is None else ()
    if not tables and not articles:
        raise source.entries[0].error(
            "is not accompanied by Shares.csv, which holds the posts", hint="export all data"
        )
    yield from (Unread(entry.name) for entry in source.besides((*tables, *articles)))
    yield _PRIVACY
    seen: set[str] = set()
    found_in = [_read_table(entry, source.name, options) for entry in tables]
    found_in += [read_article(entry, source.name, options) for entry in articles]
    for items in found_in:
        for found in items:
            if isinstance(found, Document) and found.id in seen:
                yield LeftOut("duplicate")
                continue
            if isinstance(found, Document):
                seen.add(found.id)
            yield found


def _read_table(entry: Entry, dump: str, options: ReadOptions) -> Iterator[Document | Finding]:
    for row in open_table(entry).rows():
        if not isinstance(row, Row):
            yield row
            continue
        cells = {name.replace(" ", ""): value for name, value in row.cells.items()}
        if (reason := _reason_against(cells)) and not (yield from options.admits(reason)):
            continue
        yield from _post(cells, dump)


def _reason_against(cells: Mapping[str, str]) -> Reason | None:
    visibility = cells.get("visibility", "").strip().upper()
    if visibility not in _PUBLIC | _FOLLOWERS:
        return "not public"
    is_in_group = _IN_A_GROUP.search(cells.get("sharelink", ""))
    return "followers only" if is_in_group or visibility in _FOLLOWERS else None


def _post(cells: Mapping[str, str], dump: str) -> Iterator[Document | Finding]:
    text = cells.get("sharecommentary", "").replace(_QUOTED_BREAK, "\n").strip()
    address, shared = cells.get("sharelink", "").strip(), web_address(cells.get("sharedurl", ""))
    media = (Medium(m),) if (m := cells.get("mediaurl", "").strip()) else ()
    if not text and not media:
        yield LeftOut("repost" if address and not shared else "empty")
        return
    yield from (Lost("a picture or a film", m.name, "the dump does not hold it") for m in media)
    host = host_of(shared) if shared.startswith("http") else ""
    date = parse_date(cells.get("date", ""))
    yield Document(
        id=identify("linkedin", "", address) if address else identify_text("linkedin", text),
        kind="post",
        text=text,
        place=DumpPlace(dump),
        has_own_id=bool(address),
        date=date,
        source=address or None,
        link=LinkTarget(shared, cells.get("sharetitle", ""), host.removeprefix("www."))
        if host
        else None,
        tags=hashtags_in(text),
        media=media,
    )


READER = Reader(
    name="linkedin",
    title="the posts and articles in a LinkedIn export (zip, folder, or Shares.csv)",
    recognise=recognise_formats("linkedin", "linkedin-2018", "linkedin-zip", "linkedin-tar"),
    read=_read,
    leaves_out=("draft", "followers only", "not public", "repost", "empty", "duplicate"),
)
