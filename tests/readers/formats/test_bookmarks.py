"""Bookmarks and read-later lists of services, as link posts."""

import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from sitegen.models import Document
from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, content: object, name: str = "dump.json", *include: str) -> SourceRead:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


def _address(document: Document) -> str | None:
    return document.link.address if document.link else None


def _date(document: Document) -> str:
    assert document.date is not None
    return document.date.isoformat()


def test_pinboard_leaves_out_what_is_not_shared(tmp_path: Path) -> None:
    common = {"extended": "", "meta": "a", "hash": "b", "time": "2024-01-02T08:00:00Z"}
    items = [
        common | {"href": "https://a.example/", "description": "A", "extended": "My words",
                  "shared": "yes", "toread": "yes", "tags": "tea  green_tea"},
        common | {"href": "https://canary.example/", "description": "canary", "shared": "no",
                  "toread": "no", "tags": "canary"},
    ]  # fmt: skip
    read = _read(tmp_path, items)
    (document,) = read.documents
    assert read.formats == ("pinboard",)
    assert read.left_out == {"private": 1}
    assert (document.title, document.text) == ("A", "My words")
    assert document.tags == ("tea", "green_tea")
    assert _read(tmp_path, items, "dump.json", "private").included == {"private": 1}


def test_wallabag_gives_links_and_notes_and_articles_only_if_asked(tmp_path: Path) -> None:
    item = {
        "is_archived": 0, "is_starred": 1, "is_public": False, "id": 3, "title": None,
        "tags": ["tea"], "url": "https://a.example/x", "content": "<p>canary</p>",
        "created_at": "2024-01-02T10:00:00+0200", "published_by": ["Ann"], "annotations":
        [{"quote": "Marked", "text": "A note"}], "domain_name": "a.example", "language": "en",
        "preview_picture": "https://a.example/p.jpg",
    }  # fmt: skip
    (document,) = _read(tmp_path, [item]).documents
    assert document.text == "> Marked\n\nA note"
    assert (document.author, document.lang) == ("Ann", "en")
    assert [medium.name for medium in document.media] == ["https://a.example/p.jpg"]
    assert _date(document) == "2024-01-02T10:00:00+02:00"
    (whole,) = _read(tmp_path, [item], "dump.json", "articles").documents
    assert "canary" in whole.text
    old = {"id": "1", "title": "T", "url": "https://a.example/", "is_read": "1", "is_fav": "0",
           "content": "<p>canary</p>", "user_id": "1", "tags": "tea,cup"}  # fmt: skip
    (first,) = _read(tmp_path, [old]).documents
    assert (first.text, first.tags) == ("", ("tea", "cup"))


def test_saved_articles_of_an_unknown_service_are_links(tmp_path: Path) -> None:
    item = {"url": "https://a.example/x", "title": "T", "content": "canary", "readAt": 1}
    (document,) = _read(tmp_path, [item]).documents
    assert document.text == ""
    assert _address(document) == "https://a.example/x"


def test_an_omnivore_zip_is_read_with_its_highlights(tmp_path: Path) -> None:
    item = {"id": "u", "slug": "a-1", "title": "A", "description": "canary", "author": "Ann",
            "url": "https://a.example/", "state": "Archived", "labels": ["tea"],
            "savedAt": "2024-01-02T08:00:00.000Z", "thumbnail": None}  # fmt: skip
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([item]))
        archive.writestr("metadata_20_to_40.json", json.dumps([{**item, "state": "Deleted"}]))
        archive.writestr("content/a-1.html", "<p>canary</p>")
        archive.writestr("highlights/a-1.md", "> Marked\n\nA note")
    read = read_source(path, ReadOptions())
    (document,) = read.documents
    assert (document.text, document.tags) == ("> Marked\n\nA note", ("tea",))
    assert read.left_out == {"trash": 1}
    assert read.unread == ("content/a-1.html",)
    (whole,) = read_source(path, ReadOptions(frozenset({"articles"}))).documents
    assert "canary" in whole.text


def test_bookmarks_of_firefox_and_chrome_have_their_folders_as_tags(tmp_path: Path) -> None:
    firefox = {
        "guid": "r", "root": "placesRoot", "title": "", "children": [
            {"title": "toolbar", "root": "toolbarFolder", "children": [
                {"title": "Tea", "guid": "f", "children": [
                    {"title": "A", "uri": "https://a.example/", "tags": "green,hot",
                     "dateAdded": 1704182400000000},
                    {"title": "canary", "uri": "place:sort=8"}]}]},
            {"title": "Tags", "root": "tagsFolder", "children": [
                {"title": "hot", "children": [{"title": "A", "uri": "https://a.example/"}]}]},
        ]}  # fmt: skip
    read = _read(tmp_path, firefox)
    (document,) = read.documents
    assert document.tags == ("Tea", "green", "hot")
    assert _date(document) == "2024-01-02T08:00:00+00:00"
    assert read.left_out == {"not a web address": 1, "duplicate": 1}
    link = {"name": "A", "type": "url", "url": "https://a.example/"}
    folder = {"name": "Tea", "type": "folder", "children": [
        {**link, "date_added": "13348656000000000"}]}  # fmt: skip
    bar = {"name": "Bar", "type": "folder", "children": [folder]}
    chrome = {"checksum": "x", "roots": {"bookmark_bar": bar}, "version": 1}
    (document,) = _read(tmp_path, chrome, "Bookmarks").documents
    assert document.tags == ("Tea",)
    assert _date(document) == "2024-01-02T08:00:00+00:00"


def test_starred_items_of_a_feed_reader_are_links_without_the_articles(tmp_path: Path) -> None:
    item = {
        "crawlTimeMsec": "1704182400000", "title": "A &amp; B", "published": 1704182400,
        "alternate": [{"href": "https://a.example/x", "type": "text/html"}],
        "summary": {"content": "<p>canary</p>"}, "author": "Ann",
        "categories": ["user/-/state/com.google/starred", "user/1/label/Tea"],
        "origin": {"title": "The Tea Blog", "htmlUrl": "https://a.example/"},
    }  # fmt: skip
    (document,) = _read(tmp_path, {"id": "user/1", "title": "Starred", "items": [item]}).documents
    assert (document.title, document.text, document.tags) == ("A & B", "", ("Tea",))
    assert document.link == ("https://a.example/x", "A & B", "The Tea Blog")


def test_posts_on_hacker_news_are_read_and_comments_counted(tmp_path: Path) -> None:
    items = [
        {"by": "ann", "id": 1, "time": 1704182400, "type": "story", "title": "T",
         "url": "https://a.example/"},
        {"by": "ann", "id": 2, "time": 1704182400, "type": "comment", "text": "canary"},
        {"by": "ann", "id": 3, "time": 1704182400, "type": "story", "title": "Ask HN: Why?",
         "text": "Because &amp; so<p>Two."},
        {"by": "ann", "id": 4, "time": 1704182400, "type": "pollopt", "text": "canary"},
    ]  # fmt: skip
    read = _read(tmp_path, items)
    link, question = read.documents
    assert _address(link) == "https://a.example/"
    assert link.source == "https://news.ycombinator.com/item?id=1"
    assert question.text == "Because & so\n\nTwo."
    assert read.left_out == {"comment": 1, "other kind": 1}


def test_a_search_of_hacker_news_may_date_posts_by_the_second_alone(tmp_path: Path) -> None:
    hit = {"objectID": "1", "title": "T", "story_text": "Words", "created_at_i": 1704182400}
    (post,) = _read(tmp_path, {"hits": [hit]}).documents
    assert post.date is not None
    assert post.date.isoformat() == "2024-01-02T08:00:00+00:00"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "URL,Title,Selection,Folder\nhttps://a.example/,A,Marked,Unread\n",
            ("A", "> Marked", ()),
        ),
        (
            (
                "URL,Title,Selection,Folder,Timestamp,Tags\n"
                'https://a.example/,A,,Tea,1704182400,"[""green"",""hot""]"\n'
            ),
            ("A", "", ("Tea", "green", "hot")),
        ),
        (
            (
                "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
                'A,https://a.example/,1,"[\'green\', ""b\'s""]",2024-01-02 08:00,0,new,True\n'
                "canary,https://canary.example/,2,,2024-01-02,0,feed,False\n"
            ),
            ("A", "", ("green", "b's")),
        ),
        (
            (
                "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,"
                "Location,Highlighted at,Document tags\n"
                'Marked,A,Ann,,A note,yellow,"green, hot",page,3,2024-01-02 08:00:00+00:00,\n'
            ),
            ("A", "> Marked\n\nA note", ("green", "hot")),
        ),
        (
            (
                "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlights\n"
                'A,Ann,The Blog,https://a.example/,"green, hot",300,True,False,False,0\n'
            ),
            ("A", "", ("green", "hot")),
        ),
        (
            "title,url,time_added,tags,status\nA,https://a.example/,1704182400,green|hot,unread\n",
            ("A", "", ("green", "hot")),
        ),
    ],
)
def test_tables_of_services_are_read(
    tmp_path: Path, table: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    (document,) = _read(tmp_path, table, "dump.csv").documents
    assert (document.title, document.text, document.tags) == expected


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8080/",
        "https://10.0.0.1/",
        "http://nas.local/",
        "http://wiki/",
        "http://[::1]/",
    ],
)
def test_addresses_of_a_home_or_an_office_are_left_out(tmp_path: Path, address: str) -> None:
    table = f"title,url,time_added,tags,status\nA,https://a.example/,1,,\ncanary,{address},1,,\n"
    read = _read(tmp_path, table, "dump.csv")
    assert [_address(document) for document in read.documents] == ["https://a.example/"]
    assert read.left_out == {"local address": 1}


def test_a_tar_archive_that_is_smaller_than_a_block_packed_is_read(tmp_path: Path) -> None:
    table = tmp_path / "part_000000.csv"
    table.write_text("title,url,time_added,tags,status\nA,https://a.example/,1,,\n", "utf-8")
    path = tmp_path / "pocket.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(table, "part_000000.csv")
    assert path.stat().st_size < 512
    (document,) = read_source(path, ReadOptions()).documents
    assert document.title == "A"


def test_of_a_backup_of_firefox_that_is_cut_off_the_whole_bookmarks_are_read(
    tmp_path: Path,
) -> None:
    links = [{"title": f"{n} {{]", "uri": f"https://a.example/{n}"} for n in range(3)]
    whole = json.dumps({"guid": "r", "root": "placesRoot", "children": links})
    read = _read(tmp_path, whole[:-30])
    assert [_address(document) for document in read.documents] == [
        "https://a.example/0",
        "https://a.example/1",
    ]
    assert [lost.what for lost in read.lost] == ["the rest of the file"]


@pytest.mark.parametrize(
    "folder", ["Andere Lesezeichen", "Otros marcadores", "Autres marque-pages", "Altri Preferiti"]
)
def test_folders_of_browsers_are_no_tags_in_several_languages(tmp_path: Path, folder: str) -> None:
    page = (
        f"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3>{folder}</H3><DL><p><DT>"
        '<A HREF="https://a.example/1">One</A></DL><p></DL>'
    )
    (document,) = _read(tmp_path, page, "bookmarks.html").documents
    assert document.tags == ()


def test_pinboard_shows_html_and_hides_tags_that_begin_with_a_dot(tmp_path: Path) -> None:
    note = "<blockquote>Marked</blockquote>\nMy words"
    item = {"href": "https://a.example/", "description": "A", "extended": note, "shared": "yes",
            "time": "2024-01-02T08:00:00Z", "tags": "tea .canary for:ann"}  # fmt: skip
    (document,) = _read(tmp_path, [item]).documents
    assert document.text == "> Marked\n\nMy words"
    assert document.tags == ("tea",)


def test_pinboard_and_delicious_are_read_as_xml(tmp_path: Path) -> None:
    posts = """<?xml version="1.0"?><posts user="ann"><post href="https://a.example/?a=1&amp;b=2"
time="2010-01-02T08:00:00Z" description="A &lt; B" extended="My words" tag="tea cup" shared="yes"/>
<post href="https://canary.example/" description="canary" shared="no"/>
<post href="https://canary.example/2" description="canary" private="yes" tag=""/></posts>"""
    read = _read(tmp_path, posts, "all.xml")
    (document,) = read.documents
    assert read.formats == ("pinboard-xml",)
    assert read.left_out == {"private": 2}
    assert (_address(document), document.title) == ("https://a.example/?a=1&b=2", "A < B")
    assert (document.text, document.tags) == ("My words", ("tea", "cup"))


def test_karakeep_gives_links_and_texts_with_their_notes(tmp_path: Path) -> None:
    common = {"createdAt": 1704182400, "tags": ["tea"], "archived": False}
    link = {"type": "link", "url": "https://a.example/"}
    items = [
        common | {"title": "A", "content": link, "note": "My words"},
        common | {"title": None, "content": {"type": "text", "text": "A text"}, "note": None},
        common | {"title": None, "content": None, "note": None},
    ]
    read = _read(tmp_path, {"bookmarks": items}, "dump.json", "private")
    first, second = read.documents
    assert read.formats == ("karakeep",)
    assert (_address(first), first.title, first.text) == ("https://a.example/", "A", "My words")
    assert _date(first) == "2024-01-02T08:00:00+00:00"
    assert (second.link, second.text) == (None, "A text")
    assert read.left_out == {"empty": 1}


def test_of_linkwarden_only_public_collections_are_read(tmp_path: Path) -> None:
    link = {"name": "A", "url": "https://a.example/", "description": "Words",
            "tags": [{"name": "t"}],
            "createdAt": "2024-01-02T08:00:00.000Z", "textContent": "canary"}  # fmt: skip
    hidden = link | {"name": "canary", "url": "https://canary.example/"}
    read = _read(
        tmp_path,
        {
            "id": 1,
            "email": "canary@canary.example",
            "collections": [
                {"name": "Sea", "isPublic": True, "links": [link]},
                {"name": "Own", "isPublic": False, "links": [hidden]},
            ],
        },
    )
    (document,) = read.documents
    assert (document.title, document.text, document.tags) == ("A", "Words", ("Sea", "t"))
    assert read.left_out == {"private": 1}


def test_linkding_writes_notes_behind_the_description(tmp_path: Path) -> None:
    page = """<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>
<DT><A HREF="https://a.example/" PRIVATE="0" TAGS="tea,linkding:bookmarks.archived">A</A>
<DD>Words[linkding-notes]My note[/linkding-notes]
</DL><p>"""
    (document,) = _read(tmp_path, page, "bookmarks.html").documents
    assert document.text == "Words\n\nMy note"
    assert document.tags == ("tea",)


def test_the_page_and_the_quotation_of_an_annotation_are_kept(tmp_path: Path) -> None:
    rows = "Page URL,Page title,Quote,Comment\nhttps://a.example/,A,Marked,My words\n"
    (document,) = _read(tmp_path, rows, "dump.csv").documents
    assert (_address(document), document.title) == ("https://a.example/", "A")
    assert document.text == "My words\n\n> Marked"


def test_a_date_of_goodlinks_may_be_a_fraction_of_a_second(tmp_path: Path) -> None:
    item = {"url": "https://a.example/", "addedAt": 1704182400.5, "starred": True, "title": "A"}
    (document,) = _read(tmp_path, [item]).documents
    assert _date(document) == "2024-01-02T08:00:00+00:00"


def test_a_page_with_a_list_of_terms_and_a_link_is_no_list_of_bookmarks(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html><html><body><article><h1>Tea</h1><p>Some words on it, hot and sweet, with a"
        ' <a href="/cup">cup</a>.</p><dl><dt>Pot</dt><dd>Holds it</dd></dl></article></body></html>'
    )
    read = _read(tmp_path, page, "tea.html")
    assert read.formats == ("html",)
    assert [document.title for document in read.documents] == ["Tea"]


@pytest.mark.parametrize("cut", ['<DT><A HREF="https://b.exa', "<"])
def test_bookmarks_that_are_cut_off_within_one_are_reported(tmp_path: Path, cut: str) -> None:
    whole = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://a.example/">A</A>\n'
    read = _read(tmp_path, whole + cut, "bookmarks.html")
    assert [_address(document) for document in read.documents] == ["https://a.example/"]
    assert [lost.why for lost in read.lost] == ["the file is cut off there"]


@pytest.mark.parametrize(
    ("highlight", "quotation"),
    [
        ("A **lit** lamp < 3", "> A **lit** lamp \\< 3"),
        ("See [oil](https://b.example/oil)", "> See [oil](https://b.example/oil)"),
        ("![](https://b.example/a.png)", "> [https://b.example/a.png](https://b.example/a.png)"),
        ("2 ** 3 and __init__.py", "> 2 ** 3 and __init__.py"),
    ],
)
def test_highlights_of_readwise_are_markdown_where_they_have_emphasis_or_links(
    tmp_path: Path, highlight: str, quotation: str
) -> None:
    path = tmp_path / "readwise-data.csv"
    path.write_text(
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
        f"Highlighted at,Document tags\n{highlight},Lamps,Ann,,,,,offset,1,2024-01-02 10:00:00,\n",
        "utf-8",
    )
    (document,) = read_source(path, ReadOptions()).documents
    assert document.text == quotation
