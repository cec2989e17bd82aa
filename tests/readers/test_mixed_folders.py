"""A folder, or an archive of one, that holds a dump beside Markdown files: both are read."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.paths import TESTS
from tests.readers.formats.x_archive import post, write_archive

_FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>'
    "<link>https://f.example</link><item><title>Fed</title><link>https://f.example/1</link>"
    "<description>From a feed.</description></item></channel></rss>"
)
_PINS = [{"href": "https://pin.example/a", "description": "Pinned", "extended": "", "tags": "",
          "time": "2024-01-01T00:00:00Z", "shared": "yes", "toread": "no"}]  # fmt: skip


def _read(path: Path) -> SourceRead:
    return read_source(path, ReadOptions())


def _write_notes(folder: Path, count: int = 2) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = f"---\ntitle: Note {number}\n---\n\nWords of note {number}.\n"
        (folder / f"note-{number}.md").write_text(text)


def _x(folder: Path) -> None:
    write_archive(folder, [post(1, "mine")])


def _bare_x(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = "window.YTD.tweets.part0 = " + json.dumps([{"tweet": post(1, "mine")}])
    (folder / "tweets.js").write_text(text)


def _mastodon(folder: Path) -> None:
    (case,) = (p for p in (TESTS / "readers/cases/mastodon-threads-and-quotes").iterdir()
               if p.name != "expect.json")  # fmt: skip
    if case.is_dir():
        shutil.copytree(case, folder, dirs_exist_ok=True)
    else:
        with zipfile.ZipFile(case) as archive:
            archive.extractall(folder)


def _feed(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "feed.xml").write_text(_FEED)


def _pinboard(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pins.json").write_text(json.dumps(_PINS))


_DUMPS = {"x": _x, "mastodon": _mastodon, "feed": _feed, "pinboard": _pinboard}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("notes", ["", "notes"])
@pytest.mark.parametrize("dump", ["", "export"])
@pytest.mark.parametrize("name", _DUMPS)
def test_markdown_files_beside_a_dump_are_read_and_so_is_the_dump(
    tmp_path: Path, name: str, dump: str, notes: str, *, packed: bool
) -> None:
    folder = tmp_path / "all"
    _DUMPS[name](folder / dump)
    expected = {d.text for d in _read(folder).documents}
    _write_notes(folder / notes)
    if packed:
        folder = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder))
    read = _read(folder)
    assert set(read.formats) == {name, "folder"}
    texts = {document.text for document in read.documents}
    assert texts == {*expected, "Words of note 0.", "Words of note 1."}
    assert not [file for file in read.unread if file.endswith(".md")]


@pytest.mark.parametrize("write", [_x, _bare_x, _feed])
def test_one_markdown_file_beside_a_dump_is_read(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    write(tmp_path)
    _write_notes(tmp_path, count=1)
    assert "Words of note 0." in {document.text for document in _read(tmp_path).documents}


def test_the_description_of_a_project_beside_a_dump_is_no_note(tmp_path: Path) -> None:
    _x(tmp_path)
    (tmp_path / "README.md").write_text("# My archive\n\nIt was made in spring.\n")
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["mine"]
    assert read.formats == ("x",)


def test_pictures_of_markdown_files_beside_a_dump_come_along(tmp_path: Path) -> None:
    _x(tmp_path)
    (tmp_path / "owl.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "owl.md").write_text("An owl.\n\n![An owl](owl.png)\n")
    media = [medium for document in _read(tmp_path).documents for medium in document.media]
    assert [medium.entry for medium in media] == ["owl.png"]


def test_the_feed_that_a_website_was_built_with_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: Site\n")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2024-01-01-one.md").write_text("---\ntitle: One\n---\n\nWords.\n")
    (tmp_path / "_posts/2024-01-02-two.md").write_text("---\ntitle: Two\n---\n\nOthers.\n")
    _feed(tmp_path)
    read = _read(tmp_path)
    assert read.formats == ("folder",)
    assert {document.title for document in read.documents} == {"One", "Two"}


def test_mail_beside_notes_stays_unread(tmp_path: Path) -> None:
    _write_notes(tmp_path, count=3)
    mail = "From: A <a@mail.example>\nTo: B <b@mail.example>\nSubject: S\n\ncanary-mail\n"
    (tmp_path / "letter.eml").write_text(mail)
    read = _read(tmp_path)
    assert read.formats == ("folder",)
    assert "letter.eml" in read.unread


def test_what_stands_in_two_files_of_a_dump_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "feeds.zip"
    later = _FEED.replace("From a feed.", "From a feed, later.").replace("/1<", "/2<")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", _FEED)
        archive.writestr("b.xml", _FEED.replace("</item>", "<guid>other</guid></item>"))
        archive.writestr("c.xml", later)
    read = _read(path)
    assert [document.text for document in read.documents] == ["From a feed.", "From a feed, later."]
    assert read.left_out == {"duplicate": 1}


def test_posts_without_a_title_are_not_repeats_because_they_name_one_website(
    tmp_path: Path,
) -> None:
    path = tmp_path / "feeds.zip"
    untitled = _FEED.replace("<title>Fed</title>", "").replace("/1<", "/<")
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in (("a", "From a feed."), ("b", "Another post."), ("c", "From a feed.")):
            item = untitled.replace("From a feed.", text)
            archive.writestr(f"{name}.xml", item.replace("</item>", f"<guid>{name}</guid></item>"))
    read = _read(path)
    assert [document.text for document in read.documents] == ["Another post.", "From a feed."]
    assert read.left_out == {"duplicate": 1}


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_alone_in_a_folder_beside_a_dump_is_not_opened_and_reported(
    tmp_path: Path, *, packed: bool
) -> None:
    folder = tmp_path / "all"
    _x(folder)
    _pinboard(folder / "bookmarks")
    (folder / "bookmarks/lamp.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    if packed:
        folder = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder))
    read = _read(folder)
    assert [document.text for document in read.documents] == ["mine"]
    assert read.unread == ("bookmarks/pins.json",)
    assert "bookmarks from Pinboard" in read.remarks[-1]


_LIQUID = "{% for post in site.posts %}<item><title>{{ post.title }}</title></item>{% endfor %}"


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("feed.xml", f'---\n---\n<?xml version="1.0"?>\n<rss version="2.0"><channel>{_LIQUID}'),
        ("atom.xml", "<feed>\n<title>{{ site.title }}</title>\n<entry>{{ x }}</entry></feed>"),
        (
            "export.xml",
            f'---\n---\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><wp:a/>{_LIQUID}</rss>',
        ),
    ],
)
def test_the_template_of_a_feed_is_no_dump(tmp_path: Path, name: str, template: str) -> None:
    _x(tmp_path)
    (tmp_path / name).write_text(template)
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["mine"]
    with pytest.raises(DumpError, match="the template of a feed"):
        _read(tmp_path / name)
