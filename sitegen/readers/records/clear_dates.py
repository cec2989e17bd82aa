"""The order of day and month in the dates of records."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from sitegen.readers.date_order import MONTH_FIRST, DateOrder, find_order
from sitegen.readers.records.roles import Role, are_local, roles_of, unwrapped
from sitegen.readers.restrictions import telling_fields

_EXAMINED = 2_000
_WRITTEN = re.compile(r"\"\s*\d{1,2}([/-])\d{1,2}\1\d{2,4}\b")
_DATES: tuple[Role, ...] = ("date", "updated")
_LIMITS = frozenset({"start", "end"})


def order_of_records(records: Iterable[object], head: str) -> DateOrder:
    """The order of day and month in records.

    Args:
        records: reads the records from the start.
        head: the start of the file, as text; without such a date in it, no record is read.
    """
    if not _WRITTEN.search(head):
        return MONTH_FIRST
    examined = [unwrapped(r) for r in islice(records, _EXAMINED) if isinstance(r, dict)]
    is_local = any(map(are_local, examined[:1]))
    return find_order((text for each in examined for _, text in _dates_of(each)), is_local=is_local)


def with_clear_dates(record: Mapping[str, object], order: DateOrder) -> Mapping[str, object]:
    """The record with its dates in an order that cannot be mistaken."""
    if not order.is_day_first:
        return record
    return {**record, **{field: order.clear(text) for field, text in _dates_of(record)}}


def _dates_of(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    roles = roles_of(tuple(record))
    fields = dict.fromkeys(field for role in _DATES for field in roles.get(role, ()))
    telling = telling_fields(tuple(record))
    fields |= dict.fromkeys(f.name for f in telling if f.rule and f.rule.kind in _LIMITS)
    return ((field, text) for field in fields if isinstance(text := record[field], str))
