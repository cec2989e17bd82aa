"""Zip archives that are cut off: the files before the cut are read, and the rest is reported."""

import io
import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from sitegen.readers.sources import open_source
from tests.readers.formats.x_archive import post, write_archive

_FILES = {f"data/file-{number}.csv": f"{number} words " * 50 * number for number in range(1, 6)}


class _Stream(io.RawIOBase):
    """A file that cannot seek, so that sizes follow the data, as in archives made on the fly."""

    def __init__(self) -> None:
        self.content = io.BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self.content.write(bytes(memoryview(data)))  # type: ignore[arg-type]


def _zip(*, method: int, is_streamed: bool) -> bytes:
    stream = _Stream()
    buffer = io.BytesIO()
    with zipfile.ZipFile(stream if is_streamed else buffer, "w", method) as archive:
        for name, content in _FILES.items():
            archive.writestr(name, content)
    return (stream.content if is_streamed else buffer).getvalue()


_KINDS = [
    pytest.param(zipfile.ZIP_DEFLATED, False, id="deflated"),
    pytest.param(zipfile.ZIP_DEFLATED, True, id="deflated-streamed"),
    pytest.param(zipfile.ZIP_STORED, False, id="stored"),
]


@pytest.mark.parametrize(("method", "is_streamed"), _KINDS)
@pytest.mark.parametrize("part", [0.3, 0.55, 0.8, 0.97])
def test_files_before_the_cut_are_whole(
    tmp_path: Path, *, method: int, is_streamed: bool, part: float
) -> None:
    whole = _zip(method=method, is_streamed=is_streamed)
    path = tmp_path / "dump.zip"
    path.write_bytes(whole[: int(len(whole) * part)])
    with open_source(path) as source:
        found = {entry.name: entry.read().decode() for entry in source.entries}
        lost = [(lost.what, lost.why) for lost in source.losses]
    *before, last = found
    assert before
    assert all(found[name] == _FILES[name] for name in before)
    assert _FILES[last].startswith(found[last])
    assert lost == [("the rest of the archive", "it is damaged or cut off")]


def test_an_archive_that_lacks_only_its_list_is_whole(tmp_path: Path) -> None:
    whole = _zip(method=zipfile.ZIP_DEFLATED, is_streamed=False)
    path = tmp_path / "dump.zip"
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")])
    with open_source(path) as source:
        assert {entry.name: entry.read().decode() for entry in source.entries} == _FILES


def test_posts_before_the_cut_are_imported(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "x", [post(n, f"words {n}") for n in range(1, 400)])
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("data/account.js", "data/tweets.js"):
            archive.write(folder / name, name)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents][:2] == ["words 1", "words 2"]
    assert {lost.what for lost in read.lost} == {"the rest of the archive", "the rest of the file"}


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + bytes(40), b"PK\x05\x06"])
def test_an_archive_without_any_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dump.zip"
    path.write_bytes(content)
    with pytest.raises(DumpError, match="damaged or cut off"), open_source(path):
        pass


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("n.txt", "nothing")
        archive.writestr("a.txt", "words")
    path.write_bytes(path.read_bytes().replace(b"n.txt", b"\0.txt"))
    with open_source(path) as source:
        assert [entry.name for entry in source.entries] == ["a.txt"]


def test_a_text_that_is_cut_off_does_not_stand_for_the_whole(tmp_path: Path) -> None:
    texts = {f"posts/{n}.md": f"---\ntitle: Day {n}\n---\n{'words ' * 99}" for n in range(3)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in texts.items():
            archive.writestr(name, content)
    path = tmp_path / "posts.zip"
    path.write_bytes(buffer.getvalue()[:1500])
    read = read_source(path, ReadOptions())
    assert [document.title for document in read.documents] == ["Day 0", "Day 1"]
    assert [lost.where for lost in read.lost] == ["after posts/1.md"]


@pytest.mark.parametrize("is_inner", [False, True])
def test_a_file_of_which_nothing_can_be_read_is_reported(tmp_path: Path, *, is_inner: bool) -> None:
    item = "<item><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><title>{}</title>"
    head = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.xml", "b.xml"):
            archive.writestr(name, f"{head}{item.format(name)}</item></channel></rss>")
    content = bytearray(buffer.getvalue())
    start = content.index(b"b.xml") + len("b.xml")
    content[start : start + 20] = bytes(20)
    (tmp_path / "dump").mkdir()
    inner = tmp_path / "dump" / "posts.zip"
    inner.write_bytes(content)
    read = read_source(inner.parent if is_inner else inner, ReadOptions())
    assert [document.title for document in read.documents] == ["a.xml"]
    assert [lost.where.removeprefix("posts.zip/") for lost in read.lost] == ["b.xml"]
