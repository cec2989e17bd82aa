import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.filesystem.bursts import Pace
from sitegen.filesystem.listing import is_scratch
from sitegen.filesystem.watch import Change, watch

if TYPE_CHECKING:
    from sitegen.errors import SitegenError

PATIENCE = 10.0


class Watching:
    """A watched digest; a set that does not come within ten seconds fails the test.

    It waits longer than usual for a silence, so that a busy computer does not make two sets of one.
    """

    def __init__(
        self,
        root: Path,
        quiet: float = 0.1,
        *,
        rests: tuple[float, ...] = (),
        poll: bool = False,
    ) -> None:
        self.root = root
        self.stop = threading.Event()
        self.warnings: list[SitegenError] = []
        self._sets = watch(
            root,
            ["content", "themes"],
            stop=self.stop,
            ignore=lambda path: is_scratch(path.name),
            warn=self.warnings.append,
            poll=poll,
            pace=Pace(quiet, rests=rests),
        )
        self._alarm = threading.Timer(PATIENCE, self.stop.set)
        self._alarm.start()

    def next(self) -> set[str]:
        return self._names(next(self._sets))

    def rest(self, seconds: float = 0.25) -> list[set[str]]:
        """The sets that come within some seconds; then the watching is over."""
        threading.Timer(seconds, self.stop.set).start()
        return [self._names(changes) for changes in self._sets]

    def close(self) -> None:
        self._alarm.cancel()
        self._alarm.join()
        self._sets.close()

    def _names(self, changes: frozenset[Change]) -> set[str]:
        return {change.path.relative_to(self.root).as_posix() for change in changes}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "digest"
    (root / "content/topics").mkdir(parents=True)
    (root / "content/a.md").write_text("first")
    (root / "sitegen.toml").write_text("")
    return root


@pytest.fixture
def watching(root: Path) -> Iterator[Watching]:
    watching = Watching(root)
    assert watching.next() == set(), "the first set comes at once and is empty"
    yield watching
    watching.close()


def test_a_save_is_one_set(root: Path, watching: Watching) -> None:
    (root / "content/a.md").write_text("second")
    assert watching.next() == {"content/a.md"}
    assert watching.rest() == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says that a file was closed")
@pytest.mark.parametrize("way", ["in place", "moved over", "backed up"])
def test_a_complete_save_is_a_set_before_the_usual_pause_ends(root: Path, way: str) -> None:
    page, temporary = root / "content/a.md", root / "content/.sub-1234.tmp"
    starts, waits = [], []

    def save() -> None:
        starts.append(time.perf_counter())
        if way == "backed up":
            page.rename(root / "content/a.md~")
        (temporary if way == "moved over" else page).write_text(f"save {len(starts)}")
        if way == "moved over":
            temporary.replace(page)

    watching = Watching(root, quiet=0.5)
    watching.next()
    for _ in range(2):
        threading.Timer(0.12, save).start()
        assert page.relative_to(root).as_posix() in watching.next()
        waits.append(time.perf_counter() - starts[-1])
    watching.close()
    assert min(waits) < 0.25


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says that a file was closed")
def test_a_file_that_is_being_written_is_waited_for(root: Path) -> None:
    watching = Watching(root, quiet=0.01)
    watching.next()
    text = "the whole text"

    def write() -> None:
        with (root / "content/a.md").open("w", buffering=1) as page:
            for line in text.split():
                time.sleep(0.03)
                page.write(f"{line}\n")

    writing = threading.Thread(target=write)
    writing.start()
    assert watching.next() == {"content/a.md"}
    assert (root / "content/a.md").read_text().split() == text.split()
    writing.join()
    watching.close()


def test_reading_a_file_is_not_a_change(root: Path, watching: Watching) -> None:
    (root / "content/a.md").read_text()
    list((root / "content").iterdir())
    assert watching.rest() == []


def test_a_change_made_while_the_caller_works_comes_with_the_next_set(
    root: Path, watching: Watching
) -> None:
    (root / "content/a.md").write_text("second")
    watching.next()
    (root / "content/b.md").write_text("while a build runs")
    (root / "content/c.md").write_text("and one more")
    time.sleep(0.2)
    assert watching.next() == {"content/b.md", "content/c.md"}


def test_nothing_is_lost_when_saving_never_pauses(root: Path, watching: Watching) -> None:
    names = {f"content/{number}.md" for number in range(60)}

    def save() -> None:
        for name in sorted(names):
            (root / name).write_text("text")
            time.sleep(0.004)

    saving = threading.Thread(target=save)
    saving.start()
    changed: set[str] = set()
    while not names <= changed:
        changed |= watching.next()
        time.sleep(0.03)
    saving.join()
    assert changed == names


def test_a_checkout_of_many_files_is_one_set(root: Path, watching: Watching) -> None:
    names = {f"content/topics/{number}.md" for number in range(1000)}
    for name in names:
        (root / name).write_text("text")
    assert watching.next() == names
    assert watching.rest() == []


def test_the_configuration_is_watched(root: Path, watching: Watching) -> None:
    (root / "sitegen.toml").write_text('title = "New"')
    assert watching.next() == {"sitegen.toml"}


def test_a_write_into_an_unwatched_folder_is_not_a_change(root: Path) -> None:
    (root / "output").mkdir()
    watching = Watching(root)
    watching.next()
    (root / "output/index.html").write_text("built")
    assert watching.rest() == []
    watching.close()


def test_vims_way_of_saving_is_one_set(root: Path, watching: Watching) -> None:
    page = root / "content/a.md"
    (root / "content/4913").write_text("")
    (root / "content/4913").unlink()
    page.rename(root / "content/a.md~")
    page.write_text("second")
    (root / "content/a.md~").unlink()
    assert watching.next() == {"content/a.md"}
    assert watching.rest() == []


def test_a_file_moved_over_another_is_a_change_of_it(root: Path, watching: Watching) -> None:
    (root / "content/.sub-1234.tmp").write_text("second")
    (root / "content/.sub-1234.tmp").replace(root / "content/a.md")
    assert "content/a.md" in watching.next()
    assert watching.rest() == []


@pytest.mark.skipif(shutil.which("sed") is None, reason="there is no sed here")
def test_the_events_of_an_in_place_edit_by_sed_are_one_change_set(
    root: Path, watching: Watching
) -> None:
    subprocess.run(["sed", "-i", "s/first/second/", str(root / "content/a.md")], check=True)
    assert "content/a.md" in watching.next()
    assert watching.rest() == []


def test_a_deleted_page_is_a_change(root: Path, watching: Watching) -> None:
    (root / "content/a.md").unlink()
    assert watching.next() == {"content/a.md"}


def test_pages_in_a_new_folder_are_reported(root: Path, watching: Watching) -> None:
    (root / "content/topics/craft/deep").mkdir(parents=True)
    watching.next()
    (root / "content/topics/craft/deep/b.md").write_text("text")
    assert watching.next() == {"content/topics/craft/deep/b.md"}


def test_a_renamed_folder_is_watched_under_its_new_name(root: Path, watching: Watching) -> None:
    (root / "content/topics").rename(root / "content/subjects")
    assert watching.next() >= {"content/topics", "content/subjects"}
    (root / "content/subjects/b.md").write_text("text")
    assert watching.next() == {"content/subjects/b.md"}


def test_a_folder_moved_away_is_watched_again_once_it_is_back(
    root: Path, watching: Watching
) -> None:
    away = root.parent / "away"
    (root / "content/topics").rename(away)
    assert watching.next() == {"content/topics"}
    (away / "b.md").write_text("text")
    away.rename(root / "content/topics")
    assert watching.next() == {"content/topics", "content/topics/b.md"}
    (root / "content/topics/b.md").write_text("more")
    assert watching.next() == {"content/topics/b.md"}
    assert watching.rest() == []


def test_a_rest_after_changes_is_an_empty_set_and_then_a_longer_one(root: Path) -> None:
    watching = Watching(root, rests=(0.3, 0.8))
    for _ in range(2):
        assert watching.next() == set()
    for text in ("second", "third"):
        (root / "content/a.md").write_text(text)
        assert watching.next() == {"content/a.md"}
        assert watching.next() == set()
    assert watching.next() == set()
    assert watching.rest(1.0) == [], "no more without a change"
    watching.close()


def test_where_it_is_asked_to_it_polls_and_says_nothing(root: Path) -> None:
    watching = Watching(root, poll=True)
    watching.next()
    (root / "content/topics/b.md").write_text("text")
    assert "content/topics/b.md" in watching.next()
    assert watching.warnings == []
    watching.close()


def test_a_watched_folder_may_come_later(root: Path, watching: Watching) -> None:
    (root / "themes/mine").mkdir(parents=True)
    assert "themes" in watching.next()
    (root / "themes/mine/theme.toml").write_text("")
    assert watching.next() == {"themes/mine/theme.toml"}


def test_a_watched_folder_may_go_and_come_again(root: Path, watching: Watching) -> None:
    shutil.rmtree(root / "content")
    assert "content" in watching.next()
    (root / "content").mkdir()
    assert "content" in watching.next()
    (root / "content/b.md").write_text("text")
    assert watching.next() == {"content/b.md"}


def test_a_watched_folder_may_be_replaced_by_another(root: Path, watching: Watching) -> None:
    (root / "other").mkdir()
    (root / "content").rename(root / "old")
    (root / "other").rename(root / "content")
    assert "content" in watching.next()
    (root / "content/b.md").write_text("text")
    assert watching.next() == {"content/b.md"}


def test_a_folder_elsewhere_may_be_linked_in(root: Path, tmp_path: Path) -> None:
    vault = tmp_path.resolve() / "digest/vault"
    (root / "content").rename(vault)
    (root / "content").symlink_to(vault, target_is_directory=True)
    watching = Watching(root)
    watching.next()
    (vault / "a.md").write_text("second")
    assert watching.next() == {"vault/a.md"}
    watching.close()


def test_stopping_ends_the_watch_and_its_threads(root: Path) -> None:
    before = threading.active_count()
    stop = threading.Event()
    sets = watch(
        root, ["content"], stop=stop, ignore=lambda path: is_scratch(path.name), warn=print
    )
    next(sets)
    assert threading.active_count() > before
    stop.set()
    assert list(sets) == []
    assert threading.active_count() == before


LIMITED = """
import threading
from pathlib import Path
from sitegen.filesystem.watch import watch

root = Path.cwd()
sets = watch(root, ["content"], stop=threading.Event(), ignore=lambda _: False,
             warn=lambda warning: print("warning:", warning.message))
next(sets)
(root / "content/topics/b.md").write_text("text")
print(*(change.path.name for change in next(filter(None, sets))))
sets.close()
"""


@pytest.mark.parametrize(
    "limit", ["max_inotify_watches 0", "max_inotify_watches 2", "max_inotify_instances 0"]
)
def test_watching_falls_back_to_polling_with_a_message(root: Path, limit: str) -> None:
    name, number = limit.split()
    limited = ["unshare", "--user", "--map-root-user", "sh", "-c"]
    command = f'echo {number} > /proc/sys/user/{name} && "$@"'
    try:
        subprocess.run([*limited, command, "sh", "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the limits of the system cannot be lowered for a test here")
    run = subprocess.run(
        [*limited, command, "sh", sys.executable, "-c", LIMITED],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    first, second = run.stdout.splitlines()
    assert first.startswith("warning: the system cannot watch more folders")
    assert second == "b.md"


@pytest.mark.parametrize(
    "name", [".a.md.swp", ".a.md.swx", "4913", "a.md~", ".#a.md", "#a.md#", ".DS_Store"]
)
def test_temporary_files_of_editors_are_known(name: str) -> None:
    assert is_scratch(name)


@pytest.mark.parametrize("name", ["a.md", "base.html", ".well-known", "sedan.md", "swp.md"])
def test_other_files_are_not_treated_as_temporary(name: str) -> None:
    assert not is_scratch(name)
