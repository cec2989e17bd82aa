import functools
import queue
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Self

import pytest

from sitegen.engine.build_result import BuildResult
from sitegen.engine.builder import Builder
from sitegen.errors import ConfigError, ContentError, SitegenError
from sitegen.filesystem.bursts import Pace
from sitegen.filesystem.watch import Change, watch
from sitegen.preview.session import Outcome, is_irrelevant, next_state, run_preview
from sitegen.server import PreviewServer, State
from tests.digest import CONFIG, Digest, files_of
from tests.server.test_server import Follower, ask

PATIENCE = 10.0
BROKEN = "---\ntitle: a: b\n---\n"


def result(*written: str, problems: tuple[SitegenError, ...] = ()) -> BuildResult:
    return BuildResult(
        output=Path("output"),
        artifacts=1,
        written=written,
        rendered=1,
        removed=(),
        reasons={},
        seconds=0.0,
        problems=problems,
    )


def outcome(of: BuildResult | None, *problems: SitegenError) -> Outcome:
    return Outcome(changes=frozenset(), result=of, problems=problems)


class Workshop:
    """A digest of one page without output formats, with its preview in a thread."""

    def __init__(self, root: Path) -> None:
        self.digest = Digest(root).write("sitegen.toml", f"{CONFIG}[editions]\ncards = false\n")
        self.digest.write("sitegen.toml", f"{CONFIG}[editions]\ncards = false\n")
        self.root = root
        self.text = root / "content/a.md"
        self.text.write_text("first")
        self.stop = threading.Event()
        self.builder: Builder = Builder(root)
        self.on_report: Callable[[], object] = lambda: None
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def build(self) -> Self:
        """Builds the digest with its icons, which a preview would add when it is idle."""
        with closing(Builder(self.root)) as builder:
            builder.build()
        return self

    def start(self, server: PreviewServer | None = None, *, poll: bool = False) -> Self:
        self._thread = threading.Thread(
            target=run_preview,
            args=(self.root,),
            kwargs={
                "builder": self.builder,
                "server": server,
                "stop": self.stop,
                "report": self._report,
                "poll": poll,
            },
        )
        self._thread.start()
        return self

    def _report(self, outcome: Outcome) -> None:
        self.on_report()  # first, as the test may replace it once it has the outcome
        self._outcomes.put(outcome)

    def next(self) -> Outcome:
        return self._outcomes.get(timeout=PATIENCE)

    def settle(self, quiet: float = 1.0) -> list[Outcome]:
        """Waits until no more outcomes arrive, compares with a clean build and returns them."""
        outcomes = [self.next()]
        with suppress(queue.Empty):
            while True:
                outcomes.append(self._outcomes.get(timeout=quiet))
        assert self.digest.files() == clean_build(self.root)
        return outcomes

    def is_quiet(self) -> bool:
        time.sleep(1)
        return self._outcomes.empty()

    def close(self) -> None:
        self.stop.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)
            assert not self._thread.is_alive()
        self.builder.close()


def clean_build(root: Path) -> dict[str, bytes]:
    """The files of an output that is built from nothing, beside the digest."""
    output = root.parent / "clean"
    shutil.rmtree(output, ignore_errors=True)
    with closing(Builder(root, output=output)) as builder:
        builder.build()
    return files_of(output)


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path.resolve() / "digest")
    yield workshop
    workshop.close()


def test_it_builds_at_once_and_after_each_save(workshop: Workshop) -> None:
    assert workshop.start().next().changes == frozenset()
    workshop.text.write_text("second")
    assert workshop.next().changes == {Change(workshop.text)}
    workshop.digest.shows("a/", "second")


def test_its_own_writing_calls_for_no_build(workshop: Workshop) -> None:
    workshop.build().start().next()
    workshop.text.write_text("second")
    workshop.next()
    assert workshop.is_quiet()


def test_a_save_during_a_build_is_built_next(workshop: Workshop) -> None:
    workshop.on_report = lambda: workshop.text.write_text("second")
    workshop.start().next()
    workshop.on_report = lambda: None
    workshop.next()
    workshop.digest.shows("a/", "second")


def test_a_rest_finds_what_the_system_does_not_tell_of(workshop: Workshop) -> None:
    elsewhere = workshop.root.parent / "elsewhere.md"
    elsewhere.write_text("Linked.")
    (workshop.root / "content/linked.md").hardlink_to(elsewhere)
    workshop.start().next()
    elsewhere.write_text("Linked and changed.")
    workshop.text.write_text("second")
    assert workshop.next().changes == {Change(workshop.text)}
    found = workshop.next()
    while found.changes:  # A save may be seen twice: emptied, and written.
        found = workshop.next()
    assert found.result is not None
    assert "linked/index.html" in found.result.written
    workshop.digest.shows("linked/", "Linked and changed.")


def test_a_rest_puts_back_what_was_removed_from_the_output(workshop: Workshop) -> None:
    workshop.start().next()
    (workshop.root / "output/static/style.css").unlink()
    workshop.text.write_text("second")
    workshop.next()
    workshop.next()
    workshop.digest.has("static/style.css")


@pytest.fixture
def without_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets previews never look at everything only because they are idle."""
    never = functools.partial(watch, pace=Pace(rests=()))
    monkeypatch.setattr("sitegen.preview.session.watch", never)


@pytest.mark.usefixtures("without_rests")
@pytest.mark.parametrize("poll", [False, True])
def test_an_output_that_was_removed_is_back_at_once(workshop: Workshop, *, poll: bool) -> None:
    workshop.build().start(poll=poll).next()
    shutil.rmtree(workshop.root / "output")
    assert workshop.next().changes == {Change(workshop.root / "output")}
    workshop.digest.has("a/index.html", "static/style.css")


@pytest.mark.usefixtures("without_rests")
def test_a_file_of_the_output_that_is_gone_is_back_when_a_browser_asks_for_it(
    workshop: Workshop,
) -> None:
    with PreviewServer(workshop.root / "output", port=0) as server:
        workshop.build().start(server).next()
        (workshop.root / "output/a/index.html").unlink()
        assert ask(server, "/never-there/")[0] == ask(server, "/a/")[0] == HTTPStatus.NOT_FOUND
        found = workshop.next().result
        assert (found and found.written, ask(server, "/a/")[0]) == (("a/index.html",), 200)
        workshop.close()


def test_a_persistent_problem_is_reported_once(workshop: Workshop) -> None:
    workshop.build().start().next()
    workshop.text.write_text(BROKEN)
    assert len(workshop.next().problems) == 1
    assert workshop.is_quiet(), "also at a rest"


def test_a_persistent_error_is_reported_once_and_later_saves_are_built(
    workshop: Workshop,
) -> None:
    workshop.build().start().next()
    workshop.digest.write("sitegen.toml", "title = ")
    assert workshop.next().result is None
    assert workshop.is_quiet()
    workshop.text.write_text("saved meanwhile")
    assert workshop.next().result is None
    workshop.digest.write("sitegen.toml", 'title = "Mended"')
    workshop.next()
    workshop.digest.shows("a/", "saved meanwhile", "Mended")


def test_after_any_error_the_next_good_save_is_built(workshop: Workshop) -> None:
    workshop.start().next()
    for text, message in ((BROKEN, "front matter"), ("---\npinned: 9\n---\n", "pinned")):
        workshop.text.write_text(text)
        (problem,) = workshop.next().problems
        assert message in str(problem)
    workshop.text.write_text("mended")
    assert workshop.next().problems == ()
    workshop.digest.shows("a/", "mended")


def test_by_looking_through_the_folders_changes_are_found_too(workshop: Workshop) -> None:
    assert workshop.start(poll=True).next().warnings == ()
    workshop.text.write_text("found by looking")
    workshop.digest.post("new", "A new one.")
    workshop.settle()
    workshop.digest.shows("a/", "found by looking").shows("posts/new/", "A new one.")


@pytest.mark.slow
def test_the_build_state_survives_a_long_idle_time(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = functools.partial(watch, pace=Pace(rests=(0.2, 0.5)))
    monkeypatch.setattr("sitegen.preview.session.watch", soon)
    workshop.start().next()
    state = workshop.root / ".sitegen/state"
    end = time.monotonic() + 2 * PATIENCE
    while not state.exists() and time.monotonic() < end:
        time.sleep(0.1)
    assert state.exists()


def test_the_browser_is_notified_of_every_build(workshop: Workshop) -> None:
    with PreviewServer(workshop.root / "output", port=0) as server:
        follower = Follower(server)
        versions = [follower.next()["version"]]
        workshop.start(server)
        versions.append(follower.next()["version"])
        workshop.digest.write("content/index.md", BROKEN)
        broken = follower.next()
        workshop.digest.write("content/index.md", "Mended.")
        versions.append(follower.next()["version"])
        follower.close()
        workshop.close()
    assert broken["version"] == versions[1]
    assert broken["problems"][0]["place"].startswith("content/index.md:2")
    assert len(set(versions)) == 3


def test_output_formats_follow_the_pages_and_reload_what_shows_them(
    workshop: Workshop,
) -> None:
    workshop.digest.write("sitegen.toml", f"{CONFIG}[editions]\nemail = true\n")
    mail = workshop.root / "output/email/index.html"
    with PreviewServer(workshop.root / "output", port=0) as server:
        follower = Follower(server)
        follower.next()
        workshop.start(server)
        pages = follower.next()
        had_mail = mail.exists()
        formats = follower.next()
        follower.close()
        workshop.close()
    assert (had_mail, mail.exists()) == (False, True)
    assert pages["version"] == formats["version"]
    assert pages["formats"] != formats["formats"]


def test_an_error_of_the_caller_ends_the_preview_and_its_threads(workshop: Workshop) -> None:
    before = threading.active_count()

    def report(_: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_preview(
            workshop.root, builder=workshop.builder, server=None, stop=workshop.stop, report=report
        )
    assert threading.active_count() == before


def test_a_build_that_wrote_something_is_a_new_version() -> None:
    assert next_state(State(3), outcome(result("a.html"))) == State(4, is_built=True)
    assert next_state(State(3), outcome(result())) == State(3, is_built=True)


def test_a_build_of_output_formats_alone_is_a_new_version_of_these() -> None:
    built = replace(result("digest.epub"), only_formats=True)
    assert next_state(State(3), outcome(built)) == State(3, is_built=True, formats=1)


def test_a_failed_build_keeps_the_version_and_a_repaired_one_changes_it() -> None:
    problem = ConfigError("broken")
    broken = next_state(State(3), outcome(None, problem))
    assert broken == State(3, (problem,), has_failed=True)
    assert next_state(broken, outcome(result())) == State(4, is_built=True)


def test_a_build_that_left_a_page_out_is_a_new_version_with_a_problem() -> None:
    problem = ContentError("left out")
    assert next_state(State(3), outcome(result("a.html"), problem)) == State(
        4, (problem,), is_built=True
    )


ROOT = Path("/digest")


@pytest.mark.parametrize(
    "name",
    [
        "content",
        "content/a.md",
        "themes",
        "themes/mine/base.html",
        "sitegen.toml",
        "pyproject.toml",
    ],
)
def test_every_input_of_a_site_is_watched(name: str) -> None:
    assert not is_irrelevant(ROOT / name, ROOT)


@pytest.mark.parametrize("name", ["output", ".sitegen", "README.md", ".git", "content/a.md~"])
def test_files_that_are_not_inputs_are_not_watched(name: str, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    assert is_irrelevant(tmp_path / name, tmp_path)


def test_watch_errors_are_reported_to_the_caller(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.preview.session.watch", _watch_that_warns)
    workshop.start()
    assert [warning.message for warning in workshop.next().warnings] == ["it polls"]
    assert workshop.next().warnings == ()


def _watch_that_warns(
    *_: object, warn: Callable[[SitegenError], None], **__: object
) -> Iterator[frozenset[Change]]:
    warn(SitegenError("it polls"))
    yield frozenset()
    yield frozenset({Change(ROOT / "content/a.md")})
