"""Any moment may be the last: builds that are killed, run out of room, or may not write."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from sitegen.engine import commit
from sitegen.engine.builder import build_site
from sitegen.engine.output_record import RECORD_NAME
from sitegen.engine.recovery import recover_site
from sitegen.errors import OutputError
from tests.crashing import SCENARIOS, kill_builds
from tests.digest import NOW, Digest
from tests.effort import EFFORT
from tests.forking import ForkedCommand, called_in_fork, forked
from tests.rights import give_up_roots_rights

KILLS = 25 * EFFORT if EFFORT > 1 else 13
"""How many builds are killed in all."""


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_build_may_be_killed_at_any_moment(tmp_path: Path, scenario: str) -> None:
    kills = -(-KILLS // len(SCENARIOS))
    assert called_in_fork(kill_builds, tmp_path, scenario, kills) == 0
    seen = json.loads((tmp_path / "seen.json").read_text())
    assert seen["kills"] >= kills
    assert seen["undecided"]
    assert seen["under way"] or KILLS < 1000  # few kills may all miss a commit, which is short


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of so many bytes in the place of a folder."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def shown(digest: Digest) -> Mapping[str, bytes]:
    """The site, without the record."""
    return {name: data for name, data in digest.files().items() if not name.startswith(".")}


def built_elsewhere(digest: Digest, folder: Path) -> Mapping[str, bytes]:
    """The site that the same content makes where nothing was before."""
    other = Digest(folder)
    for path in (digest.root / "content").rglob("*.md"):
        other.write(str(path.relative_to(digest.root)), path.read_text())
    return shown(other.build())


def big(digest: Digest, posts: int) -> Digest:
    for number in range(posts):
        digest.post(f"big{number}", f"Big {number}. " * 1_000)
    return digest


def test_a_full_disk_leaves_the_old_site_and_no_staging_folder(
    digest: Digest, tmp_path: Path
) -> None:
    output = digest.root / "output"
    with small_disk(output, "400k"):
        before = shown(digest.post("one", "First post.").build())
        big(digest, 20)
        with pytest.raises(OutputError, match="no space left") as error:
            digest.build()
        assert error.value.path
        assert error.value.path.is_relative_to(output)
        assert "free some room on the disk" in (error.value.hint or "")
        assert shown(digest) == before
        assert [path.name for path in output.glob(".*")] == [RECORD_NAME]
        for number in range(3, 20):
            digest.remove(f"content/topics/craft/big{number}.md")
        assert shown(digest.build()) == built_elsewhere(digest, tmp_path / "elsewhere")


def test_a_full_disk_on_a_first_build_leaves_nothing(digest: Digest) -> None:
    with small_disk(digest.root / "output", "100k"):
        with pytest.raises(OutputError, match="no space left"):
            big(digest, 10).build()
        assert not list((digest.root / "output").iterdir())


def test_a_commit_needs_no_free_disk_space(digest: Digest) -> None:
    output = digest.root / "output"
    with small_disk(output, "400k"):
        digest.post("one", "First post.").post("two", "Second post.").build()
        digest.remove("content/topics/craft/two.md").post("three", "Third post.")
        leave_decided(digest)
        with (output / ".filler").open("wb", buffering=0) as filler, suppress(OSError):
            while filler.write(b"0" * 4096):
                pass
        recover_site(digest.root)
        digest.has("posts/three/index.html").has_not("posts/two/index.html")


def leave_decided(digest: Digest) -> None:
    """Leaves a build as if it had been killed when its stage was complete and decided on."""
    assert called_in_fork(build_and_exit_at_the_commit, digest.root) == 0
    assert (digest.root / "output/.sitegen-commit").is_dir()


def build_and_exit_at_the_commit(root: Path) -> None:
    commit._redo = lambda *_: os._exit(0)
    build_site(root, now=NOW)


@pytest.mark.parametrize("size", ["8k", "60k"])
def test_a_build_succeeds_without_disk_space_for_its_cache(
    digest: Digest, tmp_path: Path, size: str
) -> None:
    with small_disk(digest.root / ".sitegen", size):
        big(digest, 10).build()
        assert shown(digest) == built_elsewhere(digest, tmp_path / "elsewhere")
        digest.post("big3", "Small now.").build().shows("posts/big3/", "Small now.")
        digest.build().wrote().removed()


def test_a_cache_that_cannot_be_written_leaves_the_previous_cache(digest: Digest) -> None:
    with small_disk(digest.root / ".sitegen", "200k"):
        digest.post("one", "First post.").build()
        before = {path.name for path in (digest.root / ".sitegen").iterdir()}
        big(digest, 20).build()
        assert {path.name for path in (digest.root / ".sitegen").iterdir()} == before


def test_a_disk_without_space_for_temporary_files_is_reported(digest: Digest) -> None:
    with small_disk(digest.root / ".sitegen", "8k"):
        small = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (4096, 4096))
        done = forked(big(digest, 5).root, "build", prepare=small, TMPDIR=str(digest.root))
    assert done.returncode == 7
    assert "TMPDIR" in done.stderr


def test_a_read_only_output_is_reported_and_unchanged(digest: Digest) -> None:
    digest.post("one", "First post.").build()
    before = digest.files()
    digest.post("one", "Other words.")
    for path in ((output := digest.root / "output"), *output.rglob("*/")):
        path.chmod(0o555)
    done = forked(digest.root, "build", prepare=give_up_roots_rights)
    assert done.returncode == 7
    assert "cannot be written: permission denied" in done.stderr
    assert "output/" in done.stderr
    assert digest.files() == before


def test_a_read_only_output_is_accepted_if_nothing_changed(
    digest: Digest,
) -> None:
    digest.build()
    forked(digest.root, "build")
    (digest.root / "output").chmod(0o555)
    done = forked(digest.root, "build", prepare=give_up_roots_rights)
    assert "nothing changed" in done.stdout


def test_a_read_only_digest_builds_without_a_cache(
    digest: Digest,
) -> None:
    (digest.post("one", "First post.").root / "output").mkdir()
    digest.root.chmod(0o555)
    for _ in range(2):
        assert forked(digest.root, "build", prepare=give_up_roots_rights).returncode == 0
    digest.shows("posts/one/", "First post.")
    assert not (digest.root / ".sitegen").exists()


def test_a_read_only_digest_and_output_are_an_error_that_names_the_output(
    digest: Digest,
) -> None:
    digest.root.chmod(0o555)
    done = forked(digest.root, "build", prepare=give_up_roots_rights)
    assert done.returncode == 7
    assert "permission denied" in done.stderr


@pytest.mark.parametrize("name", ["", "state", "lock", ".gitignore"])
def test_a_cache_owned_by_another_user_is_not_used(digest: Digest, name: str) -> None:
    digest.post("one", "First post.").build()
    cache = digest.root / ".sitegen"
    for path in (cache / name,) if name else (cache, *cache.iterdir()):
        path.chmod(0o000)
    digest.post("one", "Other words.")
    assert forked(digest.root, "build", prepare=give_up_roots_rights).returncode == 0
    digest.shows("posts/one/", "Other words.")


def test_two_simultaneous_builds_both_succeed(digest: Digest, tmp_path: Path) -> None:
    for number in range(40):
        digest.post(f"post{number}", f"Post {number}.")
    for text in ("First words.", "Last words."):
        digest.post("post7", text)
        builds = [ForkedCommand(digest.root, "build") for _ in range(2)]
        for build in builds:
            assert (done := build.result()).returncode == 0
            assert done.stderr == ""
    digest.build().wrote().removed()
    assert shown(digest) == built_elsewhere(digest, tmp_path / "elsewhere")


@pytest.mark.parametrize("command", ["import", "serve"])
def test_a_command_first_completes_an_interrupted_commit(digest: Digest, command: str) -> None:
    digest.post("one", "First post.").build().post("one", "Other words.")
    leave_decided(digest)
    digest.shows("posts/one/", "First post.").write("dump.txt", "A text.\n")
    digest.write("content/topics/craft/one.md", "---\ntitle: a: b\n---\n")  # no build goes further
    if command == "import":
        assert forked(digest.root, "import", "dump.txt").returncode == 0
    else:
        first_line_of_serve(digest.root)
    digest.shows("posts/one/", "Other words.")
    assert not (digest.root / "output/.sitegen-commit").exists()


def first_line_of_serve(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "sitegen", "serve", "--port", "0"],
        cwd=root,
        stdout=subprocess.PIPE,
    ) as server:
        assert server.stdout
        assert b"Preview" in server.stdout.readline()
        server.terminate()


def test_a_library_build_completes_an_interrupted_commit(digest: Digest) -> None:
    digest.post("one", "First post.").build().post("one", "Other words.")
    leave_decided(digest)
    digest.post("one", "Last words.")
    build_site(digest.root, now=NOW)
    digest.shows("posts/one/", "Last words.")
