"""A finished build is sealed, and any change breaks the seal."""

import os
import signal
import subprocess
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

KILLED = """
import os, signal, sys
from pathlib import Path
from sitegen.engine.builder import build_site
from tests.digest import NOW
def kill(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith("uptodate.json"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(kill)
build_site(Path(sys.argv[1]), now=NOW)
"""
"""A build that is killed just before it writes the up-to-date record."""


@pytest.fixture
def sealed(digest: Digest) -> Digest:
    """A digest with some of everything, built, and sealed once its files had settled."""
    digest.page("essays/lamp.md", "A lamp.", title="The lamp").post("one", "First post.")
    digest.write("content/media/dot.svg", "<svg/>").post("later", date="2099-01-01")
    digest.write("themes/mine/templates/post.html", "{{ page.html }}")
    digest.write("sitegen.toml", 'theme = "mine"\n')
    build_site(digest.root, now=NOW)
    time.sleep(SETTLED_SECONDS)
    build_site(digest.root, now=NOW)
    assert is_sealed(digest.root)
    return digest


def is_sealed(root: Path, now: datetime = NOW, *, drafts: bool = False) -> bool:
    return check_up_to_date(root, drafts=drafts, now=now).artifacts is not None


def test_where_nothing_changed_the_number_of_files_is_known(sealed: Digest) -> None:
    files = [name for name in sealed.files() if name != ".sitegen.json"]
    assert check_up_to_date(sealed.root, drafts=False, now=NOW).artifacts == len(files)


@pytest.mark.parametrize(
    "name",
    [
        "content/topics/craft/one.md",
        "content/topics/craft/_index.md",
        "content/new.txt",
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
def test_a_change_anywhere_breaks_the_seal(sealed: Digest, name: str) -> None:
    assert not is_sealed(sealed.write(name, "Changed.\n").root)


def test_an_edit_of_the_same_size_and_time_breaks_the_seal(sealed: Digest) -> None:
    for name in ("content/topics/craft/one.md", "output/posts/one/index.html"):
        path = sealed.root / name
        text, before = path.read_text(), path.stat()
        path.write_text(text.swapcase())
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert not is_sealed(sealed.root)
        path.write_text(text)


def test_pages_that_were_read_for_the_seal_need_not_be_read_again(sealed: Digest) -> None:
    sealed.write("content/topics/craft/one.md", "Changed.\n")
    found = check_up_to_date(sealed.root, drafts=False, now=NOW)
    (sealed.root / "content/essays/lamp.md").write_text("Changed a moment later.")
    result = build_site(sealed.root, now=NOW, checked=found)
    assert "posts/one/index.html" in result.written
    assert "essays/lamp/index.html" not in result.written
    assert "essays/lamp/index.html" in build_site(sealed.root, now=NOW).written


def test_what_was_too_fresh_for_a_stamp_is_stamped_by_the_next_build(sealed: Digest) -> None:
    first = rebuilt(sealed.post("one", "Changed."))
    second = rebuilt(sealed.page("essays/lamp.md", "Changed.", title="The lamp"))
    assert first - second
    made = load_build_state(sealed.root).artifacts
    assert {name for name in made if not made[name].fingerprint.stamp} <= second


def rebuilt(digest: Digest) -> set[str]:
    """What a build writes after a look at the seal."""
    found = check_up_to_date(digest.root, drafts=False, now=NOW)
    assert found.outputs
    return set(build_site(digest.root, now=NOW, checked=found).written)


@pytest.mark.parametrize("name", ["content/topics/craft/one.md", "output/posts/one/index.html"])
def test_a_file_that_is_gone_breaks_the_seal(sealed: Digest, name: str) -> None:
    assert not is_sealed(sealed.remove(name).root)


def test_a_change_in_a_theme_that_is_a_link_breaks_the_seal(sealed: Digest, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (sealed.root / "themes/mine").rename(elsewhere)
    (sealed.root / "themes/mine").symlink_to(elsewhere)
    assert is_sealed(sealed.root)
    (elsewhere / "templates/post.html").write_text("Other.")
    assert not is_sealed(sealed.root)


@pytest.mark.parametrize("part", ["templates", "static", "words"])
def test_a_change_in_a_part_of_a_theme_that_is_a_link_breaks_the_seal(
    digest: Digest, tmp_path: Path, part: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    digest.write("themes/mine/theme.toml", "").write("sitegen.toml", 'theme = "mine"\n')
    (digest.root / "themes/mine" / part).symlink_to(elsewhere)
    build_site(digest.root, now=NOW)
    assert is_sealed(digest.root)
    name = {"templates": "page.html", "static": "new.css", "words": "en.toml"}[part]
    (elsewhere / name).write_text("")
    assert not is_sealed(digest.root)


def test_a_theme_that_cannot_be_read_hinders_no_build_that_does_not_need_it(
    digest: Digest,
) -> None:
    digest.write("themes/other/static/style.css", "")
    (digest.root / "themes/other/static/loop").symlink_to("loop")
    assert build_site(digest.root, now=NOW).written
    assert not is_sealed(digest.root)


def test_the_day_of_a_page_of_the_future_breaks_the_seal(sealed: Digest) -> None:
    assert is_sealed(sealed.root, datetime(2098, 12, 31, tzinfo=UTC))
    assert not is_sealed(sealed.root, datetime(2099, 1, 1, tzinfo=UTC) + timedelta(hours=1))


def test_a_clock_set_back_to_before_a_page_breaks_the_seal(sealed: Digest) -> None:
    after = datetime(2099, 6, 1, tzinfo=UTC)
    build_site(sealed.root, now=after)
    time.sleep(SETTLED_SECONDS)
    build_site(sealed.root, now=after)
    assert is_sealed(sealed.root, after)
    assert not is_sealed(sealed.root, NOW)


def test_drafts_are_another_site(sealed: Digest) -> None:
    assert not is_sealed(sealed.root, drafts=True)


def test_a_build_that_has_something_to_tell_is_not_sealed(sealed: Digest) -> None:
    sealed.page("essays/lamp.md", "A lamp.", titel="Slip")
    build_site(sealed.root, now=NOW)
    time.sleep(SETTLED_SECONDS)
    build_site(sealed.root, now=NOW)
    assert not is_sealed(sealed.root)


def test_a_build_that_is_killed_while_it_is_sealed_leaves_nothing_behind_the_next(
    digest: Digest,
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(digest.root)], check=False)
    assert done.returncode == -signal.SIGKILL
    build_site(digest.root, now=NOW)
    assert is_sealed(digest.root)
    left = {path.name.partition("-")[0] for path in (digest.root / ".sitegen").iterdir()}
    assert left <= {".gitignore", "bodies", "changes", "lock", "uptodate.json", "state"}


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"drafts": false}', "\0"])
def test_a_seal_that_is_none_seals_nothing(sealed: Digest, text: str) -> None:
    assert not is_sealed(sealed.write(".sitegen/uptodate.json", text).root)
