"""Zip archives that are cut off: their list of files, which is at the end, is made again.

Each file has a header of its own, from which the list is made (APPNOTE.TXT 6.3.10, 4.3.7 and
4.3.12). The library then reads the archive as if it were whole.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from sitegen.readers.detection.archive_listing import NOT_OPENED
from sitegen.readers.findings import Lost
from sitegen.readers.sources.limits import MOST_UNPACKED, is_one_of_several_texts

_HEADER = struct.Struct("<4s5H3I2H")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LARGE = 0xFFFFFFFF
_LARGE_SIZES = struct.Struct("<HHQQ")
_DOCUMENTS = {b"mimetype", b"[Content_Types].xml"}
"""Files of office documents, of which a part is of no use."""
_BOOK = b"META-INF/container.xml"
"""A file of books, of which chapters are of use."""
_PIECE = 1024 * 1024
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_FOLLOW = 0x1, 0x8


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in the archive, by its own header."""

    name: bytes
    flags: int
    method: int
    position: int
    """Where its header is."""
    start: int
    """Where its data is."""
    checksum: int
    packed: int
    unpacked: int
    is_cut: bool = False
    """Whether a part of its data is missing."""


def open_cut_zip(path: Path, stack: ExitStack) -> tuple[zipfile.ZipFile, Lost] | None:
    """The archive as far as it goes, and what is lost; None if it holds no file."""
    file = stack.enter_context(path.open("rb"))
    size = file.seek(0, io.SEEK_END)
    members = [member for member in _members(file, size) if member.name]
    names = {member.name for member in members}
    if not members or size >= _LARGE or (names & _DOCUMENTS and _BOOK not in names):
        return None
    cut = members[-1].name.decode(errors="replace") if members[-1].is_cut else ""
    is_dropped = is_one_of_several_texts(cut, (m.name.decode(errors="replace") for m in members))
    members = members[:-1] if is_dropped else members
    whole = io.BufferedReader(_Joined(file, size, _list_of(members, size)))
    try:
        archive = stack.enter_context(zipfile.ZipFile(whole))
    except NOT_OPENED:
        return None
    last = archive.infolist()[-1].filename
    where = f"in the middle of {last}" if cut and not is_dropped else f"after {last}"
    return archive, Lost("the rest of the archive", where, "it is damaged or cut off")


def _members(file: BinaryIO, size: int) -> Iterator[_Member]:
    position = 0
    member: _Member | None
    while (member := _read_header(file, position)) is not None:
        if (
            not member.packed and member.flags & _SIZES_FOLLOW
        ) or member.start + member.packed > size:
            if member.flags & _ENCRYPTED or member.method not in (_STORED, _DEFLATED):
                return
            member = _measure(file, member)
        if member is None:
            return
        yield replace(member, flags=member.flags & ~_SIZES_FOLLOW)
        position = member.start + member.packed
        if member.flags & _SIZES_FOLLOW:
            position = _after_sizes(file, position)


def _read_header(file: BinaryIO, position: int) -> _Member | None:
    file.seek(position)
    head = file.read(_HEADER.size)
    if len(head) < _HEADER.size or not head.startswith(b"PK\x03\x04"):
        return None
    _, _, flags, method, _, _, checksum, packed, unpacked, length, extra = _HEADER.unpack(head)
    name, more = file.read(length), file.read(extra)
    if len(name) < length or len(more) < extra:
        return None
    if packed == _LARGE and len(more) >= _LARGE_SIZES.size:
        _, _, unpacked, packed = _LARGE_SIZES.unpack_from(more)
    start = position + _HEADER.size + length + extra
    return _Member(name, flags, method, position, start, checksum, packed, unpacked)


def _measure(file: BinaryIO, member: _Member) -> _Member | None:
    """The sizes of data that says itself where it ends, or that is cut off."""
    file.seek(member.start)
    if member.method == _STORED:
        return None if member.flags & _SIZES_FOLLOW else _measure_stored(file, member)
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    checksum = packed = unpacked = 0
    try:
        while not inflate.eof and (piece := file.read(_PIECE)):
            data = inflate.decompress(piece)
            checksum, unpacked = zlib.crc32(data, checksum), unpacked + len(data)
            packed += len(piece) - len(inflate.unused_data)
            if unpacked > MOST_UNPACKED:
                return None
    except zlib.error:
        return None
    rest = inflate.flush()
    checksum, unpacked = zlib.crc32(rest, checksum), unpacked + len(rest)
    is_cut = not inflate.eof
    return replace(member, checksum=checksum, packed=packed, unpacked=unpacked, is_cut=is_cut)


def _measure_stored(file: BinaryIO, member: _Member) -> _Member:
    checksum = length = 0
    while piece := file.read(min(_PIECE, member.packed - length)):
        checksum, length = zlib.crc32(piece, checksum), length + len(piece)
    is_cut = length < member.packed
    return replace(member, checksum=checksum, packed=length, unpacked=length, is_cut=is_cut)


def _after_sizes(file: BinaryIO, position: int) -> int:
    """The position after the sizes that follow data: 4 or 8 bytes each, perhaps with a mark."""
    file.seek(position)
    following = file.read(24 + 4)
    for length in (16, 12, 24, 20):
        if following[length : length + 2] == b"PK" or len(following) == length:
            return position + length
    return position + len(following)


def _list_of(members: list[_Member], position: int) -> bytes:
    """The list of files at the end of an archive (central directory)."""
    entries = b"".join(
        _ENTRY.pack(
            b"PK\x01\x02",
            *(20, 20, member.flags, member.method, 0, 0x21),
            *(member.checksum, member.packed, member.unpacked),
            *(len(member.name), 0, 0, 0, 0, 0, member.position),
        )
        + member.name
        for member in members
        if max(member.packed, member.unpacked) < _LARGE
    )
    count = min(len(members), 0xFFFF)
    return entries + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), position, 0)


class _Joined(io.RawIOBase):
    """A file with some bytes after its end."""

    def __init__(self, file: BinaryIO, size: int, more: bytes) -> None:
        super().__init__()
        self._file = file
        self._size = size
        self._more = more
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position}
        self._position = base.get(whence, self._size + len(self._more)) + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        if self._position < self._size:
            self._file.seek(self._position)
            data = self._file.read(min(len(view), self._size - self._position))
        else:
            start = self._position - self._size
            data = self._more[start : start + len(view)]
        view[: len(data)] = data
        self._position += len(data)
        return len(data)
