"""Reads exports of WriteFreely and Write.as: all data or the posts as JSON, or a table of posts.

Posts that are in no blog are drafts. https://github.com/writefreely/writefreely/blob/develop/export.go
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, title_beside, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import Row, open_table, stream_items
from sitegen.readers.streams.json_values import list_of, text_at

_Raw = Mapping[str, Any]
_DIALECT = Dialect(joins_lines=False, has_tags=False)
_PAID = "<!--paid-->"
"""Below it, a text is for paying readers."""
_SILENT = Remark(
    "A table or list of posts of WriteFreely does not say which blogs are public; its export of "
    "all data does."
)
_UNLISTED = Remark(
    "An export of WriteFreely does not tell unlisted blogs from private ones; --include private "
    "takes both."
)


class _Blog(NamedTuple):
    """Where posts stand."""

    address: str = ""
    reason: Reason | None = None
    """Why its posts are left out."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        reader = _PostReader(source.name, options)
        if entry.head.table is not None:
            yield _SILENT
            yield from reader.read_table(entry)
        elif entry.head.json is not None and "collections" in entry.head.json.outer:
            yield from reader.read_all(entry)
        else:
            yield _SILENT
            for item in stream_items(entry):
                yield from reader.read(item, _Blog(reason=_reason_of_place(item)))


def _reason_of_place(item: object) -> Reason | None:
    return None if isinstance(item, dict) and item.get("collection") else "draft"


class _PostReader:
    """Makes documents of posts."""

    def __init__(self, dump: str, options: ReadOptions) -> None:
        self._dump = dump
        self._options = options
        self._now = datetime.now(UTC)
        self._seen: set[str] = set()

    def read_table(self, entry: Entry) -> Iterator[Document | Finding]:
        r"""The posts of a table, where line breaks are ``\n``, spelt out."""
        for row in open_table(entry).rows():
            if isinstance(row, Row):
                cells = row.cells
                post = cells | {"body": cells.get("body", "").replace("\\n", "\n")}
                yield from self.read(post, _Blog(reason=None if cells.get("blog") else "draft"))
            else:
                yield row

    def read_all(self, entry: Entry) -> Iterator[Document | Finding]:
        """The posts of all blogs, and the drafts."""
        for collection in stream_items(entry, "collections"):
            if isinstance(collection, Lost):
                yield collection
            elif isinstance(collection, dict):
                is_public = collection.get("public") is True
                blog = _Blog(text_at(collection, "url"), None if is_public else "private")
                if not is_public:
                    yield _UNLISTED
                for item in list_of(collection.get("posts")):
                    yield from self.read(item, blog)
        for item in stream_items(entry, "posts"):
            yield from self.read(item, _Blog(reason="draft"))

    def read(self, item: object, blog: _Blog) -> Iterator[Document | Finding]:
        """The document of a post."""
        if isinstance(item, Lost):
            yield item
        elif not isinstance(item, dict) or not text_at(item, "id"):
            yield LeftOut("incomplete")
        elif text_at(item, "id") in self._seen:
            yield LeftOut("duplicate")
        else:
            self._seen.add(text_at(item, "id"))
            yield from self._read_post(item, blog)

    def _read_post(self, post: _Raw, blog: _Blog) -> Iterator[Document | Finding]:
        date = parse_date(text_at(post, "created"))
        reasons = [blog.reason] if blog.reason else []
        if date and date > self._now:
            reasons.append("scheduled")
        if not (yield from self._options.admits(*reasons)):
            return
        address, title = _address_of(post, blog), text_at(post, "title") or None
        text, is_cut, _ = text_at(post, "body").partition(_PAID)
        if is_cut:
            where = address or text_at(post, "id")
            yield Lost("the end of a post", where, "it is for paying readers")
        body = convert_body(text, {}, lambda _: None, _DIALECT)
        text = without_title(body.text, title)
        if not text and not title:
            yield LeftOut("empty")
            return
        yield from losses_in((), body.media, self._dump)
        yield Document(
            id=identify("writefreely", "", text_at(post, "id")),
            kind=kind_of(title, text),
            text=text,
            place=DumpPlace(self._dump),
            is_markdown=True,
            has_own_id=True,
            title=title_beside(title, text),
            date=date,
            source=address,
            tags=tuple(_tags_of(post, body.tags)),
            lang=text_at(post, "language") or None,
            media=body.media,
        )


def _tags_of(post: _Raw, in_text: Iterable[str]) -> Iterator[str]:
    names = [tag for tag in list_of(post.get("tags")) if isinstance(tag, str)]
    yield from {tag.casefold(): tag for tag in (*in_text, *names)}.values()


def _address_of(post: _Raw, blog: _Blog) -> str | None:
    address = text_at(post, "url")
    if not address and blog.address and text_at(post, "slug"):
        address = f"{blog.address.rstrip('/')}/{text_at(post, 'slug')}"
    return address if address.startswith("http") else None


READER = Reader(
    "writefreely",
    "the posts in a WriteFreely or Write.as export (JSON, CSV)",
    recognise_files("writefreely", "writefreely-csv"),
    _read,
    ("draft", "private", "scheduled", "duplicate", "empty"),
)
