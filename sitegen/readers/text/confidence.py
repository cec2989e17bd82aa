"""How sure each document of a split is, by the forward-backward algorithm."""

import math
from collections.abc import Sequence
from itertools import accumulate

from sitegen.readers.text.boundaries import Model, Segment

_NEVER = float("-inf")


def rate_segments(model: Model, segments: Sequence[Segment]) -> list[float]:
    """For each document of a split the probability, 0 to 1, that both its boundaries are right."""
    ahead = _forward(model)
    behind = _backward(model)
    inner = list(accumulate(map(sum, zip(model.stays, model.essays, strict=True)), initial=0.0))
    rates = []
    for segment in segments:
        if segment.kind == "essay":
            score = (
                model.enters[segment.start]
                - model.stays[segment.start]
                + inner[segment.stop]
                - inner[segment.start]
                + model.leaves[segment.stop - 1]
            )
        else:
            score = model.post_score(segment.start, segment.stop)
        total = ahead[segment.start] + score + behind[segment.stop] - ahead[-1]
        rates.append(math.exp(min(0.0, total)))
    return rates


def _forward(model: Model) -> list[float]:
    """For each place between lines, the sum over all ways to part what is before it."""
    ahead = [0.0]
    essay = _NEVER
    for line in range(model.count):
        essay = _sum((essay + model.stays[line], ahead[line] + model.enters[line]))
        essay += model.essays[line]
        ways = [ahead[start] + score for score, start in model.posts_before(line + 1)]
        ahead.append(_sum([*ways, essay + model.leaves[line]]))
    return ahead


def _backward(model: Model) -> list[float]:
    """For each place between lines, the sum over all ways to part what is after it."""
    ways: list[list[float]] = [[] for _ in range(model.count)]
    behind = [0.0] * (model.count + 1)
    essay = _NEVER
    for stop in range(model.count, 0, -1):
        line = stop - 1
        if stop < model.count:
            behind[stop] = _sum([*ways[stop], model.enters[stop] + essay])
            ways[stop] = []
        goes_on = model.stays[stop] + essay if stop < model.count else _NEVER
        essay = model.essays[line] + _sum((model.leaves[line] + behind[stop], goes_on))
        for score, start in model.posts_before(stop):
            ways[start].append(score + behind[stop])
    return behind


def _sum(logarithms: Sequence[float]) -> float:
    """The logarithm of the sum of numbers that are given by their logarithms."""
    most = max(logarithms)
    if most == _NEVER:
        return most
    return most + math.log(sum([math.exp(value - most) for value in logarithms]))
