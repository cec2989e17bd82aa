"""All that is seen of a text's lines, before anything is decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.readers.text.cues import CUES, LENGTH_CUES, weigh
from sitegen.readers.text.lines import Line
from sitegen.readers.text.marks import closes_with_stamp, find_stamps, opens_with_stamp
from sitegen.readers.text.regimes import is_heading, rate_lines

_HEADING = -3.0
_STAMP, _NO_STAMP = 8.0, -5.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What each line of a text tells; of the gap before it, where a boundary may be."""

    lines: Sequence[Line]
    forms: Sequence[float]
    """The log-odds of a boundary before each line, from all but the lines' lengths."""
    lengths: Sequence[float]
    """What the lines' lengths add to it, unless one of the lines is of an essay."""
    stamps: Sequence[float]
    """What times and addresses add to it, unless one of the lines is of an essay."""
    essays: Sequence[float]
    """The log-odds that each line is a paragraph of an essay."""
    threads: Sequence[bool]
    """Whether each line ends with the mark of a thread's first part."""


def gather_evidence(lines: Sequence[Line]) -> Evidence:
    """The evidence of some lines, at least one."""
    return Evidence(
        lines=lines,
        forms=[0.0, *(_weigh_form(before, after) for before, after in pairwise(lines))],
        lengths=[0.0, *(weigh(before, after, LENGTH_CUES) for before, after in pairwise(lines))],
        stamps=[0.0, *_weigh_stamps(lines)],
        essays=rate_lines(lines),
        threads=["first part last" in line.traits for line in lines],
    )


def _weigh_form(before: Line, after: Line) -> float:
    return weigh(before, after, CUES) + (_HEADING if is_heading(before, after) else 0.0)


def _weigh_stamps(lines: Sequence[Line]) -> list[float]:
    texts = [line.text for line in lines]
    match find_stamps(texts):
        case "open":
            stamped = [opens_with_stamp(text) for text in texts[1:]]
        case "close":
            stamped = [closes_with_stamp(text) for text in texts[:-1]]
        case _:
            return [0.0] * (len(texts) - 1)
    return [_STAMP if is_stamped else _NO_STAMP for is_stamped in stamped]
