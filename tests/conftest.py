"""Fixtures that more than one test file needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from tests.browser import open_browser
from tests.digest import Digest
from tests.effort import EFFORT
from tests.publishing import Repository, forget_own_git_settings
from tests.sharing import share
from tests.temporary import keep_temporary_files_in_memory


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests of worker processes first: these are forked only until a browser was opened.

    Its driver is watched by a thread, and workers beside a thread have to import everything again.
    """
    items.sort(key=lambda item: item.path.name != "test_executors.py")


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    """A digest with a front page and nothing else."""
    return Digest(tmp_path)


@pytest.fixture
def repository(
    digest: Digest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    """A digest, built, in a git repository with a remote."""
    folder = tmp_path_factory.mktemp("elsewhere")
    forget_own_git_settings(monkeypatch, folder)
    repository = Repository(digest, folder)
    digest.build()
    return repository


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Page]:
    """One page for all tests of a file, which leave it as they like."""
    with browser.new_context() as context:
        yield context.new_page()


settings.register_profile(
    "any machine",
    deadline=None,  # times belong in benchmarks/
    max_examples=50 * EFFORT,
)
settings.load_profile("any machine")

keep_temporary_files_in_memory()
share()
