"""The dates of the days of a diary: those without a year, and numbers in an unknown order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from sitegen.readers.date_order import DateOrder, find_order
from sitegen.readers.dates import parse_date

_FARTHEST = timedelta(days=300)
"""How far a day without a year is from the one beside it: farther ones might be of another year."""

_Dates = list[datetime | None]


def order_of_days(days: Sequence[str]) -> DateOrder:
    """The order of day and month in the days of a diary: the one in which these rise or fall.

    Args:
        days: the days as written, in their order; empty where there is none.
    """
    found = find_order(days)
    if not found.assumed:
        return found
    orders = [DateOrder(is_day_first=is_day_first) for is_day_first in (False, True)]
    fitting = [order for order in orders if _way_of(_with_year(days, order))]
    return fitting[0] if len(fitting) == 1 else found


def dates_of_days(days: Sequence[str], order: DateOrder) -> _Dates:
    """The dates of days that follow each other; None where a day has no year and might be of two.

    A day without a year is of the year in which it stands between the days beside it.
    """
    dates = _with_year(days, order)
    if all(date or not day for day, date in zip(days, dates, strict=True)):
        return dates
    way = _way_of(dates)
    filled = [_filled(days, dates, way) for way in ([way] if way else [1, -1])]
    most = max(filled, key=_count)
    return dates if [*map(_count, filled)].count(_count(most)) > 1 else most


def _count(dates: _Dates) -> int:
    return sum(date is not None for date in dates)


def _with_year(days: Iterable[str], order: DateOrder) -> _Dates:
    return [parse_date(order.clear(day)) if day else None for day in days]


def _way_of(dates: _Dates) -> int:
    """1 if at least two different dates rise, -1 if they fall, else 0."""
    known = [date for date in dates if date]
    steps = {(after > before) - (after < before) for before, after in pairwise(known)} - {0}
    return steps.pop() if len(steps) == 1 else 0


def _filled(days: Sequence[str], dates: _Dates, way: int) -> _Dates:
    """The dates, and those of days without a year where all go one way."""
    filled = list(dates)
    for places, step in ((range(len(days)), way), (range(len(days) - 1, -1, -1), -way)):
        before: datetime | None = None
        for place in places:
            if filled[place] is None and days[place] and before:
                after = next((date for date in _beyond(filled, place, way * step)), None)
                filled[place] = _date_after(days[place], before, after, step)
            before = filled[place] or before
    return filled


def _beyond(dates: _Dates, place: int, direction: int) -> Iterator[datetime]:
    """The known dates from a place on, in a direction."""
    beyond = dates[place + 1 :] if direction > 0 else reversed(dates[:place])
    return (date for date in beyond if date)


def _date_after(day: str, before: datetime, after: datetime | None, step: int) -> datetime | None:
    """The date of a day without a year between two dates, or close after one."""
    years = (before.year - 1, before.year, before.year + 1)
    found = [date for year in years if (date := _date_in(day, year))]
    between = [
        date
        for date in found
        if step * (date - before) >= timedelta()
        and (step * (after - date) >= timedelta() if after else step * (date - before) < _FARTHEST)
    ]
    return between[0] if len(between) == 1 else None


def _date_in(day: str, year: int) -> datetime | None:
    """The date of a day such as “1 March” or “1. 3.” in a year."""
    return parse_date(f"{day.rstrip('.,:')} {year}") or parse_date(
        f"{day.replace('. ', '.').rstrip(',:')}{year}"
    )
