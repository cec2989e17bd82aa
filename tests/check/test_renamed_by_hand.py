"""Topics and pages renamed by hand are noticed, with the alias that keeps their address."""

from pathlib import Path

import pytest

from sitegen.check.renamed_by_hand import renamed_by_hand
from tests.importing import BREAD, CODE, RYE, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path).put(BREAD, RYE, CODE)
    workspace.run()
    return workspace


def test_a_renamed_folder_is_noticed_until_it_has_the_alias(workspace: Workspace) -> None:
    assert list(renamed_by_hand(workspace.content)) == []
    old = workspace.page_with(BREAD).parent
    old.rename(old.with_name("loaves"))
    (warning,) = renamed_by_hand(workspace.content)
    assert warning.path == workspace.content / "topics/loaves/_index.md"
    assert f"topics/{old.name}/ lead nowhere" in warning.message
    assert warning.hint == f"add to its front matter: aliases: [topics/{old.name}/]"
    page = workspace.content / "topics/loaves/_index.md"
    text = page.read_text()
    page.write_text(text.replace("---\n", f"---\naliases: [topics/{old.name}/]\n", 1))
    assert list(renamed_by_hand(workspace.content)) == []


def test_a_topic_whose_posts_were_deleted_is_not_renamed(workspace: Workspace) -> None:
    folder = workspace.page_with(CODE).parent
    for page in folder.iterdir():
        page.unlink()
    folder.rmdir()
    assert list(renamed_by_hand(workspace.content)) == []


def test_a_renamed_page_is_noticed_until_it_has_the_alias(workspace: Workspace) -> None:
    old = workspace.page_with(CODE)
    new = old.rename(old.with_name("four-thousand.md"))
    (warning,) = renamed_by_hand(workspace.content)
    (said,) = workspace.plan().warnings
    assert warning.path == new
    assert f"links to posts/{old.stem}/ lead nowhere" in warning.message
    assert f"aliases: [posts/{old.stem}/]" in str(warning.hint)
    assert str(said) == str(warning)
    text = new.read_text("utf-8")
    new.write_text(text.replace("---\n", f"---\naliases: [posts/{old.stem}/]\n", 1), "utf-8")
    assert list(renamed_by_hand(workspace.content)) == []


def test_a_page_in_another_folder_keeps_its_address(workspace: Workspace) -> None:
    old = workspace.page_with(CODE)
    (workspace.content / "topics/other").mkdir()
    old.rename(workspace.content / "topics/other" / old.name)
    assert list(renamed_by_hand(workspace.content)) == []
