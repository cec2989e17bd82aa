"""Renders output formats: finds the renderer of each."""

from collections.abc import Mapping
from importlib import import_module

from sitegen.artifacts import FormatArtifact, OutputFormat
from sitegen.output_formats.source import FormatSource

_RENDERERS: Mapping[OutputFormat, tuple[str, str]] = {
    "email": ("email", "render_html"),
    "email-text": ("email", "render_text"),
    "eml": ("email", "render_message"),
    "epub": ("book", "render_book"),
    "card": ("cards", "render_card"),
    "icon": ("cards", "render_icon"),
    "manifest": ("cards", "render_manifest"),
    "pdf": ("pdf", "render_document"),
}
"""The package of each renderer, and its name in the module ``rendering`` there."""


def render_format(artifact: FormatArtifact, source: FormatSource) -> bytes:
    """The bytes of a file in an output format.

    Its renderer is imported now, as most builds need only some of them or none.

    Raises:
        SitegenError: a template is missing or wrong, or a picture cannot be read.
    """
    package, name = _RENDERERS[artifact.format]
    renderer = getattr(import_module(f"sitegen.output_formats.{package}.rendering"), name)
    data: bytes = renderer(source)
    return data
