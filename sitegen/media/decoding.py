"""Decodes pictures with Pillow: upright, in sRGB, without metadata."""

import io
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
"""The formats that pages show in several sizes."""
_TRANSPARENT = frozenset({"LA", "PA", "RGBA"})


class UnreadableImageError(Exception):
    """A picture cannot be read; the message says why."""


def open_image(data: bytes) -> "Image":
    """Opens a picture; its pixels are read later.

    Raises:
        UnreadableImageError: it is damaged, of another format, or has more pixels than Pillow
            decodes.
    """
    from PIL import Image  # noqa: PLC0415 - slow to load, and only for new pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
        raise UnreadableImageError(f"it has more than {most} million pixels") from None
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableImageError(_reason(error)) from None


def upright_in_srgb(opened: "Image") -> "Image":
    """The picture in RGB or RGBA with the colours of sRGB, turned as EXIF says, without metadata.

    Raises:
        UnreadableImageError: it is damaged.
    """
    from PIL import ImageOps  # noqa: PLC0415

    try:
        return _as_srgb(ImageOps.exif_transpose(opened))
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableImageError(_reason(error)) from None


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


def _reason(error: Exception) -> str:
    return "it is cut off" if "truncated" in str(error) else "it is damaged, or no picture"
