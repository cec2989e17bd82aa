"""What must be the same for a cache to be of use."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.engine import cache_key
from sitegen.engine.cache_key import FOLDER, cache_key_of, keep_code_key


def forget() -> None:
    cache_key.code_key.cache_clear()
    cache_key._code_stamps.cache_clear()
    cache_key._process_code_key.cache_clear()


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """A process computes the key once."""
    forget()
    yield
    forget()


def identity(root: Path) -> bytes:
    forget()
    return cache_key_of(root)


def test_the_cache_key_of_unchanged_code_is_stable(tmp_path: Path) -> None:
    assert identity(tmp_path) == identity(tmp_path)


def test_a_cache_key_depends_on_the_folder(tmp_path: Path) -> None:
    assert identity(tmp_path / "a") != identity(tmp_path / "b")


@pytest.mark.parametrize(
    "form",
    [
        "Jinja2-{}.dist-info",
        "PyYAML-{}-py3.11.egg-info",
        "css_inline-{}.dist-info",
        "python_bidi-{}.dist-info",
        "weasyprint-{}.dist-info",
        "pydyf-{}.dist-info",
    ],
)
def test_a_cache_key_depends_on_the_versions_of_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    (tmp_path / form.format("1.0")).mkdir()
    before = identity(tmp_path)
    (tmp_path / form.format("1.0")).rename(tmp_path / form.format("1.1"))
    assert identity(tmp_path) != before


def test_a_cache_key_ignores_libraries_that_rendering_does_not_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    before = identity(tmp_path)
    (tmp_path / "numpy-9.9.dist-info").mkdir()
    assert identity(tmp_path) == before


@pytest.mark.parametrize("place", ["libraries.zip", "libraries.zip/lib"])
def test_a_cache_key_depends_on_zipped_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    libraries = tmp_path / "libraries.zip"
    libraries.write_bytes(b"one")
    monkeypatch.setattr(sys, "path", [str(tmp_path / place), *sys.path])
    before = identity(tmp_path)
    libraries.write_bytes(b"another")
    assert identity(tmp_path) != before


@pytest.mark.parametrize("place", ["none", "none/deeper", "loop", "a" * 300])
def test_an_unreadable_entry_of_the_import_path_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    before = identity(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path / place), *sys.path])
    assert identity(tmp_path) == before


def test_code_whose_files_have_not_changed_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FOLDER).mkdir()
    before = identity(tmp_path)
    keep_code_key(tmp_path / FOLDER)
    with monkeypatch.context() as patched:
        forget()
        patched.setattr(cache_key, "code_key", lambda: b"read again")
        assert cache_key_of(tmp_path) == before


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only file of the code, beside the cache folder."""
    (tmp_path / FOLDER).mkdir()
    path = tmp_path / "code.py"
    monkeypatch.setattr(cache_key, "_code_files", lambda: [str(path)])
    write_code(path, "one")
    return path


def write_code(path: Path, text: str) -> None:
    path.write_text(text)
    os.utime(path, (1, 1))
    time.sleep(0.05)  # the stamp of a file that has just changed does not count


def test_code_that_has_changed_has_another_key_at_once(tmp_path: Path, code: Path) -> None:
    before = identity(tmp_path)
    keep_code_key(tmp_path / FOLDER)
    write_code(code, "two")
    assert identity(tmp_path) != before


def test_code_that_changes_before_its_key_is_saved_has_another_key(
    tmp_path: Path, code: Path
) -> None:
    before = identity(tmp_path)
    write_code(code, "two")
    keep_code_key(tmp_path / FOLDER)
    assert identity(tmp_path) != before


def test_a_process_keeps_its_key_if_another_one_saves_that_of_newer_code(
    tmp_path: Path, code: Path
) -> None:
    before = identity(tmp_path)
    keep_code_key(tmp_path / FOLDER)
    forget()
    assert cache_key_of(tmp_path) == before
    write_code(code, "two")
    (tmp_path / FOLDER / "code").write_bytes(b"saved by another process")
    assert cache_key_of(tmp_path) == before


def test_a_damaged_key_of_the_code_is_made_again(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    before = identity(tmp_path)
    keep_code_key(tmp_path / FOLDER)
    kept = tmp_path / FOLDER / "code"
    kept.write_bytes(kept.read_bytes()[:-1])
    assert identity(tmp_path) == before
