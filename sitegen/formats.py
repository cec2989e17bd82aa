"""How moments are written where no language has a say."""

from datetime import UTC, datetime


def format_iso(moment: datetime) -> str:
    """The date and time as RFC 3339 writes them, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
