from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.configuration.file import CONFIG_NAME
from sitegen.configuration.settings import TopicConfig
from sitegen.errors import ConfigError
from sitegen.importer.ledger import LEDGER_NAME
from tests.importing import BREAD, CELLO, Desk

STRINGS = TopicConfig(title="Strings", keywords=("cello",), description="Four of them.")
ANEW = TopicConfig(title="Bowed", slug="strings", keywords=("cello",), description="With a bow.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, [STRINGS]).put(BREAD, CELLO)


def declare(desk: Desk, *topics: TopicConfig) -> Desk:
    desk.config = replace(desk.config, topics=topics)
    return desk


def topic_page(desk: Desk) -> Path:
    return desk.content / "topics" / "strings" / "_index.md"


def test_what_is_declared_anew_is_on_a_topic_page_that_nobody_touched(desk: Desk) -> None:
    desk.run()
    report = declare(desk, ANEW).run()

    assert topic_page(desk).read_text(encoding="utf-8") == (
        "---\ntitle: Bowed\norder: 1\ndescription: With a bow.\n---\n"
    )
    assert [str(path) for path in report.updated] == ["content/topics/strings/_index.md"]
    assert declare(desk, STRINGS).run().updated == report.updated


def test_a_topic_page_that_the_editor_changed_stays(desk: Desk) -> None:
    desk.run()
    desk.edit(topic_page(desk), "order: 1", "order: 7")
    before = topic_page(desk).read_bytes()
    report = declare(desk, ANEW).run()

    assert topic_page(desk).read_bytes() == before
    assert report.updated == ()


def test_the_declared_title_stands_in_the_plan_whatever_the_page_says(desk: Desk) -> None:
    desk.run()
    desk.edit(topic_page(desk), "Strings", "The editor's")
    topics = declare(desk, ANEW).plan().topics

    assert [(t.title, t.description, t.keywords) for t in topics if t.slug == "strings"] == [
        ("Bowed", "With a bow.", ("cello",))
    ]


def test_a_description_that_is_not_declared_stays(desk: Desk) -> None:
    desk.run()
    declare(desk, replace(ANEW, description="")).run()

    assert "title: Bowed" in topic_page(desk).read_text(encoding="utf-8")
    assert "description: Four of them." in topic_page(desk).read_text(encoding="utf-8")


def test_a_topic_that_is_declared_after_its_page_was_made_takes_over_the_page(desk: Desk) -> None:
    declare(desk).run()
    declare(desk, TopicConfig(title="Loaves", slug="baking")).run()
    page = (desk.content / "topics/baking/_index.md").read_text(encoding="utf-8")

    assert page.startswith("---\ntitle: Loaves\norder: 1\n")


def test_a_topic_page_that_was_deleted_is_not_brought_back_by_a_declaration(desk: Desk) -> None:
    desk.run()
    topic_page(desk).unlink()
    declare(desk, ANEW).run()

    assert not topic_page(desk).exists()


def test_a_topic_page_that_no_import_is_known_to_have_written_stays(desk: Desk) -> None:
    topic_page(desk).parent.mkdir(parents=True)
    topic_page(desk).write_text("---\ntitle: My own\n---\n", encoding="utf-8")
    desk.run()
    declare(desk, ANEW).run()

    assert topic_page(desk).read_text(encoding="utf-8") == "---\ntitle: My own\n---\n"


def test_a_ledger_from_before_topic_pages_were_noted_is_completed(desk: Desk) -> None:
    desk.run()
    ledger = desk.content / LEDGER_NAME
    noted = ledger.read_bytes()
    lines = noted.decode().splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if '"topic_pages"' in line)
    end = next(n for n, line in enumerate(lines) if n > start and line == " },\n")
    ledger.write_text("".join(lines[:start] + lines[end + 1 :]), encoding="utf-8")
    desk.run()
    report = declare(desk, ANEW).run()

    assert len(report.updated) == 1


def test_line_ends_that_git_changed_do_not_make_a_topic_page_edited(desk: Desk) -> None:
    desk.run()
    topic_page(desk).write_bytes(topic_page(desk).read_bytes().replace(b"\n", b"\r\n"))

    assert len(declare(desk, ANEW).run().updated) == 1


def test_two_declared_topics_with_one_slug_are_refused(desk: Desk) -> None:
    config = desk.config.root / CONFIG_NAME
    config.parent.mkdir()
    config.touch()
    declare(desk, STRINGS, ANEW)

    with pytest.raises(ConfigError, match="two topics are declared with the slug “strings”") as got:
        desk.plan()
    assert got.value.path == config
    assert got.value.hint
