from pathlib import Path

import pytest

from sitegen.importer import plan_as_json
from tests.importing import BREAD, CELLO, CODE, ESSAY, Desk

AGAIN = f"RT @baker_jo: {BREAD}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).put(ESSAY, BREAD, CODE, AGAIN)


def test_a_post_that_repeats_another_is_named_and_kept(desk: Desk) -> None:
    report = desk.run()
    ((repeats, repeated),) = report.repeats

    assert desk.content.parent / repeats == desk.page_with("RT @baker")
    assert desk.content.parent / repeated == desk.page_with(f"\n{BREAD}")
    assert len(report.created) == 4


def test_the_plan_says_which_page_a_document_repeats(desk: Desk) -> None:
    documents = plan_as_json(desk.plan())["documents"]
    assert isinstance(documents, list)
    assert [document["repeats"] for document in documents] == [
        None,
        None,
        None,
        documents[1]["page"],
    ]


def test_a_post_of_another_dump_is_repeated_too(desk: Desk) -> None:
    desk.put(ESSAY, BREAD, CODE).run()
    report = desk.put(CELLO, AGAIN, name="more.txt").run()
    ((_, repeated),) = report.repeats

    assert desk.content.parent / repeated == desk.page_with(f"\n{BREAD}")


def test_what_was_told_once_is_not_told_again(desk: Desk) -> None:
    desk.run()
    assert desk.run().repeats == ()


def test_a_post_that_the_editor_deleted_is_not_repeated(desk: Desk) -> None:
    desk.put(BREAD, CODE).run()
    desk.page_with(BREAD).unlink()
    assert desk.put(BREAD, CODE, AGAIN).run().repeats == ()
