"""The time axis of a timeline, divided into spans, each of which is a link, and spans into bars.

A span is a day or a number of months with a name, such as a year. The bars of a span of months
divide it evenly: a year into twelve months, for example, or a month into thirtieths.
"""

import math
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sitegen.languages import (
    format_day,
    format_month,
    format_short_day,
    format_short_month,
    format_year,
)

MOST_BARS = 60

_DAY = 0
_UNITS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (_DAY, (1,)),
    (1, (30, 15, 10, 5)),
    (3, (6, 3)),
    (6, (6, 3)),
    (12, (12, 4)),
    (24, (8, 4)),
    *((12 * years, (10, 5)) for years in (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
"""The months of a span, and the possible numbers of bars in it."""

_NARROW = 288
"""The width of the axis on the narrowest screen, in pixels."""
_LETTER, _WIDE_LETTER, _SPACE = 6.6, 12.0, 8.0
"""The widths of letters and of the gap between labels, in the same pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A time axis."""

    months: int
    """The number of months of a span; 0 for a day."""
    shares: int
    """The number of bars in a span."""
    first: int
    """The number of the first span, counted from the year 0."""
    spans: int
    """The number of spans."""

    @property
    def bars(self) -> int:
        """The number of bars in all spans."""
        return self.spans * self.shares

    def bar_of(self, day: date) -> int:
        """The index of the bar that contains the day."""
        return _bar(day, self.months, self.shares) - self.first * self.shares

    def name_of(self, span: int, language: str) -> str:
        """The name of the span: ``March 2023``, ``January 2023 – March 2023``, ``2023``."""
        start, last = self._start(span), self._start(span + 1, before=1)
        if self.months == _DAY:
            return format_day(start, language)
        name = format_month if self.months % 12 else format_year
        names = dict.fromkeys((name(start, language), name(last, language)))
        return (" – " if self.months % 12 else "–").join(names)

    def labels(self, language: str) -> tuple[tuple[int, str], ...]:
        """As many labels as fit below the axis, years first, each with the index of its bar.

        A label is at the beginning of the span that it names.
        """
        starts = [self._start(span) for span in range(self.spans)]
        chosen: list[tuple[float, float, str]] = []
        for span in self._label_order(starts):
            label = self._label(span, starts[span], language)
            place = span / self.spans
            end = place + _width(label) / _NARROW
            free = all(end <= other or place >= stop for other, stop, _ in chosen)
            if free and end - _SPACE / _NARROW <= 1:
                chosen.append((place, end, label))
        return tuple((round(place * self.bars), label) for place, _, label in sorted(chosen))

    def _label_order(self, starts: list[date]) -> list[int]:
        years = [n for n, start in enumerate(starts) if self.months and start.month == 1]
        others = [n for n, start in enumerate(starts) if self._is_named(start)]
        return list(dict.fromkeys([*years, 0, *others]))

    def _is_named(self, start: date) -> bool:
        match self.months:
            case 0:
                return True
            case 1:
                return self.spans <= 6 or start.month % 3 == 1
        return False

    def _label(self, span: int, start: date, language: str) -> str:
        if self.months == _DAY:
            return format_short_day(start, language)
        if start.month == 1:
            return format_year(start, language)
        return format_short_month(start, language, with_year=span == 0)

    def _start(self, span: int, before: int = 0) -> date:
        """The first day of the span, or of the month that is ``before`` months earlier."""
        number = self.first + span
        if self.months == _DAY:
            return date.fromordinal(number - before)
        year, month = divmod(number * self.months - before, 12)
        return date(min(max(year, 1), 9999), month + 1, 1)


def choose_scale(days: Iterable[date], most_spans: int) -> Scale:
    """The finest scale for ``days`` with at most ``most_spans`` spans.

    It has at most ``MOST_BARS`` bars, and at least twelve if spans are months.
    """
    days = {*days}
    ends = min(days), max(days)
    for months, shares in _UNITS:
        first, last = (_bar(day, months, 1) for day in ends)
        spans = last - first + 1
        if spans <= most_spans:
            fine = next((n for n in shares if n * spans <= MOST_BARS), shares[-1])
            return Scale(months, fine, first, spans)
    raise AssertionError  # two spans of 5,000 years hold every date


def _bar(day: date, months: int, shares: int) -> int:
    """The number of the bar that contains the day, counted from the year 0.

    It is computed with integers, so that the first of a month is never in the bar before it.
    """
    if months == _DAY:
        return day.toordinal()
    length = monthrange(day.year, day.month)[1]
    passed = (day.year * 12 + day.month - 1) * length + day.day - 1
    return passed * shares // (months * length)


def _width(label: str) -> float:
    letters = (unicodedata.east_asian_width(letter) in "WF" for letter in label)
    return _SPACE + math.fsum(_WIDE_LETTER if wide else _LETTER for wide in letters)
