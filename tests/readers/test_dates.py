"""Dates as dumps write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sitegen.readers.dates import from_epoch, is_impossible, is_never, parse_date

_MOMENT = datetime(2024, 1, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-02T08:00:00Z",
        "2024-01-02T08:00:00.000000000Z",
        "2024-01-02 08:00:00",
        "2024-01-02 08:00",
        "2024-01-02 08:00:00 UTC",
        "2024-01-02T09:00:00+0100",
        "2024-01-02 10:00:00 +0200",
        "2024-01-02T10:00:00+02",
        "2024-1-2 8:00",
        "2024/01/02 08:00:00",
        "20240102T080000Z",
        "20240102080000",
        "Tue, 02 Jan 2024 08:00:00 GMT",
        "Di, 02 Jan 2024 09:00:00 +0100",
        "mar., 02 janv. 2024 09:00:00 +0100",
        "mardi 2 janvier 2024 08:00",
        "2 de enero de 2024, 8:00",
        "02. Januar 2024 09:00 MEZ",
        "вторник, 2 января 2024 г., 8:00",
        "вівторок, 2 січня 2024 р. 08:00",
        "wtorek, 2 stycznia 2024 08:00",
        "2 Ocak 2024 Salı 08:00",
        "Tue, 2 Jan 24 03:00:00 EST",
        "02 Jan 2024 10:00:00 CEST",
        "Tue Jan 02 08:00:00 +0000 2024",
        "Tue Jan  2 08:00:00 2024",
        "Tue Jan 02 2024 09:00:00 GMT+0100 (Central European Standard Time)",
        "January 2, 2024 8:00 AM",
        "January 2nd, 2024, 8:00:00 a.m.",
        "Jan 2, 2024, 8:00:00\u202fAM",
        "1/2/2024 8:00 AM",
        "1/2/24, 8:00",
        "02.01.2024 08:00",
        "1704182400",
        "1704182400000",
        "1704182400000000",
        "/Date(1704182400000)/",
        "/Date(1704182400000+0200)/",
    ],
)
def test_a_date_is_read_in_whatever_form_it_is_written(text: str) -> None:
    assert parse_date(text) == _MOMENT


def test_a_date_keeps_the_offset_that_it_was_written_in() -> None:
    found = parse_date("Tue, 02 Jan 2024 10:00:00 CEST")
    assert found is not None
    assert found.utcoffset() == timedelta(hours=2)


def test_a_date_without_a_zone_has_the_default_zone() -> None:
    zone = timezone(timedelta(hours=5))
    found = parse_date("2024-01-02 08:00", zone)
    assert found is not None
    assert found.utcoffset() == timedelta(hours=5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-02", 2),
        ("20240102", 2),
        ("Jan 2, 2024", 2),
        ("13/1/2024", 13),
        ("1/13/2024", 13),
        ("2024-01", 1),
    ],
)
def test_a_date_without_a_time_is_midnight(text: str, day: int) -> None:
    assert parse_date(text) == datetime(2024, 1, day, tzinfo=UTC)


def test_the_end_of_a_day_is_the_midnight_of_the_next() -> None:
    assert parse_date("2024-01-31T24:00:00Z") == datetime(2024, 2, 1, tzinfo=UTC)
    assert parse_date("2024-01-31 24:00") == datetime(2024, 2, 1, tzinfo=UTC)
    assert parse_date("2024-01-31T24:00:01Z") is None


def test_noon_and_midnight_of_twelve_hours_are_told_apart() -> None:
    assert parse_date("1/2/2024 12:30 AM") == datetime(2024, 1, 2, 0, 30, tzinfo=UTC)
    assert parse_date("1/2/2024 12:30 PM") == datetime(2024, 1, 2, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "0",
        "yesterday",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1899-12-30",
        "2024-02-30",
        "2024-01-02T99:00:00Z",
        "9999-12-31T23:59:59-12:00",
        "May we go on",
        "1.10",
        "12:30",
        "99999999999999999999999",
        "2024-01-02T08:00:00+99:99",
        "1 2 3",
    ],
)
def test_nonsense_is_no_date(text: str | None) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("31.02.2025", "31.2.25", "31/02/2025", "02/31/2025", "2025-02-31 10:00"),
        *("February 31, 2025", "30. Februar 2025", "2025年2月30日", "31-11-2024 9:00 pm"),
    ],
)
def test_a_day_that_no_calendar_has_is_impossible(text: str) -> None:
    assert is_impossible(text)


@pytest.mark.parametrize(
    "text",
    [
        *("29.02.2024", "2020/21", "Winter 2020/21", "May 2019", "soon", ""),
        *("00.00.2025", "0000-00-00", "31.02.1850"),
    ],
)
def test_what_is_a_day_or_no_date_is_not(text: str) -> None:
    assert not is_impossible(text)


@pytest.mark.parametrize(
    "value",
    [1704182400, 1704182400.0, 1704182400000, 1704182400000000, 1704182400000000000, "1704182400"],
)
def test_a_number_counts_the_unit_that_its_size_tells(value: object) -> None:
    assert from_epoch(value) == _MOMENT


@pytest.mark.parametrize(
    "value",
    [
        0,
        "0",
        -1,
        None,
        True,
        "x",
        float("nan"),
        float("inf"),
        10**400,
        1,
        "10000000000000000000000",
    ],
)
def test_zero_and_nonsense_are_not_timestamps(value: object) -> None:
    assert from_epoch(value) is None


@pytest.mark.parametrize("text", ["9999-12-31", "9999/12/31 23:59", "2999-1-1", "9999"])
def test_a_date_far_in_the_future_means_never(text: str) -> None:
    assert is_never(text)


@pytest.mark.parametrize("text", ["2500 copies", "3000-word story", "2024-12-31", "3000"])
def test_a_number_is_no_date_in_the_future(text: str) -> None:
    assert not is_never(text)
