"""Dates as programs write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sitegen.readers.dates import from_epoch, parse_date

_MOMENT = datetime(2024, 1, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-02T08:00:00Z",
        "2024-01-02T08:00:00.000Z",
        "2024-01-02T10:00:00+02:00",
        "2024-01-02T10:00:00+0200",
        "2024-01-02 10:00:00 +0200",
        "2024-01-02 08:00:00 UTC",
        "2024-01-02 08:00:00",
        "Tue, 02 Jan 2024 08:00:00 GMT",
        "Tue, 02 Jan 2024 10:00:00 EET",
        "Di., 02 Jan 2024 10:00:00 +0200",
        "mar., 2 Jan 2024 09:00 CET",
        "Tue Jan 02 08:00:00 +0000 2024",
        "1/2/2024 8:00 AM",
        "01/02/2024, 08:00:00",
        "1704182400",
        "1704182400000",
        "1704182400000000",
    ],
)
def test_a_date_is_understood(text: str) -> None:
    assert parse_date(text) == _MOMENT


@pytest.mark.parametrize(
    "text",
    ["", "soon", "0000-00-00 00:00:00", "-0001-11-30", "2024-13-01", "0", "30 Nov -0001"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_keeps_its_offset_and_one_without_takes_the_zone() -> None:
    east = timezone(timedelta(hours=2))
    assert parse_date("2024-01-02T10:00:00+02:00").utcoffset() == timedelta(hours=2)  # type: ignore[union-attr]
    assert parse_date("2024-01-02 10:00", east) == _MOMENT


@pytest.mark.parametrize("value", [None, 0, "", "x", -5, 10**30, float("nan")])
def test_a_number_that_is_no_time_is_none(value: object) -> None:
    assert from_epoch(value) is None
