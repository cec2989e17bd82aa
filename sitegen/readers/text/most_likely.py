"""The best split of a text, under the convention for blank lines that suits it best."""

from collections.abc import Iterator

from sitegen.readers.text.blank_lines import Convention, possible_conventions
from sitegen.readers.text.calibration import calibrate
from sitegen.readers.text.confidence import rate_segments
from sitegen.readers.text.evidence import Evidence, gather_evidence
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.segmentation import (
    Segment,
    SegmentationModel,
    best_split,
    sum_forward,
)
from sitegen.readers.text.weights import weights_for

_SAMPLE = 400
"""How many lines, from the start of a text, determine its convention for blank lines."""


def find_segments(lines: Lines) -> Iterator[tuple[Segment, float]]:
    """The segments of the best split, each with its confidence."""
    sample = gather_evidence(lines[:_SAMPLE], weights_for(lines.blanks))
    convention = _find_convention(sample, max(lines.blanks))
    evidence = gather_evidence(lines) if len(lines) > _SAMPLE else sample
    model = SegmentationModel(evidence, convention)
    segments = best_split(model)
    rates = rate_segments(model, segments)
    return zip(segments, calibrate(rates, segments, lines), strict=True)


def _find_convention(evidence: Evidence, most_blanks: int) -> Convention:
    """The convention under which the start of a text is most likely, all splits together."""

    def log_posterior(convention: Convention) -> float:
        totals = sum_forward(SegmentationModel(evidence, convention)).totals
        return convention.log_prior + float(totals[0])

    return max(possible_conventions(most_blanks), key=log_posterior)
