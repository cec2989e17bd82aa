"""Moments where no language has a say."""

from datetime import UTC, datetime, timedelta, timezone

from sitegen.text.rfc3339 import format_iso, format_utc

MOMENT = datetime(2023, 3, 29, 10, 15, tzinfo=UTC)
IN_DELHI = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30)))


def test_a_moment_is_written_in_its_own_offset() -> None:
    assert format_iso(MOMENT) == "2023-03-29T10:15:00Z"
    assert format_iso(IN_DELHI) == "2023-03-29T15:45:00+05:30"


def test_programs_get_it_in_utc() -> None:
    assert format_utc(MOMENT) == "2023-03-29T10:15:00Z"
    assert format_utc(IN_DELHI) == "2023-03-29T10:15:00Z"


def test_an_early_year_has_four_digits() -> None:
    assert format_iso(datetime(33, 4, 3, tzinfo=UTC)) == "0033-04-03T00:00:00Z"
