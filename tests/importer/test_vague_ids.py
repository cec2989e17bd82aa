"""Records with a mere number for an id, and a day or no date."""

import json
from pathlib import Path

import pytest

from tests.importing import BREAD, CELLO, CODE, RYE, Workspace

_TEXTS = (BREAD, CODE, CELLO, RYE)
_Row = dict[str, object]


def _import(workspace: Workspace, rows: list[_Row], name: str) -> tuple[int, int]:
    """How many pages an import made, and how many it changed."""
    workspace.dump = workspace.dump.with_name(name)
    workspace.dump.write_text(json.dumps(rows), "utf-8")
    report = workspace.run()
    return len(report.created), len(report.updated)


@pytest.mark.parametrize("date", [{"date": "2023-01-02"}, {}])
def test_records_keep_their_pages_when_their_dump_is_renamed(
    tmp_path: Path, date: dict[str, str]
) -> None:
    workspace = Workspace(tmp_path)
    rows: list[_Row] = [{"id": n, "text": text, **date} for n, text in enumerate(_TEXTS)]
    assert _import(workspace, rows, "posts.json") == (4, 0)
    assert _import(workspace, rows, "from-the-new-laptop.json") == (0, 0)


def test_a_record_keeps_its_page_when_its_title_is_corrected(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    rows: list[_Row] = [
        {"id": n, "title": f"Tittle {n}", "text": text, "date": "2023-01-02"}
        for n, text in enumerate(_TEXTS)
    ]
    assert _import(workspace, rows, "posts.json") == (4, 0)
    rows[2]["title"] = "Title 2"
    assert _import(workspace, rows, "posts.json") == (0, 1)
