"""Posts that are parts of one thread, which are read as a whole."""

from collections.abc import Sequence

from sitegen.text.labels import thread_mark

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
        number, total = thread_mark(text)
        if not number:
            continue
        before = open_parts.pop((number - 1, total), None)
        if before is not None and place - before <= _FARTHEST:
            firsts[place] = firsts[before]
        open_parts[number, total] = place
    return firsts


def join_threads(texts: Sequence[str], firsts: Sequence[int]) -> dict[int, str]:
    """The text of each thread by the place of its first part."""
    wholes: dict[int, str] = {}
    for text, first in zip(texts, firsts, strict=True):
        wholes[first] = f"{wholes[first]}\n{text}" if first in wholes else text
    return wholes
