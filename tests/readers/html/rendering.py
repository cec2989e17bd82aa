"""Converts HTML to Markdown and renders that again, to compare what both show."""

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown
from sitegen.readers.html import html_to_markdown

BASE = "https://blog.example/posts/one/"


def markdown(html: str, base: str | None = BASE) -> str:
    """The Markdown of some HTML."""
    return html_to_markdown(html, base=base).markdown


def rendered(html: str, flavour: Flavour = "essay") -> str:
    """What sitegen shows of some HTML, as HTML without what it adds to links."""
    shown = render_markdown(markdown(html), flavour, LinkConfig()).html
    return shown.replace(' rel="nofollow ugc noopener"', "")


def shown_text(html: str) -> str:
    """The words that sitegen shows of some HTML."""
    return render_markdown(markdown(html), "essay", LinkConfig()).text
