"""Names of fields and words in them without the differences of spelling, and what they mean."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

Meaning = TypeVar("Meaning")

_UMLAUT = re.compile(r"([aouAOU])e")
_SIGNS = re.compile(r"[\\()\[\]?|+*]")
"""What a pattern has, and a word has not."""


@lru_cache(maxsize=4096)
def plain_name(field: str) -> str:
    """A name of a field without the differences of spelling: ``created_at``, ``Created At``."""
    return "".join(c for c in without_accents(field.casefold()) if c.isalnum()) or field


def respelled(text: str) -> str:
    """The text with vowels that are written as in ``fuer`` and ``oeffentlich`` without umlauts."""
    return _UMLAUT.sub(r"\1", text)


def without_accents(text: str) -> str:
    """The text with the letters that its accented ones are made of."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def plain_names(text: str) -> frozenset[str]:
    """The names in a text, with white space between them, in plain spelling."""
    return frozenset(map(plain_name, text.split()))


def finder(rows: Iterable[tuple[Meaning, str]]) -> Callable[[str], Meaning | None]:
    """A function that tells what a name in plain spelling means, and returns None of others.

    Args:
        rows: each meaning with its names: words, and patterns of words, with white space between
            them. The first row that a name is in counts.
    """
    stages: list[tuple[dict[str, Meaning], re.Pattern[str], Meaning]] = []
    words: dict[str, Meaning] = {}
    for meaning, names in rows:
        forms = [name for name in names.split() if _SIGNS.search(name)]
        for name in names.split():
            if name not in forms:
                words.setdefault(plain_name(name), meaning)
        if forms:
            stages.append((words, re.compile(without_accents("|".join(forms))), meaning))
            words = {}

    def find(name: str) -> Meaning | None:
        for known, form, meaning in stages:
            if name in known:
                return known[name]
            if form.fullmatch(name):
                return meaning
        return words.get(name)

    return find
