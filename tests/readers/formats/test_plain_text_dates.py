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


_THINGS = (
    *("Snow until noon.", "Bread day, at last.", "Dentist, nothing to report."),
    *("The lamp is in the hall again.", "Crocuses in the yard."),
)
_MIXED = (
    "Monday, 3 February 2025",
    "Friday, 7 February 2025",
    "12/02/2025",
    "2025-02-15",
    "1 March",
)


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (_MIXED, "2025-02-03 2025-02-07 2025-02-12 2025-02-15 2025-03-01"),
        (_MIXED[::-1], "2025-03-01 2025-02-15 2025-02-12 2025-02-07 2025-02-03"),
        (
            ("Montag, den 30. Dezember 2024", "Di., 31.12.", "1. Januar", "3. 1."),
            "2024-12-30 2024-12-31 2025-01-01 2025-01-03",
        ),
        (
            ("lunes, 3 de febrero de 2025", "4 de febrero", "**9 de marzo**"),
            "2025-02-03 2025-02-04 2025-03-09",
        ),
        (("29 décembre", "2 janvier", "3 janvier 2025"), "2024-12-29 2025-01-02 2025-01-03"),
        (("3 May 2024", "1 March", "4 May 2024", "5 May 2024"), "2024-05-03 2024-05-04 2024-05-05"),
        (("3 March", "4 March", "6 March"), ""),
    ],
    ids=["rising", "falling", "German", "Spanish", "French", "out of order", "no year"],
)
def test_the_days_of_a_diary_are_the_dates_of_its_entries(
    tmp_path: Path, days: Sequence[str], dates: str
) -> None:
    text = "\n\n".join(f"{day}\n\n{thing}" for day, thing in zip(days, _THINGS, strict=False))
    (tmp_path / "dump.txt").write_text(text, "utf-8")
    found = read_dump(tmp_path / "dump.txt")
    assert [str(document.date.date()) for document in found if document.date] == dates.split()
