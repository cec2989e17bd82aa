"""Moments keep the offset in which they were written; others take that of the digest."""

import pickle
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.configuration.settings import Config
from sitegen.content.archive import file_by_month, newest_first
from sitegen.content.pages import read_page
from sitegen.engine.input_collection import page_settings
from sitegen.models import Page
from sitegen.text.timestamps import parse_timestamp


def page_of(date: str, zone: str = "UTC", name: str = "a") -> Page:
    data = f"---\ndate: {date}\n---\n\nText.\n".encode()
    return read_page(Path("content"), PurePosixPath(f"topics/t/{name}.md"), data, zone=zone).page


@pytest.mark.parametrize(
    "date",
    [
        "2023-04-01T00:30:00+02:00",
        "2023-04-01 00:30:00 +02:00",
        "2023-04-01 00:30 +0200",
        "2023-03-31T23:30:00-05:00",
        "2024-01-01T00:30+14:00",
    ],
)
def test_a_date_is_filed_under_the_month_that_is_written(date: str) -> None:
    [month] = file_by_month([page_of(date)])
    assert month.slug == date[:7]


def test_a_month_is_one_though_offsets_order_its_posts_among_those_of_another() -> None:
    pages = [
        page_of("2023-04-01T00:30:00+02:00", name="a"),
        page_of("2023-03-31T23:00:00+00:00", name="b"),
        page_of("2023-04-01T01:30:00+02:00", name="c"),
        page_of("2023-03-31T22:00:00+00:00", name="d"),
    ]
    months = file_by_month(newest_first(pages))
    assert [(month.slug, len(month.members)) for month in months] == [
        ("2023-04", 2),
        ("2023-03", 2),
    ]


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2023-07-01", datetime(2023, 6, 30, 22, tzinfo=UTC)),
        ("2023-01-01", datetime(2022, 12, 31, 23, tzinfo=UTC)),
        ("2023-03-26 02:30", datetime(2023, 3, 26, 1, 30, tzinfo=UTC)),
        ("2023-10-29 02:30", datetime(2023, 10, 29, 0, 30, tzinfo=UTC)),
        ("2023-01-01 00:00 UTC", datetime(2023, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_date_without_an_offset_is_of_the_time_zone_of_the_digest(
    date: str, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    assert page_of(date, "Europe/Berlin").date == moment


def test_one_moment_in_two_offsets_is_not_the_same_date() -> None:
    one = page_of("2023-04-01T00:30:00+02:00").date
    other = page_of("2023-03-31T22:30:00Z").date
    assert one != other
    assert one == pickle.loads(pickle.dumps(one))  # noqa: S301 -- our own


def test_pages_are_read_again_when_the_time_zone_changes(tmp_path: Path) -> None:
    berlin = Config(root=tmp_path, timezone="Europe/Berlin")
    assert page_settings(berlin) != page_settings(Config(root=tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        "2023-04-01T00:30:00+02:00",
        "2023-04-01 00:30:00 +02:00",
        "2023-04-01 00:30:00 +0200",
        "2023-04-01t00:30:00+02",
        "2023-04-01 0:30 +2",
        "2023-4-1 0:30 UTC+2",
        "20230401T0030+0200",
        " 2023-04-01  00:30:00.000 +02:00 ",
    ],
)
def test_people_write_a_moment_in_many_ways(text: str) -> None:
    assert parse_timestamp(text, "UTC").isoformat() == "2023-04-01T00:30:00+02:00"


@pytest.mark.parametrize("zone", ["Z", " Z", "z", " UTC", " GMT", "+00:00", "-00:00", " utc"])
def test_utc_has_many_names(zone: str) -> None:
    moment = parse_timestamp(f"2023-04-01T10:15:00.5{zone}", "Asia/Tokyo")
    assert moment.isoformat() == "2023-04-01T10:15:00.500000+00:00"


def test_a_day_may_have_an_offset() -> None:
    assert parse_timestamp("2023-04-01-05:00", "UTC").isoformat() == "2023-04-01T00:00:00-05:00"


@pytest.mark.parametrize(
    "text",
    [
        "2023-04-01 10:15 CET",
        "2023-04-01T24:00:00Z",
        "2023-04-01T10:15:00+24:00",
        "2023-04-01T10:15:00+02:75",
        "2023-04-01T10:15:00+02:00:30",
        "2023-02-30",
        "2023-04",
        "2023-W13-6",
        "٢٠٢٣-٠٤-٠١",
        "",
    ],
)
def test_an_invalid_timestamp_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_timestamp(text, "UTC")


def test_an_offset_of_old_times_has_whole_minutes_and_the_day_stays() -> None:
    assert parse_timestamp("1900-01-01", "Europe/Paris").isoformat() == "1900-01-01T00:00:00+00:09"


@given(
    st.datetimes(),
    st.sampled_from(["seconds", "milliseconds", "microseconds"]),
    st.sampled_from(["Z", "+00:00", "-00:00", "+05:30", "-12:00", "+23:59", "-24:00", "+99:00"]),
)
def test_the_usual_format_is_read_as_the_others_are(
    moment: datetime, precision: str, zone: str
) -> None:
    text = f"{moment.isoformat(timespec=precision)}{zone}"
    assert moment_or_error(text) == moment_or_error(f"{text} ")


def moment_or_error(text: str) -> object:
    try:
        moment = parse_timestamp(text, "UTC")
    except (ValueError, OverflowError) as error:
        return type(error)
    return type(moment), moment, pickle.dumps(moment)
