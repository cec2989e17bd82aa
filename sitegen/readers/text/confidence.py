"""The probability of each document of a split, by the forward-backward algorithm."""

import math
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from sitegen.readers.text.segmentation import Segment, SegmentationModel

_NEVER = float("-inf")


def rate_segments(model: SegmentationModel, segments: Sequence[Segment]) -> Sequence[float]:
    """For each segment, the probability from 0 to 1 that both its boundaries are right."""
    forward = _forward(model)
    backward = _backward(model)
    inner = array(
        "d",
        accumulate(
            map(sum, zip(model.essay_continues, model.essay_scores, strict=True)), initial=0.0
        ),
    )
    rates = array("d")
    for segment in segments:
        if segment.kind == "essay":
            score = (
                model.essay_starts[segment.start]
                - model.essay_continues[segment.start]
                + inner[segment.stop]
                - inner[segment.start]
                + model.essay_ends[segment.stop - 1]
            )
        else:
            score = model.post_score(segment.start, segment.stop)
        total = forward[segment.start] + score + backward[segment.stop] - forward[-1]
        rates.append(math.exp(min(0.0, total)))
    return rates


def _forward(model: SegmentationModel) -> Sequence[float]:
    """For each position between lines, the log of the sum over all splits of the lines before."""
    forward = array("d", [0.0])
    essay = _NEVER
    for line in range(model.count):
        essay = _sum(
            (essay + model.essay_continues[line], forward[line] + model.essay_starts[line])
        )
        essay += model.essay_scores[line]
        ways = [forward[start] + score for score, start in model.posts_before(line + 1)]
        forward.append(_sum([*ways, essay + model.essay_ends[line]]))
    return forward


def _backward(model: SegmentationModel) -> Sequence[float]:
    """For each position between lines, the log of the sum over all splits of the lines after."""
    ways: defaultdict[int, list[float]] = defaultdict(list)
    backward = array("d", [0.0]) * (model.count + 1)
    essay = _NEVER
    for stop in range(model.count, 0, -1):
        line = stop - 1
        if stop < model.count:
            backward[stop] = _sum([*ways.pop(stop), model.essay_starts[stop] + essay])
        continues = model.essay_continues[stop] + essay if stop < model.count else _NEVER
        essay = model.essay_scores[line] + _sum(
            (model.essay_ends[line] + backward[stop], continues)
        )
        for score, start in model.posts_before(stop):
            ways[start].append(score + backward[stop])
    return backward


def _sum(logarithms: Sequence[float]) -> float:
    """The logarithm of a sum, from the logarithms of its terms."""
    most = max(logarithms)
    if most == _NEVER:
        return most
    return most + math.log(sum([math.exp(value - most) for value in logarithms]))
