"""Formats dates in a language by CLDR, independent of the locale of the machine.

English dates, which are on the pages of most digests, do not load its data: that would take longer
than rendering the pages that an edit changes.
"""

import functools
from datetime import date

from sitegen.languages.numbers import own_digits
from sitegen.languages.tags import ENGLISH, locale_of

_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@functools.lru_cache(maxsize=4096)
def format_day(day: date, language: str) -> str:
    """The date as ``29 March 2023``, ``29. März 2023`` or ``2023年3月29日``."""
    if language == ENGLISH:
        return f"{day.day} {format_month(day, language)}"
    from babel.dates import format_date  # noqa: PLC0415 -- only needed to build

    return own_digits(format_date(day, "long", locale_of(language)), language)


@functools.lru_cache(maxsize=4096)
def format_month(day: date, language: str) -> str:
    """The month as ``March 2023``, ``März 2023`` or ``2023年3月``."""
    if language == ENGLISH:
        return f"{_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return _format(day, "yMMMM", language)


@functools.lru_cache(maxsize=4096)
def format_year(day: date, language: str) -> str:
    """The year as ``2023`` or ``2023年``."""
    return _format(day, "y", language)


@functools.lru_cache(maxsize=4096)
def format_short_month(day: date, language: str, *, with_year: bool) -> str:
    """The month as ``Mar`` or ``Mar 2023``, ``Mär``, ``3月``."""
    return _format(day, "yMMM" if with_year else "MMM", language)


@functools.lru_cache(maxsize=4096)
def format_short_day(day: date, language: str) -> str:
    """The day of a month as ``29 Mar``, ``29. März``, ``3月29日``."""
    return _format(day, "MMMd", language)


def _format(day: date, skeleton: str, language: str) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 -- only needed to build

    return own_digits(format_skeleton(skeleton, day, locale=locale_of(language)), language)
