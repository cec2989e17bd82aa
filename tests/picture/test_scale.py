"""How the time of a digest is divided for its picture, and what its parts are called."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.picture.scale import MOST_BARS, choose_scale


@given(st.dates(), st.integers(0, 50_000), st.sampled_from([6, 12]))
def test_time_has_at_most_so_many_spans_and_sixty_bars(day: date, length: int, most: int) -> None:
    last = day + timedelta(days=min(length, (date.max - day).days))
    scale = choose_scale([day, last], most)
    assert scale.spans <= most
    assert scale.bars <= MOST_BARS
    assert scale.months == 0 or scale.bars >= 12
    assert 0 <= scale.bar_of(day) <= scale.bar_of(last) < scale.bars


@given(st.dates(date(1999, 1, 1), date(2030, 1, 1)), st.sampled_from([300, 1000, 1500, 4000]))
def test_a_month_begins_with_a_bar_where_bars_are_months_or_shorter(
    start: date, length: int
) -> None:
    scale = choose_scale([start, start + timedelta(days=length)], 12)
    if scale.months / scale.shares <= 1:
        last = start.replace(day=monthrange(start.year, start.month)[1])
        assert scale.bar_of(last + timedelta(days=1)) == scale.bar_of(last) + 1


@pytest.mark.parametrize(
    ("first", "last", "language", "names", "labels"),
    [
        (
            (2024, 3, 30),
            (2024, 4, 2),
            "en",
            ["30 March 2024", "2 April 2024"],
            ["30 Mar", "31 Mar"],
        ),
        ((2023, 10, 5), (2024, 2, 1), "en", ["October 2023", "February 2024"], ["Oct 2023", "Dec"]),
        (
            (2022, 11, 1),
            (2024, 2, 1),
            "de",
            ["Oktober 2022 – Dezember 2022", "Januar 2024 – März 2024"],
            ["2023", "2024"],
        ),
        ((2015, 5, 1), (2024, 2, 1), "ja", ["2015年", "2024年"], ["2015年", "2017年"]),
        ((1990, 5, 1), (2024, 2, 1), "ar-EG", ["١٩٩٠–١٩٩٤", "٢٠٢٠–٢٠٢٤"], ["١٩٩٠", "١٩٩٥"]),
    ],
)
def test_spans_are_named_as_the_language_does(
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    language: str,
    names: list[str],
    labels: list[str],
) -> None:
    scale = choose_scale([date(*first), date(*last)], 12)
    assert [scale.name_of(span, language) for span in (0, scale.spans - 1)] == names
    assert [label for _, label in scale.labels(language)][:2] == labels
