"""Cleans AVIF and HEIC pictures by their items (ISO/IEC 23008-12), without decoding them.

What is not a picture, such as Exif and XMP, is filled with zeros and becomes an item of no type:
all else stays where it is, as the tables of the file hold positions in it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.media.errors import DAMAGED, UncleanError
from sitegen.media.mp4 import blank, boxes_in

_FILE = frozenset(b"ftyp meta mdat".split())
_META = frozenset(b"hdlr pitm iloc iinf iref iprp idat grpl dinf".split())
_PICTURES = frozenset(b"av01 hvc1 hev1 lhv1 avc1 vvc1 jpeg grid iovl iden tmap".split())
"""The types of items that are kept; others tell of the picture."""
_NO_TYPE = b"free"
_IN_FILE, _IN_BOX = 0, 1


class _Range(NamedTuple):
    start: int
    end: int


def clean_heif(data: bytes) -> bytes:
    """The same picture, without what else the file says.

    Raises:
        UncleanError: the file is damaged, or an animation.
    """
    cleaned = bytearray(data)
    boxes = list(boxes_in(cleaned, 0, len(cleaned)))
    names = [name for name, _, _, _ in boxes]
    if b"moov" in names:
        raise UncleanError("it is an animation, which sitegen cannot clean")
    if names.count(b"meta") != 1:
        raise UncleanError(DAMAGED)
    for name, box, content, after in boxes:
        if name not in _FILE:
            blank(cleaned, box, content, after)
        elif name == b"meta":
            _clean_items(cleaned, content + 4, after)
    return bytes(cleaned)


def _clean_items(data: bytearray, start: int, end: int) -> None:
    parts: dict[bytes, _Range] = {}
    for name, box, content, after in boxes_in(data, start, end):
        if name in _META:
            parts[name] = _Range(content, after)
        else:
            blank(data, box, content, after)
    if b"iinf" not in parts or b"iloc" not in parts:
        raise UncleanError(DAMAGED)
    others = set(_remove_types(data, parts[b"iinf"]))
    stored = parts.get(b"idat", _Range(0, 0))
    for item, method, place in _places(data, parts[b"iloc"]):
        if item not in others:
            continue
        base, limit = (stored.start, stored.end) if method == _IN_BOX else (0, len(data))
        first, last = base + place.start, base + place.end
        if method not in (_IN_FILE, _IN_BOX) or last > limit:
            raise UncleanError(DAMAGED)
        data[first:last] = bytes(last - first)


def _remove_types(data: bytearray, table: _Range) -> Iterator[int]:
    """The numbers of the items that are no pictures, whose types are removed."""
    start = table.start + (6 if data[table.start] == 0 else 8)
    for name, _, content, after in boxes_in(data, start, table.end):
        width = 4 if data[content] >= 3 else 2  # its version decides
        at = content + 4 + width + 2
        if name != b"infe" or data[content] < 2 or at + 4 > after:
            raise UncleanError(DAMAGED)
        if bytes(data[at : at + 4]) not in _PICTURES:
            data[at : at + 4] = _NO_TYPE
            data[at + 4 : after] = bytes(after - at - 4)
            yield int.from_bytes(data[content + 4 : content + 4 + width], "big")


def _places(data: bytearray, table: _Range) -> Iterator[tuple[int, int, _Range]]:
    """For each part of an item: the number of the item, where its positions count, and the part."""
    numbers = _Numbers(data, table)
    version = numbers.take(4) >> 24
    sizes = numbers.take(2)
    offset, length, base, index = (sizes >> shift & 0xF for shift in (12, 8, 4, 0))
    for _ in range(numbers.take(2 if version < 2 else 4)):
        item = numbers.take(2 if version < 2 else 4)
        method = numbers.take(2) & 0xF if version else _IN_FILE
        numbers.take(2)
        origin = numbers.take(base)
        for _ in range(numbers.take(2)):
            numbers.take(index if version else 0)
            start = origin + numbers.take(offset)
            yield item, method, _Range(start, start + numbers.take(length))


class _Numbers:
    """Takes numbers from a part of a file, one after another."""

    def __init__(self, data: bytearray, part: _Range) -> None:
        self._data = data
        self._position, self._end = part

    def take(self, size: int) -> int:
        """The next number of ``size`` bytes; 0 if that is 0."""
        position = self._position
        self._position += size
        if self._position > self._end:
            raise UncleanError(DAMAGED)
        return int.from_bytes(self._data[position : self._position], "big")
