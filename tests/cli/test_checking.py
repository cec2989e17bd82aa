"""What a person reads, and a program gets, of an output that is checked.

Each folder under ``sites_unfit/`` is a digest; ``check.txt`` is what a check of it prints and ends
with. It is built before, except for the one that is not.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.command_line import sitegen
from tests.digest import Digest
from tests.paths import TESTS

UNFIT = TESTS / "sites_unfit"


def check(folder: Path) -> str:
    """What the command prints, without times, and its exit code."""
    done = sitegen(folder, "check")
    summary = re.sub(r"in \d+\.\d\d s", "in 0.00 s", done.stdout)
    return f"{done.stderr}{summary}exit code {done.returncode}\n"


@pytest.mark.parametrize("case", sorted(path.name for path in UNFIT.iterdir()))
def test_an_output_that_is_not_fit_is_explained(case: str, tmp_path: Path) -> None:
    site = tmp_path / case
    shutil.copytree(UNFIT / case, site)
    if case != "not-built":
        assert sitegen(site, "build").returncode == 0
    assert check(site) == (UNFIT / case / "check.txt").read_text(encoding="utf-8")


def test_a_valid_output_is_reported_in_one_line(digest: Digest) -> None:
    sitegen(digest.root, "build")
    assert re.fullmatch(
        r"Checked \d+ files in 0.00 s: all is well\nexit code 0\n", check(digest.root)
    )


def test_warnings_alone_do_not_fail(digest: Digest) -> None:
    digest.page("about.md", '<img src="https://pictures.example/lamp.jpg" alt="A lamp">')
    sitegen(digest.root, "build")
    assert "s: nothing is broken, 1 warning\nexit code 0" in check(digest.root)


def test_a_digest_elsewhere_is_checked_by_its_folder(digest: Digest, tmp_path: Path) -> None:
    sitegen(digest.root, "build")
    assert "all is well" in sitegen(digest.root / "content", "check", "..").stdout
    assert "all is well" in sitegen(tmp_path, "check", str(digest.root / "content")).stdout


def test_a_program_may_read_what_a_check_found(digest: Digest) -> None:
    digest.post("one", "See [it](/gone/).")
    sitegen(digest.root, "build")
    done = sitegen(digest.root, "check", "--json")
    assert done.returncode == 4
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert found["broken_links"] == [
        {
            "message": "the link to “/gone/” on /posts/one/ leads nowhere",
            "path": str(digest.root / "content/topics/craft/one.md"),
            "line": 4,
            "column": 10,
            "hint": "correct the address, or take it out",
        }
    ]
    assert (found["other_problems"], found["warnings"]) == ([], [])
    assert found["files"] > 10
