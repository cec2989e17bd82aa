"""Finds long runs of equal lines, or of tiny ones, each of which is read as one line."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

_LONG = 1000
"""How many such lines make a run; no author writes so many equal or tiny posts."""
_TINY = 4
"""The maximum number of characters of a tiny line, as in a column of figures or letters."""


@dataclass(frozen=True, slots=True)
class Run:
    """Equal lines, or tiny ones, with only blank lines between them."""

    numbers: range
    """The numbers of all its lines, from 0."""
    repeats: int
    """The number of lines that are not blank."""


def find_runs(lines: Sequence[str]) -> list[Run]:
    """The long runs of equal or tiny lines, in order."""
    kinds = (
        (line if len(line) > _TINY else "", number) for number, line in enumerate(lines) if line
    )
    runs = []
    for _, group in groupby(kinds, key=itemgetter(0)):
        numbers = array("q", map(itemgetter(1), group))
        if len(numbers) >= _LONG:
            runs.append(Run(range(numbers[0], numbers[-1] + 1), len(numbers)))
    return runs
