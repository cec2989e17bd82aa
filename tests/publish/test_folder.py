"""Publishing to a folder."""

import shutil
import signal
from pathlib import Path

import pytest

from sitegen.engine.executors import SerialExecutor
from sitegen.errors import ConfigError, OutputError
from sitegen.publish import publish_site
from tests.crashing import count_calls
from tests.digest import CONFIG, NOW, Digest, files_of
from tests.effort import EFFORT
from tests.forking import called_in_fork, forked
from tests.publishing import publish, site_of
from tests.rights import give_up_roots_rights

KILLS = 6 * EFFORT


@pytest.fixture
def www(digest: Digest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the digest is published to, not made yet."""
    folder = tmp_path_factory.mktemp("srv") / "www"
    lead_to(digest, str(folder)).post("one", "First post.").post("two", "Second post.").build()
    return folder


def lead_to(digest: Digest, folder: str) -> Digest:
    return digest.write("sitegen.toml", f"{CONFIG}[publish]\nfolder = '{folder}'\n")


def shown(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, without the record."""
    return {name: data for name, data in files_of(folder).items() if name != ".sitegen.json"}


def test_a_missing_folder_is_created(digest: Digest, www: Path) -> None:
    sent = publish(digest)
    assert shown(www) == site_of(digest)
    assert (sent.target, set(sent.changed)) == (str(www), set(site_of(digest)))


def test_only_what_differs_is_written(digest: Digest, www: Path) -> None:
    publish(digest)
    before = {name: (www / name).stat().st_ino for name in shown(www)}
    sent = publish(digest.post("one", "Other words.").build())
    written = {name for name in before if (www / name).stat().st_ino != before[name]}
    assert written == set(sent.changed)
    assert "posts/one/index.html" in written
    assert "404.html" not in written


def test_files_changed_or_removed_by_hand_are_restored(digest: Digest, www: Path) -> None:
    publish(digest)
    (www / "posts/one/index.html").write_text("Mine.")
    (www / "posts/two/index.html").unlink()
    assert set(publish(digest).changed) == {"posts/one/index.html", "posts/two/index.html"}
    assert shown(www) == site_of(digest)


def test_files_of_an_earlier_publish_that_left_the_site_are_removed(
    digest: Digest, www: Path
) -> None:
    publish(digest)
    publish(digest.remove("content/topics/craft/two.md").build())
    assert not (www / "posts/two").exists()
    assert shown(www) == site_of(digest)


def test_files_that_sitegen_did_not_write_are_never_touched(digest: Digest, www: Path) -> None:
    (www / "posts/two").mkdir(parents=True)
    (www / "posts/two/mine.txt").write_text("Mine.")
    (www / ".htaccess").write_text("Mine.")
    publish(digest)
    publish(digest.remove("content/topics/craft/two.md").build())
    foreign = {"posts/two/mine.txt": b"Mine.", ".htaccess": b"Mine."}
    assert shown(www) == {**site_of(digest), **foreign}


@pytest.mark.parametrize("name", ["posts/one/index.html", "posts"])
def test_files_that_sitegen_did_not_write_are_never_overwritten(
    digest: Digest, www: Path, name: str
) -> None:
    (www / name).parent.mkdir(parents=True)
    (www / name).write_text("Mine.")
    with pytest.raises(OutputError, match="not written by sitegen") as caught:
        publish(digest)
    assert caught.value.path == www / name
    assert shown(www) == {name: b"Mine."}


def test_a_folder_in_the_way_of_a_file_is_reported_and_kept(digest: Digest, www: Path) -> None:
    (www / "feed.xml/mine").mkdir(parents=True)
    with pytest.raises(OutputError, match="is a directory") as caught:
        publish(digest)
    assert caught.value.path == www / "feed.xml"
    assert [path.name for path in www.rglob("*")] == ["feed.xml", "mine"]


def test_a_folder_becomes_a_file_and_a_file_a_folder(digest: Digest, www: Path) -> None:
    publish(digest.write("content/media/lamp", "lamp").write("content/media/a/b", "b").build())
    digest.remove("content/media/lamp").remove("content/media/a/b")
    (digest.root / "content/media/a").rmdir()
    publish(digest.write("content/media/lamp/on", "on").write("content/media/a", "a").build())
    assert shown(www) == site_of(digest)


def test_a_link_to_a_folder_is_followed_and_kept(digest: Digest, www: Path) -> None:
    (www.parent / "release-7").mkdir()
    www.symlink_to("release-7")
    publish(digest)
    assert www.is_symlink()
    assert shown(www.parent / "release-7") == site_of(digest)


def test_a_relative_path_starts_from_the_digest(digest: Digest, www: Path) -> None:
    publish(lead_to(digest, "public").build())
    assert shown(digest.root / "public") == site_of(digest)


def test_a_path_may_start_with_the_home_folder(
    digest: Digest, www: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(www.parent))
    publish(lead_to(digest, "~/www").build())
    assert shown(www) == site_of(digest)


def test_the_home_folder_of_an_unknown_user_is_refused(digest: Digest) -> None:
    with pytest.raises(ConfigError, match="the home folder of an unknown user: ~no-such-user/www"):
        publish(lead_to(digest, "~no-such-user/www").build())


@pytest.mark.parametrize(
    "place",
    [".", "content", "content/media/www", "output", "output/www", "themes/mine", ".sitegen/www"],
)
def test_the_folders_of_the_digest_are_refused(digest: Digest, place: str) -> None:
    lead_to(digest, place).write("themes/mine/theme.toml", "").build()
    before = files_of(digest.root)
    with pytest.raises(ConfigError, match="no place for the published site"):
        publish(digest)
    assert files_of(digest.root) == before


def test_a_link_into_the_digest_is_refused(digest: Digest, www: Path) -> None:
    www.symlink_to(digest.root / "content")
    with pytest.raises(ConfigError, match="the digest's own content/"):
        publish(digest)


def test_a_folder_that_content_links_to_is_refused(digest: Digest, www: Path) -> None:
    (digest.root / "content").rename(www)
    (digest.root / "content").symlink_to(www)
    digest.build()
    before = files_of(www)
    with pytest.raises(ConfigError, match="the digest's own content/"):
        publish(digest)
    assert files_of(www) == before


@pytest.mark.parametrize("is_made", [True, False])
def test_a_folder_that_is_not_writable_is_reported(
    digest: Digest, www: Path, *, is_made: bool
) -> None:
    if is_made:
        www.mkdir()
    locked = www if is_made else www.parent
    locked.chmod(0o555)
    done = forked(digest.root, "publish", prepare=give_up_roots_rights)
    assert done.returncode == 7
    assert "it is not writable" in done.stderr
    assert str(locked) in done.stderr


def test_a_missing_parent_folder_is_not_created(digest: Digest, www: Path) -> None:
    lead_to(digest, f"{www}/deep").build()
    with pytest.raises(OutputError, match="folder to publish to does not exist") as caught:
        publish(digest)
    assert "see that its disk is mounted" in (caught.value.hint or "")
    assert not www.exists()


def test_a_file_in_place_of_the_folder_is_reported(digest: Digest, www: Path) -> None:
    www.write_text("Mine.")
    with pytest.raises(OutputError, match="this is not a folder"):
        publish(digest)
    assert www.read_text() == "Mine."


@pytest.mark.slow
def test_after_a_kill_at_any_moment_the_next_publish_completes_the_site(
    digest: Digest, www: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    publish(digest.page("about.md", "About.").build())
    before = tmp_path_factory.mktemp("before") / "www"
    shutil.copytree(www, before)
    old = shown(www)
    digest.remove("content/about.md").post("one", "Other words.").post("three", "Third.").build()
    new = site_of(digest)
    calls = calls_of_a_publish(digest, www)
    assert calls > 6
    seen = set()
    for number in range(1, calls, max(calls // KILLS, 1)):
        shutil.rmtree(www)
        shutil.copytree(before, www)
        assert called_in_fork(publish_until, number, digest.root, www) == -signal.SIGKILL
        found = {name: data for name, data in shown(www).items() if not name.startswith(".")}
        for name, data in found.items():
            assert data in (old.get(name), new.get(name)), f"{name} is not whole"
        assert not old.keys() & new.keys() - found.keys(), "a file is missing"
        seen.add("decided" if (www / ".sitegen-commit").exists() else "undecided")
        publish(digest)
        assert shown(www) == new
        assert not (www / "about").exists()
    assert seen == {"decided", "undecided"}


def calls_of_a_publish(digest: Digest, www: Path) -> int:
    """How many calls to the file system a publish makes."""
    counted = www.parent / "calls"
    assert called_in_fork(publish_until, 0, digest.root, www, counted) == 0
    return int(counted.read_text())


def publish_until(number: int, root: Path, www: Path, counted: Path | None = None) -> None:
    """Publishes, and is killed at the call to the file system of that number; 0 for at none."""
    count = count_calls(www, number)
    publish_site(root, now=NOW, executor=SerialExecutor())
    if counted:
        counted.write_text(str(next(count)))


def test_dot_files_from_the_static_folder_are_published(digest: Digest, www: Path) -> None:
    digest.write("content/static/.well-known/security.txt", "Contact: mailto:a@digest.example\n")
    digest.write("content/static/.htaccess", "").build().write("output/.secret", "")
    publish(digest)
    assert (www / ".well-known/security.txt").is_file()
    assert (www / ".htaccess").is_file()
    assert not (www / ".secret").exists()
    digest.remove("content/static/.htaccess").build()
    publish(digest)
    assert not (www / ".htaccess").exists()
