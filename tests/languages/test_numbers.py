"""Numbers as languages write them. What CLDR says comes from Babel, as each release changes it."""

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import get_group_symbol

from sitegen.languages import format_number
from sitegen.languages.numbers import own_digits
from sitegen.languages.tags import locale_of

SWISS = ["de-CH", "fr-CH", "it-CH", "gsw"]


def separator(language: str) -> str:
    return get_group_symbol(locale_of(language), numbering_system="default")


@pytest.mark.parametrize("language", ["en", "de", "es", "ja", "ar", "ar-EG", "fa", *SWISS])
@pytest.mark.parametrize(
    ("number", "groups"),
    [
        (0, ["0"]),
        (12, ["12"]),
        (345, ["345"]),
        (12345, ["12", "345"]),
        (1234567, ["1", "234", "567"]),
        (1234567890, ["1", "234", "567", "890"]),
    ],
)
def test_thousands_are_separated(language: str, number: int, groups: list[str]) -> None:
    expected = own_digits(separator(language).join(groups), language)
    assert format_number(number, language) == expected


@pytest.mark.parametrize("language", ["hi", "en-IN"])
def test_in_india_only_the_last_group_has_three_digits(language: str) -> None:
    assert format_number(12345678, language) == separator(language).join(["1", "23", "45", "678"])


def test_a_negative_number_has_the_sign_of_its_language() -> None:
    assert format_number(-5, "en") == "-5"
    assert format_number(-12345, "en").endswith(format_number(12345, "en"))


def test_in_every_language_a_number_keeps_all_its_digits() -> None:
    for name in locale_identifiers():
        language = name.replace("_", "-")
        digits = [each for each in format_number(1234567890, language) if each.isdigit()]
        assert "".join(digits) == own_digits("1234567890", language), name


def test_the_digits_of_every_language_are_known() -> None:
    for name in locale_identifiers():
        if Locale.parse(name).default_numbering_system != "latn":
            assert not format_number(1, name.replace("_", "-")).isascii(), name
