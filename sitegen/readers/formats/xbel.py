"""Reads bookmarks in XBEL, as floccus, Konqueror, Falkon and Otter write them.

The format is described at https://pyxml.sourceforge.net/topics/xbel/. It is read as a stream of
tags, so that of a file that is cut off all bookmarks before the cut are read.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from sitegen.hypertext.events import EndTag, StartTag, read_events
from sitegen.readers.bookmarks import Bookmark, bookmark_reader, folder_tags
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.findings import Finding, Lost, ReadOptions, Remark
from sitegen.readers.reader import recognise_files
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_EMPTY = re.compile(r"<title\s*/>")
"""An empty title, which HTML does not have: there, the rest of the text would be the title."""
_TEXTS = frozenset({"desc", "time_added"})
"""Elements whose text is read beside titles; the last one is of KDE, which counts seconds."""
_NO_PRIVACY = Remark(
    "The bookmarks are one person's own, and nothing in the file says which of them are public."
)


class _Parser:
    """Gathers the bookmarks, with the folders that they are in."""

    def __init__(self) -> None:
        self._folders: list[str] = []
        self._fields: dict[str, str] | None = None
        """Those of the open bookmark."""
        self._element = ""
        """The element whose text is being read."""

    def start(self, tag: StartTag) -> None:
        """Reads a start tag."""
        if tag.name == "folder":
            self._folders.append("")
        elif tag.name == "bookmark":
            self._fields = dict(tag.attributes)
        elif tag.name in _TEXTS and not tag.is_closed:
            self._element = tag.name

    def end(self, name: str) -> Bookmark | None:
        """Reads an end tag; returns the bookmark that it ends."""
        self._element = ""
        if name == "folder" and self._folders:
            self._folders.pop()
        if name != "bookmark" or (fields := self._fields) is None:
            return None
        self._fields = None
        return Bookmark(
            address=fields.get("href", "") or "about:blank",
            title=fields.get("title", ""),
            note=fields.get("desc", ""),
            tags=folder_tags(self._folders),
            date=parse_date(fields.get("added")) or from_epoch(fields.get("time_added")),
        )

    def title(self, title: str) -> None:
        """Reads the title of the open bookmark, or else of the innermost folder."""
        if self._fields is not None:
            self._fields["title"] = title
        elif self._folders:
            self._folders[-1] = title

    def text(self, text: str) -> None:
        """Reads a text."""
        if self._element and self._fields is not None:
            self._fields[self._element] = self._fields.get(self._element, "") + text


def _bookmarks(source: Source, _: ReadOptions) -> Iterator[Bookmark | Finding]:
    yield _NO_PRIVACY
    for entry in source.entries:
        text, findings = read_text_of(entry)
        yield from findings
        yield from _read(text)
        if "</xbel" not in text[-100:]:
            yield Lost("the rest of the file", entry.name, "it is cut off there")


def _read(text: str) -> Iterator[Bookmark]:
    parser = _Parser()
    text = _EMPTY.sub("", _CDATA.sub(lambda found: escape(found[1]), text))
    for event in read_events(text):
        name = ""
        if isinstance(event, StartTag):
            parser.start(event)
            name = event.name if event.is_closed else ""
        elif isinstance(event, EndTag):
            name = event.name
        elif isinstance(event, str):
            parser.text(event)
        elif event.name == "title":
            parser.title(unescape(event.text))
        if name and (bookmark := parser.end(name)):
            yield bookmark


READER = bookmark_reader(
    "xbel",
    "bookmarks in XBEL (as of floccus, Konqueror and Falkon)",
    recognise_files("xbel"),
    _bookmarks,
    service="bookmarks",
)
