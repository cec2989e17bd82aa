import codecs
import os
import tomllib
import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, format_split, read_source
from sitegen.readers.registry import load_readers
from tests.paths import TESTS
from tests.readers.sources import read_dump


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["dump.txt", "dump.md", "dump"])
def test_a_plain_text_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    (document,) = read_dump(write(tmp_path / name, b"one post\n"))
    assert document.text == "one post"
    assert document.place.file == name


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_the_byte_order_mark_gives_the_encoding(tmp_path: Path, mark: bytes, encoding: str) -> None:
    (document,) = read_dump(write(tmp_path / "dump.txt", mark + "čaj 茶".encode(encoding)))
    assert document.text == "čaj 茶"


def test_an_undecodable_file_name_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    (document,) = read_dump(write(path, b"one post\n"))
    assert document.place.file == "caf\ufffd.txt"


def test_a_split_reads_as_the_same_documents(tmp_path: Path) -> None:
    documents = read_dump(write(tmp_path / "dump.txt", b"@a one post\n@b another post\n"))
    split = write(tmp_path / "split.txt", format_split(documents).encode())
    assert [document.text for document in read_dump(split)] == ["@a one post", "@b another post"]


def test_a_missing_dump_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="there is no such file") as caught:
        read_dump(tmp_path / "nowhere.txt")
    assert caught.value.path == tmp_path / "nowhere.txt"


def test_an_empty_folder_is_an_error_that_names_the_list_of_formats(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="the folder holds no file that a reader knows") as caught:
        read_dump(tmp_path)
    assert caught.value.hint is not None
    assert "sitegen formats" in caught.value.hint


def test_of_a_file_that_no_reader_knows_the_error_says_how_to_publish_it(tmp_path: Path) -> None:
    table = write(tmp_path / "colours.csv", b"name,colour\nweir,grey\nheron,grey\n")
    with pytest.raises(DumpError, match="no reader knows the format of the dump") as caught:
        read_dump(table)
    assert "add --format text" in (caught.value.hint or "")


def test_a_zip_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="the zip archive is damaged or cut off"):
        read_dump(write(tmp_path / "letter.docx", b"PK\x03\x04rest"))


@pytest.mark.parametrize("name", ["dump.txt/within-a-file", "long" * 100])
def test_a_dump_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    write(tmp_path / "dump.txt", b"one post\n")
    with pytest.raises(DumpError, match=r"the dump cannot be read: (not a directory|file name)"):
        read_dump(tmp_path / name)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", codecs.BOM_UTF8, b"---\n\n---\n"])
def test_a_dump_without_text_is_an_error(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DumpError, match="the dump is empty"):
        read_dump(write(tmp_path / "dump.txt", content))


@pytest.mark.parametrize(
    ("name", "feed"),
    [
        ("a.xml", '<!-- empty -->\n<feed xmlns="http://www.w3.org/2005/Atom">\n</feed>'),
        ("a.xml", '<rss version="2.0"><channel><title>Lamps</title></channel></rss>'),
        ("a.json", '{"version": "https://jsonfeed.org/version/1.1", "title": "L", "items": []}'),
    ],
)
def test_a_feed_without_entries_is_an_error_that_says_so(
    tmp_path: Path, name: str, feed: str
) -> None:
    with pytest.raises(DumpError, match="the feed has no entries"):
        read_dump(write(tmp_path / name, feed.encode()))


def test_a_binary_file_is_an_error_with_the_position(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="byte 9 is zero") as caught:
        read_dump(write(tmp_path / "dump.txt", b"one\ntwo\n\0\0\0"))
    assert caught.value.line == 3


def test_a_text_that_is_not_utf_8_is_an_error_with_the_position(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="not text in UTF-8: byte 8 is invalid") as caught:
        read_dump(write(tmp_path / "dump.txt", "one\ncafé\n".encode("latin-1")))
    assert caught.value.line == 2
    assert "if “café” reads right, it is in Windows-1252" in (caught.value.hint or "")
    assert "iconv -f windows-1252 -t utf-8 dump.txt" in (caught.value.hint or "")


def test_a_damaged_byte_in_a_text_in_utf_8_is_replaced_and_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.txt", "Größe\n---\nCaf".encode() + b"\xe9\n---\nEnd\n")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["Größe", "Caf\ufffd", "End"]
    assert [(lost.what, lost.where) for lost in read.lost] == [("1 byte", "dump.txt")]


def test_bytes_that_no_windows_1252_has_are_not_taken_for_it(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="byte 2 is invalid") as caught:
        read_dump(write(tmp_path / "dump.txt", b"a\x81b"))
    assert "Windows" not in (caught.value.hint or "")


_SENTENCE = (
    "Rye wants patience and wheat wants flattery, and I have found no book that says it better. "
)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_short_posts_of_one_line_after_an_essay_are_posts(tmp_path: Path, between: str) -> None:
    labelled = tomllib.loads((TESTS / "labelled_posts.toml").read_text(encoding="utf-8"))
    posts = [post for topic in labelled.values() for post in topic if "\n" not in post][:40]
    essay = "\n\n".join(f"On the {day} day: {_SENTENCE * 5}" for day in ("first", "second", "last"))
    dump = write(tmp_path / "dump.txt", f"{essay}\n\n{between.join(posts)}\n".encode())
    found = {document.text for document in read_dump(dump)}
    assert len(found.intersection(posts)) >= 0.8 * len(posts)


@pytest.mark.parametrize("name", load_readers())
def test_an_archive_without_a_file_that_can_be_read_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../evil.txt", "canary")
    with pytest.raises(DumpError, match="no file that"):
        read_source(path, ReadOptions(), name)
