"""Reads the bookmarks that Karakeep, once Hoarder, exports as JSON.

The format is described by ``packages/shared/import-export/exporters.ts`` in its repository.
"""

from collections.abc import Iterator, Mapping

from sitegen.markdown import escape_post
from sitegen.models import Document
from sitegen.readers.bookmarks import Bookmark, folder_tags, make_link_posts
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.records.values import tags_of
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import list_of, text_at

_Item = Mapping[str, object]


def _read(source: Source, _: ReadOptions) -> Iterator[Document | Finding]:
    yield from make_link_posts(_bookmarks(source), "karakeep", source.name)


def _bookmarks(source: Source) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        lists = _lists_in(entry)
        for item in stream_items(entry, "bookmarks"):
            if isinstance(item, Lost):
                yield item
            elif isinstance(item, dict):
                yield _bookmark(item, lists)
            else:
                yield LeftOut("unsupported")


def _lists_in(entry: Entry) -> Mapping[str, _Item]:
    """The lists that a person filled, by their ids; those of a search are none."""
    lists = (each for each in stream_items(entry, "lists") if isinstance(each, dict))
    return {text_at(each, "id"): each for each in lists if each.get("type") != "smart"}


def _bookmark(item: _Item, lists: Mapping[str, _Item]) -> Bookmark:
    content = item.get("content")
    held: _Item = content if isinstance(content, dict) else {}
    text = text_at(held, "text") if held.get("type") == "text" else ""
    note = text_at(item, "note")
    return Bookmark(
        address=text_at(held, "url"),
        title=text_at(item, "title") or text_at(held, "title"),
        note=f"{text}\n\n{escape_post(note)}" if text else note,
        is_markdown=bool(text),
        tags=(*tags_of(item.get("tags")), *_names_of_lists(item, lists)),
        date=from_epoch(item.get("createdAt")) or parse_date(text_at(item, "createdAt")),
    )


def _names_of_lists(item: _Item, lists: Mapping[str, _Item]) -> Iterator[str]:
    """The names of the lists that a bookmark is in, each after those of the lists around it."""
    for identifier in list_of(item.get("lists")):
        found = lists.get(str(identifier))
        path: list[_Item] = []
        while found and found not in path:
            path.insert(0, found)
            found = lists.get(text_at(found, "parentId"))
        yield from folder_tags(text_at(each, "name") for each in path)


READER = Reader(
    name="karakeep",
    title="bookmarks from Karakeep (JSON)",
    recognise=recognise_formats("karakeep"),
    read=_read,
    leaves_out=("duplicate", "not a web address", "local address"),
)
