"""What stands around the list of records in a JSON file: it may say that none of them is public.

So do the state of a notebook, the privacy of a collection, and an account that only its followers
see, beside their texts. The account tells, too, which of the texts are by others, and a legend what
codes in them mean.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.findings import Reason
from sitegen.readers.records.legends import Legend, legends_in, short_value
from sitegen.readers.records.owners import people_in
from sitegen.readers.restrictions import (
    Field,
    is_no,
    is_yes,
    plain_name,
    restrictions_of,
    telling_fields,
)
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_OWNERS = names_in("owner account me profile user exportedby exportedfor exportof viewer")
_ANSWERED = frozenset({"mark", "flag", "switch"})
"""Kinds of fields that count with a yes or no only: a number may be that of such texts."""
_IN_WORDS = frozenset({"audience", "password"})
_STATES = frozenset({"draft", "private", "trash"})
"""States of what is published; others may be those of an answer, such as “pending”."""


class Surroundings(NamedTuple):
    """What the objects say that hold a list."""

    reasons: tuple[Reason, ...] = ()
    """Why none of its records is public."""
    owners: frozenset[str] = frozenset()
    """The ids and names of those whose export it is."""
    legends: tuple[Legend, ...] = ()
    """What the codes in the records mean."""


def surroundings_of(entry: Entry, path: Sequence[str | int]) -> Surroundings:
    """What stands around a list in a file.

    Args:
        entry: the file.
        path: the keys that lead to the list.
    """
    fields: list[tuple[str, object]] = []
    try:
        with entry.open() as file:
            fields.extend(_fields(Cursor(TextPieces(file)), path))
    except (OSError, BrokenJsonError, TooDeepError):
        pass  # reading the list tells what is broken
    return surroundings_in(fields)


def surroundings_in(fields: Iterable[tuple[str, object]]) -> Surroundings:
    """What fields say that stand around a list, given as names and values."""
    reasons: dict[Reason, None] = {}
    owners: set[str] = set()
    legends: list[Legend] = []
    for name, value in fields:
        found = tuple(legends_in(name, value))
        legends += found
        for field in () if found or isinstance(value, list) else telling_fields((name,)):
            reasons |= dict.fromkeys(_reasons_of(field, value))
        if plain_name(name) in _OWNERS:
            owners |= people_in(value)
    return Surroundings(tuple(reasons), frozenset(owners), tuple(legends))


def _fields(cursor: Cursor, path: Sequence[str | int]) -> Iterator[tuple[str, object]]:
    """The fields of the object here, and of those within it that lead to the list."""
    if not path or isinstance(path[0], int):
        return
    for key in cursor.members():
        if key == path[0] and cursor.peek() == "{":
            yield from _fields(cursor, path[1:])
        elif key == path[0]:
            cursor.skip()
        else:
            yield key, short_value(cursor)


def _reasons_of(field: Field, value: object) -> Iterator[Reason]:
    kind = field.rule.kind if field.rule else "table"
    is_answer = isinstance(value, bool | str) and (is_yes(value) or is_no(value))
    is_clear = kind == "table" or (kind in _ANSWERED and is_answer)
    if is_clear or (kind in _IN_WORDS and isinstance(value, str)):
        yield from restrictions_of(field, value)
    elif kind == "state" and isinstance(value, str):
        yield from (reason for reason in restrictions_of(field, value) if reason in _STATES)
