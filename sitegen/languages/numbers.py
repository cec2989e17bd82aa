"""Formats numbers in a language by CLDR, independent of the locale of the machine."""

import functools

from sitegen.languages.tags import ENGLISH, locale_of

_ZEROS = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "hmnp": "\U0001e140",
    "mtei": "\uabf0",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "\u0f20",
}
"""The digit 0 of each numbering system that CLDR uses as the default of a language."""


@functools.lru_cache(maxsize=4096)
def format_number(number: int, language: str) -> str:
    """A whole number with grouped digits: ``12,345``, ``12.345``, ``١٢٬٣٤٥``.

    Babel's ``format_decimal`` is not used: it treats apostrophes as quotes of a pattern, and so
    drops pairs of them where CLDR uses them as separators, as in Switzerland.
    """
    if language == ENGLISH:
        return f"{number:,}"
    from babel import numbers  # noqa: PLC0415 -- only needed to build

    locale = locale_of(language)
    separator = numbers.get_group_symbol(locale, numbering_system="default")
    minus = numbers.get_minus_sign_symbol(locale, numbering_system="default")
    sizes = locale.decimal_formats[None].grouping
    grouped = separator.join(_groups(str(abs(number)), *sizes))
    return own_digits(f"{minus if number < 0 else ''}{grouped}", language)


def _groups(digits: str, last: int, others: int) -> list[str]:
    """Splits the digits into groups: ``last`` of them at the end, ``others`` before that."""
    head, tail = digits[:-last], digits[-last:]
    first = len(head) % others
    groups = [head[place : place + others] for place in range(first, len(head), others)]
    return [group for group in (head[:first], *groups, tail) if group]


def own_digits(text: str, language: str) -> str:
    """The text with the digits of the language's default numbering system."""
    return text.translate(_digits(language))


@functools.lru_cache
def _digits(language: str) -> dict[int, int]:
    zero = ord(_ZEROS.get(locale_of(language).default_numbering_system, "0"))
    return {ord("0") + digit: zero + digit for digit in range(10)}
