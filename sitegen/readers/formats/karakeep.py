"""Reads the bookmarks that Karakeep, once Hoarder, exports as JSON.

The format is described by ``packages/shared/import-export/exporters.ts`` in its repository.
"""

from collections.abc import Iterator, Mapping

from sitegen.markdown import escape_post
from sitegen.readers.bookmarks import Bookmark, bookmark_reader, folder_tags
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Remark, Withheld
from sitegen.readers.reader import recognise_formats
from sitegen.readers.records.values import tags_of
from sitegen.readers.restrictions import is_true
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import list_of, object_at, text_at

_Item = Mapping[str, object]
_NO_PRIVACY = Remark(
    "The bookmarks are one person's own, and nothing in the file says which of them are public;"
    " notes without an address were left out unless you asked for private ones."
)
_PRIVACY_OF_LISTS = Remark(
    "Only lists of the file say whether they are public; bookmarks in no list are read, too."
)


def _bookmarks(source: Source, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        lists = _lists_in(entry)
        shared = frozenset(id_ for id_, each in lists.items() if is_true(each.get("public")))
        yield _PRIVACY_OF_LISTS if shared else _NO_PRIVACY
        for item in stream_items(entry, "bookmarks"):
            if isinstance(item, Lost):
                yield item
            elif isinstance(item, dict):
                yield from _admitted(item, lists, shared, options)
            else:
                yield LeftOut("unsupported")


def _lists_in(entry: Entry) -> Mapping[str, _Item]:
    """The lists that a person filled, by their ids; those of a search are none."""
    lists = (each for each in stream_items(entry, "lists") if isinstance(each, dict))
    return {text_at(each, "id"): each for each in lists if each.get("type") != "smart"}


def _admitted(
    item: _Item, lists: Mapping[str, _Item], shared: frozenset[str], options: ReadOptions
) -> Iterator[Bookmark | Finding]:
    """A bookmark, unless it is private; the lists that are not shared are no tags beside others."""
    own_lists = {str(each) for each in list_of(item.get("lists"))} & lists.keys()
    bookmark = _bookmark(item, {id_: lists[id_] for id_ in shared} if shared else lists)
    is_note = bool(bookmark.note and not bookmark.address)
    if not own_lists & shared and (is_note or (shared and own_lists)):
        withheld = Withheld(bookmark.address, bookmark.date) if bookmark.address else None
        if not (yield from options.admits("private", withheld=withheld)):
            return
    yield bookmark


def _bookmark(item: _Item, lists: Mapping[str, _Item]) -> Bookmark:
    held = object_at(item, "content")
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


READER = bookmark_reader(
    "karakeep", "bookmarks from Karakeep (JSON)", recognise_formats("karakeep"), _bookmarks
)
