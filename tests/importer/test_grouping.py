"""The effect of the settings under ``[grouping]`` on an import."""

import shlex
import sys
from pathlib import Path

import pytest

from sitegen.configuration.file import load_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError
from sitegen.importer import ImportPlan, ImportRequest, apply_import, plan_import
from tests.digest import NOW
from tests.importing import BREAD, CELLO, CODE, RYE

BY_FIRST_WORD = """
import json, sys
first, *documents = map(json.loads, sys.stdin)
own = {topic["title"] for topic in first["topics"]}
for document in documents:
    word = document["text"].split()[0]
    print(json.dumps({"id": document["id"], "topic": word if word in own or not own else None}))
"""
COMMAND = f"command = '{shlex.quote(sys.executable)} sort.py'\n"


class DigestFolder:
    """A digest with settings and a dump of four posts."""

    def __init__(self, root: Path, settings: str) -> None:
        self.root = root
        self.write("sitegen.toml", settings)
        self.write("dump.txt", "\n---\n".join((BREAD, RYE, CODE, CELLO)))

    def write(self, name: str, text: str) -> "DigestFolder":
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self

    @property
    def config(self) -> Config:
        return load_config(self.root)

    def plan(self, dump: str = "dump.txt") -> ImportPlan:
        return plan_import(ImportRequest(dumps=(self.root / dump,), now=NOW), self.config)

    def run(self, dump: str = "dump.txt") -> None:
        apply_import(self.plan(dump), self.config)


def topics_of(plan: ImportPlan) -> list[str | None]:
    return [page.topic for page in plan.pages]


def test_custom_sections_replace_the_built_in_ones(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, '[grouping]\nsections = "lists/mine.toml"\n')
    digest.write(
        "lists/mine.toml",
        '[food]\ntitle = "Food"\n[food.topics]\n"Loaves" = "sourdough, rye bread, oven"\n'
        '[work]\ntitle = "Work"\n[work.topics]\n"Machines" = "code, software, tests"\n',
    )
    assert topics_of(digest.plan()) == ["loaves", "loaves", "machines", "everything-else"]


def test_a_custom_section_takes_the_posts_of_topics_that_are_too_small(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, '[grouping]\nsections = "mine.toml"\n')
    digest.write(
        "mine.toml",
        '[kitchen]\ntitle = "The kitchen"\n[kitchen.topics]\n"Sourdough" = "sourdough, starter"\n'
        '"Rye" = "rye bread, flour"\n',
    )
    assert topics_of(digest.plan())[:2] == ["the-kitchen", "the-kitchen"]


def test_an_error_in_the_sections_file_stops_the_import(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, '[grouping]\nsections = "mine.toml"\n').write(
        "mine.toml", "[work]\n"
    )
    with pytest.raises(ConfigError, match="the section “work” has no title") as caught:
        digest.plan()
    assert (caught.value.path, caught.value.line) == (tmp_path / "mine.toml", 1)


def test_a_program_assigns_new_documents(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, f"[grouping]\n{COMMAND}").write("sort.py", BY_FIRST_WORD)
    plan = digest.plan()

    assert topics_of(plan) == ["the", "rye", "deleted", "took"]
    assert {assignment.by for assignment in plan.assignments.values()} == {"command"}
    assert plan.warnings == ()


def test_documents_that_a_program_leaves_are_grouped_by_meaning(tmp_path: Path) -> None:
    settings = f'[[topics]]\ntitle = "Took"\nslug = "taken"\n[grouping]\n{COMMAND}'
    digest = DigestFolder(tmp_path, settings).write("sort.py", BY_FIRST_WORD)
    plan = digest.plan()

    assert topics_of(plan)[3] == "taken"
    assert topics_of(plan)[:2] == ["baking", "baking"]
    assert [plan.assignments[d.id].by for d in plan.documents] == ["meaning"] * 3 + ["command"]


def test_a_program_gets_existing_topics_and_only_new_documents(
    tmp_path: Path,
) -> None:
    digest = DigestFolder(tmp_path, f"[grouping]\n{COMMAND}").write("sort.py", BY_FIRST_WORD)
    digest.run()
    digest.write("sort.py", f"{BY_FIRST_WORD}\nopen('asked', 'w').write(documents[0]['text'])")
    digest.write("more.txt", "Rye again\n---\nNo word of theirs")
    digest.run("more.txt")
    digest.write("sort.py", "raise SystemExit(1)")

    assert (tmp_path / "asked").read_text(encoding="utf-8") == "Rye again"
    assert (tmp_path / "content/topics/rye/rye-again.md").exists()
    assert digest.plan("more.txt").warnings == ()


def test_a_failed_program_is_reported_with_its_line_and_nothing_is_lost(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, f"\n[grouping]\n{COMMAND}command_seconds = 1\n")
    digest.write("sort.py", "import time\ntime.sleep(600)")
    plan = digest.plan()
    (warning,) = plan.warnings

    assert warning.message.endswith("it took longer than 1 s")
    assert (warning.path, warning.line) == (tmp_path / "sitegen.toml", 3)
    assert topics_of(plan)[:2] == ["baking", "baking"]


def test_parts_of_a_thread_stay_in_the_topics_that_the_program_chose(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, f"[grouping]\n{COMMAND}").write("sort.py", BY_FIRST_WORD)
    digest.write("dump.txt", "Bread is a thread (1/2)\n---\nChess is another matter (2/2)")

    assert topics_of(digest.plan()) == ["bread", "chess"]
