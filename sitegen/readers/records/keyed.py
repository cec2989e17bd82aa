"""Finds records that stand in an object, each below its id, as Firebase exports them."""

import re
from collections.abc import Callable, Collection, Mapping

from sitegen.readers.dates import parse_date
from sitegen.readers.records.roles import roles_of
from sitegen.readers.records.samples import SAMPLE, are_records
from sitegen.readers.restrictions import plain_name
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_DEEPEST = 2
"""How many keys lead to such an object within others."""
_ID = re.compile(r"https?://\S+|(?=.*\d)[\w.:-]+|\w+(?:-\w+)+")
"""A number, an address, a date, a slug or a random id, but not the name of a field."""


def is_keyed(entry: Entry) -> bool:
    """Whether the object of a file has ids for keys, and records for values."""
    sample: list[object] = []
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            for key in cursor.members():
                if not _ID.fullmatch(key) or cursor.peek() != "{":
                    return False
                sample.append(cursor.value())
                if len(sample) == SAMPLE:
                    break
    except (OSError, BrokenJsonError, TooDeepError):
        pass
    return bool(sample) and are_records(sample)


def find_keyed(
    entry: Entry, names: Collection[str] | None, is_closed: Callable[[str], bool]
) -> tuple[str, ...]:
    """The keys that lead to such an object within the object of a file; empty if there is none.

    Args:
        entry: the file.
        names: the names that the last key may have; None for any.
        is_closed: tells whether an object with a name is not for publishing.
    """
    try:
        with entry.open() as file:
            cursor = Cursor(TextPieces(file))
            return _find_below(cursor, (), names, is_closed) or ()
    except (OSError, BrokenJsonError, TooDeepError):
        return ()


def _find_below(
    cursor: Cursor,
    path: tuple[str, ...],
    names: Collection[str] | None,
    is_closed: Callable[[str], bool],
) -> tuple[str, ...] | None:
    for key in cursor.members():
        if cursor.peek() != "{" or is_closed(key):
            cursor.skip()
        elif names is None or plain_name(key) in names:
            if _holds_records(cursor):
                return (*path, key)
        elif len(path) + 1 < _DEEPEST:
            if found := _find_below(cursor, (*path, key), names, is_closed):
                return found
        else:
            cursor.skip()
    return None


def _holds_records(cursor: Cursor) -> bool:
    """Whether the object here has ids for keys, and records for values; moves past it."""
    sample: list[object] = []
    are_ids = True
    for key in cursor.members():
        are_ids = are_ids and _ID.fullmatch(key) is not None
        if are_ids and len(sample) < SAMPLE:
            sample.append(cursor.value())
        else:
            cursor.skip()
    return are_ids and bool(sample) and are_records(sample)


def with_key(key: str, record: object) -> object:
    """A record with what its key says: its address, its date or its id, if it has none itself."""
    if not isinstance(record, Mapping):
        return record
    roles = roles_of(tuple(record))
    if key.startswith("http"):
        return record if "address" in roles or "permalink" in roles else {"url": key, **record}
    if "date" not in roles and parse_date(key):
        return {"date": key, **record}
    return record if "id" in roles else {"id": key, **record}
