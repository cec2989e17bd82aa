"""Several exports of one account in one dump: the text of the later one counts."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source
from tests.readers.formats.x_archive import post, write_archive

_WXR = """<?xml version="1.0"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tea</title>
<link>https://tea.example</link><pubDate>{exported}</pubDate><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Kettle</title><link>https://tea.example/kettle</link>
<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""
_OLD, _NEW = "Mon, 06 Jan 2020 10:00:00 +0000", "Wed, 05 Feb 2020 10:00:00 +0000"


def _texts(path: Path) -> list[str]:
    return [document.text for document in read_source(path, ReadOptions()).documents]


def _packed(folder: Path) -> Path:
    return Path(shutil.make_archive(str(folder.with_suffix("")), "zip", folder))


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("dates", [(_OLD, _NEW), (_NEW, _OLD)])
def test_the_text_of_the_later_export_of_a_blog_counts(
    tmp_path: Path, dates: tuple[str, str], *, is_packed: bool
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    for name, date in zip(("a.xml", "b.xml"), dates, strict=True):
        (folder / name).write_text(_WXR.format(exported=date, text=date[8:11]), "utf-8")
    assert _texts(_packed(folder) if is_packed else folder) == ["Feb"]


def _archive(folder: Path, text: str, *others: int, made: str) -> None:
    write_archive(folder, [post(1, text), *(post(number, "more") for number in others)])
    facts = json.dumps({"archiveInfo": {"generationDate": made}, "dataTypes": {}})
    (folder / "data/manifest.js").write_text(f"window.__THAR_CONFIG = {facts}", "utf-8")


@pytest.mark.parametrize(("older", "newer"), [("a", "b"), ("b", "a")])
def test_the_text_of_the_later_archive_of_an_account_counts(
    tmp_path: Path, older: str, newer: str
) -> None:
    _archive(tmp_path / older, "old", made="2023-01-02T10:00:00.000Z")
    _archive(tmp_path / newer, "new", made="2024-03-04T10:00:00.000Z")
    assert _texts(tmp_path) == ["new"]


@pytest.mark.parametrize(("older", "newer"), [("a", "b"), ("b", "a")])
def test_the_text_of_the_archive_with_the_latest_post_counts(
    tmp_path: Path, older: str, newer: str
) -> None:
    for name, text, others in ((older, "old", ()), (newer, "new", (2,))):
        write_archive(tmp_path / name, [post(1, text), *(post(one, "more") for one in others)])
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as both:
        for name in (older, newer):
            both.write(_packed(tmp_path / name), f"{name}.zip")
    assert sorted(_texts(tmp_path / "both.zip")) == ["more", "new"]


def _notes(path: Path, *texts: str) -> None:
    notes = [
        {"id": f"9aaa{n}", "createdAt": f"2023-01-0{n}T10:00:00.000Z", "visibility": "public",
         "localOnly": False, "renoteId": None, "cw": None, "text": text}
        for n, text in enumerate(texts, start=1)
    ]  # fmt: skip
    path.write_text(json.dumps(notes), "utf-8")


@pytest.mark.parametrize(("older", "newer"), [("a", "b"), ("b", "a")])
def test_of_notes_without_an_address_the_export_with_the_latest_one_counts(
    tmp_path: Path, older: str, newer: str
) -> None:
    _notes(tmp_path / f"{older}.json", "kettle", "old")
    _notes(tmp_path / f"{newer}.json", "kettle", "new", "later")
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ["kettle", "new", "later"]
    assert read.left_out == {"duplicate": 1, "superseded": 1}


def test_of_exports_with_the_same_posts_the_one_with_the_later_name_counts(tmp_path: Path) -> None:
    _notes(tmp_path / "notes-2023-02.json", "old")
    _notes(tmp_path / "notes-2023-04.json", "new")
    assert _texts(tmp_path) == ["new"]


@pytest.mark.parametrize("dates", [(_OLD, _NEW), (_NEW, _OLD)])
def test_a_post_that_is_private_in_the_later_export_of_a_blog_is_left_out(
    tmp_path: Path, dates: tuple[str, str]
) -> None:
    for name, date in zip(("a.xml", "b.xml"), dates, strict=True):
        text = _WXR.format(exported=date, text="Words.")
        is_private = date == _NEW
        text = text.replace("publish", "private") if is_private else text
        (tmp_path / name).write_text(text, "utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert (read.documents, read.left_out) == ((), {"private": 1, "superseded": 1})


def test_a_bookmark_that_is_private_in_the_later_export_is_left_out(tmp_path: Path) -> None:
    pin = {"href": "https://a.example/x", "description": "canary", "extended": "", "tags": "",
           "time": "2023-01-02T00:00:00Z", "shared": "yes", "toread": "no"}  # fmt: skip
    later = {**pin, "href": "https://a.example/y", "description": "Kept"}
    for name, pins in (("2023", [pin]), ("2024", [{**pin, "shared": "no"}, later])):
        (tmp_path / f"{name}.json").write_text(json.dumps(pins), "utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert [document.title for document in read.documents] == ["Kept"]
    assert read.left_out == {"private": 1, "superseded": 1}


@pytest.mark.parametrize(
    ("later", "is_same"),
    [
        ("posts-2024-06-01.json", True),
        ("posts-20240601T1015.json", True),
        ("posts-2024-01-01 (1).json", True),
        ("notes-2024-06-01.json", False),
        ("posts-2.json", False),
    ],
)
def test_a_record_has_one_id_in_all_exports_of_its_program(
    tmp_path: Path, later: str, *, is_same: bool
) -> None:
    found = []
    for name in ("posts-2024-01-01.json", later):
        records = [{"id": 1, "text": name, "date": "2023-05-01"}, {"id": 2, "text": name}]
        (tmp_path / name).write_text(json.dumps(records), "utf-8")
        found.append([d.id for d in read_source(tmp_path / name, ReadOptions()).documents])
    (dated, undated), (dated_later, undated_later) = found
    assert (dated == dated_later) == is_same
    assert undated != undated_later


def test_all_posts_of_an_account_that_is_protected_now_are_withheld(tmp_path: Path) -> None:
    posts = [post(1, "one"), post(2, "two", in_reply_to_status_id_str="1")]
    older = read_source(write_archive(tmp_path / "a", posts), ReadOptions())
    change = {"protectedAt": "2024-05-01T00:00:00.000Z", "action": "Protect"}
    archive = write_archive(
        tmp_path / "b", [*posts, post(3, "three")], protected_history=[{"protectedHistory": change}]
    )
    newer = read_source(archive, ReadOptions())
    assert newer.left_out == {"followers only": 3}
    assert {document.id for document in older.documents} < {each.id for each in newer.withheld}


_ITEM = """<item><title>{0}</title><link>https://tea.example/{0}</link><pubDate>{1}</pubDate>
<description>Of {0}.</description>{2}</item>"""
_STATE = """<wp:post_id>{}</wp:post_id><wp:status>{}</wp:status><wp:post_type>{}</wp:post_type>"""
_RSS = "<rss><channel><title>Tea</title><link>https://tea.example</link>{}</channel></rss>"


@pytest.mark.parametrize(
    ("dates", "status", "kind", "shown"),
    [
        ((_OLD, _NEW), "private", "post", {"rope", "tar"}),
        ((_NEW, _OLD), "private", "post", {"rope", "tar", "tea"}),
        ((_OLD, _NEW), "publish", "page", {"rope", "tar", "tea"}),
    ],
)
def test_a_feed_beside_a_later_export_shows_nothing_that_is_private_there(
    tmp_path: Path, dates: tuple[str, str], status: str, kind: str, shown: set[str]
) -> None:
    feed, export = dates
    entries = [_ITEM.format(name, feed, "") for name in ("tea", "tar")]
    (tmp_path / "a.rss").write_text(_RSS.format("".join(entries)), "utf-8")
    head = _WXR.format(exported=export, text="").partition("<item>")[0]
    tea = _ITEM.format("tea", export, _STATE.format(7, status, kind))
    rope = _ITEM.format("rope", export, _STATE.format(9, "publish", "post"))
    (tmp_path / "b.xml").write_text(f"{head}{tea}{rope}</channel></rss>", "utf-8")
    found = read_source(tmp_path, ReadOptions()).documents
    assert {document.title for document in found} == shown
