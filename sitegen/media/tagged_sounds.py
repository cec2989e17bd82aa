"""Cleans sounds whose tags stand before or after them: MP3, AAC and FLAC.

See https://id3.org/id3v2.4.0-structure and RFC 9639.
"""

import struct

from sitegen.media.errors import DAMAGED, UncleanError

_ID3 = b"ID3"
_APE = b"APETAGEX"
_LYRICS = b"LYRICS200"
_FLAC = b"fLaC"
_STREAM, _SEEK_TABLE = 0, 3


def clean_mp3(data: bytes) -> bytes:
    """The same sound without tags.

    Raises:
        UncleanError: the file is damaged, or holds something else.
    """
    start = after_id3(data)
    while start < len(data) and data[start] == 0:  # padding
        start += 1
    if not _is_frame(data, start):
        raise UncleanError(DAMAGED)
    return data[start : _end_of_sound(data, start)]


def clean_flac(data: bytes) -> bytes:
    """The same sound, with only what describes its format.

    Raises:
        UncleanError: the file is damaged.
    """
    position = after_id3(data) + len(_FLAC)
    kept: list[tuple[int, bytes]] = []
    is_last = False
    while not is_last:
        if position + 4 > len(data):
            raise UncleanError(DAMAGED)
        (header,) = struct.unpack_from(">I", data, position)
        is_last, kind, size = bool(header >> 31), header >> 24 & 0x7F, header & 0xFFFFFF
        if kind in (_STREAM, _SEEK_TABLE):
            kept.append((kind, data[position + 4 : position + 4 + size]))
        position += 4 + size
    if not kept or position >= len(data):
        raise UncleanError(DAMAGED)
    blocks = [
        struct.pack(">I", (index == len(kept) - 1) << 31 | kind << 24 | len(content)) + content
        for index, (kind, content) in enumerate(kept)
    ]
    return b"".join([_FLAC, *blocks, data[position : _end_of_sound(data, position)]])


def after_id3(data: bytes) -> int:
    """The position after the ID3v2 tags at the start; 0 without any."""
    position = 0
    while data[position : position + 3] == _ID3 and position + 10 <= len(data):
        size = 0
        for byte in data[position + 6 : position + 10]:
            size = size << 7 | byte & 0x7F
        has_footer = data[position + 5] & 0x10
        position += 10 + size + (10 if has_footer else 0)
    return position


def _is_frame(data: bytes, start: int) -> bool:
    return start + 4 <= len(data) and data[start] == 0xFF and data[start + 1] & 0xE0 == 0xE0


def _end_of_sound(data: bytes, start: int) -> int:
    """Where the tags after a sound begin."""
    end = len(data)
    while True:
        before = end
        if data[end - 128 : end - 125] == b"TAG" and end - 128 > start:
            end -= 128
        if data[end - 32 : end - 24] == _APE and end - 32 > start:
            size, flags = struct.unpack_from("<I4xI", data, end - 20)
            end -= size + (32 if flags >> 31 else 0)
        if data[end - 9 : end] == _LYRICS and data[end - 15 : end - 9].isdigit():
            end -= 15 + int(data[end - 15 : end - 9])
        if data[end - 10 : end - 7] == b"3DI" and end - 10 > start:  # the footer of ID3v2.4
            size = 0
            for byte in data[end - 4 : end]:
                size = size << 7 | byte & 0x7F
            end -= size + 20
        if end <= start:
            raise UncleanError(DAMAGED)
        if end == before:
            return end
