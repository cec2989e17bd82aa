import json
import shlex
import sys
import tomllib
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath

import pytest

from sitegen.cli.import_summary import doubtful_topic_lines
from sitegen.importer import DumpsRead, ImportPlan
from sitegen.importer.ledger import Ledger
from sitegen.importer.page_actions import PlannedPage
from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.topics.grouping_types import TopicAssignment
from tests.command_line import Shell
from tests.importing import BREAD, CELLO, CODE
from tests.paths import TESTS

_VAGUE = (
    "The kettle is on, and so is the lamp.",
    "He laughed at the letter and the ladder.",
    "Found my old notebook near the garden hose.",
    "Two hours of rain, then a train, then nothing.",
    "My aunt still sends a clock every spring.",
    "Nobody told me about the bread, or the screen.",
)


def shell(tmp_path: Path) -> Shell:
    (tmp_path / "dump.txt").write_text("\n---\n".join((BREAD, CODE, CELLO)), encoding="utf-8")
    Shell(tmp_path).succeeds("new", "my-digest")
    return Shell(tmp_path / "my-digest")


def test_an_import_says_why(tmp_path: Path) -> None:
    here = shell(tmp_path)
    shown = here.succeeds("import", "../dump.txt", "--dry-run", "--explain")
    assert "sourdough, starter" in shown
    assert "Nothing was written." in shown
    done = here.succeeds("import", "../dump.txt", "--explain")
    assert "sourdough, starter" in done
    assert "3 created" in done


def test_doubtful_topics_are_listed_and_kept_in_the_ledger(tmp_path: Path) -> None:
    here = shell(tmp_path)
    labelled = tomllib.loads((TESTS / "labelled_posts.toml").read_text(encoding="utf-8"))
    texts = [post for posts in labelled.values() for post in posts[:4]]
    texts += [f"{text} {number}" for number, text in enumerate(_VAGUE)]
    (tmp_path / "dump.txt").write_text("\n---\n".join(texts), encoding="utf-8")
    plan = json.loads(here.succeeds("import", "../dump.txt", "--dry-run", "--json"))
    doubtful = [d for d in plan["documents"] if (d["topic_confidence"] or 1) < 0.5]
    assert doubtful
    shown = here.succeeds("import", "../dump.txt")
    assert f"{len(doubtful)} of " in shown
    assert "documents with a topic may belong elsewhere:" in shown
    ledger = json.loads((here.folder / "content/.imports.json").read_text(encoding="utf-8"))
    kept = [
        entry["topic_confidence"]
        for entry in ledger["pages"].values()
        if "topic_confidence" in entry
    ]
    assert sorted(kept) == sorted(
        d["topic_confidence"] for d in plan["documents"] if d["topic_confidence"] is not None
    )
    here.succeeds("import", "../dump.txt")
    assert json.loads((here.folder / "content/.imports.json").read_text(encoding="utf-8")) == ledger


_POST = Document(id="", kind="post", text="", place=DumpPlace("dump.txt"))


def _plan(*probabilities: float, like: Document = _POST) -> ImportPlan:
    pages, assignments = [], {}
    for number, probability in enumerate(probabilities):
        name = str(number)
        document = replace(like, id=name)
        pages.append(
            PlannedPage(document=document, action="created", path=PurePosixPath(f"{name}.md"))
        )
        assignments[name] = TopicAssignment(
            document=name, topic="trains", score=0.5, probability=probability
        )
    return ImportPlan(
        topics=(),
        pages=tuple(pages),
        topic_pages=(),
        vanished=(),
        ledger=Ledger(),
        read=DumpsRead(sources=(), documents={}, merged=0),
        assignments=assignments,
    )


@pytest.mark.parametrize(
    ("plan", "is_advised"),
    [(_plan(*[0.2] * 20), True), (_plan(*[0.2] * 8, *[0.9] * 12), False), (_plan(0.2, 0.2), False)],
)
def test_an_import_whose_topics_are_mostly_guesses_says_what_to_do(
    plan: ImportPlan,
    is_advised: bool,  # noqa: FBT001
) -> None:
    lines = list(doubtful_topic_lines(plan))
    assert "documents with a topic may belong elsewhere" in lines[0]
    assert any(line.startswith("  Most are guesses: ") for line in lines) == is_advised


@pytest.mark.parametrize(
    ("post", "label"),
    [
        (replace(_POST, text="![](a.png)\n\nA [lamp](b.md).", is_markdown=True), "A lamp"),
        (replace(_POST, text="![](a.png) and"), "![](a.png) and"),
        (replace(_POST, link=LinkTarget("https://b.example/lamp")), "https://b.example/lamp"),
    ],
)
def test_a_post_with_a_doubtful_topic_is_named_by_its_words_or_its_link(
    post: Document, label: str
) -> None:
    assert next(islice(doubtful_topic_lines(_plan(0.2, like=post)), 1, None)).endswith(f": {label}")


def test_an_import_whose_topics_are_mostly_guesses_names_the_topics_to_look_at_first() -> None:
    lines = list(doubtful_topic_lines(_plan(*[0.2] * 15, *[0.6] * 5)))

    assert "  About 6 of 20 are in the right topic. Check these topics first:" in lines
    assert "  30% of 20 posts under trains" in lines


def test_a_document_with_a_page_is_not_grouped_again(tmp_path: Path) -> None:
    here = shell(tmp_path)
    here.succeeds("import", "../dump.txt")

    assert "Baking, where its page is" in here.succeeds("import", "../dump.txt", "--explain")


def test_a_topic_from_the_users_command_is_explained(tmp_path: Path) -> None:
    here = shell(tmp_path)
    script = (
        "import json, sys\n"
        "for line in list(sys.stdin)[1:]:\n"
        "    topic = 'Loaves' if 'sourdough' in line else None\n"
        "    print(json.dumps({'id': json.loads(line)['id'], 'topic': topic}))\n"
    )
    (here.folder / "sort.py").write_text(script, encoding="utf-8")
    settings = f"[grouping]\ncommand = '{shlex.quote(sys.executable)} sort.py'\n"
    (here.folder / "sitegen.toml").write_text(settings, encoding="utf-8")
    shown = here.succeeds("import", "../dump.txt", "--dry-run", "--explain")
    plan = json.loads(here.succeeds("import", "../dump.txt", "--dry-run", "--json"))

    assert "Loaves, as your command says" in shown
    assert [document["by"] for document in plan["documents"]] == ["command", "meaning", "meaning"]
    assert plan["documents"][0]["score"] is None


def test_a_program_that_fails_is_a_warning_beside_the_plan(tmp_path: Path) -> None:
    here = shell(tmp_path)
    settings = "[grouping]\ncommand = 'there-is-no-such-program'\n"
    (here.folder / "sitegen.toml").write_text(settings, encoding="utf-8")
    done = here.run("import", "../dump.txt", "--json")

    assert done.returncode == 0
    assert "warning: sitegen grouped the documents itself" in done.stderr
    assert "sitegen.toml:2" in done.stderr
    assert "it cannot be run" in json.loads(done.stdout)["warnings"][0]


def test_a_page_that_stands_by_itself_has_no_reason(tmp_path: Path) -> None:
    here = shell(tmp_path)
    here.succeeds("import", "../dump.txt")
    page = next((here.folder / "content/topics").glob("*/the-sourdough*.md"))
    (here.folder / "content/essays").mkdir()
    page.rename(here.folder / "content/essays" / page.name)
    plan = json.loads(here.succeeds("import", "../dump.txt", "--dry-run", "--json"))

    assert plan["documents"][0]["score"] is None
    assert "sourdough" in here.succeeds("import", "../dump.txt", "--dry-run", "--explain")


def test_about_as_many_topics_as_asked_for(tmp_path: Path) -> None:
    words = ("import", "../dump.txt", "--dry-run", "--json")
    here = shell(tmp_path)

    assert len(json.loads(here.succeeds(*words))["topics"]) == 3
    assert len(json.loads(here.succeeds(*words, "--topics", "1"))["topics"]) <= 2


def test_posts_that_repeat_others_are_named_but_not_without_end(tmp_path: Path) -> None:
    here = shell(tmp_path)
    texts = [CODE, *(f"RT @user_{number}: {CODE}" for number in range(12))]
    (tmp_path / "dump.txt").write_text("\n---\n".join(texts), encoding="utf-8")
    shown = here.succeeds("import", "../dump.txt", "--dry-run")

    assert shown.count("    repeats content/topics/") == 10
    assert "  and 2 more: --json names them all" in shown
    assert "13 created" in here.succeeds("import", "../dump.txt")
