"""Reads the bookmarks of Firefox (its backup, JSON) and Chrome (the file ``Bookmarks``, JSON)."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from sitegen.errors import DumpError
from sitegen.readers.bookmarks import Bookmark, bookmark_reader, folder_tags
from sitegen.readers.dates import from_epoch
from sitegen.readers.findings import Finding, Lost, ReadOptions, Remark
from sitegen.readers.reader import recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import read_json
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.streams.json_values import list_of, objects_in, text_at

_WINDOWS_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_LATEST = 2100
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+"|[][{}]|"', re.DOTALL)
"""Strings, brackets, and the start of a string that is cut off."""
_DESCRIPTION = "bookmarkProperties/description"
_CLOSING = {"{": "}", "[": "]"}
_OWN_FIREFOX_FOLDERS = frozenset(
    {"placesRoot", "bookmarksMenuFolder", "toolbarFolder", "unfiledBookmarksFolder", "mobileFolder"}
    | {"tagsFolder"}  # its folders are tags
)
_NO_PRIVACY = Remark(
    "The bookmarks are one person's own, and nothing in the file says which of them are public."
)


def _bookmarks(source: Source, _: ReadOptions) -> Iterator[Bookmark | Finding]:
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
            address=text_at(node, "url") or "about:blank",
            title=text_at(node, "name"),
            tags=folder_tags(folders),
            date=_windows_date(node.get("date_added")),
        )
    inner = folders if is_root else (*folders, text_at(node, "name"))
    for child in list_of(node.get("children")):
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
    if text_at(node, "uri"):
        tags = text_at(node, "tags").split(",")
        yield Bookmark(
            address=text_at(node, "uri"),
            title=text_at(node, "title"),
            note=_description_of(node),
            tags=(*folder_tags(folders), *tags),
            date=from_epoch(node.get("dateAdded")),
        )
    is_own = node.get("root") in _OWN_FIREFOX_FOLDERS
    inner = folders if is_own else (*folders, text_at(node, "title"))
    for child in list_of(node.get("children")):
        yield from _firefox(child, inner)


def _description_of(node: Mapping[str, object]) -> str:
    """What old versions of Firefox kept as an annotation."""
    notes = (each for each in objects_in(node.get("annos")) if each.get("name") == _DESCRIPTION)
    return next((text_at(note, "value") for note in notes), "")


READER = bookmark_reader(
    "browser-bookmarks",
    "bookmarks of Firefox or Chrome (JSON)",
    recognise_formats("browser-bookmarks"),
    _bookmarks,
    service="bookmarks",
)
