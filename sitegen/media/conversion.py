"""Converts pictures in AVIF and HEIC, which not every reader shows, to JPEG or PNG.

AVIF is read by Pillow, HEIC by pillow-heif, which is an extra. The pixels alone are written, so
that nothing else of the file remains.
"""

import io
from typing import TYPE_CHECKING

from sitegen.media.decoding import UnreadableImageError, open_image, upright_in_srgb
from sitegen.media.errors import DAMAGED, UncleanError
from sitegen.media.heif import clean_heif
from sitegen.media.kinds import JPEG, LARGEST_PICTURE, PNG, MediaKind, clean_media, kind_of

if TYPE_CHECKING:
    from PIL.Image import Image

_AVIF = frozenset((b"avif", b"avis"))
_HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_MOST_OF_BRANDS = 256
"""How many bytes of the brands of a file are read."""
_OPAQUE = 255
_QUALITY = 90
"""Of JPEG, from 0 to 100."""


def publishable(data: bytes) -> tuple[MediaKind, bytes] | None:
    """The kind and the bytes of a file as a site may publish it; None if it is of another kind.

    Raises:
        UncleanError: it is damaged, too large to be shown, or cannot be cleaned or converted.
    """
    kind = kind_of(data)
    if kind:
        return kind, clean_media(data, kind)
    brands = _brands_of(data)
    if brands.isdisjoint(_AVIF | _HEIC):
        return None
    if len(data) > LARGEST_PICTURE:
        raise UncleanError(f"it is larger than {LARGEST_PICTURE // 2**20} MB")
    try:
        opened = _open_heic(data) if brands.isdisjoint(_AVIF) else _open_avif(data)
        return _converted(upright_in_srgb(opened))
    except UnreadableImageError as error:
        raise UncleanError(str(error)) from None


def clean_any(data: bytes) -> bytes:
    """A file in its own format without what may tell places or devices.

    A file of a kind that has no such data, or of an unknown kind, is returned unchanged.

    Raises:
        UncleanError: it is damaged, too large to be shown, or cannot be cleaned.
    """
    kind = kind_of(data)
    if kind:
        return clean_media(data, kind)
    if data.startswith(_TIFF):
        raise UncleanError("sitegen cannot clean TIFF")
    return data if _brands_of(data).isdisjoint(_AVIF | _HEIC) else clean_heif(data)


def _brands_of(data: bytes) -> frozenset[bytes]:
    """The brands in the first box of a file (ISO/IEC 14496-12, 4.3), but not its version."""
    if data[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(data[:4], "big"), _MOST_OF_BRANDS)
    return frozenset(data[at : at + 4] for at in (8, *range(16, end, 4)))


def _open_avif(data: bytes) -> "Image":
    from PIL import features  # noqa: PLC0415 - slow to load, and only for such pictures

    if not features.check("avif"):
        raise UncleanError("the installed Pillow cannot read AVIF")
    opened = open_image(data)
    if getattr(opened, "n_frames", 1) > 1:
        raise UncleanError("it is an animation in AVIF, which sitegen cannot convert")
    return opened


def _open_heic(data: bytes) -> "Image":
    try:
        from pillow_heif import open_heif  # noqa: PLC0415 - an extra
    except ImportError:
        raise UncleanError(
            'HEIC needs an extra: install it with `pip install "sitegen[heic]"`, then import again'
        ) from None
    from PIL import Image  # noqa: PLC0415

    try:
        heif = open_heif(io.BytesIO(data))
        width, height = heif.size
        most = Image.MAX_IMAGE_PIXELS
        if most and width * height > most:
            raise UncleanError(f"it has more than {most // 1_000_000} million pixels")
        return heif.to_pillow()
    except (OSError, ValueError, RuntimeError, SyntaxError, EOFError):
        raise UncleanError(DAMAGED) from None


def _converted(image: "Image") -> tuple[MediaKind, bytes]:
    file = io.BytesIO()
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == _OPAQUE:
        image = image.convert("RGB")
    if image.mode == "RGBA":
        image.save(file, "PNG")
        return PNG, file.getvalue()
    image.save(file, "JPEG", quality=_QUALITY)
    return JPEG, file.getvalue()
