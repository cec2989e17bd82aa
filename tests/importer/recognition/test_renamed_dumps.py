from pathlib import Path

import pytest

from sitegen.importer.ledger import Ledger, load_ledger
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path).put(ESSAY, BREAD, CODE, CELLO)
    workspace.run()
    return workspace


def ledger(workspace: Workspace) -> Ledger:
    return load_ledger(workspace.content)


def test_a_dump_that_shares_most_documents_is_a_renamed_one(
    workspace: Workspace,
) -> None:
    workspace.put(ESSAY, BREAD, RYE, CELLO, name="marked.txt").run()

    assert list(ledger(workspace).dumps) == ["marked.txt"]
    assert {entry.dump for entry in ledger(workspace).pages.values()} == {"marked.txt"}


def test_a_renamed_dump_may_get_its_first_name_back(
    workspace: Workspace,
) -> None:
    workspace.put(ESSAY, BREAD, RYE, CELLO, name="marked.txt").run()
    report = workspace.put(ESSAY, BREAD, CODE, CELLO, name="dump.txt").run()

    assert list(ledger(workspace).dumps) == ["dump.txt"]
    assert report.created == ()
    assert [workspace.config.root / path for path in report.vanished] == [
        workspace.page_with("Rye")
    ]


@pytest.mark.parametrize(
    "texts",
    [
        (CELLO, RYE, "Hm."),
        (CODE, CELLO, "One.", "Two.", "Three."),
        (BREAD,),
    ],
)
def test_a_dump_that_shares_few_texts_is_a_different_one(
    workspace: Workspace, texts: tuple[str, ...]
) -> None:
    report = workspace.put(*texts, name="second.txt").run()

    assert sorted(ledger(workspace).dumps) == ["dump.txt", "second.txt"]
    assert report.vanished == ()


def test_one_text_in_common_is_not_enough(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path).put(BREAD, CODE)
    workspace.run()
    workspace.put(BREAD, name="second.txt").run()

    assert sorted(ledger(workspace).dumps) == ["dump.txt", "second.txt"]


def test_a_dump_with_all_boundaries_moved_is_recognised_by_its_words(workspace: Workspace) -> None:
    workspace.put(*ESSAY.split("\n"), f"{BREAD}\n{CODE}\n{CELLO}", name="marked.txt").run()

    assert list(ledger(workspace).dumps) == ["marked.txt"]
