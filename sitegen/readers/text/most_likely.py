"""The best split of a text, under the conventions for blank lines that suit it best."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np

from sitegen.readers.text.blank_lines import Convention, find_rows, possible_conventions
from sitegen.readers.text.calibration import calibrate
from sitegen.readers.text.decoding import Blend, Segment, best_split, rate_segments
from sitegen.readers.text.evidence import Evidence, gather_evidence
from sitegen.readers.text.line_words import Floats
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.listed_essays import Candidates, ListedProbabilities, find_candidates
from sitegen.readers.text.segmentation import Probabilities, SegmentationModel, log_likelihoods
from sitegen.readers.text.weights import weights_for
from sitegen.readers.text.whole_essays import score_essays, score_long_essays

_SAMPLE = 400
"""How many lines, from the start of a text, determine its convention for blank lines."""
_LONG = 2000
"""A text with more lines is read under the likeliest convention alone, to save time."""
_TAUGHT = range(25, _LONG + 1)
"""How many lines a text has that shows how its posts begin."""
_LINES_OF_EVIDENCE = 26
"""How many lines of a text with blank lines say as much as all, as these are much alike."""
_LEAST_SHARE = 0.02
"""The least probability of a convention that counts."""

Shares = Sequence[tuple[float, Convention]]
"""Conventions, each with its probability."""


def find_segments(lines: Lines) -> Iterator[tuple[Segment, float]]:
    """The segments of the best split, each with its confidence."""
    evidence, conventions = read_once(lines)
    similarities = evidence.similarities
    blend = _read_again(evidence, conventions)
    del evidence  # the split takes its place in memory
    segments = best_split(blend)
    rates = rate_segments(blend, segments)
    return zip(segments, calibrate(rates, segments, lines, similarities), strict=True)


def _read_again(evidence: Evidence, conventions: Shares) -> Blend:
    """The probability of each possible document, from what a first reading shows."""
    blend = blend_of(evidence, conventions)
    inside = blend.inside_essays()
    compared = evidence.with_essays(inside)
    learned = compared.with_openings(blend.cuts()) if len(evidence.lines) in _TAUGHT else compared
    candidates = find_candidates(blend)
    if not len(candidates.starts):
        if learned is evidence:
            return blend
        del blend  # the next takes its place in memory
        return blend_of(learned, conventions)
    scores = (
        score_long_essays(evidence, candidates)
        if compared is evidence
        else score_essays(compared, inside, candidates)
    )
    if learned is evidence and not scores.any():
        return blend
    del blend
    return blend_of_candidates(learned, conventions, candidates, scores)


def read_once(lines: Lines) -> tuple[Evidence, Shares]:
    """The evidence of lines, and the conventions that they may follow."""
    sample = gather_evidence(lines[:_SAMPLE], weights_for(lines.blanks))
    conventions = _find_conventions(sample, lines.blanks)
    if len(lines) > _LONG:
        conventions = [(1.0, max(conventions, key=itemgetter(0))[1])]
    return gather_evidence(lines) if len(lines) > _SAMPLE else sample, conventions


def blend_of(evidence: Evidence, conventions: Shares) -> Blend:
    """The probability of each possible document."""
    return Blend(
        [
            (share, Probabilities(SegmentationModel(evidence, convention)))
            for share, convention in conventions
        ]
    )


def blend_of_candidates(
    evidence: Evidence, conventions: Shares, candidates: Candidates, scores: Floats
) -> Blend:
    """The same where essays are among candidates, each of which adds a score."""
    return Blend(
        [
            (
                share,
                ListedProbabilities(SegmentationModel(evidence, convention), candidates, scores),
            )
            for share, convention in conventions
        ]
    )


def _find_conventions(evidence: Evidence, blanks: Sequence[int]) -> Shares:
    """The conventions that a text may follow, each with its probability, from its start."""
    possible = possible_conventions(blanks, has_rows=find_rows(evidence.lines))
    fitted = fit_conventions(evidence, possible)
    log_posteriors = np.array([log_posterior for log_posterior, _ in fitted])
    lines = len(evidence.lines) if max(blanks) else 0
    repetition = max(1.0, lines / _LINES_OF_EVIDENCE)
    shares = np.exp((log_posteriors - log_posteriors.max()) / repetition)
    shares = np.where(shares < _LEAST_SHARE * shares.sum(), 0.0, shares)
    shares /= shares.sum()
    return [
        (float(share), convention)
        for share, (_, convention) in zip(shares, fitted, strict=True)
        if share
    ]


def fit_conventions(
    evidence: Evidence, conventions: Sequence[Convention]
) -> list[tuple[float, Convention]]:
    """The conventions, each with the share that suits the lines best, and how likely it is then.

    The number is the logarithm of that, up to a constant.
    """
    variants = [convention.variants() for convention in conventions]
    models = [SegmentationModel(evidence, variant) for some in variants for variant in some]
    likelihoods = iter(log_likelihoods(models).tolist())
    best = (max(zip(some, likelihoods, strict=False), key=itemgetter(1)) for some in variants)
    return [(variant.log_prior + likelihood, variant) for variant, likelihood in best]
