"""A folder with several dumps: each is read, whatever its format."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.errors import DumpError
from sitegen.readers import expand_folder
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from sitegen.readers.sources import inner_archive
from tests.paths import TESTS
from tests.readers.formats.x_archive import post, write_archive

_CASES = TESTS / "readers" / "cases"


def _read(path: Path) -> SourceRead:
    return read_source(path, ReadOptions())


def _copy(case: str, folder: Path) -> None:
    (dump,) = (path for path in (_CASES / case).iterdir() if path.is_dir())
    shutil.copytree(dump, folder)


def test_dumps_of_several_formats_in_one_folder_are_all_read(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _copy("telegram-account-2025", tmp_path / "telegram")
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7\n")
    read = _read(tmp_path)
    assert set(read.formats) == {"x", "telegram"}
    assert {document.author for document in read.documents} == {"Nettle", "Night Ferry"}
    assert "list.pdf" in read.unread
    assert "twitter/data/tweets.js" not in read.unread


def test_texts_beside_several_dumps_are_read_too(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _copy("telegram-account-2025", tmp_path / "telegram")
    for name in ("one", "two"):
        path = tmp_path / f"blog/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: {name}\n---\n\nSome words.\n", "utf-8")
    assert {"one", "two"} <= {document.title for document in _read(tmp_path).documents}


def test_pictures_are_found_in_the_folder_of_their_dump(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _copy("telegram-account-2025", tmp_path / "telegram")
    media = [medium for document in _read(tmp_path).documents for medium in document.media]
    assert [medium.entry for medium in media] == [
        "telegram/photos/photo_1.jpg",
        "telegram/photos/photo_2.jpg",
    ]


def test_several_dumps_of_one_format_stay_with_one_reader(tmp_path: Path) -> None:
    write_archive(tmp_path / "older", [post(1, "mine")])
    write_archive(tmp_path / "newer", [post(1, "mine"), post(2, "more")])
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["mine", "more"]
    assert read.left_out == {"duplicate": 1}


def test_one_folder_that_is_a_part_of_a_dump_changes_nothing(tmp_path: Path) -> None:
    write_archive(tmp_path, [post(1, "mine")])
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/data.json").write_text(json.dumps({"a": 1}), "utf-8")
    assert _read(tmp_path).formats == ("x",)


def _archive(case: str, path: Path) -> None:
    (dump,) = (each for each in (_CASES / case).iterdir() if each.is_dir())
    made = shutil.make_archive(str(path.with_suffix("")), "zip", dump)
    Path(made).replace(path)


def test_a_folder_of_downloads_is_the_dumps_in_its_archives(tmp_path: Path) -> None:
    _archive("x-archive-2024", tmp_path / "x.zip")
    _archive("telegram-account-2025", tmp_path / "telegram.zip")
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7\n")
    assert expand_folder(tmp_path) == (tmp_path / "telegram.zip", tmp_path / "x.zip")


def test_a_folder_with_a_dump_and_an_archive_is_both(tmp_path: Path) -> None:
    _archive("x-archive-2024", tmp_path / "x.zip")
    _copy("telegram-account-2025", tmp_path / "telegram")
    assert expand_folder(tmp_path) == (tmp_path / "x.zip", tmp_path)
    assert _read(tmp_path).formats == ("telegram",)


def test_archives_that_are_no_dumps_stay_closed(tmp_path: Path) -> None:
    write_archive(tmp_path, [post(1, "mine")])
    with zipfile.ZipFile(tmp_path / "notes.zip", "w") as archive:
        archive.writestr("notes.md", "# canary-note\n\nwords\n")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    assert expand_folder(tmp_path) == (tmp_path,)
    assert [document.text for document in _read(tmp_path).documents] == ["mine"]


def test_archives_in_subfolders_are_dumps_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "exports/2024").mkdir(parents=True)
    (tmp_path / "exports/list.pdf").write_bytes(b"%PDF-1.7\n")
    x, telegram = tmp_path / "exports/2024/x.zip", tmp_path / "exports/telegram.zip"
    _archive("x-archive-2024", x)
    _archive("telegram-account-2025", telegram)
    assert expand_folder(tmp_path) == (x, telegram)


def test_archives_that_are_a_part_of_a_dump_stay_closed(tmp_path: Path) -> None:
    _copy("telegram-account-2025", tmp_path / "telegram")
    (tmp_path / "telegram/files").mkdir()
    _archive("x-archive-2024", tmp_path / "telegram/files/sent.zip")
    (tmp_path / ".trash").mkdir()
    _archive("x-archive-2024", tmp_path / ".trash/old.zip")
    assert expand_folder(tmp_path) == (tmp_path,)
    assert expand_folder(tmp_path / "telegram") == (tmp_path / "telegram",)


def _pack(path: Path, folder: Path) -> Path:
    return Path(shutil.make_archive(str(path.with_suffix("")), path.suffix[1:], folder))


def test_dumps_in_archives_within_an_archive_are_read_and_named(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    (folder / "more").mkdir(parents=True)
    _archive("telegram-account-2025", folder / "telegram.zip")
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    shutil.make_archive(str(folder / "more/x"), "gztar", tmp_path / "twitter")
    (folder / "list.pdf").write_bytes(b"%PDF-1.7\n")
    for ending in ("zip", "tar"):
        read = _read(_pack(tmp_path / f"all.{ending}", folder))
        assert set(read.formats) == {"x", "telegram"}
        assert {document.place.file for document in read.documents} == {f"all.{ending}"}
        assert f"Archives within all.{ending} were read, too: more/x.tar.gz, telegram.zip." in (
            read.remarks
        )
        assert "list.pdf" in read.unread
        assert "telegram.zip" not in read.unread


def test_texts_beside_an_archive_within_an_archive_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    for name in ("one", "two"):
        path = folder / f"blog/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\n---\n\nSome words.\n", "utf-8")
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _pack(folder / "x.zip", tmp_path / "twitter")
    read = _read(_pack(tmp_path / "all.zip", folder))
    assert {"one", "two", None} == {document.title for document in read.documents}


def test_archives_within_archives_within_a_dump_stay_closed(tmp_path: Path) -> None:
    write_archive(tmp_path / "twitter", [post(1, "canary-deep")])
    for outer, inner in (("1", "twitter"), ("2", "1"), ("3", "2")):
        _pack(tmp_path / outer / "dump.zip", tmp_path / inner)
    with pytest.raises(DumpError, match="no reader knows"):
        _read(tmp_path / "3/dump.zip")


def test_notes_in_an_archive_within_an_archive_stay_closed(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/note.md").write_text("# canary-note\n\nwords\n", "utf-8")
    write_archive(tmp_path / "all/twitter", [post(1, "mine")])
    _pack(tmp_path / "all/notes.zip", tmp_path / "notes")
    (tmp_path / "all/broken.zip").write_bytes(b"PK\x03\x04")
    read = _read(_pack(tmp_path / "all.zip", tmp_path / "all"))
    assert [document.text for document in read.documents] == ["mine"]


def test_an_archive_within_an_archive_is_copied_only_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inner_archive, "MOST_COPIED", 100)
    write_archive(tmp_path / "twitter", [post(1, "mine")])
    _pack(tmp_path / "all/x.zip", tmp_path / "twitter")
    with pytest.raises(DumpError, match="too large"):
        _read(_pack(tmp_path / "all.zip", tmp_path / "all"))


def test_pictures_in_an_archive_within_an_archive_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _archive("x-archive-2024", tmp_path / "all/x.zip")
    dump = _pack(tmp_path / "all.zip", tmp_path / "all")
    digest = tmp_path / "digest"
    digest.mkdir()
    shutil.copy(_CASES / "sitegen.toml", digest)
    monkeypatch.chdir(digest)
    result = CliRunner().invoke(main, ["import", str(dump)])
    assert result.exit_code == 0, result.output
    assert list(digest.glob("content/media/*.png")) or list(digest.glob("content/media/*.jpg"))


@pytest.mark.parametrize("outer", ["folder", "zip"])
def test_the_posts_of_tumblr_are_in_an_archive_of_their_own(tmp_path: Path, outer: str) -> None:
    folder = tmp_path / "tumblr"
    _copy("tumblr-2024", folder)
    expected = _read(folder)
    shutil.make_archive(str(folder / "posts/posts"), "zip", folder / "posts", "html")
    shutil.rmtree(folder / "posts/html")
    (folder / "conversations").mkdir()
    with zipfile.ZipFile(folder / "conversations/conversations.zip", "w") as messages:
        messages.writestr("html/1.html", "<html><body><p>canary words</p></body></html>")
    path = folder if outer == "folder" else _pack(tmp_path / "tumblr.zip", folder)
    assert expand_folder(path) == (path,)
    read = _read(path)
    shown = [(d.id, d.text, d.media) for d in read.documents]
    assert shown == [(d.id, d.text, d.media) for d in expected.documents]
    assert any(medium.entry for d in read.documents for medium in d.media)
    private = ("conversations/conversations.zip", "payload-0.json")
    assert (read.left_out, read.unread) == (expected.left_out, private)


def _write_document(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        space = "urn:oasis:names:tc:opendocument:xmlns"
        archive.writestr(
            "content.xml",
            f'<o:document xmlns:o="{space}:office:1.0" xmlns:t="{space}:text:1.0">'
            f"<o:body><o:text><t:p>{text}</t:p></o:text></o:body></o:document>",
        )


def test_a_folder_of_documents_is_as_many_dumps_and_one_that_is_broken_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    _write_document(folder / "one.odt", "A lamp.")
    _write_document(folder / "two.odt", "A wick.")
    _write_document(folder / "three.odt", "<broken")
    _write_document(folder / "private.odt", "words")
    (folder / ".old").mkdir()
    (folder / "private.odt").rename(folder / ".old/private.odt")
    digest = tmp_path / "digest"
    digest.mkdir()
    shutil.copy(_CASES / "sitegen.toml", digest)
    monkeypatch.chdir(digest)
    result = CliRunner().invoke(main, ["import", str(folder), "--dry-run", "--json"])
    plan = json.loads(result.stdout)
    assert {each["text"] for each in plan["documents"]} == {"A lamp.", "A wick."}
    (lost,) = plan["report"]["lost"]
    assert lost["where"] == "three.odt"


def test_documents_beside_a_dump_are_a_part_of_it(tmp_path: Path) -> None:
    _copy("telegram-account-2025", tmp_path / "telegram")
    _write_document(tmp_path / "telegram/files/sent.odt", "canary")
    assert expand_folder(tmp_path) == (tmp_path,)


def test_a_folder_that_no_reader_knows_is_named_by_its_files(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.enex").write_text("<en-export><note/></en-export>", "utf-8")
    (tmp_path / "a.json").write_text('{"a": {"b": [1, 2]}}', "utf-8")
    with pytest.raises(DumpError, match=r"the folder holds an Evernote export .* and other files"):
        _read(tmp_path)
    with pytest.raises(DumpError, match="the archive holds an Evernote export"):
        _read(_pack(tmp_path.parent / f"{tmp_path.name}.zip", tmp_path))


def test_a_folder_without_anything_known_is_no_archive(tmp_path: Path) -> None:
    for name in ("a.typ", "b.typ"):
        (tmp_path / name).write_bytes(b"words")
    with pytest.raises(DumpError, match="the folder holds no file that a reader knows"):
        _read(tmp_path)


def test_other_dumps_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "dump.txt"
    file.write_text("words", "utf-8")
    assert expand_folder(file) == (file,)
    assert expand_folder(tmp_path / "missing") == (tmp_path / "missing",)


_FEED = """<rss version="2.0"><channel><title>F</title><item><title>One</title>
<description>Words of a feed.</description></item></channel></rss>"""


@pytest.mark.parametrize("packed", [False, True])
def test_files_of_several_formats_side_by_side_are_all_read(
    tmp_path: Path, *, packed: bool
) -> None:
    folder = tmp_path / "downloads"
    _copy("telegram-account-2025", folder)
    _copy("mastodon-threads-and-quotes", tmp_path / "mastodon")
    shutil.copy(tmp_path / "mastodon/outbox.json", folder)
    (folder / "feed.xml").write_text(_FEED, "utf-8")
    path = shutil.make_archive(str(folder), "zip", tmp_path, "downloads") if packed else folder
    read = _read(Path(path))
    assert set(read.formats) == {"telegram", "mastodon", "feed"}
    assert "Words of a feed." in {document.text for document in read.documents}


@pytest.mark.parametrize("private", ["private", "_drafts", ".trash"])
def test_a_dump_in_a_folder_that_is_not_for_publishing_stays_closed(
    tmp_path: Path, private: str
) -> None:
    canary = _FEED.replace("Words", "canary")
    for folder in (private, "feed"):
        (tmp_path / folder).mkdir()
        words = canary if folder == private else _FEED
        (tmp_path / folder / "feed.xml").write_text(words, "utf-8")
    (tmp_path / "feed/private").mkdir()
    (tmp_path / "feed/private/old.xml").write_text(canary, "utf-8")
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", "utf-8")
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["Words of a feed."]
    assert f"{private}/feed.xml" in read.unread


@pytest.mark.parametrize("folder", ["private", "a/_drafts", ".trash"])
@pytest.mark.parametrize("insists", [None, "x"])
def test_a_folder_with_nothing_but_such_a_folder_is_refused(
    tmp_path: Path, folder: str, insists: str | None
) -> None:
    write_archive(tmp_path / folder, [post(1, "canary")])
    with pytest.raises(DumpError, match="not to be for publishing"):
        read_source(tmp_path, ReadOptions(), insists)
    assert _read(tmp_path / folder).documents


@pytest.mark.parametrize("beside", ["", "mine/"])
def test_what_such_a_folder_holds_beside_a_dump_of_the_same_format_stays_closed(
    tmp_path: Path, beside: str
) -> None:
    write_archive(tmp_path / f"{beside}twitter", [post(1, "mine")])
    write_archive(tmp_path / f"{beside}twitter/private", [post(2, "canary")])
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["mine"]
    assert f"{beside}twitter/private/data/tweets.js" in read.unread


def test_a_file_that_was_sent_in_a_chat_is_no_dump(tmp_path: Path) -> None:
    _copy("telegram-account-2025", tmp_path / "telegram")
    sent = tmp_path / "telegram/files/feed.xml"
    sent.parent.mkdir()
    sent.write_text(_FEED.replace("Words", "canary"), "utf-8")
    assert _read(tmp_path / "telegram").formats == ("telegram",)


def test_a_dump_in_a_folder_beside_another_one_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "feed.xml").write_text(_FEED, "utf-8")
    _copy("mastodon-threads-and-quotes", folder / "mastodon")
    read = _read(folder)
    assert set(read.formats) == {"feed", "mastodon"}
    media = [medium.entry for document in read.documents for medium in document.media]
    assert any(media), "pictures of the dump in the folder are found"
    write_archive(tmp_path / "x", [post(1, "mine")])
    _copy("mastodon-threads-and-quotes", tmp_path / "x/old")
    shutil.copy(tmp_path / "x/data/tweets.js", tmp_path / "x")
    shutil.rmtree(tmp_path / "x/data")
    assert set(_read(tmp_path / "x").formats) == {"x", "mastodon"}


@pytest.mark.parametrize("form", ["zip", "gztar", None])
def test_the_only_archive_in_an_archive_or_a_folder_is_opened(
    tmp_path: Path, form: str | None
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/lamp.md").write_text("# A lamp\n\nIt burns.\n", "utf-8")
    (tmp_path / "notes/wick.md").write_text("---\ndraft: true\n---\ncanary\n", "utf-8")
    outer = tmp_path / "downloads"
    outer.mkdir()
    _pack(outer / "notes.zip", tmp_path / "notes")
    path = Path(shutil.make_archive(str(tmp_path / "all"), form, outer)) if form else outer
    assert expand_folder(path) == (path,)
    read = _read(path)
    assert [document.title for document in read.documents] == ["A lamp"]
    assert (read.left_out, read.lost) == ({"draft": 1}, ())


def test_a_folder_with_one_archive_that_is_a_dump_is_that_dump_alone(tmp_path: Path) -> None:
    _archive("x-archive-2024", tmp_path / "x.zip")
    assert expand_folder(tmp_path) == (tmp_path / "x.zip",)


def test_the_only_document_in_a_folder_is_read(tmp_path: Path) -> None:
    _write_document(tmp_path / "texts/one.odt", "A lamp.")
    (path,) = expand_folder(tmp_path / "texts")
    assert [document.text for document in _read(path).documents] == ["A lamp."]
