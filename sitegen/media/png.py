"""Cleans PNG files by their chunks (https://www.w3.org/TR/png-3/)."""

import struct
import zlib

from sitegen.media.errors import DAMAGED, UncleanError
from sitegen.media.exif import minimal_exif, orientation_in

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT "
    b"acTL fcTL fdAT".split()
)
"""What the picture needs: its data, colours, and the frames of an animation."""


def clean_png(data: bytes) -> bytes:
    """The same picture without texts, times and unknown chunks.

    Raises:
        UncleanError: the file is damaged.
    """
    kept = [SIGNATURE]
    position, name, has_exif = len(SIGNATURE), b"", False
    while name != b"IEND":
        if position + 12 > len(data):
            raise UncleanError(DAMAGED)
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if end > len(data):
            raise UncleanError(DAMAGED)
        if name in _KEPT:
            kept.append(data[position:end])
        elif name == b"eXIf" and not has_exif:
            has_exif = True
            kept += _orientation_chunk(data[position + 8 : end - 4])
        position = end
    return b"".join(kept)


def _orientation_chunk(exif: bytes) -> list[bytes]:
    content = minimal_exif(orientation_in(exif))
    if not content:
        return []
    checked = b"eXIf" + content
    return [struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))]
