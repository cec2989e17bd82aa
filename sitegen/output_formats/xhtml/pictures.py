"""The pictures of a book: upright, in sRGB, without metadata, and in a format that readers show."""

import io
from typing import TYPE_CHECKING, NamedTuple

from sitegen.media import UncleanError, clean_media, kind_of
from sitegen.media.decoding import UnreadableImageError, open_image, upright_in_srgb
from sitegen.output_formats.xhtml.drawings import make_drawing

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST = (1600, 2400)
"""The largest width and height: that of a page on a good screen."""
_QUALITY = 85
_KEPT = {"JPEG": "jpg", "PNG": "png"}
"""The formats whose files can be kept as they are, and their extensions."""
_MEDIA_TYPES = {
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
}
EXTENSIONS = tuple(_MEDIA_TYPES)
"""Of the formats that a picture may have in a book."""
_ORIENTATION = 0x0112
_MODES = frozenset({"1", "CMYK", "L", "LA", "P", "PA", "RGB", "RGBA", "YCbCr"})
"""The modes that can be converted without loss of tones; others have more than 8 bits."""
_PLAIN_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})


class FitPicture(NamedTuple):
    """A picture as a book holds it."""

    extension: str
    """Without a dot."""
    data: bytes

    @property
    def media_type(self) -> str:
        """Its media type, a core media type of EPUB."""
        return _MEDIA_TYPES[self.extension]


def make_picture(data: bytes) -> FitPicture:
    """The picture in the form of a book.

    A JPEG, PNG or GIF that is fit is kept without loss. WebP and AVIF, which many readers do not
    show, become JPEG, or PNG if they are transparent.

    Raises:
        UnreadableImageError: it is damaged, or of a format that cannot be decoded.
    """
    kind = kind_of(data)
    if kind and kind.extension == ".svg":
        return FitPicture("svg", make_drawing(data))
    with open_image(data) as opened:
        if opened.format == "GIF" and getattr(opened, "n_frames", 1) > 1:
            return FitPicture("gif", _cleaned(data))
        has_many_tones = opened.mode not in _MODES
        if opened.format in _KEPT and (has_many_tones or _is_fit(opened)):
            return FitPicture(_KEPT[opened.format], _cleaned(data))
        is_photo = opened.format not in {"PNG", "GIF"}
        image = upright_in_srgb(opened)
    image.thumbnail(_LARGEST, reducing_gap=3.0)
    return _encoded(image, is_photo=is_photo)


def _is_fit(image: "Image") -> bool:
    return (
        image.width <= _LARGEST[0]
        and image.height <= _LARGEST[1]
        and image.mode in _PLAIN_MODES
        and "icc_profile" not in image.info
        and image.getexif().get(_ORIENTATION, 1) == 1
    )


def _cleaned(data: bytes) -> bytes:
    kind = kind_of(data)
    try:
        return clean_media(data, kind) if kind else data
    except UncleanError as error:
        raise UnreadableImageError(str(error)) from None


def _encoded(image: "Image", *, is_photo: bool) -> FitPicture:
    file = io.BytesIO()
    if is_photo and not _is_transparent(image):
        image.convert("RGB").save(file, "JPEG", quality=_QUALITY, progressive=False)
        return FitPicture("jpg", file.getvalue())
    image.save(file, "PNG")
    return FitPicture("png", file.getvalue())


def _is_transparent(image: "Image") -> bool:
    return image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255)
