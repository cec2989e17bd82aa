import queue
import time
from pathlib import Path

import pytest

from sitegen.filesystem.bursts import Burst, FileEvent, Pace, Step
from sitegen.filesystem.watch import collect_burst

PACE = Pace(quiet=0.02, complete=0.005, unfinished=0.1)


class Script(queue.SimpleQueue[FileEvent]):
    """A queue that gives changes of files after set waits, and notes how long one would wait."""

    def __init__(self, *waits: float) -> None:
        self.waits = list(waits)
        self.timeouts: list[float] = []

    # The signature is the queue's own.
    def get(self, block: bool = True, timeout: float | None = None) -> FileEvent:  # noqa: ARG002, FBT001, FBT002
        assert timeout is not None
        self.timeouts.append(timeout)
        if not self.waits or self.waits[0] > timeout:
            raise queue.Empty
        time.sleep(self.waits.pop(0))
        return changed(len(self.timeouts))


def changed(number: int) -> FileEvent:
    return FileEvent(Path(f"{number}.md"), Step.CHANGED)


def collected(script: Script, pace: Pace) -> set[Path]:
    return collect_burst(changed(0), script, pace, is_apart=True)


def test_a_burst_ends_with_a_silence() -> None:
    script = Script(0.0, 0.01, 0.3, 0.0)
    paths = collected(script, Pace(quiet=0.02, longest=2.0))
    assert paths == {Path("0.md"), Path("1.md"), Path("2.md")}
    assert len(script.waits) == 2, "what came after the silence belongs to the next set"


def test_the_more_files_the_longer_the_silence_that_ends_a_burst() -> None:
    script = Script(*[0.0] * 6)
    collected(script, Pace(quiet=0.02, longest=2.0))
    assert script.timeouts == pytest.approx([0.02, 0.04, 0.06, 0.08, 0.1, 0.1, 0.1])


def test_a_burst_without_end_is_handed_over_if_of_many_files_later() -> None:
    script = Script(*[0.01] * 1000)
    start = time.monotonic()
    paths = collected(script, Pace(quiet=0.05, longest=0.04))
    assert 2 < len(paths) < 40
    assert time.monotonic() - start < 1


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text("text")
    return path


def burst_of(*steps: tuple[Path, Step], is_apart: bool = True) -> Burst:
    burst = Burst(PACE, is_apart=is_apart)
    for path, step in steps:
        burst.add(FileEvent(path, step))
    return burst


def test_one_complete_save_ends_soon_however_it_was_made(page: Path) -> None:
    other = page.with_name("a.md.Ab12")
    in_place = burst_of((page, Step.OPEN), (page, Step.COMPLETE))
    anew = burst_of(
        (page, Step.GONE), (page, Step.CHANGED), (page, Step.OPEN), (page, Step.COMPLETE)
    )
    moved_over = burst_of(
        *((other, Step.CHANGED), (other, Step.OPEN), (other, Step.COMPLETE)),
        *((other, Step.GONE), (page, Step.COMPLETE)),
    )
    assert {in_place.pause, anew.pause, moved_over.pause} == {PACE.complete}
    assert moved_over.paths == {page, other}


def test_a_file_that_is_open_or_empty_is_waited_for_longest(page: Path) -> None:
    assert burst_of((page, Step.COMPLETE), (page, Step.OPEN)).pause == PACE.unfinished
    page.write_text("")
    assert burst_of((page, Step.COMPLETE)).pause == PACE.unfinished
    assert burst_of((page, Step.CHANGED)).pause == PACE.unfinished


def test_what_may_be_a_part_of_more_is_waited_for(page: Path) -> None:
    other = page.with_name("b.md")
    assert burst_of((page, Step.GONE)).pause == PACE.quiet
    new = burst_of((page, Step.CHANGED), (page, Step.COMPLETE))
    assert new.pause == PACE.quiet, "a new file may be about to be moved over another"
    soon = burst_of((page, Step.COMPLETE), is_apart=False)
    assert soon.pause == PACE.quiet, "it follows another save"
    two = burst_of((page, Step.COMPLETE), (other, Step.COMPLETE))
    assert two.pause == 2 * PACE.quiet
