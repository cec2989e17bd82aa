"""What an editor does with pages is what later imports of the same or of a grown dump keep."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.curation.acts import (
    Act,
    Delete,
    Join,
    MergeTopic,
    Move,
    RenameTopic,
    SetTopicKeys,
    Split,
)
from sitegen.curation.curator import ChangedMeanwhileError, Curator
from sitegen.curation.library import read_library
from sitegen.importer import ImportRequest, apply_import, plan_import
from tests.digest import CONFIG, NOW
from tests.importing import BREAD, CELLO, CODE, RYE, Workspace

LATE = "The oven of the village was lit again, and rye bread came out of it at dawn"
CELLOS = f"{CELLO}\n\nThe bow is new, and the strings are the old ones of a friend"


class Edited(Workspace):
    """A workspace whose pages an editor changes by acts."""

    def do(self, act: Act) -> None:
        self.curator().do(act)

    def curator(self) -> Curator:
        root = self.config.root
        (root / "sitegen.toml").write_text(CONFIG)
        return Curator(root, lambda: read_library(root, NOW))

    def id_of(self, words: str) -> str:
        lines = self.page_with(words).read_text().split("\n")
        return next(line.removeprefix("id: ").strip("'\"") for line in lines if line[:3] == "id:")

    def texts(self) -> Mapping[str, str]:
        """The text of each page, by its path."""
        return {
            path.relative_to(self.content).as_posix(): path.read_text().partition("\n---\n")[2]
            for path in self.pages()
        }


FIRST = (BREAD, RYE, CODE, CELLOS)


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    edited = Edited(tmp_path)
    edited.put(*FIRST).run()
    return edited


def acts_of(edited: Edited) -> Mapping[str, Act]:
    bread, rye, cello = (edited.id_of(words) for words in (BREAD, RYE, CELLO))
    topic = edited.page_with(CODE).parent.name
    return {
        "move": Move((bread,), "Neighbours"),
        "join": Join(rye, bread),
        "split": Split(cello, len(CELLO) + 2),
        "delete": Delete((rye,)),
        "rename": RenameTopic(topic, "Machines", new_address=True),
        "merge": MergeTopic(topic, edited.page_with(CELLO).parent.name),
    }


@pytest.mark.parametrize("name", ["move", "join", "split", "delete", "rename", "merge"])
def test_an_act_is_kept_by_imports_of_the_same_and_of_a_grown_dump(
    edited: Edited, name: str
) -> None:
    edited.do(acts_of(edited)[name])
    curated = edited.texts()
    assert edited.run().created == ()
    assert edited.texts() == curated
    assert len(edited.put(LATE, *FIRST).run().created) == 1
    grown = edited.texts()
    assert {path: grown.get(path) for path in curated} == curated
    assert sum(LATE in text for text in grown.values()) == 1
    assert len(grown) == len(curated) + 1


def test_an_import_adds_nothing_to_a_locked_topic(edited: Edited) -> None:
    bread = edited.page_with(BREAD).parent.name
    edited.do(SetTopicKeys(bread, {"locked": True}))
    edited.put(LATE, *FIRST).run()
    assert edited.page_with(LATE).parent.name == "everything-else"
    assert edited.page_with(BREAD).parent.name == bread
    edited.do(SetTopicKeys(bread, {"locked": False}))
    edited.put("Sourdough bread and rye flour from the oven of the village", LATE, *FIRST).run()
    assert edited.page_with("Sourdough bread and rye").parent.name == bread


def test_a_corrected_split_publishes_no_text_twice(edited: Edited) -> None:
    edited.put(f"{BREAD}\n\n{RYE}", CODE, CELLO, CELLOS.removeprefix(CELLO), name="marked.txt")
    report = edited.run()
    assert len(report.removed) == 1
    assert report.vanished == ()
    for words in (BREAD, RYE, CODE, CELLO, "The bow is new"):
        assert sum(words in text for text in edited.texts().values()) == 1, words


def test_a_corrected_split_keeps_a_page_that_the_editor_changed(edited: Edited) -> None:
    edited.edit(edited.page_with(RYE), RYE, f"{RYE}, says the miller")
    report = edited.put(f"{BREAD}\n\n{RYE}", CODE, CELLOS, name="marked.txt").run()
    assert report.removed == ()
    assert edited.page_with("says the miller")


def test_pruning_removes_what_left_the_dump_and_nobody_changed(edited: Edited) -> None:
    edited.edit(edited.page_with(CODE), CODE, f"{CODE}, they say")
    rye, code = edited.page_with(RYE), edited.page_with(CODE)
    edited.put(BREAD, CELLOS)
    assert edited.run().removed == ()
    assert rye.exists()
    request = ImportRequest(dumps=(edited.dump,), now=NOW, prune=True)
    report = apply_import(plan_import(request, edited.config), edited.config)
    assert [edited.config.root / path for path in report.removed] == [rye]
    assert [edited.config.root / path for path in report.vanished] == [code]
    assert not rye.exists()
    edited.put(*FIRST).run()
    assert edited.page_with(RYE)


def feed(*texts: str) -> str:
    items = "".join(
        f"<item><title>{text}</title><guid>https://blog.example/{len(text)}</guid>"
        f"<link>https://blog.example/{len(text)}</link><description>{text}, we wrote."
        "</description></item>"
        for text in texts
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>A blog</title>'
        f"<link>https://blog.example/</link>{items}</channel></rss>"
    )


def test_a_feed_keeps_what_was_moved_joined_and_deleted(tmp_path: Path) -> None:
    edited = Edited(tmp_path)
    edited.dump = tmp_path / "feed.xml"
    edited.dump.write_text(feed(*FIRST[:3], CELLO))
    assert len(edited.run().created) == len(FIRST)
    bread, rye, code, cello = (edited.id_of(words) for words in (BREAD, RYE, CODE, CELLO))
    for act in (Move((bread,), "Neighbours"), Join(code, cello), Delete((rye,))):
        edited.do(act)
    curated = edited.texts()
    assert edited.run().created == ()
    assert edited.texts() == curated
    edited.dump.write_text(feed(LATE, *FIRST[:3], CELLO))
    assert len(edited.run().created) == 1
    assert {path: edited.texts().get(path) for path in curated} == curated


def test_an_import_is_one_act_that_is_undone_and_redone_to_the_byte(edited: Edited) -> None:
    first = edited.files()
    edited.edit(edited.page_with(CODE), CODE, f"{CODE}, they say")
    before = edited.files()
    edited.put(LATE, BREAD, CELLOS.replace("58", "59"))
    request = ImportRequest(dumps=(edited.dump,), now=NOW, prune=True)
    report = apply_import(plan_import(request, edited.config), edited.config)
    assert len(report.vanished) == 1, "the editor changed it"
    after = edited.files()
    curator = edited.curator()
    what = "Import dump.txt: 1 created, 1 updated, 1 removed"
    assert curator.undo().what == f"Undo: {what}"
    assert edited.files() == before
    assert curator.redo().what == f"Redo: {what}"
    assert edited.files() == after
    curator.undo()
    edited.edit(edited.page_with(CODE), f"{CODE}, they say", CODE)
    assert edited.files() == first
    assert curator.undo().what == "Undo: Import dump.txt: 4 created"
    assert [*edited.content.rglob("*")] == []
    edited.put(*FIRST).run()
    assert len(edited.texts()) == len(FIRST), "what an undone import wrote is not deleted"


def test_an_import_is_not_undone_while_a_page_of_it_is_changed(edited: Edited) -> None:
    page = edited.page_with(RYE)
    edited.edit(page, RYE, f"{RYE}, says the miller")
    before = edited.files()
    with pytest.raises(ChangedMeanwhileError, match=r"not done: Undo: Import dump\.txt") as raised:
        edited.curator().undo()
    assert (raised.value.path, edited.files()) == (page, before)
    assert raised.value.hint == "undo what changed it first, or delete it"
    page.unlink()
    edited.curator().undo()
    assert not edited.files()


def test_an_earlier_import_is_undone_after_the_later_ones(edited: Edited) -> None:
    edited.put(LATE, name="late.txt").run()
    curator = edited.curator()
    with pytest.raises(ChangedMeanwhileError) as raised:
        curator.undo(1)
    assert raised.value.path == edited.content / ".imports.json"
    assert raised.value.hint == "first undo number 2, “Import late.txt: 1 created”"
    curator.undo()
    curator.undo()
    assert not edited.files()


def test_a_removed_page_that_was_written_anew_elsewhere_is_not_brought_back_beside_it(
    edited: Edited,
) -> None:
    cello = edited.page_with(CELLO)
    text = cello.read_text()
    edited.do(Delete((edited.id_of(CELLO),)))
    cello.with_name("moved.md").write_text(text)
    with pytest.raises(ChangedMeanwhileError, match="another page has the address"):
        edited.curator().undo()
    assert not cello.exists()
