"""The log-odds of boundaries and essay paragraphs for each line of a text: input to the model."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat, starmap

from sitegen.readers.text.boundary_features import BOUNDARY_FEATURES, LENGTH_FEATURES, log_odds
from sitegen.readers.text.essay_parts import find_insets, find_titles, is_note
from sitegen.readers.text.essays import essay_log_odds, is_heading
from sitegen.readers.text.lines import Lines, WordedLine
from sitegen.readers.text.separators import closes_with_stamp, find_stamps, opens_with_stamp

_HEADING = -3.0
_TITLE, _SUBTITLE, _NOTE = 1.5, -4.0, -3.0
_WITHIN_ESSAY = -2.8
"""The least score of a line that belongs to an essay, but is no paragraph."""
_STAMP, _NO_STAMP = 8.0, -5.0
_REMEMBERED = 1000
"""How many pairs of lines have their scores kept, as short lines come again and again."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores for each line, and for the gap before it."""

    lines: Lines
    content_scores: Sequence[float]
    """The log-odds of a boundary before each line, from everything but line lengths."""
    length_scores: Sequence[float]
    """What line lengths add to them, unless one of the lines belongs to an essay."""
    stamp_scores: Sequence[float]
    """What timestamps and post URLs add to them, unless one of the lines belongs to an essay."""
    essay_scores: Sequence[float]
    """The log-odds that each line is a paragraph of an essay."""
    thread_starts: bytearray
    """Whether each line ends with the number of a thread's first part, as 1 or 0."""
    blanks: Sequence[int]
    """The number of blank lines before each line."""
    widths: Sequence[int]


def gather_evidence(lines: Lines) -> Evidence:
    """The scores of lines, of which there must be at least one."""
    contents = array("d", [0.0])
    lengths = array("d", [0.0])
    for content, length in starmap(lru_cache(_REMEMBERED)(_scores), pairwise(lines.worded())):
        contents.append(content)
        lengths.append(length)
    essays = essay_log_odds(lines)
    for number in find_insets(lines):
        essays[number] = max(essays[number], _WITHIN_ESSAY)
        contents[number] += _NOTE if is_note(lines[number]) else 0.0
    for title, paragraph in find_titles(lines).items():
        contents[title] += _TITLE
        for number in range(title, paragraph):
            essays[number] = max(essays[number], _WITHIN_ESSAY)
            contents[number + 1] += _SUBTITLE
    return Evidence(
        lines=lines,
        content_scores=contents,
        length_scores=lengths,
        stamp_scores=array("d", chain([0.0], _stamp_scores(lines))),
        essay_scores=essays,
        thread_starts=bytearray("first part last" in line.features for line in lines),
        blanks=lines.blanks,
        widths=lines.widths,
    )


def _scores(before: WordedLine, after: WordedLine) -> tuple[float, float]:
    """What the contents of two lines say for a boundary between them, and what their lengths do."""
    contents = log_odds(before, after, BOUNDARY_FEATURES)
    if is_heading(before, after):
        contents += _HEADING
    return contents, log_odds(before, after, LENGTH_FEATURES)


def _stamp_scores(lines: Lines) -> Iterable[float]:
    texts = lines.texts
    match find_stamps(texts):
        case "open":
            stamped = [opens_with_stamp(text) for text in texts[1:]]
        case "close":
            stamped = [closes_with_stamp(text) for text in texts[:-1]]
        case _:
            return repeat(0.0, len(texts) - 1)
    return (_STAMP if is_stamped else _NO_STAMP for is_stamped in stamped)
