"""Exif: reads the orientation of a picture, and writes Exif that says nothing else.

See the Exif standard, CIPA DC-008, 4.6: the structure is that of TIFF 6.0.
"""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_PREFIX = b"Exif\x00\x00"


def orientation_in(data: bytes) -> int:
    """The orientation of a picture, 1 to 8; 1, upright, if ``data`` does not say so.

    Args:
        data: Exif, with or without the prefix that it has in JPEG.
    """
    tiff = data.removeprefix(_PREFIX)
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for index in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * index)
            if tag == _ORIENTATION and kind == _SHORT and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 1
    return 1


def minimal_exif(orientation: int) -> bytes:
    """Exif with only an orientation, without prefix; empty for an upright picture."""
    if orientation == 1:
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
