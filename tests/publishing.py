"""Publishes a digest to real repositories and folders: helpers of tests."""

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.engine.executors import SerialExecutor
from sitegen.publish import publish_site
from sitegen.publish.delivery import Delivery
from tests.digest import CONFIG, NOW, Digest, files_of


def forget_own_git_settings(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Makes git know nobody, and nothing of how the person at this machine set it up."""
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "EMAIL"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    settings = "[user]\nname = An Editor\nemail = editor@digest.example\nuseConfigOnly = true\n"
    (home / "gitconfig").write_text(settings, encoding="utf-8")


def git(folder: Path, *words: str, given: bytes | None = None) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, input=given, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def publish(digest: Digest) -> Delivery:
    """What was sent of a digest in which nothing is broken."""
    result = publish_site(digest.root, now=NOW, executor=SerialExecutor())
    assert result.check.problems == ()
    assert result.delivery is not None
    return result.delivery


def site_of(digest: Digest) -> Mapping[str, bytes]:
    """The files of the output that are to be published."""
    return {name: data for name, data in digest.files().items() if not name.startswith(".")}


def _make_template(folder: Path, digest: Digest) -> None:
    """Makes the repositories that all start with: to copy them takes a tenth of the time."""
    shutil.copytree(digest.root, folder / "digest")
    work = folder / "digest"
    git(folder, "init", "--quiet", "--bare", "remote.git")
    git(work, "init", "--quiet", "--initial-branch=main")
    git(work, "remote", "add", "origin", str(folder / "remote.git"))
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "Content")
    git(work, "push", "--quiet", "origin", "HEAD")


class Repository:
    """A digest in a git repository, with a bare repository on this disk as its remote."""

    def __init__(self, digest: Digest, folder: Path) -> None:
        self.digest = digest
        self.remote = folder / "remote.git"
        self._elsewhere = folder / "elsewhere"
        digest.write("sitegen.toml", f'{CONFIG}[publish]\nbranch = "gh-pages"\n')
        digest.write(".gitignore", ".sitegen/\noutput/\n").post("one", "First post.")
        template = folder.parent / "published"
        if not template.exists():
            _make_template(template, digest)
        shutil.copytree(template / "remote.git", self.remote)
        shutil.copytree(template / "digest" / ".git", digest.root / ".git")
        self.git("remote", "set-url", "origin", str(self.remote))

    def git(self, *words: str) -> str:
        return git(self.digest.root, *words)

    def commit_content(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Content")
        self.git("push", "--quiet", "origin", "HEAD")

    def published(self, branch: str = "gh-pages") -> dict[str, bytes]:
        """The files that the branch has at the remote."""
        done = subprocess.run(
            ["git", "archive", "--format=tar", branch],
            cwd=self.remote,
            capture_output=True,
            check=True,
        )
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tar:
            return {entry.name: file.read() for entry in tar if (file := tar.extractfile(entry))}

    def commits(self, branch: str = "gh-pages") -> list[str]:
        """The messages of the branch's commits at the remote, the newest first; none without it."""
        has_branch = git(self.remote, "branch", "--list", branch)
        return git(self.remote, "log", "--format=%s", branch).splitlines() if has_branch else []

    def push_from_elsewhere(self, branch: str, files: Mapping[str, str]) -> None:
        """Adds files to a branch as somebody at another machine does."""
        other = self._elsewhere
        if not other.exists():
            git(self.remote, "clone", "--quiet", str(self.remote), str(other))
        git(other, "fetch", "--quiet")
        has_branch = git(other, "branch", "--remotes", "--list", f"origin/{branch}")
        if has_branch:
            git(other, "switch", "--quiet", "--force-create", branch, f"origin/{branch}")
        else:
            git(other, "switch", "--quiet", "--orphan", branch)
        for name, text in files.items():
            (other / name).write_text(text, encoding="utf-8")
        git(other, "add", "--all")
        git(other, "commit", "--quiet", "--message", "Elsewhere")
        git(other, "push", "--quiet", "origin", branch)

    def checkout(self) -> tuple[str, str, str, dict[str, bytes]]:
        """All that the editor has before them: branch, index, state and files."""
        files = {
            name: data
            for name, data in files_of(self.digest.root).items()
            if not name.startswith((".git/", ".sitegen/"))
        }
        return (
            self.git("symbolic-ref", "HEAD") + self.git("rev-parse", "HEAD"),
            self.git("ls-files", "--stage"),
            self.git("status", "--porcelain"),
            files,
        )
