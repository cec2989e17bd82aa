"""The pages of the digest as the templates of a book receive them."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from sitegen.output_formats.resolved_views import ShownPage
from sitegen.output_formats.xhtml.embedded_pictures import EmbeddedPictures
from sitegen.output_formats.xhtml.links import Links, address_in_site, external_link
from sitegen.output_formats.xhtml.texts import Text, read_text

_NO_MARKUP = Markup()


class Entry(NamedTuple):
    """A page as the template of its chapter receives it."""

    page: ShownPage
    anchor: str
    html: Markup = _NO_MARKUP
    note: Markup = _NO_MARKUP
    """The note of the editor."""
    href: str | None = None
    """The place where another chapter shows the page, which has no text here."""
    link: str | None = None
    """The URL of what a link post is about."""
    source: str | None = None
    """The URL where it was first published."""


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """A page, before its links are resolved."""

    text: Text
    note: Text


def prepare_page(page: ShownPage, prefix: str, level: int) -> PreparedPage:
    """Reads the text and the note of a page.

    Args:
        page: the page.
        prefix: is put before the ids in them, so that they are unique in a file.
        level: the level of their highest headings.
    """
    return PreparedPage(
        read_text(page.html, prefix, level=level),
        read_text(page.note, f"{prefix}.note", level=level),
    )


class EntryWriter:
    """Resolves what pages refer to, and writes them."""

    def __init__(self, links: Links, pictures: EmbeddedPictures) -> None:
        self._links = links
        self._pictures = pictures

    def entry(self, page: ShownPage, prepared: PreparedPage, anchor: str) -> Entry:
        """A page in full."""
        return Entry(
            page,
            anchor,
            html=self.html(prepared.text, page.address),
            note=self.html(prepared.note, page.address),
            link=external_link(page.link.address) if page.link else None,
            source=external_link(page.source) if page.source else None,
        )

    def reference(self, page: ShownPage, anchor: str) -> Entry:
        """A link to a page that another chapter shows."""
        return Entry(page, anchor, href=self._links.resolve(f"/{page.address}", ""))

    def html(self, text: Text, here: str) -> Markup:
        """The text of the page at ``here``. What it says is escaped by ``nodes.serialise``."""

        def picture(address: str, description: str) -> str | None:
            if address in text.drawings:
                return self._pictures.add_drawing(text.drawings[address], description)
            return self._pictures.find(address_in_site(address, here), description)

        return Markup(text.render(lambda link: self._links.resolve(link, here), picture))  # noqa: S704
