"""Dates as languages write them."""

from datetime import date

import pytest

from sitegen.languages import format_day, format_month

DAY = date(2023, 3, 9)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "9 March 2023", "March 2023"),
        ("en-GB", "9 March 2023", "March 2023"),
        ("en-US", "March 9, 2023", "March 2023"),
        ("de", "9. März 2023", "März 2023"),
        ("es", "9 de marzo de 2023", "marzo de 2023"),
        ("ar", "9 مارس 2023", "مارس 2023"),
        ("ar-EG", "٩ مارس ٢٠٢٣", "مارس ٢٠٢٣"),
        ("fa", "۹ مارس ۲۰۲۳", "مارس ۲۰۲۳"),
        ("ja", "2023年3月9日", "2023年3月"),
        ("zh-Hant-TW", "2023年3月9日", "2023年3月"),
    ],
)
def test_a_date_is_written_as_its_language_does(language: str, day: str, month: str) -> None:
    assert (format_day(DAY, language), format_month(DAY, language)) == (day, month)


def test_a_language_without_dates_of_its_own_has_english_ones() -> None:
    assert format_day(DAY, "tlh") == "9 March 2023"
