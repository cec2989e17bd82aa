import itertools
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.curation.curator import Curator
from sitegen.curation.library import read_library
from sitegen.errors import ContentError
from sitegen.filesystem.files import write_if_changed
from sitegen.importer import ImportRequest, apply_import, plan_import
from sitegen.importer.ledger import LEDGER_NAME
from sitegen.importer.request import Filters
from tests.digest import NOW
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path).put(ESSAY, BREAD, CODE, CELLO)


class Killed(BaseException):
    """Ends an import where it is."""


def kill_at(monkeypatch: pytest.MonkeyPatch, workspace: Workspace, number: int) -> bool:
    """Runs an import that dies before it writes a file of this number; whether it died."""
    count = itertools.count()

    def write_or_die(path: Path, data: bytes) -> bool:
        if next(count) == number:
            raise Killed
        return write_if_changed(path, data)

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.importer.apply.write_if_changed", write_or_die)
        try:
            workspace.run()
        except Killed:
            return True
    return False


def test_an_import_writes_a_page_for_each_document_and_each_topic(workspace: Workspace) -> None:
    report = workspace.run()

    written = {workspace.config.root / path for path in (*report.created, *report.new_topics)}
    assert written == set(workspace.content.rglob("*.md"))
    assert len(report.created) == 4
    assert len(report.new_topics) == 3


def test_importing_again_changes_no_file(workspace: Workspace) -> None:
    workspace.run()
    before = {path: path.stat().st_mtime_ns for path in workspace.content.rglob("*")}
    report = workspace.run()

    assert {path: path.stat().st_mtime_ns for path in workspace.content.rglob("*")} == before
    assert report.unchanged == 4


def test_edited_pages_stay_and_unedited_ones_are_updated(
    workspace: Workspace,
) -> None:
    workspace.run()
    bread, cello = workspace.page_with("sourdough"), workspace.page_with("cello")
    workspace.edit(bread, "neighbours", "neighbors")
    kept = bread.read_bytes()
    workspace.put(ESSAY, BREAD + ", Otto", CODE, CELLO.replace("58", "59")).run()

    assert bread.read_bytes() == kept
    assert "at 59" in cello.read_text(encoding="utf-8")
    assert len(workspace.pages()) == 4


def test_a_reverted_page_is_updated_again(workspace: Workspace) -> None:
    workspace.run()
    cello = workspace.page_with("cello")
    before = cello.read_bytes()
    workspace.edit(cello, "kind", "patient")
    workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).run()
    cello.write_bytes(before)
    workspace.run()

    assert "at 59" in cello.read_text(encoding="utf-8")


def test_a_deleted_page_is_not_restored(workspace: Workspace) -> None:
    workspace.run()
    workspace.page_with("cello").unlink()
    report = workspace.run()

    assert len(report.deleted) == 1
    assert len(workspace.pages()) == 3


def test_an_edited_topic_page_is_unchanged(workspace: Workspace) -> None:
    workspace.run()
    page = workspace.content / "topics/baking/_index.md"
    page.write_text("---\ntitle: Kitchen\n---\n\nWelcome.\n", encoding="utf-8")
    workspace.put(ESSAY, BREAD, CODE, CELLO, RYE).run()

    assert page.read_text(encoding="utf-8") == "---\ntitle: Kitchen\n---\n\nWelcome.\n"


def test_a_page_by_the_editor_at_the_path_is_not_overwritten(workspace: Workspace) -> None:
    own = workspace.content / workspace.plan().pages[3].path
    own.parent.mkdir(parents=True)
    own.write_text("My own cello page.\n", encoding="utf-8")
    report = workspace.run()

    assert own.read_text(encoding="utf-8") == "My own cello page.\n"
    assert report.created[3].name != own.name


def test_a_second_dump_of_the_same_name_overwrites_nothing(workspace: Workspace) -> None:
    workspace.put("Happy Friday, everyone", "Good morning, three links for you today").run()
    report = workspace.put("Happy Monday, everyone", "Good morning, five links for you today").run()

    assert len(report.created) == 2
    assert report.updated == ()
    assert workspace.page_with("Friday")
    assert workspace.page_with("three links")


def test_a_text_similar_to_a_deleted_one_gets_a_page(workspace: Workspace) -> None:
    workspace.run()
    workspace.page_with("cello").unlink()
    report = workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).run()

    assert len(report.created) == 1
    assert report.deleted == ()
    assert workspace.page_with("cello")
    assert len(workspace.put(ESSAY, BREAD, CODE, CELLO).run().deleted) == 1


def test_converted_line_endings_do_not_count_as_an_edit(workspace: Workspace) -> None:
    workspace.run()
    for page in workspace.pages():
        page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert workspace.run().unchanged == 4

    report = workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).run()
    assert len(report.updated) == 1
    assert report.kept == report.conflicts == ()


def test_the_parts_of_a_document_that_was_split_have_a_page_each(
    workspace: Workspace,
) -> None:
    workspace.put(ESSAY, BREAD, f"{CODE}\nAnd 1\\. &amp; *tea*.", CELLO).run()
    page = workspace.page_with("Deleted")
    report = workspace.put(
        ESSAY, BREAD, CODE, "And 1\\. &amp; *tea*.", CELLO, name="marked.txt"
    ).run()

    assert workspace.config.root / report.updated[0] == page == workspace.page_with("Deleted")
    assert workspace.config.root / report.created[0] == workspace.page_with("tea")
    assert (len(report.updated), len(report.created), report.unchanged) == (1, 1, 3)
    assert report.vanished == ()


def test_a_titled_essay_is_recognised_when_it_is_split(workspace: Workspace) -> None:
    workspace.put(f"The lamp\n\n{ESSAY}", BREAD, CODE, CELLO).run()
    essay = workspace.page_with("title: The lamp")
    paragraphs = ESSAY.split("\n")
    report = workspace.put("The lamp", *paragraphs, BREAD, CODE, CELLO, name="marked.txt").run()

    assert [workspace.config.root / path for path in report.updated] == [essay]
    assert len(report.created) == len(paragraphs)
    assert report.vanished == ()


def test_joined_documents_keep_the_page_of_the_first(workspace: Workspace) -> None:
    workspace.put(ESSAY, BREAD, CODE, CELLO, RYE).run()
    code, cello = workspace.page_with("Deleted"), workspace.page_with("cello")
    report = workspace.put(ESSAY, BREAD, f"{CODE}\n{CELLO}", RYE, name="marked.txt").run()

    assert "cello" in code.read_text(encoding="utf-8")
    assert [workspace.config.root / path for path in report.updated] == [code]
    assert [workspace.config.root / path for path in report.removed] == [cello]
    assert not cello.exists()
    assert report.created == ()


def test_an_edited_page_stays_when_its_document_is_split(
    workspace: Workspace,
) -> None:
    workspace.put(ESSAY, BREAD, f"{CODE}\n{RYE}", CELLO).run()
    page = workspace.page_with("Deleted")
    workspace.edit(page, "dump:", "pinned: true\ndump:")
    report = workspace.put(ESSAY, BREAD, CODE, RYE, CELLO, name="marked.txt").run()

    assert [workspace.config.root / path for path in report.conflicts] == [page]
    assert len(report.created) == 1


def test_the_same_text_twice_makes_two_pages(workspace: Workspace) -> None:
    workspace.put(CELLO, BREAD, CELLO).run()

    assert len(workspace.pages()) == 3
    assert workspace.run().unchanged == 3


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an import that nothing interrupts writes."""
    workspace = Workspace(tmp_path_factory.mktemp("whole")).put(ESSAY, BREAD, CODE, CELLO)
    workspace.run()
    return workspace.files()


@pytest.mark.parametrize("survivors", range(8))
def test_an_interrupted_import_carries_on_to_the_same_files(
    workspace: Workspace,
    whole: dict[str, bytes],
    survivors: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert kill_at(monkeypatch, workspace, survivors)
    assert len([*workspace.content.rglob("*.md")]) == survivors
    report = workspace.run()

    assert workspace.files() == whole
    assert len(report.created) == 4
    assert workspace.run().unchanged == 4


@pytest.mark.parametrize("survivors", [3, 7])
def test_an_interrupted_import_is_undone_as_a_whole_once_it_is_completed(
    workspace: Workspace, survivors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kill_at(monkeypatch, workspace, survivors)
    workspace.run()
    root = workspace.config.root
    curator = Curator(root, lambda: read_library(root))
    while curator.history().undoable:
        curator.undo()
        assert workspace.pages() == []
    assert workspace.files() == {}


def test_an_import_that_is_interrupted_time_and_again_carries_on_to_the_same_pages(
    workspace: Workspace, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (6, 2, 4, 1):
        workspace.now += timedelta(hours=1)
        assert kill_at(monkeypatch, workspace, number)
    workspace.now = NOW
    workspace.run()

    assert workspace.files() == whole


def test_an_import_of_fewer_documents_takes_back_what_an_interrupted_one_wrote(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kill_at(monkeypatch, workspace, 7)
    request = ImportRequest(dumps=(workspace.dump,), now=NOW, filters=Filters(limit=1))
    apply_import(plan_import(request, workspace.config), workspace.config)

    assert [page.parent.name for page in workspace.pages()] == ["essays"]
    assert not [*workspace.content.glob("topics/*/*")]


def test_pages_of_an_interrupted_import_stay_in_an_import_of_something_else(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kill_at(monkeypatch, workspace, 7)
    before = {page: page.read_bytes() for page in workspace.pages()}
    workspace.put(RYE, name="other.txt").run()

    assert before
    assert all(page.read_bytes() == data for page, data in before.items())
    assert workspace.page_with("Rye")


def test_a_page_that_was_edited_after_an_interrupted_import_is_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kill_at(monkeypatch, workspace, 7)
    page = workspace.page_with("cello")
    workspace.edit(page, "kind", "patient")
    kept = page.read_bytes()
    report = workspace.run()

    assert page.read_bytes() == kept
    assert len(report.kept) == 1
    assert len(workspace.pages()) == 4


def test_a_page_that_is_deleted_after_an_import_does_not_come_back_by_an_old_record(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("sitegen.importer.apply.forget_unfinished", lambda _: None)
        workspace.run()
    workspace.page_with("cello").unlink()
    before = workspace.pages()
    report = workspace.run()

    assert workspace.pages() == before
    assert len(report.deleted) == 1


def test_a_dry_run_after_an_interrupted_import_plans_all_of_it_and_writes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kill_at(monkeypatch, workspace, 5)
    before = workspace.files()

    assert [page.action for page in workspace.plan().pages] == ["created"] * 4
    assert workspace.files() == before


def test_the_same_import_completes_after_a_crash_in_an_update(workspace: Workspace) -> None:
    workspace.run()
    old_ledger = (workspace.content / LEDGER_NAME).read_bytes()
    workspace.put(ESSAY, BREAD + ", Otto", CODE, CELLO.replace("58", "59")).run()
    whole = workspace.files()
    (workspace.content / LEDGER_NAME).write_bytes(old_ledger)
    report = workspace.run()

    assert workspace.files() == whole
    assert report.conflicts == report.kept == ()


def test_a_page_saved_between_plan_and_import_is_not_overwritten(workspace: Workspace) -> None:
    workspace.run()
    workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    plan = workspace.plan()
    cello = workspace.page_with("cello")
    workspace.edit(cello, "kind", "patient")

    with pytest.raises(ContentError, match="changed while") as caught:
        apply_import(plan, workspace.config)
    assert caught.value.path == cello
    assert "patient" in cello.read_text(encoding="utf-8")
    assert workspace.run().conflicts


def test_the_same_dump_gives_the_same_files_in_any_folder(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.run()
    other = Workspace(tmp_path / "elsewhere")
    other.config.root.mkdir(parents=True)
    shutil.copy(workspace.dump, other.dump)
    other.run()

    assert other.files() == workspace.files()


@pytest.fixture
def two_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every import write pages in two processes."""
    monkeypatch.setattr("sitegen.importer.apply._MANY", 0)
    monkeypatch.setattr("sitegen.processes.background.available_cores", lambda: 2)


@pytest.mark.usefixtures("two_writers")
def test_two_processes_write_what_one_does(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run()
    by_two = {path: path.read_bytes() for path in workspace.content.rglob("*") if path.is_file()}
    shutil.rmtree(workspace.content)
    monkeypatch.setattr("sitegen.processes.background.available_cores", lambda: 1)
    workspace.run()
    assert by_two == {
        path: path.read_bytes() for path in workspace.content.rglob("*") if path.is_file()
    }


@pytest.mark.usefixtures("two_writers")
@pytest.mark.parametrize("number", [0, -1])
def test_what_either_process_cannot_write_is_reported(workspace: Workspace, number: int) -> None:
    plan = workspace.plan()
    path = workspace.content / sorted(str(page.path) for page in plan.writes)[number]
    path.parent.mkdir(parents=True)
    path.write_text("Mine.\n")
    with pytest.raises(ContentError) as raised:
        apply_import(plan, workspace.config)
    assert raised.value.path == path
    assert path.read_text() == "Mine.\n"
    assert not (workspace.content / LEDGER_NAME).exists()
