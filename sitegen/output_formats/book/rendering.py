"""Renders the book: its chapters, what describes it, and the container of all."""

from collections.abc import Iterator
from typing import cast

from sitegen.output_formats.book.archive import BookFile, write_archive
from sitegen.output_formats.book.chapters import Chapter, anchor_of, plan_chapters
from sitegen.output_formats.book.cover import draw_cover
from sitegen.output_formats.book.metadata import describe_book
from sitegen.output_formats.resolved_views import ShownPage, ShownSite, ShownTopic
from sitegen.output_formats.source import FormatSource
from sitegen.output_formats.xhtml.embedded_pictures import EmbeddedPictures
from sitegen.output_formats.xhtml.entries import Entry, EntryWriter, PreparedPage, prepare_page
from sitegen.output_formats.xhtml.links import Links, Place
from sitegen.output_formats.xhtml.texts import read_text
from sitegen.text.labels import only_xml

_FOLDER = "EPUB"
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def render_book(source: FormatSource) -> bytes:
    """The digest as an EPUB.

    Raises:
        ThemeError: a template is missing or wrong.
    """
    return write_archive(_Book(source).files())


class _Book:
    def __init__(self, source: FormatSource) -> None:
        self._source = source
        self._site = cast("ShownSite", source.site)
        self._chapters = tuple(plan_chapters(source))
        self._pictures = EmbeddedPictures(source, "the e-book")
        self._pages = {
            page.address: _prepare(page, chapter)
            for chapter in self._chapters
            for page in chapter.pages
            if chapter.is_home_of(page)
        }
        self._intros = {
            chapter.topic.slug: read_text(chapter.topic.intro, "intro")
            for chapter in self._chapters
            if chapter.topic and chapter.number == 1
        }
        links = Links(dict(self._places()), self._site.base_url)
        self._writer = EntryWriter(links, self._pictures)

    def files(self) -> Iterator[BookFile]:
        """All files of the book, the pictures last."""
        yield BookFile("META-INF/container.xml", _CONTAINER.encode())
        chapters = [(each.file, self._chapter(each)) for each in self._chapters]
        shown = {
            "chapters": self._chapters,
            "pictures": self._pictures,
            "facts": describe_book(self._site, self._shown_pages()),
        }
        for name in ("package.opf", "nav.xhtml", "toc.ncx", "cover.xhtml", "style.css"):
            yield self._file(name, self._source.render(f"book-{name}", **shown))
        topics = [each.title for each in self._chapters if each.topic and each.number == 1]
        cover = draw_cover(self._site, topics, self._source.picture)
        yield BookFile(f"{_FOLDER}/cover.png", cover)
        for file, xhtml in chapters:
            yield self._file(file, xhtml)
        for picture in self._pictures.files:
            yield BookFile(f"{_FOLDER}/{picture.name}", picture.data)

    def _file(self, name: str, text: str) -> BookFile:
        return BookFile(f"{_FOLDER}/{name}", only_xml(text).encode())

    def _places(self) -> Iterator[tuple[str, Place]]:
        for chapter in self._chapters:
            if chapter.topic and chapter.number == 1:
                yield chapter.topic.address, Place(chapter.file)
            for page in chapter.pages:
                if chapter.is_home_of(page):
                    anchor = anchor_of(page) if chapter.topic else ""
                    ids = self._pages[page.address].text.ids
                    yield page.address, Place(chapter.file, anchor, ids)

    def _chapter(self, chapter: Chapter) -> str:
        intro = ""
        if chapter.topic and chapter.number == 1:
            intro = self._writer.html(self._intros[chapter.topic.slug], chapter.topic.address)
        return self._source.render(
            f"book-{chapter.kind}.xhtml",
            chapter=chapter,
            topic=chapter.topic,
            intro=intro,
            essays=self._essays(chapter.topic) if chapter.topic else (),
            entries=tuple(self._entry(page, chapter) for page in chapter.pages),
        )

    def _shown_pages(self) -> Iterator[ShownPage]:
        return (page for chapter in self._chapters for page in chapter.pages)

    def _essays(self, topic: ShownTopic) -> tuple[Entry, ...]:
        """Links to the essays of a topic that are in the book."""
        known = (essay for essay in topic.essays if essay.address in self._pages)
        return tuple(map(self._reference, known))

    def _entry(self, page: ShownPage, chapter: Chapter) -> Entry:
        if not chapter.is_home_of(page):
            return self._reference(page)
        return self._writer.entry(page, self._pages[page.address], anchor_of(page))

    def _reference(self, page: ShownPage) -> Entry:
        return self._writer.reference(page, anchor_of(page))


def _prepare(page: ShownPage, chapter: Chapter) -> PreparedPage:
    prefix = anchor_of(page) if chapter.topic else "text"
    level = 3 if chapter.topic and (page.title or page.link) else 2
    return prepare_page(page, prefix, level)
