"""Reads the items that somebody starred or saved in a feed reader. The articles are others'."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.markdown import escape_post
from sitegen.readers.bookmarks import Bookmark, Quotation, bookmark_reader, without_private_ones
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Remark
from sitegen.readers.html import html_to_markdown, plain_text
from sitegen.readers.reader import recognise_formats
from sitegen.readers.records.texts import is_html
from sitegen.readers.records.values import name_of, tags_of
from sitegen.readers.restrictions import is_false
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import object_at, objects_in, text_at

_Item = Mapping[str, object]
_LISTS = ("items", "stories", "entries")
"""Where the list is in the JSON of Google Reader's interface, NewsBlur, and Miniflux."""
_STREAM = re.compile(r'"id"\s*:\s*"((?:user|feed)\\?/[^"]+)"')
_OWNER = re.compile(r"user/(\d+)/")
_NOT_CHOSEN = re.compile(r"feed/.*|.*/state/.*/(?:reading-list|read|like|broadcast-friends)")
"""Lists of what feeds delivered, and of what others shared."""
_STARRED = re.compile(r".*/(?:starred|global\.saved)")
_NOTED = Remark(
    "Notes on the items of a feed reader were read as words of the editor; the file does not say"
    " who may see them."
)


class _Words(NamedTuple):
    """What somebody wrote on an item."""

    text: str
    is_markdown: bool


def _bookmarks(source: Source, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    noted = False
    for found in without_private_ones(_items(source), options):
        if isinstance(found, Bookmark):
            noted = noted or bool(found.note or any(quoted.note for quoted in found.quotations))
        yield found
    if noted:
        yield _NOTED


def _items(source: Source) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        head = entry.head.json
        keys = head.outer if head else frozenset()
        path = tuple(key for key in _LISTS if key in keys)
        stream = _stream_of(entry) if path else ""
        for item in stream_items(entry, *path[:1]):
            if isinstance(item, Lost):
                yield item
            elif isinstance(item, dict):
                yield _bookmark(item, stream)
            else:
                yield LeftOut("unsupported")


def _stream_of(entry: Entry) -> str:
    """The id of the list, such as ``user/1/state/com.google/starred``; empty if it has none."""
    found = _STREAM.search(entry.head.text.partition('"items"')[0])
    return found[1].replace("\\/", "/") if found else ""


def _bookmark(item: _Item, stream: str) -> Bookmark | LeftOut:
    if "story_permalink" in item:
        return _of_newsblur(item)
    if "starred" in item:
        return _of_miniflux(item)
    return _of_google_reader(item, stream)


def _of_google_reader(item: _Item, stream: str) -> Bookmark | LeftOut:
    """An item as the interface of Google Reader gives it, which many others took over."""
    categories = item.get("categories")
    marks = [*_texts(categories), *(text_at(tag, "id") for tag in objects_in(item.get("tags")))]
    if _NOT_CHOSEN.fullmatch(stream) and not any(map(_STARRED.fullmatch, marks)):
        return LeftOut("other kind")
    owner = _OWNER.match(stream)
    notes = [n for n in objects_in(item.get("annotations")) if _is_by(owner, n)]
    origin = object_at(item, "origin")
    links = (_first_href(item.get(key)) for key in ("canonical", "alternate"))
    note = _words(_own_words(note) for note in notes if not _marked(note))
    return Bookmark(
        address=next(filter(None, links), text_at(item, "canonicalUrl")),
        title=plain_text(text_at(item, "title")),
        note=note.text,
        is_markdown=note.is_markdown,
        quotations=tuple(_quotation(note) for note in notes if _marked(note)),
        tags=(*_labels(categories), *_feedly_tags(item.get("tags"))),
        date=from_epoch(item.get("actionTimestamp")) or parse_date(_date(item)),
        author=name_of(item.get("author")),
        site=text_at(origin, "title"),
    )


def _is_by(owner: re.Match[str] | None, note: _Item) -> bool:
    """Whether a note is the owner's own, and not that of somebody who shared the item."""
    user = note.get("userId")
    return owner is None or not isinstance(user, str) or user == owner[1]


def _marked(note: _Item) -> str:
    """The words that an annotation marks: in a highlight (Feedly), or beside a note (Inoreader)."""
    return text_at(object_at(note, "highlight"), "text") or text_at(note, "text")


def _own_words(note: _Item) -> str:
    return next(filter(None, (text_at(note, key) for key in ("content", "comment", "note"))), "")


def _quotation(note: _Item) -> Quotation:
    words = _words([_own_words(note)])
    return Quotation(_marked(note), words.text, has_markdown_note=words.is_markdown)


def _words(notes: Iterable[str]) -> _Words:
    """Notes, one below the other: as they are, or as Markdown if one of them is HTML."""
    written = [note for note in notes if note]
    if not any(map(is_html, written)):
        return _Words("\n\n".join(written), is_markdown=False)
    markdown = (html_to_markdown(n).markdown if is_html(n) else escape_post(n) for n in written)
    return _Words("\n\n".join(markdown), is_markdown=True)


def _labels(categories: object) -> Iterator[str]:
    for category in _texts(categories):
        if "/label/" in category:
            yield category.partition("/label/")[2]


def _feedly_tags(tags: object) -> Iterator[str]:
    for tag in objects_in(tags):
        if "/tag/global." not in text_at(tag, "id"):
            yield from tags_of(dict(tag))


def _date(item: _Item) -> str:
    dates = (item.get(key) for key in ("published", "crawlTimeMsec", "updated"))
    return next((str(each) for each in dates if isinstance(each, str | int) and each), "")


def _first_href(links: object) -> str:
    found = (text_at(link, "href") for link in objects_in(links))
    return next(filter(None, found), "")


def _of_newsblur(story: _Item) -> Bookmark | LeftOut:
    if not (story.get("starred") or story.get("starred_date") or story.get("starred_timestamp")):
        return LeftOut("other kind")
    note = _words(text_at(story, key) for key in ("shared_comments", "user_notes"))
    return Bookmark(
        address=text_at(story, "story_permalink"),
        title=plain_text(text_at(story, "story_title")),
        note=note.text,
        is_markdown=note.is_markdown,
        quotations=tuple(Quotation(plain_text(text)) for text in _texts(story.get("highlights"))),
        tags=_texts(story.get("user_tags")),
        date=from_epoch(story.get("starred_timestamp"))
        or parse_date(text_at(story, "starred_date") or text_at(story, "story_date")),
        author=name_of(story.get("story_authors")),
    )


def _of_miniflux(entry: _Item) -> Bookmark | LeftOut:
    if is_false(entry.get("starred")):
        return LeftOut("other kind")
    feed = object_at(entry, "feed")
    return Bookmark(
        address=text_at(entry, "url"),
        title=plain_text(text_at(entry, "title")),
        date=parse_date(text_at(entry, "published_at")),
        author=name_of(entry.get("author")),
        site=text_at(feed, "title"),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


READER = bookmark_reader(
    "starred",
    "starred items of a feed reader (JSON)",
    recognise_formats("starred"),
    _bookmarks,
    "other kind",
)
