"""What stands around the list of records in a JSON file: it may say that none of them is public.

So do the state of a notebook, the privacy of a collection, and an account that only its followers
see, beside their texts.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions import Field, is_no, is_yes, restrictions_of, telling_fields
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import BrokenJsonError, Cursor, TooDeepError

_ANSWERED = frozenset({"mark", "flag", "switch"})
"""Kinds of fields that count with a yes or no only: a number may be that of such texts."""
_IN_WORDS = frozenset({"audience", "password"})
_STATES = frozenset({"draft", "private", "trash"})
"""States of what is published; others may be those of an answer, such as “pending”."""


def reasons_around_list(entry: Entry, path: Sequence[str | int]) -> tuple[Reason, ...]:
    """Each reason why no record of a list is public, as the objects say that hold it.

    Args:
        entry: the file.
        path: the keys that lead to the list.
    """
    reasons: dict[Reason, None] = {}
    try:
        with entry.open() as file:
            for reason in _reasons(Cursor(TextPieces(file)), path):
                reasons[reason] = None
    except (OSError, BrokenJsonError, TooDeepError):
        pass  # reading the list tells what is broken
    return tuple(reasons)


def reasons_beside(fields: Mapping[str, object]) -> tuple[Reason, ...]:
    """Likewise, as the fields say that stand beside a list."""
    found = (r for f in telling_fields(tuple(fields)) for r in _reasons_of(f, fields[f.name]))
    return tuple(dict.fromkeys(found))


def _reasons(cursor: Cursor, path: Sequence[str | int]) -> Iterator[Reason]:
    """The reasons in the object here, and in those within it that lead to the list."""
    if not path or isinstance(path[0], int):
        return
    for key in cursor.members():
        field = next(iter(telling_fields((key,))), None)
        if key == path[0] and cursor.peek() == "{":
            yield from _reasons(cursor, path[1:])
        elif key == path[0] or field is None or cursor.peek() == "[":
            cursor.skip()
        else:
            yield from _reasons_of(field, cursor.value())


def _reasons_of(field: Field, value: object) -> Iterator[Reason]:
    kind = field.rule.kind if field.rule else "table"
    is_answer = isinstance(value, bool | str) and (is_yes(value) or is_no(value))
    is_clear = kind == "table" or (kind in _ANSWERED and is_answer)
    if is_clear or (kind in _IN_WORDS and isinstance(value, str)):
        yield from restrictions_of(field, value)
    elif kind == "state" and isinstance(value, str):
        yield from (reason for reason in restrictions_of(field, value) if reason in _STATES)
