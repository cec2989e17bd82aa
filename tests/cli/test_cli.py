"""The command line: what its commands print, and their exit codes."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen import __version__
from sitegen.cli import main
from tests.command_line import Shell, sitegen_process
from tests.digest import Digest
from tests.forking import forked

DUMP = (
    "The bench by the canal\n"
    + "\n".join(
        f"Paragraph {number} of an essay about a bench that stands by the canal, who sits on it, "
        "and what they tell each other while the boats go by. Nobody has counted the boats. It "
        "would take a long afternoon, and the bench is made for long afternoons, so one may try."
        for number in range(1, 9)
    )
    + "\n@canal_walker Counted eleven boats before lunch. #canal\n"
    "Sat down, stood up, sat down again. The bench was wet.\n"
    "@bench_friend Bring a towel, always!\n"
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A new digest, with a dump beside it."""
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    Shell(tmp_path).succeeds("new", "my-digest")
    return Shell(tmp_path / "my-digest")


def test_the_version_is_printed() -> None:
    assert Shell(Path.cwd()).succeeds("--version") == f"sitegen {__version__}\n"


def test_a_new_digest_is_imported_and_built_with_three_commands(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    digest = tmp_path / "my-digest"
    assert sitegen_process(tmp_path, "new", "my-digest").returncode == 0
    assert "1 essay and 3 posts" in sitegen_process(digest, "import", "../dump.txt").stdout
    assert "index.html" in sitegen_process(digest, "build").stdout
    front = (digest / "output/index.html").read_text()
    assert "The bench by the canal" in front
    assert "Bring a towel, always!" in front


def test_a_command_finds_its_digest_from_a_folder_below(shell: Shell) -> None:
    shell.succeeds("import", "../dump.txt")
    Shell(shell.folder / "content/essays").succeeds("build")
    assert (shell.folder / "output/index.html").is_file()


def test_a_dry_run_shows_the_plan_and_writes_nothing(shell: Shell) -> None:
    before = sorted(shell.folder.rglob("*"))
    plan = shell.succeeds("import", "../dump.txt", "--dry-run")
    assert "Bring a towel" in plan
    assert "Nothing was written." in plan
    assert sorted(shell.folder.rglob("*")) == before


def test_a_dry_run_needs_no_digest(shell: Shell) -> None:
    plan = json.loads(
        Shell(shell.folder.parent).succeeds("import", "dump.txt", "--dry-run", "--json")
    )
    assert [document["kind"] for document in plan["documents"]] == ["essay", *["post"] * 3]
    assert plan["documents"][1] == {
        "id": plan["documents"][1]["id"],
        "kind": "post",
        "topic": plan["documents"][1]["topic"],
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
        "lines": [10, 10],
        "text": "@canal_walker Counted eleven boats before lunch. #canal",
        "confidence": plan["documents"][1]["confidence"],
        "topic_confidence": plan["documents"][1]["topic_confidence"],
        "by": "meaning",
        "reason": None,
        "score": plan["documents"][1]["score"],
        "runner_up": None,
        "runner_up_score": None,
        "words": ["boats"],
        "page": plan["documents"][1]["page"],
        "repeats": None,
    }
    members = [member for topic in plan["topics"] for member in topic["members"]]
    assert {document["id"] for document in plan["documents"][1:]} <= set(members)
    assert plan["report"]["posts"] == 3


def test_a_split_is_written_corrected_and_imported(shell: Shell) -> None:
    shell.succeeds("import", "../dump.txt", "--split", "marked.txt")
    marked = shell.folder / "marked.txt"
    text = marked.read_text()
    assert text.count("\n---\n") == 3
    marked.write_text(text.replace("\n---\n@bench_friend", "\n@bench_friend"))
    assert "1 essay and 2 posts" in shell.succeeds("import", "marked.txt")

    shell.succeeds("import", "../dump.txt", "--split", "again.txt")
    assert (shell.folder / "again.txt").read_text() == marked.read_text()


def test_a_split_never_overwrites_corrections(shell: Shell) -> None:
    (shell.folder / "marked.txt").write_text("corrected")
    assert "a file of this name already" in shell.fails(
        2, "import", "../dump.txt", "--split", "marked.txt"
    )
    assert (shell.folder / "marked.txt").read_text() == "corrected"


def test_an_export_is_refused_by_its_name_and_read_as_text_where_that_is_asked(
    shell: Shell,
) -> None:
    dump = shell.folder / "result.txt"
    dump.write_text('{"name": "Anna", "type": "personal_chat", "id": 7, "messages": []}', "utf-8")
    before = sorted((shell.folder / "content").rglob("*"))

    for options in ([], ["--dry-run"], ["--split", "marked.txt"]):
        assert "Telegram export" in shell.fails(6, "import", "result.txt", *options)
    assert sorted((shell.folder / "content").rglob("*")) == before

    as_text = ("import", "--format", "text", "result.txt")
    assert "1 post" in shell.succeeds(*as_text, "--dry-run")
    split = shell.succeeds(*as_text, "--split", "marked.txt")
    assert "sitegen import --format text marked.txt" in split


def test_importing_again_says_that_nothing_changed(shell: Shell) -> None:
    shell.succeeds("import", "../dump.txt")
    assert "4 unchanged" in shell.succeeds("import", "../dump.txt")


def test_a_program_may_read_what_a_build_did(shell: Shell) -> None:
    result = json.loads(shell.succeeds("build", "--json"))
    assert "index.html" in result["written"]
    assert result["problems"] == []


def test_a_first_build_reuses_nothing_and_the_next_one_copies_nothing(shell: Shell) -> None:
    first = shell.succeeds("build")
    assert " copied" in first
    assert "reused" not in first
    Digest(shell.folder).write("content/media/dot.svg", "<svg/>").post("one")
    again = shell.succeeds("build")
    assert ", 1 copied, " in again
    assert " reused" in again


def test_a_build_with_a_broken_page_builds_the_rest_and_ends_with_the_contents_code(
    shell: Shell,
) -> None:
    (shell.folder / "content/bad.md").write_text("---\npinned: maybe\n---\n")
    done = shell.run("build")
    assert done.returncode == 4
    assert done.stderr == (
        "error: “pinned” must be true or false\n"
        "  --> content/bad.md:2\n"
        "  2 | pinned: maybe\n"
        "  help: correct the value, or remove the line\n"
    )
    assert (shell.folder / "output/index.html").is_file()


def test_an_error_points_at_the_column(shell: Shell) -> None:
    (shell.folder / "content/bad.md").write_text("---\ntitle: One: two\n---\n")
    assert "  2 | title: One: two\n    |           ^\n" in shell.run("build").stderr


@pytest.mark.parametrize(
    ("code", "words", "message"),
    [
        (6, ("import", "nowhere.txt"), "nowhere.txt"),
        (6, ("import", "empty.txt"), "empty"),
        (6, ("import", "binary.txt"), "binary.txt"),
        (2, ("new", "."), "this folder is not empty"),
        (2, ("import",), "Missing argument 'DUMPS...'"),
        (2, ("bild",), "No such command 'bild'"),
    ],
)
def test_a_mistake_ends_with_its_code_and_one_message(
    shell: Shell, code: int, words: tuple[str, ...], message: str
) -> None:
    (shell.folder / "empty.txt").write_text(" \n")
    (shell.folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x00\x00")
    assert message in shell.fails(code, *words)


def test_outside_of_a_digest_a_build_says_how_to_make_one(tmp_path: Path) -> None:
    assert "sitegen new my-digest" in Shell(tmp_path).fails(3, "build")


def test_a_template_error_ends_with_the_themes_code(digest: Digest) -> None:
    digest.write("sitegen.toml", 'theme = "nowhere"\n')
    assert "there is no theme “nowhere”" in Shell(digest.root).fails(5, "build")


def test_an_output_that_is_no_folder_ends_with_its_code(digest: Digest) -> None:
    shutil.rmtree(digest.root / "output", ignore_errors=True)
    digest.write("output", "a file where the folder must be")
    assert "not a folder" in Shell(digest.root).fails(7, "build")


def test_colours_are_for_terminals(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    done = forked(shell.folder, "import", "nowhere.txt")
    assert "nowhere.txt" in done.stderr
    assert "\x1b[" not in done.stderr


def test_a_dry_run_says_what_would_become_of_the_pages(shell: Shell) -> None:
    shell.succeeds("import", "../dump.txt")
    page = next((shell.folder / "content/essays").iterdir())
    page.write_text(page.read_text() + "Edited.\n")
    plan = shell.succeeds("import", "../dump.txt", "--dry-run")
    assert "Nothing was written." in plan
    assert "If you import it:\nPages under content/: 3 unchanged, 1 kept as you" in plan


def test_the_help_shows_the_first_steps_line_by_line(shell: Shell) -> None:
    assert "  sitegen import ~/dump.txt\n" in shell.succeeds("--help")


@pytest.mark.parametrize("words", [("--help",), ("themes", "--help")])
def test_the_help_says_in_whole_sentences_what_each_command_does(
    shell: Shell, words: tuple[str, ...]
) -> None:
    _, _, commands = shell.succeeds(*words).partition("Commands:\n")
    assert commands
    assert [line for line in commands.splitlines() if not line.endswith(".")] == []
    assert "..." not in commands


def test_an_output_with_drafts_is_reported(shell: Shell) -> None:
    assert "before you publish" in shell.run("build", "--drafts").stderr
    assert "before you publish" not in shell.run("build").stderr


@pytest.mark.parametrize("words", [("new", "."), ("build",), ("import", "a.txt"), ("themes",)])
def test_a_current_folder_that_was_deleted_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert (done.exit_code, "the current folder does not exist" in done.stderr) == (2, True)
