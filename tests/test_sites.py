"""Whole sites: what becomes of a valid one, and what a person reads about a broken one.

Each folder under ``sites/`` is a digest with its ``expected/`` output. Each under
``sites_invalid/`` has one mistake in it, and ``error.txt`` is what a build prints and ends with.
"""

import shutil
from pathlib import Path

import pytest

from tests.command_line import sitegen
from tests.paths import TESTS

VALID = TESTS / "sites"
INVALID = TESTS / "sites_invalid"
CASES = sorted(path.name for path in INVALID.iterdir())


@pytest.mark.parametrize("case", CASES)
def test_a_broken_site_is_explained(case: str, tmp_path: Path) -> None:
    site = tmp_path / case
    shutil.copytree(INVALID / case, site)
    assert build(site) == (INVALID / case / "error.txt").read_text(encoding="utf-8")


def build(site: Path) -> str:
    """What the command prints, without the folder's path, and its exit code."""
    done = sitegen(site, "build")
    message = done.stderr.replace(f"{site}/", "").replace(str(site), ".")
    return f"{message}exit code {done.returncode}\n"


@pytest.mark.parametrize("case", sorted(path.name for path in VALID.iterdir()))
def test_a_valid_site_becomes_what_is_expected(case: str, tmp_path: Path) -> None:
    site = tmp_path / case
    shutil.copytree(VALID / case, site)
    assert build(site) == "exit code 0\n"
    assert read(site / "output") == read(VALID / case / "expected")


def read(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
