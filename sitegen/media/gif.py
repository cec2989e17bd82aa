"""Cleans GIF files by their blocks (GIF 89a, https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""

from sitegen.media.errors import DAMAGED, UncleanError

_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""The applications whose blocks are kept: loops and colour profiles."""


def clean_gif(data: bytes) -> bytes:
    """The same picture without comments and without what applications added.

    Raises:
        UncleanError: the file is damaged.
    """
    try:
        return _clean(data)
    except IndexError:
        raise UncleanError(DAMAGED) from None


def _clean(data: bytes) -> bytes:
    position = 13 + _table_size(data[10])
    kept = [data[:position]]
    while data[position] != _TRAILER:
        start = position
        if data[position] == _IMAGE:
            position = _end_of_blocks(data, position + 11 + _table_size(data[position + 9]))
        elif data[position] == _EXTENSION:
            position = _end_of_blocks(data, position + 2)
            if not _is_kept(data, start):
                continue
        else:
            raise UncleanError(DAMAGED)
        kept.append(data[start:position])
    return b"".join([*kept, b"\x3b"])


def _is_kept(data: bytes, start: int) -> bool:
    label = data[start + 1]
    return label == _CONTROL or (label == _APPLICATION and data[start + 3 : start + 14] in _KEPT)


def _table_size(flags: int) -> int:
    """The size of a colour table in bytes, by the flags that announce it."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, position: int) -> int:
    """The position after a series of blocks, each with its size first, that a size of 0 ends."""
    while size := data[position]:
        position += size + 1
    return position + 1
