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


def say(text: str, count: int | None = None, **values: object) -> str:
    """A text of the interface with its values: ``say("{count} post|{count} posts", count=3)``.

    Where it counts something, its forms for one and for more stand apart by ``|``.
    """
    one, _, more = text.partition("|")
    form = more if more and count != 1 else one
    return form.format(**values) if count is None else form.format(count=f"{count:,}", **values)
