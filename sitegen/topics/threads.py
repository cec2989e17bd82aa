"""Posts that are parts of one thread, which are read as a whole."""

import re
from collections.abc import Sequence

_PART = re.compile(
    r"(?:^\(?(?P<head>\d{1,3})\s?/\s?(?P<of_head>\d{1,3})?\)?(?=\s))"
    r"|(?:(?<=\s)[(\[]?(?P<tail>\d{1,3})?/(?P<number>\d{1,3})[)\]]?$)"
)
_FARTHEST = 12
"""How many posts may stand between two parts."""


def thread_of_each(texts: Sequence[str]) -> list[int]:
    """For each text the place of the first part of its thread, or its own place.

    A part is marked by its number, with or without the number of all: ``(2/4)``, ``2/`` or ``/2``.
    It belongs to the nearest earlier text marked with the number before, of as many.
    """
    firsts = list(range(len(texts)))
    open_parts: dict[tuple[int, int], int] = {}
    for place, text in enumerate(texts):
        number, total = _mark_of(text)
        if not number:
            continue
        before = open_parts.pop((number - 1, total), None)
        if before is not None and place - before <= _FARTHEST:
            firsts[place] = firsts[before]
        open_parts[number, total] = place
    return firsts


def _mark_of(text: str) -> tuple[int, int]:
    """A part's number and how many there are (0 where it is not said); 0, 0 for no part."""
    found = _PART.search(text.strip())
    if not found:
        return 0, 0
    if found["head"]:
        number, total = int(found["head"]), int(found["of_head"] or 0)
    elif found["tail"]:
        number, total = int(found["tail"]), int(found["number"])
    else:
        number, total = int(found["number"]), 0
    return (number, total) if number <= total or not total else (0, 0)


def join_threads(texts: Sequence[str], firsts: Sequence[int]) -> dict[int, str]:
    """The text of each thread by the place of its first part."""
    wholes: dict[int, str] = {}
    for text, first in zip(texts, firsts, strict=True):
        wholes[first] = f"{wholes[first]}\n{text}" if first in wholes else text
    return wholes
