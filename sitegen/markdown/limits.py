"""Tells which Markdown would take too long, before it is parsed."""

import re
from collections.abc import Iterator

_MOST_STEPS = 1_000_000
"""About a second of Python-Markdown's time."""
_MARK = re.compile(r"\\.|\n[ \t]*+(?=\n)|[\[\]()]")
_OPENERS = {"]": "[", ")": "("}


def takes_too_long(source: str) -> bool:
    """Whether brackets would keep the parser busy: its time grows with their square."""
    return sum(_walks(source)) > _MOST_STEPS


def _walks(source: str) -> Iterator[int]:
    """How far the parser walks from each bracket, to the one that closes it or the block's end.

    It does so from ``[``, and from ``(`` where it could hold the address of a link.
    """
    opened: dict[str, list[int]] = {"[": [], "(": []}
    for found in _MARK.finditer(source + "\n\n"):
        mark, here = found[0], found.start()
        if mark in opened:
            opened[mark].append(here)
        elif mark in _OPENERS:
            starts = opened[_OPENERS[mark]]
            yield from _lengths(source, starts[-1:], here)
            del starts[-1:]
        elif mark.startswith("\n"):
            for starts in opened.values():
                yield from _lengths(source, starts, here)
                starts.clear()


def _lengths(source: str, starts: list[int], end: int) -> Iterator[int]:
    return (end - start for start in starts if source[start] == "[" or source[start - 1] == "]")
