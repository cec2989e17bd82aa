"""The lock files: what `make site` and `make test` install is named exactly, and by content."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
OWN = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
EXTRAS = [each for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra]


def packages(*locks: str) -> list[str]:
    """The entries of the files, each with its lines of hashes."""
    text = "".join((ROOT / lock).read_text(encoding="utf-8") for lock in locks)
    return re.findall(r"^[a-z].*(?:\n .*)*", text, re.MULTILINE)


def versions(*locks: str) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for entry in packages(*locks):
        name, version = re.match(r"(\S+)==(\S+)", entry).groups()  # type: ignore[union-attr]
        found.setdefault(name, []).append(Version(version))
    return found


@pytest.mark.parametrize(
    ("needs", "locks"), [(OWN, LOCKS[:1]), ([*OWN, *EXTRAS], LOCKS)], ids=["site", "test"]
)
def test_all_that_the_project_declares_is_locked(needs: list[str], locks: tuple[str, ...]) -> None:
    locked = versions(*locks)
    for need in map(Requirement, needs):
        found = locked.get(canonicalize_name(need.name), [])
        assert found, f"{need} is not locked: make lock"
        assert all(version in need.specifier for version in found), f"{need}: make lock"


def test_every_locked_package_is_known_by_its_content() -> None:
    assert all("--hash=sha256:" in entry for entry in packages(*LOCKS))


def test_the_lock_files_name_no_index() -> None:
    for lock in LOCKS:
        assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_the_package_itself_sets_lower_bounds_only() -> None:
    needs = [Requirement(each) for each in [*OWN, *EXTRAS]]
    operators = {each.operator for need in needs for each in need.specifier}
    assert operators == {">="}
