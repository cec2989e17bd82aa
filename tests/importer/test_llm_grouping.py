"""The effect of a language model on an import."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.configuration.file import load_config
from sitegen.errors import SitegenError
from sitegen.importer import plan_as_json
from sitegen.topics.llm import chat
from tests.command_line import Shell
from tests.importer.test_grouping import DigestFolder, topics_of
from tests.language_model import ModelServer, by_words, is_proposal, serving

WORDS = {"sourdough": "Loaves", "rye": "Loaves", "code": "Machines"}


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving(by_words(WORDS)) as server:
        yield server


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "WAITS", ())


def settings_for(model: ModelServer, more: str = "") -> str:
    return f'[grouping]\nllm = "{model.url}"\nllm_model = "m"\n{more}'


def test_a_model_assigns_new_documents_and_says_why(model: ModelServer, tmp_path: Path) -> None:
    plan = DigestFolder(tmp_path, settings_for(model)).plan()
    assert topics_of(plan) == ["loaves", "loaves", "machines", "everything-else"]
    assert plan.warnings == ()
    documents = plan_as_json(plan)["documents"]
    assert isinstance(documents, list)
    assert (documents[0]["by"], documents[0]["reason"]) == ("llm", "It says sourdough.")
    assert documents[0]["score"] is None


def test_an_import_after_a_dry_run_asks_nothing(model: ModelServer, tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, settings_for(model))
    digest.plan()
    asked = len(model.requests)
    digest.run()
    assert len(model.requests) == asked
    (page,) = (tmp_path / "content").rglob("loaves/_*.md")
    assert "All on sourdough." in page.read_text(encoding="utf-8")


def test_a_later_import_asks_only_about_what_is_new(model: ModelServer, tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, settings_for(model))
    digest.run()
    model.requests.clear()
    digest.write("more.txt", "Rye again, and no word of the rest")
    assert topics_of(digest.plan("more.txt")) == ["loaves"]
    assert is_proposal(model.requests[0])
    assert "- Loaves" in str(model.requests[0])
    assert "starter" in str(model.requests[0]), "what is in a topic is shown as an example"


def test_a_model_that_fails_is_reported_with_its_line(model: ModelServer, tmp_path: Path) -> None:
    model.statuses = [404]
    plan = DigestFolder(tmp_path, f"\n{settings_for(model)}").plan()
    (warning,) = plan.warnings
    assert "as the language model for topics failed: the server answered" in warning.message
    assert (warning.path, warning.line) == (tmp_path / "sitegen.toml", 3)
    assert topics_of(plan)[:2] == ["baking", "baking"]


def test_posts_without_an_answer_are_reported(model: ModelServer, tmp_path: Path) -> None:
    model.respond = lambda server, asked: (
        by_words(WORDS)(server, asked)
        if is_proposal(asked)
        else '{"answers": [{"post": 1, "topic": "Loaves"}, {"post": 2, "topic": "Sport"}]}'
    )
    plan = DigestFolder(tmp_path, settings_for(model)).plan()
    (warning,) = plan.warnings
    assert warning.message.startswith("sitegen grouped 1 of 4 documents itself")


@pytest.mark.parametrize(
    ("settings", "mistake"),
    [
        ('llm = "localhost:11434"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "file:///etc"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://me:pw@here/v1"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://here:99999/v1"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://here/v 1"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://here/v1?x=1"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://here/ü"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://[::1/v1"\nllm_model = "m"', "it must be the address of a server"),
        ('llm = "http://here/v1"', "needs the name of a model"),
        ('llm = "http://here/v1"\nllm_model = "m"\ncommand = "sort"', "keep the one"),
        ("llm_context = 100", "at least 2048"),
    ],
)
def test_settings_that_cannot_work_are_errors(tmp_path: Path, settings: str, mistake: str) -> None:
    (tmp_path / "sitegen.toml").write_text(f"[grouping]\n{settings}\n", encoding="utf-8")
    with pytest.raises(SitegenError, match=mistake):
        load_config(tmp_path)


def test_reasons_are_explained(model: ModelServer, tmp_path: Path) -> None:
    DigestFolder(tmp_path, settings_for(model))
    shown = Shell(tmp_path).succeeds("import", "dump.txt", "--dry-run", "--explain")
    assert "    Loaves, as your model says: It says rye." in shown


def test_ctrl_c_ends_a_question_and_nothing_is_written(tmp_path: Path) -> None:
    asked = threading.Event()

    def never(_: object, __: object) -> str:
        asked.set()
        ended.wait(30)
        return ""

    ended = threading.Event()
    with serving(never) as model:
        DigestFolder(tmp_path, settings_for(model))
        process = subprocess.Popen(
            [sys.executable, "-m", "sitegen", "import", "dump.txt"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert asked.wait(30)
        os.kill(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
        ended.set()
    assert process.returncode == 130
    assert said.endswith(b"Interrupted. No file is half written; run it again to carry on.\n")
    assert b"Traceback" not in said
    assert not (tmp_path / "content").exists()
