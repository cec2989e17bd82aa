"""Dates as languages write them. What CLDR says is taken from Babel, as each release changes it."""

from datetime import date

import babel.dates
import pytest
from babel.localedata import locale_identifiers

from sitegen.languages import format_day, format_month, format_number
from sitegen.languages.numbers import own_digits
from sitegen.languages.tags import (
    are_same_language,
    canonical_tag,
    direction_of,
    locale_name,
    locale_of,
)

DAY = date(2023, 3, 9)


def month_of(language: str) -> str:
    name: str = locale_of(language).months["format"]["wide"][DAY.month]
    return name


@pytest.mark.parametrize(
    "language", ["en", "en-GB", "en-US", "de", "es", "fr", "ar", "ar-EG", "fa"]
)
def test_a_date_has_the_name_of_its_month_in_its_language(language: str) -> None:
    assert month_of(language) in format_day(DAY, language)
    assert month_of(language) in format_month(DAY, language)


def test_english_dates_are_those_of_the_world_unless_a_country_is_named() -> None:
    assert format_day(DAY, "en") == format_day(DAY, "en-001")
    assert format_day(DAY, "en").startswith("9")
    assert format_day(DAY, "en-US").startswith(month_of("en-US"))


@pytest.mark.parametrize("language", ["ja", "zh-Hant-TW"])
def test_east_asian_dates_begin_with_the_year(language: str) -> None:
    assert format_day(DAY, language).startswith("2023年")
    assert format_month(DAY, language).startswith("2023年")


@pytest.mark.parametrize("language", ["ar-EG", "fa"])
def test_dates_have_the_digits_of_their_language(language: str) -> None:
    assert own_digits("2023", language) in format_day(DAY, language)
    assert "2023" not in format_day(DAY, language)


def test_every_language_has_dates() -> None:
    for name in locale_identifiers():
        assert format_day(DAY, name.replace("_", "-")), name


def test_a_language_without_dates_of_its_own_has_english_ones() -> None:
    assert format_day(DAY, "tlh") == format_day(DAY, "en")


def test_english_dates_and_numbers_are_those_of_cldr() -> None:
    for day in (date(1987, month, 2 * month) for month in range(1, 13)):
        assert format_day(day, "en") == babel.dates.format_date(day, "long", "en_001")
        assert format_month(day, "en") == babel.dates.format_skeleton("yMMMM", day, locale="en_001")
    for number in (0, 7, -1, 999, 1000, -12_345, 1_234_567):
        assert format_number(number, "en") == format_number(number, "en-001")
    assert canonical_tag("EN") == canonical_tag("en") == "en"
    assert locale_name("en") == locale_name("en-Latn") == "en_US"
    assert direction_of("en") == direction_of("en-001")
    assert are_same_language("en", "en-GB")
