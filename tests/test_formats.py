"""Moments where no language has a say."""

from datetime import UTC, datetime, timedelta, timezone

from sitegen.formats import format_iso

MOMENT = datetime(2023, 3, 29, 10, 15, tzinfo=UTC)


def test_a_moment_is_written_in_utc() -> None:
    assert format_iso(MOMENT) == "2023-03-29T10:15:00Z"
    assert format_iso(MOMENT.astimezone(timezone(timedelta(hours=5)))) == "2023-03-29T10:15:00Z"


def test_an_early_year_has_four_digits() -> None:
    assert format_iso(datetime(33, 4, 3, tzinfo=UTC)) == "0033-04-03T00:00:00Z"
