"""Lists within a sentence as languages write them, whatever the release of CLDR."""

import pytest
from babel.localedata import locale_identifiers

from sitegen.languages import format_list
from sitegen.languages.tags import locale_of


@pytest.mark.parametrize("language", ["en", "de", "es", "ar", "ja"])
def test_a_list_is_joined_by_the_words_of_its_language(language: str) -> None:
    patterns = locale_of(language).list_patterns["standard"]
    end = patterns["end"].format("b", "c")
    assert format_list(["a", "b", "c"], language) == patterns["start"].format("a", end)


def test_an_unknown_language_has_english_lists() -> None:
    assert format_list(["a", "b", "c"], "xx") == format_list(["a", "b", "c"], "en")


def test_a_list_may_be_short() -> None:
    assert format_list([], "de") == ""
    assert format_list(["a"], "de") == "a"


def test_every_language_has_lists() -> None:
    for name in locale_identifiers():
        assert format_list(["a", "b", "c"], name.replace("_", "-")).startswith("a"), name
