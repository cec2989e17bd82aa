"""A finished build is recognised as up to date, until any of its inputs or outputs changes."""

import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.engine.builder import build_site
from sitegen.engine.cache import load_build_state
from sitegen.engine.uptodate import check_up_to_date
from sitegen.filesystem.fingerprints import SETTLED_SECONDS
from tests.digest import NOW, Digest
from tests.forking import called_in_fork


def build_until_the_record(root: Path) -> None:
    """A build that is killed just before it writes the up-to-date record."""

    def kill(event: str, arguments: tuple[object, ...]) -> None:
        if event == "os.rename" and str(arguments[1]).endswith("uptodate.json"):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    build_site(root, now=NOW)


@pytest.fixture
def up_to_date(digest: Digest) -> Digest:
    """A digest with some of everything, built until nothing is left to do."""
    digest.page("essays/lamp.md", "A lamp.", title="The lamp").post("one", "First post.")
    digest.write("content/media/dot.svg", "<svg/>").post("later", date="2099-01-01")
    digest.write("themes/mine/templates/post.html", "{{ page.html }}")
    digest.write("sitegen.toml", 'theme = "mine"\n')
    build_site(digest.root, now=NOW)
    time.sleep(SETTLED_SECONDS)
    build_site(digest.root, now=NOW)
    assert is_up_to_date(digest.root)
    return digest


def is_up_to_date(root: Path, now: datetime = NOW, *, drafts: bool = False) -> bool:
    return check_up_to_date(root, drafts=drafts, now=now).artifacts is not None


def test_an_unchanged_site_is_up_to_date_and_its_files_are_counted(up_to_date: Digest) -> None:
    files = [name for name in up_to_date.files() if name != ".sitegen.json"]
    assert check_up_to_date(up_to_date.root, drafts=False, now=NOW).artifacts == len(files)


@pytest.mark.parametrize(
    "name",
    [
        "content/topics/craft/one.md",
        "content/topics/craft/_index.md",
        "content/new.txt",
        "content/.profiles.tsv",
        "content/media/dot.svg",
        "themes/mine/templates/post.html",
        "themes/mine/templates/new.html",
        "themes/mine/static/style.css",
        "themes/mine/words/en.toml",
        "themes/other/theme.toml",
        "sitegen.toml",
        "pyproject.toml",
        "output/posts/one/index.html",
    ],
)
def test_any_changed_input_or_output_makes_the_site_out_of_date(
    up_to_date: Digest, name: str
) -> None:
    assert not is_up_to_date(up_to_date.write(name, "Changed.\n").root)


def test_an_edit_that_keeps_size_and_modification_time_is_noticed(up_to_date: Digest) -> None:
    for name in ("content/topics/craft/one.md", "output/posts/one/index.html"):
        path = up_to_date.root / name
        text, before = path.read_text(), path.stat()
        path.write_text(text.swapcase())
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert not is_up_to_date(up_to_date.root)
        path.write_text(text)


def test_a_site_is_up_to_date_as_soon_as_it_is_built_and_later(up_to_date: Digest) -> None:
    up_to_date.post("one", "Changed.").build()
    assert is_up_to_date(up_to_date.root)
    time.sleep(SETTLED_SECONDS)
    assert is_up_to_date(up_to_date.root)


def test_a_change_in_the_moment_after_a_build_is_noticed(up_to_date: Digest) -> None:
    path = up_to_date.post("one", "Changed.").build().root / "output/posts/one/index.html"
    text, before = path.read_text(), path.stat()
    path.write_text(text.swapcase())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not is_up_to_date(up_to_date.root)


def test_a_build_uses_the_pages_that_the_up_to_date_check_read(up_to_date: Digest) -> None:
    up_to_date.write("content/topics/craft/one.md", "Changed.\n")
    found = check_up_to_date(up_to_date.root, drafts=False, now=NOW)
    (up_to_date.root / "content/essays/lamp.md").write_text("Changed a moment later.")
    result = build_site(up_to_date.root, now=NOW, checked=found)
    assert "posts/one/index.html" in result.written
    assert "essays/lamp/index.html" not in result.written
    assert "essays/lamp/index.html" in build_site(up_to_date.root, now=NOW).written


def test_a_file_too_recent_for_a_stamp_gets_one_in_the_next_build(up_to_date: Digest) -> None:
    first = rebuilt(up_to_date.post("one", "Changed."))
    time.sleep(SETTLED_SECONDS)
    second = rebuilt(up_to_date.page("essays/lamp.md", "Changed.", title="The lamp"))
    assert first - second
    made = load_build_state(up_to_date.root).outputs
    assert {name for name in made if not made[name].stamp} <= second


def rebuilt(digest: Digest) -> set[str]:
    """The files that a build writes after the up-to-date check."""
    found = check_up_to_date(digest.root, drafts=False, now=NOW)
    assert found.outputs
    return set(build_site(digest.root, now=NOW, checked=found).written)


@pytest.mark.parametrize("name", ["content/topics/craft/one.md", "output/posts/one/index.html"])
def test_a_missing_file_makes_the_site_out_of_date(up_to_date: Digest, name: str) -> None:
    assert not is_up_to_date(up_to_date.remove(name).root)


def test_a_change_in_a_symlinked_theme_is_noticed(up_to_date: Digest, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (up_to_date.root / "themes/mine").rename(elsewhere)
    (up_to_date.root / "themes/mine").symlink_to(elsewhere)
    assert is_up_to_date(up_to_date.root)
    (elsewhere / "templates/post.html").write_text("Other.")
    assert not is_up_to_date(up_to_date.root)


@pytest.mark.parametrize("part", ["templates", "static", "words"])
def test_a_change_in_a_symlinked_folder_of_a_theme_is_noticed(
    digest: Digest, tmp_path: Path, part: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    digest.write("themes/mine/theme.toml", "").write("sitegen.toml", 'theme = "mine"\n')
    (digest.root / "themes/mine" / part).symlink_to(elsewhere)
    build_site(digest.root, now=NOW)
    assert is_up_to_date(digest.root)
    name = {"templates": "page.html", "static": "new.css", "words": "en.toml"}[part]
    (elsewhere / name).write_text("")
    assert not is_up_to_date(digest.root)


def test_an_unreadable_theme_that_is_not_used_does_not_stop_a_build(
    digest: Digest,
) -> None:
    digest.write("themes/other/static/style.css", "")
    (digest.root / "themes/other/static/loop").symlink_to("loop")
    assert build_site(digest.root, now=NOW).written
    assert not is_up_to_date(digest.root)


def test_a_site_is_out_of_date_when_a_scheduled_page_is_due(up_to_date: Digest) -> None:
    assert is_up_to_date(up_to_date.root, datetime(2098, 12, 31, tzinfo=UTC))
    assert not is_up_to_date(up_to_date.root, datetime(2099, 1, 1, tzinfo=UTC) + timedelta(hours=1))


def test_a_site_is_out_of_date_when_the_clock_is_set_back_before_a_page(up_to_date: Digest) -> None:
    after = datetime(2099, 6, 1, tzinfo=UTC)
    build_site(up_to_date.root, now=after)
    time.sleep(SETTLED_SECONDS)
    build_site(up_to_date.root, now=after)
    assert is_up_to_date(up_to_date.root, after)
    assert not is_up_to_date(up_to_date.root, NOW)


def test_a_build_without_drafts_is_not_up_to_date_for_one_with_drafts(up_to_date: Digest) -> None:
    assert not is_up_to_date(up_to_date.root, drafts=True)


def test_a_site_with_warnings_is_never_up_to_date(up_to_date: Digest) -> None:
    up_to_date.page("essays/lamp.md", "A lamp.", titel="Slip")
    build_site(up_to_date.root, now=NOW)
    time.sleep(SETTLED_SECONDS)
    build_site(up_to_date.root, now=NOW)
    assert not is_up_to_date(up_to_date.root)


def test_a_build_killed_before_it_writes_the_record_leaves_no_files_behind(
    digest: Digest,
) -> None:
    assert called_in_fork(build_until_the_record, digest.root) == -signal.SIGKILL
    build_site(digest.root, now=NOW)
    assert is_up_to_date(digest.root)
    left = {path.name.partition("-")[0] for path in (digest.root / ".sitegen").iterdir()}
    assert left <= {".gitignore", "bodies", "changes", "code", "lock", "uptodate.json", "state"}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"drafts": false}', "\0"])
def test_a_damaged_record_makes_the_site_out_of_date(up_to_date: Digest, text: str) -> None:
    assert not is_up_to_date(up_to_date.write(".sitegen/uptodate.json", text).root)
