"""The probability of each document of a split, by the forward-backward algorithm."""

from collections.abc import Sequence

import numpy as np

from sitegen.readers.text.segmentation import Segment, SegmentationModel


def rate_segments(model: SegmentationModel, segments: Sequence[Segment]) -> list[float]:
    """For each segment, the probability from 0 to 1 that both its boundaries are right."""
    start = np.array([segment.start for segment in segments])
    stop = np.array([segment.stop for segment in segments])
    is_essay = np.array([segment.kind == "essay" for segment in segments])
    posts = model.probabilities.of_posts(np.where(is_essay, stop - 1, start), stop)
    essays = model.probabilities.of_essays(start, stop)
    return [float(rate) for rate in np.where(is_essay, essays, posts)]
