"""How moments are written where no language has a say."""

from datetime import UTC, datetime


def format_iso(moment: datetime) -> str:
    """The date and time as RFC 3339 writes them, in UTC."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
