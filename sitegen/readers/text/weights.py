"""The weights of the segmentation model, from ``weights.json``, which ``tools/splitting`` makes.

A weight is a natural logarithm of odds: +2.3 makes something ten times as likely, -2.3 ten times
less likely. Texts with blank lines and texts without have weights of their own.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

Slopes = tuple[tuple[int, float], ...]
"""What each character beyond a number of them adds."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """The weights for one kind of text; features are listed where they are computed."""

    boundary: Mapping[str, float]
    """For a boundary between two lines, by feature of the two."""
    lengths: Mapping[str, float]
    """The same by their lengths, where no blank line stands between them."""
    lengths_apart: Mapping[str, float]
    """The same, where one does."""
    context: Mapping[str, float]
    """The same by feature of their place among other lines."""
    essay_start: Mapping[str, float]
    """For an essay that starts at a boundary, by both kinds of features."""
    essay_end: Mapping[str, float]
    """For one that ends there."""
    context_within_essay: Mapping[str, float]
    """For an essay that goes on from one line to the next."""
    essay: Mapping[str, float]
    """For a line of an essay rather than of a post."""
    first_essay: float
    """For an essay at the start of a text."""
    next_essay: float
    """For an essay after a post."""
    essay_after_essay: float
    line_width_slopes: Slopes
    """For a post of one line, by its width."""
    width_slopes: Slopes
    """For a post of several lines."""
    conventions: Sequence[Mapping[str, Any]]
    """See ``blank_lines.Convention``."""


def _load() -> tuple[Weights, Weights, Mapping[str, float], Mapping[str, float]]:
    text = files("sitegen.readers.text").joinpath("weights.json").read_text("utf-8")
    data = json.loads(text)
    return (
        _weights(data["unbroken"]),
        _weights(data["spaced"]),
        data["separated"],
        data["whole_essays"],
    )


def _weights(fields: dict[str, Any]) -> Weights:
    slopes = {
        name: tuple(map(tuple, fields[name])) for name in ("line_width_slopes", "width_slopes")
    }
    return Weights(**{**fields, **slopes})


UNBROKEN, SPACED, SEPARATED, WHOLE_ESSAYS = _load()
"""For texts without blank lines, for texts with blank lines, and, for lines of essays only, for
documents between separators, which were set by hand; the last are for whole essays."""


def weights_for(blanks: Sequence[int]) -> Weights:
    """The weights for a text with this many blank lines before each line."""
    return SPACED if any(blanks) else UNBROKEN
