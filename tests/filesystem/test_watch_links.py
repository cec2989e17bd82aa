"""Watching what symbolic links lead to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.filesystem.test_watch import Watching


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "digest"
    (root / "content/topics/t").mkdir(parents=True)
    (root / "sitegen.toml").write_text("")
    return root


@pytest.fixture
def vault(root: Path) -> Path:
    """A folder elsewhere, with a page in it and in a folder below."""
    path = root.parent / "elsewhere/vault"
    (path / "deep").mkdir(parents=True)
    (path / "night.md").write_text("first")
    (path / "deep/day.md").write_text("first")
    return path


@pytest.fixture(params=[False, True], ids=["notified", "polling"])
def watching(root: Path, vault: Path, request: pytest.FixtureRequest) -> Iterator[Watching]:
    """Watches a digest with a linked page, a linked folder, and a link that leads to a link."""
    assert vault.is_dir()
    topics = root / "content/topics"
    (topics / "t/night.md").symlink_to(vault / "night.md")
    (topics / "vault").symlink_to(vault)
    (topics / "loop").symlink_to("..")
    (root.parent / "way.md").symlink_to("elsewhere/vault/deep/day.md")
    (topics / "t/day.md").symlink_to(root.parent / "way.md")
    watching = Watching(root, quiet=0.8 if request.param else 0.1, poll=request.param)
    assert watching.next() == set()
    yield watching
    watching.close()


def test_a_save_of_what_links_lead_to_is_a_change_of_each_link(
    vault: Path, watching: Watching
) -> None:
    (vault / "night.md").write_text("second, and longer")
    assert watching.next() == {"content/topics/t/night.md", "content/topics/vault/night.md"}


def test_a_save_deep_in_a_linked_folder_is_a_change_there(vault: Path, watching: Watching) -> None:
    (vault / "deep/day.md").write_text("second, and longer")
    assert watching.next() >= {"content/topics/vault/deep/day.md", "content/topics/t/day.md"}


def test_a_save_that_replaces_the_target_is_a_change(vault: Path, watching: Watching) -> None:
    (vault / "new").write_text("second, and longer")
    (vault / "new").rename(vault / "night.md")
    assert "content/topics/t/night.md" in watching.next()


def test_the_new_target_of_a_symlink_is_watched(root: Path, watching: Watching) -> None:
    other = root.parent / "other"
    other.mkdir()
    (other / "night.md").write_text("first")
    link = root / "content/topics/vault"
    (root / "content/topics/new").symlink_to(other)
    (root / "content/topics/new").rename(link)
    assert "content/topics/vault" in watching.next()
    (other / "night.md").write_text("second, and longer")
    assert watching.next() == {"content/topics/vault/night.md"}


def test_a_link_on_the_way_that_leads_elsewhere_is_a_change(
    root: Path, vault: Path, watching: Watching
) -> None:
    way = root.parent / "way.md"
    (root.parent / "new.md").symlink_to(vault / "night.md")
    (root.parent / "new.md").rename(way)
    assert watching.next() == {"content/topics/t/day.md"}
    (vault / "night.md").write_text("second, and longer")
    assert "content/topics/t/day.md" in watching.next()


def test_a_file_beside_the_target_is_no_change(root: Path, vault: Path) -> None:
    (root / "content/topics/t/night.md").symlink_to(vault / "night.md")
    watching = Watching(root)
    watching.next()
    (vault / "other.md").write_text("no page of the digest")
    assert watching.rest() == []
    watching.close()


def test_a_linked_configuration_is_watched(root: Path, vault: Path) -> None:
    (root / "sitegen.toml").rename(vault / "sitegen.toml")
    (root / "sitegen.toml").symlink_to(vault / "sitegen.toml")
    watching = Watching(root)
    watching.next()
    (vault / "sitegen.toml").write_text('title = "T"')
    assert watching.next() == {"sitegen.toml"}
    watching.close()


def test_a_folder_that_comes_where_a_link_leads_is_watched(root: Path) -> None:
    target = root.parent / "mounted"
    (root / "content/topics/disk").symlink_to(target)
    watching = Watching(root)
    watching.next()
    target.mkdir()
    assert watching.next() == {"content/topics/disk"}
    (target / "a.md").write_text("first")
    assert watching.next() == {"content/topics/disk/a.md"}
    watching.close()
