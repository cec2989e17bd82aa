"""Finds long runs of equal lines, each of which is read as one line."""

from collections.abc import Sequence
from dataclasses import dataclass

_LONG = 1000
"""How many equal lines make a run; no author writes so many equal posts."""


@dataclass(frozen=True, slots=True)
class Run:
    """Equal lines, with only blank lines between them."""

    numbers: range
    """The numbers of all its lines, from 0."""
    repeats: int
    """The number of lines that are not blank."""


def find_runs(lines: Sequence[str]) -> list[Run]:
    """The long runs of equal lines, in order."""
    runs: list[Run] = []
    first = last = repeats = 0
    text = ""
    for number, line in enumerate(lines):
        if not line:
            continue
        if line != text:
            if repeats >= _LONG:
                runs.append(Run(range(first, last + 1), repeats))
            first, repeats, text = number, 0, line
        last = number
        repeats += 1
    if repeats >= _LONG:
        runs.append(Run(range(first, last + 1), repeats))
    return runs
