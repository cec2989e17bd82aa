"""Rebuilding in the same process, given the paths that may have changed."""

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.engine.build_result import BuildResult
from sitegen.engine.builder import Builder
from sitegen.errors import SitegenError, ThemeError
from tests.digest import NOW, Digest, files_of
from tests.effort import EFFORT


class Bench:
    """A digest with its builder, which has built it once."""

    def __init__(self, root: Path) -> None:
        self.digest = Digest(root.resolve())
        self.digest.post("one", "First post.").post("two", "Second post.", topic="play")
        self.digest.write("sitegen.toml", 'theme = "mine"\nbase_url = "https://a.example/"\n')
        self.digest.write("themes/mine/static/own.css", "p {}")
        self.builder = Builder(self.digest.root)
        self.builder.build(NOW)

    def again(self, *names: str) -> Digest:
        paths = [self.digest.root / name for name in names]
        self.digest.result = self.builder.rebuild(paths, NOW)
        return self.digest

    def is_right(self) -> bool:
        """Whether the output is that of a clean build."""
        output = self.digest.root.parent / "clean"
        with closing(Builder(self.digest.root, output=output)) as builder:
            builder.build(NOW)
        expected = files_of(output)
        shutil.rmtree(output)
        return self.digest.files() == expected


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path / "digest")
    with closing(bench.builder):
        yield bench


ONE = "content/topics/craft/one.md"


def test_a_page_that_is_named_is_built_again_wherever_it_is_shown(bench: Bench) -> None:
    bench.digest.post("one", "Other words.")
    bench.again(ONE).shows("posts/one/", "Other words.").shows("topics/craft/", "Other words.")
    assert bench.is_right()


@pytest.mark.parametrize("setting", ['title = "Other"', 'language = "de"'])
def test_settings_that_every_page_is_read_with_take_no_page_away(
    bench: Bench, setting: str
) -> None:
    bench.digest.write("sitegen.toml", f'theme = "mine"\n{setting}\n')
    bench.again("sitegen.toml").shows("posts/one/", "First post.")
    assert bench.is_right()


def test_paths_that_are_not_named_are_not_read(bench: Bench) -> None:
    bench.digest.post("one", "Other words.")
    bench.again("content/topics/play/two.md").shows("posts/one/", "First post.").wrote()


def test_without_named_paths_everything_is_read(bench: Bench) -> None:
    bench.digest.post("one", "Other words.").remove("output/404.html")
    bench.again().shows("posts/one/", "Other words.").has("404.html")


def test_a_page_that_came_and_one_that_went(bench: Bench) -> None:
    bench.digest.post("three", "Third post.").remove(ONE)
    bench.again("content/topics/craft/three.md", ONE).shows("posts/three/", "Third post.")
    bench.digest.has_not("posts/one/index.html")
    assert bench.is_right()


def test_a_folder_that_is_named_stands_for_all_in_it(bench: Bench) -> None:
    bench.digest.post("one", "Other words.").post("three", "Third post.")
    bench.again("content/topics/craft").shows("posts/one/", "Other words.")
    assert bench.is_right()


def test_a_page_in_whose_place_a_folder_came(bench: Bench) -> None:
    bench.digest.remove(ONE).write(f"{ONE}/deep.md", "No page can stand here.")
    (problem,) = result.problems if (result := bench.again(ONE).result) else ()
    assert "deep.md" in str(problem)


def test_the_content_folder_itself_stands_for_all(bench: Bench) -> None:
    bench.digest.post("one", "Other words.")
    bench.again("content").shows("posts/one/", "Other words.")


def test_templates_static_files_and_media_are_always_looked_at(bench: Bench) -> None:
    bench.digest.write("themes/mine/templates/404.html", "Gone.")
    bench.digest.write("themes/mine/static/own.css", "b {}")
    bench.digest.write("content/media/lamp.svg", "<svg/>")
    bench.again("themes/mine", "content/media/lamp.svg").shows("404.html", "Gone.")
    bench.digest.shows("static/own.css", "b {}").shows("media/lamp.svg", "<svg/>")
    bench.digest.write("content/media/lamp.svg", "<SVG/>")
    bench.digest.write("themes/mine/templates/404.html", "Gone again.")
    bench.again("content/media/lamp.svg").shows("media/lamp.svg", "<SVG/>")
    assert bench.is_right()


def test_paths_named_before_an_error_are_read_after_it(bench: Bench) -> None:
    bench.digest.write("themes/mine/templates/post.html", "{% for %}").post("one", "Other words.")
    bench.digest.post("three", "Third post.")
    with pytest.raises(ThemeError):
        bench.again("themes/mine/templates/post.html", ONE, "content/topics/craft/three.md")
    bench.digest.write("themes/mine/templates/post.html", "{{ page.html }}")
    bench.again("themes/mine/templates/post.html").shows("posts/one/", "Other words.")
    bench.digest.shows("posts/three/", "Third post.")
    assert bench.is_right()


def test_dot_files_are_not_part_of_the_site(bench: Bench) -> None:
    bench.digest.write("content/.lamp.tmp", "A lamp.")
    bench.again("content/.lamp.tmp").wrote()


def test_paths_are_those_behind_links(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "real")
    vault = tmp_path.resolve() / "vault"
    (bench.digest.root / "content").rename(vault)
    (bench.digest.root / "content").symlink_to(vault, target_is_directory=True)
    (tmp_path / "digest").symlink_to(bench.digest.root, target_is_directory=True)
    with closing(Builder(tmp_path / "digest")) as builder:
        builder.build(NOW)
        bench.digest.post("one", "Other words.")
        builder.rebuild([vault / "topics/craft/one.md"], NOW)
    bench.digest.shows("posts/one/", "Other words.")
    bench.builder.close()


FILES = [
    *(f"content/topics/{topic}/{name}.md" for topic in ("craft", "play") for name in "abc"),
    *("content/topics/craft/_index.md", "content/essays/d.md", "content/e.md"),
    *("content/media/f.svg", "themes/mine/templates/404.html", "themes/mine/static/g.css"),
    "themes/mine/templates/post.html",
]
TEXTS = [
    None,
    "Some words.",
    "Other words.",
    "---\ntitle: A title\n---\n\nUnder it.",
    "---\ntitle: Another\ndate: 2020-01-01\n---\n\nUnder it.",
    "---\npinned: true\nalso: [play]\n---\n\nPinned.",
    "---\nhidden: true\n---\n\nHidden.",
    "---\ntitle: a: b\n---\n",
    "{% for %}",
]
saves = st.lists(st.tuples(st.sampled_from(FILES), st.sampled_from(TEXTS)), min_size=1, max_size=3)


@pytest.mark.slow
@settings(max_examples=10 * EFFORT, deadline=None)
@given(st.lists(saves, min_size=1, max_size=6))
def test_whatever_is_saved_in_whatever_order_it_ends_in_the_site_of_a_clean_build(
    bursts: list[list[tuple[str, str | None]]],
) -> None:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder) / "digest")
        with closing(bench.builder):
            for burst in bursts[:-1]:
                with suppress(SitegenError):
                    _save(bench, burst)
            assert _is_right_after(bench, bursts[-1])


def _save(bench: Bench, burst: list[tuple[str, str | None]]) -> BuildResult | None:
    for name, text in burst:
        if text is not None:
            bench.digest.write(name, text)
        elif (bench.digest.root / name).exists():
            bench.digest.remove(name)
    return bench.again(*(name for name, _ in burst)).result


def _is_right_after(bench: Bench, burst: list[tuple[str, str | None]]) -> bool:
    """Whether both builds end alike: in the same files, or in the same error."""
    before = bench.digest.files()
    try:
        result = _save(bench, burst)
    except SitegenError as error:
        return bench.digest.files() == before and _fails_alike(bench, error)
    # What a page that is broken now was built from before stays, which no clean build can have.
    return bench.is_right() or bool(result and result.problems)


def _fails_alike(bench: Bench, error: SitegenError) -> bool:
    with pytest.raises(SitegenError) as clean:
        bench.is_right()
    return str(clean.value) == str(error)
