"""The items of a list in JSON, one after another."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from sitegen.readers.findings import Lost
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces, open_text
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_Item = TypeVar("_Item")
_MOST_BROKEN = 20
"""How many broken items of a file are reported one by one."""


def stream_items(entry: Entry, *path: str | int) -> Iterator[object | Lost]:
    """The items of a list, each parsed when it is reached.

    The file may be JSON, JSON Lines, or JavaScript that assigns JSON. What is not JSON, and the
    rest of a file that is cut off, is a :class:`Lost`.

    Args:
        entry: the file.
        path: the keys and indexes that lead to the list: ``"chats", "list"``. Without any, the list
            is the file, or the file has a value on each line. An object is a list of one item.
    """
    yield from _stream(entry, lambda cursor: _items(cursor, path, entry))


def stream_members(entry: Entry, *path: str) -> Iterator[tuple[str, object] | Lost]:
    """The keys and values of an object, each parsed when it is reached."""
    yield from _stream(entry, lambda cursor: _members(cursor, path, entry))


def _stream(
    entry: Entry, read: Callable[[Cursor], Iterator[_Item | Lost]]
) -> Iterator[_Item | Lost]:
    """What ``read`` finds in a file, and the rest that is not JSON."""
    try:
        with open_text(entry) as (pieces, findings):
            try:
                cursor = Cursor(pieces)
                yield from read(cursor)
            except BrokenJsonError as error:
                yield _lost_rest(cursor, entry, error)
            for finding in findings:
                yield finding if isinstance(finding, Lost) else _lost_characters(entry)
    except OSError as error:
        yield Lost("a file", entry.name, f"it cannot be read: {error.strerror or error}")


def read_json(entry: Entry) -> object:
    """The value of a small file.

    Raises:
        DumpError: it is not JSON, is cut off, or cannot be read.
    """
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            try:
                return cursor.value()
            except BrokenJsonError:
                raise entry.error("is not JSON, or is cut off", line=cursor.line) from None
            except TooDeepError:
                raise entry.error("has too many levels", line=cursor.line) from None
    except OSError as error:
        raise entry.error(f"cannot be read: {error.strerror or error}") from None


def read_fields(entry: Entry) -> Mapping[str, object]:
    """The texts, numbers and so on directly in the object of a file, without lists and objects.

    It is what is known before the file ends or is broken.
    """
    fields: dict[str, object] = {}
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            for key in cursor.members():
                if cursor.peek() in ("[", "{"):
                    cursor.skip()
                else:
                    fields[key] = cursor.value()
    except (OSError, BrokenJsonError):
        pass
    return fields


def _members(
    cursor: Cursor, path: tuple[str, ...], entry: Entry
) -> Iterator[tuple[str, object] | Lost]:
    if all(_descend(cursor, step) for step in path):
        for key in cursor.members():
            item = _item(cursor, entry)
            yield item if isinstance(item, Lost) else (key, item)


def _items(cursor: Cursor, path: tuple[str | int, ...], entry: Entry) -> Iterator[object | Lost]:
    if path:
        yield from _items_below(cursor, path, entry)
    elif cursor.peek() == "[":
        yield from _list(cursor, entry)
        while cursor.skip_assignment():
            yield from _list(cursor, entry)
        yield from _lines(cursor, entry)
    else:
        yield from _lines(cursor, entry)


def _items_below(
    cursor: Cursor, path: tuple[str | int, ...], entry: Entry
) -> Iterator[object | Lost]:
    """The items at a path; of all lists with the last key, as archives of Mastodon have two."""
    *steps, last = path
    if not all(_descend(cursor, step) for step in steps):
        return
    if isinstance(last, int):
        if _descend(cursor, last):
            yield from _values(cursor, entry)
        return
    for key in cursor.members():
        if key == last:
            yield from _values(cursor, entry)
        else:
            cursor.skip()


def _values(cursor: Cursor, entry: Entry) -> Iterator[object | Lost]:
    """The items of the list here, or the value that is none."""
    yield from _list(cursor, entry) if cursor.peek() == "[" else (_item(cursor, entry),)


def _descend(cursor: Cursor, step: str | int) -> bool:
    """Moves to the value with a key, or with an index; returns whether there is one."""
    if isinstance(step, str):
        for key in cursor.members():
            if key == step:
                return True
            cursor.skip()
        return False
    if not cursor.take("["):
        return False
    for _ in range(step):
        cursor.skip()
        if not cursor.take(","):
            return False
    return cursor.peek() not in ("]", "")


def _list(cursor: Cursor, entry: Entry) -> Iterator[object | Lost]:
    broken = 0
    for _ in cursor.items():
        line = cursor.line
        try:
            item = _item(cursor, entry)
        except BrokenJsonError as error:
            if not cursor.recover():
                raise
            broken += 1
            if broken <= _MOST_BROKEN:
                yield Lost("an item", f"{entry.name}, line {line}", f"it is not JSON: {error}")
        else:
            yield item
    if broken > _MOST_BROKEN:
        further = broken - _MOST_BROKEN
        yield Lost(f"{further:,} more items", entry.name, "they are not JSON")


def _item(cursor: Cursor, entry: Entry) -> object | Lost:
    """The value here; :class:`Lost` if it has too many levels."""
    try:
        return cursor.value()
    except TooDeepError:
        line = cursor.line
        cursor.skip()
        return Lost("an item", f"{entry.name}, line {line}", "it has too many levels")


def _lines(cursor: Cursor, entry: Entry) -> Iterator[object | Lost]:
    """The values on the lines of JSON Lines; a line that is not JSON is lost."""
    broken = 0
    while cursor.peek():
        try:
            item = _item(cursor, entry)
        except BrokenJsonError as error:
            broken += 1
            if broken <= _MOST_BROKEN:
                where = f"{entry.name}, line {cursor.line}"
                yield Lost("a line", where, f"it is not JSON: {error}")
            if not cursor.skip_line():
                break
        else:
            yield item
    if broken > _MOST_BROKEN:
        yield Lost(f"{broken - _MOST_BROKEN:,} more lines", entry.name, "they are not JSON")


def _lost_characters(entry: Entry) -> Lost:
    why = "the file is not UTF-8, and was read as Windows-1252"
    return Lost("perhaps some characters", entry.name, why)


def _lost_rest(cursor: Cursor, entry: Entry, error: BrokenJsonError) -> Lost:
    return Lost(
        "the rest of the file",
        f"{entry.name}, line {cursor.line}",
        f"it is cut off or not JSON from there on: {error}",
    )
