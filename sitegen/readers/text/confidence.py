"""The probability of each document of a split, by the forward-backward algorithm."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sitegen.readers.text.segmentation import (
    MOST_LINES,
    Floats,
    Integers,
    Segment,
    SegmentationModel,
    from_the_end,
)

_NEVER = float("-inf")


class _Forward(NamedTuple):
    """Logarithms of sums over all splits of the lines before each position, the last one first."""

    totals: Floats
    entries: Floats
    """The same of an essay that starts at each line, the first one first."""


class _Backward(NamedTuple):
    """Logarithms of sums over all splits of the lines after each position."""

    after_posts: Floats
    after_essays: Floats


def rate_segments(model: SegmentationModel, segments: Sequence[Segment]) -> list[float]:
    """For each segment, the probability from 0 to 1 that both its boundaries are right."""
    forward = _forward(model)
    backward = _backward(model)
    start = np.array([segment.start for segment in segments])
    stop = np.array([segment.stop for segment in segments])
    is_essay = np.array([segment.kind == "essay" for segment in segments])
    posts = model.post_scores(np.where(is_essay, stop - 1, start), stop)
    posts += forward.totals[model.count - start] + backward.after_posts[stop]
    essays = _essay_scores(model, start, stop)
    essays += forward.entries[start] + backward.after_essays[stop]
    totals = np.where(is_essay, essays, posts) - forward.totals[0]
    return [float(rate) for rate in np.exp(np.minimum(0.0, totals))]


def log_likelihood(model: SegmentationModel) -> float:
    """The logarithm of the sum over all splits of a text."""
    return float(_forward(model).totals[0])


def _essay_scores(model: SegmentationModel, start: Integers, stop: Integers) -> Floats:
    """The scores of essays from each start to a stop, without those of entering them."""
    inner: Floats = np.cumsum(np.append(0.0, model.essay_continues + model.essay_scores))
    scores: Floats = inner[stop] - inner[start] - model.essay_continues[start]
    scores += model.essay_ends[stop - 1]
    return scores


def _forward(model: SegmentationModel) -> _Forward:
    totals = from_the_end(model.count)
    entries = np.empty(model.count)
    essay = closed = _NEVER
    post = 0.0
    for line, (posts, opens, continues, paragraph, ends) in enumerate(model.forwards()):
        entry = _sum(post + model.essay_prior, closed + model.next_essay_prior) + opens
        essay = _sum(essay + continues, entry) + paragraph
        position = model.count - line
        post = _sum_of_all(totals[position : position + MOST_LINES] + posts)
        closed = essay + ends
        entries[line] = entry
        totals[position - 1] = _sum(post, closed)
    return _Forward(totals, entries)


def _backward(model: SegmentationModel) -> _Backward:
    after_posts = np.full(model.count + MOST_LINES, _NEVER)
    after_essays = np.full(model.count + 1, _NEVER)
    after_posts[model.count] = after_essays[model.count] = 0.0
    essay = _NEVER
    after = 0.0
    numbers = range(model.count - 1, -1, -1)
    lines = zip(numbers, model.backwards(), strict=True)
    for line, (posts, opens, continues, paragraph, ends) in lines:
        essay = paragraph + _sum(ends + after, essay)
        post = _sum_of_all(after_posts[line + 1 : line + 1 + MOST_LINES] + posts)
        after = _sum(post, model.next_essay_prior + opens + essay)
        after_posts[line] = _sum(post, model.essay_prior + opens + essay)
        after_essays[line] = after
        essay += continues
    return _Backward(after_posts, after_essays)


def _sum(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers, from their logarithms."""
    most = max(one, other)
    return most + math.log1p(math.exp(min(one, other) - most))


def _sum_of_all(logarithms: Floats) -> float:
    most = float(logarithms.max())
    return most + math.log(np.exp(logarithms - most).sum())
