"""Measures pictures and makes smaller ones of them, with Pillow.

These are upright and in sRGB, and hold no metadata. They are WebP, which all current
browsers show.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.media.decoding import open_image, upright_in_srgb

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDTHS = (480, 960, 1600)
"""The widths of smaller pictures; the last one is the largest that a page needs."""
_SMALL = 480
"""Pictures up to this width are left as they are."""
_LEAST_GAIN = 0.75
"""A width above this share of the next one is not worth a file."""
_MODES = frozenset({"1", "CMYK", "L", "LA", "P", "PA", "RGB", "RGBA", "YCbCr"})
"""The modes that can be converted without loss of tones; others have more than 8 bits."""
_SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations in which width and height are exchanged."""
_ORIENTATION = 0x0112
_LONGEST_SIDE = 16_383
"""The longest side of a WebP picture."""
_QUALITY = 80
_METHOD = 1
"""From 0 to 6: higher ones take three times as long for photos of about the same size."""


class Measured(NamedTuple):
    """What a page needs to know of a picture."""

    width: int
    """Upright, in pixels."""
    height: int
    widths: tuple[int, ...]
    """The widths of the smaller pictures that are to be made."""


def measure(path: Path) -> Measured:
    """Measures a picture.

    Raises:
        UnreadableImageError: it is damaged, or has more pixels than Pillow decodes.
    """
    with open_image(path.read_bytes()) as image:
        width, height = image.size
        if image.getexif().get(_ORIENTATION) in _SIDEWAYS:
            width, height = height, width
        is_still = getattr(image, "n_frames", 1) == 1 and image.format != "GIF"
        can_be_made = is_still and image.mode in _MODES and height < _LONGEST_SIDE
        return Measured(width, height, _widths_for(width) if can_be_made else ())


def make_sizes(path: Path, widths: tuple[int, ...]) -> list[bytes]:
    """Makes a WebP picture of each width.

    Raises:
        UnreadableImageError: the picture is damaged.
    """
    with open_image(path.read_bytes()) as opened:
        image = upright_in_srgb(opened)
    return [_encoded(image, width) for width in widths]


def _widths_for(width: int) -> tuple[int, ...]:
    if width <= _SMALL:
        return ()
    largest = min(width, _WIDTHS[-1])
    return (*(each for each in _WIDTHS if each <= largest * _LEAST_GAIN), largest)


def _encoded(image: "Image", width: int) -> bytes:
    from PIL import Image  # noqa: PLC0415

    height = max(1, round(image.height * width / image.width))
    sized = image
    if width != image.width:
        sized = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = io.BytesIO()
    sized.save(file, "WEBP", quality=_QUALITY, method=_METHOD)
    return file.getvalue()
