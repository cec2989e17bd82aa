from pathlib import Path

import pytest

from benchmarks.soaking import soak
from tests.effort import EFFORT


@pytest.mark.slow
def test_random_saves_end_in_the_site_of_a_clean_build(tmp_path: Path) -> None:
    told = list(soak(tmp_path / "site", posts=60, seconds=2 * EFFORT))
    assert told[-1][0] > 5
