"""Reads the bookmarks of Firefox (its backup, JSON) and Chrome (the file ``Bookmarks``, JSON)."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from sitegen.errors import DumpError
from sitegen.models import Document
from sitegen.readers.bookmarks import Bookmark, folder_tags, make_link_posts
from sitegen.readers.dates import from_epoch
from sitegen.readers.findings import Finding, Lost, ReadOptions, Remark
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import read_json
from sitegen.readers.streams.decoding import read_text_of

_WINDOWS_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_LATEST = 2100
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+"|[][{}]|"', re.DOTALL)
"""Strings, brackets, and the start of a string that is cut off."""
_CLOSING = {"{": "}", "[": "]"}
_OWN_FIREFOX_FOLDERS = frozenset(
    {"placesRoot", "bookmarksMenuFolder", "toolbarFolder", "unfiledBookmarksFolder", "mobileFolder"}
    | {"tagsFolder"}  # its folders are tags
)
_NO_PRIVACY = Remark(
    "The bookmarks are one person's own, and nothing in the file says which of them are public."
)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    yield from make_link_posts(_bookmarks(source), "bookmarks", source.name, options)


def _bookmarks(source: Source) -> Iterator[Bookmark | Finding]:
    yield _NO_PRIVACY
    for entry in source.entries:
        try:
            found = read_json(entry)
        except DumpError:
            found = _read_start(entry)
            if found is None:
                raise
            yield Lost("the rest of the file", entry.name, "it is cut off or not JSON there")
        roots = found.get("roots") if isinstance(found, dict) else None
        if isinstance(roots, dict):
            for root in roots.values():
                yield from _chrome(root, ())
        else:
            yield from _firefox(found, ())


def _read_start(entry: Entry) -> object:
    """The whole objects at the start of a file that is cut off; None if there are none."""
    text, _ = read_text_of(entry)
    stack: list[str] = []
    end, closing = 0, ""
    for found in _STRUCTURE.finditer(text):
        mark = found[0]
        if mark in _CLOSING:
            stack.append(_CLOSING[mark])
        elif stack and mark == stack[-1]:
            stack.pop()
            end, closing = found.end(), "".join(reversed(stack))
        elif mark in ("}", "]", '"'):
            break
    try:
        return json.loads(text[:end] + closing) if end else None
    except (ValueError, RecursionError):
        return None


def _chrome(node: object, folders: tuple[str, ...], *, is_root: bool = True) -> Iterator[Bookmark]:
    if not isinstance(node, dict):
        return
    if node.get("type") == "url":
        yield Bookmark(
            address=_text(node, "url") or "about:blank",
            title=_text(node, "name"),
            tags=folder_tags(folders),
            date=_windows_date(node.get("date_added")),
        )
    inner = folders if is_root else (*folders, _text(node, "name"))
    for child in _children(node):
        yield from _chrome(child, inner, is_root=False)


def _windows_date(value: object) -> datetime | None:
    """Microseconds since 1601, as Chrome counts them."""
    try:
        date = _WINDOWS_EPOCH + timedelta(microseconds=int(str(value)))
    except (ValueError, OverflowError):
        return None
    return date.replace(microsecond=0) if 1990 <= date.year <= _LATEST else None


def _firefox(node: object, folders: tuple[str, ...]) -> Iterator[Bookmark]:
    if not isinstance(node, dict):
        return
    if _text(node, "uri"):
        tags = _text(node, "tags").split(",")
        yield Bookmark(
            address=_text(node, "uri"),
            title=_text(node, "title"),
            note=_description_of(node),
            tags=(*folder_tags(folders), *tags),
            date=from_epoch(node.get("dateAdded")),
        )
    is_own = node.get("root") in _OWN_FIREFOX_FOLDERS
    inner = folders if is_own else (*folders, _text(node, "title"))
    for child in _children(node):
        yield from _firefox(child, inner)


def _description_of(node: Mapping[str, object]) -> str:
    """What old versions of Firefox kept as an annotation."""
    notes = node.get("annos")
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and note.get("name") == "bookmarkProperties/description":
            return _text(note, "value")
    return ""


def _children(node: Mapping[str, object]) -> list[object]:
    children = node.get("children")
    return children if isinstance(children, list) else []


def _text(node: Mapping[str, object], key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


READER = Reader(
    name="browser-bookmarks",
    title="bookmarks of Firefox or Chrome (JSON)",
    recognise=recognise_formats("browser-bookmarks"),
    read=_read,
    leaves_out=("private", "not a web address", "local address", "duplicate"),
)
