"""The ways in which editors and other programs save: each ends in the site of a clean build."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.preview.test_session import PATIENCE, Workshop

if TYPE_CHECKING:
    from sitegen.preview.session import Outcome

needs_vim = pytest.mark.skipif(shutil.which("vim") is None, reason="there is no vim here")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
needs_sed = pytest.mark.skipif(shutil.which("sed") is None, reason="there is no sed here")


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path.resolve() / "digest")
    workshop.digest.page("essays/lamp.md", "A lamp.", title="The lamp")
    workshop.digest.post("one", "First post.").post("two", "Second post.", topic="play")
    workshop.build().start().next()
    yield workshop
    workshop.close()


def one_build(workshop: Workshop) -> None:
    """One set of changes was built, and a rest finds nothing that it missed."""
    (outcome,) = workshop.settle()
    assert outcome.changes


@needs_vim
@pytest.mark.parametrize("way", ["yes", "no", "auto"])
def test_vim(workshop: Workshop, way: str) -> None:
    page = workshop.root / "content/topics/craft/one.md"
    script = ["-c", f"set backup backupcopy={way}", "-c", "%s/First/Saved/", "-c", "wq"]
    subprocess.run(
        ["vim", "-u", "NONE", "-N", "-es", *script, str(page)],
        stdin=subprocess.DEVNULL,
        check=True,
    )
    one_build(workshop)
    workshop.digest.shows("posts/one/", "Saved post.")


def test_a_file_moved_over_the_page(workshop: Workshop) -> None:
    page = workshop.root / "content/topics/craft/one.md"
    beside = page.with_name(".sub-8f3a.tmp")
    beside.write_text("Moved over it.")
    beside.replace(page)
    one_build(workshop)
    workshop.digest.shows("posts/one/", "Moved over it.")


@needs_sed
def test_sed_with_a_backup(workshop: Workshop) -> None:
    page = workshop.root / "content/topics/craft/one.md"
    subprocess.run(["sed", "-i.bak", "s/First/Sedulous/", str(page)], check=True)
    one_build(workshop)
    workshop.digest.shows("posts/one/", "Sedulous post.")


def test_an_editor_that_empties_the_file_and_writes_later(workshop: Workshop) -> None:
    outcomes: list[Outcome] = []
    seconds = 1.0
    while seconds > 0.09:  # a busy computer may pause between the two
        start = time.monotonic()
        with (workshop.root / "content/topics/craft/one.md").open("w") as page:
            page.flush()
            time.sleep(0.05)
            page.write(f"Written late, at {start}.")
        seconds = time.monotonic() - start
        outcomes = workshop.settle()
    assert len(outcomes) == 1
    workshop.digest.shows("posts/one/", "Written late")
    with (workshop.root / "content/topics/craft/one.md").open("w") as page:
        page.flush()
        time.sleep(0.3)
        page.write("Written too late.")
    assert len(workshop.settle()) == 2
    workshop.digest.shows("posts/one/", "Written too late.")


def test_an_edit_of_the_same_size_with_its_time_put_back(workshop: Workshop) -> None:
    page = workshop.root / "content/topics/craft/one.md"
    before = page.stat()
    page.write_text(page.read_text().replace("First", "Fifth"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    one_build(workshop)
    workshop.digest.shows("posts/one/", "Fifth post.")


@needs_git
@pytest.mark.slow
def test_a_checkout_of_many_files(workshop: Workshop) -> None:
    def git(*words: str) -> None:
        names = ("-c", "user.name=E", "-c", "user.email=e@digest.example")
        subprocess.run(["git", *names, *words], cwd=workshop.root, check=True, capture_output=True)

    (workshop.root / ".gitignore").write_text("output/\n.sitegen/\n")
    git("init", "--quiet", "--initial-branch=few")
    git("add", ".")
    git("commit", "--quiet", "-m", "Few")
    git("checkout", "--quiet", "-b", "many")
    for number in range(100):
        workshop.digest.post(f"post-{number}", f"Text {number}.", topic=f"topic-{number % 20}")
    workshop.digest.remove("content/topics/craft/one.md")
    git("add", ".")
    git("commit", "--quiet", "-m", "Many")
    workshop.settle(quiet=1)
    for branch in ("few", "many"):
        git("checkout", "--quiet", branch)
        assert len(workshop.settle(quiet=1)) <= 3, "it waits for the checkout to end"
    workshop.digest.shows("posts/post-99/", "Text 99.").has_not("posts/one/index.html")


def test_a_renamed_folder(workshop: Workshop) -> None:
    (workshop.root / "content/topics/craft").rename(workshop.root / "content/topics/mending")
    # On a busy machine, its end and its start under the new name are built one by one.
    assert all(outcome.changes for outcome in workshop.settle())
    workshop.digest.shows("topics/mending/", "First post.").has_not("topics/craft/index.html")
    workshop.digest.post("one", "Edited there.", topic="mending")
    one_build(workshop)
    workshop.digest.shows("posts/one/", "Edited there.")


def test_a_topics_folder_moved_away_and_back(workshop: Workshop) -> None:
    topic, away = workshop.root / "content/topics/craft", workshop.root.parent / "away"
    topic.rename(away)
    workshop.settle()
    workshop.digest.has_not("posts/one/index.html")
    (away / "one.md").write_text("Edited while it was away.")
    away.rename(topic)
    workshop.settle()
    workshop.digest.shows("posts/one/", "Edited while it was away.")


def test_a_page_that_is_a_link_is_followed(workshop: Workshop) -> None:
    elsewhere = workshop.root.parent / "elsewhere.md"
    elsewhere.write_text("Elsewhere.")
    (workshop.root / "content/topics/craft/linked.md").symlink_to(elsewhere)
    one_build(workshop)
    workshop.digest.shows("posts/linked/", "Elsewhere.")
    elsewhere.write_text("Changed elsewhere.")  # emptied, then written: it may be seen twice
    workshop.settle()
    workshop.digest.shows("posts/linked/", "Changed elsewhere.")


def test_a_folder_that_is_a_link_is_followed(workshop: Workshop) -> None:
    elsewhere = workshop.root.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "three.md").write_text("Third post.")
    (workshop.root / "content/topics/linked").symlink_to(elsewhere, target_is_directory=True)
    one_build(workshop)
    workshop.digest.shows("posts/three/", "Third post.")
    (elsewhere / "three.md").write_text("Changed elsewhere.")
    one_build(workshop)
    workshop.digest.shows("posts/three/", "Changed elsewhere.")


def test_saves_while_builds_run_are_all_built(workshop: Workshop) -> None:
    numbers = iter(range(20))

    def save() -> None:
        for number in (next(numbers, None), next(numbers, None)):
            if number is not None:
                workshop.digest.post(f"post-{number}", f"Text {number}.")

    workshop.on_report = save
    workshop.digest.post("one", "The first save.")
    workshop.settle()
    for number in range(20):
        workshop.digest.shows(f"posts/post-{number}/", f"Text {number}.")


def test_a_template_and_a_static_file(workshop: Workshop) -> None:
    workshop.digest.write("sitegen.toml", 'title = "New"\ntheme = "mine"\n')
    workshop.digest.write("themes/mine/templates/404.html", "Nothing here.")
    workshop.digest.write("themes/mine/static/own.css", "p {}")
    workshop.settle()
    workshop.digest.write("themes/mine/templates/404.html", "Still nothing.")
    workshop.digest.write("themes/mine/static/own.css", "b {}")
    # On a busy machine, they are built one by one.
    assert all(outcome.changes for outcome in workshop.settle())
    workshop.digest.shows("404.html", "Still nothing.").shows("static/own.css", "b {}")


def test_a_digest_and_a_content_folder_behind_links(tmp_path: Path) -> None:
    vault = tmp_path.resolve() / "vault"
    real = Workshop(tmp_path.resolve() / "real")
    real.close()
    (real.root / "content").rename(vault)
    (real.root / "content").symlink_to(vault, target_is_directory=True)
    (tmp_path / "digest").symlink_to(real.root, target_is_directory=True)
    workshop = Workshop(tmp_path / "digest")
    try:
        workshop.build().start().next()
        (vault / "a.md").write_text("saved in the vault")
        assert workshop.next().changes
        workshop.digest.shows("a/", "saved in the vault")
        assert workshop.is_quiet()
    finally:
        workshop.close()


def test_in_a_rest_it_gets_ready_for_an_edit(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    got_ready = threading.Event()
    monkeypatch.setattr(workshop.builder, "prepare_edit", got_ready.set)
    workshop.digest.post("one", "Edited.")
    assert got_ready.wait(PATIENCE)
