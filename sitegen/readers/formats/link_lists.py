"""Reads the bookmarks that services export as JSON."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from sitegen.markdown import escape_post
from sitegen.models import Medium
from sitegen.readers.bookmarks import Bookmark, Quotation, bookmark_reader, folder_tags
from sitegen.readers.dates import from_epoch, is_impossible, parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Withheld
from sitegen.readers.html import html_to_markdown, plain_text
from sitegen.readers.pinboard import pinboard_note, pinboard_tags
from sitegen.readers.reader import recognise_formats
from sitegen.readers.readwise import remarks_of
from sitegen.readers.records.values import name_of, tags_of
from sitegen.readers.restrictions import is_true
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import list_of, objects_in

_Item = Mapping[str, object]
_HACKER_NEWS = "https://news.ycombinator.com/item?id="
_DATED = re.compile(r"(?i)date|time|created|published|(?<=[a-z])_?at$")


class _Service(NamedTuple):
    """How a service names its fields."""

    name: str
    """Also that of its format in :mod:`sitegen.readers.detection`."""
    title: str
    bookmark: Callable[[_Item, ReadOptions], Iterator[Bookmark | Finding]]
    paths: tuple[tuple[str, ...], ...] = ()
    """Where the list may be; some services also give it alone."""
    leaves_out: tuple[Reason, ...] = ()
    formats: tuple[str, ...] = ()
    """The names of its other formats."""


def _text(item: _Item, *keys: str) -> str:
    return next((t for key in keys if isinstance(t := item.get(key), str) and t.strip()), "")


def _date(item: _Item, *keys: str) -> str:
    return next(
        (str(v) for key in keys if isinstance(v := item.get(key), str | int | float) and v), ""
    )


def _pinboard(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    is_private = ("shared" in item and not is_true(item["shared"])) or is_true(item.get("private"))
    if is_private:
        date = parse_date(_date(item, "time", "created_at"))
        withheld = Withheld(_text(item, "href", "url"), date)
        if not (yield from options.admits("private", withheld=withheld)):
            return
    tags = item.get("tags", item.get("tag"))
    note, is_markdown = pinboard_note(_text(item, "extended", "notes"))
    yield Bookmark(
        address=_text(item, "href", "url"),
        title=_text(item, "description", "title"),
        note=note,
        is_markdown=is_markdown,
        tags=pinboard_tags(tags if isinstance(tags, str) else " ".join(tags_of(tags))),
        date=parse_date(_date(item, "time", "created_at")),
    )


def _wallabag(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    notes = objects_in(item.get("annotations"))
    article = _article(item, options, "content")
    yield Bookmark(
        address=_text(item, "url", "given_url", "origin_url"),
        title=_text(item, "title"),
        note=article,
        is_markdown=bool(article),
        quotations=tuple(Quotation(_text(a, "quote"), _text(a, "text")) for a in notes),
        tags=tuple(tags_of(item.get("tags"))),
        date=parse_date(_date(item, "created_at")),
        author=name_of(item.get("published_by")),
        site=_text(item, "domain_name"),
        lang=_text(item, "language") or None,
        media=_cover(_text(item, "preview_picture")),
    )


def _cover(address: str) -> tuple[Medium, ...]:
    """The picture that a service shows of a page."""
    return (Medium(address),) if address.startswith("http") else ()


def _article(item: _Item, options: ReadOptions, key: str) -> str:
    """The article itself, which is somebody else's, if it is asked for."""
    content = _text(item, key) if options.with_articles else ""
    return html_to_markdown(content, base=_text(item, "url") or None).markdown if content else ""


def _goodlinks(item: _Item, _: ReadOptions) -> Iterator[Bookmark | Finding]:
    marks = objects_in(item.get("highlights"))
    yield Bookmark(
        address=_text(item, "url", "originalURL"),
        title=_text(item, "title"),
        quotations=tuple(Quotation(_text(m, "content", "text"), _text(m, "note")) for m in marks),
        tags=tuple(tags_of(item.get("tags", item.get("tagNames")))),
        date=parse_date(_date(item, "addedAt")),
        author=_text(item, "author"),
    )


def _readwise(book: _Item, _: ReadOptions) -> Iterator[Bookmark | Finding]:
    """The highlights of a book or an article, as https://readwise.io/api_deets describes them."""
    address = _text(book, "source_url")
    title = _text(book, "readable_title", "title")
    for mark in objects_in(book.get("highlights")):
        remarks = remarks_of(_text(mark, "note"), tags_of(mark.get("tags")))
        is_gone = any(is_true(each.get("is_deleted")) for each in (mark, book))
        is_gone = is_gone or is_true(mark.get("is_discard"))
        if reason := "trash" if is_gone else remarks.reason:
            yield LeftOut(reason)
            continue
        text = _text(mark, "text")
        yield Bookmark(
            address=address if address.startswith("http") else "",
            title=title,
            quotations=(Quotation(text, remarks.note),),
            tags=(*remarks.tags, *tags_of(book.get("book_tags"))),
            date=parse_date(_date(mark, "highlighted_at", "created_at")),
            author=_text(book, "author"),
            own_id="\0".join((title, text)),
        )


def _linkwarden(collection: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    for item in list_of(collection.get("links")):
        if not isinstance(item, dict):
            yield LeftOut("unsupported")
            continue
        if not is_true(collection.get("isPublic")) and not (yield from options.admits("private")):
            continue
        if not _text(item, "url"):  # a file that was uploaded
            yield LeftOut("attachment")
            continue
        yield Bookmark(
            address=_text(item, "url"),
            title=_text(item, "name", "title"),
            note=_text(item, "description"),
            tags=(*folder_tags([_text(collection, "name")]), *tags_of(item.get("tags"))),
            date=parse_date(_date(item, "importDate", "createdAt")),
        )


def _linkding(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    """Of a bookmark that is not shared, the export as HTML says that it is private.

    Versions before 1.9 share none.
    """
    if "shared" in item and not is_true(item["shared"]):
        date = parse_date(_date(item, "date_added"))
        if not (yield from options.admits("private", withheld=Withheld(_text(item, "url"), date))):
            return
    description, notes = _text(item, "description"), _text(item, "notes")
    if notes and description:
        notes = f"{escape_post(description)}\n\n{notes}"
    yield Bookmark(
        address=_text(item, "url"),
        title=_text(item, "title", "website_title"),
        note=notes or description,
        is_markdown=bool(notes),
        tags=tuple(tags_of(item.get("tag_names"))),
        date=parse_date(_date(item, "date_added")),
    )


def _shiori(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    """``html`` and ``excerpt`` are those of the page."""
    date = parse_date(_date(item, "createdAt", "modified"))
    reasons: tuple[Reason, ...] = () if is_true(item.get("public")) else ("private",)
    if not (yield from options.admits(*reasons, withheld=Withheld(_text(item, "url"), date))):
        return
    article = _article(item, options, "html")
    yield Bookmark(
        address=_text(item, "url"),
        title=_text(item, "title"),
        note=article,
        is_markdown=bool(article),
        tags=tuple(tags_of(item.get("tags"))),
        date=date,
        author=_text(item, "author"),
    )


def _feedbin(item: _Item, _: ReadOptions) -> Iterator[Bookmark | Finding]:
    yield Bookmark(
        address=_text(item, "url"),
        title=plain_text(_text(item, "title")),
        date=parse_date(_date(item, "published")),
        author=_text(item, "author"),
    )


def _hypothesis(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    """An annotation of a page: the words that it marks, and what was noted on them."""
    if not (yield from options.admits(*_reasons_against_annotation(item))):
        return
    selectors = [
        s for target in objects_in(item.get("target")) for s in objects_in(target.get("selector"))
    ]
    marked = next(filter(None, (_text(selector, "exact") for selector in selectors)), "")
    titles = [list_of(each.get("title")) for each in objects_in(item.get("document"))]
    note = _text(item, "text")
    yield Bookmark(
        address=_text(item, "uri"),
        title=next((title for each in titles for title in each if isinstance(title, str)), ""),
        note="" if marked else note,
        is_markdown=not marked,
        quotations=(Quotation(marked, note, has_markdown_note=True),) if marked else (),
        tags=tuple(tags_of(item.get("tags"))),
        date=parse_date(_date(item, "created")),
    )


def _reasons_against_annotation(item: _Item) -> Iterator[Reason]:
    permissions = objects_in(item.get("permissions"))
    readers = [reader for each in permissions for reader in list_of(each.get("read"))]
    if "group:__world__" not in readers:
        yield "private"
    if is_true(item.get("hidden")):  # by the moderators of a group
        yield "hidden"
    if item.get("references"):
        yield "reply"


def _hacker_news(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    yield from _hacker_news_item(item, options)
    for reply in objects_in(item.get("children")):
        yield from _hacker_news(reply, options)


def _hacker_news_item(item: _Item, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    identifier = str(item.get("objectID") or item.get("id") or "")
    if is_true(item.get("deleted")) or is_true(item.get("dead")):
        yield LeftOut("trash")
        return
    is_comment = item.get("type") == "comment" or ("comment_text" in item and item["comment_text"])
    if is_comment and not (yield from options.admits("comment")):
        return
    if item.get("type") == "pollopt":  # a choice of a poll
        yield LeftOut("other kind")
        return
    html = _text(item, "comment_text", "story_text", "text")
    address = _text(item, "url", "story_url")
    yield Bookmark(
        address=address or (_HACKER_NEWS + identifier if not html else ""),
        title=_text(item, "title", "story_title"),
        note=html_to_markdown(html).markdown if html else "",
        is_markdown=bool(html),
        date=parse_date(_text(item, "created_at"))
        or from_epoch(item.get("time", item.get("created_at_i"))),
        author=name_of(item.get("author") or item.get("by")),
        source=_HACKER_NEWS + identifier if identifier else None,
        own_id=identifier,
    )


_SERVICES = (
    _Service("pinboard", "bookmarks from Pinboard (JSON)", _pinboard, formats=("delicious",)),
    _Service("wallabag", "articles saved in wallabag (JSON)", _wallabag, (("_embedded", "items"),)),
    _Service(
        "readwise-json", "highlights from Readwise (JSON)", _readwise, (("results",),), ("trash",)
    ),
    _Service("goodlinks", "links saved in GoodLinks (JSON)", _goodlinks),
    _Service(
        "linkwarden",
        "bookmarks from Linkwarden (JSON)",
        _linkwarden,
        (("collections",),),
        ("attachment",),
    ),
    _Service("linkding", "bookmarks from linkding (JSON)", _linkding, (("results",),)),
    _Service("shiori", "bookmarks from Shiori (JSON)", _shiori, (("bookmarks",),)),
    _Service("feedbin", "starred items of Feedbin (JSON)", _feedbin),
    _Service(
        "hypothesis",
        "annotations from Hypothesis (JSON)",
        _hypothesis,
        (("annotations",), ("rows",)),
        ("hidden", "reply"),
    ),
    _Service(
        "hackernews",
        "posts on Hacker News (JSON)",
        _hacker_news,
        (("hits",),),
        ("comment", "trash"),
    ),
)


def _bookmarks(
    service: _Service, source: Source, options: ReadOptions
) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        for item in stream_items(entry, *_path_in(entry, service)):
            if isinstance(item, Lost):
                yield item
            elif isinstance(item, dict):
                for found in service.bookmark(item, options):
                    yield found
                    if isinstance(found, Bookmark) and not found.date:
                        yield from _lost_dates(item, f"{entry.name}: {found.address}")
            else:
                yield LeftOut("unsupported")


def _lost_dates(item: _Item, where: str) -> Iterator[Lost]:
    """The dates of a bookmark that has none, as no calendar has them."""
    for key, value in item.items():
        if _DATED.search(key) and is_impossible(value):
            yield Lost(f"the date “{value}”", where, "there is no such day")


def _path_in(entry: Entry, service: _Service) -> tuple[str, ...]:
    head = entry.head.json
    return next((p for p in service.paths if head is None or p[0] in head.outer), ())


READERS = tuple(
    bookmark_reader(
        service.name,
        service.title,
        recognise_formats(service.name, *service.formats),
        partial(_bookmarks, service),
        *service.leaves_out,
    )
    for service in _SERVICES
)
