"""How moments and counts are written where no language has a say."""

from datetime import UTC, datetime


def format_iso(moment: datetime) -> str:
    """The date and time as RFC 3339 writes them, in UTC."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def format_plural(count: int, noun: str) -> str:
    """A count with its noun: ``1 post``, ``3 posts``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
