import re
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

import pytest

from sitegen.content.pages import read_page
from tests.digest import NOW
from tests.importing import BREAD, CODE, ESSAY, RYE, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def added_to(workspace: Workspace, words: str) -> datetime | None:
    """The added time of the page with these words, as a build reads it."""
    path = workspace.page_with(words)
    relative = PurePosixPath(path.relative_to(workspace.content))
    return read_page(workspace.content, relative, path.read_bytes()).page.added


def test_new_pages_have_their_added_time_in_the_order_of_the_dump(workspace: Workspace) -> None:
    workspace.put(BREAD, CODE, ESSAY).run()
    moments = [added_to(workspace, text[:40]) for text in (BREAD, CODE, ESSAY)]

    assert moments == [workspace.now + timedelta(microseconds=number) for number in range(3)]


def test_a_page_keeps_its_added_time_in_later_imports(workspace: Workspace) -> None:
    workspace.put(BREAD, CODE).run()
    workspace.now += timedelta(days=1)
    report = workspace.put(RYE, BREAD, CODE.replace("four", "five")).run()

    assert [path.name for path in report.updated] == [workspace.page_with("five thousand").name]
    assert added_to(workspace, "sourdough") == NOW
    assert added_to(workspace, "five thousand") == NOW + timedelta(microseconds=1)
    assert added_to(workspace, "Rye") == workspace.now


def test_a_page_without_an_added_time_stays_without(workspace: Workspace) -> None:
    workspace.put(BREAD, CODE).run()
    page = workspace.page_with("sourdough")
    page.write_text(re.sub(r"(?m)^added:.*\n", "", page.read_text(encoding="utf-8")), "utf-8")

    assert workspace.run().unchanged == 2
