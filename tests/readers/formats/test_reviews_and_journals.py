"""Reviews of films and books, photos, and journals: what decides between public and private."""

import json
import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.files import write_folder
from tests.readers.sources import texts_of

_LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"


def _read(folder: Path, name: str, content: object, *include: str) -> SourceRead:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


@pytest.mark.parametrize(
    ("rating", "text"),
    [
        ("4", "★★★★\n\nFine."),
        ("0.5", "½\n\nFine."),
        ("", "Fine."),
        ("nan", "Fine."),
        ("9", "Fine."),
    ],
)
def test_the_stars_stand_above_the_review(tmp_path: Path, rating: str, text: str) -> None:
    row = f"2024-03-12,The Lamp,2019,https://boxd.it/a,{rating},,Fine.,,\n"
    assert texts_of(_read(tmp_path, "reviews.csv", _LETTERBOXD + row)) == [text]


@pytest.mark.parametrize(
    ("review", "text"),
    [
        ("<i>One<i> and <i>two<i>", "*One* and *two*"),
        ("<i>One</i> and <i>two</i>", "*One* and *two*"),
        ("<b>All of it", "**All of it**"),
    ],
)
def test_elements_that_end_as_they_begin_are_closed(tmp_path: Path, review: str, text: str) -> None:
    row = f"2024-03-12,The Lamp,2019,https://boxd.it/a,,,{review},,\n"
    assert texts_of(_read(tmp_path, "reviews.csv", _LETTERBOXD + row)) == [text]


def test_a_review_on_bookwyrm_is_markdown_below_its_name(tmp_path: Path) -> None:
    table = (
        "title,author_text,rating,review_name,review_cw,review_content,review_published,shelf\n"
        'Lamp,A. Wick,4,Bright,fire,"It *burns*,\nslowly.",2023-05-01,read\n'
        "Oil,B. Can,,,,,,to-read\n"
    )
    read = _read(tmp_path, "bookwyrm-export.csv", table)
    (review,) = read.documents
    assert (review.title, review.warning, str(review.date)[:10], read.left_out) == (
        "A. Wick: Lamp", "fire", "2023-05-01", {"empty": 1},
    )  # fmt: skip
    assert review.text.split("\n") == ["★★★★", "", "**Bright**", "", "It *burns*,", "slowly."]


def test_an_export_of_letterboxd_without_reviews_is_refused(tmp_path: Path) -> None:
    names = ("likes/reviews.csv", "watched.csv", "profile.csv")
    write_folder(tmp_path / "export", dict.fromkeys(names, "Date,Name,Year,Letterboxd URI\n"))
    with pytest.raises(DumpError, match=r"not accompanied by reviews\.csv"):
        read_source(tmp_path / "export", ReadOptions())


@pytest.mark.parametrize("name", ["letterboxd", "goodreads", "storygraph", "bookwyrm"])
def test_a_table_without_reviews_is_refused_whatever_its_format_is_said_to_be(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.csv").write_text("Title,Year\nLamp,1999\n", "utf-8")
    with pytest.raises(DumpError, match="has no column"):
        read_source(tmp_path / "a.csv", ReadOptions(), name)


@pytest.mark.parametrize("state", [0, 2, 7, "1", [1], None])
def test_a_post_of_cohost_in_a_state_that_is_not_published_is_left_out(
    tmp_path: Path, state: object
) -> None:
    block = {"type": "markdown", "markdown": {"content": "canary"}}
    post = {"postId": 1, "blocks": [block], "cws": [], "state": state}
    assert texts_of(_read(tmp_path, "post.json", post)) == []


def test_of_a_journal_more_is_read_on_request(tmp_path: Path) -> None:
    table = (
        "itemid,eventtime,subject,event,security,allowmask\n"
        "1,2004-12-21 20:00:00,,Public,public,0\n"
        "2,2004-12-21 20:00:00,,Friends,usemask,1\n"
        "3,2004-12-21 20:00:00,,Mine,private,0\n"
        "1,2004-12-21 20:00:00,,Public,public,0\n"
    )
    assert texts_of(_read(tmp_path, "2004.csv", table)) == ["Public"]
    more = _read(tmp_path, "2004.csv", table, "followers", "private")
    assert texts_of(more) == ["Public", "Friends", "Mine"]
    assert more.left_out == {"duplicate": 1}


@pytest.mark.parametrize(("value", "text"), [("1", "One two"), ("0", "One  \ntwo")])
def test_the_line_ends_of_a_formatted_entry_are_no_breaks(
    tmp_path: Path, value: str, text: str
) -> None:
    props = f"<props><opt_preformatted>{value}</opt_preformatted></props>"
    event = f"<event><itemid>1</itemid><event>One\ntwo</event>{props}</event>"
    assert texts_of(_read(tmp_path, "L-1", event)) == [text]


def test_a_broken_file_of_a_journal_costs_only_itself(tmp_path: Path) -> None:
    folder = tmp_path / "ann"
    folder.mkdir()
    (folder / "L-1").write_text("<event><itemid>1</itemid><event>One</event></event>", "utf-8")
    (folder / "L-2").write_text("<event><itemid>2</itemid><event>Two", "utf-8")
    read = read_source(folder, ReadOptions())
    assert texts_of(read) == ["One"]
    assert [lost.where for lost in read.lost] == ["L-2"]


def test_an_entry_of_a_journal_with_a_number_that_none_has_is_read(tmp_path: Path) -> None:
    digits = "9" * 5_000
    event = f"<event><itemid>{digits}</itemid><anum>{digits}</anum><event>One</event></event>"
    assert texts_of(_read(tmp_path, "L-1", event)) == ["One"]


def test_posts_that_say_for_whom_they_are_in_the_words_of_livejournal_are_left_out(
    tmp_path: Path,
) -> None:
    posts = [
        {"id": n, "subject": "A", "body": security, "security": security, "allowmask": "0"}
        for n, security in enumerate(("public", "private", "usemask"))
    ]
    read = _read(tmp_path, "all.json", posts)
    assert texts_of(read) == ["public"]
    assert read.left_out == {"private": 1, "followers only": 1}


def test_photos_for_others_are_read_on_request_and_those_of_no_known_audience_never(
    tmp_path: Path,
) -> None:
    photo = {"photopage": "https://f.example/1", "date_taken": "2019-05-06 20:00:00", "name": ""}
    for audience, include, texts in (
        ("family", (), []),
        ("family", ("followers",), ["Lit"]),
        ("private", ("followers",), []),
        ("", ("followers", "private"), []),
    ):
        content = {**photo, "id": "100000001", "description": "Lit", "privacy": audience}
        read = _read(tmp_path, "photo_100000001.json", content, *include)
        assert texts_of(read) == texts


def test_the_files_of_photos_are_found_in_archives_of_their_own(tmp_path: Path) -> None:
    photo = {
        "id": "100000001",
        "name": "",
        "description": "",
        "photopage": "https://f.example/1",
        "date_taken": "2019-05-06 20:00:00",
        "privacy": "public",
    }
    folder = tmp_path / "flickr"
    folder.mkdir()
    (folder / "photo_100000001.json").write_text(json.dumps(photo), "utf-8")
    with zipfile.ZipFile(folder / "data-download-1.zip", "w") as archive:
        archive.writestr("a-lamp_100000001_o.jpg", b"\xff\xd8\xff")
    (document,) = read_source(folder, ReadOptions()).documents
    assert document.media[0].entry == "data-download-1.zip/a-lamp_100000001_o.jpg"


@pytest.mark.parametrize("kept", ["posts-xml/2004-12.xml", "posts-json/all.json"])
def test_forms_of_a_journal_that_do_not_say_who_may_read_it_are_not_read_beside_one_that_does(
    tmp_path: Path, kept: str
) -> None:
    entry = "<entry><itemid>{}</itemid><event>{}</event><security>{}</security></entry>"
    entries = (entry.format(1, "Public", "public"), entry.format(2, "canary", "usemask"))
    posts = [
        {"id": 1, "body": "Public", "date": "2004-12-21", "security": "public"},
        {"id": 2, "body": "canary", "date": "2004-12-21", "security": "usemask"},
    ]
    header = "id: 2\ntitle: canary\nslug: canary\ndate: 2004-12-21 20:00:00\n\ncanary"
    files = {
        "posts-xml/2004-12.xml": f"<livejournal>{''.join(entries)}</livejournal>",
        "posts-json/all.json": json.dumps(posts),
        "posts-html/2004-12/canary.html": "<title>canary</title><article>canary</article>",
        "posts-markdown/2004-12/canary.md": header,
        "comments-markdown/2.md": "canary",
    }
    files = {n: text for n, text in files.items() if n < "posts-xml" or n == kept}
    read = read_source(write_folder(tmp_path / "journal", files), ReadOptions())
    assert texts_of(read) == ["Public"]
    assert read.left_out == {"followers only": 1}
    assert "posts-markdown/2004-12/canary.md" in read.unread
