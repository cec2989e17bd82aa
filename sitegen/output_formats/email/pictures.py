"""Attaches the pictures of a mail instead of linking to them."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen.addresses import absolute_link
from sitegen.hypertext import change_addresses
from sitegen.media.decoding import UnreadableImageError, open_image, upright_in_srgb
from sitegen.output_formats.email.message import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

NO_PICTURES: tuple[Picture, ...] = ()
_WIDTH = 1200
"""Twice the width of the column, for screens of high density."""
_QUALITY = 80


def attach_pictures(
    html: str, base_url: str, find_file: Callable[[str], Path | None]
) -> tuple[str, tuple[Picture, ...]]:
    """The HTML with its pictures of the site as attachments, and these.

    A picture that is elsewhere, or that cannot be read, stays linked to.
    """
    root = absolute_link(base_url, "")
    pictures: dict[str, Picture | None] = {}

    def attached(link: str) -> str:
        if link.startswith(root) and link not in pictures:
            file = find_file(unquote(link.removeprefix(root)))
            pictures[link] = _read(file) if file else None
        picture = pictures.get(link)
        return f"cid:{picture.content_id}" if picture else link

    changed = change_addresses(html, attached)
    found = {picture.content_id: picture for picture in pictures.values() if picture}
    return changed, tuple(found.values())


def _read(file: Path) -> Picture | None:
    """The picture as JPEG, or as PNG if parts of it are transparent, without its metadata."""
    try:
        with open_image(file.read_bytes()) as opened:
            image = upright_in_srgb(opened)
    except (OSError, UnreadableImageError):
        return None
    is_transparent = image.mode == "RGBA"
    data = _encoded(image, "PNG" if is_transparent else "JPEG")
    name = (
        f"{hashlib.blake2b(data, digest_size=10).hexdigest()}.{'png' if is_transparent else 'jpg'}"
    )
    media_type = "image/png" if is_transparent else "image/jpeg"
    return Picture(f"{name}@sitegen", name, media_type, data)


def _encoded(image: "Image", form: str) -> bytes:
    if image.width > _WIDTH:
        image = image.resize((_WIDTH, max(1, round(image.height * _WIDTH / image.width))))
    target = io.BytesIO()
    if form == "JPEG":
        image.save(target, form, quality=_QUALITY)
    else:
        image.save(target, form)
    return target.getvalue()
