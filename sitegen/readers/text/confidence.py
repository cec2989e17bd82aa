"""The probability of each document of a split, by the forward-backward algorithm."""

import math
from collections.abc import Sequence

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


def rate_segments(model: SegmentationModel, segments: Sequence[Segment]) -> list[float]:
    """For each segment, the probability from 0 to 1 that both its boundaries are right."""
    forward = _forward(model)
    backward = _backward(model)
    start = np.array([segment.start for segment in segments])
    stop = np.array([segment.stop for segment in segments])
    is_essay = np.array([segment.kind == "essay" for segment in segments])
    posts = model.post_scores(np.where(is_essay, stop - 1, start), stop)
    scores = np.where(is_essay, _essay_scores(model, start, stop), posts)
    totals = forward[model.count - start] + scores + backward[stop] - forward[0]
    return [float(rate) for rate in np.exp(np.minimum(0.0, totals))]


def _essay_scores(model: SegmentationModel, start: Integers, stop: Integers) -> Floats:
    inner: Floats = np.cumsum(np.append(0.0, model.essay_continues + model.essay_scores))
    opened = model.essay_starts[start] - model.essay_continues[start]
    scores: Floats = opened + inner[stop] - inner[start] + model.essay_ends[stop - 1]
    return scores


def _forward(model: SegmentationModel) -> Floats:
    """For each position between lines, the log of the sum over all splits of the lines before.

    The last position comes first.
    """
    forward = from_the_end(model.count)
    essay = _NEVER
    before = 0.0
    for line, (posts, opens, continues, paragraph, ends) in enumerate(model.forwards()):
        essay = _sum(essay + continues, before + opens) + paragraph
        position = model.count - line
        post = _sum_of_all(forward[position : position + MOST_LINES] + posts)
        before = _sum(post, essay + ends)
        forward[position - 1] = before
    return forward


def _backward(model: SegmentationModel) -> Floats:
    """For each position between lines, the log of the sum over all splits of the lines after."""
    backward = np.full(model.count + MOST_LINES, _NEVER)
    backward[model.count] = 0.0
    essay = _NEVER
    after = 0.0
    numbers = range(model.count - 1, -1, -1)
    lines = zip(numbers, model.backwards(), strict=True)
    for line, (posts, opens, continues, paragraph, ends) in lines:
        essay = paragraph + _sum(ends + after, essay)
        post = _sum_of_all(backward[line + 1 : line + 1 + MOST_LINES] + posts)
        after = _sum(post, opens + essay)
        backward[line] = after
        essay += continues
    return backward


def _sum(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers, from their logarithms."""
    most = max(one, other)
    return most + math.log1p(math.exp(min(one, other) - most))


def _sum_of_all(logarithms: Floats) -> float:
    most = float(logarithms.max())
    return most + math.log(np.exp(logarithms - most).sum())
