"""Decides for a whole dump whether the day or the month comes first in dates such as 03/05/2020."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import NamedTuple

_NUMBERS = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?=\D|$)")
_MONTHS = 12
_YEARS = range(1990, 2101)
_ISO = "-"
"""With this sign, Americans mostly write the year first."""

_Numbers = tuple[int, int, int]
"""The two numbers that may be day and month, and the year."""


class DateOrder(NamedTuple):
    """The order of day and month in the dates of a dump."""

    is_day_first: bool = False
    assumed: str = ""
    """A date of the dump, if nothing in the dump shows the order; else empty."""

    def clear(self, text: str) -> str:
        """The text with the date that it begins with in an order that cannot be mistaken."""
        found = _NUMBERS.match(text) if self.is_day_first else None
        if found is None or int(found[3]) > _MONTHS:
            return text
        return f"{_year(found[4])}-{int(found[3]):02}-{int(found[1]):02}{text[found.end() :]}"

    @property
    def remark(self) -> str:
        """What the report says if the order was assumed; empty if it is known."""
        if not self.assumed:
            return ""
        order = "day" if self.is_day_first else "month"
        return (
            f"Dates such as {self.assumed} were read with the {order} first: no other date of the"
            " dump shows the order."
        )


MONTH_FIRST = DateOrder()
"""The order of a dump without such dates."""


def find_order(dates: Iterable[str], *, is_local: bool = False) -> DateOrder:
    """The order that the dates of a dump show.

    Dates with a number above twelve show it, else an order in which no date is to come, else one in
    which all dates rise or fall.

    Args:
        dates: the dates as written, in the order of the dump; others are passed over.
        is_local: whether the dump is in a language that writes the day first.
    """
    matches = [found for text in dates if (found := _NUMBERS.match(text))]
    numbers = [(int(m[1]), int(m[3]), _year(m[4])) for m in matches]
    day_first = sum(first > _MONTHS >= second for first, second, _ in numbers)
    month_first = sum(second > _MONTHS >= first for first, second, _ in numbers)
    if day_first != month_first:
        return DateOrder(day_first > month_first)
    unclear = [n for n in numbers if n[0] != n[1] and _is_unclear(n)]
    shown = _by_time(unclear)
    if not unclear or shown is not None or is_local:
        return DateOrder(is_local if shown is None else shown)
    sample = next(m for m, n in zip(matches, numbers, strict=True) if n in unclear)
    return DateOrder(sample[2] == _ISO, sample[0].strip())


def _is_unclear(numbers: _Numbers) -> bool:
    """Whether both numbers may be a month, in a year that dates of dumps have."""
    return min(numbers[:2]) >= 1 and max(numbers[:2]) <= _MONTHS and numbers[2] in _YEARS


def _by_time(numbers: Sequence[_Numbers]) -> bool | None:
    """Whether the day is first, as only so the dates are past, or rise or fall; None if unclear."""
    today = datetime.now(UTC).date()
    days, months = ([date(n[2], n[a], n[b]) for n in numbers] for a, b in ((1, 0), (0, 1)))
    are_past = [all(each <= today for each in dates) for dates in (days, months)]
    if are_past[0] != are_past[1]:
        return are_past[0]
    are_sorted = [_are_sorted(dates) for dates in (days, months)]
    return None if are_sorted[0] == are_sorted[1] else are_sorted[0]


def _are_sorted(dates: Sequence[date]) -> bool:
    """Whether at least three dates rise, or fall."""
    rise = all(one <= other for one, other in pairwise(dates))
    fall = all(one >= other for one, other in pairwise(dates))
    return len(set(dates)) > 2 and (rise or fall)


def _year(written: str) -> int:
    return int(written) if len(written) > 2 else 2000 + int(written)
