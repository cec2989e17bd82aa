"""How dates and counts are written on a page, the same on every machine whatever its locale."""

from datetime import UTC, datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def format_day(moment: datetime) -> str:
    """The date as ``29 March 2023``."""
    return f"{moment.day} {format_month(moment)}"


def format_month(moment: datetime) -> str:
    """The month as ``March 2023``."""
    return f"{_MONTHS[moment.month - 1]} {moment.year}"


def format_iso(moment: datetime) -> str:
    """The date and time as RFC 3339 writes them, in UTC."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def format_plural(count: int, noun: str) -> str:
    """A count with its noun: ``1 post``, ``3 posts``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
