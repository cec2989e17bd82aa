"""Makes documents of the pages of a graph."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of
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
from sitegen.readers.folder_names import reason_of_folder
from sitegen.readers.formats.outlines.blocks import BlockWriter, texts_in
from sitegen.readers.formats.outlines.pages import Block, GraphPage
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.fields import author_of, date_of, link_of, source_of, tags_of
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.obsidian import tags_in
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.restrictions import is_yes, reason_of_written_title, telling_fields
from sitegen.readers.sources import Entry, Source

_Pages = Iterator[GraphPage | Lost]
ReadPages = Callable[[Entry], _Pages]
_DAY = re.compile(
    r"(?:[^\W\d]{3,9} \d{1,2}(?:st|nd|rd|th), \d{4}|\d{4}[-_/.]\d\d?[-_/.]\d\d?)", re.IGNORECASE
)
"""The title of the page of a day."""
_FIELD = re.compile(r"\s*(?P<key>[^\W\d_][\w -]{0,30})::[ \t]*(?P<value>[^\n]*)(?:\n|\Z)")
_OF_PROGRAM = re.compile(r"(?:roam|logseq)/.*|contents|favorites|card|templates?", re.IGNORECASE)
"""Pages that set up the program, or list others."""
_PUBLIC = ("public", "publish")
_KNOWN = frozenset({"tags", "tag", "alias", "aliases", "author", "source", "date", "type", "title"})
"""Properties that are no text."""
_MARKED = re.compile(r"#?\[\[([^\[\]]*)\]\]|#(\w[\w/-]*)")
"""A page or a tag."""
_DIALECT = Dialect(joins_lines=False, has_tags=False, has_blocks=True, is_in_folder=True)


def read_graph(
    service: str, pages_in: ReadPages
) -> Callable[[Source, ReadOptions], Iterator[Document | Finding]]:
    """A function that reads the graphs of a service.

    Args:
        service: its name.
        pages_in: finds the pages in a file.
    """

    def read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
        for entry in source.entries:
            if entry.head.json is not None:
                yield from _Graph(service, source, options, partial(pages_in, entry)).documents()

    return read


class _Graph:
    """Reads the pages of a file several times: a page may show blocks of later ones."""

    def __init__(
        self, service: str, source: Source, options: ReadOptions, pages: Callable[[], _Pages]
    ) -> None:
        self._service = service
        self._dump = source.name
        self._options = options
        self._pages = pages
        self._are_published = any(_is_public(p) for p in pages() if isinstance(p, GraphPage))
        """Whether some pages say that they are public: the others are not."""

    def documents(self) -> Iterator[Document | Finding]:
        """The documents of the pages, which show no block of a page that is left out."""
        texts: dict[str, str] = {}
        for page in self._pages():
            if isinstance(page, GraphPage) and self._is_read(page):
                texts |= texts_in(page.blocks)
        for page in self._pages():
            if isinstance(page, Lost):
                yield page
            else:
                yield from self._document(page, texts)

    def _is_read(self, page: GraphPage) -> bool:
        reasons = self._reasons(page)
        return not reasons or isinstance(self._options.admit(*reasons), Included)

    def _reasons(self, page: GraphPage) -> tuple[Reason, ...]:
        unnamed = self._are_published and not _is_public(page)
        return (*_reasons(page), *(("not public",) if unnamed else ()))

    def _document(self, page: GraphPage, texts: Mapping[str, str]) -> Iterator[Document | Finding]:
        if not (yield from self._options.admits(*self._reasons(page))):
            return
        writer = BlockWriter(texts, is_roam=self._service == "roam")
        fields = _fields_of(page)
        body = convert_body(writer.write(_shown(page)), fields, lambda _: None, _DIALECT)
        if not body.text:
            yield LeftOut("empty")
            return
        title, date = _title_and_date(page)
        yield Document(
            id=identify(self._service, self._dump, page.uid or page.title),
            kind=kind_of(title, body.text),
            text=body.text,
            place=DumpPlace(self._dump),
            is_markdown=True,
            title=title,
            author=author_of(fields),
            date=date_of(fields) or date,
            updated=page.updated,
            source=source_of(fields),
            link=link_of(fields),
            tags=tuple(dict.fromkeys((*tags_of(fields), *body.tags, *writer.tags))),
            media=body.media,
            locations=(f"{page.title}.md",),
        )
        yield from losses_in(body.lost, body.media, page.title)
        yield from _lost_in(writer, page.title)


def _lost_in(writer: BlockWriter, where: str) -> Iterator[Lost]:
    if writer.missing:
        yield Lost("the text of a block elsewhere", where, "its page is missing or left out")
    if writer.results:
        yield not_shown("the result of a query", where)


def _reasons(page: GraphPage) -> Iterator[Reason]:
    """Each reason why a page is left out by default, by itself."""
    fields, (title, date) = _fields_of(page), _title_and_date(page)
    if _OF_PROGRAM.fullmatch(page.title):
        yield "other kind"
    tags = [*tags_of(fields), *(tag for _, text in texts_in(page.blocks) for tag in _tags_in(text))]
    yield from reasons_to_leave_out({**fields, "tags": tags}, date)
    if reason := reason_of_written_title(title):
        yield reason
    yield from filter(None, map(reason_of_folder, page.title.split("/")[:-1]))


def _tags_in(text: str) -> Iterator[str]:
    yield from tags_in(text)
    yield from re.findall(r"#\[\[([^\[\]\n]+)\]\]", text)


def _is_public(page: GraphPage) -> bool:
    fields = _fields_of(page)
    return any(is_yes(fields.get(key)) for key in _PUBLIC)


def _fields_of(page: GraphPage) -> Mapping[str, object]:
    """What a page says of itself: in its properties, or in blocks at its top."""
    found = {plain_key(key): value for key, value in page.fields.items() if key != "title"}
    for block in page.blocks:
        for line in _FIELD.finditer(block.text):
            found.setdefault(plain_key(line["key"]), _value(line["value"]))
    return found


def _value(text: str) -> object:
    """A value without marks around its words: a list, if links or tags are all of it."""
    marked = [a or b for a, b in _MARKED.findall(text)]
    if marked and not _MARKED.sub("", text).strip(" ,"):
        return marked
    return _MARKED.sub(r"\1\2", text).strip()


def _shown(page: GraphPage) -> tuple[Block, ...]:
    """The blocks of a page, without those that only say something of it."""
    return tuple(block for block in page.blocks if block.blocks or not _is_property(block.text))


def _is_property(text: str) -> bool:
    found = _FIELD.fullmatch(text)
    return found is not None and (
        plain_key(found["key"]) in _KNOWN or bool(telling_fields((plain_key(found["key"]),)))
    )


def _title_and_date(page: GraphPage) -> tuple[str | None, datetime | None]:
    """The title of a page, and its date; the page of a day has no title."""
    day = parse_date(page.title.replace("_", "-")) if _DAY.fullmatch(page.title) else None
    return (None, day) if day else (page.title, page.created)
