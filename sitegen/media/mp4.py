"""Cleans MP4 and QuickTime files by their boxes (ISO/IEC 14496-12).

A box that is not needed becomes one of the type ``free``, filled with zeros: all others stay where
they are, as tables within the file hold positions in it.
"""

import struct
from collections.abc import Iterator, Mapping

from sitegen.media.errors import DAMAGED, UncleanError

_FREE = b"free"
_MOST_BOXES = 1_000_000
"""Within one box; films in fragments have thousands."""
_KEPT: Mapping[bytes, frozenset[bytes]] = {
    b"": frozenset(b"ftyp styp moov mdat moof mfra sidx ssix pdin prft".split()),
    b"moov": frozenset(b"mvhd trak mvex iods".split()),
    b"trak": frozenset(b"tkhd mdia edts tref tapt load clip matt".split()),
    b"mdia": frozenset(b"mdhd hdlr minf elng".split()),
    b"moof": frozenset(b"mfhd traf".split()),
    b"traf": frozenset(b"tfhd trun tfdt sbgp sgpd subs saiz saio senc sdtp".split()),
}
"""The boxes that are kept, by the box that they are in; what is in others is kept as it is."""
_TRACKS = frozenset(b"vide soun subt sbtl text clcp tmcd hint".split())
"""The kinds of tracks that are kept. Tracks of other kinds hold places and movements."""


def clean_mp4(data: bytes) -> bytes:
    """The same film or sound, without what else the file says.

    Raises:
        UncleanError: the file is damaged, or has a track of unknown data.
    """
    cleaned = bytearray(data)
    if b"moov" not in {name for name, _, _, _ in _boxes(cleaned, 0, len(cleaned))}:
        raise UncleanError(DAMAGED)
    _clean(cleaned, b"", 0, len(cleaned))
    return bytes(cleaned)


def _clean(data: bytearray, parent: bytes, start: int, end: int) -> None:
    for name, box, content, after in _boxes(data, start, end):
        if name not in _KEPT[parent]:
            data[box + 4 : box + 8] = _FREE
            data[content:after] = bytes(after - content)
        elif name in _KEPT:
            _clean(data, name, content, after)
        elif name == b"hdlr":
            _check_track(bytes(data[content + 8 : content + 12]))


def _check_track(kind: bytes) -> None:
    if kind not in _TRACKS:
        raise UncleanError("it has a track of data, which may tell places")


def _boxes(data: bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """The name of each box, where it starts, where its content starts, and where it ends."""
    count = 0
    while start + 8 <= end:
        count += 1
        if count > _MOST_BOXES:
            raise UncleanError(DAMAGED)
        size, name = struct.unpack_from(">I4s", data, start)
        content = start + 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            content = start + 16
        after = end if size == 0 else start + size
        if after < content or after > end:
            raise UncleanError(DAMAGED)
        yield name, start, content, after
        start = after
    if any(data[start:end]):
        raise UncleanError(DAMAGED)
