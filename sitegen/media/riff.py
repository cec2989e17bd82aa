"""Cleans RIFF files by their chunks: WebP pictures and WAV sounds.

See https://developers.google.com/speed/webp/docs/riff_container.
"""

import struct
from collections.abc import Iterator

from sitegen.media.errors import DAMAGED, UncleanError
from sitegen.media.exif import minimal_exif, orientation_in

_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_FRAME = frozenset((b"ALPH", b"VP8 ", b"VP8L"))
_FRAME_HEADER = 16
_WAV = frozenset((b"fmt ", b"fact", b"data"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def clean_webp(data: bytes) -> bytes:
    """The same picture with only its orientation and colour profile besides.

    Raises:
        UncleanError: the file is damaged.
    """
    kept: list[tuple[bytes, bytes]] = []
    exif = b""
    for name, content in _chunks(data, 12):
        if name == b"EXIF" and not exif:
            exif = minimal_exif(orientation_in(content))
        elif name == b"ANMF":
            kept.append((name, _clean_frame(content)))
        elif name in _WEBP:
            kept.append((name, content))
    if not kept:
        raise UncleanError(DAMAGED)
    if kept[0][0] == b"VP8X":
        flags = kept[0][1][0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if exif else 0)
        kept[0] = (b"VP8X", bytes((flags,)) + kept[0][1][1:])
        kept += [(b"EXIF", exif)] if exif else []
    return _riff(b"WEBP", kept)


def clean_wav(data: bytes) -> bytes:
    """The same sound, without what else the file says.

    Raises:
        UncleanError: the file is damaged.
    """
    kept = [(name, content) for name, content in _chunks(data, 12) if name in _WAV]
    if [name for name, _ in kept].count(b"data") != 1:
        raise UncleanError(DAMAGED)
    return _riff(b"WAVE", kept)


def _clean_frame(content: bytes) -> bytes:
    inner = ((n, c) for n, c in _chunks(content, _FRAME_HEADER) if n in _FRAME)
    return content[:_FRAME_HEADER] + b"".join(_written(name, chunk) for name, chunk in inner)


def _chunks(data: bytes, position: int) -> Iterator[tuple[bytes, bytes]]:
    """The names and contents of the chunks from ``position`` on."""
    while position + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, position)
        content = data[position + 8 : position + 8 + size]
        if len(content) < size or (name == b"VP8X" and size < 10):
            raise UncleanError(DAMAGED)
        yield name, content
        position += 8 + size + size % 2


def _written(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _riff(kind: bytes, chunks: list[tuple[bytes, bytes]]) -> bytes:
    content = kind + b"".join(_written(name, chunk) for name, chunk in chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content
