"""Lists of tasks are refused, and left out of folders; posts that hold a few tasks are read."""

from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from tests.readers.sources import read_dump

_TASKS = {
    "boxes of Markdown": "# To do\n\n- [ ] ask the canary\n- [x] pay rent\n",
    "a single box": "- [ ] ask the canary about the tooth",
    "boxes with stars, below a header": (
        "---\ntags: [home]\n---\n* [x] pay rent\n    * [ ] at the bank\n    for the canary\n"
    ),
    "numbered boxes": "1. [ ] ask the canary\n2. [-] pay rent\n",
    "signs": "Today\n☐ ask the canary\n☑ pay rent\n",
    "states of Logseq": "- TODO ask the canary\n  SCHEDULED: <2025-03-01 Sat>\n- DONE pay rent\n",
    "Org mode": ":home:\n* TODO ask the canary\n** DONE pay rent\n",
    "TaskPaper": "Home:\n\t- ask the canary @due(2025-03-01)\n\t- pay rent @done\n\t- sweep\n",
    "todo.txt": "(A) ask the canary\n(B) pay rent\nx buy milk\n",
    "todo.txt with dates": "ask the canary @phone +home\npay rent +home due:2025-03-01\n",
}
_TEXTS = {
    "a text with boxes": "We packed for the lake as every year.\n\n- [x] tent\n- [ ] stove\n",
    "a list with a box": "- tea\n- jam\n- bread\n- [ ] cheese\n",
    "a list on a website": "---\nlayout: post\n---\n- [x] The Waves\n- [ ] Middlemarch\n",
    "words in brackets": "[x] marks the spot\n[y] marks nothing\n",
    "a quiz": "(A) Paris\n(B) London\n(C) Rome\n",
    "answers": "☐ yes ☐ no ☐ I would rather sleep",
}


@pytest.mark.parametrize("text", _TASKS.values(), ids=_TASKS)
def test_a_list_of_tasks_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "home.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DumpError, match="a list of tasks"):
        read_dump(path)


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_a_text_with_a_few_tasks_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "home.md"
    path.write_text(text, encoding="utf-8")
    assert read_dump(path)


def test_a_page_of_boxes_alone_is_left_out(tmp_path: Path) -> None:
    boxes = "<ul><li><input type=checkbox> ask the canary<li><input type=checkbox checked> pay</ul>"
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(f"<html><body>{boxes}</body></html>", encoding="utf-8")
    (tmp_path / "c.md").write_text("It is hot.\n", encoding="utf-8")
    for path in (tmp_path / "a.html", tmp_path):
        read = read_source(path, ReadOptions())
        assert "canary" not in "".join(document.text for document in read.documents)
        assert read.left_out["other kind"]


def test_lists_of_tasks_in_a_folder_are_left_out_and_counted(tmp_path: Path) -> None:
    for number, text in enumerate((*_TASKS.values(), *_TEXTS.values())):
        name = f"{number}.{'md' if number % 2 else 'txt'}"
        (tmp_path / name).write_text(text, encoding="utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert len(read.documents) == len(_TEXTS)
    assert not any("canary" in document.full_text for document in read.documents)
    assert read.left_out == {"other kind": len(_TASKS)}
