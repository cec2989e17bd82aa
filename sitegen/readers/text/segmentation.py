"""The probability of each possible document of a text, under one convention for blank lines.

The model is semi-Markov (Sarawagi and Cohen, 2004): a text is a sequence of posts and essays. Its
score sums the log-odds of each boundary, and scores for the kind and length of each document. The
forward-backward algorithm turns the scores into the probability of each possible document.

Scores are computed for many lines at once, in blocks, as a post may start at any of the last 40
lines: one by one, the posts of a text of short lines take most of the time of reading it.
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sitegen.processes.background import BackgroundCall
from sitegen.readers.text.blank_lines import Convention
from sitegen.readers.text.evidence import LONG, Evidence
from sitegen.readers.text.weights import Slopes

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST_LINES = 40
"""The maximum number of lines in a post."""
_EDGE_LENGTHS = 0.5
"""How much of what line lengths say holds where an essay begins or ends."""
WIDEST = 1500
"""The maximum number of characters in a post of several lines."""
_COUNTED = 2000
"""A post of one line may be of any length; characters beyond this many cost nothing."""
_WIDTHS = np.arange(_COUNTED + 1)
_FULL_WIDTH = 200
_FULL_FIRST_PART = 2.5
"""A bonus for the first part of a thread that fills a post, as threads continue full posts."""
_BLOCK = 48
"""How many lines have their posts scored at once."""
_SMALL_BLOCK = 16
"""The same under several models, to save memory."""
_NEVER = float("-inf")


class LineScores(NamedTuple):
    """The scores of a line."""

    posts: Floats
    """Those of a post of one line, of two, and so on; minus infinity if it is impossible."""
    essay_starts: float
    essay_continues: float
    essay_paragraph: float
    essay_ends: float


class SegmentationModel:
    """The scores of all possible documents of a text, under one convention for blank lines.

    Attributes:
        count: the number of lines.
        essay_prior, essay_after_essay: the score of any essay after a post, and after an essay.
        essay_starts, essay_ends: for each line, the score of an essay starting or ending with it,
            without the score of any essay.
        essay_continues: for each line, the score of an essay continuing from the line before.
        essay_scores: the score of each line as a line of an essay.
    """

    def __init__(self, evidence: Evidence, convention: Convention) -> None:
        weights = evidence.weights
        kinds = np.minimum(np.asarray(evidence.blanks)[1:], 2)
        posts = _table(convention.post)
        edges = _table(convention.edge).boundary[kinds]
        contents = evidence.content_scores[1:]
        marks = evidence.marks
        lengths = np.asarray(evidence.length_scores)[1:]
        opens = _after_first(0.0, posts.boundary[kinds] + contents + lengths + marks.boundary)
        edges = edges + _EDGE_LENGTHS * lengths
        self.count = len(evidence.lines)
        self.essay_prior = weights.next_essay
        self.essay_after_essay = weights.essay_after_essay
        self.essay_scores = np.asarray(evidence.essay_scores)
        starts = edges + contents + evidence.start_scores[1:]
        ends = edges - posts.boundary[kinds] - lengths + evidence.end_scores[1:]
        if not marks.open_posts:
            starts, ends = starts + marks.boundary, ends - marks.boundary
        self.essay_starts = _after_first(weights.first_essay - weights.next_essay, starts)
        self.essay_ends = np.append(ends, 0.0)
        shares = np.log(np.array([convention.essay, convention.paragraphs]))
        paragraphs = np.frombuffer(evidence.paragraphs, dtype=np.bool_)
        are_paragraphs = (paragraphs[1:] & paragraphs[:-1]).astype(int)
        continues = shares[are_paragraphs, kinds] + evidence.continue_scores[1:]
        continues += marks.within_essay
        self.essay_continues = _after_first(0.0, continues)
        counts, count_scores = zip(*convention.line_counts, strict=True)
        self._count_scores = np.interp(np.arange(MOST_LINES + 1), counts, count_scores)
        self._line_width_scores = _width_scores(weights.line_width_slopes)
        self._width_scores = _width_scores(weights.width_slopes)
        self._thread_starts = np.frombuffer(evidence.thread_starts, dtype=np.bool_)
        self._widths = np.cumsum(np.append(0, np.asarray(evidence.widths) + 1))
        self._insides = np.cumsum(np.append(0.0, posts.none[kinds] + marks.within_post))
        self._bases = opens - self._insides
        self._essay_insides = np.cumsum(np.append(0.0, self.essay_continues + self.essay_scores))

    def forwards(self) -> Iterator[LineScores]:
        """The scores of each line, with those of the posts that end with it."""
        return map(LineScores, self.posts_before(), *map(_floats, self.essays()))

    def backwards(self) -> Iterator[LineScores]:
        """The same from the last line to the first, with the posts that start with each line."""
        reverse = (_floats(scores[::-1]) for scores in self.essays())
        return map(LineScores, self.posts_after(), *reverse)

    def essays(self) -> tuple[Floats, ...]:
        """For each line, the scores of an essay: that it starts, continues, is one, and ends."""
        return self.essay_starts, self.essay_continues, self.essay_scores, self.essay_ends

    def posts_before(self) -> Iterator[Floats]:
        """The scores of the posts that end with each line: of one line, of two, and so on."""
        lengths = np.arange(1, MOST_LINES + 1)
        for first in range(1, self.count + 1, _BLOCK):
            stops = np.arange(first, min(first + _BLOCK, self.count + 1))[:, None]
            yield from self.post_scores(stops - lengths, stops)

    def posts_after(self) -> Iterator[Floats]:
        """Those that start with each line, from the last line to the first."""
        lengths = np.arange(1, MOST_LINES + 1)
        for last in range(self.count - 1, -1, -_BLOCK):
            starts = np.arange(last, max(last - _BLOCK, -1), -1)[:, None]
            yield from self.post_scores(starts, starts + lengths)

    def post_scores(self, starts: Integers, stops: Integers) -> Floats:
        """The scores of the lines from each start up to a stop as one post."""
        start, stop = np.maximum(starts, 0), np.minimum(stops, self.count)
        counts = stops - starts
        widths = self._widths[stop] - self._widths[start]
        scores = self._bases[start] + self._insides[stop - 1]
        is_several = counts > 1
        counted = np.minimum(widths, _COUNTED)
        by_width = np.where(
            is_several, self._width_scores[counted], self._line_width_scores[counted]
        )
        scores = scores + by_width + self._count_scores[counts]
        is_first_part = self._thread_starts[stop - 1] & (widths > _FULL_WIDTH) & is_several
        scores = np.where(is_first_part, scores + _FULL_FIRST_PART, scores)
        is_possible = (starts >= 0) & (stops <= self.count) & ~(is_several & (widths > WIDEST))
        return np.where(is_possible, scores, -np.inf)

    def essay_scores_of(self, starts: Integers, stops: Integers) -> Floats:
        """The scores of the lines from each start up to a stop as one essay."""
        insides: Floats = self._essay_insides[stops] - self._essay_insides[starts]
        openings = self.essay_starts[starts] - self.essay_continues[starts]
        scores: Floats = insides + openings + self.essay_ends[stops - 1]
        return scores


class _LogProbs(NamedTuple):
    """The logarithms of probabilities for no blank line, one, and several."""

    boundary: Floats
    none: Floats


def _table(probabilities: Sequence[float]) -> _LogProbs:
    boundary = np.array(probabilities)
    return _LogProbs(np.log(boundary), np.log(1 - boundary))


@lru_cache
def _width_scores(slopes: Slopes) -> Floats:
    """The score of each number of characters."""
    scores = np.zeros(_COUNTED + 1)
    for width, slope in slopes:
        scores += slope * np.maximum(0, _WIDTHS - width)
    return scores


def _floats(numbers: Floats) -> Iterator[float]:
    """The numbers as plain floats, with which Python computes faster than with those of numpy."""
    return iter(numbers.data)


def _after_first(first: float, others: Floats) -> Floats:
    return np.append(first, others)


class Forward(NamedTuple):
    """Logarithms of sums over all splits of the lines before each position."""

    totals: Floats
    """The last position first: 0 for the start; see ``from_the_end``."""
    entries: Floats
    """The same with an essay that starts at each line, the first line first."""
    essays: Floats
    """The same with an essay that goes on to each line."""


class Backward(NamedTuple):
    """Logarithms of sums over all splits of the lines after each position."""

    after_posts: Floats
    after_essays: Floats
    essays: Floats
    """The same with an essay that each line belongs to, that line included."""


def sum_forward(model: SegmentationModel) -> Forward:
    """The sums from the first line to the last."""
    totals = from_the_end(model.count)
    entries, essays = np.empty(model.count), np.empty(model.count)
    essay = closed = _NEVER
    post = 0.0
    for line, (posts, opens, continues, paragraph, ends) in enumerate(model.forwards()):
        entry = log_sum(post + model.essay_prior, closed + model.essay_after_essay) + opens
        essay = log_sum(essay + continues, entry) + paragraph
        position = model.count - line
        post = log_sum_of(totals[position : position + MOST_LINES] + posts)
        closed = essay + ends
        entries[line], essays[line] = entry, essay
        totals[position - 1] = log_sum(post, closed)
    return Forward(totals, entries, essays)


def log_likelihoods(models: Sequence[SegmentationModel]) -> Floats:
    """The logarithm of the sum over all splits of one text, under each of several models of it.

    It is what :func:`sum_forward` ends with, for all models at once, which is much faster.
    """
    count = models[0].count
    totals = np.full((len(models), count + MOST_LINES), -np.inf)
    totals[:, count] = post = np.zeros(len(models))
    priors = np.array([(model.essay_prior, model.essay_after_essay) for model in models]).T
    essay = closed = np.full(len(models), -np.inf)
    columns = zip(*(np.transpose(scores) for scores in _stack_essays(models)), strict=True)
    for line, (posts, column) in enumerate(zip(_stack_posts(models), columns, strict=True)):
        opens, continues, paragraph, ends = column
        entry = np.logaddexp(post + priors[0], closed + priors[1]) + opens
        essay = np.logaddexp(essay + continues, entry) + paragraph
        position = count - line
        ways = totals[:, position : position + MOST_LINES] + posts
        most = ways.max(axis=1)
        post = most + np.log(np.exp(ways - most[:, None]).sum(axis=1))
        closed = essay + ends
        totals[:, position - 1] = np.logaddexp(post, closed)
    return totals[:, 0]


def _stack_essays(models: Sequence[SegmentationModel]) -> Iterator[Floats]:
    """The scores of essays, each for all models."""
    for scores in zip(*(model.essays() for model in models), strict=True):
        yield np.stack(scores)


def _stack_posts(models: Sequence[SegmentationModel]) -> Iterator[Floats]:
    """The scores of the posts that end with each line, for all models."""
    lengths, count = np.arange(1, MOST_LINES + 1), models[0].count
    for first in range(1, count + 1, _SMALL_BLOCK):
        stops = np.arange(first, min(first + _SMALL_BLOCK, count + 1))[:, None]
        scores = np.stack([model.post_scores(stops - lengths, stops) for model in models], axis=1)
        yield from scores


def sum_backward(model: SegmentationModel) -> Backward:
    """The sums from the last line to the first."""
    after_posts = np.full(model.count + MOST_LINES, _NEVER)
    after_essays = np.full(model.count + 1, _NEVER)
    essays = np.empty(model.count)
    after_posts[model.count] = after_essays[model.count] = 0.0
    essay, after = _NEVER, 0.0
    numbers = range(model.count - 1, -1, -1)
    lines = zip(numbers, model.backwards(), strict=True)
    for line, (posts, opens, continues, paragraph, ends) in lines:
        essay = essays[line] = paragraph + log_sum(ends + after, essay)
        post = log_sum_of(after_posts[line + 1 : line + 1 + MOST_LINES] + posts)
        after = log_sum(post, model.essay_after_essay + opens + essay)
        after_posts[line] = log_sum(post, model.essay_prior + opens + essay)
        after_essays[line] = after
        essay += continues
    return Backward(after_posts, after_essays, essays)


class Probabilities:
    """The probability of each possible document of a text.

    Attributes:
        count: the number of lines.
        essay_starts, essay_ends: that an essay starts, or ends, with each line.
    """

    def __init__(self, model: SegmentationModel) -> None:
        backwards = partial(sum_backward, model)
        with BackgroundCall(backwards, is_long=model.count > LONG) as call:
            forward, backward = sum_forward(model), call.result()
        self.count = model.count
        self._model = model
        self._essays = forward, backward
        self._totals, self._after_posts = forward.totals, backward.after_posts
        self._total = forward.totals[0]
        self.essay_starts = _exp(forward.entries + backward.essays - self._total)
        ends = forward.essays + model.essay_ends + backward.after_essays[1:]
        self.essay_ends = _exp(ends - self._total)

    def of_posts(self, starts: Integers, stops: Integers) -> Floats:
        """Those of posts from each start up to a stop."""
        scores = self._model.post_scores(starts, stops)
        scores += self._totals[self._model.count - np.maximum(starts, 0)]
        scores += self._after_posts[np.minimum(stops, self._model.count)]
        scores -= self._total
        return _exp(scores)

    def of_essays(self, starts: Integers, stops: Integers) -> Floats:
        """Those of essays from each start up to a stop."""
        forward, backward = self._essays
        scores = self._model.essay_scores_of(starts, stops) - self._model.essay_starts[starts]
        scores += forward.entries[starts] + backward.after_essays[stops]
        return _exp(scores - self._total)

    def of_posts_before(self) -> Iterator[Floats]:
        """Those of the posts that end with each line: of one line, of two, and so on."""
        lengths = np.arange(1, MOST_LINES + 1)
        for first in range(1, self._model.count + 1, _BLOCK):
            stops = np.arange(first, min(first + _BLOCK, self._model.count + 1))[:, None]
            yield from self.of_posts(stops - lengths, stops)


def _exp(logarithms: Floats) -> Floats:
    """The probabilities of logarithms, which are overwritten."""
    np.minimum(0.0, logarithms, out=logarithms)
    return np.exp(logarithms, out=logarithms)


def from_the_end(count: int) -> Floats:
    """Room for the score of each position between lines, the last one first: 0 for the start.

    Behind it is room for impossible posts that would start before the first line.
    """
    scores = np.full(count + MOST_LINES, -np.inf)
    scores[count] = 0.0
    return scores


def log_sum(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers, from their logarithms."""
    most = max(one, other)
    return most + math.log1p(math.exp(min(one, other) - most))


def log_sum_of(logarithms: Floats) -> float:
    """The same of many numbers."""
    most = float(logarithms.max())
    return most + math.log(np.exp(logarithms - most).sum())
