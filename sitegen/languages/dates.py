"""Dates as a language writes them, by CLDR: the same on every machine whatever its locale."""

import functools
from datetime import date

from sitegen.languages.numbers import own_digits
from sitegen.languages.tags import locale_of


@functools.lru_cache(maxsize=4096)
def format_day(day: date, language: str) -> str:
    """The date as ``29 March 2023``, ``29. März 2023`` or ``2023年3月29日``."""
    from babel.dates import format_date  # noqa: PLC0415 -- only needed to build

    return own_digits(format_date(day, "long", locale_of(language)), language)


@functools.lru_cache(maxsize=4096)
def format_month(day: date, language: str) -> str:
    """The month as ``March 2023``, ``März 2023`` or ``2023年3月``."""
    from babel.dates import format_skeleton  # noqa: PLC0415 -- only needed to build

    return own_digits(format_skeleton("yMMMM", day, locale=locale_of(language)), language)
