"""Reads the reviews in an export of Letterboxd: ``reviews.csv``, of which alone it is read.

Lists, the diary, ratings, comments and the profile lie alongside, and folders with what was
deleted. https://letterboxd.com/about/importing-data/ tells the columns.
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import read_body
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Remark, Unread
from sitegen.readers.html.wordpress import add_paragraphs
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.reviews import open_reviews, stars, with_rating
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table

_REVIEWS = r"reviews\.csv"
_OTHERS = re.compile(r"(?:^|/)(?:likes|deleted|orphaned)/[^/]*$", re.IGNORECASE)
"""Folders with reviews of others, deleted ones, and those of films that Letterboxd took away."""
_ELEMENTS = ("b", "strong", "i", "em", "blockquote")
_SILENT = Remark("The export of Letterboxd does not say who may see a review.")


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    tables = source.entries if source.file else source.find(_REVIEWS)
    tables = tuple(entry for entry in tables if not _OTHERS.search(entry.name))
    yield from (Unread(entry.name) for entry in source.besides(tables))
    if not tables:
        raise source.entries[0].error("is not accompanied by reviews.csv", hint="export it again")
    yield _SILENT
    seen: set[str] = set()
    for entry in tables:
        author = _author_beside(entry, source)
        for row in open_reviews(entry, "review").rows():
            if isinstance(row, Row):
                yield from _read_row(row.cells, source.name, author, seen)
            else:
                yield row


def _author_beside(table: Entry, source: Source) -> str | None:
    """The name in the profile, whose address, e-mail and place are not read."""
    profile = source.by_name.get(table.name.removesuffix(table.base) + "profile.csv")
    rows = open_table(profile).rows() if profile and profile is not table else iter(())
    cells = next((row.cells for row in rows if isinstance(row, Row)), {})
    name = " ".join(filter(None, (cells.get(f"{part} name", "") for part in ("given", "family"))))
    return name or cells.get("username", "") or None


def _read_row(
    cells: Mapping[str, str], dump: str, author: str | None, seen: set[str]
) -> Iterator[Document | Finding]:
    address, title = cells.get("letterboxd uri", "").strip(), _title_of(cells)
    own = address or f"{title} {cells.get('watched date', '')}"
    if own in seen:
        yield LeftOut("duplicate")
        return
    seen.add(own)
    body = read_body(add_paragraphs(_closed(cells["review"])), address or title)
    if not body.text:
        yield LeftOut("empty")
        return
    yield from body.findings
    yield Document(
        id=identify("letterboxd", "", own),
        kind="post",
        text=with_rating(stars(cells.get("rating", "")), body.text),
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=author,
        date=parse_date(cells.get("date") or cells.get("watched date", "")),
        source=address if address.startswith("http") else None,
        tags=tuple(filter(None, map(str.strip, cells.get("tags", "").split(",")))),
        media=body.media,
    )


def _title_of(cells: Mapping[str, str]) -> str:
    name, year = cells.get("name", "").strip(), cells.get("year", "").strip()
    return f"{name} ({year})" if year else name


def _closed(html: str) -> str:
    """The HTML with ends of elements that some reviews end as they begin: ``<i>words<i>``."""
    for name in _ELEMENTS:
        start, end = f"<{name}>", f"</{name}>"
        if start in html and end not in html:
            first, *rest = html.split(start)
            marks = (start if number % 2 == 0 else end for number in range(len(rest)))
            html = first + "".join(mark + part for mark, part in zip(marks, rest, strict=True))
    return html


READER = Reader(
    "letterboxd",
    "the reviews in a Letterboxd export (zip, folder, or reviews.csv)",
    recognise_formats("letterboxd", "letterboxd-zip", "letterboxd-tar"),
    _read,
    ("duplicate", "empty"),
)
