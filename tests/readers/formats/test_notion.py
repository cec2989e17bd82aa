"""Notion exports: titles without ids, properties, nested pages, databases, and both formats."""

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from time import process_time

import pytest

from sitegen.models import Document, LinkTarget
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.formats.notion.pages import page_of_html
from sitegen.readers.reading import SourceRead

_IDS = [f"{number:032x}" for number in range(0x1A2B, 0x1A2B + 20)]
_DATABASE = f"Notes {_IDS[0]}"
_CSV = "\ufeffName,Created,Tags,Status,URL,Rating\n"


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _read(path: Path) -> SourceRead:
    return read_source(path, ReadOptions())


def _row(tmp_path: Path, properties: str, text: str = "Some words.") -> SourceRead:
    _write(tmp_path, f"Export-1/{_DATABASE}.csv", _CSV)
    name = f"Export-1/{_DATABASE}/A page {_IDS[1]}.md"
    _write(tmp_path, name, f"# A page\n\n{properties}\n\n{text}\n")
    return _read(tmp_path)


def test_the_properties_of_a_page_are_no_text(tmp_path: Path) -> None:
    read = _row(
        tmp_path,
        "Created: December 4, 2024 8:45 AM (GMT+1)\nTags: oil lamps, wicks\nStatus: Published\n"
        "Rating: 5",
    )
    (document,) = read.documents
    assert (document.title, document.text) == ("A page", "Some words.")
    assert document.tags == ("oil lamps", "wicks")
    assert document.date == datetime(2024, 12, 4, 8, 45, tzinfo=timezone(timedelta(hours=1)))
    assert [lost.what for lost in read.lost] == ["the property “Rating”"]
    assert read.unread == (f"Export-1/{_DATABASE}.csv",)


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("Status: Draft", "draft"),
        ("Status: In progress", "draft"),
        ("Status: Entwurf", "draft"),
        ("Status: Nicht begonnen", "draft"),
        ("Status: Gelöscht", "trash"),
        ("Status: Not started\nRating: 1", "draft"),
        ("Tags: private", "private"),
        ("Tags: oil\nAudience: Internal", "private"),
        ("Tags: oil\nPublicado: No", "hidden"),
        ("Created: December 4, 2090", "scheduled"),
    ],
)
def test_pages_that_are_not_published_are_left_out(
    tmp_path: Path, properties: str, reason: str
) -> None:
    read = _row(tmp_path, properties)
    assert (read.documents, read.left_out) == ((), {reason: 1})


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("Status: Draft", "draft"),
        ("Tags: oil\nPublished: No", "hidden"),
        ("Private: Yes", "private"),
    ],
)
def test_the_state_of_a_page_is_known_without_the_table_of_its_database(
    tmp_path: Path, properties: str, reason: str
) -> None:
    _write(tmp_path, f"A page {_IDS[1]}.md", f"# A page\n\n{properties}\n\ncanary\n")
    _write(tmp_path, f"Another {_IDS[2]}.md", "# Another\n\nNote: the lamp burns.\n\nWords.\n")
    read = _read(tmp_path)
    assert [document.text for document in read.documents] == ["Note: the lamp burns.\n\nWords."]
    assert read.left_out == {reason: 1}


@pytest.mark.parametrize(
    "properties",
    ["Tags: oil", "Created: December 4, 2024 8:45 AM", "Rating: 5\nTags: oil", "URL: https://a.b"],
)
def test_the_properties_of_a_single_page_are_known_without_its_table(
    tmp_path: Path, properties: str
) -> None:
    _write(tmp_path, f"A page {_IDS[1]}.md", f"# A page\n\n{properties}\n\nSome words.\n")
    assert [document.text for document in _read(tmp_path).documents] == ["Some words."]


def test_what_most_pages_of_a_folder_begin_with_is_a_property(tmp_path: Path) -> None:
    for number in range(4):
        text = f"# Page {number}\n\nRating: {number}\n\nWords {number}.\n"
        _write(tmp_path, f"Pages/Page {number} {_IDS[number]}.md", text)
    _write(tmp_path, f"Other {_IDS[9]}.md", "# Other\n\nDate: it was late.\n\nWords.\n")
    read = _read(tmp_path)
    texts = ["Date: it was late.\n\nWords.", *(f"Words {number}." for number in range(4))]
    assert [document.text for document in read.documents] == texts
    assert [(lost.what, lost.where) for lost in read.lost] == [("the property “Rating”", "4 pages")]


def test_a_row_with_an_address_is_a_link_post(tmp_path: Path) -> None:
    (document,) = _row(tmp_path, "URL: https://x.example/lamps", "").documents
    assert document.link == LinkTarget("https://x.example/lamps", "A page", "")
    assert document.text == ""


def test_a_paragraph_with_a_colon_is_text(tmp_path: Path) -> None:
    (document,) = _row(tmp_path, "Note: this is no property.").documents
    assert document.text == "Note: this is no property.\n\nSome words."


def test_pages_of_one_name_and_pages_within_pages_are_apart(tmp_path: Path) -> None:
    _write(tmp_path, f"Home {_IDS[2]}.md", f"# Home\n\n[Same](Home%20{_IDS[2]}/Same%20x.md)\n")
    _write(tmp_path, f"Home {_IDS[2]}/Same {_IDS[3]}.md", "# Same\n\nOne.\n")
    _write(tmp_path, f"Home {_IDS[2]}/Same {_IDS[4]}.md", "# Same\n\nTwo.\n")
    _write(tmp_path, f"Home {_IDS[2]}/Untitled {_IDS[5]}.md", "# Untitled\n\nThree.\n")
    _write(tmp_path, f"Empty {_IDS[6]}.md", "# Empty\n")
    _write(tmp_path, "index.html", "<p>Workspace name: canary</p>")
    read = _read(tmp_path)
    shown = [(document.title, document.text) for document in read.documents]
    assert shown == [("Home", "Same"), ("Same", "One."), ("Same", "Two."), (None, "Three.")]
    assert len({document.id for document in read.documents}) == 4
    assert read.left_out == {"empty": 1}


def test_pictures_beside_a_page_come_along(tmp_path: Path) -> None:
    _write(tmp_path, f"A {_IDS[0]}.md", f"# A\n\n![Lamp](A%20{_IDS[0]}/lamp.png)\n")
    _write(tmp_path, f"A {_IDS[0]}/lamp.png", "x")
    (document,) = _read(tmp_path).documents
    assert [medium.entry for medium in document.media] == [f"A {_IDS[0]}/lamp.png"]


def test_a_picture_that_is_attached_as_a_file_comes_along_behind_its_link(tmp_path: Path) -> None:
    _write(tmp_path, f"A {_IDS[0]}.md", f"# A\n\n[lamp.png](A%20{_IDS[0]}/lamp.png)\n")
    _write(tmp_path, f"A {_IDS[0]}/lamp.png", "x")
    (document,) = _read(tmp_path).documents
    assert document.text == f"[lamp.png](A%20{_IDS[0]}/lamp.png)"
    assert [medium.entry for medium in document.media] == [f"A {_IDS[0]}/lamp.png"]


@pytest.mark.parametrize(
    ("alt", "shown"),
    [("lamp 1.png", ""), ("lamp 1", ""), ("lamp", ""), ("A lit lamp", "A lit lamp")],
)
def test_the_name_of_a_file_is_no_alternative_text(tmp_path: Path, alt: str, shown: str) -> None:
    _write(tmp_path, f"A {_IDS[0]}.md", f"# A\n\n![{alt}](A%20{_IDS[0]}/lamp%201.png)\n")
    _write(tmp_path, f"A {_IDS[0]}/lamp 1.png", "x")
    (document,) = _read(tmp_path).documents
    assert [medium.alt for medium in document.media] == [shown]


def _as_zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_the_export_is_an_archive_within_an_archive(tmp_path: Path) -> None:
    inner = _as_zip({f"Private & Shared/A {_IDS[0]}.md": b"# A\n\nWords.\n"})
    (tmp_path / "notion.zip").write_bytes(_as_zip({"Export-1-Part-1.zip": inner}))
    read = _read(tmp_path / "notion.zip")
    assert [document.text for document in read.documents] == ["Words."]
    assert read.formats == ("notion",)


_HTML = """<html><head><title>A page</title><style>p {}</style></head><body>
<article class="page sans"><header><img class="page-cover-image" src="x.jpg"/>
<h1 class="page-title">A page</h1><p class="page-description">In short.</p>
<table class="properties"><tbody><tr class="property-row property-row-multi_select">
<th><span class="icon property-icon"><svg><path/></svg></span>Tags</th>
<td><span class="selected-value">oil lamps</span><span class="selected-value">wicks</span></td></tr>
<tr class="property-row property-row-date"><th>Date</th><td><time>@March 1, 2024</time></td></tr>
<tr class="property-row property-row-checkbox"><th>Published</th>
<td><div class="checkbox checkbox-on"></div></td></tr>
<tr class="property-row property-row-person"><th>Author</th>
<td><span class="user"><img src="https://x.example/a.png" class="icon user-icon"/>Ann Lee</span>
</td></tr></tbody></table></header><div class="page-body">
<nav class="block-color-gray table_of_contents"><div>Contents</div></nav>
<p><a href="A%20page/Other%20x.html">Other</a></p>
<ul class="bulleted-list"><li>one</li></ul><ul class="bulleted-list"><li>two</li></ul>
<ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span>three</span></li></ul>
<figure class="equation"><span class="katex"><math><semantics><mrow><mi>E</mi></mrow>
<annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math></span></figure>
</div></article></body></html>"""


def _page(tmp_path: Path, html: str) -> Document:
    _write(tmp_path, f"A page {_IDS[0]}.html", html)
    _write(tmp_path, "index.html", "<p>canary</p>")
    (document,) = _read(tmp_path).documents
    return document


def test_pages_in_html_are_read_like_those_in_markdown(tmp_path: Path) -> None:
    document = _page(tmp_path, _HTML)
    assert (document.title, document.author) == ("A page", "Ann Lee")
    assert document.tags == ("oil lamps", "wicks")
    assert document.date == datetime(2024, 3, 1, tzinfo=UTC)
    assert document.text == "In short.\n\nOther\n\n- one\n- two\n- ☐ three\n\n`E=mc^2`"


def test_of_a_card_of_a_linked_page_the_title_is_kept_and_not_what_others_wrote(
    tmp_path: Path,
) -> None:
    card = """<figure><a href="https://x.example/" class="bookmark source">
        <div class="bookmark-title">The wick</div><div class="bookmark-description">canary</div>
        <img src="https://x.example/p.png" class="bookmark-image"/></a></figure>
        <figure class="block-color callout" id="c"><div style="font-size:1.5em"><span class="icon">
        💡</span></div><div style="width:100%"><p>It burns.</p></div></figure>"""
    html = f'<article class="page"><h1 class="page-title">A</h1><div class="page-body">{card}</div>'
    assert _page(tmp_path, html).text == "[The wick](https://x.example/)\n\n💡 It burns."


def test_a_page_that_is_not_marked_as_published_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, f"A page {_IDS[0]}.html", _HTML.replace("checkbox-on", "checkbox-off"))
    read = _read(tmp_path)
    assert (read.documents, read.left_out) == ((), {"hidden": 1})


def test_the_time_for_a_long_page_grows_with_its_length_only(tmp_path: Path) -> None:
    brackets = "\\[" * 40_000
    _write(tmp_path, f"A page {_IDS[1]}.md", f"# A page\n\n{brackets}\n")
    began = process_time()
    (document,) = _read(tmp_path).documents
    assert process_time() - began < 3
    assert document.text == brackets


def test_cards_of_linked_pages_that_nothing_closes_are_passed_in_linear_time() -> None:
    began = process_time()
    page = page_of_html('<a href="x" class="bookmark source">' * 3_000)
    assert page.text == ""
    assert process_time() - began < 0.4  # 0.03 s; over a second if each went on to the end
