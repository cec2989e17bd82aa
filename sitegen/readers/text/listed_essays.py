"""The probability of each possible document of a text whose essays are among some candidates.

Where a score depends on both ends of an essay, essays cannot be summed line by line. Each
candidate is one step of the forward-backward algorithm, as a post is.
"""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from sitegen.processes.background import BackgroundCall
from sitegen.readers.text.decoding import Blend
from sitegen.readers.text.evidence import LONG
from sitegen.readers.text.segmentation import (
    MOST_LINES,
    Floats,
    Integers,
    Probabilities,
    SegmentationModel,
    from_the_end,
    log_sum,
    log_sum_of,
)

_NEVER = float("-inf")
_LIKELY = 1e-3
"""How probably an essay of a first reading must start, or end, with a line of a candidate."""
_LEAST = 1e-5
"""How probable a candidate must be."""
_REACH = 64
"""How many lines, where an essay may end, are tried with each line where one may start."""
_MOST, _LINES = 400, 1000
"""How many candidates there are at most, for this many lines."""
_BLOCK = 512
"""How many lines, where an essay may start, are tried at once."""


class Candidates(NamedTuple):
    """Places where an essay may stand."""

    starts: Integers
    """The number of the first line of each."""
    stops: Integers
    """The number of the line after each."""


def find_candidates(blend: Blend) -> Candidates:
    """Where essays probably stand, after a first reading of a text."""
    starts = np.flatnonzero(blend.essay_starts > _LIKELY)
    stops = np.flatnonzero(blend.essay_ends > _LIKELY) + 1
    found = []
    for first in range(0, len(starts), _BLOCK):
        some = starts[first : first + _BLOCK, None]
        places = np.searchsorted(stops, some, side="right") + np.arange(_REACH)
        is_possible = places < len(stops)
        pairs = np.broadcast_to(some, places.shape)[is_possible], stops[places[is_possible]]
        rates = blend.of_essays(*pairs)
        kept = rates > _LEAST
        found.append((pairs[0][kept], pairs[1][kept], rates[kept]))
    if not found:
        return Candidates(starts, stops[:0])
    all_starts, all_stops, rates = map(np.concatenate, zip(*found, strict=True))
    most = _MOST * (1 + blend.count // _LINES)
    best = np.argsort(-rates, kind="stable")[:most]
    return Candidates(all_starts[best], all_stops[best])


class _Forward(NamedTuple):
    """Logarithms of sums over all splits of the lines before each position."""

    totals: Floats
    """The last position first; see ``from_the_end``."""
    entries: Floats
    """The same with an essay that starts at each line, the first line first."""


class _Backward(NamedTuple):
    """The same over all splits of the lines after each position."""

    after_posts: Floats
    after_essays: Floats


class ListedProbabilities(Probabilities):
    """The probabilities under one convention, of posts and of the candidates.

    Args:
        model: the scores of posts and of the lines of essays.
        candidates: where essays may stand.
        scores: what each whole candidate adds to the score of its lines.
    """

    def __init__(self, model: SegmentationModel, candidates: Candidates, scores: Floats) -> None:
        scores = scores + model.essay_scores_of(*candidates)
        summed = partial(_sum_backward, model, candidates, scores)
        with BackgroundCall(summed, is_long=model.count > LONG) as call:
            forward, backward = _sum_forward(model, candidates, scores), call.result()
        self.count = model.count
        self._model = model
        self._totals, self._after_posts = forward.totals, backward.after_posts
        self._total = forward.totals[0]
        logs = forward.entries[candidates.starts] + scores + backward.after_essays[candidates.stops]
        rates = np.exp(np.minimum(0.0, logs - self._total))
        self.essay_starts = np.zeros(model.count)
        self.essay_ends = np.zeros(model.count)
        np.add.at(self.essay_starts, candidates.starts, rates)
        np.add.at(self.essay_ends, candidates.stops - 1, rates)
        keys = self._keys(*candidates)
        order = np.argsort(keys)
        self._sorted, self._rates = keys[order], rates[order]

    def of_essays(self, starts: Integers, stops: Integers) -> Floats:
        """Those of essays from each start up to a stop; 0 where there is no candidate."""
        keys = self._keys(starts, stops)
        places = np.minimum(np.searchsorted(self._sorted, keys), len(self._sorted) - 1)
        return np.where(self._sorted[places] == keys, self._rates[places], 0.0)

    def _keys(self, starts: Integers, stops: Integers) -> Integers:
        return starts * (self.count + 1) + stops


def _by(numbers: Integers) -> Mapping[int, Integers]:
    """The places of each number."""
    order = np.argsort(numbers, kind="stable")
    found, firsts = np.unique(numbers[order], return_index=True)
    return dict(zip(found.tolist(), np.split(order, firsts[1:]), strict=True))


def _sum_forward(model: SegmentationModel, candidates: Candidates, scores: Floats) -> _Forward:
    """The sums from the first line to the last."""
    ending = _by(candidates.stops - 1)
    totals = from_the_end(model.count)
    entries = np.full(model.count + 1, _NEVER)
    post, closed = 0.0, _NEVER
    for line, posts in enumerate(model.posts_before()):
        entries[line] = log_sum(post + model.essay_prior, closed + model.essay_after_essay)
        position = model.count - line
        post = log_sum_of(totals[position : position + MOST_LINES] + posts)
        closed = _NEVER
        if line in ending:
            chosen = ending[line]
            closed = log_sum_of(entries[candidates.starts[chosen]] + scores[chosen])
        totals[position - 1] = log_sum(post, closed)
    return _Forward(totals, entries)


def _sum_backward(model: SegmentationModel, candidates: Candidates, scores: Floats) -> _Backward:
    """The sums from the last line to the first."""
    starting = _by(candidates.starts)
    after_posts = np.full(model.count + MOST_LINES, _NEVER)
    after_essays = np.full(model.count + 1, _NEVER)
    after_posts[model.count] = after_essays[model.count] = 0.0
    for line, posts in zip(range(model.count - 1, -1, -1), model.posts_after(), strict=True):
        post = log_sum_of(after_posts[line + 1 : line + 1 + MOST_LINES] + posts)
        essay = _NEVER
        if line in starting:
            chosen = starting[line]
            essay = log_sum_of(after_essays[candidates.stops[chosen]] + scores[chosen])
        after_posts[line] = log_sum(post, essay + model.essay_prior)
        after_essays[line] = log_sum(post, essay + model.essay_after_essay)
    return _Backward(after_posts, after_essays)
