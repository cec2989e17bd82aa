"""Faults that no build expects: each is shown or said, and the preview goes on."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.engine.build_result import BuildResult
from sitegen.engine.builder import Builder
from sitegen.engine.uptodate import NOT_CHECKED, UpToDateCheck
from sitegen.errors import OutputError
from tests.preview.test_session import PATIENCE, Workshop, result


class FaultyBuilder(Builder):
    """Fails by itself as long as a page says so, and once when it is idle."""

    idle_fault: Exception | None = None
    has_failed = threading.Event()

    def build(
        self,
        now: datetime | None = None,
        checked: UpToDateCheck = NOT_CHECKED,
        *,
        defers_formats: bool = False,
    ) -> BuildResult:
        if "fault" in (self._root / "content/a.md").read_text():
            return result(str(1 // 0))
        return super().build(now, checked, defers_formats=defers_formats)

    def prepare_edit(self) -> None:
        super().prepare_edit()
        if self.idle_fault:
            fault, self.idle_fault = self.idle_fault, None
            self.has_failed.set()
            raise fault


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    workshop = Workshop(tmp_path.resolve() / "digest")
    yield workshop
    workshop.close()


def test_a_fault_of_sitegens_own_is_shown_as_one_and_ends_nothing(workshop: Workshop) -> None:
    workshop.builder.close()
    workshop.builder = FaultyBuilder(workshop.root)
    workshop.text.write_text("a fault")
    (problem,) = workshop.start().next().problems
    assert "ZeroDivisionError" in problem.message
    assert problem.path == Path(__file__)
    assert problem.hint is not None
    assert "report it" in problem.hint
    workshop.text.write_text("mended")
    assert workshop.next().problems == ()


@pytest.mark.parametrize("fault", [OutputError("the disk is full"), OSError("the disk is full")])
def test_a_fault_of_what_is_done_when_idle_is_a_warning_and_ends_nothing(
    workshop: Workshop, fault: Exception
) -> None:
    workshop.builder.close()
    workshop.builder = builder = FaultyBuilder(workshop.root)
    builder.idle_fault, builder.has_failed = fault, threading.Event()
    workshop.build().start().next()
    assert builder.has_failed.wait(PATIENCE)
    workshop.text.write_text("mended")
    (warning,) = workshop.next().warnings
    assert "the disk is full" in warning.message
    workshop.digest.shows("a/", "mended")
