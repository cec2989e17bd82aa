"""Books, and files of word processors."""

import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.formats.epub.notes import bring_notes
from sitegen.readers.markdown.links import change_links
from tests.pictures import PNG
from tests.readers.sources import read_dump

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:identifier>urn:lamps</dc:identifier><dc:creator>Ann Quay</dc:creator>
<dc:language>en</dc:language><dc:date>2024-01-02</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="gone" href="text/gone.xhtml" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="cover" linear="no"/><itemref idref="nav"/><itemref idref="one"/>
<itemref idref="two"/><itemref idref="gone"/></spine></package>"""


def _page(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


def _zip(path: Path, **files: object) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else str(content))
    return path


def _book(path: Path, identifier: str = "urn:lamps") -> Path:
    return _zip(
        path,
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/book.opf": _PACKAGE.replace("urn:lamps", identifier),
            "OEBPS/nav.xhtml": _page("<nav>canary</nav>"),
            "OEBPS/text/one a.xhtml": _page(
                '<h1>The wick</h1><p>It <i>burns</i>.</p><img src="../images/a.png" alt="A"/>'
            ),
            "OEBPS/text/two.xhtml": _page("<h1>The oil</h1><p>It flows.</p>"),
            "OEBPS/images/a.png": PNG,
        },
    )


def test_the_chapters_of_a_book_are_documents_in_its_order(tmp_path: Path) -> None:
    one, two = read_dump(_book(tmp_path / "lamps.epub"))
    assert (one.title, two.title) == ("The wick", "The oil")
    assert one.text == "It *burns*.\n\n![A](../images/a.png)"
    assert [medium.entry for medium in one.media] == ["OEBPS/images/a.png"]
    assert (one.author, one.lang, str(one.date)) == ("Ann Quay", "en", "2024-01-02 00:00:00+00:00")


def test_the_chapters_that_are_whole_of_a_book_that_is_cut_off_are_read(tmp_path: Path) -> None:
    book = _book(tmp_path / "lamps.epub")
    content = book.read_bytes()
    book.write_bytes(content[: content.index(b"OEBPS/text/two.xhtml")])
    read = read_source(book, ReadOptions())
    assert [document.title for document in read.documents] == ["The wick"]
    assert ("the rest of the archive", "it is damaged or cut off") in {
        (lost.what, lost.why) for lost in read.lost
    }


def test_the_only_chapter_of_a_book_without_headings_has_the_title_of_the_book(
    tmp_path: Path,
) -> None:
    package = """<package><metadata><dc:title>Lamps</dc:title><dc:creator>Ann Quay</dc:creator>
    <dc:creator>Jon Reed</dc:creator></metadata>
    <manifest><item id="one" href="one.html" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="one"/></spine></package>"""
    book = _zip(
        tmp_path / "lamps.epub",
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/book.opf": package,
            "OEBPS/one.html": _page("<p>It burns.</p>"),
        },
    )
    (document,) = read_dump(book)
    assert (document.title, document.author) == ("Lamps", "Ann Quay, Jon Reed")


def _book_of(path: Path, metadata: str, *pages: tuple[str, str]) -> Path:
    """A book of these pages, by name."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, (name, _) in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    package = f"<package><metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}"
    files = {f"OEBPS/{name}": _page(body) for name, body in pages}
    meta = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    return _zip(path, **meta, **{"OEBPS/book.opf": package + "</spine></package>"}, **files)


def test_landmarks_beside_the_table_of_contents_name_no_chapters(tmp_path: Path) -> None:
    nav = """<nav epub:type="landmarks"><a href="a.html">Start of reading</a></nav>
    <nav epub:type="toc"><a href="a.html">The wick</a></nav>"""
    package = """<package><metadata/><manifest>
    <item id="n" href="nav.html" properties="nav" media-type="application/xhtml+xml"/>
    <item id="a" href="a.html" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="a"/></spine></package>"""
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": package,
        "OEBPS/nav.html": _page(nav),
        "OEBPS/a.html": _page("<p>It burns.</p>"),
    }
    (document,) = read_dump(_zip(tmp_path / "a.epub", **files))
    assert document.title == "The wick"


def test_editors_and_translators_of_a_book_are_not_its_authors(tmp_path: Path) -> None:
    metadata = """<meta name="cover" content="c"/><dc:creator opf:role="aut">Ann Quay</dc:creator>
    <dc:creator opf:role="trl">Bo</dc:creator><dc:creator id="e">Eva</dc:creator>
    <meta refines="#e" property="role">edt</meta>"""
    (document,) = read_dump(_book_of(tmp_path / "a.epub", metadata, ("a.html", "<p>It burns.</p>")))
    assert document.author == "Ann Quay"


def test_numbers_of_printed_pages_and_links_back_from_notes_are_no_text(tmp_path: Path) -> None:
    text = """<h1>The <i>wick</i></h1><p>It <span epub:type="pagebreak" id="p4">4</span>burns
    <a epub:type="noteref" href="#n">1</a>.<span role="doc-pagebreak" title="5"/></p>
    <aside epub:type="footnote" id="n">Slowly. <a role="doc-backlink" href="a.html">↩</a></aside>"""
    (document,) = read_dump(_book_of(tmp_path / "a.epub", "", ("a.html", text)))
    assert document.title == "The wick"
    assert document.text == "It burns [^1].\n\n[^1]: Slowly."


def test_pages_that_calibre_split_are_one_chapter_and_title_pages_are_none(tmp_path: Path) -> None:
    pages = (
        ("titlepage.html", "<p>canary</p>"),
        ("half.html", '<section epub:type="halftitlepage"><p>canary</p></section>'),
        ("a_split_000.html", "<h1>The wick</h1><p>It burns,</p>"),
        ("a_split_001.html", "<p>and burns.</p>"),
        ("a_split_002.html", "<h1>The oil</h1><p>It flows.</p>"),
    )
    read = read_source(_book_of(tmp_path / "a.epub", "", *pages), ReadOptions())
    assert [(d.title, d.text) for d in read.documents] == [
        ("The wick", "It burns,\n\nand burns."),
        ("The oil", "It flows."),
    ]
    assert read.left_out == {"other kind": 2}


def test_the_table_of_contents_names_chapters_without_a_heading(tmp_path: Path) -> None:
    package = """<package xmlns="http://www.idpf.org/2007/opf"><metadata/>
    <manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <item id="cover" href="cover.html" media-type="application/xhtml+xml"/>
    <item id="one" href="one.html" media-type="application/xhtml+xml"/></manifest>
    <spine toc="ncx"><itemref idref="cover"/><itemref idref="one"/></spine>
    <guide><reference type="cover" href="cover.html"/></guide></package>"""
    contents = """<ncx><navMap><navPoint><navLabel><text>The wick</text></navLabel>
    <content src="one.html#a"/></navPoint></navMap></ncx>"""
    book = _zip(
        tmp_path / "lamps.epub",
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/book.opf": package,
            "OEBPS/toc.ncx": contents,
            "OEBPS/cover.html": _page('<img src="cover.jpg"/>'),
            "OEBPS/one.html": _page('<p class="h"><b>The wick</b></p><p>It burns.</p>'),
        },
    )
    (document,) = read_dump(book)
    assert (document.title, document.text) == ("The wick", "It burns.")


def test_books_within_an_archive_are_read_with_their_pictures(tmp_path: Path) -> None:
    books = {f"books/{n}.epub": _book(tmp_path / n, f"urn:{n}").read_bytes() for n in "ab"}
    packed = {**books, "cover.png": PNG}
    read = read_source(_zip(tmp_path / "books.zip", **packed), ReadOptions())
    assert [document.title for document in read.documents] == ["The wick", "The oil"] * 2
    pictures = [medium.entry for document in read.documents for medium in document.media]
    assert pictures == [f"books/{name}.epub/OEBPS/images/a.png" for name in "ab"]
    assert len({document.id for document in read.documents}) == 4


def test_a_book_beside_notes_in_an_archive_is_an_attachment(tmp_path: Path) -> None:
    book = _book(tmp_path / "a.epub").read_bytes()
    packed = {"a.epub": book, "one.md": "# One\n\nWords.", "two.md": "# Two\n\nMore words."}
    read = read_source(_zip(tmp_path / "notes.zip", **packed), ReadOptions())
    assert [document.title for document in read.documents] == ["One", "Two"]


def _book_with_notes(path: Path, notes: str, linear: str = "yes") -> Path:
    package = f"""<package><metadata/><manifest>
    <item id="one" href="one.html" media-type="application/xhtml+xml"/>
    <item id="notes" href="text/notes%20a.html" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="one"/><itemref idref="notes" linear="{linear}"/></spine></package>"""
    text = (
        '<h1>The wick</h1><p>It burns<sup><a id="r1" href="text/notes%20a.html#n1">1</a></sup>, '
        'as <a href="text/notes%20a.html#n1">others</a> say'
        '<a href="text/notes%20a.html#n2">[2]</a>.</p>'
    )
    return _zip(
        path,
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/book.opf": package,
            "OEBPS/one.html": _page(text),
            "OEBPS/text/notes a.html": _page(f"<h2>Notes</h2>{notes}"),
        },
    )


@pytest.mark.parametrize(
    "notes",
    [
        '<aside id="n1"><p>Slowly.</p></aside><aside id="n2"><p>Ann.</p></aside>',
        '<ol><li id="n1">Slowly. <a href="../one.html#r1">↩</a></li><li id="n2">Ann.</li></ol>',
        '<p><a id="n1" href="../one.html#r1">1</a>. Slowly.</p><p><a id="n2"></a>2. Ann.</p>',
    ],
)
@pytest.mark.parametrize("linear", ["yes", "no"])
def test_notes_in_another_file_of_a_book_are_footnotes(
    tmp_path: Path, notes: str, linear: str
) -> None:
    read = read_source(_book_with_notes(tmp_path / "lamps.epub", notes, linear), ReadOptions())
    (document,) = read.documents
    assert document.text == (
        "It burns[^1], as [others](text/notes%20a.html#n1) say[^2].\n\n[^1]: Slowly.\n\n[^2]: Ann."
    )


def test_a_reference_to_a_note_that_a_book_lacks_keeps_its_mark(tmp_path: Path) -> None:
    read = read_source(_book_with_notes(tmp_path / "lamps.epub", "<p>None.</p>"), ReadOptions())
    text = change_links(read.documents[0].text, lambda _: None)  # as where there is no such page
    assert text == "It burns¹, as others say\\[2\\]."


@pytest.mark.parametrize("attribute", [' href="two.xhtml#n"', ' id="n"'])
def test_a_tag_of_a_book_that_does_not_end_refers_to_no_note(attribute: str) -> None:
    html = f'<p>It burns<a href="two.xhtml#n">1</a>.</p><a{attribute * 30_000}'
    assert bring_notes(html, "one.xhtml", lambda _: html).html == html


@pytest.mark.parametrize("hostile", ["<dc:title>", "<dc:title ", "<item ", "word-"])
def test_a_book_with_elements_that_never_end_is_read_in_time_that_grows_with_it_alone(
    tmp_path: Path, hostile: str
) -> None:
    book = _book(tmp_path / "lamps.epub")
    with zipfile.ZipFile(book) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    package = files["OEBPS/book.opf"].decode()
    changed = package.replace("</package>", f"{hostile * 100_000}</package>")
    read = read_dump(_zip(book, **files | {"OEBPS/book.opf": changed}))
    assert [document.title for document in read] == ["The wick", "The oil"]


_ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="x">'
    '<enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/text/one%20a.xhtml"/>'
    "</enc:CipherData></enc:EncryptedData></encryption>"
)


def test_a_chapter_that_is_protected_against_copying_is_lost(tmp_path: Path) -> None:
    path = _book(tmp_path / "lamps.epub")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("META-INF/encryption.xml", _ENCRYPTION)
    read = read_source(path, ReadOptions())
    assert [chapter.title for chapter in read.documents] == ["The oil"]
    assert read.lost[0].why == "it is protected against copying"


def test_a_book_that_is_protected_against_copying_is_refused(tmp_path: Path) -> None:
    path = _book(tmp_path / "lamps.epub")
    others = "".join(
        f'<enc:CipherReference URI="OEBPS/text/{name}.xhtml"/>' for name in ("two", "gone")
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("META-INF/encryption.xml", _ENCRYPTION + others)
    with pytest.raises(DumpError, match="protected against copying"):
        read_source(path, ReadOptions())
