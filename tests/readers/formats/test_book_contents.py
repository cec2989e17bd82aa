"""Books: their title pages, and files that hold several chapters."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_CONTAINER = (
    '<container><rootfiles><rootfile full-path="book.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>The Book of Rope</dc:title><dc:creator>Ida Voss</dc:creator></metadata><manifest>
<item id="toc" href="toc.{0}" {1}/>{2}</manifest><spine>{3}</spine></package>"""
_NCX = '<navPoint><navLabel><text>{0}</text></navLabel><content src="{1}"/>{2}</navPoint>'
_NAV = '<li><a href="{1}">{0}</a>{2}</li>'
_PAGE = "<html><head/><body>{}</body></html>"


def _read(folder: Path, pages: Mapping[str, str], contents: str, *, is_nav: bool) -> SourceRead:
    ending = "xhtml" if is_nav else "ncx"
    kind = (
        'properties="nav" media-type="application/xhtml+xml"'
        if is_nav
        else 'media-type="application/x-dtbncx+xml"'
    )
    items = "".join(
        f'<item id="{name}" href="{name}.html" media-type="application/xhtml+xml"/>'
        for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    with zipfile.ZipFile(folder / "rope.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE.format(ending, kind, items, spine))
        around = '<nav epub:type="toc"><ol>{}</ol></nav>' if is_nav else "<navMap>{}</navMap>"
        book.writestr(f"toc.{ending}", around.format(contents))
        for name, body in pages.items():
            book.writestr(f"{name}.html", _PAGE.format(body))
    return read_source(folder / "rope.epub", ReadOptions())


@pytest.mark.parametrize("is_nav", [False, True])
def test_chapters_in_one_file_are_documents_and_sections_are_not(
    tmp_path: Path, *, is_nav: bool
) -> None:
    entry = _NAV if is_nav else _NCX
    section = entry.format("Long hemp", "a.html#s", "")
    below = f"<ol>{section}</ol>" if is_nav else section
    contents = (
        entry.format("Hemp", "a.html#h", below)
        + entry.format("Jute", "a.html#j", "")
        + entry.format("Notes", "a.html#n", "")
    )
    page = (
        '<p>Before.</p><div id="h"><h2>Hemp</h2><p>Old.<a href="b.html#x">1</a></p>'
        '<h3 id="s">Long hemp</h3><p>Long.</p></div>'
        '<div><p><a id="j"></a>Jute is new.</p></div><div id="n"><h2>Notes</h2><p>Few.</p></div>'
    )
    pages = {"a": page, "b": '<aside epub:type="footnote" id="x"><p>Very.</p></aside><p>End.</p>'}
    found = _read(tmp_path, pages, contents, is_nav=is_nav).documents
    assert [(d.title, d.text) for d in found] == [
        (None, "Before."),
        ("Hemp", "Old.[^1]\n\n### Long hemp\n\nLong.\n\n[^1]: Very."),
        ("Jute", "Jute is new.\n\n## Notes\n\nFew."),
        (None, "End."),
    ]
    assert len({document.id for document in found}) == 4


@pytest.mark.parametrize(
    ("page", "is_title"),
    [
        ("<h1>The Book of Rope</h1><p>by Ida Voss</p>", True),
        ("<p>THE BOOK OF ROPE</p><p>A novel</p><p>Ida Voss</p><p>Quay Press, 2020</p>", True),
        ("<h1>The Book of Rope</h1><p>It was old.</p>", False),
        ("<h1>The Book</h1><p>by Ida Voss</p>", False),
    ],
)
def test_a_page_with_the_title_and_the_author_of_the_book_is_no_chapter(
    tmp_path: Path, page: str, *, is_title: bool
) -> None:
    found = _read(tmp_path, {"t": page, "a": "<p>It begins.</p>"}, "", is_nav=False)
    assert len(found.documents) == 2 - is_title
    assert found.left_out == ({"other kind": 1} if is_title else {})
