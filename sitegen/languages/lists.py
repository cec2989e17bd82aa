"""Formats lists within a sentence in a language, by CLDR."""

from collections.abc import Sequence

from sitegen.languages.tags import locale_of


def format_list(items: Sequence[str], language: str) -> str:
    """The items as ``one, two and three``, ``eins, zwei und drei`` or ``一、二、三``."""
    from babel.lists import format_list as enumerate_items  # noqa: PLC0415 -- only needed to build

    return enumerate_items(items, "standard", locale_of(language)) if items else ""
