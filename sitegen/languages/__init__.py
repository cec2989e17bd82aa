"""Localisation: language tags, language detection, dates, numbers, lists, quotes, translations.

``tags`` reads tags of languages, ``detection`` finds the language of a text, ``dates``,
``numbers``, ``lists`` and ``quotation`` know the customs of each by CLDR, and ``wording``
translates the interface. Each language has its translations of the texts of the interface in a file
such as ``de.toml``.
"""

from sitegen.languages.dates import (
    format_day,
    format_month,
    format_short_day,
    format_short_month,
    format_year,
)
from sitegen.languages.detection import detect_language
from sitegen.languages.lists import format_list
from sitegen.languages.numbers import format_number
from sitegen.languages.quotation import QuotationMarks, quotation_marks
from sitegen.languages.tags import (
    Direction,
    are_same_language,
    checked_tag,
    direction_of,
    language_name,
    locale_name,
    text_direction,
)
from sitegen.languages.wording import Wording, load_wording

__all__ = [
    "Direction",
    "QuotationMarks",
    "Wording",
    "are_same_language",
    "checked_tag",
    "detect_language",
    "direction_of",
    "format_day",
    "format_list",
    "format_month",
    "format_number",
    "format_short_day",
    "format_short_month",
    "format_year",
    "language_name",
    "load_wording",
    "locale_name",
    "quotation_marks",
    "text_direction",
]
