"""Parses the dates of dumps, in the many forms that programs write."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

from sitegen.text.timestamps import parse_timestamp

_FIRST_YEAR = 1990
_LAST_YEAR = 2100
_ZONES = {"CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "BST": 1, "IST": 5.5, "JST": 9, "AEST": 10}
_ZONES |= {"WET": 0, "WEST": 1, "EET": 2, "EEST": 3, "MSK": 3, "AEDT": 11, "NZST": 12, "NZDT": 13}
"""Abbreviations of zones that RFC 822 does not define, as hours from UTC."""
_ZONE = re.compile(rf"\b({'|'.join(_ZONES)})$")
_DAY_NAME = re.compile(r"^[^\W\d]+\.?,\s*")
_TWITTER = re.compile(r"[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})")
_AMERICAN = re.compile(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})"
    r"(?:,?\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AP]M)?)?",
    re.IGNORECASE,
)
_IS_EPOCH = re.compile(r"-?\d{9,17}(?:\.\d+)?")
_UNITS = ((10**14, 10**6), (10**11, 10**3))
"""The least number that counts microseconds, and milliseconds; lower ones count seconds."""


def parse_date(text: str, zone: tzinfo = UTC) -> datetime | None:
    """A date as a program wrote it; None if it is none, or outside of 1990 to 2100.

    It takes ISO 8601 and its variations, RFC 822 with day names of any language and the usual zone
    names, the form of Twitter, American dates, and numbers (see :func:`from_epoch`).

    Args:
        text: the date.
        zone: the zone of a date that names none.
    """
    text = " ".join(text.split())
    if _IS_EPOCH.fullmatch(text):
        return from_epoch(text)
    for parse in (_parse_iso, _parse_twitter, _parse_american, _parse_rfc822):
        try:
            found = parse(text, zone)
        except (ValueError, OverflowError, TypeError):
            found = None
        if found is not None:
            return _within_range(found)
    return None


def from_epoch(value: object) -> datetime | None:
    """The date of a number of seconds, milliseconds or microseconds since 1970, by its size.

    Args:
        value: a number, or a text with one.
    """
    try:
        number = float(value) if isinstance(value, int | float | str) else 0.0
        unit = next((unit for least, unit in _UNITS if abs(number) >= least), 1)
        return _within_range(datetime.fromtimestamp(number / unit, UTC)) if number else None
    except (ValueError, OverflowError, OSError):
        return None


def _within_range(date: datetime) -> datetime | None:
    """A date in the years that are likely, in whole seconds."""
    return date.replace(microsecond=0) if _FIRST_YEAR <= date.year <= _LAST_YEAR else None


def _parse_iso(text: str, zone: tzinfo) -> datetime:
    try:
        found: datetime = datetime.fromisoformat(text)
    except ValueError:
        found = parse_timestamp(text, "UTC")
        has_zone = re.search(r"(?:Z|UTC|GMT|[+-]\d{1,2}:?\d{0,2})$", text[10:], re.IGNORECASE)
        if not has_zone:
            found = found.replace(tzinfo=None)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _parse_twitter(text: str, _: tzinfo) -> datetime | None:
    found = _TWITTER.fullmatch(text)
    if found is None:
        return None
    month, day, time, offset, year = found.groups()
    return datetime.strptime(f"{year} {month} {day} {time} {offset}", "%Y %b %d %H:%M:%S %z")


def _parse_american(text: str, zone: tzinfo) -> datetime | None:
    found = _AMERICAN.fullmatch(text)
    if found is None:
        return None
    hour = int(found["hour"] or 0)
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].upper() == "PM")
    month, day, year = int(found["month"]), int(found["day"]), int(found["year"])
    if month > 12:
        month, day = day, month
    minute, second = int(found["minute"] or 0), int(found["second"] or 0)
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


def _parse_rfc822(text: str, zone: tzinfo) -> datetime | None:
    """RFC 822, section 5, and its successors."""
    named = _ZONE.search(text)
    parts = parsedate_tz(_DAY_NAME.sub("", _ZONE.sub("+0000", text)))
    if parts is None or parts[9] is None:
        place: tzinfo = zone
    else:
        place = timezone(timedelta(seconds=parts[9]))
    if parts is None:
        return None
    if named:
        place = timezone(timedelta(hours=_ZONES[named[1]]))
    return datetime(*parts[:6], tzinfo=place)
