"""Cleans WebM films by their elements (RFC 8794 and RFC 9559).

An element that is not needed becomes one of the type Void, filled with zeros: all others stay
where they are, as the index holds positions in the file.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.media.errors import DAMAGED, UncleanError

SIGNATURE = b"\x1a\x45\xdf\xa3"
_HEADER, _SEGMENT, _INFO, _TRACKS, _TRACK = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE
_CLUSTER, _TRACK_TYPE = 0x1F43B675, 0x83
_KEPT: Mapping[int, frozenset[int]] = {
    0: frozenset((_HEADER, _SEGMENT)),
    _SEGMENT: frozenset((0x114D9B74, _INFO, _TRACKS, _CLUSTER, 0x1C53BB6B)),
    _INFO: frozenset((0x2AD7B1, 0x4489, 0x4D80, 0x5741)),
    _TRACKS: frozenset((_TRACK,)),
    _TRACK: frozenset(
        {
            *(0xD7, 0x73C5, _TRACK_TYPE, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x23E383),
            *(0x23314F, 0x55EE, 0x41E4, 0x22B59C, 0x22B59D, 0x86, 0x63A2, 0x56AA, 0x56BB),
            *(0xE0, 0xE1, 0x6D80),
        }
    ),
}
"""The elements that are kept, by the element that they are in; 0 is the file."""
_PROGRAMS = frozenset((0x4D80, 0x5741))
"""The names of programs, which have to be there, and become empty."""
_TOP = _KEPT[_SEGMENT] | {0x1043A770, 0x1941A469, 0x1254C367, _SEGMENT, _HEADER}
"""The elements that end a cluster of unknown length."""
_TRACK_TYPES = frozenset((1, 2, 17))
"""Pictures, sound and subtitles."""
_VOID = 0xEC
_SHORTEST_LONG_VOID = 9
_MOST_ELEMENTS = 2_000_000


class _Element(NamedTuple):
    name: int
    start: int
    content: int
    end: int


def clean_webm(data: bytes) -> bytes:
    """The same film, without what else the file says.

    Raises:
        UncleanError: the file is damaged, or has a track of unknown data.
    """
    cleaned = bytearray(data)
    _clean(cleaned, 0, 0, len(cleaned))
    return bytes(cleaned)


def _clean(data: bytearray, parent: int, start: int, end: int) -> None:
    for element in _elements(data, start, end):
        if element.name not in _KEPT[parent]:
            _empty(data, element)
        elif element.name in _KEPT:
            _clean(data, element.name, element.content, element.end)
        elif element.name in _PROGRAMS:
            data[element.content : element.end] = bytes(element.end - element.content)
        elif element.name == _TRACK_TYPE:
            _check_track(int.from_bytes(data[element.content : element.end], "big"))


def _check_track(kind: int) -> None:
    if kind not in _TRACK_TYPES:
        raise UncleanError("it has a track of data, which may tell places")


def _empty(data: bytearray, element: _Element) -> None:
    """Makes an element one of the type Void, of the same length."""
    length = element.end - element.start
    if length >= _SHORTEST_LONG_VOID:
        head = bytes((_VOID, 1)) + (length - _SHORTEST_LONG_VOID).to_bytes(7, "big")
    else:
        head = bytes((_VOID, 0x80 | length - 2))
    data[element.start : element.end] = head + bytes(length - len(head))


def _elements(data: bytearray, start: int, end: int) -> Iterator[_Element]:
    for _ in range(_MOST_ELEMENTS):
        if start >= end:
            return
        name, place = _read_name(data, start)
        size, content = _read_size(data, place)
        if size is not None:
            after = content + size
        elif name == _CLUSTER:
            after = _end_of_cluster(data, content, end)
        elif name == _SEGMENT:
            after = end
        else:
            raise UncleanError(DAMAGED)
        if after > end:
            raise UncleanError(DAMAGED)
        yield _Element(name, start, content, after)
        start = after
    raise UncleanError(DAMAGED)


def _end_of_cluster(data: bytearray, start: int, end: int) -> int:
    """Where a cluster of unknown length ends, as recordings of browsers have it."""
    while start < end:
        name, place = _read_name(data, start)
        if name in _TOP:
            return start
        size, content = _read_size(data, place)
        if size is None or content + size > end:
            raise UncleanError(DAMAGED)
        start = content + size
    return end


def _read_name(data: bytearray, start: int) -> tuple[int, int]:
    """The name of an element, and where its size starts."""
    length = _length(data, start, longest=4)
    return int.from_bytes(data[start : start + length], "big"), start + length


def _read_size(data: bytearray, start: int) -> tuple[int | None, int]:
    """The size of an element, None if it is unknown, and where its content starts."""
    length = _length(data, start, longest=8)
    most = (1 << 7 * length) - 1
    size = int.from_bytes(data[start : start + length], "big") & most
    return (None if size == most else size), start + length


def _length(data: bytearray, start: int, *, longest: int) -> int:
    length = 9 - data[start].bit_length() if start < len(data) else 9
    if length > longest or start + length > len(data):
        raise UncleanError(DAMAGED)
    return length
