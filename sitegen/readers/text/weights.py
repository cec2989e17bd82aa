"""The weights of the segmentation model that are no features of two lines, as log-odds.

Those of texts with blank lines and those of texts without were fitted apart; see
``boundary_features`` for how.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights for one kind of text."""

    first_essay: float
    """The prior log-odds that a text starts with an essay."""
    essay: float
    """The same for a document after a post; it takes several paragraphs to outweigh."""
    next_essay: float
    """The same for a document after an essay, as essays often stand together."""

    widths: tuple[tuple[int, float], ...]
    """The log-odds of an essay for a line longer than so many characters; few posts exceed 280."""
    sentence: float
    unfinished: float
    lowercase: float
    emoji: float
    answer: float
    short_link: float
    marked: float
    label: float
    handle: float
    named: tuple[tuple[str, float], ...]
    """What the named features of a line say for an essay."""
    heading_line: float
    signature: float
    inset: float
    """The log-odds of a line that belongs to an essay, but is no paragraph."""
    code_line: float

    heading: float
    """What is said for a boundary between a heading and the line after it."""
    title: float
    subtitle: float
    note: float
    code: float
    rare_word: float
    """For a rare word that the two lines have in common."""
    rare_words: float
    """For several."""
    rare_before: float
    """For one that the line after has in common with the line before the line before."""
    rare_after: float
    """For one that the line before has in common with the line after the line after."""
    heading_continues: float
    """What is said for an essay going on from a heading to the line after it."""
    code_continues: float

    line_width_slopes: tuple[tuple[int, float], ...]
    """What each character of a post of one line beyond a number of them adds to its score."""
    width_slopes: tuple[tuple[int, float], ...]
    """The same for a post of several lines."""
    count_scores: tuple[tuple[int, float], ...]
    """The score of a post by its number of lines; linear between these."""


SPACED = Weights(
    first_essay=-6.36,
    essay=-9.55,
    next_essay=-5.39,
    widths=(
        (500, 1.33),
        (350, 0.61),
        (280, 1.28),
        (200, -0.54),
        (120, -0.32),
        (80, -1.64),
        (50, -0.65),
        (25, -1.26),
        (0, -0.36),
    ),
    sentence=1.15,
    unfinished=0.01,
    lowercase=-1.54,
    emoji=-1.71,
    answer=-6.0,
    short_link=-2.0,
    marked=0.7,
    label=0.16,
    handle=-1.42,
    named=(
        ("heading", 1.26),
        ("item", 0.25),
        ("quote block", -1.03),
        ("picture", 0.28),
        ("markup", 0.99),
        ("link only", -0.24),
        ("linked text only", -0.24),
        ("link last", -0.28),
        ("code", -0.73),
        ("indent", 0.7),
    ),
    heading_line=1.14,
    signature=1.04,
    inset=-0.56,
    code_line=-1.65,
    heading=-2.84,
    title=1.24,
    subtitle=-2.06,
    note=-1.63,
    code=-9.0,
    rare_word=-1.0,
    rare_words=-0.84,
    rare_before=-1.3,
    rare_after=-1.26,
    heading_continues=1.5,
    code_continues=1.5,
    line_width_slopes=(
        (140, -0.0113),
        (280, 0.0066),
        (500, -0.0006),
    ),
    width_slopes=(
        (80, -0.0009),
        (140, -0.0136),
        (280, 0.0052),
        (500, 0.0057),
        (750, -0.0094),
    ),
    count_scores=(
        (1, 0.46),
        (2, -0.38),
        (3, -0.94),
        (4, -0.9),
        (5, -1.49),
        (6, -1.69),
        (7, -1.75),
        (8, -2.6),
        (12, -2.64),
        (16, -4.0),
        (20, -5.05),
        (40, -11.25),
    ),
)
"""For texts with blank lines."""

UNBROKEN = Weights(
    first_essay=-7.13,
    essay=-10.34,
    next_essay=-5.51,
    widths=(
        (500, 1.77),
        (350, 2.03),
        (280, 0.11),
        (200, -1.58),
        (120, -0.43),
        (80, -1.23),
        (50, -0.48),
        (25, -2.24),
        (0, -0.95),
    ),
    sentence=0.48,
    unfinished=-2.3,
    lowercase=-2.5,
    emoji=-1.44,
    answer=-6.0,
    short_link=-2.0,
    marked=2.2,
    label=-0.01,
    handle=-2.33,
    named=(
        ("heading", 1.0),
        ("quote block", -0.8),
        ("markup", 0.29),
        ("link last", -0.14),
        ("code", -0.33),
        ("indent", 0.34),
    ),
    heading_line=0.51,
    signature=1.0,
    inset=-0.94,
    code_line=-1.0,
    heading=-2.82,
    title=1.72,
    subtitle=-3.83,
    note=-2.93,
    code=-9.0,
    rare_word=-0.97,
    rare_words=-1.06,
    rare_before=-0.78,
    rare_after=-0.09,
    heading_continues=1.5,
    code_continues=1.5,
    line_width_slopes=(
        (140, -0.0136),
        (280, 0.0051),
        (500, 0.0042),
    ),
    width_slopes=(
        (80, -0.0016),
        (140, -0.0177),
        (280, -0.0041),
        (500, -0.0039),
    ),
    count_scores=(
        (1, 0.41),
        (2, -0.02),
        (3, 0.61),
        (4, 0.23),
        (5, 0.36),
        (6, -1.54),
        (7, -1.48),
        (8, -1.99),
        (12, -2.87),
        (16, -4.03),
        (20, -5.27),
        (40, -11.47),
    ),
)
"""For texts without blank lines."""


def weights_for(blanks: Iterable[int]) -> Weights:
    """The weights for a text with so many blank lines before each line."""
    return SPACED if any(blanks) else UNBROKEN
