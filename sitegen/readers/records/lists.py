"""Finds the list of records in a JSON file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.records.roles import (
    holds_private,
    holds_texts,
    plain_name,
    roles_of,
    unwrapped,
)
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_SAMPLE = 5
_DEEPEST = 4
_PHONE = re.compile(r"\+?[\d\s()/-]{5,}")
_MESSAGES = frozenset({"message", "dm", "chat", "sms"})
"""Types of records that are private."""
_LINKS = "_links"
"""Addresses for programs, in the Hypertext Application Language."""
_SENTENCE = 3
"""How many spaces a text has at least, in a list of texts; names have fewer."""
_USUAL = names_in(
    """
    posts items entries articles statuses tweets notes texts documents records data results hits
    nodes objects bookmarks links stories quotes highlights
    """
)
_NEVER = names_in(
    """
    comments users authors messages contacts likes favorites followers following friends members
    media attachments tags people accounts chats conversations events logs likedposts
    """
)


class RecordList(NamedTuple):
    """Where the records are."""

    path: tuple[str | int, ...]
    """For :func:`sitegen.readers.streams.stream_items`."""
    others: tuple[str, ...] = ()
    """The names of further lists before it."""


def find_list(entry: Entry) -> RecordList | None:
    """The list of a JSON file whose items have a text or a link, and are not private.

    In an object, a list with a usual name counts, such as ``posts``; otherwise the first that fits.
    """
    found: list[tuple[str | int, ...]] = []
    try:
        with entry.open() as file:
            for path in _lists_in(Cursor(TextPieces(file)), ()):
                found.append(path)
                if not path or plain_name(str(path[-1])) in _USUAL:
                    break
    except (OSError, BrokenJsonError, TooDeepError):
        pass
    if not found:
        return None
    usual = next((p for p in found if not p or plain_name(str(p[-1])) in _USUAL), found[0])
    others = tuple(str(path[-1]) for path in found if path and path != usual)
    return RecordList(usual, others if usual else ())


def _lists_in(cursor: Cursor, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths of the lists with records; moves past the value here."""
    match cursor.peek():
        case "[":
            yield from _list(cursor, path)
        case "{" if not path:
            yield from _outermost(cursor)
        case "{" if path[-1] == _LINKS:
            cursor.skip()
        case "{" if len(path) < _DEEPEST:
            for key in cursor.members():
                yield from _lists_in(cursor, (*path, key))
        case _:
            cursor.skip()


def _outermost(cursor: Cursor) -> Iterator[tuple[str | int, ...]]:
    """An object that holds lists, or is a record itself, as in JSON Lines.

    A record may hold lists deep within, or below keys for programs, such as ``_links``.
    """
    keys: list[str] = []
    held: list[tuple[str | int, ...]] = []
    for key in cursor.members():
        keys.append(key)
        for path in _lists_in(cursor, (key,)):
            held.append(path)
            yield path
    is_own = all(len(path) > 1 or str(path[0]).startswith("_") for path in held)
    is_whole = not held or "title" in roles_of(tuple(keys))
    if is_own and is_whole and holds_texts(keys) and not holds_private(keys):
        yield ()


def _list(cursor: Cursor, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if path and plain_name(str(path[-1])) in _NEVER:
        cursor.skip()
        return
    sample: list[object] = []
    try:
        for _ in cursor.items():
            if len(sample) < _SAMPLE:
                sample.extend(_item(cursor))
                if len(sample) == _SAMPLE and _are_records(sample):
                    yield path
            else:
                cursor.skip()
    except BrokenJsonError:
        if len(sample) < _SAMPLE and _are_records(sample):
            yield path
        raise
    if len(sample) < _SAMPLE and _are_records(sample):
        yield path


def _item(cursor: Cursor) -> Iterator[object]:
    try:
        yield cursor.value()
    except TooDeepError:
        cursor.skip()
    except BrokenJsonError:
        if not cursor.recover():
            raise


def _are_records(items: Sequence[object]) -> bool:
    records = [unwrapped(item) for item in items if isinstance(item, dict)]
    fitting = sum(_is_record(record) for record in records)
    sentences = sum(isinstance(item, str) and item.count(" ") >= _SENTENCE for item in items)
    return 2 * max(fitting, sentences) > len(items)


def _is_record(record: Mapping[str, object]) -> bool:
    roles = roles_of(tuple(record))
    kinds = {str(record[field]).casefold() for field in roles.get("type", ())}
    if holds_private(record) or not _MESSAGES.isdisjoint(kinds) or not holds_texts(record):
        return False
    if _PHONE.fullmatch(str(record.get("address"))):
        return False  # a text message
    fields = (*roles.get("address", ()), *roles.get("permalink", ()))
    is_link = any(isinstance(v := record[f], str) and v.startswith("http") for f in fields)
    return is_link or any(role in roles for role in ("text", "html", "quotation", "note"))
