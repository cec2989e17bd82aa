"""Fields that say who may read a text, as several records of a file show together."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source


def _among_others(tmp_path: Path, name: str, values: Sequence[object], kind: str) -> SourceRead:
    """Records with a field each."""
    records = [
        {"title": f"Lamp {number}", "text": f"Its wick is trimmed {number} times.", name: value}
        for number, value in enumerate(values)
    ]
    path = tmp_path / f"lamps.{kind}"
    if kind == "csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.DictWriter(file, ("title", "text", name))
            rows.writeheader()
            rows.writerows(records)
    else:
        path.write_text(json.dumps(records), "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    ("name", "values", "shown"),
    [
        *[(name, [True, False], 1) for name in ("publik", "is_offentlig", "for_all", "allmän")],
        *[(name, [True, False, True], 2) for name in ("open", "is_open", "öppen", "åpen", "todos")],
        ("everyone", ["yes", "no"], 1),
        ("for alle", [1, 0], 1),
        ("open", ["yes", "no", ""], 2),
        ("open", [False, False], 2),
        ("open", ["9:00", "no"], 2),
        ("todos", [3, 0, 1], 3),
        ("circle", ["everyone", "board members", "Public"], 2),
        ("Zielgruppe", ["Alle", "Gartenverein"], 1),
        ("circle", ["poets", "board members"], 2),
        ("public", [True, None, True], 2),
        ("visibility", ["public", "public", None], 2),
        ("public", [False, None, None], 2),
        ("shared", [True, None, None, None], 4),
    ],
)
@pytest.mark.parametrize("kind", ["json", "csv"])
def test_what_most_records_say_of_their_readers_is_asked_of_all(
    tmp_path: Path, name: str, values: Sequence[object], shown: int, kind: str
) -> None:
    read = _among_others(tmp_path, name, values, kind)
    assert len(read.documents) == shown
    assert sum(read.left_out.values()) == len(values) - shown


@pytest.mark.parametrize("outer", ["entity_data", ""])
def test_a_record_without_a_field_that_most_have_is_not_plainly_public(
    tmp_path: Path, outer: str
) -> None:
    shown: dict[str, object] = {"public": True}
    values: list[dict[str, object]] = [shown, shown, shown, {}, {"public": None}]
    records = [{"text": f"It burns {n} hours.", **value} for n, value in enumerate(values)]
    path = tmp_path / "lamps.json"
    path.write_text(json.dumps([{outer: r} if outer else r for r in records]), "utf-8")
    read = read_source(path, ReadOptions())
    assert (len(read.documents), read.left_out) == (3, {"not public": 2})
