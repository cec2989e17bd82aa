"""Writing single files."""

from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.filesystem.files import (
    file_digest,
    read_file,
    read_fingerprinted,
    write_if_changed,
    write_new,
)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    assert write_if_changed(tmp_path / "a" / "b.html", b"x")
    assert (tmp_path / "a" / "b.html").read_bytes() == b"x"


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_if_changed(path, b"x")
    before = path.stat()
    assert not write_if_changed(path, b"x")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_of_the_same_size_with_other_bytes_is_written(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    assert write_if_changed(tmp_path / "a.html", b"y")


def test_writing_a_file_leaves_no_temporary_file(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_folder_in_the_way_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html" / "inner").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot be written"):
        write_if_changed(tmp_path / "a.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_written_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    write_if_changed(tmp_path / "a.html", b"x")
    assert (tmp_path / "a.html").stat().st_mode == plain.stat().st_mode


def test_a_file_that_is_written_again_keeps_its_mode(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    (tmp_path / "a.html").chmod(0o600)
    write_if_changed(tmp_path / "a.html", b"y")
    assert (tmp_path / "a.html").stat().st_mode & 0o777 == 0o600


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"x")
    (tmp_path / "link.md").symlink_to("real.md")
    write_if_changed(tmp_path / "link.md", b"y")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"y"


def test_a_file_that_cannot_be_written_stays_what_it_was(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "a.html", b"x")
    with pytest.raises(OutputError, match="cannot be written"):
        write_if_changed(tmp_path / "a.html" / "b.html", b"y")
    assert (tmp_path / "a.html").read_bytes() == b"x"


def test_a_new_file_has_the_bytes_or_those_of_another_file(tmp_path: Path) -> None:
    write_new(str(tmp_path / "a"), b"x" * 1_000_000)
    write_new(str(tmp_path / "b"), tmp_path / "a")
    assert (tmp_path / "b").read_bytes() == b"x" * 1_000_000


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 500_000])
def test_a_file_of_any_size_is_read_whole(tmp_path: Path, size: int) -> None:
    path, data = tmp_path / "a", bytes(number % 251 for number in range(size))
    path.write_bytes(data)
    assert read_file(str(path)) == data
    assert read_fingerprinted(str(path))[0] == data
    assert read_fingerprinted(str(path))[1].digest == file_digest(path)


def test_a_file_named_without_a_folder_is_written_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_if_changed(Path("a.md"), b"A")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_link_that_leads_nowhere_yet_stays_one_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "b" / "target.md")
    assert write_if_changed(tmp_path / "link.md", b"A")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "b" / "target.md").read_bytes() == b"A"
