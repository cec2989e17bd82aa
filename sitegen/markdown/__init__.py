"""Markdown: how plain text is written in it, and how it becomes HTML."""

from sitegen.markdown.escaping import escape_essay, escape_post
from sitegen.markdown.limits import Limits
from sitegen.markdown.rendering import Flavour, Heading, Rendered, render_markdown

__all__ = [
    "Flavour",
    "Heading",
    "Limits",
    "Rendered",
    "escape_essay",
    "escape_post",
    "render_markdown",
]
