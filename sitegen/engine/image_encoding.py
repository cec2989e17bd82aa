"""Measures pictures and makes smaller ones of them, with Pillow.

These are upright and in sRGB, and hold no metadata. They are WebP, which all current
browsers show.
"""

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDTHS = (480, 960, 1600)
"""The widths of smaller pictures; the last one is the largest that a page needs."""
_SMALL = 480
"""Pictures up to this width are left as they are."""
_LEAST_GAIN = 0.75
"""A width above this share of the next one is not worth a file."""
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_MODES = frozenset({"1", "CMYK", "L", "LA", "P", "PA", "RGB", "RGBA", "YCbCr"})
"""The modes that can be converted without loss of tones; others have more than 8 bits."""
_TRANSPARENT = frozenset({"LA", "PA", "RGBA"})
_SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations in which width and height are exchanged."""
_ORIENTATION = 0x0112
_LONGEST_SIDE = 16_383
"""The longest side of a WebP picture."""
_QUALITY = 80
_METHOD = 1
"""From 0 to 6: higher ones take three times as long for photos of about the same size."""


class UnreadableImageError(Exception):
    """A picture cannot be read; the message says why."""


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
    with _open(path.read_bytes()) as image:
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
    with _open(path.read_bytes()) as opened:
        try:
            image = _as_srgb(_upright(opened))
        except (OSError, ValueError, SyntaxError) as error:
            raise UnreadableImageError(_reason(error)) from None
    return [_encoded(image, width) for width in widths]


def _widths_for(width: int) -> tuple[int, ...]:
    if width <= _SMALL:
        return ()
    largest = min(width, _WIDTHS[-1])
    return (*(each for each in _WIDTHS if each <= largest * _LEAST_GAIN), largest)


def _open(data: bytes) -> "Image":
    from PIL import Image  # noqa: PLC0415 - slow to load, and only for new pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
        raise UnreadableImageError(f"it has more than {most} million pixels") from None
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableImageError(_reason(error)) from None


def _reason(error: Exception) -> str:
    return "it is cut off" if "truncated" in str(error) else "it is damaged, or no picture"


def _upright(image: "Image") -> "Image":
    from PIL import ImageOps  # noqa: PLC0415

    return ImageOps.exif_transpose(image)


def _as_srgb(image: "Image") -> "Image":
    """The picture in RGB or RGBA with the colours of sRGB, without anything else."""
    from PIL import Image  # noqa: PLC0415

    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.mode in _TRANSPARENT or "transparency" in image.info else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        image = _with_profile_applied(image, profile)
    converted = image.convert(mode)
    bare = Image.new(mode, converted.size)
    bare.paste(converted)
    return bare


def _with_profile_applied(image: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms  # noqa: PLC0415

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # the profile is damaged: browsers ignore it, too
    return converted or image


def _encoded(image: "Image", width: int) -> bytes:
    from PIL import Image  # noqa: PLC0415

    height = max(1, round(image.height * width / image.width))
    sized = image
    if width != image.width:
        sized = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = io.BytesIO()
    sized.save(file, "WEBP", quality=_QUALITY, method=_METHOD)
    return file.getvalue()
