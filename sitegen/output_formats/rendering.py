"""Renders output formats: finds the renderer of each."""

from collections.abc import Callable, Mapping

from sitegen.artifacts import FormatArtifact, OutputFormat
from sitegen.output_formats.book.rendering import render_book
from sitegen.output_formats.cards import rendering as cards
from sitegen.output_formats.email import rendering as email
from sitegen.output_formats.pdf.rendering import render_document
from sitegen.output_formats.source import FormatSource

_RENDERERS: Mapping[OutputFormat, Callable[[FormatSource], bytes]] = {
    "email": email.render_html,
    "email-text": email.render_text,
    "eml": email.render_message,
    "epub": render_book,
    "card": cards.render_card,
    "icon": cards.render_icon,
    "manifest": cards.render_manifest,
    "pdf": render_document,
}


def render_format(artifact: FormatArtifact, source: FormatSource) -> bytes:
    """The bytes of a file in an output format.

    Args:
        artifact: the file.
        source: what it is made from.

    Raises:
        SitegenError: a template is missing or wrong, or a picture cannot be read.
    """
    return _RENDERERS[artifact.format](source)
