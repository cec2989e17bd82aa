"""Formats timestamps by RFC 3339."""

from datetime import UTC, datetime


def format_iso(moment: datetime) -> str:
    """The date and time in its own offset: ``2023-04-01T00:30:00+02:00``."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def format_utc(moment: datetime) -> str:
    """The date and time in UTC: ``2023-03-31T22:30:00Z``."""
    return format_iso(moment.astimezone(UTC))
