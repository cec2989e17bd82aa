"""Cleans JPEG files by their segments, without decoding the picture (ITU-T T.81, annex B)."""

import re
import struct

from sitegen.media.errors import DAMAGED, UncleanError
from sitegen.media.exif import minimal_exif, orientation_in

_END = 0xD9
_SCAN = 0xDA
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
"""A marker after a scan, in which ``FF 00`` and restart markers are part of the data."""
_EXIF = b"Exif\x00\x00"
_PROFILE = b"ICC_PROFILE\x00"
_COMMENT = 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_RESERVED = range(0xF0, 0xFE)
_HEADER_LENGTH = 12
"""The length of the content of a JFIF segment without its thumbnail, less the sizes of that."""


def clean_jpeg(data: bytes) -> bytes:
    """The same picture with only its orientation and colour profile besides.

    What follows the picture, such as further pictures of a phone, is left out.

    Raises:
        UncleanError: the file is damaged.
    """
    kept = [b"\xff\xd8"]
    position, orientation, has_scan = 2, 1, False
    while True:
        marker, start = _marker_at(data, position)
        if marker == _END:
            break
        length = _length_at(data, start)
        content = data[start + 2 : start + length]
        if marker in _APPLICATIONS and content.startswith(_EXIF) and orientation == 1:
            orientation = orientation_in(content)
        position = start + length
        if marker == _SCAN:
            position = _end_of_scan(data, position)
            has_scan = True
        if (segment := _cleaned(marker, data[start:position])) is not None:
            kept.append(segment)
    if not has_scan:
        raise UncleanError(DAMAGED)
    return b"".join([kept[0], *_orientation_after(kept[1:], orientation), b"\xff\xd9"])


def _orientation_after(segments: list[bytes], orientation: int) -> list[bytes]:
    """The segments, with Exif after that of JFIF, if the picture is not upright."""
    exif = minimal_exif(orientation)
    if not exif:
        return segments
    segment = b"\xff\xe1" + struct.pack(">H", len(_EXIF + exif) + 2) + _EXIF + exif
    after = 1 if segments and segments[0].startswith(b"\xff\xe0") else 0
    return [*segments[:after], segment, *segments[after:]]


def _marker_at(data: bytes, position: int) -> tuple[int, int]:
    """The marker at ``position``, and the position after it.

    A picture that is cut off within its last scan ends there, as browsers show it.
    """
    if position >= len(data):
        return _END, position
    if data[position] != 0xFF:
        raise UncleanError(DAMAGED)
    while position < len(data) and data[position] == 0xFF:
        position += 1
    if position >= len(data):
        return _END, position
    return data[position], position + 1


def _length_at(data: bytes, position: int) -> int:
    if position + 2 > len(data):
        raise UncleanError(DAMAGED)
    length = int.from_bytes(data[position : position + 2], "big")
    if length < 2 or position + length > len(data):
        raise UncleanError(DAMAGED)
    return length


def _end_of_scan(data: bytes, position: int) -> int:
    found = _MARKER.search(data, position)
    return found.start() if found else len(data)


def _cleaned(marker: int, segment: bytes) -> bytes | None:
    """A segment to keep, with its marker; None for one that is left out."""
    whole = bytes((0xFF, marker)) + segment
    content = segment[2:]
    if marker == 0xE0 and content.startswith(b"JFIF\x00"):
        return b"\xff\xe0\x00\x10" + content[:_HEADER_LENGTH].ljust(_HEADER_LENGTH, b"\0") + b"\0\0"
    if marker == 0xE2 and content.startswith(_PROFILE):
        return whole
    if marker == 0xEE and content.startswith(b"Adobe"):
        return whole
    if marker in _APPLICATIONS or marker == _COMMENT or marker in _RESERVED:
        return None
    return whole
