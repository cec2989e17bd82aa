import json
from pathlib import Path

from tests.importing import BREAD, CELLO, CODE
from tests.test_cli import Shell


def shell(tmp_path: Path) -> Shell:
    (tmp_path / "dump.txt").write_text("\n---\n".join((BREAD, CODE, CELLO)), encoding="utf-8")
    Shell(tmp_path).succeeds("new", "my-digest")
    return Shell(tmp_path / "my-digest")


def test_an_import_says_why(tmp_path: Path) -> None:
    here = shell(tmp_path)
    shown = here.succeeds("import", "../dump.txt", "--dry-run", "--explain")
    assert "sourdough, starter" in shown
    assert "Nothing was written." in shown
    done = here.succeeds("import", "../dump.txt", "--explain")
    assert "sourdough, starter" in done
    assert "3 created" in done


def test_a_page_that_stands_by_itself_has_no_reason(tmp_path: Path) -> None:
    here = shell(tmp_path)
    here.succeeds("import", "../dump.txt")
    page = next((here.folder / "content/topics").glob("*/the-sourdough*.md"))
    (here.folder / "content/essays").mkdir()
    page.rename(here.folder / "content/essays" / page.name)
    plan = json.loads(here.succeeds("import", "../dump.txt", "--dry-run", "--json"))

    assert plan["documents"][0]["score"] is None
    assert "sourdough" in here.succeeds("import", "../dump.txt", "--dry-run", "--explain")


def test_about_as_many_topics_as_asked_for(tmp_path: Path) -> None:
    words = ("import", "../dump.txt", "--dry-run", "--json")
    here = shell(tmp_path)

    assert len(json.loads(here.succeeds(*words))["topics"]) == 3
    assert len(json.loads(here.succeeds(*words, "--topics", "1"))["topics"]) <= 2
