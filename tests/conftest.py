"""Fixtures that more than one test file needs."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.digest import Digest


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    """A digest with a front page and nothing else."""
    return Digest(tmp_path)


settings.register_profile("any machine", deadline=None)  # times belong in benchmarks/
settings.load_profile("any machine")
