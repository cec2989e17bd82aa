"""sRGB colours and their contrast."""

import colorsys
import re
from typing import NamedTuple

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_STEPS = 100

Parts = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""


class Accent(NamedTuple):
    """A colour as it is shown, in CSS, on light paper and on dark."""

    light: str
    dark: str


def is_colour(text: str) -> bool:
    """Whether it is a colour such as ``#a3161f`` or ``#c00``."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The ratio of the luminances of two colours, 1 to 21, as WCAG 2.2 counts it."""
    low, high = sorted((_luminance(_parts(one)), _luminance(_parts(other))))
    return (high + 0.05) / (low + 0.05)


def make_readable(colour: str, paper: str, ratio: float) -> str:
    """``colour``, lightened or darkened until its contrast with ``paper`` is at least ``ratio``.

    Hue and saturation do not change. If no lightness reaches the ratio, it becomes black or white.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if _luminance(_parts(paper)) > _luminance(_parts("#757575")) else 1.0
    shown = colour
    for step in range(1, _STEPS + 1):
        if contrast(shown, paper) >= ratio:
            break
        nearer = lightness + (end - lightness) * step / _STEPS
        shown = _hex(colorsys.hls_to_rgb(hue, nearer, saturation))
    return shown


def _parts(colour: str) -> Parts:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(parts: Parts) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(parts: Parts) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
