"""Reads which bytes of a file a request asks for (RFC 9110, 14)."""

import re
from typing import NamedTuple

_RANGE = re.compile(r"bytes=[ \t,]*([0-9]*)-([0-9]*)[ \t,]*", re.IGNORECASE)
_DIGITS = 20
"""More than the size of any file has; Python refuses to read thousands of them."""


class ByteRange(NamedTuple):
    """Some bytes of a file."""

    start: int
    length: int


class UnsatisfiableRangeError(Exception):
    """The file ends before the range begins."""


def read_range(header: str, size: int) -> ByteRange | None:
    """The range that a ``Range`` header asks for, of a file of ``size`` bytes.

    None where the whole file is to be sent: the header is invalid, has another unit, or asks for
    several ranges, which a server may answer so.

    Raises:
        UnsatisfiableRangeError: no byte of the file is in the range.
    """
    found = _RANGE.fullmatch(header)
    if not found:
        return None
    first, last = (_number(digits) for digits in found.groups())
    if first is None:
        return _suffix(last, size) if last is not None else None
    if last is not None and last < first:
        return None
    if first >= size:
        raise UnsatisfiableRangeError
    end = size if last is None else min(last + 1, size)
    return ByteRange(first, end - first)


def _suffix(length: int, size: int) -> ByteRange | None:
    """The last ``length`` bytes; of an empty file, which has no range to name, the whole."""
    if not length:
        raise UnsatisfiableRangeError
    return ByteRange(size - min(length, size), min(length, size)) if size else None


def _number(digits: str) -> int | None:
    return int(digits.lstrip("0")[:_DIGITS] or "0") if digits else None
