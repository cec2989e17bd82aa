"""The log-odds of boundaries and essay paragraphs for each line of a text: input to the model."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sitegen.processes.background import BackgroundCall
from sitegen.readers.text.boundary_features import PairScores, length_log_odds, score_contents
from sitegen.readers.text.context_features import (
    GapFeatures,
    Places,
    context_features,
    find_places,
    gap_measures,
)
from sitegen.readers.text.essay_words import (
    NEARBY,
    WORD_FEATURES,
    compare_words,
    share_words_nearby,
)
from sitegen.readers.text.essays import essay_log_odds
from sitegen.readers.text.line_words import Floats, LineWords
from sitegen.readers.text.lines import Line, Lines, WordedLine
from sitegen.readers.text.openings import learn_openings
from sitegen.readers.text.post_marks import Marks, find_marks
from sitegen.readers.text.set_apart import find_set_apart
from sitegen.readers.text.titled_essays import find_titled, find_titled_runs
from sitegen.readers.text.weights import Weights, weights_for

_WRAPPED = range(3, 41)
"""How many lines of the dump a hard-wrapped paragraph that few posts have is made of."""
_WRAPPED_SCORE = 0.8
"""What such a paragraph says for an essay; set by hand."""
_SET_APART = 3.0
"""What blank lines that set an essay apart say for its start, its end, and that it goes on, and a
title above wide paragraphs for its start; set by hand."""
_GOES_ON = 1.0
"""What such a title says for each line that the essay goes on; set by hand."""
_RUN_GOES_ON, _RUN_ENDS = 2.0, 1.5
"""What one with blank lines everywhere says for each of its lines, and for its end; set by hand."""
LONG = 2000
"""A text with more lines is worth a second process."""
_REMEMBERED = 1000
"""How many pairs of lines have their scores kept, as short lines come again and again."""
STRUCTURE = frozenset(
    {"heading", "item", "bullet", "quote block", "picture", "markup", "code", "indent"}
    | {"link only", "linked text only", "quoted", "aside"}
)
_PARAGRAPH_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Evidence:
    """Scores for each line, and for the gap before it."""

    lines: Lines
    weights: Weights
    content_scores: Floats
    """The log-odds of a boundary before each line, from everything but line lengths."""
    length_scores: Sequence[float]
    """What line lengths add to them, unless both lines belong to one essay."""
    marks: Marks
    """What the marks of posts add to them, and to the log-odds that a gap is within a document."""
    start_scores: Floats
    """The log-odds that add to these if an essay starts with each line."""
    end_scores: Floats
    """The same if an essay ends before it."""
    continue_scores: Floats
    """The log-odds that an essay goes on from the line before to each line."""
    essay_scores: Floats
    """The log-odds that each line is a paragraph of an essay."""
    paragraphs: bytearray
    """Whether each line is a plain paragraph: no heading, item, code or the like; 1 or 0."""
    thread_starts: bytearray
    """Whether each line ends with the number of a thread's first part, as 1 or 0."""
    blanks: Sequence[int]
    """The number of blank lines before each line."""
    widths: Sequence[int]
    words: LineWords
    similarities: Floats
    """How similar the words on either side of the gap before each line are, from 0 to 1."""

    def with_essays(self, inside: Floats) -> "Evidence":
        """The same, from what the words of essays and posts say, where there are both.

        Args:
            inside: the probability that each line belongs to an essay.
        """
        features = compare_words(self.words, inside)
        if features is None:
            return self
        scores = self.essay_scores
        for name, values in zip(WORD_FEATURES, features, strict=True):
            scores = scores + self.weights.essay[name] * values
        return replace(self, essay_scores=scores)

    def with_openings(self, cuts: Floats) -> "Evidence":
        """The same, from how the posts of the text begin.

        Args:
            cuts: the probability of a boundary before each line.
        """
        learned = learn_openings(self.lines.texts, self.blanks, cuts)
        return replace(self, content_scores=self.content_scores + learned)


def gather_evidence(lines: Lines, weights: Weights | None = None) -> Evidence:
    """The scores of lines, of which there must be at least one.

    Without weights, those are used that suit the lines.
    """
    weights = weights or weights_for(lines.blanks)
    is_long = len(lines) > LONG
    describe = partial(_describe_lines, lines, weights)
    words = LineWords()
    with BackgroundCall(describe, is_long=is_long) as describing:
        gaps = _score_gaps(lines, words, weights)
        with BackgroundCall(lambda: list(gap_measures(lines, words)), is_long=is_long) as measuring:
            described = describing.result()
            context = context_features(described.places, words)
            _add_context(gaps, context, described.places, weights)
            measured = measuring.result()
    scores = [np.asarray(scores) for scores in gaps[:4]]
    tables = (weights.context, weights.essay_start, weights.essay_end, weights.context_within_essay)
    for name, values in measured:
        for some, table in zip(scores, tables, strict=True):
            some[1:] += table[name] * values
    _add_titled(lines, described.places.titles, *scores[1:])
    nearby = share_words_nearby(words, len(lines))
    return Evidence(
        lines=lines,
        weights=weights,
        content_scores=scores[0],
        length_scores=gaps.lengths,
        marks=find_marks(lines),
        start_scores=scores[1],
        end_scores=scores[2],
        continue_scores=scores[3],
        essay_scores=described.essay_scores + weights.essay[NEARBY] * nearby,
        paragraphs=described.paragraphs,
        thread_starts=described.thread_starts,
        blanks=lines.blanks,
        widths=lines.widths,
        words=words,
        similarities=np.append(0.0, dict(measured)["similar words around"]),
    )


class _Described(NamedTuple):
    """What each line says by itself; see :class:`Evidence`."""

    places: Places
    essay_scores: Floats
    paragraphs: bytearray
    thread_starts: bytearray


def _describe_lines(lines: Lines, weights: Weights) -> _Described:
    places = find_places(lines)
    return _Described(
        places=places,
        essay_scores=np.asarray(_essay_scores(lines, places, weights)),
        paragraphs=bytearray(
            number not in places.code and is_paragraph(line) for number, line in enumerate(lines)
        ),
        thread_starts=bytearray("first part last" in line.features for line in lines),
    )


class _GapScores(NamedTuple):
    """The scores of the gap before each line, the first of which is 0."""

    contents: "array[float]"
    starts: "array[float]"
    ends: "array[float]"
    continues: "array[float]"
    lengths: "array[float]"


def _score_gaps(lines: Lines, words: LineWords, weights: Weights) -> _GapScores:
    """What two adjacent lines say for a boundary between them; ``words`` notes their words."""
    gaps = _GapScores(*(array("d", [0.0]) for _ in _GapScores._fields))
    score = lru_cache(_REMEMBERED)(_scores)
    for before, after in pairwise(words.watch(lines.worded())):
        pair, length = score(before, after, weights)
        gaps.contents.append(pair.boundary)
        gaps.starts.append(pair.essay_start)
        gaps.ends.append(pair.essay_end)
        gaps.lengths.append(length)
    return gaps


def _add_context(
    gaps: _GapScores, features_of_gaps: Iterable[GapFeatures], places: Places, weights: Weights
) -> None:
    """Adds what other lines say; between the lines of a block of code, only that counts."""
    contents, starts, ends, continues, lengths = gaps
    for number, features in enumerate(features_of_gaps, 1):
        if number in places.within_code:
            contents[number] = starts[number] = ends[number] = lengths[number] = 0.0
        contents[number] += _sum(features, weights.context)
        starts[number] += _sum(features, weights.essay_start)
        ends[number] += _sum(features, weights.essay_end)
        continues.append(_sum(features, weights.context_within_essay))


def _add_titled(
    lines: Lines, titles: Mapping[int, int], starts: Floats, ends: Floats, continues: Floats
) -> None:
    """Adds what blank lines, or the widths of paragraphs, say for essays with a title."""
    for essay in find_set_apart(lines, titles):
        starts[essay.start] += _SET_APART
        continues[essay.start + 1 : essay.stop] += _SET_APART
        ends[essay.stop : essay.stop + 1] += _SET_APART
    for essay in find_titled(lines, titles):
        starts[essay.start] += _SET_APART
        continues[essay.start] -= _SET_APART
        continues[essay.start + 1 : essay.stop] += _GOES_ON
    for run in find_titled_runs(lines, titles):
        starts[run.start] += _SET_APART
        continues[run.start + 1 : run.stop] += _RUN_GOES_ON
        ends[run.stop : run.stop + 1] += _RUN_ENDS


def is_paragraph(line: Line) -> bool:
    """Whether a line is neither short nor a heading, an item, code or the like."""
    return line.width >= _PARAGRAPH_WIDTH and line.features.isdisjoint(STRUCTURE)


def _scores(before: WordedLine, after: WordedLine, weights: Weights) -> tuple[PairScores, float]:
    """What the contents of two lines say for a boundary between them, and what their lengths do."""
    return score_contents(before, after, weights), length_log_odds(before, after, weights)


def _sum(features: GapFeatures, weights: Mapping[str, float]) -> float:
    return sum([weights[name] * value for name, value in features]) if features else 0.0


def _essay_scores(lines: Lines, places: Places, weights: Weights) -> "array[float]":
    scores = essay_log_odds(lines, weights.essay)
    for number in places.insets:
        scores[number] = weights.essay["inset"]
    for number in places.code:
        scores[number] = weights.essay["code line"]
    for number, (first, last) in enumerate(zip(lines.firsts, lines.lasts, strict=True)):
        if last - first + 1 in _WRAPPED:
            scores[number] += _WRAPPED_SCORE
    return scores
