"""Reads flat exports of Dotclear: of one blog, or of all blogs of an installation.

- ``tables``: takes the file apart

Comments, users with their addresses, and notes on posts lie in the same file and are never read.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body
from sitegen.readers.bookmarks import clean_tags
from sitegen.readers.dates import parse_date
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Withheld
from sitegen.readers.formats.dotclear.tables import Row, rows_in
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify
from sitegen.readers.markdown.pictures import MediaFiles, is_media
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_STATES: Mapping[str, Reason] = {"0": "draft", "-1": "scheduled", "-2": "pending"}
_PUBLISHED = "1"


@dataclass
class _Library:
    """What the other tables say about posts."""

    categories: dict[str, str] = field(default_factory=dict)
    tags: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By the number of the post."""
    names: dict[str, str] = field(default_factory=dict)
    """The names that users show, by those of their accounts."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Of the blogs, by their ids."""
    folders: dict[str, str] = field(default_factory=dict)
    """Below which their media lie, by the ids of the blogs."""
    comments: int = 0

    def add(self, table: str, cells: Mapping[str, str]) -> None:
        """Adds what a row says."""
        if table == "category":
            self.categories[cells["cat_id"]] = unescape_title(cells["cat_title"])
        elif table == "meta" and cells["meta_type"] == "tag":
            self.tags[cells["post_id"]].append(unescape_title(cells["meta_id"]))
        elif table == "user":
            self.names[cells["user_id"]] = cells["user_displayname"]
        elif table == "blog":
            self.addresses[cells["blog_id"]] = cells["blog_url"]
        elif table == "setting" and cells["setting_id"] == "public_url":
            self.folders[cells["blog_id"]] = cells["setting_value"]
        elif table == "comment":
            self.comments += 1


def _export_in(source: Source) -> Entry | None:
    """The only file of a dump besides media, if it is such an export."""
    files = [entry for entry in source.entries if not is_media(entry.name)]
    is_one = len(files) == 1 and confidence_of("dotclear", files[0].head) > 0
    return files[0] if is_one else None


def _recognise(source: Source) -> float:
    export = _export_in(source)
    return confidence_of("dotclear", export.head) if export else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    export = _export_in(source)
    if export is None:
        raise source.entries[0].error("is no export of Dotclear")
    text, findings = read_text_of(export)
    yield from findings
    library = _Library()
    for row in rows_in(text):
        if row.cells is None:
            yield Lost("a row", f"{export.name}, line {row.line:,}", "it is broken or cut off")
        elif row.table != "post":
            library.add(row.table, row.cells)
    if library.comments:
        yield LeftOut("comment", library.comments)
    files = MediaFiles(source)
    for row in rows_in(text):
        if row.table == "post" and row.cells:
            yield from _read_post(row, row.cells, library, files, source, options)


def _read_post(
    row: Row,
    cells: Mapping[str, str],
    library: _Library,
    files: MediaFiles,
    source: Source,
    options: ReadOptions,
) -> Iterator[Document | Finding]:
    where = f"{source.name}, line {row.line:,}"
    # Numbers begin at 1 in each installation; the moment tells them apart.
    id_ = identify("dotclear", cells["blog_id"], f"{cells['post_creadt']} {cells['post_id']}")
    withheld = Withheld(id_, updated=parse_date(cells["post_upddt"]))
    if not (yield from options.admits(*_reasons_of(cells), withheld=withheld)):
        return
    address = library.addresses.get(cells["blog_id"], "")
    html = "\n\n".join(filter(None, (cells["post_excerpt_xhtml"], cells["post_content_xhtml"])))
    find = _finder(files, library.folders.get(cells["blog_id"], ""))
    body = read_body(html, where, base=address or None, find=find)
    title = unescape_title(cells["post_title"]) or None
    if not (body.text or title):
        yield LeftOut("empty")
        return
    yield from body.findings
    yield Document(
        id=id_,
        kind=kind_of(title, body.text),
        text=body.text,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=_author_of(cells["user_id"], library),
        date=parse_date(cells["post_dt"], _zone_of(cells["post_tz"])),
        updated=parse_date(cells["post_upddt"]),
        source=f"{address}post/{cells['post_url']}" if address and cells["post_url"] else None,
        tags=clean_tags((*_categories_of(cells, library), *library.tags.get(cells["post_id"], ()))),
        lang=cells["post_lang"] or None,
        media=body.media,
    )


def _reasons_of(cells: Mapping[str, str]) -> Iterator[Reason]:
    """Each reason why a post is left out by default."""
    if cells["post_type"] != "post":
        yield "page" if cells["post_type"] == "page" else "other kind"
    if cells["post_password"]:
        yield "password"
    if cells["post_status"] != _PUBLISHED:
        yield _STATES.get(cells["post_status"], "not public")


def _author_of(user: str, library: _Library) -> str | None:
    """The name that a user shows, else that of the account, which may be an address."""
    name = library.names.get(user) or user
    return name if name and "@" not in name else None


def _categories_of(cells: Mapping[str, str], library: _Library) -> Iterator[str]:
    if name := library.categories.get(cells["cat_id"]):
        yield name


def _zone_of(name: str) -> tzinfo:
    """The zone of a post, in which its date is written."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return UTC


def _finder(files: MediaFiles, folder: str) -> Callable[[str], str | None]:
    """Returns a function that finds the file of a picture by its address."""

    def find(address: str) -> str | None:
        _, is_below, path = address.partition(f"{folder.rstrip('/')}/")
        found = files.find(path if is_below and folder else address, "")
        return found.name if found else None

    return find


READER = Reader(
    "dotclear",
    "a flat export of Dotclear",
    _recognise,
    _read,
    ("draft", "scheduled", "pending", "password", "page", "other kind", "comment", "empty"),
)
