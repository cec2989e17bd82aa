"""Moments as their authors wrote them: an instant, in the offset from UTC of its place."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from sitegen.configuration.timezones import zone_of

_WRITTEN = re.compile(
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2}|\d{8})"
    r"(?:(?:T|\s+)(?P<time>(?:[01]?\d|2[0-3])(?::\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?)?"
    r"|\d{4}(?:\d{2}(?:[.,]\d+)?)?))?"
    r"\s*(?P<zone>Z|(?:UTC|GMT)?(?P<sign>[+\N{MINUS SIGN}-])(?P<hours>\d{1,2})"
    r"(?::?(?P<minutes>[0-5]\d))?|UTC|GMT)?",
    re.ASCII,
)
_LONE_DIGIT = re.compile(r"(?<![\d.,])\d(?!\d)")
_MINUTE = timedelta(minutes=1)


class Timestamp(datetime):
    """A moment with the offset in which it was written: of one moment, two offsets are two days.

    Sorted by the moment alone, but equal only to what has the same offset as well.
    """

    def __eq__(self, other: object) -> bool:
        """Whether it is the same moment in the same offset."""
        if isinstance(other, Timestamp) and self.utcoffset() != other.utcoffset():
            return False
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        """Whether the moment or the offset differs."""
        return not self == other

    def __hash__(self) -> int:
        """The hash of the moment."""
        return super().__hash__()


def parse_timestamp(text: str, zone: str) -> Timestamp:
    """The moment that ``text`` names; where it names no offset, clocks in ``zone`` show it.

    It is ISO 8601, also as people write it: with a space for the ``T`` or before the offset, with
    ``UTC`` or ``GMT``, without seconds, or with a single digit, as in ``2023-3-9``.

    Raises:
        ValueError: it is no such text.
        OverflowError: UTC has no such year.
    """
    found = _WRITTEN.fullmatch(text.strip().upper())
    if not found:
        raise ValueError("this is not ISO 8601")
    day = date.fromisoformat(_padded(found["date"]))
    local = datetime.combine(day, time.fromisoformat(_padded(found["time"] or "00")))
    return with_offset(local.replace(tzinfo=_offset(found)) if found["zone"] else local, zone)


def with_offset(moment: datetime, zone: str) -> Timestamp:
    """The moment in its own offset; where it has none, in that of ``zone`` at that time.

    Of an hour that a zone's clocks skip or repeat, the offset before the change counts (as in RFC
    5545, section 3.3.5). Offsets have whole minutes, as in RFC 3339.

    Raises:
        OverflowError: UTC has no such year.
    """
    place = moment.tzinfo or zone_of(zone)
    offset = (moment.replace(tzinfo=place).utcoffset() or timedelta()) // _MINUTE * _MINUTE
    written = Timestamp.combine(moment.date(), moment.time(), timezone(offset))
    written.astimezone(UTC)
    return written


def _padded(text: str) -> str:
    return _LONE_DIGIT.sub(r"0\g<0>", text)


def _offset(found: re.Match[str]) -> timezone:
    if not found["sign"]:
        return UTC
    size = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return timezone(size if found["sign"] == "+" else -size)
