"""Conventions for blank lines: a blank line may end a document, end a paragraph, or mean nothing.

The probabilities of a boundary at each kind of gap, under each convention, and how many lines
posts have. Some conventions leave one of these probabilities open: it is that of the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.readers.text.evidence import STRUCTURE
from sitegen.readers.text.lines import Line
from sitegen.readers.text.weights import SPACED, UNBROKEN, Weights

Gaps = tuple[float, float, float]
"""A number for a plain line break, for one blank line, and for several."""
_SHARES = (0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92)
"""The shares of gaps of one kind that end a post, which are tried."""
_RARE = 0.15
"""The share of several blank lines among all, up to which they are rare."""
_ROW = 5
"""How many lines below each other, after another line, are a row."""
_ROWS = 0.3
"""The share of lines in rows of a text that may be posts in lines of their own."""


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
    open_gap: Literal[0, 1] | None = None
    """Whether a line break, or a blank line, ends as many posts as suits the text best.

    If it is a blank line, the convention is only for texts in which several in a row are rare.
    """

    def variants(self) -> list["Convention"]:
        """The convention with each share of posts that an open gap may end; else as it is."""
        if self.open_gap is None:
            return [self]
        tight, blank, several = self.post
        if self.open_gap == 0:
            return [replace(self, post=(share, blank, several)) for share in _SHARES]
        return [replace(self, post=(tight, share, several)) for share in _SHARES]


def _conventions(weights: Weights, *, has_blanks: bool) -> Iterator[Convention]:
    for fields in weights.conventions:
        yield Convention(**fields, has_blanks=has_blanks)


CONVENTIONS = (
    *_conventions(UNBROKEN, has_blanks=False),
    *_conventions(SPACED, has_blanks=True),
)


def possible_conventions(blanks: Sequence[int], *, has_rows: bool) -> list[Convention]:
    """The conventions that a text may follow, by the number of blank lines before each line."""
    most = max(blanks)
    several, all_gaps = sum(number > 1 for number in blanks), sum(map(bool, blanks))
    are_rare = several <= _RARE * all_gaps
    return [
        convention
        for convention in CONVENTIONS
        if convention.has_blanks == (most > 0)
        and (most > 1 or not convention.has_wide_gaps)
        and (has_rows or not convention.has_rows)
        and (are_rare or convention.open_gap != 1)
    ]


def find_rows(lines: Sequence[Line]) -> bool:
    """Whether rows of lines without a blank line, and no list or code, are a good part of all."""
    rows = row = 0
    for line in lines:
        row = row + 1 if not line.blanks and line.features.isdisjoint(STRUCTURE) else 0
        if row >= _ROW:
            rows += _ROW if row == _ROW else 1
    return rows >= _ROWS * len(lines)
