"""Parses the Range header of HTTP (RFC 9110, section 14)."""

import re
from typing import NamedTuple

_RANGE = re.compile(r"bytes=[ \t,]*([0-9]*)-([0-9]*)[ \t,]*", re.IGNORECASE)
_MAX_DIGITS = 20
"""More than any file size has. Python refuses to convert thousands of digits."""


class ByteRange(NamedTuple):
    """A range of bytes of a file."""

    start: int
    length: int


class UnsatisfiableRangeError(Exception):
    """The range starts after the end of the file (status 416)."""


def read_range(header: str, size: int) -> ByteRange | None:
    """The range that a ``Range`` header requests, of a file of ``size`` bytes.

    None to send the whole file: the header is invalid, has another unit, or requests several
    ranges, which a server may ignore.

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
    """The last ``length`` bytes; None for an empty file, which has no ranges."""
    if not length:
        raise UnsatisfiableRangeError
    return ByteRange(size - min(length, size), min(length, size)) if size else None


def _number(digits: str) -> int | None:
    return int(digits.lstrip("0")[:_MAX_DIGITS] or "0") if digits else None
