import json
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from sitegen.configuration.settings import GroupingConfig, TopicConfig
from sitegen.errors import ConfigError, DumpError
from sitegen.importer import ImportRequest, plan_as_json, plan_import
from sitegen.processes import background
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Workspace

MENDING = ESSAY.replace("by ear", "with a soldering iron, circuit by circuit")
"""An essay on a subject that posts are about."""
SOLDERING = "Soldering the radio again, and a new resistor for its circuit board"
TEAPOTS = (
    "The cracked teapot has a new spout, and pours again",
    "A teapot with a green glaze, and a spout like a swan",
    "Sunday at the flea market: one teapot, no spout, two handles",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path).put(ESSAY, BREAD, CODE, CELLO)


def actions(workspace: Workspace) -> list[str]:
    return [page.action for page in workspace.plan().pages]


def test_a_plan_writes_nothing(workspace: Workspace) -> None:
    workspace.plan()

    assert not workspace.content.exists()


def test_an_essay_and_posts_get_their_paths(workspace: Workspace) -> None:
    assert [str(page.path) for page in workspace.plan().pages] == [
        "essays/in-the-first-winter-of-the-workshop-we-learned-to-mend-the.md",
        "topics/baking/the-sourdough-starter-came-back-from-the-neighbours-with-a.md",
        "topics/programming/deleted-four-thousand-lines-of-code-and-the-software-still.md",
        "topics/classical-music-and-choirs/took-up-the-cello-at-58-and-the-orchestra-has-been-very.md",
    ]


def test_importing_again_finds_everything_unchanged(workspace: Workspace) -> None:
    workspace.run()

    assert actions(workspace) == ["unchanged"] * 4


def test_an_edit_in_the_dump_updates_an_unedited_page(workspace: Workspace) -> None:
    workspace.run()
    before = workspace.plan().documents[2]
    workspace.put(ESSAY, BREAD, CODE.replace("four", "five"), CELLO)
    page = workspace.plan().pages[2]

    assert page.action == "updated"
    assert page.document.id == before.id
    assert page.topic == "programming"


def test_an_edit_in_the_dump_of_an_edited_page_is_a_conflict(
    workspace: Workspace,
) -> None:
    workspace.run()
    workspace.edit(workspace.page_with("cello"), "very kind", "far too kind")
    assert actions(workspace)[3] == "kept"

    workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    assert actions(workspace)[3] == "conflict"


def test_a_deleted_page_stays_deleted_when_its_text_moves(workspace: Workspace) -> None:
    workspace.run()
    workspace.page_with("cello").unlink()
    assert actions(workspace)[3] == "deleted"

    workspace.put(CELLO, RYE, ESSAY, BREAD + ", Otto", CODE).run()
    assert actions(workspace)[0] == "deleted"


def test_a_moved_page_is_recognised_by_its_id_and_updated_in_place(
    workspace: Workspace,
) -> None:
    workspace.run()
    page = workspace.page_with("cello")
    moved = workspace.content / "topics" / "late-starters" / "strings.md"
    moved.parent.mkdir()
    page.rename(moved)
    workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    planned = workspace.plan().pages[3]

    assert planned.action == "updated"
    assert planned.path.as_posix() == "topics/late-starters/strings.md"
    assert planned.topic == "late-starters"


def test_a_post_that_the_editor_made_an_essay_stays_one(workspace: Workspace) -> None:
    workspace.run()
    page = workspace.page_with("cello")
    page.rename(workspace.content / "essays" / page.name)
    workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    planned = workspace.plan().pages[3]

    assert planned.path.parts[0] == "essays"
    assert b"title: Took up the cello" in planned.data


def test_the_page_of_a_document_that_left_the_dump_stays_and_is_reported(
    workspace: Workspace,
) -> None:
    workspace.run()
    workspace.put(ESSAY, BREAD, CODE)

    page = workspace.page_with("cello").relative_to(workspace.content)
    assert [gone.path for gone in workspace.plan().vanished] == [PurePosixPath(page)]
    workspace.page_with("cello").unlink()
    assert workspace.plan().vanished == ()


def test_a_new_document_between_old_ones_leaves_them_as_they_are(workspace: Workspace) -> None:
    workspace.run()
    before = [document.id for document in workspace.plan().documents]
    workspace.put(ESSAY, BREAD, CODE, CELLO, RYE)

    assert actions(workspace) == [*["unchanged"] * 4, "created"]
    assert [document.id for document in workspace.plan().documents[:4]] == before


def test_a_page_whose_text_only_moved_in_the_dump_is_not_changed(workspace: Workspace) -> None:
    workspace.put(BREAD, CODE).run()
    workspace.put(RYE, BREAD, CODE.replace("four", "five"))
    pages = workspace.plan().pages

    assert [page.action for page in pages] == ["created", "unchanged", "updated"]
    assert b"lines: [1, 1]" in pages[1].data
    assert b"lines: [5, 5]" in pages[2].data


def test_a_page_whose_text_moved_is_not_edited_even_without_the_ledger(
    workspace: Workspace,
) -> None:
    workspace.put(BREAD, CODE).run()
    workspace.put(RYE, BREAD, CODE).run()
    (workspace.content / ".imports.json").unlink()
    workspace.run()
    workspace.put(RYE, BREAD + ", Otto", CODE)

    assert actions(workspace) == ["unchanged", "updated", "unchanged"]


def test_the_same_text_in_another_dump_is_the_same_document(workspace: Workspace) -> None:
    workspace.run()
    workspace.put(RYE, CELLO, name="second.txt")

    assert actions(workspace) == ["created", "unchanged"]
    assert workspace.plan().vanished == ()


def test_a_text_that_comes_back_after_its_document_changed_is_a_new_document(
    workspace: Workspace,
) -> None:
    workspace.put(BREAD, CELLO).run()
    workspace.put(BREAD, CELLO.replace("58", "59")).run()
    workspace.put(CELLO, name="second.txt").run()
    workspace.put(BREAD, CELLO.replace("58", "59"), name="dump.txt")

    assert actions(workspace) == ["unchanged", "unchanged"]
    assert len(workspace.pages()) == 3


def test_a_second_dump_adds_to_existing_topics(workspace: Workspace) -> None:
    workspace.run()
    workspace.edit(workspace.content / "topics/baking/_index.md", "Baking", "Kitchen")
    workspace.put(RYE, name="second.txt")
    plan = workspace.plan()

    assert plan.pages[0].path.parts[1] == "baking"
    assert [topic.title for topic in plan.topics] == ["Kitchen"]
    assert plan.topic_pages == ()


def test_new_topics_are_ordered_after_existing_ones(workspace: Workspace) -> None:
    workspace.run()
    workspace.put(BREAD, "The telescope showed us a comet and a distant galaxy")
    planned = workspace.plan().topic_pages

    assert [page.path.as_posix() for page in planned] == [
        "topics/astronomy-and-the-night-sky/_index.md"
    ]
    assert b"order: 4" in planned[0].data


def test_everything_else_has_a_high_order_and_is_last(workspace: Workspace) -> None:
    planned = workspace.put("Hm.", BREAD).plan().topic_pages

    assert [page.path.parts[1] for page in planned] == ["baking", "everything-else"]
    assert b"order: 1\n" in planned[0].data
    assert b"order: 1000\n" in planned[1].data


def test_a_new_topic_is_ordered_after_all_but_everything_else(workspace: Workspace) -> None:
    workspace.put("Hm.", BREAD).run()
    planned = workspace.put("Hm.", BREAD, CELLO).plan().topic_pages

    assert b"order: 2\n" in planned[0].data


def test_everything_else_is_after_any_order_of_the_editor(workspace: Workspace) -> None:
    workspace.run()
    workspace.edit(workspace.content / "topics/baking/_index.md", "order: 1", "order: 4000")
    planned = workspace.put(BREAD, "Hm.").plan().topic_pages

    assert b"order: 4001\n" in planned[0].data


def test_a_deleted_topic_page_is_not_restored(workspace: Workspace) -> None:
    workspace.run()
    (workspace.content / "topics/baking/_index.md").unlink()
    workspace.page_with("sourdough").unlink()
    workspace.put(RYE, name="second.txt")
    plan = workspace.plan()

    assert plan.pages[0].topic == "baking"
    assert plan.topic_pages == ()


def test_a_declared_topic_takes_its_posts_first(tmp_path: Path) -> None:
    strings = TopicConfig(title="Strings", keywords=("cello",), description="Four of them.")
    plan = Workspace(tmp_path, [strings]).put(BREAD, CELLO).plan()

    assert plan.pages[1].topic == "strings"
    assert plan.topic_pages[0].data == (
        b"---\ntitle: Strings\norder: 1\ndescription: Four of them.\n---\n"
    )


def test_an_essay_names_the_topic_of_posts_on_its_subject(workspace: Workspace) -> None:
    essay = workspace.put(MENDING, SOLDERING, BREAD).plan().pages[0]

    assert essay.topic == "electronics-and-soldering"
    assert b"also: [electronics-and-soldering]" in essay.data


def test_an_essay_without_a_topic_gets_none_later(workspace: Workspace) -> None:
    workspace.put(MENDING, BREAD, CELLO).run()
    workspace.put(MENDING, SOLDERING, BREAD, CELLO)

    assert workspace.plan().pages[0].topic is None


def test_moved_pages_are_examples_for_the_next_import(workspace: Workspace) -> None:
    workspace.put(*TEAPOTS, BREAD, CODE, CELLO).run()
    own = workspace.content / "topics" / "shelf-four"
    own.mkdir()
    for words in ("cracked", "glaze", "Sunday"):
        page = workspace.page_with(words)
        page.rename(own / page.name)
    workspace.put("Another teapot with a chipped spout, for the collection", name="second.txt")

    assert workspace.plan().pages[0].topic == "shelf-four"


def test_declared_examples_are_used(tmp_path: Path) -> None:
    shelf = TopicConfig(title="Shelf four", examples=TEAPOTS)
    plan = Workspace(tmp_path, [shelf]).put(BREAD, "A teapot with a chipped spout", CELLO).plan()

    assert [page.topic == "shelf-four" for page in plan.pages] == [False, True, False]


def test_only_allows_no_topics_but_the_declared_ones(tmp_path: Path) -> None:
    strings = TopicConfig(title="Strings", keywords=("cello",), only=True)
    plan = Workspace(tmp_path, [strings]).put(BREAD, CELLO, CODE).plan()

    assert [page.topic for page in plan.pages] == ["everything-else", "strings", "everything-else"]


def test_a_missing_model_is_an_error_with_its_path(workspace: Workspace) -> None:
    grouping = GroupingConfig(model="models/other")
    workspace.config = replace(workspace.config, grouping=grouping)

    with pytest.raises(ConfigError) as got:
        workspace.plan()
    assert got.value.path == workspace.config.root / "models/other"


def test_an_approximate_count_of_topics_is_followed(workspace: Workspace) -> None:
    assert len(workspace.plan().topics) == 3
    request = ImportRequest(dumps=(workspace.dump,), now=workspace.now, topics=1)
    assert len(plan_import(request, workspace.config).topics) <= 2


def test_a_broken_page_does_not_stop_the_import_and_is_kept(workspace: Workspace) -> None:
    workspace.run()
    page = workspace.page_with("cello")
    workspace.edit(page, "id: ", "id: [")
    (workspace.content / "about.md").write_bytes(b"\xff\xfe")

    assert actions(workspace) == ["unchanged", "unchanged", "unchanged", "kept"]


def test_without_the_ledger_pages_are_recognised_by_their_ids(workspace: Workspace) -> None:
    workspace.run()
    (workspace.content / ".imports.json").unlink()
    workspace.edit(workspace.page_with("cello"), "58", "28")

    assert actions(workspace) == ["unchanged", "unchanged", "unchanged", "kept"]
    workspace.run()
    assert actions(workspace) == ["unchanged"] * 4
    assert "28" in workspace.page_with("cello").read_text(encoding="utf-8")


def test_an_edit_is_reported_as_kept_once_and_always_kept(workspace: Workspace) -> None:
    workspace.run()
    workspace.edit(workspace.page_with("cello"), "58", "28")

    assert [len(workspace.run().kept) for _ in range(3)] == [1, 0, 0]
    workspace.edit(workspace.page_with("cello"), "28", "38")
    assert len(workspace.run().kept) == 1
    assert "38" in workspace.page_with("cello").read_text(encoding="utf-8")


def test_a_page_at_an_invalid_path_is_recognised_by_its_id(workspace: Workspace) -> None:
    workspace.run()
    deep = workspace.content / "topics" / "classical-music-and-choirs" / "strings" / "cello.md"
    deep.parent.mkdir()
    workspace.page_with("cello").rename(deep)

    assert actions(workspace) == ["unchanged"] * 4


def test_an_unreadable_dump_is_an_error_of_the_reader(workspace: Workspace) -> None:
    workspace.dump.write_text("", encoding="utf-8")

    with pytest.raises(DumpError):
        workspace.plan()


def test_the_plan_as_json_has_the_documents_topics_and_report(workspace: Workspace) -> None:
    plan = workspace.plan()
    answer = json.loads(json.dumps(plan_as_json(plan)))

    assert answer.keys() == {"documents", "topics", "report", "warnings"}
    assert answer["documents"][1] == {
        "id": plan.documents[1].id,
        "kind": "post",
        "topic": "baking",
        "title": None,
        "author": None,
        "source": None,
        "link": None,
        "tags": [],
        "lang": None,
        "media": [],
        "thread": None,
        "warning": None,
        "date": None,
        "lines": [7, 7],
        "text": BREAD,
        "confidence": plan.documents[1].confidence,
        "by": "meaning",
        "reason": None,
        "score": plan.assignments[plan.documents[1].id].score,
        "runner_up": None,
        "runner_up_score": None,
        "topic_confidence": plan.assignments[plan.documents[1].id].probability,
        "words": ["sourdough", "starter"],
        "page": f"content/{plan.pages[1].path}",
        "repeats": None,
    }
    assert answer["documents"][0]["kind"] == "essay"
    assert answer["documents"][0]["title"].startswith("In the first winter")
    assert answer["topics"][0] == {
        "slug": "baking",
        "title": "Baking",
        "description": "",
        "members": [plan.documents[1].id],
    }


def test_a_plan_is_the_same_on_one_core_and_on_two(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "available_cores", lambda: 1)
    on_one = workspace.plan()
    monkeypatch.setattr(background, "available_cores", lambda: 2)
    assert workspace.plan() == on_one


def test_a_plan_that_explains_nothing_differs_in_the_words_alone(workspace: Workspace) -> None:
    request = ImportRequest(dumps=(workspace.dump,), now=workspace.now)
    explained = plan_import(request, workspace.config)
    silent = plan_import(replace(request, explain=False), workspace.config)
    assert any(assignment.words for assignment in explained.assignments.values())
    unexplained = {id_: replace(a, words=()) for id_, a in explained.assignments.items()}
    assert silent == replace(explained, assignments=unexplained)
