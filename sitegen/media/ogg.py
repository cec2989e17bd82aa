"""Cleans Ogg sounds (RFC 3533): Opus (RFC 7845), Vorbis and Speex, whose comments are emptied."""

import struct
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sitegen.media.errors import DAMAGED, UncleanError

_CAPTURE = b"OggS"
_HEADER = 27
_COMMENTS = (b"OpusTags", b"\x03vorbis")
"""How the second packet starts, which holds the comments."""
_HEADS = (b"OpusHead", b"\x01vorbis")
_POLYNOMIAL = 0x04C11DB7
_MOST_PAGES = 2000
"""The most pages that the comments may take; a picture in them takes some."""


class _Page(NamedTuple):
    start: int
    content: int
    end: int
    ends_packet: bool
    """Whether a packet ends with this page."""


def clean_ogg(data: bytes) -> bytes:
    """The same sound without comments, and without a picture in them.

    The comments are filled with zeros where they are, as a decoder ignores what follows an empty
    list of comments.

    Raises:
        UncleanError: the file is damaged, or its comments are elsewhere.
    """
    pages = _pages(data)
    first = next(pages)
    head = data[first.content : first.end]
    if not head.startswith(_HEADS):
        raise UncleanError("it is of a kind whose comments sitegen cannot remove")
    cleaned = bytearray(data)
    for number, page in enumerate(pages):
        content = data[page.content : page.end]
        if number == 0:
            content = _emptied(content, _length_in_page(data, page))
        elif number > _MOST_PAGES:
            break
        elif page.ends_packet:
            content = _after_packet(content, data, page)
        else:
            content = bytes(len(content))
        cleaned[page.content : page.end] = content
        _seal(cleaned, page)
        if page.ends_packet:
            return _checked(cleaned, page.end)
    raise UncleanError(DAMAGED)


def _checked(data: bytearray, start: int) -> bytes:
    """The file, if no further comments follow, such as those of a second sound."""
    if any(data.find(name, start) >= 0 for name in _COMMENTS):
        raise UncleanError("it holds several sounds")
    return bytes(data)


def _emptied(content: bytes, length: int) -> bytes:
    """The start of the comments without comments; what follows them on the page stays."""
    name = next((name for name in _COMMENTS if content.startswith(name)), None)
    if name is None or length < len(name) + 9:
        raise UncleanError(DAMAGED)
    empty = name + struct.pack("<II", 0, 0)
    if name == b"\x03vorbis":
        empty += b"\x01"  # the framing bit
    return empty.ljust(length, b"\0") + content[length:]


def _after_packet(content: bytes, data: bytes, page: _Page) -> bytes:
    length = _length_in_page(data, page)
    return bytes(length) + content[length:]


def _length_in_page(data: bytes, page: _Page) -> int:
    """How many bytes of the page belong to the first packet on it."""
    length = 0
    for size in data[page.start + _HEADER : page.content]:
        length += size
        if size < 255:
            break
    return length


def _pages(data: bytes) -> Iterator[_Page]:
    position = 0
    while data[position : position + 4] == _CAPTURE and position + _HEADER <= len(data):
        sizes = data[position + _HEADER : position + _HEADER + data[position + 26]]
        content = position + _HEADER + data[position + 26]
        end = content + sum(sizes)
        if end > len(data):
            break
        yield _Page(position, content, end, any(size < 255 for size in sizes))
        position = end
    raise UncleanError(DAMAGED)


def _seal(data: bytearray, page: _Page) -> None:
    """Writes the checksum of a page."""
    checksum = slice(page.start + 22, page.start + 26)
    data[checksum] = bytes(4)
    data[checksum] = struct.pack("<I", checksum_of(data[page.start : page.end]))


def checksum_of(data: bytes | bytearray) -> int:
    """The checksum of a page whose own checksum is zero (RFC 3533, section 6)."""
    table, value = _table(), 0
    for byte in data:
        value = (value << 8 & 0xFFFFFFFF) ^ table[value >> 24 ^ byte]
    return value


@lru_cache(maxsize=1)
def _table() -> tuple[int, ...]:
    return tuple(_remainder(byte << 24) for byte in range(256))


def _remainder(value: int) -> int:
    for _ in range(8):
        value = (value << 1 & 0xFFFFFFFF) ^ (_POLYNOMIAL if value >> 31 else 0)
    return value
