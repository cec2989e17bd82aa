"""Conventions for blank lines: a blank line may end a document, end a paragraph, or mean nothing.

The probabilities of a boundary at each kind of gap, under each convention, and how many lines
posts have.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.readers.text.evidence import STRUCTURE
from sitegen.readers.text.lines import Line
from sitegen.readers.text.weights import SPACED, UNBROKEN, Weights

Gaps = tuple[float, float, float]
"""A number for a plain line break, for one blank line, and for several."""
_ROW = 5
"""How many lines below each other, after another line, are a row."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How a text uses line breaks and blank lines; it is assumed to follow one throughout."""

    name: str
    post: Gaps
    """The probability that each ends a post rather than being inside one."""
    edge: Gaps
    """The probability that each begins or ends an essay, where it stands beside one."""
    essay: Gaps
    """The share of each between the lines of an essay; they add up to 1."""
    paragraphs: Gaps
    """The same between two paragraphs, neither of which is a heading, an item, code or the like."""
    line_counts: Sequence[tuple[int, float]]
    """The score of a post by its number of lines; linear between these."""
    log_prior: float
    """How much more often texts follow it than others, as a logarithm."""
    has_blanks: bool
    has_wide_gaps: bool
    """Whether it is only for texts with several blank lines in a row."""
    has_rows: bool = False
    """Whether it is only for texts with rows of lines between which no blank line stands."""


def _conventions(weights: Weights, *, has_blanks: bool) -> Iterator[Convention]:
    for fields in weights.conventions:
        yield Convention(**fields, has_blanks=has_blanks)


CONVENTIONS = (
    *_conventions(UNBROKEN, has_blanks=False),
    *_conventions(SPACED, has_blanks=True),
)


def possible_conventions(most_blanks: int, *, has_rows: bool) -> list[Convention]:
    """The conventions that a text may follow.

    Args:
        most_blanks: how many blank lines stand together at most.
        has_rows: what :func:`find_rows` says of it.
    """
    return [
        convention
        for convention in CONVENTIONS
        if convention.has_blanks == (most_blanks > 0)
        and (most_blanks > 1 or not convention.has_wide_gaps)
        and (has_rows or not convention.has_rows)
    ]


def find_rows(lines: Iterable[Line]) -> bool:
    """Whether several lines follow each other without a blank line, and are no list or code."""
    row = 0
    for line in lines:
        row = row + 1 if not line.blanks and line.features.isdisjoint(STRUCTURE) else 0
        if row >= _ROW:
            return True
    return False
