from pathlib import Path

import pytest

from sitegen.cli.digest_root import complete_interrupted_act, config_or_default, find_root
from sitegen.errors import ConfigError, ContentError


@pytest.fixture
def inner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, within a digest."""
    (tmp_path / "sitegen.toml").write_text('title = "Outer"\n')
    folder = tmp_path / "a/b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def test_the_digest_is_the_nearest_above(inner: Path) -> None:
    assert find_root() == inner.parent.parent


@pytest.mark.parametrize("text", [b"\xff\xfe", b"[project\n", b'note = """\n[tool.sitegen]\n"""\n'])
def test_a_project_that_holds_no_digest_is_passed_by(inner: Path, text: bytes) -> None:
    (inner / "pyproject.toml").write_bytes(text)
    assert config_or_default().title == "Outer"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sitegen.toml", b"\xff\xfe"),
        ("sitegen.toml", b"title = \n"),
        ("pyproject.toml", b"[tool.sitegen]\ntitle = \n"),
    ],
)
def test_a_broken_configuration_is_not_passed_by(inner: Path, name: str, text: bytes) -> None:
    (inner / name).write_bytes(text)
    assert find_root() == inner
    with pytest.raises(ConfigError) as caught:
        config_or_default()
    assert caught.value.path == inner / name


def test_a_folder_that_is_missing_or_a_file_is_called_so(inner: Path) -> None:
    (inner / "file").touch()
    with pytest.raises(ConfigError, match="this is a file, not the folder of a digest"):
        find_root(Path("file"))
    with pytest.raises(ConfigError, match="there is no such folder"):
        find_root(Path("nowhere"))


def test_an_act_that_cannot_be_read_is_reported_before_a_build(tmp_path: Path) -> None:
    complete_interrupted_act(tmp_path)
    (tmp_path / ".journal").write_text("no folder")
    complete_interrupted_act(tmp_path)
    (tmp_path / ".journal").unlink()
    (tmp_path / ".journal").mkdir()
    complete_interrupted_act(tmp_path)
    (tmp_path / ".journal/pending.json").write_text("{}")
    with pytest.raises(ContentError, match="cannot be read"):
        complete_interrupted_act(tmp_path)
