"""What a blank line means in a text: the end of a document, of a paragraph, or nothing at all."""

import math
from dataclasses import dataclass
from typing import NamedTuple


class Odds(NamedTuple):
    """Logarithms of the probability of a boundary, and of none."""

    boundary: float
    none: float


@dataclass(frozen=True, slots=True)
class Convention:
    """How a text uses line ends and blank lines; a text keeps to one convention throughout.

    Each triple stands for a mere line end, one blank line, and several.
    """

    name: str
    post: tuple[float, float, float]
    """How likely each is the end of a post rather than inside one."""
    essay: tuple[float, float, float]
    """How often each stands between the paragraphs of an essay; they add up to 1."""

    def post_odds(self, blanks: int) -> Odds:
        """For the gap between two lines, both of posts."""
        chance = self.post[min(blanks, 2)]
        return Odds(math.log(chance), math.log(1 - chance))

    def essay_odds(self, blanks: int) -> Odds:
        """For the gap at an essay's edge, and for one between two paragraphs of it."""
        kind = min(blanks, 2)
        airy_edge = 0.5 if blanks and self.essay[1] > 0.5 else 0.0
        return Odds(math.log(max(self.post[kind], airy_edge)), math.log(self.essay[kind]))


_LINES = (0.75, 0.01, 0.9)
_BLANKS = (0.001, 0.97, 0.99)
_ANY = (0.7, 0.5, 0.9)
_SEVERAL = (0.001, 0.01, 0.99)
_TIGHT = (0.96, 0.03, 0.01)
_AIRY = (0.08, 0.88, 0.04)

CONVENTIONS = (
    Convention("line ends part posts, blank lines are inside them", _LINES, _TIGHT),
    Convention("line ends part posts, blank lines part paragraphs", _LINES, _AIRY),
    Convention("blank lines part documents", _BLANKS, _TIGHT),
    Convention("blank lines part posts and paragraphs", _BLANKS, _AIRY),
    Convention("line ends and blank lines part posts", _ANY, _TIGHT),
    Convention("line ends and blank lines part posts, blank lines part paragraphs", _ANY, _AIRY),
    Convention("several blank lines part documents", _SEVERAL, (0.96, 0.038, 0.002)),
    Convention(
        "several blank lines part documents, one parts paragraphs", _SEVERAL, (0.08, 0.918, 0.002)
    ),
)
"""The first is for a text without blank lines."""
