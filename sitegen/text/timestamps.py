"""Parses timestamps as people write them, keeping the offset from UTC as written."""

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
_USUAL = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:[0-5]\d)",
    re.ASCII,
)
"""As most programs write it, and Python reads it."""
_LONE_DIGIT = re.compile(r"(?<![\d.,])\d(?!\d)")
_MINUTE = timedelta(minutes=1)


class Timestamp(datetime):
    """A timestamp with the offset as written: one instant may have different dates.

    It is ordered by instant, but equal only to a timestamp with the same offset.
    """

    def __eq__(self, other: object) -> bool:
        """Whether instant and offset are the same."""
        if isinstance(other, Timestamp) and self.utcoffset() != other.utcoffset():
            return False
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        """Whether instant or offset differs."""
        return not self == other

    def __hash__(self) -> int:
        """The hash of the instant."""
        return super().__hash__()


def parse_timestamp(text: str, zone: str) -> Timestamp:
    """Parses a date or timestamp; without an offset, it is local time in ``zone``.

    The format is ISO 8601 with common variations: a space for the ``T`` or before the offset,
    ``UTC`` or ``GMT``, no seconds, or single digits, as in ``2023-3-9``.

    Raises:
        ValueError: the text has another format.
        OverflowError: the year is out of range in UTC.
    """
    if _USUAL.fullmatch(text):
        return _in_range(Timestamp.fromisoformat(text))
    found = _WRITTEN.fullmatch(text.strip().upper())
    if not found:
        raise ValueError("this is not ISO 8601")
    day = date.fromisoformat(_padded(found["date"]))
    local = datetime.combine(day, time.fromisoformat(_padded(found["time"] or "00")))
    return with_offset(local.replace(tzinfo=_offset(found)) if found["zone"] else local, zone)


def with_offset(moment: datetime, zone: str) -> Timestamp:
    """Adds the offset of ``zone`` at that time to a timestamp without an offset.

    In an hour that is skipped or repeated, the offset before the change is used (RFC 5545, section
    3.3.5). Offsets are whole minutes, as in RFC 3339.

    Raises:
        OverflowError: the year is out of range in UTC.
    """
    place = moment.tzinfo or zone_of(zone)
    offset = (moment.replace(tzinfo=place).utcoffset() or timedelta()) // _MINUTE * _MINUTE
    return _in_range(Timestamp.combine(moment.date(), moment.time(), timezone(offset)))


def _in_range(moment: Timestamp) -> Timestamp:
    """The timestamp; raises OverflowError if its year is out of range in UTC."""
    moment.astimezone(UTC)
    return moment


def _padded(text: str) -> str:
    return _LONE_DIGIT.sub(r"0\g<0>", text)


def _offset(found: re.Match[str]) -> timezone:
    if not found["sign"]:
        return UTC
    size = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return timezone(size if found["sign"] == "+" else -size)
