"""String interning: equal strings share one object, to save memory."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

_whole = itemgetter(0)
SHORT = 5000
"""Up to this number of characters, a text is too short for interning to save memory."""


def interned(texts: Iterable[str]) -> Iterator[str]:
    """The strings in their order, with one object for equal strings."""
    shared: dict[str, str] = {}
    return (shared.setdefault(text, text) for text in texts)


def matches_in(text: str, pattern: re.Pattern[str]) -> list[str]:
    """All matches of a pattern without groups, in order; in a long text equal ones are one object.

    A long text of one word takes many times its size otherwise.
    """
    if len(text) <= SHORT:
        return pattern.findall(text)
    return list(interned(map(_whole, pattern.finditer(text))))
