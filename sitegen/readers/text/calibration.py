"""Turns the model's probabilities into ones that mean what they say.

The model is too sure of itself: its features are not independent of each other, and where a text
does not follow the convention under which it is read, all of its documents are wrong at once. A
logistic regression (Platt, 1999) corrects that, on splices of real posts and essays, joined in many
ways, of people to whom the model was not fitted. What says how far to trust it is, besides the
probabilities, the split as a whole: posts that begin with a small letter, posts that share words
with the next, blank lines of which only some end a post, and, in a text without blank lines,
headings, lists, code and lines that differ much in length are signs of wrong boundaries.
"""

import re
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sitegen.readers.text.decoding import Segment
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.segmentation import Floats

_WEIGHTS = (0.42, 0.18, -0.74, 2.06, -4.72, -6.3, -4.68, 1.79, -4.21, -1.84)
"""One for each column of :func:`measure`."""
_LEAST = 1e-4
_PRIOR = 5.0
"""How many boundaries the usual shares are worth, where a text has few."""
_SMALL, _SIMILAR = 0.05, 0.1
"""The usual share of posts that begin with a small letter, and how similar posts usually are."""

_MOST_SIMILAR = 0.25
"""Posts that are more alike on the whole are on one subject."""
_STRUCTURE = re.compile(r"\s*(?:#|[-*+] |\d+[.)] |>|```|\||<|!\[|//|\$ |[{}])| {4}|\t")
"""The start of a heading, an item, a quotation, a picture, markup or code."""


def calibrate(
    rates: Sequence[float], segments: Sequence[Segment], lines: Lines, similarities: Floats
) -> list[float]:
    """The probability that each document is right, from the model's own probabilities.

    Args:
        rates: the model's probability of each document.
        segments: the documents.
        lines: the lines of the text.
        similarities: how similar the words on either side of the gap before each line are.
    """
    log_odds = measure(rates, segments, lines, similarities) @ np.array(_WEIGHTS)
    probabilities: list[float] = (1 / (1 + np.exp(-log_odds))).tolist()
    return probabilities


def measure(
    rates: Sequence[float], segments: Sequence[Segment], lines: Lines, similarities: Floats
) -> Floats:
    """What says how probably each document is right: a row of numbers for each."""
    own = _log_odds(rates)
    around = np.concatenate(([np.inf], own, [np.inf]))
    nearby = np.minimum(around[:-2], around[2:]) if len(own) > 1 else own
    are_posts = np.array([segment.kind == "post" for segment in segments])
    small, similar = _boundaries(segments, are_posts, lines, similarities)
    is_unbroken = not any(lines.blanks)
    structure = float(np.mean([_STRUCTURE.match(text) is not None for text in lines.texts]))
    of_text = (
        1.0,
        small,
        similar,
        _undecided(segments, lines.blanks),
        is_unbroken,
        is_unbroken * structure,
        is_unbroken * float(np.log1p(lines.widths).std()),
    )
    return np.column_stack((own, nearby, ~are_posts, np.tile(of_text, (len(own), 1))))


def _log_odds(rates: Sequence[float]) -> Floats:
    some = np.asarray(rates, np.float64)
    odds: Floats = np.log(np.maximum(_LEAST, some) / np.maximum(_LEAST, 1 - some))
    return odds


def _boundaries(
    segments: Sequence[Segment], are_posts: NDArray[np.bool_], lines: Lines, similarities: Floats
) -> tuple[float, float]:
    """Of posts below other posts, how many begin with a small letter, and how similar both are."""
    starts = [segment.start for segment in segments[1:]]
    between = np.array(starts, int)[are_posts[1:] & are_posts[:-1]]
    texts = lines.texts
    small = sum(texts[start].lstrip()[:1].islower() for start in between)
    similar = float(similarities[between].sum())
    count = len(between) + _PRIOR
    mean = min(_MOST_SIMILAR, (similar + _PRIOR * _SIMILAR) / count)
    return (small + _PRIOR * _SMALL) / count, mean


def _undecided(segments: Sequence[Segment], blanks: Sequence[int]) -> float:
    """How far it is, from 0 to 0.25, from all blank lines ending a post, and from none doing so."""
    posts = [segment for segment in segments if segment.kind == "post"]
    between = sum(blanks[post.start] > 0 for post in posts if post.start)
    within = sum(map(bool, chain.from_iterable(blanks[p.start + 1 : p.stop] for p in posts)))
    share = between / max(1, between + within)
    return share * (1 - share)
