"""Reads EPUB books: a document for each chapter, in the order of the book.

The package document says which files are chapters: https://www.w3.org/TR/epub-33/#sec-package-doc.
``contents`` reads the table of contents, ``pages`` tells chapters from other pages, ``notes``
brings footnotes from other files, and ``headings`` leads links to headings.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of, read_body, without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions
from sitegen.readers.formats.epub.contents import (
    Entry,
    Part,
    chapters_in,
    entries_of,
    split_chapters,
    titles_in,
)
from sitegen.readers.formats.epub.headings import Headings
from sitegen.readers.formats.epub.notes import TakenNotes, bring_notes
from sitegen.readers.formats.epub.pages import (
    begins_notes,
    goes_on,
    is_no_chapter,
    is_title_page,
    without_marks,
)
from sitegen.readers.html import plain_text
from sitegen.readers.html.extent import elements, start_tags
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_ROOT_PATH = re.compile(r"\bfull-path=[\"']([^\"']+)")
_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
_BODY_END = re.compile(r"</body>", re.IGNORECASE)
_EMPTY_TAG = re.compile(
    r"<(title|script|style|textarea|iframe|a|div|span|p)\b([^<>]*?)/>", re.IGNORECASE
)
"""Elements that are empty in XHTML, but would swallow what follows in HTML."""
_AUTHOR = "aut"
"""The role of an author: https://id.loc.gov/vocabulary/relators."""
_EMPTY_META = re.compile(r"<(?:\w+:)?meta\b[^<>]*/>")
_COVER = re.compile(r"cover[^/]*$", re.IGNORECASE)
"""The name of a file with the picture of the cover alone."""
_NO_CHAPTERS = frozenset({"cover", "toc", "title-page", "copyright-page", "index", "colophon"})


class _Book(NamedTuple):
    """What the package document says."""

    id: str
    author: str | None
    date: str
    lang: str | None
    chapters: tuple[str, ...]
    """The names of the files, in the order of the book."""
    title: str
    titles: Mapping[str, str]
    """What the table of contents calls each file."""
    parts: Mapping[str, Sequence[Entry]]
    """The chapters in the files that hold several."""
    others: frozenset[str]
    """The files that the guide of EPUB 2 names as a cover or the like."""
    collector: str
    """The program that gathered articles of others in it; empty of any other book."""


class _Links:
    """What links of a book lead to."""

    def __init__(
        self, book: _Book, encrypted: frozenset[str], read: Callable[[str], str | None]
    ) -> None:
        self.headings = Headings(read)
        self.notes = TakenNotes(
            [name for name in book.chapters if name not in encrypted | book.others], read
        )
        self.files_with_notes: set[str] = set()
        """The files with notes of the chapters that were read."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    book = _book_in(source)
    if book is None:
        raise DumpError("this is no EPUB: it has no package document", path=source.path)
    if book.collector and not options.with_articles:
        raise DumpError(
            f"the book holds articles that {book.collector} saved, which are by others",
            path=source.path,
            hint="to import them all the same, add --include articles",
        )
    encrypted = _encrypted_in(source)
    if book.chapters and encrypted.issuperset(book.chapters):
        raise DumpError("the book is protected against copying", path=source.path)
    links = _Links(book, encrypted, lambda name: _text_of(source, name))
    for name, *more in _chapters_of(source, book):
        if name in encrypted:
            yield Lost("a chapter", name, "it is protected against copying")
        else:
            yield from _read_chapter(source, book, name, more, links)


def _chapters_of(files: Source, book: _Book) -> list[list[str]]:
    """The files of each chapter: several, if a program split it for its length."""
    chapters: list[list[str]] = []
    for name in book.chapters:
        is_part = chapters and goes_on(name, chapters[-1][0]) and name not in book.titles
        if is_part and not any(elements(_text_of(files, name) or "", "h[1-6]")):
            chapters[-1].append(name)
        else:
            chapters.append([name])
    return chapters


def _encrypted_in(files: Source) -> frozenset[str]:
    """The names of the files that are encrypted: https://www.w3.org/TR/epub-33/#sec-encryption."""
    listed = files.member("META-INF/encryption.xml")
    if listed is None:
        return frozenset()
    root = listed.name.removesuffix("META-INF/encryption.xml")
    references = _attributes(read_text_of(listed)[0], "CipherReference")
    names = (unquote(unescape(each["URI"])) for each in references if "URI" in each)
    return frozenset(posixpath.normpath(root + name) for name in names)


def _book_in(files: Source) -> _Book | None:
    container = files.member("META-INF/container.xml")
    paths = _root_paths(read_text_of(container)[0]) if container else iter(())
    path = next(paths, None)
    package = files.member(unquote(path)) if path else files.first(r".*\.opf")
    if package is None:
        return None
    text, _ = read_text_of(package)
    folder = posixpath.dirname(package.name)
    items = list(_attributes(text, "item"))
    chapters = tuple(_spine_in(text, folder, items))
    contents = _contents_of(files, folder, items)
    title = _field(text, "title")
    return _Book(
        id=_field(text, "identifier") or files.archive or files.name,
        author=", ".join(dict.fromkeys(_authors_in(text))) or None,
        date=_field(text, "date"),
        lang=_field(text, "language") or None,
        chapters=chapters,
        title=title,
        titles={
            **dict.fromkeys(chapters if len(chapters) == 1 else (), title),
            **titles_in(contents),
        },
        parts=chapters_in(contents),
        others=frozenset(
            _joined(folder, each.get("href", "").partition("#")[0])
            for each in _attributes(text, "reference")
            if each.get("type") in _NO_CHAPTERS
        ),
        collector=_collector_in(text),
    )


def _spine_in(package: str, folder: str, items: list[dict[str, str]]) -> Iterator[str]:
    """The names of the files that the spine lists, without the table of contents of EPUB 3."""
    pages = {
        item.get("id", ""): _joined(folder, item.get("href", ""))
        for item in items
        if "html" in item.get("media-type", "") and "nav" not in item.get("properties", "").split()
    }
    for each in _attributes(package, "itemref"):
        if each.get("linear") != "no" and each.get("idref") in pages:
            yield pages[each["idref"]]


def _collector_in(package: str) -> str:
    """The program that gathered articles of the web in a book; empty if none did."""
    if "wallabag" in (_field(package, "publisher").casefold(), _field(package, "creator")):
        return "wallabag"
    metas = {each.get("name"): each.get("content", "") for each in _attributes(package, "meta")}
    is_news = metas.get("calibre:publication_type", "").startswith("periodical:")
    return "a program such as calibre" if is_news else ""


def _root_paths(container: str) -> Iterator[str]:
    """The paths of package documents that a container names."""
    for tag in start_tags(container, _named("rootfile")):
        if found := _ROOT_PATH.search(tag[2]):
            yield found[1]


def _attributes(text: str, name: str) -> Iterator[dict[str, str]]:
    """The attributes of each element with a name."""
    return (dict(_ATTRIBUTE.findall(tag[2])) for tag in start_tags(text, _named(name)))


def _named(name: str) -> str:
    """A pattern for a name with any prefix."""
    return rf"(?:\w+:)?{name}"


def _contents_of(files: Source, folder: str, items: list[dict[str, str]]) -> list[Entry]:
    """The entries of the tables of contents, that of EPUB 3 and that of EPUB 2."""
    found: list[Entry] = []
    for item in items:
        is_nav = "nav" in item.get("properties", "").split()
        name = _joined(folder, item.get("href", ""))
        is_table = is_nav or "dtbncx" in item.get("media-type", "")
        if is_table and name in files.by_name and not found:
            found += entries_of(read_text_of(files.by_name[name])[0], name)
    return found


def _joined(folder: str, address: str) -> str:
    """The name of the file at an address that is relative to a folder."""
    return posixpath.normpath(posixpath.join(folder, unquote(address)))


def _field(text: str, name: str) -> str:
    """The first element of Dublin Core with a name in the package document."""
    return next(iter(_fields(text, name)), "")


def _fields(text: str, name: str) -> list[str]:
    """All elements of Dublin Core with a name, without empty ones."""
    found = (plain_text(element.content) for element in elements(text, _named(name)))
    return list(filter(None, found))


def _authors_in(text: str) -> Iterator[str]:
    """The names of those who made the book, without its editors, translators and the like."""
    refined = (
        (dict(_ATTRIBUTE.findall(each.attributes)), plain_text(each.content))
        for each in elements(_EMPTY_META.sub("", text), _named("meta"))
    )
    roles = {
        given.get("refines", "").removeprefix("#"): role
        for given, role in refined
        if given.get("property") == "role"
    }
    for creator in elements(text, _named("creator")):
        given = dict(_ATTRIBUTE.findall(creator.attributes))
        role = given.get("opf:role") or roles.get(given.get("id", ""), _AUTHOR)
        if role == _AUTHOR and (name := plain_text(creator.content)):
            yield name


def _read_chapter(
    files: Source, book: _Book, name: str, more: list[str], links: _Links
) -> Iterator[Document | Finding]:
    """Reads a chapter, which goes on in ``more``, with its notes, whose files ``links`` gets."""
    entry = files.by_name.get(name)
    if entry is None:
        yield Lost("a chapter", name, "the book does not hold it")
        return
    html, findings = read_text_of(entry)
    yield from findings
    attributes, content = _body_of(_whole(html))
    is_read = name in links.files_with_notes and begins_notes(attributes, content)
    is_other = name in book.others or is_no_chapter(name, attributes, content)
    is_title = len(book.chapters) > 1 and is_title_page(content, book.title, book.author or "")
    if is_read or is_other or is_title:
        yield LeftOut("other kind")
        return
    for part in more:
        content += _body_of(_whole(_text_of(files, part) or ""))[1]
    chapters = split_chapters(content, book.parts.get(name, ()))
    if len(chapters) == 1:
        chapters = [Part("", book.titles.get(name), content)]
    for number, chapter in enumerate(chapters):
        content, places = bring_notes(chapter.html, name, lambda other: _text_of(files, other))
        links.files_with_notes.update(file for file, _ in places)
        content = without_marks(links.notes.remove_from(content, name))
        content = links.headings.lead_to(content, name)
        place = () if number else (name, *more)
        yield from _read_part(files, book, name, chapter._replace(html=content), place)


def _read_part(
    files: Source, book: _Book, name: str, part: Part, locations: tuple[str, ...]
) -> Iterator[Document | Finding]:
    """Reads a chapter that is a part of a file, or all of it."""
    content = part.html
    heading = next(elements(content, "h[1-6]"), None)
    if heading and part.id and plain_text(content[: heading.start]):  # that of a section
        heading = None
    title = (plain_text(heading.content) if heading else part.title) or None
    converted = read_body(content, name, local_links="all")
    text = without_title(converted.text, title)
    first, _, rest = text.partition("\n\n")
    if title and not heading and first.strip("*_ ") == title:  # a heading that is a paragraph
        text = rest
    if not text:
        yield LeftOut("empty")
        return
    if _COVER.search(name) and not plain_text(content):
        yield LeftOut("other kind")
        return
    media = tuple(_place(medium, name, files) for medium in converted.media)
    kept = {medium.name for medium in media if medium.entry}
    yield from (f for f in converted.findings if not (isinstance(f, Lost) and f.where in kept))
    yield Document(
        id=identify("epub", book.id, _own_name(files, name, "" if locations else part.id)),
        kind=kind_of(title, text),
        text=text,
        place=DumpPlace(files.name),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=book.author,
        date=parse_date(book.date),
        lang=book.lang,
        media=media,
        locations=locations,
    )


def _own_name(files: Source, name: str, id_: str) -> str:
    """The name of a chapter in its book, wherever that is."""
    return name.removeprefix(f"{files.archive}/") + (f"#{id_}" if id_ else "")


def _whole(html: str) -> str:
    """XHTML as HTML, in which empty elements have end tags."""
    return _EMPTY_TAG.sub(r"<\1\2></\1>", html)


def _body_of(html: str) -> tuple[str, str]:
    """The attributes and the content of ``<body>``; all of the HTML if there is none."""
    body = next(start_tags(html, "body"), None)
    return (body[2], _BODY_END.split(html[body.end() :], maxsplit=1)[0]) if body else ("", html)


def _text_of(files: Source, name: str) -> str | None:
    entry = files.by_name.get(name)
    return read_text_of(entry)[0] if entry else None


def _place(medium: Medium, chapter: str, files: Source) -> Medium:
    """A picture with its file; the addresses in a chapter are relative to it."""
    path = _joined(posixpath.dirname(chapter), medium.name)
    return medium._replace(entry=path if path in files.by_name else None)


READER = Reader(
    "epub",
    "a book (EPUB)",
    recognise_formats("epub"),
    _read,
    ("other kind", "empty"),
)
