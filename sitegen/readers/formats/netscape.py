"""Reads bookmarks that browsers and services export as HTML.

The format is described at
https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85).
Elements are rarely closed, so it is read as a stream of tags: a text reaches to the next tag that
starts something else.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from sitegen.hypertext.events import EndTag, Event, StartTag, read_events
from sitegen.models import Medium
from sitegen.readers.bookmarks import Bookmark, bookmark_reader, folder_tags
from sitegen.readers.dates import from_epoch
from sitegen.readers.findings import Finding, Lost, ReadOptions, Remark, Withheld
from sitegen.readers.html import html_to_markdown
from sitegen.readers.reader import recognise_formats
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_OWN_LISTS = re.compile(
    r"(?i)<title>\s*(?:Pocket Export|Instapaper: Export)"
    r"|<li>\s*<a\b[^<>]*\btime_added=[\"']\d{9,}"
)
"""How lists begin that are not of Netscape's form; a copy of one of Pocket may have no title."""
_OWN_LIST = 0.8
_OWN_NOTES = re.compile(r"\\?\[/?linkding-notes\\?\]")
"""What linkding writes around the notes, which stand behind the description."""
_CUT_TAG = re.compile(r"<(?:[A-Za-z/!][^<>]*)?\Z")
_LONGEST_TAG = 100_000
_NOT_PUBLIC = frozenset({"1", "true", "yes"})
_NO_PRIVACY = Remark(
    "The bookmarks are one person's own, and nothing in the file says which of them are public."
)


class _Folder(NamedTuple):
    name: str
    is_private: bool = False


class _Link(NamedTuple):
    """A link, with what has been read of it so far."""

    attributes: dict[str, str]
    folders: tuple[_Folder, ...]
    title: list[str]
    note: list[Event]


class _Parser:
    """Gathers the links, with their folders and notes, from tags and texts."""

    def __init__(self) -> None:
        self.links: list[_Link] = []
        self._folders: list[_Folder | None] = []
        self._has_folders = False
        """Whether folders are lists of definitions, as in all files but those of Instapaper."""
        self._folder: _Folder | None = None
        """The folder whose title was last read."""
        self._texts: list[Event] | None = None
        """Where the text goes; None if it is no part of anything."""
        self._names: list[str] = []
        self._in_note = False

    def read(self, events: Iterator[Event]) -> None:
        for event in events:
            if isinstance(event, StartTag):
                self._start(event)
            elif isinstance(event, EndTag):
                self._end(event)
            elif isinstance(event, str) and self._texts is not None:
                self._texts.append(event)

    def _start(self, tag: StartTag) -> None:
        match tag.name:
            case "a" if not self._in_note and "href" in tag.attributes:
                self._start_link(tag.attributes)
            case "h3" if not self._in_note:
                self._start_folder(tag.attributes)
            case "dd":
                self._in_note = True
                is_of_link = self.links and self._folder is None
                self._texts = self.links[-1].note if is_of_link else None
            case "dl":
                self._has_folders = True
                self._folders.append(self._finish_folder())
                self._stop()
            case "h1" if not self._in_note:
                self._stop()
                self._collect_name()
            case "ol" | "ul" if not (self._in_note or self._has_folders):  # of Instapaper
                self._folders = [_Folder("".join(self._names))]
            case "dt" | "hr" | "h1" | "h2":
                self._stop()
            case _ if self._in_note and self._texts is not None:
                self._texts.append(tag)

    def _end(self, tag: EndTag) -> None:
        if tag.name == "dl":
            if self._folders:
                self._folders.pop()
            self._stop()
            self._folder = None
        elif self._in_note and self._texts is not None and tag.name != "dd":
            self._texts.append(tag)
        elif tag.name in ("a", "h1", "h3"):
            self._texts = None

    def _start_link(self, attributes: dict[str, str]) -> None:
        folders = tuple(folder for folder in self._folders if folder)
        title: list[Event] = []
        self.links.append(_Link(attributes, folders, title, []))  # type: ignore[arg-type]
        self._texts = title
        self._folder = None
        self._in_note = False

    def _start_folder(self, attributes: dict[str, str]) -> None:
        self._stop()
        self._collect_name()
        is_own = any(key.endswith("_folder") for key in attributes)
        is_own = is_own or attributes.get("id", "").startswith("com.apple")
        self._folder = _Folder("\0" if is_own else "", _is_private(attributes))

    def _collect_name(self) -> None:
        self._names = []
        self._texts = self._names  # type: ignore[assignment]

    def _finish_folder(self) -> _Folder | None:
        folder, self._folder = self._folder, None
        if folder is None or folder.name == "\0":
            return folder and folder._replace(name="")
        return folder._replace(name="".join(self._names))

    def _stop(self) -> None:
        self._texts = None
        self._in_note = False


def _bookmarks(source: Source, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    for entry in source.entries:
        text, findings = read_text_of(entry)
        yield from findings
        parser = _Parser()
        parser.read(read_events(text))
        if not any("private" in link.attributes for link in parser.links):
            yield _NO_PRIVACY
        for link in parser.links:
            yield from _bookmark(link, options)
        if _CUT_TAG.search(text, max(0, len(text) - _LONGEST_TAG)):
            yield Lost("what follows the last bookmark", entry.name, "the file is cut off there")


def _bookmark(link: _Link, options: ReadOptions) -> Iterator[Bookmark | Finding]:
    attributes = link.attributes
    if _is_private(attributes) or any(folder.is_private for folder in link.folders):
        withheld = Withheld(attributes["href"].strip(), from_epoch(_date_of(attributes)))
        if not (yield from options.admits("private", withheld=withheld)):
            return
    address = attributes["href"].strip()
    note, is_markdown = _note_of(link.note)
    note = note or attributes.get("description", "") or attributes.get("comment", "")
    note = "\n\n".join(filter(None, (part.strip() for part in _OWN_NOTES.split(note))))
    is_text = _is_relative(address) and bool(note)  # a note of Shaarli
    cover = attributes.get("data-cover", "")
    yield Bookmark(
        address="" if is_text else address or "about:blank",
        title="".join(link.title),
        note=note,
        is_markdown=is_markdown,
        tags=(
            *folder_tags(folder.name for folder in link.folders),
            *_tags_in(attributes),
        ),
        date=from_epoch(_date_of(attributes)),
        media=(Medium(cover),) if cover.startswith("http") else (),
    )


def _tags_in(attributes: dict[str, str]) -> Iterator[str]:
    """The tags of a bookmark; where bookmarks may be private, so are tags that begin with a dot."""
    own = ("linkding:", ".") if "private" in attributes else "linkding:"
    for tag in attributes.get("tags", "").split(","):
        if not tag.strip().startswith(own):
            yield tag


def _date_of(attributes: dict[str, str]) -> str:
    return next((attributes[key] for key in ("add_date", "time_added") if attributes.get(key)), "")


def _is_private(attributes: dict[str, str]) -> bool:
    is_shared = attributes.get("shared", attributes.get("public", "1")).lower()
    return attributes.get("private", "").lower() in _NOT_PUBLIC or is_shared in ("0", "no", "false")


def _is_relative(address: str) -> bool:
    return address.startswith("?") or (address.startswith("/") and not address.startswith("//"))


def _note_of(events: Sequence[Event]) -> tuple[str, bool]:
    """The text of a note, and whether it is Markdown, since it has markup."""
    if all(isinstance(event, str) or event.name in ("br", "p") for event in events):
        return "".join(
            e if isinstance(e, str) else "\n" * isinstance(e, StartTag) for e in events
        ), False
    return html_to_markdown("".join(map(_html_of, events))).markdown, True


def _html_of(event: Event) -> str:
    if isinstance(event, str):
        return escape(event).replace("\n", "<br>") if event.strip() else event
    if isinstance(event, StartTag):
        written = "".join(f' {key}="{escape(value)}"' for key, value in event.attributes.items())
        return f"<{event.name}{written}>"
    return f"</{event.name}>" if isinstance(event, EndTag) else ""


def _recognise(source: Source) -> float:
    confidence = recognise_formats("bookmarks")(source)
    return _OWN_LIST if not confidence and _is_own_list(source) else confidence


def _is_own_list(source: Source) -> bool:
    return source.kind == "file" and _OWN_LISTS.search(source.head.text[:2000]) is not None


READER = bookmark_reader(
    "bookmarks",
    "bookmarks (Netscape HTML, as of browsers, Pinboard, Shaarli and Raindrop)",
    _recognise,
    _bookmarks,
)
