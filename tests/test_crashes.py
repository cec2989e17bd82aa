"""Any moment may be the last: builds that are killed, run out of room, or may not write."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from sitegen.engine.builder import build_site, recover_site
from sitegen.engine.output_record import RECORD_NAME
from sitegen.errors import OutputError
from tests.crashing import SCENARIOS
from tests.digest import NOW, Digest
from tests.effort import EFFORT
from tests.paths import ROOT

KILLS = 25 * EFFORT if EFFORT > 1 else 13
"""How many builds are killed in all."""
POWERLESS = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
)
"""What takes from root the right to write everywhere, so that the test is one for root too."""


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_build_may_be_killed_at_any_moment(tmp_path: Path, scenario: str) -> None:
    kills = -(-KILLS // len(SCENARIOS))
    done = subprocess.run(
        [sys.executable, "-m", "tests.crashing", str(tmp_path), scenario, str(kills)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["kills"] >= kills
    assert seen["undecided"]
    assert seen["under way"] or KILLS < 1000  # few kills may all miss a commit, which is short


def sitegen(
    folder: Path, *words: str, prefix: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "sitegen", *words],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


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
        assert "the disk has room" in (error.value.hint or "")
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
    code = (
        "import os, sys, sitegen.engine.commit as commit, sitegen.engine.builder as build\n"
        "from pathlib import Path\n"
        "from tests.digest import NOW\n"
        "commit._redo = lambda *_: os._exit(0)\n"
        "build.build_site(Path(sys.argv[1]), now=NOW)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(digest.root)], check=True, cwd=ROOT)
    assert (digest.root / "output/.sitegen-commit").is_dir()


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
        done = sitegen(
            big(digest, 5).root,
            "build",
            prefix=("prlimit", "--fsize=4096"),
            TMPDIR=str(digest.root),
        )
    assert done.returncode == 7
    assert "TMPDIR" in done.stderr


def test_a_read_only_output_is_reported_and_unchanged(digest: Digest) -> None:
    digest.post("one", "First post.").build()
    before = digest.files()
    digest.post("one", "Other words.")
    for path in ((output := digest.root / "output"), *output.rglob("*/")):
        path.chmod(0o555)
    done = sitegen(digest.root, "build", prefix=POWERLESS)
    assert done.returncode == 7
    assert "cannot be written: permission denied" in done.stderr
    assert "output/" in done.stderr
    assert digest.files() == before


def test_a_read_only_output_is_accepted_if_nothing_changed(
    digest: Digest,
) -> None:
    digest.build()
    done = sitegen(digest.root, "build")
    (digest.root / "output").chmod(0o555)
    assert "nothing changed" in sitegen(digest.root, "build", prefix=POWERLESS).stdout, done.stdout


def test_a_read_only_digest_builds_without_a_cache(
    digest: Digest,
) -> None:
    (digest.post("one", "First post.").root / "output").mkdir()
    digest.root.chmod(0o555)
    for _ in range(2):
        assert sitegen(digest.root, "build", prefix=POWERLESS).returncode == 0
    digest.shows("posts/one/", "First post.")
    assert not (digest.root / ".sitegen").exists()


def test_a_read_only_digest_and_output_are_an_error_that_names_the_output(
    digest: Digest,
) -> None:
    digest.root.chmod(0o555)
    done = sitegen(digest.root, "build", prefix=POWERLESS)
    assert done.returncode == 7
    assert "permission denied" in done.stderr


@pytest.mark.parametrize("name", ["", "state", "lock", ".gitignore"])
def test_a_cache_owned_by_another_user_is_not_used(digest: Digest, name: str) -> None:
    digest.post("one", "First post.").build()
    cache = digest.root / ".sitegen"
    for path in (cache / name,) if name else (cache, *cache.iterdir()):
        path.chmod(0o000)
    digest.post("one", "Other words.")
    assert sitegen(digest.root, "build", prefix=POWERLESS).returncode == 0
    digest.shows("posts/one/", "Other words.")


def test_two_simultaneous_builds_both_succeed(digest: Digest, tmp_path: Path) -> None:
    for number in range(40):
        digest.post(f"post{number}", f"Post {number}.")
    command = [sys.executable, "-m", "sitegen", "build"]
    for text in ("First words.", "Last words."):
        digest.post("post7", text)
        builds = [
            subprocess.Popen(command, cwd=digest.root, stderr=subprocess.PIPE) for _ in range(2)
        ]
        for build in builds:
            _, errors = build.communicate(timeout=60)
            assert (build.returncode, errors) == (0, b"")
    digest.build().wrote().removed()
    assert shown(digest) == built_elsewhere(digest, tmp_path / "elsewhere")


@pytest.mark.parametrize("command", ["import", "serve"])
def test_a_command_first_completes_an_interrupted_commit(digest: Digest, command: str) -> None:
    digest.post("one", "First post.").build().post("one", "Other words.")
    leave_decided(digest)
    digest.shows("posts/one/", "First post.").write("dump.txt", "A text.\n")
    digest.write("content/topics/craft/one.md", "---\ntitle: a: b\n---\n")  # no build goes further
    if command == "import":
        assert sitegen(digest.root, "import", "dump.txt").returncode == 0
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
