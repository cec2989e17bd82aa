"""What a build leaves for the next one: a cache, which may be lost or wrong."""

import errno
import os
import shutil
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.engine.build_state import empty_build_state
from sitegen.engine.builder import Builder, build_site
from sitegen.engine.cache import Cache, load_build_state
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import ProcessExecutor
from sitegen.engine.state_file import StateFile
from sitegen.errors import ThemeError
from sitegen.filesystem.fingerprints import SETTLED_SECONDS
from tests.digest import NOW, Digest
from tests.effort import EFFORT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest that was built, with its cache and site put aside, and the site of an edit."""
    digest = Digest(tmp_path_factory.mktemp("digest"))
    digest.page("topics/craft/_index.md", "On craft.", title="Work and rest")
    write_about(digest)
    digest.post("one", "First post.", note="A *note*.").post("two", "Second post.").build()
    digest.post("one", "First post, edited.", note="A *note*.").build()
    assert cached(digest, "changes")
    shutil.move(digest.root / "output", digest.root / "aside/output")
    shutil.move(digest.root / ".sitegen", digest.root / "aside/cache")
    edit(digest).build()
    shutil.move(digest.root / "output", digest.root / "aside/edited")
    restore(digest)
    return digest


def write_about(digest: Digest, remark: str = "much") -> Digest:
    """Writes a page that most of the cache is taken up with."""
    digest.page("about.md", "About.", remark=f"{remark} " * 50_000)
    time.sleep(SETTLED_SECONDS)
    return digest


def edit(digest: Digest) -> Digest:
    return digest.post("two", "Second post, edited.")


def restore(digest: Digest) -> None:
    """Makes the digest what it was before the edit."""
    digest.post("two", "Second post.")
    for name, folder in (("cache", ".sitegen"), ("output", "output")):
        shutil.rmtree(digest.root / folder, ignore_errors=True)
        shutil.copytree(digest.root / "aside" / name, digest.root / folder)


def cached(digest: Digest, name: str) -> Path:
    """The file of the cache whose name begins so."""
    (path,) = (digest.root / ".sitegen").glob(f"{name}*")
    return path


def is_known(digest: Digest) -> bool:
    cache = Cache(CacheFolder(digest.root))
    cache.close()
    return cache.build_state != empty_build_state()


def files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@pytest.mark.slow
@settings(
    max_examples=20 * EFFORT,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(["state", "changes", "bodies"]),
    where=st.floats(0, 1),
    flip=st.integers(1, 255),
    length=st.just(1.0) | st.floats(0, 1),
)
def test_whatever_happened_to_the_cache_the_site_is_right(
    built: Digest, name: str, where: float, flip: int, length: float
) -> None:
    restore(built)
    path = cached(built, name)
    data = bytearray(path.read_bytes())
    data[int(where * (len(data) - 1))] ^= flip
    path.write_bytes(data[: int(length * len(data))])
    assert edit(built).build().files() == files_of(built.root / "aside/edited")


@pytest.mark.parametrize("name", ["state", "changes", "bodies"])
@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"a text", None], ids=str)
def test_a_cache_of_other_files_or_of_none_counts_for_nothing(
    built: Digest, name: str, data: bytes | None
) -> None:
    restore(built)
    path = cached(built, name)
    path.unlink()
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    assert edit(built).build().files() == files_of(built.root / "aside/edited")


def test_an_older_cache_makes_no_older_site(built: Digest) -> None:
    restore(built)
    newer = edit(built).build().files()
    shutil.rmtree(built.root / ".sitegen")
    shutil.copytree(built.root / "aside/cache", built.root / ".sitegen")
    assert built.build().files() == newer


def test_changes_of_another_state_count_for_nothing(built: Digest) -> None:
    restore(built)
    edit(built).build()
    changes = cached(built, "changes").read_bytes()
    restore(built)
    (built.root / ".sitegen/state").unlink()
    edit(built).build()
    (built.root / ".sitegen/changes").write_bytes(changes)
    assert built.build().files() == files_of(built.root / "aside/edited")


def test_an_edit_leaves_what_is_kept_of_all_other_pages_as_it_stands(built: Digest) -> None:
    restore(built)
    before = cached(built, "state").read_bytes()
    edit(built).build()
    assert cached(built, "state").read_bytes() == before


def test_a_site_plan_that_stays_out_of_date_is_replaced(built: Digest) -> None:
    restore(built)
    states = [cached(built, "state").read_bytes()]
    built.post("one", "First post, edited.", title="One").build()
    for text in ("Second post, edited.", "Second post, edited again."):
        states.append(cached(built, "state").read_bytes())
        built.post("two", text).build()
    states.append(cached(built, "state").read_bytes())
    assert states[0] == states[1] != states[2] == states[3]
    built.post("one", "First post, edited.", note="A *note*.").build()
    edited = built.files()
    shutil.rmtree(built.root / ".sitegen")
    assert built.build().files() == edited


def test_two_processes_that_take_turns_do_not_spoil_the_cache(built: Digest) -> None:
    restore(built)
    one, other = Builder(built.root), Builder(built.root)
    with closing(one), closing(other):
        write_about(built, "else")
        other.build(NOW)
        other.save()
        edit(built)
        one.build(NOW)
        one.save()
    assert is_known(built)
    clean = built.build().wrote().removed().files()
    shutil.rmtree(built.root / ".sitegen")
    assert built.build().files() == clean
    write_about(built)


def test_the_cache_of_another_digest_counts_for_nothing(digest: Digest, built: Digest) -> None:
    restore(built)
    shutil.copytree(built.root / ".sitegen", digest.root / ".sitegen")
    assert not is_known(digest)
    digest.post("two", "Mine.").build().shows("posts/two/", "Mine.")


def test_a_cache_removed_while_it_is_used_is_made_again(digest: Digest) -> None:
    digest.post("one", "First post.").post("two", "Second post.").build()
    builder = Builder(digest.root)
    shutil.rmtree(digest.root / ".sitegen")
    digest.post("one", "Other words.")
    builder.build(NOW)
    builder.close()
    assert is_known(digest)
    digest.shows("posts/one/", "Other words.").build().wrote().removed()


def test_bodies_damaged_while_they_are_used_are_worked_out_and_kept_again(digest: Digest) -> None:
    digest.post("one", "First post.").post("two", "Second post.").build()
    builder = Builder(digest.root)
    cached(digest, "bodies").write_bytes(b"")
    digest.post("one", "Other words.")
    builder.build(NOW)
    builder.close()
    digest.shows("", "Other words.", "Second post.").build().wrote().removed()
    assert is_known(digest)


@pytest.mark.parametrize("is_other", [False, True])
def test_a_save_that_began_before_rendering_keeps_the_state_after_it(
    digest: Digest, *, is_other: bool
) -> None:
    digest.post("one", "First post.").build()
    state = load_build_state(digest.root)
    shutil.rmtree(digest.root / ".sitegen")
    known = replace(state, artifacts={}, copy_sources={})
    with closing(Cache(CacheFolder(digest.root))) as cache:
        cache.begin_save(replace(known, settings="other") if is_other else known)
        cache.build_state = state
        cache.save()
    kept = load_build_state(digest.root)
    assert (kept.settings, kept.pages) == (state.settings, state.pages)
    assert kept.artifacts == state.artifacts
    assert kept.artifacts["posts/one/index.html"].context["page"]
    assert not (digest.root / ".sitegen/state-new").exists()


def test_a_state_is_read_as_it_was_written(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.engine.block_file.BLOCK", 2)
    for number in range(5):
        digest.post(f"post-{number}", f"Post {number}.")
    digest.write("content/topics/craft/wrong.md", "---\ntitle: [\n---\n")
    with closing(Builder(digest.root)) as builder:
        builder.build(NOW)
        state = builder._state
    read = load_build_state(digest.root)
    assert read.site_plan
    assert state.site_plan
    assert read.snapshot
    assert state.snapshot
    assert repr(dict(read.pages)) == repr(state.pages)  # as errors are equal only to themselves
    assert list(read.site_plan.pages) == list(state.site_plan.pages)
    for mapping in ("sources", "artifacts", "outputs", "copy_sources"):
        assert dict(getattr(read, mapping)) == dict(getattr(state, mapping))
    for mapping in ("artifacts", "contexts", "paths"):
        assert dict(getattr(read.site_plan, mapping)) == dict(getattr(state.site_plan, mapping))
    assert dict(read.snapshot.pages) == dict(state.snapshot.pages)
    assert dict(read.snapshot.topics) == dict(state.snapshot.topics)
    assert read.site_plan.site.posts == state.site_plan.site.posts


def test_what_several_blocks_of_a_state_name_is_one_object(digest: Digest) -> None:
    digest.post("one", "First post.").post("two", "Second post.").build()
    read = load_build_state(digest.root)
    assert read.site_plan
    post = read.site_plan.site.posts[0]
    assert any(post is getattr(record.page, "page", None) for record in read.pages.values())
    file = f"{post.address}index.html"
    assert read.artifacts[file].context is read.site_plan.contexts[file]
    ref = read.site_plan.contexts[file]["page"]
    assert any(ref is other for other in read.site_plan.view.posts)


def test_an_edit_reads_only_what_it_touches_of_the_state(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.block_file.BLOCK", 1)
    digest.post("one", "First post.").page("essays/lamp.md", "Dark.", hidden="true", mood="calm")
    digest.build()
    path = cached(digest, "state")
    path.write_bytes(path.read_bytes().replace(b"calm", b"mild"))
    digest.post("one", "Edited.").build().shows("posts/one/", "Edited.")
    assert digest.result
    assert digest.result.rendered < digest.result.artifacts / 2
    digest.page("essays/lamp.md", "Dark.", mood="calm")
    shown = digest.build().shows("essays/lamp/", "Dark.").files()
    shutil.rmtree(digest.root / ".sitegen")
    assert digest.build().files() == shown


def test_a_damaged_block_that_no_edit_touches_does_not_keep_builds_from_being_saved(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.block_file.BLOCK", 1)
    digest.post("one", "First post.").page("essays/lamp.md", "Dark.", hidden="true", mood="calm")
    digest.build()
    path = cached(digest, "state")
    path.write_bytes(path.read_bytes().replace(b"calm", b"mild"))
    monkeypatch.setattr("sitegen.engine.cache._MAX_DELTA_SHARE", 0)
    edited = digest.post("one", "Edited.").build().files()
    assert not list(path.parent.glob("state*"))
    assert digest.build().files() == edited
    assert is_known(digest)


def test_a_page_that_is_removed_and_restored_is_shown_by_its_neighbours_again(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site has the plan of the first build again; the pages are those of the second."""
    monkeypatch.setattr("sitegen.engine.cache._MAX_DELTA_SHARE", 100)
    digest.write("sitegen.toml", 'title = "Test digest"\ntheme = "mine"\n')
    template = "{{ page.html }}{% if next %}{{ url(next) }}{% endif %}"
    digest.write("themes/mine/templates/post.html", template)  # reads nothing of the site
    for day, name in enumerate(("one", "two", "three"), 1):
        digest.post(name, f"Post {name}.", date=f"2024-01-0{day}")
    shown = digest.build().files()
    digest.remove("content/topics/craft/two.md").build()
    assert cached(digest, "changes")
    assert digest.post("two", "Post two.", date="2024-01-02").build().files() == shown


def test_posts_in_their_earlier_order_have_the_related_posts_of_that_order(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.cache._MAX_DELTA_SHARE", 100)
    names = [f"post-{number}" for number in range(6)]

    def build(order: list[str]) -> dict[str, bytes]:
        for day, name in enumerate(order, 1):
            text = "Bees make honey in a hive, and a beekeeper takes it with a smoker."
            digest.post(name, text, title=f"Bees {name[-1]}", date=f"2024-01-0{day}")
        return digest.build().files()

    shown = build(names)
    assert build(names[::-1]) != shown
    assert cached(digest, "changes")
    assert build(names) == shown


def test_a_first_build_saves_while_it_renders(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[StateFile] = []
    begin = StateFile.begin

    def begin_noted(file: StateFile, *arguments: Any) -> None:
        begun.append(file)
        begin(file, *arguments)

    monkeypatch.setattr("sitegen.engine.builder._SERIAL_LIMIT", 0)
    monkeypatch.setattr(StateFile, "begin", begin_noted)
    executor = ProcessExecutor()
    executor.size = 2
    digest.post("one", "First post.").post("two", "Second post.")
    build_site(digest.root, now=NOW, executor=executor, is_locked=True)
    assert begun
    assert is_known(digest)
    again = build_site(digest.root, now=NOW)
    assert (again.rendered, again.written) == (0, ())


def test_a_first_build_that_fails_leaves_no_part_of_a_state(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.builder._SERIAL_LIMIT", 0)
    executor = ProcessExecutor()
    executor.size = 2
    digest.post("one", "First post.")
    digest.write("sitegen.toml", 'title = "Test digest"\ntheme = "mine"\n')
    digest.write("themes/mine/templates/post.html", "{{ nothing.here }}")
    with pytest.raises(ThemeError):
        build_site(digest.root, now=NOW, executor=executor, is_locked=True)
    assert not list((digest.root / ".sitegen").glob("state*"))


def test_what_is_discarded_is_not_written_first(digest: Digest) -> None:
    state = load_build_state(digest.post("one", "First post.").build().root)
    new = digest.root / ".sitegen/state-new"
    shutil.rmtree(new.parent)
    with closing(Cache(CacheFolder(digest.root))) as cache:
        os.mkfifo(new)  # who writes it waits for a reader
        cache.begin_save(replace(state, artifacts={}, copy_sources={}))
    assert not new.exists()


def test_no_version_control_keeps_the_cache(digest: Digest) -> None:
    (digest.root / ".sitegen").mkdir()
    (digest.root / ".sitegen/.gitignore").touch()  # all that a process could do before its end
    folder = CacheFolder(digest.root).create()
    assert folder
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_cache_keeps_no_more_files_than_it_needs(digest: Digest) -> None:
    for text in ("One.", "Two.", "Three."):
        (digest.root / ".sitegen").mkdir(exist_ok=True)
        (digest.root / ".sitegen/bodies-left").touch()
        digest.post("one", text).build()
        assert len(list((digest.root / ".sitegen").glob("bodies-*"))) == 1


def test_a_state_is_read_from_a_disk_that_cannot_map_files(
    built: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.block_file.mmap", refuse)
    assert is_known(built)


def refuse(*_: object, **__: object) -> None:
    raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
