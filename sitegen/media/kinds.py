"""Recognises the kinds of media files by their first bytes, whatever their names say."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from sitegen.media.errors import UncleanError
from sitegen.media.gif import clean_gif
from sitegen.media.jpeg import clean_jpeg
from sitegen.media.limits import check_picture
from sitegen.media.mp4 import clean_mp4
from sitegen.media.ogg import clean_ogg
from sitegen.media.png import SIGNATURE, clean_png
from sitegen.media.riff import clean_wav, clean_webp
from sitegen.media.svg import clean_svg
from sitegen.media.tagged_sounds import after_id3, clean_flac, clean_mp3
from sitegen.media.webm import SIGNATURE as EBML
from sitegen.media.webm import clean_webm

Role = Literal["picture", "film", "sound"]
"""How a page shows a file."""
_HEAD = 4096
_WEBM_HEAD = 64
"""The header, which says whether it is WebM or another kind of Matroska."""
LARGEST_PICTURE = 64 * 1024 * 1024
"""In bytes, as a file."""
_PICTURES = frozenset((b"avif", b"avis", b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"crx "))
"""The brands of pictures in the container of MP4."""
_SOUNDS = frozenset((b"M4A ", b"M4B ", b"M4P "))
_FILM_BOXES = frozenset((b"moov", b"mdat", b"wide", b"free", b"skip"))
"""Boxes that old films start with."""


@dataclass(frozen=True, slots=True)
class MediaKind:
    """A kind of media file that can be published."""

    extension: str
    """With the dot."""
    role: Role
    clean: Callable[[bytes], bytes]
    """Removes what may tell places or devices; raises ``UncleanError``."""


JPEG = MediaKind(".jpg", "picture", clean_jpeg)
PNG = MediaKind(".png", "picture", clean_png)
GIF = MediaKind(".gif", "picture", clean_gif)
WEBP = MediaKind(".webp", "picture", clean_webp)
SVG = MediaKind(".svg", "picture", clean_svg)
MP4 = MediaKind(".mp4", "film", clean_mp4)
MOV = MediaKind(".mov", "film", clean_mp4)
WEBM = MediaKind(".webm", "film", clean_webm)
M4A = MediaKind(".m4a", "sound", clean_mp4)
MP3 = MediaKind(".mp3", "sound", clean_mp3)
FLAC = MediaKind(".flac", "sound", clean_flac)
WAV = MediaKind(".wav", "sound", clean_wav)
OGG = MediaKind(".ogg", "sound", clean_ogg)
_ROLES: dict[str, Role] = {
    kind.extension: kind.role
    for kind in (JPEG, PNG, GIF, WEBP, SVG, MP4, MOV, WEBM, M4A, MP3, FLAC, WAV, OGG)
}


def kind_of(data: bytes) -> MediaKind | None:
    """The kind of a file; None if it is not one that can be cleaned."""
    for start, kind in (
        (b"\xff\xd8\xff", JPEG),
        (SIGNATURE, PNG),
        (b"GIF87a", GIF),
        (b"GIF89a", GIF),
        (b"OggS", OGG),
        (EBML, WEBM if b"\x42\x82\x84webm" in data[:_WEBM_HEAD] else None),
    ):
        if data.startswith(start):
            return kind
    if data.startswith(b"RIFF"):
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(data[8:12])
    if data[4:8] == b"ftyp" or data[4:8] in _FILM_BOXES:
        return _kind_of_boxes(data)
    sound = after_id3(data)
    if data[sound : sound + 4] == b"fLaC":
        return FLAC
    if sound or (data[:1] == b"\xff" and data[1:2] >= b"\xe0"):
        return MP3
    return SVG if b"<svg" in data[:_HEAD] else None


def clean_media(data: bytes, kind: MediaKind) -> bytes:
    """A file without what may tell places or devices.

    Raises:
        UncleanError: it is damaged, too large to be shown, or cannot be cleaned.
    """
    if kind.role == "picture" and len(data) > LARGEST_PICTURE:
        raise UncleanError(f"it is larger than {LARGEST_PICTURE // 2**20} MB")
    cleaned = kind.clean(data)
    if kind.role == "picture" and kind is not SVG:
        check_picture(cleaned)
    return cleaned


def role_of(name: str) -> Role:
    """How a page shows a file that an import named."""
    return _ROLES[PurePosixPath(name).suffix]


def _kind_of_boxes(data: bytes) -> MediaKind | None:
    if data[4:8] != b"ftyp":
        return MOV
    brand = data[8:12]
    if brand in _PICTURES:
        return None
    if brand in _SOUNDS:
        return M4A
    return MOV if brand == b"qt  " else MP4
