"""Renders editions: finds the renderer of each format."""

from collections.abc import Callable, Mapping

from sitegen.artifacts import EditionArtifact, EditionFormat
from sitegen.editions.book.rendering import render_book
from sitegen.editions.cards import rendering as cards
from sitegen.editions.email import rendering as email
from sitegen.editions.pdf.rendering import render_document
from sitegen.editions.source import EditionSource

_RENDERERS: Mapping[EditionFormat, Callable[[EditionSource], bytes]] = {
    "email": email.render_html,
    "email-text": email.render_text,
    "eml": email.render_message,
    "epub": render_book,
    "card": cards.render_card,
    "icon": cards.render_icon,
    "manifest": cards.render_manifest,
    "pdf": render_document,
}


def render_edition(artifact: EditionArtifact, source: EditionSource) -> bytes:
    """The bytes of an edition.

    Args:
        artifact: the edition.
        source: what it is made from.

    Raises:
        SitegenError: a template is missing or wrong, or a picture cannot be read.
    """
    return _RENDERERS[artifact.format](source)
