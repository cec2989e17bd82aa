"""The log-odds of boundaries and essay paragraphs for each line of a text: input to the model."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, islice, pairwise, repeat, starmap, tee

from sitegen.readers.text.boundary_features import content_log_odds, length_log_odds
from sitegen.readers.text.essay_parts import find_code, find_insets, find_titles, is_note
from sitegen.readers.text.essays import essay_log_odds, is_heading
from sitegen.readers.text.lines import Lines, WordedLine
from sitegen.readers.text.separators import closes_with_stamp, find_stamps, opens_with_stamp
from sitegen.readers.text.weights import SPACED, Weights, weights_for

_STAMP, _NO_STAMP = 8.0, -5.0
_RARE = 0.02
"""The share of the lines of a text of which the most have a rare word."""
_FEWEST_RARE = 3
_REMEMBERED = 1000
"""How many pairs of lines have their scores kept, as short lines come again and again."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores for each line, and for the gap before it."""

    lines: Lines
    weights: Weights
    content_scores: Sequence[float]
    """The log-odds of a boundary before each line, from everything but line lengths."""
    length_scores: Sequence[float]
    """What line lengths add to them, unless both lines belong to one essay."""
    stamp_scores: Sequence[float]
    """What timestamps and post URLs add to them, unless one of the lines belongs to an essay."""
    continue_scores: Sequence[float]
    """The log-odds that an essay goes on from the line before to each line."""
    essay_scores: Sequence[float]
    """The log-odds that each line is a paragraph of an essay."""
    thread_starts: bytearray
    """Whether each line ends with the number of a thread's first part, as 1 or 0."""
    blanks: Sequence[int]
    """The number of blank lines before each line."""
    widths: Sequence[int]


def gather_evidence(lines: Lines) -> Evidence:
    """The scores of lines, of which there must be at least one."""
    weights = weights_for(lines.blanks)
    contents, lengths, continues = array("d", [0.0]), array("d", [0.0]), array("d", [0.0])
    score = lru_cache(_REMEMBERED)(partial(_scores, weights))
    paired, worded = tee(lines.worded())
    scores = zip(
        starmap(score, pairwise(paired)), _rare_word_scores(worded, lines, weights), strict=True
    )
    for (content, length, continued), common in scores:
        contents.append(content + common)
        lengths.append(length)
        continues.append(continued)
    essays = essay_log_odds(lines, weights)
    for number in find_insets(lines):
        essays[number] = weights.inset
        contents[number] += weights.note if is_note(lines[number]) else 0.0
    for title, paragraph in find_titles(lines).items():
        contents[title] += weights.title
        for number in range(title, paragraph):
            essays[number] = weights.inset
            contents[number + 1] += weights.subtitle
    for code in find_code(lines):
        for number in code:
            essays[number] = weights.code_line
        for number in code[1:]:
            contents[number], lengths[number], continues[number] = (
                weights.code,
                0.0,
                weights.code_continues,
            )
    return Evidence(
        lines=lines,
        weights=weights,
        content_scores=contents,
        length_scores=lengths,
        stamp_scores=array("d", chain([0.0], _stamp_scores(lines))),
        continue_scores=continues,
        essay_scores=essays,
        thread_starts=bytearray("first part last" in line.features for line in lines),
        blanks=lines.blanks,
        widths=lines.widths,
    )


def _scores(weights: Weights, before: WordedLine, after: WordedLine) -> tuple[float, float, float]:
    """What two lines say for a boundary, by contents and lengths, and for an essay going on."""
    has_blanks = weights is SPACED
    contents = content_log_odds(before, after, has_blanks=has_blanks)
    lengths = length_log_odds(before, after, has_blanks=has_blanks)
    if is_heading(before, after):
        return contents + weights.heading, lengths, weights.heading_continues
    return contents, lengths, 0.0


def _rare_word_scores(
    worded: Iterator[WordedLine], lines: Lines, weights: Weights
) -> Iterator[float]:
    """What rare words in common say for a boundary before each line but the first."""
    counts = Counter(stem for line in lines.worded() for stem in line.stems)
    most = max(_FEWEST_RARE, _RARE * len(lines))
    nothing: frozenset[str] = frozenset()
    rare = (frozenset(stem for stem in line.stems if 1 < counts[stem] <= most) for line in worded)
    earlier, before = nothing, next(rare)
    line = next(rare, nothing)
    for after in islice(chain(rare, [nothing]), len(lines) - 1):
        common = len(before & line)
        yield (
            weights.rare_word * (common > 0)
            + weights.rare_words * (common > 1)
            + weights.rare_before * (not earlier.isdisjoint(line))
            + weights.rare_after * (not before.isdisjoint(after))
        )
        earlier, before, line = before, line, after


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
