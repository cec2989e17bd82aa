"""The most likely segments of a text, under the convention for blank lines that suits it best."""

from collections.abc import Iterator

from sitegen.readers.text.blank_lines import CONVENTIONS, Convention
from sitegen.readers.text.calibration import calibrate
from sitegen.readers.text.confidence import rate_segments
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.segmentation import Segment, SegmentationModel, best_split

_SAMPLE = 3000
"""How many lines, from the start of a text, determine its convention for blank lines."""


def find_segments(lines: Lines) -> Iterator[tuple[Segment, float]]:
    """The segments of the most likely split, each with its confidence."""
    convention = _find_convention(lines)
    model = SegmentationModel(gather_evidence(lines), convention)
    _, segments = best_split(model)
    rates = rate_segments(model, segments)
    return zip(segments, calibrate(rates, segments, lines), strict=True)


def _find_convention(lines: Lines) -> Convention:
    """The convention for blank lines under which the start of the text is most likely."""
    sample = lines[:_SAMPLE]
    blanks = max(sample.blanks)
    if not blanks:
        return CONVENTIONS[0]
    evidence = gather_evidence(sample)
    possible = CONVENTIONS if blanks > 1 else CONVENTIONS[:-2]
    return max(
        possible, key=lambda convention: best_split(SegmentationModel(evidence, convention))[0]
    )
