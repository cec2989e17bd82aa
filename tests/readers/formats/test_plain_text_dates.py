"""Plain texts whose posts open or close with a time."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.readers.sources import read_dump

_OPEN = """2023-01-02 08:15 gulls
[2023-01-03 09:40] onions are time
3 Jan 2023, 10:01 PM wind from the north
2023-01-05 07:30+02:00 new lamp day
"""
_CLOSE = """gulls have no sense of occasion
8:15 AM · Jan 2, 2023

onions are time
9:40 AM · Jan 3, 2023

wind from the north
10:01 PM · Jan 3, 2023
"""
_DAY_FIRST = "02/01/2023 08:15 gulls\n03/01/2023 09:40 onions\n13/01/2023 10:01 wind\n"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (_OPEN, ("01-02T08:15Z", "01-03T09:40Z", "01-03T22:01Z", "01-05T07:30+02:00")),
        (_CLOSE, ("01-02T08:15Z", "01-03T09:40Z", "01-03T22:01Z")),
        (_DAY_FIRST, ("01-02T08:15Z", "01-03T09:40Z", "01-13T10:01Z")),
    ],
    ids=["open", "close", "day first"],
)
def test_times_that_open_or_close_posts_are_their_dates_and_stay_in_the_text(
    tmp_path: Path, text: str, dates: Sequence[str]
) -> None:
    (tmp_path / "dump.txt").write_text(text, "utf-8")
    found = read_dump(tmp_path / "dump.txt")
    shown = [d.date.isoformat()[5:] for d in found if d.date]
    assert [date.replace(":00+00:00", "Z").replace(":00+02", "+02") for date in shown] == [*dates]
    assert "\n".join(document.text for document in found) == "\n".join(
        filter(None, text.split("\n"))
    )


def test_a_few_times_are_no_dates(tmp_path: Path) -> None:
    lines = ["2023-01-02 was a good day", *(f"post number {n} about gulls" for n in range(6))]
    (tmp_path / "dump.txt").write_text("\n".join(lines), "utf-8")
    assert all(document.date is None for document in read_dump(tmp_path / "dump.txt"))
