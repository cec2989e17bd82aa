"""Whether the day or the month comes first is decided for a whole dump."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, read_source
from sitegen.readers.date_order import DateOrder, find_order

_DAY, _MONTH = DateOrder(is_day_first=True), DateOrder(is_day_first=False)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["01-05-2024", "23-05-2024"], _DAY),
        (["01-05-2024", "05-23-2024"], _MONTH),
        (["03/04/2020", "13/04/2020", "15/04/2020", "04/16/2020"], _DAY),
        (["01/02/2024", "03/02/2024", "02/03/2024"], _DAY),
        (["02/03/2024", "03/02/2024", "01/02/2025"], _MONTH),
        (["01-05-2024"], DateOrder(is_day_first=True, assumed="01-05-2024")),
        (["01/05/2024 10:00", "05/05/2024"], DateOrder(assumed="01/05/2024")),
        (["05/05/2024", "2024-01-02", "soon", "00/00/0000"], _MONTH),
    ],
)
def test_the_order_is_that_of_clear_dates_or_of_time(dates: list[str], order: DateOrder) -> None:
    assert find_order(dates) == order


def _json(folder: Path, dates: Sequence[str]) -> Path:
    records = [{"body": f"Words {n} of it.", "date": date} for n, date in enumerate(dates)]
    (folder / "posts.json").write_text(json.dumps(records), "utf-8")
    return folder / "posts.json"


def _table(folder: Path, dates: Sequence[str]) -> Path:
    rows = "".join(f"Words {n} of it.,{date}\n" for n, date in enumerate(dates))
    (folder / "posts.csv").write_text(f"body,date\n{rows}", "utf-8")
    return folder / "posts.csv"


def _pages(folder: Path, dates: Sequence[str]) -> Path:
    for n, date in enumerate(dates):
        (folder / f"{n}.md").write_text(f"---\ndate: {date}\n---\nWords {n} of it.\n", "utf-8")
    return folder


def _headings(folder: Path, dates: Sequence[str]) -> Path:
    text = "".join(f"## {date}\n\nWords {n} of it.\n\n" for n, date in enumerate(dates))
    (folder / "diary.md").write_text(text, "utf-8")
    return folder / "diary.md"


def _lines(folder: Path, dates: Sequence[str]) -> Path:
    text = "".join(f"# Title {n}\n\n{date}\n\nWords.\n\n" for n, date in enumerate(dates))
    (folder / "diary.md").write_text(text, "utf-8")
    return folder / "diary.md"


@pytest.mark.parametrize("write", [_json, _table, _pages, _headings, _lines])
def test_dates_are_read_in_the_order_of_their_dump(
    tmp_path: Path, write: Callable[[Path, Sequence[str]], Path]
) -> None:
    def days(*dates: str) -> tuple[list[str], tuple[str, ...]]:
        folder = tmp_path / dates[1].replace("/", "-")
        folder.mkdir()
        read = read_source(write(folder, dates), ReadOptions())
        return [f"{d.date:%Y-%m-%d}" for d in read.documents if d.date], read.remarks

    assert days("01/05/2024", "23/05/2024") == (["2024-05-01", "2024-05-23"], ())
    assert days("01-05-2024", "05-23-2024") == (["2024-01-05", "2024-05-23"], ())
    assumed, remarks = days("01-05-2024", "02-05-2024")
    assert assumed == ["2024-05-01", "2024-05-02"]
    assert remarks[0].startswith("Dates such as 01-05-2024 were read with the day first")
