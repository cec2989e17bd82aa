"""Less common exports of read-later services, and what is never theirs to publish."""

import json
import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source

_WALLABAG = {
    "is_archived": 0,
    "title": "The lamp",
    "url": "https://lamp.example/1",
    "content": "<p>canary</p>",
    "created_at": "2024-03-01T11:00:00+0100",
    "tags": [{"id": 1, "label": "oil", "slug": "oil"}],
}


def _read(path: Path, content: object, *include: str) -> SourceRead:
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


_BAR = "=" * 100


def test_a_copy_of_a_list_of_pocket_without_its_title_is_read(tmp_path: Path) -> None:
    item = (
        '<li><a href="https://a.example/{0}" tags="oil" time_added="166075487{0}">Lamp {0}</a></li>'
    )
    items = "".join(map(item.format, "123"))
    read = _read(tmp_path / "list.html", f"<html><body>{items}</body></html>")
    assert [(d.title, d.tags) for d in read.documents] == [(f"Lamp {n}", ("oil",)) for n in "123"]


def test_a_book_of_saved_articles_is_refused_unless_they_are_asked_for(tmp_path: Path) -> None:
    package = (
        '<package><metadata>{}</metadata><manifest><item id="a" href="a.xhtml" {}/></manifest>'
    )
    container = '<container><rootfile full-path="b.opf"/></container>'
    kinds = (
        "<dc:publisher>wallabag</dc:publisher>",
        '<meta name="calibre:publication_type" content="periodical:news:Quay"/>',
    )
    for kind in kinds:
        with zipfile.ZipFile(tmp_path / "b.epub", "w") as book:
            book.writestr("mimetype", "application/epub+zip")
            book.writestr("META-INF/container.xml", container)
            opf = package.format(kind, 'media-type="application/xhtml+xml"')
            book.writestr("b.opf", f'{opf}<spine><itemref idref="a"/></spine></package>')
            book.writestr("a.xhtml", "<h1>Lamp</h1><p>canary</p>")
        with pytest.raises(DumpError, match="which are by others"):
            read_source(tmp_path / "b.epub", ReadOptions())
        asked = read_source(tmp_path / "b.epub", ReadOptions(frozenset({"articles"})))
        assert [document.title for document in asked.documents] == ["Lamp"]


def test_a_text_of_saved_articles_is_refused(tmp_path: Path) -> None:
    text = f"\n\n{_BAR}\n\nThe lamp\n\n{_BAR}\n\nA canary sits on the quay.\n"
    with pytest.raises(DumpError, match="articles saved in wallabag"):
        _read(tmp_path / "All articles.txt", text)


def test_articles_saved_as_markdown_are_refused_unless_they_are_asked_for(tmp_path: Path) -> None:
    text = "The lamp\n========\n\nIt burns.The oil\n=======\n\nIt **flows**.\n"
    for name in ("All articles.md", "Starred articles (1).md"):
        with pytest.raises(DumpError, match="which are by others"):
            _read(tmp_path / name, text)
    assert _read(tmp_path / "All articles.md", text, "articles").documents
    assert _read(tmp_path / "Good articles.md", text).documents


def test_the_summary_of_a_page_is_not_the_words_of_who_saved_it(tmp_path: Path) -> None:
    header, row = "url,title,summary,tags,{}", "https://lamp.example/,The lamp,{},oil,1"
    saved = _read(tmp_path / "links.csv", f"{header.format('addedAt')}\n{row.format('canary')}\n")
    assert [(d.title, d.text) for d in saved.documents] == [("The lamp", "")]
    own = _read(tmp_path / "own.csv", f"{header.format('rank')}\n{row.format('Mine.')}\n")
    assert [(d.title, d.text) for d in own.documents] == [("The lamp", "Mine.")]


def test_an_old_table_of_wallabag_has_no_dates(tmp_path: Path) -> None:
    header = "Title,URL,Content,Tags,MIME Type,Language\n"
    read = _read(tmp_path / "a.csv", f"{header}A,https://a.example/,canary,,text/html,en\n")
    assert [(each.title, each.text) for each in read.documents] == [("A", "")]


def test_a_table_of_wallabag_holds_links_with_dates_and_the_articles_of_others(
    tmp_path: Path,
) -> None:
    header = '"Title";"URL";"Content";"Tags";"MIME Type";"Language";"Creation date"\n'
    row = '"The lamp";"https://lamp.example/1";"<p>canary</p>";"oil, night";"text/html";"en";'
    read = _read(tmp_path / "wallabag.csv", f'{header}{row}"02/03/2024 10:00:00"\n')
    (document,) = read.documents
    assert (document.title, document.text, document.tags) == ("The lamp", "", ("oil", "night"))
    assert document.link is not None
    assert document.date is not None
    assert document.date.isoformat() == "2024-03-02T10:00:00+00:00"


def test_an_answer_of_wallabag_is_read_like_its_export(tmp_path: Path) -> None:
    answer = {"page": 1, "total": 1, "_embedded": {"items": [_WALLABAG]}}
    (document,) = _read(tmp_path / "entries.json", answer).documents
    assert (document.title, document.text, document.tags) == ("The lamp", "", ("oil",))


def test_the_zip_of_matter_holds_the_articles_of_others(tmp_path: Path) -> None:
    path = tmp_path / "matter.zip"
    header = "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,File Id\n"
    row = "The lamp,Ada,Quay,https://lamp.example/a,oil,900,True,False,False,1\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_matter_history.csv", header + row)
        archive.writestr("articles/1.html", "<article><p>canary of the quay at dusk</p></article>")
        archive.writestr("highlights/1.md", "# canary\n\ncanary\n")
    read = read_source(path, ReadOptions())
    assert [(each.title, each.text) for each in read.documents] == [("The lamp", "")]
    assert read.unread == ("articles/1.html", "highlights/1.md")


def test_what_is_in_the_trash_of_raindrop_is_left_out(tmp_path: Path) -> None:
    rows = "The lamp,,,https://lamp.example/,Unsorted\ncanary,,,https://canary.example/,Trash\n"
    read = _read(tmp_path / "raindrop.csv", f"title,note,excerpt,url,folder\n{rows}")
    assert [document.title for document in read.documents] == ["The lamp"]
    assert read.left_out == {"trash": 1}


def test_a_newsletter_that_only_omnivore_can_open_is_left_out(tmp_path: Path) -> None:
    common = {"savedAt": "2024-03-01T10:00:00.000Z", "labels": [], "state": "Active"}
    items = [
        common | {"slug": "a", "title": "The lamp", "url": "https://lamp.example/a"},
        common | {"slug": "b", "title": "canary", "url": "https://omnivore.app/no_url?q=1-2"},
    ]
    read = _read(tmp_path / "metadata_0_to_20.json", items)
    assert [document.title for document in read.documents] == ["The lamp"]
    assert read.left_out == {"not public": 1}


@pytest.mark.parametrize("wrapped", [True, False])
def test_highlights_of_readwise_in_json_are_quotations_with_their_notes(
    tmp_path: Path, *, wrapped: bool
) -> None:
    mark = {"text": "It turned.", "note": "Why?", "highlighted_at": "2024-03-01T10:00:00Z"}
    book = {
        "user_book_id": 1,
        "title": "The lamp",
        "author": "Ada Wick",
        "source_url": None,
        "category": "books",
        "book_tags": [{"id": 1, "name": "oil"}],
        "highlights": [mark | {"tags": []}, mark | {"text": "canary", "is_deleted": True}],
    }
    answer = {"count": 1, "nextPageCursor": None, "results": [book]}
    read = _read(tmp_path / "readwise.json", answer if wrapped else [book])
    (document,) = read.documents
    assert (document.title, document.author, document.tags) == ("The lamp", "Ada Wick", ("oil",))
    assert document.text == "> It turned.\n\nWhy?"
    assert document.date is not None
    assert read.left_out == {"trash": 1}


@pytest.mark.parametrize(
    ("note", "tags", "text", "kept"),
    [
        (".h1", "h1", None, "other kind"),
        (".h2\n\nA long chapter.", "h2", "> Oil\n\nA long chapter.", ()),
        (".wick .oil burns well", "wick,oil", "> Oil\n\nburns well", ("wick", "oil")),
        ("... or not", "", "> Oil\n\n... or not", ()),
        ("", "discard", None, "trash"),
        ("", "favorite,h2a", "> Oil", ("h2a",)),
    ],
)
def test_marks_in_notes_of_readwise_are_no_words(
    tmp_path: Path, note: str, tags: str, text: str | None, kept: tuple[str, ...] | str
) -> None:
    columns = "Highlight,Book Title,Book Author,Note,Tags,Highlighted at\n"
    table = f'{columns}Oil,Lamps,Ann,"{note}","{tags}",2024-01-02 10:00:00\n'
    mark = {"text": "Oil", "note": note, "tags": [{"name": t} for t in tags.split(",") if t]}
    book = {"user_book_id": 1, "title": "Lamps", "highlights": [mark]}
    (tmp_path / "readwise-data.csv").write_text(table, "utf-8")
    for read in (
        read_source(tmp_path / "readwise-data.csv", ReadOptions()),
        _read(tmp_path / "readwise.json", [book]),
    ):
        assert [document.text for document in read.documents] == ([text] if text else [])
        if text:
            assert read.documents[0].tags == kept
        else:
            assert read.left_out == {kept: 1}


def test_a_story_of_hacker_news_is_read_without_the_comments_below_it(tmp_path: Path) -> None:
    common = {"created_at_i": 1709287200, "story_id": 1, "points": 1, "title": None, "url": None}
    answer = common | {"id": 3, "type": "comment", "text": "canary", "parent_id": 2, "children": []}
    comment = answer | {"id": 2, "parent_id": 1, "children": [answer]}
    story = {"id": 1, "type": "story", "title": "The lamp", "url": "https://lamp.example/"}
    tree = common | {"parent_id": None, "author": "pat", "children": [comment]} | story
    read = _read(tmp_path / "item.json", tree)
    (document,) = read.documents
    assert (document.title, document.author) == ("The lamp", "pat")
    assert read.left_out == {"comment": 2}


def test_numbers_in_json_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="JSON"):
        _read(tmp_path / "dump.json", "[\n 1,\n 2\n]\n")


def test_a_short_table_of_web_pages_is_a_table(tmp_path: Path) -> None:
    (document,) = _read(tmp_path / "a.csv", "title,html\nA,<p>It <b>turned</b>.</p>\n").documents
    assert (document.title, document.text) == ("A", "It **turned**.")


def test_a_bookmark_that_stands_three_times_has_its_note_once(tmp_path: Path) -> None:
    row = "The lamp,{},,https://lamp.example/,Unsorted\n"
    rows = "".join(row.format(note) for note in ("", "My *note*.", "My *note*."))
    read = _read(tmp_path / "raindrop.csv", f"title,note,excerpt,url,folder\n{rows}")
    assert [document.text for document in read.documents] == ["My \\*note\\*."]


def test_a_list_that_is_damaged_throughout_is_not_called_empty(tmp_path: Path) -> None:
    text = '{"text_post_app_text_posts": [\n{"media": [{"title": "A", "uri" "x"}]}\n]}'
    with pytest.raises(DumpError, match="damaged"):
        _read(tmp_path / "threads_and_replies.json", text)


def test_messages_are_not_read_even_if_the_format_is_given(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text("id,date,from,to,subject,body\nx,2024-01-02,ann,bo,Hi,canary\n", "utf-8")
    with pytest.raises(DumpError, match="never read"):
        read_source(path, ReadOptions(), "csv")


@pytest.mark.parametrize(
    "address",
    [
        "https://read.readwise.io/read/01a",
        "https://www.instapaper.com/read/1",
        "https://omnivore.app/attachments/u/1/a.pdf",
        "https://api.raindrop.io/v2/raindrop/1/file?type=application/pdf",
        "https://bank.example/login?lang=en&token=canary",
        "https://a.example/x?api_key=canary#top",
        "https://meet.example/j/7?pwd=canary",
        "https://drive.example/d/7/view?usp=sharing&resourcekey=canary",
        "https://a.example/f.pdf?se=2031&sig=canary",
        "https://a.example/list;jsessionid=canary",
        "https://a.example/f.pdf?X-Amz-Signature=canary",
        "https://a.example/#access_token=canary",
    ],
)
def test_a_page_that_only_its_reader_sees_is_left_out(tmp_path: Path, address: str) -> None:
    read = _read(tmp_path / "dump.csv", f"URL,Title,Selection,Folder\n{address},A,,Unread\n")
    assert read.documents == ()
    assert read.left_out == {"not public": 1}


@pytest.mark.parametrize("query", ["?token=", "?q=token", "/tokens=3", "?keyword=x", "?key=1"])
def test_an_address_without_a_key_is_kept(tmp_path: Path, query: str) -> None:
    rows = f"URL,Title,Selection,Folder\nhttps://a.example/a{query},A,,Unread\n"
    assert len(_read(tmp_path / "dump.csv", rows).documents) == 1


def test_a_date_in_a_table_that_nobody_can_read_is_reported(tmp_path: Path) -> None:
    rows = "A,https://a.example/,2024-13-45,,unread\nB,https://b.example/,0,,unread\n"
    read = _read(tmp_path / "part_000000.csv", f"title,url,time_added,tags,status\n{rows}")
    assert [(d.title, d.date) for d in read.documents] == [("A", None), ("B", None)]
    assert [(lost.what, lost.where) for lost in read.lost] == [
        ("the date “2024-13-45”", "part_000000.csv, line 2")
    ]
    bookmark = {"href": "https://a.example/", "description": "A", "time": "2024-02-31T08:00:00Z"}
    read = _read(tmp_path / "p.json", [{**bookmark, "extended": "", "shared": "yes", "tags": ""}])
    assert [lost.what for lost in read.lost] == ["the date “2024-02-31T08:00:00Z”"]
