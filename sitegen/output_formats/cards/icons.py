"""Icons of a digest, for home screens: the mark of the theme on its accent colour."""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.output_formats.cards.canvas import Canvas, line_mask
from sitegen.output_formats.cards.fonts import Family, can_draw
from sitegen.output_formats.cards.typesetting import Line, set_line

APPLE_ICON = "apple-touch-icon.png"
ICONS: Mapping[str, tuple[int, bool]] = {
    APPLE_ICON: (180, False),
    "static/icon-192.png": (192, False),
    "static/icon-512.png": (512, False),
    "static/icon-maskable-512.png": (512, True),
}
"""The side of each icon in pixels, and whether systems may mask it, by its address."""

_HEIGHT, _MASKED_HEIGHT = 0.62, 0.46
"""The height of the mark relative to the icon. Masks keep a circle of 0.8 (Web App Manifest)."""
_REFERENCE = 200
"""The size in which a mark is measured."""

_NONE = (0, 0, _REFERENCE, _REFERENCE)


class Icon(NamedTuple):
    """What an icon shows."""

    mark: str
    """A character or two; those that no font has are left out."""
    family: Family
    background: str
    """The colour of the background, such as ``#a3161f``."""
    ink: str
    size: int
    """The side in pixels."""
    is_maskable: bool = False
    """Whether a system may cut its corners off."""


def draw_icon(icon: Icon) -> bytes:
    """The PNG of an icon."""
    canvas = Canvas(icon.size, icon.size, icon.background, (icon.ink,))
    if not any(map(can_draw, icon.mark)):
        return canvas.png()
    share = _MASKED_HEIGHT if icon.is_maskable else _HEIGHT
    left, top, right, bottom = line_mask(_mark(icon, _REFERENCE), _REFERENCE).getbbox() or _NONE
    size = round(_REFERENCE * icon.size * share / max(right - left, bottom - top))
    canvas.centred(_mark(icon, size), size, 0)
    return canvas.png()


def _mark(icon: Icon, size: int) -> Line:
    mark = "".join(filter(can_draw, icon.mark))
    return set_line(mark, icon.family, size, "ltr")
