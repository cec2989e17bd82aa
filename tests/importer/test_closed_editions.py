"""Posts of closed editions, when their dump is imported again."""

from pathlib import Path

import pytest

from sitegen.content.front_matter import edit_header
from sitegen.importer import ImportRequest, apply_import, plan_import
from tests.digest import NOW
from tests.importing import BREAD, CELLO, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A digest whose posts are all in a closed edition."""
    workspace = Workspace(tmp_path).put(BREAD, CELLO)
    workspace.run()
    for page in (workspace.page_with("sourdough"), workspace.page_with("cello")):
        page.write_bytes(edit_header(page.read_bytes(), {"edition": "2024-05"}, page))
    return workspace


def test_closing_an_edition_is_no_change_by_the_editor(workspace: Workspace) -> None:
    assert {page.action for page in workspace.plan().pages} == {"unchanged"}


def test_a_correction_in_the_dump_reaches_a_post_that_stays_in_its_edition(
    workspace: Workspace,
) -> None:
    report = workspace.put(BREAD, CELLO.replace("58", "59")).run()
    text = workspace.page_with("at 59").read_text(encoding="utf-8")
    assert len(report.updated) == 1
    assert "edition: 2024-05" in text
    assert {page.action for page in workspace.plan().pages} == {"unchanged"}


def test_what_the_editor_changed_before_closing_is_kept(workspace: Workspace) -> None:
    workspace.edit(workspace.page_with("cello"), "very kind", "kind")
    report = workspace.put(BREAD, CELLO.replace("58", "59")).run()
    assert len(report.conflicts) == 1
    assert "at 58" in workspace.page_with("cello").read_text(encoding="utf-8")


def test_a_post_of_a_closed_edition_is_not_pruned(workspace: Workspace) -> None:
    workspace.run()
    workspace.put(BREAD)
    request = ImportRequest(dumps=(workspace.dump,), now=NOW, prune=True)
    apply_import(plan_import(request, workspace.config), workspace.config)
    assert "edition: 2024-05" in workspace.page_with("cello").read_text(encoding="utf-8")
