"""Cleans MP4 and QuickTime files by their boxes (ISO/IEC 14496-12).

A box that is not needed becomes one of the type ``free``, filled with zeros: all others stay where
they are, as tables within the file hold positions in it.
"""

import re
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
_WORDS = frozenset(b"subt sbtl text clcp".split())
_PLACES = re.compile(rb"GPS ?[(:]|latitude|longitude")
"""How the subtitles that a drone writes name its place."""
_OPENED = frozenset((b"minf", b"stbl"))
"""Further boxes that hold boxes; all of these are kept."""
_FILMS = frozenset(b"avc1 avc3 hvc1 hev1 dvh1 dvhe av01 vp08 vp09 mp4v jpeg apcn apch".split())
_ENCODER = slice(50, 82)
"""Where the description of a film names its encoder, which may be the device."""
_HANDLER = 12
"""Where the maker and the name of a track begin, which may be the device."""


def clean_mp4(data: bytes) -> bytes:
    """The same film or sound, without what else the file says.

    Raises:
        UncleanError: the file is damaged, or has a track of unknown data.
    """
    cleaned = bytearray(data)
    if b"moov" not in {name for name, _, _, _ in boxes_in(cleaned, 0, len(cleaned))}:
        raise UncleanError(DAMAGED)
    _clean(cleaned, b"", 0, len(cleaned))
    return bytes(cleaned)


def _clean(data: bytearray, parent: bytes, start: int, end: int) -> None:
    for name, box, content, after in boxes_in(data, start, end):
        if parent in _KEPT and name not in _KEPT[parent]:
            blank(data, box, content, after)
        elif name in _KEPT or name in _OPENED:
            _clean(data, name, content, after)
        elif name == b"hdlr":
            if parent == b"mdia":
                _check_track(bytes(data[content + 8 : content + 12]), data)
            data[content + _HANDLER : after] = bytes(max(after - content - _HANDLER, 0))
        elif name == b"stsd":
            _remove_encoders(data, content + 8, after)


def blank(data: bytearray, box: int, content: int, after: int) -> None:
    """Makes a box one that holds nothing.

    Args:
        data: the file.
        box: where the box starts.
        content: where its content starts.
        after: where it ends.
    """
    data[box + 4 : box + 8] = _FREE
    data[content:after] = bytes(after - content)


def _check_track(kind: bytes, data: bytearray) -> None:
    if kind not in _TRACKS:
        raise UncleanError("it has a track of data, which may tell places")
    if kind in _WORDS and _PLACES.search(data):
        raise UncleanError("its subtitles may tell places")


def _remove_encoders(data: bytearray, start: int, end: int) -> None:
    for name, box, _, after in boxes_in(data, start, end):
        if name in _FILMS and after - box >= _ENCODER.stop:
            size = _ENCODER.stop - _ENCODER.start
            data[box + _ENCODER.start : box + _ENCODER.stop] = bytes(size)


def boxes_in(data: bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
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
