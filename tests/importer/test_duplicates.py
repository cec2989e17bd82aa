from pathlib import Path

import pytest

from sitegen.importer import Filters, ImportRequest, apply_import, plan_as_json, plan_import
from tests.importing import BREAD, CELLO, CODE, ESSAY, Workspace

AGAIN = f"RT @baker_jo: {BREAD}"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path).put(ESSAY, BREAD, CODE, AGAIN)


def test_a_post_that_repeats_another_is_reported_and_kept(workspace: Workspace) -> None:
    report = workspace.run()
    ((repeats, repeated),) = report.repeats

    assert workspace.content.parent / repeats == workspace.page_with("RT @baker")
    assert workspace.content.parent / repeated == workspace.page_with(f"\n{BREAD}")
    assert len(report.created) == 4


def test_the_plan_has_the_page_that_a_document_repeats(workspace: Workspace) -> None:
    documents = plan_as_json(workspace.plan())["documents"]
    assert isinstance(documents, list)
    assert [document["repeats"] for document in documents] == [
        None,
        None,
        None,
        documents[1]["page"],
    ]


def test_a_post_may_repeat_one_of_another_dump(workspace: Workspace) -> None:
    workspace.put(ESSAY, BREAD, CODE).run()
    report = workspace.put(CELLO, AGAIN, name="more.txt").run()
    ((_, repeated),) = report.repeats

    assert workspace.content.parent / repeated == workspace.page_with(f"\n{BREAD}")


def test_a_repeat_is_reported_only_once(workspace: Workspace) -> None:
    workspace.run()
    assert workspace.run().repeats == ()


def test_a_deleted_post_does_not_count_as_repeated(workspace: Workspace) -> None:
    workspace.put(BREAD, CODE).run()
    workspace.page_with(BREAD).unlink()
    assert workspace.put(BREAD, CODE, AGAIN).run().repeats == ()


def test_a_repeat_is_found_within_the_topic_that_is_imported(workspace: Workspace) -> None:
    filters = Filters(topic="baking")
    request = ImportRequest(dumps=(workspace.dump,), now=workspace.now, filters=filters)
    report = apply_import(plan_import(request, workspace.config), workspace.config)
    ((repeats, repeated),) = report.repeats

    assert workspace.content.parent / repeats == workspace.page_with("RT @baker")
    assert workspace.content.parent / repeated == workspace.page_with(f"\n{BREAD}")
