"""Dumps as sets of files: what is refused in folders and archives, and reported."""

import gzip
import hashlib
import io
import os
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.sources import gzip_file, open_source, zip_archive

_Write = Callable[[Path, Mapping[str, bytes]], Path]


def _zip(folder: Path, files: Mapping[str, bytes]) -> Path:
    path = folder / "dump.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _tar(folder: Path, files: Mapping[str, bytes]) -> Path:
    path = folder / "dump.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def _contents(path: Path) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """The files of a dump, and the places and reasons of what is lost."""
    with open_source(path) as source:
        files = {entry.name: entry.read() for entry in source.entries}
        return files, [(lost.where, lost.why) for lost in source.losses]


@pytest.mark.parametrize("write", [_zip, _tar])
@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:/a.txt", "..\\a"])
def test_a_name_that_leads_out_of_an_archive_is_refused(
    tmp_path: Path, write: _Write, name: str
) -> None:
    files, lost = _contents(write(tmp_path, {name: b"no", "good.txt": b"yes"}))
    assert files == {"good.txt": b"yes"}
    assert [why for _, why in lost] == ["its name leads out of the archive"]


def test_the_names_of_windows_have_slashes(tmp_path: Path) -> None:
    path = _zip(tmp_path, {"data+tweets.js": b"yes"})
    path.write_bytes(path.read_bytes().replace(b"data+tweets", b"data\\tweets"))
    assert _contents(path)[0] == {"data/tweets.js": b"yes"}


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    (folder / "folder").symlink_to(tmp_path)
    (folder / "good.txt").write_bytes(b"yes")
    tar = tmp_path / "dump.tar"
    with tarfile.open(tar, "w") as archive:
        archive.add(folder, ".")
    linked = zipfile.ZipInfo("link.txt")
    linked.external_attr = 0o120777 << 16
    packed = tmp_path / "dump.zip"
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr(linked, str(secret))
        zipped.writestr("good.txt", b"yes")
    for path in (folder, tar, packed):
        files, lost = _contents(path)
        assert files == {"good.txt": b"yes"}
        assert {why for _, why in lost} == {"it is a link, and links are not followed"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_is_refused_instead_of_waiting_for_its_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DumpError, match="can be read only once"), open_source(tmp_path / "pipe"):
        pass


def test_files_of_operating_systems_are_passed_over(tmp_path: Path) -> None:
    clutter = {".DS_Store": b"", "__MACOSX/._a.txt": b"", "a/Thumbs.db": b""}
    files, lost = _contents(_zip(tmp_path, {**clutter, "a/b.txt": b"yes"}))
    assert (files, lost) == ({"a/b.txt": b"yes"}, [])


def test_an_encrypted_file_is_lost_and_the_others_are_read(tmp_path: Path) -> None:
    path = _zip(tmp_path, {"a.txt": b"no", "b.txt": b"yes"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    files, lost = _contents(path)
    assert files == {"b.txt": b"yes"}
    assert lost == [("a.txt", "it is encrypted")]


def test_a_file_that_is_far_larger_unpacked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_archive, "SMALLEST_SUSPECT", 1000)
    monkeypatch.setattr(zip_archive, "HIGHEST_RATIO", 10)
    files, lost = _contents(_zip(tmp_path, {"a.txt": b"a" * 20_000, "b.txt": b"yes"}))
    assert files == {"b.txt": b"yes"}
    assert lost == [("a.txt", "it is far larger unpacked than packed")]


def test_an_archive_with_too_many_files_or_bytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _zip(tmp_path, {"a.txt": b"a" * 99, "b.txt": b"b" * 99})
    with monkeypatch.context() as patch:
        patch.setattr(zip_archive, "MOST_ENTRIES", 1)
        with pytest.raises(DumpError, match="too many"):
            _contents(path)
    monkeypatch.setattr(zip_archive, "MOST_UNPACKED", 150)
    with pytest.raises(DumpError, match="too many"):
        _contents(path)


def test_a_tar_that_is_too_large_unpacked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gzip_file, "MOST_UNPACKED", 1000)
    with pytest.raises(DumpError, match="too large"):
        _contents(_tar(tmp_path, {"a.txt": b"a"}))


@pytest.mark.parametrize("kept", [0.4, 0.7])
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_files_before_the_cut_of_a_tar_are_read(tmp_path: Path, mode: str, kept: float) -> None:
    path = tmp_path / "dump.tar"
    contents = [hashlib.shake_256(bytes([number])).digest(5000) for number in range(5)]
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for number, content in enumerate(contents):
            member = tarfile.TarInfo(f"{number}.txt")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    packed = path.read_bytes()
    path.write_bytes(packed[: int(len(packed) * kept)])
    with open_source(path) as source:
        whole = [entry.read() for entry in source.entries]
        assert whole
        assert whole == contents[: len(whole)]
        assert "it is damaged or cut off" in {lost.why for lost in source.losses}


def test_the_first_of_two_files_with_one_name_counts(tmp_path: Path) -> None:
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"first")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", b"second")
    assert _contents(path)[0] == {"a.txt": b"first"}


def test_a_damaged_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = _zip(tmp_path, {"a.txt": bytes(range(256)) * 9})
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(DumpError, match=r"a\.txt in the dump cannot be read"):
        _contents(path)


def test_a_file_that_is_compressed_alone_is_unpacked_as_far_as_it_is_whole(tmp_path: Path) -> None:
    words = hashlib.sha256(b"words").hexdigest().encode() * 2000
    path = tmp_path / "posts.json.gz"
    path.write_bytes(gzip.compress(words))
    assert _contents(path) == ({"posts.json": words}, [])
    path.write_bytes(gzip.compress(words)[:-30])
    files, lost = _contents(path)
    assert words.startswith(files["posts.json"])
    assert lost == [("posts.json.gz", "it is damaged or cut off")]


def test_what_only_begins_as_a_compressed_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "posts.json.gz"
    path.write_bytes(b"\x1f\x8bwords")
    assert _contents(path) == ({"posts.json.gz": b"\x1f\x8bwords"}, [])
