"""Checks pictures with Pillow's own limit on their size before they are published."""

import io
import warnings

from sitegen.media.errors import DAMAGED, UncleanError

LARGEST_FILE = 256 * 1024 * 1024
"""In bytes; larger files are not cleaned, as they are read whole."""


def check_picture(data: bytes) -> None:
    """Reads the header of a picture.

    Raises:
        UncleanError: it is damaged, or has more pixels than Pillow decodes.
    """
    from PIL import Image  # noqa: PLC0415 - slow to load, and only for pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "GIF", "WEBP")):
                return
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
        raise UncleanError(f"it has more than {most} million pixels") from None
    except (OSError, ValueError, SyntaxError):
        raise UncleanError(DAMAGED) from None
