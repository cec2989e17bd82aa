from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.configuration.location import CONFIG_NAME
from sitegen.configuration.settings import TopicConfig
from sitegen.errors import ConfigError
from sitegen.importer.ledger import LEDGER_NAME
from tests.importing import BREAD, CELLO, Workspace

STRINGS = TopicConfig(title="Strings", keywords=("cello",), description="Four of them.")
ANEW = TopicConfig(title="Bowed", slug="strings", keywords=("cello",), description="With a bow.")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, [STRINGS]).put(BREAD, CELLO)


def declare(workspace: Workspace, *topics: TopicConfig) -> Workspace:
    workspace.config = replace(workspace.config, topics=topics)
    return workspace


def topic_page(workspace: Workspace) -> Path:
    return workspace.content / "topics" / "strings" / "_index.md"


def test_a_changed_declaration_updates_an_unedited_topic_page(workspace: Workspace) -> None:
    workspace.run()
    report = declare(workspace, ANEW).run()

    assert topic_page(workspace).read_text(encoding="utf-8") == (
        "---\ntitle: Bowed\norder: 1\ndescription: With a bow.\n---\n"
    )
    assert [str(path) for path in report.updated] == ["content/topics/strings/_index.md"]
    assert declare(workspace, STRINGS).run().updated == report.updated


def test_an_edited_topic_page_stays(workspace: Workspace) -> None:
    workspace.run()
    workspace.edit(topic_page(workspace), "order: 1", "order: 7")
    before = topic_page(workspace).read_bytes()
    report = declare(workspace, ANEW).run()

    assert topic_page(workspace).read_bytes() == before
    assert report.updated == ()


def test_the_plan_has_the_declared_title_whatever_the_page_says(workspace: Workspace) -> None:
    workspace.run()
    workspace.edit(topic_page(workspace), "Strings", "The editor's")
    topics = declare(workspace, ANEW).plan().topics

    assert [(t.title, t.description, t.keywords) for t in topics if t.slug == "strings"] == [
        ("Bowed", "With a bow.", ("cello",))
    ]


def test_an_undeclared_description_stays(workspace: Workspace) -> None:
    workspace.run()
    declare(workspace, replace(ANEW, description="")).run()

    assert "title: Bowed" in topic_page(workspace).read_text(encoding="utf-8")
    assert "description: Four of them." in topic_page(workspace).read_text(encoding="utf-8")


def test_a_topic_declared_later_uses_its_existing_page(
    workspace: Workspace,
) -> None:
    declare(workspace).run()
    declare(workspace, TopicConfig(title="Loaves", slug="baking")).run()
    page = (workspace.content / "topics/baking/_index.md").read_text(encoding="utf-8")

    assert page.startswith("---\ntitle: Loaves\norder: 1\n")


def test_a_declaration_does_not_restore_a_deleted_topic_page(
    workspace: Workspace,
) -> None:
    workspace.run()
    topic_page(workspace).unlink()
    declare(workspace, ANEW).run()

    assert not topic_page(workspace).exists()


def test_a_topic_page_that_is_not_in_the_ledger_stays(workspace: Workspace) -> None:
    topic_page(workspace).parent.mkdir(parents=True)
    topic_page(workspace).write_text("---\ntitle: My own\n---\n", encoding="utf-8")
    workspace.run()
    declare(workspace, ANEW).run()

    assert topic_page(workspace).read_text(encoding="utf-8") == "---\ntitle: My own\n---\n"


def test_a_ledger_without_topic_pages_is_completed(workspace: Workspace) -> None:
    workspace.run()
    ledger = workspace.content / LEDGER_NAME
    noted = ledger.read_bytes()
    lines = noted.decode().splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if '"topic_pages"' in line)
    end = next(n for n, line in enumerate(lines) if n > start and line == " },\n")
    ledger.write_text("".join(lines[:start] + lines[end + 1 :]), encoding="utf-8")
    workspace.run()
    report = declare(workspace, ANEW).run()

    assert len(report.updated) == 1


def test_converted_line_endings_do_not_make_a_topic_page_edited(workspace: Workspace) -> None:
    workspace.run()
    topic_page(workspace).write_bytes(topic_page(workspace).read_bytes().replace(b"\n", b"\r\n"))

    assert len(declare(workspace, ANEW).run().updated) == 1


def test_two_declared_topics_with_one_slug_are_an_error(workspace: Workspace) -> None:
    config = workspace.config.root / CONFIG_NAME
    config.parent.mkdir()
    config.touch()
    declare(workspace, STRINGS, ANEW)

    with pytest.raises(ConfigError, match="two topics are declared with the slug “strings”") as got:
        workspace.plan()
    assert got.value.path == config
    assert got.value.hint


def test_addresses_have_the_letters_of_the_language_but_pages_that_exist_keep_theirs(
    tmp_path: Path,
) -> None:
    birds = TopicConfig(title="Vögel", keywords=("swifts",))
    workspace = Workspace(tmp_path, [birds]).put("The swifts are back: zwölf.")
    workspace.run()
    workspace.config = replace(workspace.config, language="de")
    workspace.put("The swifts are back: zwölf.", "More swifts, über dem Fluss.").run()

    found = [page.relative_to(workspace.content).as_posix() for page in workspace.pages()]
    assert found == [
        "topics/vogel/more-swifts-ueber-dem-fluss.md",
        "topics/vogel/the-swifts-are-back-zwolf.md",
    ]
    assert declare(workspace, replace(birds, title="Wände")).plan().topics[0].slug != "wande"
