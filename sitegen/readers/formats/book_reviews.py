"""Reads the reviews in tables of books: those of Goodreads, The StoryGraph and BookWyrm.

BookWyrm: https://github.com/bookwyrm-social/bookwyrm/blob/main/bookwyrm/views/preferences/export.py

Private notes, and when and where a book was bought, stand in columns beside the review.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.articles import Body, read_body
from sitegen.readers.bookmarks import clean_tags
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Remark
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.reviews import open_reviews, stars, with_rating
from sitegen.readers.sources import Source
from sitegen.readers.streams import Row

_Cells = Mapping[str, str]

_SPOILER = re.compile(r"</?spoiler>", re.IGNORECASE)
"""Around words that Goodreads shows on a click."""
_OWN_LINK = re.compile(r"\[(?P<kind>bc?|a):(?P<words>[^|\[\]\n]{1,300})\|(?P<id>\d+)[^\[\]\n]*\]")
"""A link to a book or an author: ``[b:Title|12|Title|https://…|34]``."""
_PAGES = {"b": "book/show", "bc": "book/show", "a": "author/show"}
_SITE = "https://www.goodreads.com"
_DIALECT = Dialect(joins_lines=False, has_tags=False)
_SHELVES = frozenset({"read", "to-read", "currently-reading"})
"""Those that every account has."""


class _Review(NamedTuple):
    """What a row says."""

    text: str
    title: str
    author: str
    """The author of the book."""
    rating: str
    date: str
    tags: str
    own_id: str = ""
    warning: str | None = None
    is_markdown: bool = False
    """Whether the text is Markdown, not HTML."""


def _of_goodreads(cells: _Cells) -> _Review:
    return _Review(
        text=_OWN_LINK.sub(_link, _SPOILER.sub("", cells["my review"])),
        title=cells.get("title", ""),
        author=cells.get("author", ""),
        rating=cells.get("my rating", ""),
        date=cells.get("date read") or cells.get("date added", ""),
        tags=cells.get("bookshelves", ""),
        own_id=cells.get("book id", "").strip(),
        warning="Spoilers" if cells.get("spoiler", "").strip().lower() == "true" else None,
    )


def _link(found: re.Match[str]) -> str:
    address = f"{_SITE}/{_PAGES[found['kind']]}/{found['id']}"
    return f'<a href="{address}">{found["words"]}</a>'


def _of_storygraph(cells: _Cells) -> _Review:
    return _Review(
        text=cells["review"],
        title=cells.get("title", ""),
        author=cells.get("authors", ""),
        rating=cells.get("star rating", ""),
        date=cells.get("last date read") or cells.get("date added", ""),
        tags=cells.get("tags", ""),
        warning=cells.get("content warning description", "").strip() or None,
    )


def _of_bookwyrm(cells: _Cells) -> _Review:
    name = cells.get("review_name", "").strip()
    return _Review(
        text="\n\n".join(filter(None, (f"**{name}**" if name else "", cells["review_content"]))),
        title=cells.get("title", ""),
        author=cells.get("author_text", ""),
        rating=cells.get("rating", ""),
        date=cells.get("review_published") or cells.get("shelf_date", ""),
        tags="",
        warning=cells.get("review_cw", "").strip() or None,
        is_markdown=True,
    )


def _body_of(review: _Review, title: str) -> Body:
    if not review.is_markdown:
        return read_body(review.text, title)
    converted = convert_body(review.text, {}, lambda _: None, _DIALECT)
    return Body(converted.text, converted.media, ())


def _document(review: _Review, service: str, dump: str) -> Iterator[Document | Finding]:
    title, author = unescape_title(review.title), unescape_title(review.author)
    body = _body_of(review, title)
    if not body.text:
        yield LeftOut("empty")
        return
    yield from body.findings
    own = review.own_id
    link = LinkTarget(f"{_SITE}/book/show/{own}", title, "goodreads.com") if own else None
    tags = clean_tags(review.tags.split(","))
    yield Document(
        id=identify(service, "", own) if own else identify_text(service, title, author),
        kind="post",
        text=with_rating(stars(review.rating), body.text),
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title if link else ": ".join(filter(None, (author, title))),
        author=author or None if link else None,
        date=parse_date(review.date),
        link=link,
        tags=tuple(tag for tag in tags if tag not in _SHELVES),
        media=body.media,
        warning=review.warning,
    )


def _reader_of(
    name: str, title: str, service: str, column: str, review_in: Callable[[_Cells], _Review]
) -> Reader:
    remark = Remark(f"A table of {service} does not say who may see a review.")

    def read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
        yield remark
        for entry in source.entries:
            seen: set[str] = set()
            for row in open_reviews(entry, column).rows():
                if not isinstance(row, Row):
                    yield row
                    continue
                for found in _document(review_in(row.cells), name, source.name):
                    is_repeat = isinstance(found, Document) and found.id in seen
                    yield LeftOut("duplicate") if is_repeat else found
                    if isinstance(found, Document):
                        seen.add(found.id)

    return Reader(name, title, recognise_formats(name), read, ("duplicate", "empty"))


READERS = (
    _reader_of(
        "goodreads",
        "the reviews in a library of Goodreads (CSV)",
        "Goodreads",
        "my review",
        _of_goodreads,
    ),
    _reader_of(
        "storygraph",
        "the reviews in a library of The StoryGraph (CSV)",
        "The StoryGraph",
        "review",
        _of_storygraph,
    ),
    _reader_of(
        "bookwyrm",
        "the reviews in a table of books of BookWyrm (CSV)",
        "BookWyrm",
        "review_content",
        _of_bookwyrm,
    ),
)
