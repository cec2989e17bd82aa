import json
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


def without_topic_pages(files: dict[str, bytes]) -> dict[str, object]:
    """The files; of the ledger, not who wrote a topic's page, as only a whole import knows that."""
    ledger = json.loads(files[LEDGER_NAME])
    return {**files, LEDGER_NAME: {**ledger, "topic_pages": None}}


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
    page = desk.content / "topics/baking/_index.md"
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


def test_a_second_dump_of_the_same_name_overwrites_nothing(desk: Desk) -> None:
    desk.put("Happy Friday, everyone", "Good morning, three links for you today").run()
    report = desk.put("Happy Monday, everyone", "Good morning, five links for you today").run()

    assert len(report.created) == 2
    assert report.updated == ()
    assert desk.page_with("Friday")
    assert desk.page_with("three links")


def test_a_text_like_one_that_was_deleted_gets_its_page(desk: Desk) -> None:
    desk.run()
    desk.page_with("cello").unlink()
    report = desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).run()

    assert len(report.created) == 1
    assert report.deleted == ()
    assert desk.page_with("cello")
    assert len(desk.put(ESSAY, BREAD, CODE, CELLO).run().deleted) == 1


def test_pages_whose_line_ends_git_changed_are_nobodys_edit(desk: Desk) -> None:
    desk.run()
    for page in desk.pages():
        page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert desk.run().unchanged == 4

    report = desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).run()
    assert len(report.updated) == 1
    assert report.kept == report.conflicts == ()


def test_the_parts_of_a_document_that_a_corrected_split_parts_show_once_each(desk: Desk) -> None:
    desk.put(ESSAY, BREAD, f"{CODE}\nAnd 1\\. &amp; *tea*.", CELLO).run()
    page = desk.page_with("Deleted")
    report = desk.put(ESSAY, BREAD, CODE, "And 1\\. &amp; *tea*.", CELLO, name="marked.txt").run()

    assert desk.config.root / report.updated[0] == page == desk.page_with("Deleted")
    assert desk.config.root / report.created[0] == desk.page_with("tea")
    assert (len(report.updated), len(report.created), report.unchanged) == (1, 1, 3)
    assert report.vanished == ()


def test_an_essay_under_its_title_is_known_when_it_is_parted(desk: Desk) -> None:
    desk.put(f"The lamp\n\n{ESSAY}", BREAD, CODE, CELLO).run()
    essay = desk.page_with("title: The lamp")
    paragraphs = ESSAY.split("\n")
    report = desk.put("The lamp", *paragraphs, BREAD, CODE, CELLO, name="marked.txt").run()

    assert [desk.config.root / path for path in report.updated] == [essay]
    assert len(report.created) == len(paragraphs)
    assert report.vanished == ()


def test_of_documents_that_a_corrected_split_joins_the_first_goes_on(desk: Desk) -> None:
    desk.put(ESSAY, BREAD, CODE, CELLO, RYE).run()
    code, cello = desk.page_with("Deleted"), desk.page_with("cello")
    before = cello.read_bytes()
    report = desk.put(ESSAY, BREAD, f"{CODE}\n{CELLO}", RYE, name="marked.txt").run()

    assert "cello" in code.read_text(encoding="utf-8")
    assert [desk.config.root / path for path in report.updated] == [code]
    assert [desk.config.root / path for path in report.vanished] == [cello]
    assert cello.read_bytes() == before
    assert report.created == ()


def test_a_page_that_the_editor_changed_stays_when_its_document_is_parted(desk: Desk) -> None:
    desk.put(ESSAY, BREAD, f"{CODE}\n{RYE}", CELLO).run()
    page = desk.page_with("Deleted")
    desk.edit(page, "dump:", "pinned: true\ndump:")
    report = desk.put(ESSAY, BREAD, CODE, RYE, CELLO, name="marked.txt").run()

    assert [desk.config.root / path for path in report.conflicts] == [page]
    assert len(report.created) == 1


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

    assert without_topic_pages(desk.files()) == without_topic_pages(whole)


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
