"""The benchmark of builds measures what it says: the same posts, all pages, the right figures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.building.builds import Figures
from benchmarks.building.checking import WrongOutputError, check_edit, check_output, page_of
from benchmarks.building.clock import Clock
from benchmarks.building.generators import ALL, SITEGEN, SITEGEN_THEMES, Generator
from benchmarks.building.importing import time_stages, write_dump
from benchmarks.building.measuring import Command, FailedRunError, peak_memory, time_run
from benchmarks.building.posts import TOPICS, make_posts
from benchmarks.building.sites import LaidOut, edit, empty, lay_out
from benchmarks.building.stages import measure_stages
from benchmarks.building.tables import builds_table, growth_table
from sitegen.engine.builder import build_site
from tests.paths import ROOT


@pytest.fixture
def site(tmp_path: Path) -> LaidOut:
    laid_out = lay_out(SITEGEN, tmp_path / "site", make_posts(20))
    build_site(laid_out.folder)
    return laid_out


def test_the_same_posts_are_made_each_time_in_any_process() -> None:
    code = "from benchmarks.building.posts import make_posts; print(repr(make_posts(30)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "7"},
        cwd=ROOT,
    )
    assert done.stdout.strip() == repr(make_posts(30))


def test_posts_have_40_to_120_words_forty_topics_and_dates_of_their_own() -> None:
    posts = make_posts(2000)
    assert all(40 <= len(" ".join(post.shown).split()) <= 120 for post in posts)
    assert {post.topic for post in posts} == set(TOPICS)
    assert len(TOPICS) == 40
    assert len({post.date for post in posts}) == 2000


def test_posts_hold_all_that_markdown_is_used_for() -> None:
    text = "\n".join(post.body for post in make_posts(100))
    assert all(
        mark in text for mark in ("](https://", " *", " **", " `", "\n- ", "\n> ", "```python")
    )


@pytest.mark.parametrize("generator", SITEGEN_THEMES, ids=lambda g: g.layout)
def test_sitegen_builds_its_layouts_into_the_pages_that_are_expected(
    generator: Generator, tmp_path: Path
) -> None:
    site = lay_out(generator, tmp_path, make_posts(120))
    assert build_site(site.folder).problems == ()
    check_output(site)


@pytest.mark.parametrize("generator", ALL, ids=lambda g: g.layout)
def test_every_layout_holds_every_post_in_a_file_of_its_own(
    generator: Generator, tmp_path: Path
) -> None:
    site = lay_out(generator, tmp_path / "site", make_posts(20))
    assert len({site.path_of(post) for post in site.posts}) == 20
    for post in site.posts:
        assert site.path_of(post).read_text(encoding="utf-8").endswith(f"\n\n{post.body}")


def test_a_missing_page_is_noticed(site: LaidOut) -> None:
    (site.output / page_of(site.posts[7])).unlink()
    with pytest.raises(WrongOutputError, match="post-000007"):
        check_output(site)


def test_a_page_too_many_is_noticed(site: LaidOut) -> None:
    (site.output / "stray.html").write_text("")
    with pytest.raises(WrongOutputError, match=r"too many: \['stray.html'\]"):
        check_output(site)


@pytest.mark.parametrize(
    "name", ["index.html", "posts/post-000000/index.html", "topics/{topic}/index.html"]
)
def test_a_page_without_its_text_is_noticed(site: LaidOut, name: str) -> None:
    topic = min(post.topic for post in site.posts)
    (site.output / name.format(topic=topic)).write_text("<p>Nothing</p>")
    with pytest.raises(WrongOutputError):
        check_output(site)


def test_text_shown_as_the_source_of_html_is_noticed(site: LaidOut) -> None:
    page = site.output / page_of(site.posts[0])
    page.write_text(page.read_text().replace("<p>", "&lt;p&gt;"))
    with pytest.raises(WrongOutputError, match="shows its text"):
        check_output(site)


def test_an_edit_counts_where_the_page_and_its_topic_show_it(site: LaidOut) -> None:
    mark = edit(site, site.posts[3], 0)
    with pytest.raises(WrongOutputError, match="shows its edit"):
        check_edit(site, site.posts[3], mark)
    build_site(site.folder)
    check_edit(site, site.posts[3], mark)
    check_output(site)


def test_a_cold_build_finds_nothing_of_an_earlier_one(site: LaidOut) -> None:
    (site.folder / ".cache").mkdir()
    empty(site)
    assert {path.name for path in site.folder.iterdir()} == {"content", "themes", "sitegen.toml"}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    held = "import os, time; os.fork(); held = bytes(range(256)) * 160_000; time.sleep(0.5)"
    command = Command([sys.executable, "-c", held], tmp_path, os.environ)
    assert 80e6 < peak_memory(command) < 130e6


def test_a_failing_command_is_not_measured(tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", "exit('no such theme')"], tmp_path, os.environ)
    with pytest.raises(FailedRunError, match="no such theme"):
        time_run(command)


def test_a_clock_counts_a_call_within_another_once() -> None:
    moments = iter(range(100))
    clock = Clock(lambda: float(next(moments)))
    inner = clock.timed("inner", lambda: None)
    clock.timed("outer", lambda: (inner(), inner()))()
    assert clock.seconds == {"inner": 2.0, "outer": 3.0}


def test_a_build_is_timed_by_stage(site: LaidOut) -> None:
    empty(site)
    stages = measure_stages(site.folder)
    assert all(stages[stage] > 0 for stage in ("front matter", "Markdown to HTML", "templates"))
    check_output(site)


def test_an_import_is_timed_by_stage(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "digest", 30)
    seconds = time_stages(dump)
    assert list(seconds) == ["reading and splitting", "grouping", "planning", "writing"]
    assert all(taken > 0 for taken in seconds.values())
    assert len(list(dump.parent.glob("content/topics/*/[!_]*.md"))) >= 25


def figures(posts: int, sitegen: float, hugo: float | None) -> Figures:
    cold = {"sitegen": sitegen} | ({"Hugo": hugo} if hugo else {})
    return Figures(
        posts=posts, cold=cold, processor={}, memory={}, files={}, unchanged={}, edited={}
    )


def test_a_table_shows_each_figure_beside_its_ratio_to_hugos() -> None:
    table = builds_table(figures(100, 3.0, 4.0), ["sitegen", "Hugo"])
    assert (
        "| cold build | 3.00 s (0.75) | 4.00 s (1.00) | 0.75 plain, 1.2 default, 1.3 wire |"
        in table
    )


def test_a_table_without_hugo_has_no_ratios() -> None:
    assert "| cold build | 3.00 s | 0.75 plain, 1.2 default, 1.3 wire |" in builds_table(
        figures(100, 3.0, None), ["sitegen"]
    )


def test_growth_is_the_time_for_a_post_against_that_on_a_small_site() -> None:
    table = growth_table(figures(100, 3.0, None), figures(1000, 33.0, None), ["sitegen"])
    assert "| time per post, against 100 posts | 1.10 | at most 1.2 |" in table
