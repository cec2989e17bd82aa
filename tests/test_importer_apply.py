import shutil
from pathlib import Path

import pytest

from sitegen.errors import ContentError
from sitegen.importer import apply_import
from sitegen.importer.ledger import LEDGER_NAME
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).put(ESSAY, BREAD, CODE, CELLO)


def test_an_import_writes_a_page_for_each_document_and_each_topic(desk: Desk) -> None:
    report = desk.run()

    written = {desk.config.root / path for path in (*report.created, *report.new_topics)}
    assert written == set(desk.content.rglob("*.md"))
    assert len(report.created) == 4
    assert len(report.new_topics) == 3


def test_importing_again_touches_no_file(desk: Desk) -> None:
    desk.run()
    before = {path: path.stat().st_mtime_ns for path in desk.content.rglob("*")}
    report = desk.run()

    assert {path: path.stat().st_mtime_ns for path in desk.content.rglob("*")} == before
    assert report.unchanged == 4


def test_what_the_editor_wrote_stays_and_what_nobody_touched_is_updated(desk: Desk) -> None:
    desk.run()
    bread, cello = desk.page_with("sourdough"), desk.page_with("cello")
    desk.edit(bread, "neighbours", "neighbors")
    kept = bread.read_bytes()
    desk.put(ESSAY, BREAD + ", Otto", CODE, CELLO.replace("58", "59")).run()

    assert bread.read_bytes() == kept
    assert "at 59" in cello.read_text(encoding="utf-8")
    assert len(desk.pages()) == 4


def test_a_page_put_back_as_it_was_is_updated_again(desk: Desk) -> None:
    desk.run()
    cello = desk.page_with("cello")
    before = cello.read_bytes()
    desk.edit(cello, "kind", "patient")
    desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).run()
    cello.write_bytes(before)
    desk.run()

    assert "at 59" in cello.read_text(encoding="utf-8")


def test_a_deleted_page_is_not_brought_back(desk: Desk) -> None:
    desk.run()
    desk.page_with("cello").unlink()
    report = desk.run()

    assert len(report.deleted) == 1
    assert len(desk.pages()) == 3


def test_an_edited_topic_page_stays_as_it_is(desk: Desk) -> None:
    desk.run()
    page = desk.content / "topics/food-cooking/_index.md"
    page.write_text("---\ntitle: Kitchen\n---\n\nWelcome.\n", encoding="utf-8")
    desk.put(ESSAY, BREAD, CODE, CELLO, RYE).run()

    assert page.read_text(encoding="utf-8") == "---\ntitle: Kitchen\n---\n\nWelcome.\n"


def test_a_page_of_the_editors_own_at_the_path_is_not_overwritten(desk: Desk) -> None:
    own = desk.content / desk.plan().pages[3].path
    own.parent.mkdir(parents=True)
    own.write_text("My own cello page.\n", encoding="utf-8")
    report = desk.run()

    assert own.read_text(encoding="utf-8") == "My own cello page.\n"
    assert report.created[3].name != own.name


def test_one_text_twice_makes_two_pages(desk: Desk) -> None:
    desk.put(CELLO, BREAD, CELLO).run()

    assert len(desk.pages()) == 3
    assert desk.run().unchanged == 3


@pytest.mark.parametrize("survivors", range(8))
def test_after_a_crash_the_same_import_completes(desk: Desk, survivors: int) -> None:
    report = desk.run()
    whole = desk.files()
    written = [*report.new_topics, *report.created]
    for path in [*written[survivors:], Path("content", LEDGER_NAME)]:
        (desk.config.root / path).unlink()
    for folder in sorted(desk.content.glob("topics/*"), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    desk.run()

    assert desk.files() == whole


def test_after_a_crash_in_an_update_the_same_import_completes(desk: Desk) -> None:
    desk.run()
    old_ledger = (desk.content / LEDGER_NAME).read_bytes()
    desk.put(ESSAY, BREAD + ", Otto", CODE, CELLO.replace("58", "59")).run()
    whole = desk.files()
    (desk.content / LEDGER_NAME).write_bytes(old_ledger)
    report = desk.run()

    assert desk.files() == whole
    assert report.conflicts == report.kept == ()


def test_a_page_saved_between_plan_and_import_is_not_overwritten(desk: Desk) -> None:
    desk.run()
    desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    plan = desk.plan()
    cello = desk.page_with("cello")
    desk.edit(cello, "kind", "patient")

    with pytest.raises(ContentError, match="changed while") as caught:
        apply_import(plan, desk.config)
    assert caught.value.path == cello
    assert "patient" in cello.read_text(encoding="utf-8")
    assert desk.run().conflicts


def test_the_same_dump_gives_the_same_files_in_any_folder(desk: Desk, tmp_path: Path) -> None:
    desk.run()
    other = Desk(tmp_path / "elsewhere")
    other.config.root.mkdir(parents=True)
    shutil.copy(desk.dump, other.dump)
    other.run()

    assert other.files() == desk.files()
