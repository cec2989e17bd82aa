"""Renders Markdown to HTML, in one of five flavours."""

from collections.abc import Callable
from dataclasses import replace

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.direct import render_directly
from sitegen.markdown.quotes import has_quotes, set_quotes
from sitegen.markdown.rendered_text import Flavour, Rendered
from sitegen.markdown.steps import Limits

_LIMITS = Limits()


def _english(_text: str) -> str:
    return "en"


def render_markdown(
    source: str,
    flavour: Flavour,
    links: LinkConfig,
    limits: Limits = _LIMITS,
    *,
    note_prefix: str = "",
    language: Callable[[str], str | None] = _english,
) -> Rendered:
    """Renders a Markdown text as HTML.

    A post keeps its line breaks and has no headings. An essay also supports headings, tables and
    footnotes; they are plain text with escapes. Imported Markdown also supports task lists,
    strikethrough and captions. These are sanitised: no raw HTML, no scripts, and ``nofollow``
    links. A page is trusted; it also supports raw HTML, typographic punctuation, ``[TOC]``,
    definition lists, abbreviations and attribute lists. So does the site's own post, which has no
    line ends in its paragraphs, because posts are displayed with all white space. A text that
    exceeds ``limits`` is shown as plain text.

    Footnote ids start with ``note_prefix``, so that several texts can share a page. ``language``
    returns the language of the plain text, which selects the quotation marks.
    """
    direct = render_directly(source, flavour, links) if limits is _LIMITS else None
    if direct:
        rendered = Rendered(direct.html, direct.text, excerpts=direct.excerpts)
        return _with_quotes(rendered, language)
    from sitegen.markdown.parsing import parse  # noqa: PLC0415 -- most edits need no parser

    return _with_quotes(parse(source, flavour, links, limits, note_prefix), language)


def _set_quotes(rendered: Rendered, language: str | None) -> Rendered:
    return rendered._replace(
        html=set_quotes(rendered.html, language),
        text=set_quotes(rendered.text, language),
        headings=tuple(
            replace(heading, title=set_quotes(heading.title, language))
            for heading in rendered.headings
        ),
        excerpts=tuple(set_quotes(text, language) for text in rendered.excerpts),
    )


def _with_quotes(rendered: Rendered, language: Callable[[str], str | None]) -> Rendered:
    """The text with the quotation marks of its language."""
    if not has_quotes(rendered.html):
        return rendered
    return _set_quotes(rendered, language(set_quotes(rendered.text, None)))
