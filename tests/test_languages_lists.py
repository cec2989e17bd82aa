"""Lists within a sentence as languages write them."""

import pytest
from babel.localedata import locale_identifiers

from sitegen.languages import format_list


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a, b and c"),
        ("de", "a, b und c"),
        ("ar", "a وb وc"),
        ("ja", "a、b、c"),
        ("xx", "a, b and c"),
    ],
)
def test_a_list_is_written_as_its_language_does(language: str, text: str) -> None:
    assert format_list(["a", "b", "c"], language) == text


def test_a_list_may_be_short() -> None:
    assert format_list([], "de") == ""
    assert format_list(["a"], "de") == "a"


def test_every_language_has_lists() -> None:
    for name in locale_identifiers():
        assert format_list(["a", "b", "c"], name.replace("_", "-")).startswith("a"), name
