"""The output of “sitegen publish”, as text and as JSON."""

import json
import os
import re
import select
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.command_line import sitegen
from tests.digest import CONFIG, Digest
from tests.publishing import Repository, site_of

UNAUTHORISED = """
from http.server import BaseHTTPRequestHandler, HTTPServer


class Guard(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="digest"')
        self.end_headers()

    def log_message(self, *words):
        pass


server = HTTPServer(("127.0.0.1", 0), Guard)
print(server.server_port, flush=True)
server.serve_forever()
"""


@pytest.fixture
def www(digest: Digest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the digest is published to, not made yet."""
    folder = tmp_path_factory.mktemp("srv") / "www"
    digest.write("sitegen.toml", f"{CONFIG}[publish]\nfolder = '{folder}'\n").post("one")
    sitegen(digest.root, "build")
    return folder


@pytest.fixture
def guarded_remote(repository: Repository) -> Iterator[Repository]:
    """A repository whose remote asks for a password, and takes none."""
    with subprocess.Popen(
        [sys.executable, "-c", UNAUTHORISED], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        port = server.stdout.readline().strip()
        repository.git("remote", "set-url", "origin", f"http://127.0.0.1:{port}/digest.git")
        yield repository
        server.kill()


def test_the_report_of_a_publish_has_two_lines(digest: Digest, www: Path) -> None:
    files = len(site_of(digest))
    done = sitegen(digest.root, "publish")
    assert done.stdout == (
        f"Published {files} files to {www}: {files} changed\nhttps://digest.example/\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    digest.page("about.md", "About.")
    sitegen(digest.root, "build")
    sitegen(digest.root, "publish")
    digest.remove("content/about.md")
    sitegen(digest.root / "content", "build")
    said = sitegen(digest.root / "content", "publish").stdout
    assert said.startswith(f"Published {files} files to {www}: ")
    assert "changed, 1 removed\n" in said


def test_the_report_names_the_branch_and_its_remote(digest: Digest, repository: Repository) -> None:
    said = sitegen(digest.root, "publish").stdout
    assert " files to the branch gh-pages of origin: " in said
    said = sitegen(digest.root, "publish").stdout
    files = len(site_of(digest))
    assert said.startswith(
        f"Already published: the branch gh-pages of origin holds these {files} files\n"
    )


def test_warnings_are_printed_and_do_not_stop_publishing(digest: Digest, www: Path) -> None:
    digest.write("sitegen.toml", f"[publish]\nfolder = '{www}'\n")
    sitegen(digest.root, "build")
    done = sitegen(digest.root, "publish")
    assert "warning: “base_url” is not set" in done.stderr
    assert done.returncode == 0
    assert done.stdout.startswith("Published ")
    assert done.stdout.count("\n") == 1
    assert (www / "index.html").is_file()


def without_time(text: str) -> str:
    return re.sub(r"\d\.\d+", "0.0", text)


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_broken_links_are_reported_as_by_check(
    digest: Digest, www: Path, words: tuple[str, ...]
) -> None:
    digest.post("one", "See [it](/gone/).")
    sitegen(digest.root, "build")
    check, done = (sitegen(digest.root, command, *words) for command in ("check", "publish"))
    assert (done.returncode, done.stderr) == (4, check.stderr)
    assert without_time(done.stdout) == without_time(check.stdout)
    assert not www.exists()


def test_a_stale_output_is_an_error_that_says_to_build(digest: Digest, www: Path) -> None:
    done = sitegen(digest.post("two").root, "publish")
    assert done.stderr.startswith("error: this page is new since the last build\n")
    assert "help: build it again: sitegen build" in done.stderr
    assert (done.returncode, done.stdout) == (7, "")
    assert not www.exists()


def test_without_a_place_the_lines_to_add_are_shown(digest: Digest) -> None:
    sitegen(digest.root, "build")
    done = sitegen(digest.root, "publish")
    assert (done.returncode, done.stdout) == (3, "")
    assert '      [publish]\n      branch = "gh-pages"\n' in done.stderr


def test_the_report_is_available_as_json(digest: Digest, www: Path) -> None:
    done = sitegen(digest.root, "publish", "--json")
    files = sorted(site_of(digest))
    report = json.loads(done.stdout)
    assert sorted(report.pop("changed")) == files
    assert report == {
        "files": len(files),
        "removed": [],
        "target": str(www),
        "address": "https://digest.example/",
        "warnings": [],
    }
    assert (done.returncode, done.stderr) == (0, "")


def on_a_terminal(folder: Path, *words: str, answers: Mapping[str, str]) -> str:
    """What a command shows on a terminal of its own, on which each question gets its answer."""
    left = dict(answers)
    with subprocess.Popen(
        [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *words],
        cwd=folder,
        env={**os.environ, "TERM": "xterm"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as terminal:
        assert terminal.stdin
        assert terminal.stdout
        shown = ""
        while select.select([terminal.stdout], [], [], 60)[0]:
            if not (part := os.read(terminal.stdout.fileno(), 4096)):
                break
            shown += part.decode()
            for question in [question for question in left if question in shown]:
                terminal.stdin.write(f"{left.pop(question)}\n".encode())
                terminal.stdin.flush()
        else:
            terminal.kill()
            pytest.fail(f"it waits: {shown}")
    assert not left
    return shown


def test_nothing_waits_for_a_password_where_nobody_can_type_one(
    digest: Digest, guarded_remote: Repository
) -> None:
    command = shlex.join([sys.executable, "-m", "sitegen", "publish"])
    shown = on_a_terminal(digest.root, "sh", "-c", f"{command} </dev/null", answers={})
    assert "git could not ask origin for its branches:" in shown
    assert "could not read Username" in shown


def test_nothing_that_git_runs_waits_either(
    digest: Digest, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As ssh does, which asks whether a host is to be trusted."""
    repository.git("remote", "set-url", "origin", "git@digest.example:digest.git")
    monkeypatch.setenv("GIT_SSH_COMMAND", "sh -c 'read answer </dev/tty; exit 1'")
    command = shlex.join([sys.executable, "-m", "sitegen", "publish"])
    shown = on_a_terminal(digest.root, "sh", "-c", f"{command} </dev/null", answers={})
    assert "Could not read from remote repository" in shown


def test_git_asks_for_a_password_on_a_terminal(digest: Digest, guarded_remote: Repository) -> None:
    answers = {"Username for ": "editor", "Password for ": "secret"}
    words = [sys.executable, "-m", "sitegen", "publish"]
    shown = on_a_terminal(digest.root, *words, answers=answers)
    assert "to the branch gh-pages of origin … Username for " in shown
    assert "Authentication failed" in shown
