"""Reads the bookmarks of Pinboard and Delicious as XML: the answer of ``posts/all``.

See https://pinboard.in/api/#posts_all.
"""

from collections.abc import Iterator

from sitegen.readers.bookmarks import Bookmark, bookmark_reader
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, ReadOptions
from sitegen.readers.pinboard import pinboard_note, pinboard_tags
from sitegen.readers.reader import recognise_files
from sitegen.readers.restrictions import is_false, is_true
from sitegen.readers.sources import Source
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node


def _bookmarks(source: Source, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        for item in stream_xml(entry, "post"):
            if not isinstance(item, Node):
                yield item
            elif item.local == "post":
                yield from _bookmark(item.attributes, options)


def _bookmark(attributes: dict[str, str], options: ReadOptions) -> Iterator[Bookmark | Finding]:
    is_private = is_false(attributes.get("shared")) or is_true(attributes.get("private"))
    if is_private and not (yield from options.admits("private")):
        return
    note, is_markdown = pinboard_note(attributes.get("extended", ""))
    yield Bookmark(
        address=attributes.get("href", ""),
        title=attributes.get("description", ""),
        note=note,
        is_markdown=is_markdown,
        tags=pinboard_tags(attributes.get("tag", "")),
        date=parse_date(attributes.get("time")),
    )


READER = bookmark_reader(
    "pinboard-xml",
    "bookmarks from Pinboard or Delicious (XML)",
    recognise_files("pinboard-xml"),
    _bookmarks,
    service="pinboard",
)
