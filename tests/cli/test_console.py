"""What the command line shows on odd terminals, of odd names, and of odd texts."""

import json
import os
import pty
import re
from pathlib import Path

import pytest

from tests.command_line import sitegen, sitegen_process
from tests.forking import ForkedCommand, forked
from tests.rights import give_up_roots_rights

DUMP = "@ada Hello [/b] [red]world[/red] “q” …\n@bob Another 日本 post\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    return tmp_path


def on_a_terminal(folder: Path, *words: str, **environment: str) -> str:
    """What a command shows on a terminal, with its colours."""
    main, side = pty.openpty()
    settings = {"TERM": "xterm-256color", **environment}
    command = ForkedCommand(folder, *words, stdout=side, stderr=side, environment=settings)
    os.close(side)
    shown = b""
    try:
        while part := os.read(main, 4096):
            shown += part
    except OSError:
        pass  # Linux reports the closed end of the terminal this way
    os.close(main)
    assert command.result().returncode == 0
    return shown.decode()


STYLE = re.compile(r"\x1b\[[\d;]+m")


def test_a_terminal_shows_styles_and_none_with_no_color(folder: Path) -> None:
    assert STYLE.search(on_a_terminal(folder, "import", "dump.txt", "--dry-run", NO_COLOR=""))
    plain = on_a_terminal(folder, "import", "dump.txt", "--dry-run", NO_COLOR="1")
    assert "Another" in plain
    assert not STYLE.search(plain)


def test_text_that_looks_like_console_markup_is_printed_literally(folder: Path) -> None:
    (folder / "[red]dump[b].txt").write_text(DUMP, encoding="utf-8")
    shown = on_a_terminal(folder, "import", "[red]dump[b].txt", "--dry-run", NO_COLOR="1")
    assert "Hello [/b] [red]world[/red]" in shown
    assert "Reading [red]dump[b].txt" in shown


def test_an_ascii_terminal_shows_other_characters_as_question_marks(folder: Path) -> None:
    done = sitegen_process(folder, "import", "dump.txt", "--dry-run", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Another ?? post" in done.stdout


def test_json_output_keeps_characters_that_the_terminal_cannot_show(folder: Path) -> None:
    words = ("import", "dump.txt", "--dry-run", "--json")
    printed = forked(folder, *words, PYTHONIOENCODING="ascii").stdout
    assert printed.isascii()
    assert json.loads(printed)["documents"][1]["text"].endswith("日本 post")


def test_file_names_that_are_not_valid_text_are_accepted_and_printed(folder: Path) -> None:
    dump, split = os.fsdecode(b"caf\xe9.txt"), os.fsdecode(b"tea\xe9.txt")
    (folder / dump).write_text(DUMP, encoding="utf-8")
    done = forked(folder, "import", dump, "--split", split)
    assert done.returncode == 0
    assert "Wrote tea?.txt" in done.stdout
    assert (folder / split).is_file()


def test_a_new_digest_has_a_name_of_valid_text(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9")
    done = forked(folder, "new", name)
    assert done.returncode == 2
    assert "is not UTF-8" in done.stderr
    assert not (folder / name).exists()


def test_suggested_commands_are_quoted_for_the_shell(folder: Path) -> None:
    assert "cd 'it'\"'\"'s mine'" in sitegen(folder, "new", "it's mine").stdout
    split = sitegen(folder, "import", "dump.txt", "--split", "my dump.txt").stdout
    assert "sitegen import 'my dump.txt'" in split


@pytest.mark.parametrize(
    "words",
    [
        ("import", "dump.txt", "--split", "marked.txt", "--dry-run"),
        ("import", "dump.txt", "--split", "marked.txt", "--json"),
        ("build", "--watch", "--json"),
        ("build", "--poll"),
    ],
)
def test_options_that_do_not_go_together_are_refused(folder: Path, words: tuple[str, ...]) -> None:
    done = sitegen(folder, *words)
    assert done.returncode == 2
    assert words[-1] in done.stderr
    assert not (folder / "marked.txt").exists()


@pytest.mark.parametrize("target", ["dump.txt/marked.txt", "closed/marked.txt", "closed/a/b.txt"])
def test_a_split_that_cannot_be_written_exits_with_the_code_for_output(
    folder: Path, target: str
) -> None:
    (folder / "closed").mkdir(mode=0o000)
    done = forked(folder, "import", "dump.txt", "--split", target, prepare=give_up_roots_rights)
    assert done.returncode == 7
    assert "cannot be written" in done.stderr


def test_an_unreadable_dump_exits_with_the_code_for_dumps(folder: Path) -> None:
    (folder / "dump.txt").chmod(0o000)
    done = forked(folder, "import", "dump.txt", "--dry-run", prepare=give_up_roots_rights)
    assert done.returncode == 6
    assert "the dump cannot be read: permission denied" in done.stderr


def test_a_split_never_overwrites_an_unreadable_file(folder: Path) -> None:
    (folder / "marked.txt").write_text("corrected")
    (folder / "marked.txt").chmod(0o200)
    done = forked(
        folder, "import", "dump.txt", "--split", "marked.txt", prepare=give_up_roots_rights
    )
    assert done.returncode == 2
    assert "a file of this name already" in done.stderr
    assert (folder / "marked.txt").stat().st_size == len("corrected")


def test_a_long_build_shows_its_progress_on_a_terminal(folder: Path) -> None:
    sitegen(folder, "new", "digest")
    content = folder / "digest/content/topics/craft"
    content.mkdir(parents=True)
    for number in range(400):
        (content / f"{number}.md").write_text(f"The post of number {number}.", encoding="utf-8")
    shown = on_a_terminal(folder / "digest", "build")
    assert re.search(r"Building … \d+ pages", shown)
    assert re.search(r"Building … \d+ files", shown)
    assert "Building" not in sitegen(folder / "digest", "build").stderr


def lines_on_screen(shown: str) -> list[str]:
    """The lines without styles and without progress, which is cleared."""
    return [STYLE.sub("", line).rpartition("\x1b[K")[2] for line in shown.split("\r\n")]


def test_lists_fit_a_narrow_terminal_and_are_one_line_each_in_a_pipe(folder: Path) -> None:
    sitegen(folder, "new", "digest")
    digest = folder / "digest"
    for words in (("formats",), ("themes",), ("import", "../dump.txt", "--dry-run")):
        lines = lines_on_screen(on_a_terminal(digest, *words, COLUMNS="50"))
        assert max(map(len, lines)) <= 50, words
        if words[0] == "import":
            assert re.search(r"^ \d+% +post +1 +.*Hello", "\n".join(lines), re.MULTILINE)
    long = [line for line in sitegen(digest, "formats").stdout.split("\n") if len(line) > 80]
    assert any(line.strip().startswith("leaves out: draft") for line in long)


def test_undo_says_on_a_terminal_that_it_is_at_work(folder: Path) -> None:
    sitegen(folder, "new", "digest")
    sitegen(folder / "digest", "import", "../dump.txt")
    assert "Undoing … " in on_a_terminal(folder / "digest", "undo")
    assert "Redoing … " in on_a_terminal(folder / "digest", "redo")
