"""Numbers as languages write them."""

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from sitegen.languages import format_number


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12,345"),
        ("de", "12.345"),
        ("de-CH", "12’345"),
        ("ar-EG", "١٢٬٣٤٥"),
        ("fa", "۱۲٬۳۴۵"),
        ("ja", "12,345"),
        ("hi", "12,345"),
        ("en-IN", "12,345"),
    ],
)
def test_a_number_is_written_as_its_language_does(language: str, text: str) -> None:
    assert format_number(12345, language) == text


def test_the_digits_of_every_language_are_known() -> None:
    for name in locale_identifiers():
        if Locale.parse(name).default_numbering_system != "latn":
            assert not format_number(1, name.replace("_", "-")).isascii(), name
