"""Renders the document to print: one HTML page with everything, and the PDF of it."""

import warnings
from collections.abc import Iterator
from typing import NamedTuple, cast

from markupsafe import Markup

from sitegen.output_formats.book.chapters import Chapter, anchor_of, plan_chapters
from sitegen.output_formats.resolved_views import ShownPage, ShownSite
from sitegen.output_formats.source import FormatSource
from sitegen.output_formats.xhtml.embedded_pictures import EmbeddedPictures
from sitegen.output_formats.xhtml.entries import Entry, EntryWriter, PreparedPage, prepare_page
from sitegen.output_formats.xhtml.links import Links, Place
from sitegen.output_formats.xhtml.texts import Text, read_text
from sitegen.text.labels import only_xml

_WHOLE = float("inf")


class Section(NamedTuple):
    """A chapter as the template receives it."""

    kind: str
    anchor: str
    title: str
    entries: tuple[Entry, ...]
    intro: Markup | str = ""
    """The introduction of a topic."""
    description: str = ""
    essays: tuple[Entry, ...] = ()
    """Links to the essays of a topic."""


def render_document(source: FormatSource) -> bytes:
    """The digest as a PDF.

    Raises:
        ThemeError: a template is missing or wrong.
        ContentError: WeasyPrint cannot print the digest.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # WeasyPrint warns of libraries that it will need later
        from sitegen.output_formats.pdf.printing import print_pdf  # noqa: PLC0415 -- slow to load, optional

    document = _Document(source)
    sections = tuple(document.sections())
    html = source.render("print.html", sections=sections)
    style = source.render("print.css")
    anchors = (entry.anchor for each in sections for entry in each.entries if entry.anchor)
    ids = [anchor for anchor in anchors if f' id="{anchor}"' in html]
    return print_pdf(only_xml(html), style, document.picture_data(), ids)


class _Document:
    def __init__(self, source: FormatSource) -> None:
        self._site = cast("ShownSite", source.site)
        self._chapters = tuple(plan_chapters(source, largest=_WHOLE))
        self._pictures = EmbeddedPictures(source, "the document to print")
        self._pages = {
            page.address: _prepare(page, chapter)
            for chapter in self._chapters
            for page in chapter.pages
            if chapter.is_home_of(page)
        }
        links = Links(dict(self._places()), self._site.base_url)
        self._writer = EntryWriter(links, self._pictures)

    def sections(self) -> Iterator[Section]:
        """All chapters in their order."""
        for chapter in self._chapters:
            entries = tuple(self._entry(page, chapter) for page in chapter.pages)
            topic = chapter.topic
            if topic is None:
                yield Section(chapter.kind, chapter.id, chapter.title, entries)
                continue
            intro: Text = read_text(topic.intro, f"{chapter.id}.intro")
            yield Section(
                chapter.kind,
                chapter.id,
                chapter.title,
                entries,
                self._writer.html(intro, topic.address),
                topic.description,
                tuple(
                    self._reference(essay) for essay in topic.essays if essay.address in self._pages
                ),
            )

    def picture_data(self) -> dict[str, tuple[str, bytes]]:
        """The media types and the bytes of the pictures, by their names."""
        return {file.name: (file.media_type, file.data) for file in self._pictures.files}

    def _places(self) -> Iterator[tuple[str, Place]]:
        for chapter in self._chapters:
            if chapter.topic:
                yield chapter.topic.address, Place("", chapter.id)
            for page in chapter.pages:
                if chapter.is_home_of(page):
                    ids = self._pages[page.address].text.ids
                    yield page.address, Place("", _anchor(page, chapter), ids)

    def _entry(self, page: ShownPage, chapter: Chapter) -> Entry:
        if not chapter.is_home_of(page):
            return self._reference(page)
        return self._writer.entry(page, self._pages[page.address], _anchor(page, chapter))

    def _reference(self, page: ShownPage) -> Entry:
        return self._writer.reference(page, anchor="")


def _anchor(page: ShownPage, chapter: Chapter) -> str:
    return anchor_of(page) if chapter.topic else chapter.id


def _prepare(page: ShownPage, chapter: Chapter) -> PreparedPage:
    level = 3 if chapter.topic and (page.title or page.link) else 2
    return prepare_page(page, _anchor(page, chapter), level)
