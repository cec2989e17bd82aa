"""What a build prepares while another process looks whether there is anything to do."""

from pathlib import Path

import pytest

from sitegen.cli import building
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.uptodate import NOT_CHECKED, UpToDateCheck
from sitegen.processes.background import BackgroundCall


class _Check(BackgroundCall[UpToDateCheck]):
    """A check that has its result when it was asked so many times."""

    def __init__(self, times: int) -> None:
        super().__init__(lambda: NOT_CHECKED)
        self.result()
        self._times = times

    @property
    def has_result(self) -> bool:
        self._times -= 1
        return self._times < 0


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(building, "import_module", names.append)
    return names


def test_no_more_is_imported_once_it_is_known_what_to_do(
    imported: list[str], tmp_path: Path
) -> None:
    building._prepare(_Check(2), CacheFolder(tmp_path))
    assert imported == ["jinja2", "sitegen.markdown"]


def test_all_that_a_build_needs_is_imported_while_it_is_not_known(
    imported: list[str], tmp_path: Path
) -> None:
    building._prepare(_Check(100), CacheFolder(tmp_path))
    assert imported[-1] == "sitegen.engine.builder"
