import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

import pytest

from sitegen.configuration.settings import GroupingConfig, TopicConfig
from sitegen.content.pages import read_page
from sitegen.errors import ConfigError, DumpError
from sitegen.importer import plan_as_json, plan_import
from tests.digest import NOW
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Desk

MENDING = ESSAY.replace("by ear", "with a soldering iron, circuit by circuit")
"""An essay on a subject that posts are about."""
SOLDERING = "Soldering the radio again, and a new screw for the hinge of the lamp"
TEAPOTS = (
    "The cracked teapot has a new spout, and pours again",
    "A teapot with a green glaze, and a spout like a swan",
    "Sunday at the flea market: one teapot, no spout, two handles",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).put(ESSAY, BREAD, CODE, CELLO)


def fates(desk: Desk) -> list[str]:
    return [page.action for page in desk.plan().pages]


def test_a_plan_writes_nothing(desk: Desk) -> None:
    desk.plan()

    assert not desk.content.exists()


def test_an_essay_and_posts_get_their_paths(desk: Desk) -> None:
    assert [str(page.path) for page in desk.plan().pages] == [
        "essays/in-the-first-winter-of-the-workshop-we-learned-to-mend-the.md",
        "topics/baking/the-sourdough-starter-came-back-from-the-neighbours-with-a.md",
        "topics/programming/deleted-four-thousand-lines-of-code-and-the-software-still.md",
        "topics/classical-music-and-choirs/took-up-the-cello-at-58-and-the-orchestra-has-been-very.md",
    ]


def test_importing_again_finds_everything_unchanged(desk: Desk) -> None:
    desk.run()

    assert fates(desk) == ["unchanged"] * 4


def test_an_edit_in_the_dump_updates_a_page_that_nobody_touched(desk: Desk) -> None:
    desk.run()
    before = desk.plan().documents[2]
    desk.put(ESSAY, BREAD, CODE.replace("four", "five"), CELLO)
    page = desk.plan().pages[2]

    assert page.action == "updated"
    assert page.document.id == before.id
    assert page.topic == "programming"


def test_an_edit_in_the_dump_of_a_page_that_the_editor_changed_is_a_conflict(desk: Desk) -> None:
    desk.run()
    desk.edit(desk.page_with("cello"), "very kind", "far too kind")
    assert fates(desk)[3] == "kept"

    desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    assert fates(desk)[3] == "conflict"


def test_a_deleted_page_stays_deleted_wherever_its_text_stands(desk: Desk) -> None:
    desk.run()
    desk.page_with("cello").unlink()
    assert fates(desk)[3] == "deleted"

    desk.put(CELLO, RYE, ESSAY, BREAD + ", Otto", CODE).run()
    assert fates(desk)[0] == "deleted"


def test_a_page_that_moved_is_known_by_its_id_and_updated_where_it_stands(desk: Desk) -> None:
    desk.run()
    page = desk.page_with("cello")
    moved = desk.content / "topics" / "late-starters" / "strings.md"
    moved.parent.mkdir()
    page.rename(moved)
    desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    planned = desk.plan().pages[3]

    assert planned.action == "updated"
    assert planned.path.as_posix() == "topics/late-starters/strings.md"
    assert planned.topic == "late-starters"


def test_a_post_that_the_editor_made_an_essay_stays_one(desk: Desk) -> None:
    desk.run()
    page = desk.page_with("cello")
    page.rename(desk.content / "essays" / page.name)
    desk.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59"))
    planned = desk.plan().pages[3]

    assert planned.path.parts[0] == "essays"
    assert b"title: Took up the cello" in planned.data


def test_a_document_that_left_the_dump_leaves_its_page_and_is_named(desk: Desk) -> None:
    desk.run()
    desk.put(ESSAY, BREAD, CODE)

    page = desk.page_with("cello").relative_to(desk.content)
    assert desk.plan().vanished == (PurePosixPath(page),)
    desk.page_with("cello").unlink()
    assert desk.plan().vanished == ()


def test_a_new_document_between_old_ones_leaves_them_as_they_are(desk: Desk) -> None:
    desk.run()
    before = [document.id for document in desk.plan().documents]
    desk.put(ESSAY, BREAD, CODE, CELLO, RYE)

    assert fates(desk) == [*["unchanged"] * 4, "created"]
    assert [document.id for document in desk.plan().documents[:4]] == before


def test_a_page_whose_text_only_moved_in_the_dump_is_left_alone(desk: Desk) -> None:
    desk.put(BREAD, CODE).run()
    desk.put(RYE, BREAD, CODE.replace("four", "five"))
    pages = desk.plan().pages

    assert [page.action for page in pages] == ["created", "unchanged", "updated"]
    assert b"lines: [1, 1]" in pages[1].data
    assert b"lines: [5, 5]" in pages[2].data


def test_a_page_whose_text_moved_is_nobodys_edit_even_if_the_ledger_is_lost(desk: Desk) -> None:
    desk.put(BREAD, CODE).run()
    desk.put(RYE, BREAD, CODE).run()
    (desk.content / ".imports.json").unlink()
    desk.run()
    desk.put(RYE, BREAD + ", Otto", CODE)

    assert fates(desk) == ["unchanged", "updated", "unchanged"]


def test_the_same_text_in_another_dump_is_the_same_document(desk: Desk) -> None:
    desk.run()
    desk.put(RYE, CELLO, name="second.txt")

    assert fates(desk) == ["created", "unchanged"]
    assert desk.plan().vanished == ()


def test_a_text_that_comes_back_after_its_document_changed_is_a_new_document(desk: Desk) -> None:
    desk.put(BREAD, CELLO).run()
    desk.put(BREAD, CELLO.replace("58", "59")).run()
    desk.put(CELLO, name="second.txt").run()
    desk.put(BREAD, CELLO.replace("58", "59"), name="dump.txt")

    assert fates(desk) == ["unchanged", "unchanged"]
    assert len(desk.pages()) == 3


def test_a_second_dump_adds_to_the_topics_that_stand(desk: Desk) -> None:
    desk.run()
    desk.edit(desk.content / "topics/baking/_index.md", "Baking", "Kitchen")
    desk.put(RYE, name="second.txt")
    plan = desk.plan()

    assert plan.pages[0].path.parts[1] == "baking"
    assert [topic.title for topic in plan.topics] == ["Kitchen"]
    assert plan.topic_pages == ()


def test_new_topics_are_ordered_after_those_that_stand(desk: Desk) -> None:
    desk.run()
    desk.put(BREAD, "The telescope showed us a comet and a distant galaxy")
    planned = desk.plan().topic_pages

    assert [page.path.as_posix() for page in planned] == [
        "topics/astronomy-and-the-night-sky/_index.md"
    ]
    assert b"order: 4" in planned[0].data


def test_everything_else_has_a_high_order_and_so_stands_last(desk: Desk) -> None:
    planned = desk.put("Hm.", BREAD).plan().topic_pages

    assert [page.path.parts[1] for page in planned] == ["baking", "everything-else"]
    assert b"order: 1\n" in planned[0].data
    assert b"order: 1000\n" in planned[1].data


def test_a_new_topic_is_ordered_after_all_but_everything_else(desk: Desk) -> None:
    desk.put("Hm.", BREAD).run()
    planned = desk.put("Hm.", BREAD, CELLO).plan().topic_pages

    assert b"order: 2\n" in planned[0].data


def test_everything_else_stands_after_whatever_order_the_editor_gave(desk: Desk) -> None:
    desk.run()
    desk.edit(desk.content / "topics/baking/_index.md", "order: 1", "order: 4000")
    planned = desk.put(BREAD, "Hm.").plan().topic_pages

    assert b"order: 4001\n" in planned[0].data


def test_a_topic_page_that_the_editor_deleted_is_not_brought_back(desk: Desk) -> None:
    desk.run()
    (desk.content / "topics/baking/_index.md").unlink()
    desk.page_with("sourdough").unlink()
    desk.put(RYE, name="second.txt")
    plan = desk.plan()

    assert plan.pages[0].topic == "baking"
    assert plan.topic_pages == ()


def test_a_declared_topic_takes_its_posts_first(tmp_path: Path) -> None:
    strings = TopicConfig(title="Strings", keywords=("cello",), description="Four of them.")
    plan = Desk(tmp_path, [strings]).put(BREAD, CELLO).plan()

    assert plan.pages[1].topic == "strings"
    assert plan.topic_pages[0].data == (
        b"---\ntitle: Strings\norder: 1\ndescription: Four of them.\n---\n"
    )


def test_an_essay_names_the_topic_of_posts_on_its_subject(desk: Desk) -> None:
    essay = desk.put(MENDING, SOLDERING, BREAD).plan().pages[0]

    assert essay.topic == "electronics-and-soldering"
    assert b"also: [electronics-and-soldering]" in essay.data


def test_an_essay_without_a_topic_gets_none_later(desk: Desk) -> None:
    desk.put(MENDING, BREAD, CELLO).run()
    desk.put(MENDING, SOLDERING, BREAD, CELLO)

    assert desk.plan().pages[0].topic is None


def test_what_the_editor_moved_teaches_the_next_import(desk: Desk) -> None:
    desk.put(*TEAPOTS, BREAD, CODE, CELLO).run()
    own = desk.content / "topics" / "shelf-four"
    own.mkdir()
    for words in ("cracked", "glaze", "Sunday"):
        page = desk.page_with(words)
        page.rename(own / page.name)
    desk.put("Another teapot with a chipped spout, for the collection", name="second.txt")

    assert desk.plan().pages[0].topic == "shelf-four"


def test_declared_examples_teach_too(tmp_path: Path) -> None:
    shelf = TopicConfig(title="Shelf four", examples=TEAPOTS)
    plan = Desk(tmp_path, [shelf]).put(BREAD, "A teapot with a chipped spout", CELLO).plan()

    assert [page.topic == "shelf-four" for page in plan.pages] == [False, True, False]


def test_only_the_declared_topics_are_made_where_one_says_so(tmp_path: Path) -> None:
    strings = TopicConfig(title="Strings", keywords=("cello",), only=True)
    plan = Desk(tmp_path, [strings]).put(BREAD, CELLO, CODE).plan()

    assert [page.topic for page in plan.pages] == ["everything-else", "strings", "everything-else"]


def test_a_model_that_is_not_there_is_an_error_that_names_it(desk: Desk) -> None:
    grouping = GroupingConfig(model="models/other")
    desk.config = replace(desk.config, grouping=grouping)

    with pytest.raises(ConfigError) as got:
        desk.plan()
    assert got.value.path == desk.config.root / "models/other"


def test_about_as_many_topics_as_asked_for(desk: Desk) -> None:
    assert len(desk.plan().topics) == 3
    assert len(plan_import(desk.dump, desk.config, now=desk.now, count=1).topics) <= 2


def test_a_broken_page_does_not_stop_the_import_and_is_kept(desk: Desk) -> None:
    desk.run()
    page = desk.page_with("cello")
    desk.edit(page, "id: ", "id: [")
    (desk.content / "about.md").write_bytes(b"\xff\xfe")

    assert fates(desk) == ["unchanged", "unchanged", "unchanged", "kept"]


def test_without_the_ledger_pages_are_known_by_their_ids(desk: Desk) -> None:
    desk.run()
    (desk.content / ".imports.json").unlink()
    desk.edit(desk.page_with("cello"), "58", "28")

    assert fates(desk) == ["unchanged", "unchanged", "unchanged", "kept"]
    desk.run()
    assert fates(desk) == ["unchanged"] * 4
    assert "28" in desk.page_with("cello").read_text(encoding="utf-8")


def test_an_edit_is_said_to_be_kept_once_and_kept_for_ever(desk: Desk) -> None:
    desk.run()
    desk.edit(desk.page_with("cello"), "58", "28")

    assert [len(desk.run().kept) for _ in range(3)] == [1, 0, 0]
    desk.edit(desk.page_with("cello"), "28", "38")
    assert len(desk.run().kept) == 1
    assert "38" in desk.page_with("cello").read_text(encoding="utf-8")


def test_a_page_that_stands_where_none_can_is_known_by_its_id(desk: Desk) -> None:
    desk.run()
    deep = desk.content / "topics" / "classical-music-and-choirs" / "strings" / "cello.md"
    deep.parent.mkdir()
    desk.page_with("cello").rename(deep)

    assert fates(desk) == ["unchanged"] * 4


def test_what_cannot_be_read_is_said_by_the_reader(desk: Desk) -> None:
    desk.dump.write_text("", encoding="utf-8")

    with pytest.raises(DumpError):
        desk.plan()


def test_the_plan_as_json_holds_the_documents_the_topics_and_a_report(desk: Desk) -> None:
    plan = desk.plan()
    answer = json.loads(json.dumps(plan_as_json(plan)))

    assert answer.keys() == {"documents", "topics", "report", "warnings"}
    assert answer["documents"][1] == {
        "id": plan.documents[1].id,
        "kind": "post",
        "topic": "baking",
        "title": None,
        "date": None,
        "lines": [7, 7],
        "text": BREAD,
        "confidence": plan.documents[1].confidence,
        "by": "meaning",
        "score": plan.assignments[plan.documents[1].id].score,
        "runner_up": None,
        "runner_up_score": None,
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


def added_to(desk: Desk, words: str) -> datetime | None:
    """When the page that holds these words was added, as a build reads it."""
    path = desk.page_with(words)
    relative = PurePosixPath(path.relative_to(desk.content))
    return read_page(desk.content, relative, path.read_bytes()).page.added


def test_new_pages_say_when_they_were_added_in_the_order_of_the_dump(desk: Desk) -> None:
    desk.put(BREAD, CODE, ESSAY).run()
    moments = [added_to(desk, text[:40]) for text in (BREAD, CODE, ESSAY)]

    assert moments == [desk.now + timedelta(microseconds=number) for number in range(3)]


def test_a_page_keeps_the_moment_when_it_was_added_over_later_imports(desk: Desk) -> None:
    desk.put(BREAD, CODE).run()
    desk.now += timedelta(days=1)
    report = desk.put(RYE, BREAD, CODE.replace("four", "five")).run()

    assert [path.name for path in report.updated] == [desk.page_with("five thousand").name]
    assert added_to(desk, "sourdough") == NOW
    assert added_to(desk, "five thousand") == NOW + timedelta(microseconds=1)
    assert added_to(desk, "Rye") == desk.now


def test_a_page_of_an_earlier_sitegen_that_says_nothing_of_it_stays_as_it_is(desk: Desk) -> None:
    desk.put(BREAD, CODE).run()
    page = desk.page_with("sourdough")
    page.write_text(re.sub(r"(?m)^added:.*\n", "", page.read_text(encoding="utf-8")), "utf-8")

    assert desk.run().unchanged == 2
