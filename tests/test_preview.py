import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.errors import ConfigError, ContentError, GroupedError, SitegenError
from sitegen.models import BuildResult, Change
from sitegen.preview import Outcome, is_no_input, next_state, run_preview
from sitegen.server import PreviewServer, State
from tests.test_server import Follower

PATIENCE = 10.0


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
    """A digest of one text, which a small build makes a page of; with its preview in a thread."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.text = root / "content/a.md"
        self.page = root / "output/index.html"
        self.text.parent.mkdir(parents=True)
        self.page.parent.mkdir()
        self.text.write_text("first")
        self.stop = threading.Event()
        self.builds = 0
        self.pause = 0.0
        self._outcomes: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def start(self, server: PreviewServer | None = None) -> None:
        self._thread = threading.Thread(
            target=run_preview,
            args=(self.root,),
            kwargs={
                "build": self.build,
                "server": server,
                "stop": self.stop,
                "report": self._outcomes.put,
            },
        )
        self._thread.start()

    def next(self) -> Outcome:
        return self._outcomes.get(timeout=PATIENCE)

    def is_quiet(self) -> bool:
        time.sleep(0.3)
        return self._outcomes.empty()

    def build(self) -> BuildResult:
        self.builds += 1
        text = self.text.read_text()
        time.sleep(self.pause)
        match text:
            case "broken":
                raise ContentError("the text is broken", path=self.text, line=1)
            case "broken twice":
                raise GroupedError([ContentError("one"), ContentError("two")])
            case "a fault":
                return result(str(1 // 0))
            case "half":
                return result(problems=(ContentError("left out"),))
        page = f"<body>{text}</body>"
        if self.page.exists() and self.page.read_text() == page:
            return result()
        self.page.write_text(page)
        return result("index.html")

    def close(self) -> None:
        self.stop.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)
            assert not self._thread.is_alive()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path / "digest")
    yield workshop
    workshop.close()


def test_it_builds_at_once_and_after_each_save(workshop: Workshop) -> None:
    workshop.start()
    assert workshop.next().changes == frozenset()
    workshop.text.write_text("second")
    assert workshop.next().changes == {Change(workshop.text.resolve())}
    assert workshop.page.read_text() == "<body>second</body>"


def test_its_own_writing_calls_for_no_build(workshop: Workshop) -> None:
    workshop.start()
    workshop.next()
    (workshop.root / ".sitegen").mkdir()
    (workshop.root / ".sitegen/cache").write_text("")
    (workshop.root / "output/new").mkdir()
    assert workshop.is_quiet()
    assert workshop.builds == 1


def test_a_save_during_a_build_is_built_next(workshop: Workshop) -> None:
    workshop.pause = 0.2
    workshop.start()
    while workshop.builds == 0:
        time.sleep(0.01)
    workshop.text.write_text("second")
    workshop.next()
    workshop.next()
    assert workshop.page.read_text() == "<body>second</body>"


def test_after_any_error_the_next_good_save_is_built(workshop: Workshop) -> None:
    workshop.start()
    workshop.next()
    for text, messages in (
        ("broken", ["the text is broken"]),
        ("broken twice", ["one", "two"]),
        ("half", ["left out"]),
    ):
        workshop.text.write_text(text)
        assert [problem.message for problem in workshop.next().problems] == messages
    workshop.text.write_text("mended")
    assert workshop.next().problems == ()
    assert workshop.page.read_text() == "<body>mended</body>"


def test_a_fault_of_sitegens_own_is_shown_as_one_and_ends_nothing(workshop: Workshop) -> None:
    workshop.text.write_text("a fault")
    workshop.start()
    (problem,) = workshop.next().problems
    assert "ZeroDivisionError" in problem.message
    assert problem.path == Path(__file__)
    assert problem.hint is not None
    assert "report it" in problem.hint
    workshop.text.write_text("mended")
    assert workshop.next().problems == ()


def test_the_browser_is_told_of_every_build(workshop: Workshop) -> None:
    with PreviewServer(workshop.root / "output", port=0) as server:
        follower = Follower(server)
        versions = [follower.next()["version"]]
        workshop.start(server)
        versions.append(follower.next()["version"])
        workshop.text.write_text("broken")
        broken = follower.next()
        workshop.text.write_text("mended")
        versions.append(follower.next()["version"])
        follower.close()
        workshop.close()
    assert broken["version"] == versions[1]
    assert broken["problems"][0]["place"] == "content/a.md:1"
    assert len(set(versions)) == 3


def test_a_save_reaches_the_browser_within_a_tenth_of_a_second(workshop: Workshop) -> None:
    with PreviewServer(workshop.root / "output", port=0) as server:
        follower = Follower(server)
        workshop.start(server)
        workshop.next()
        waits = []
        for number in range(5):
            time.sleep(0.05)
            start = time.perf_counter()
            workshop.text.write_text(f"text {number}")
            version = f"-{number + 2}"
            while not follower.next()["version"].endswith(version):
                pass
            waits.append(time.perf_counter() - start)
        follower.close()
        workshop.close()
    assert min(waits) < 0.1


def test_an_error_of_the_caller_ends_the_preview_and_its_threads(workshop: Workshop) -> None:
    before = threading.active_count()

    def report(_: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_preview(
            workshop.root, build=workshop.build, server=None, stop=workshop.stop, report=report
        )
    assert threading.active_count() == before


def test_a_build_that_wrote_something_is_a_new_version() -> None:
    assert next_state(State(3), outcome(result("a.html"))) == State(4)
    assert next_state(State(3), outcome(result())) == State(3)


def test_a_broken_build_keeps_the_version_and_a_mended_one_is_new() -> None:
    problem = ConfigError("broken")
    broken = next_state(State(3), outcome(None, problem))
    assert broken == State(3, (problem,))
    assert next_state(broken, outcome(result())) == State(4)


def test_a_build_that_left_a_page_out_is_a_new_version_with_a_problem() -> None:
    problem = ContentError("left out")
    assert next_state(State(3), outcome(result("a.html"), problem)) == State(4, (problem,))


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
def test_what_a_site_is_made_of_is_watched(name: str) -> None:
    assert not is_no_input(ROOT / name, ROOT)


@pytest.mark.parametrize("name", ["output", ".sitegen", "README.md", ".git", "content/a.md~"])
def test_what_no_site_is_made_of_is_not_watched(name: str) -> None:
    assert is_no_input(ROOT / name, ROOT)


def test_the_caller_hears_what_hinders_the_watching(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.preview.watch", _watch_that_warns)
    workshop.start()
    assert [warning.message for warning in workshop.next().warnings] == ["it polls"]
    assert workshop.next().warnings == ()


def _watch_that_warns(
    *_: object, warn: Callable[[SitegenError], None], **__: object
) -> Iterator[frozenset[Change]]:
    warn(SitegenError("it polls"))
    yield frozenset()
    yield frozenset()
