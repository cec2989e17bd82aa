"""Renders Markdown to HTML, in one of five flavours."""

import html as entities
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.toc import TocExtension

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.blocks import ContainerExtension, DefinitionIndentExtension
from sitegen.markdown.dialect import (
    DialectExtension,
    ImportedExtension,
    LineBreakExtension,
    NoHtmlExtension,
    OutlineExtension,
    PostExtension,
    SoftBreakExtension,
)
from sitegen.markdown.direct import render_directly
from sitegen.markdown.elements import EnclosedMarkdownExtension
from sitegen.markdown.figures import FigureExtension, StrikethroughExtension
from sitegen.markdown.footnotes import NumberedNotesExtension, set_note_prefix
from sitegen.markdown.limits import (
    LimitedFootnoteExtension,
    LimitExceededError,
    LimitExtension,
    Limits,
    Meter,
)
from sitegen.markdown.linking import LinkExtension
from sitegen.markdown.plaintext import plain_text
from sitegen.markdown.processor_selection import CODE_SIGNS, remove_idle_processors, signs_in
from sitegen.markdown.quotes import PunctuationExtension, has_quotes, set_quotes
from sitegen.markdown.references import ReferenceExtension
from sitegen.markdown.sanitising import sanitise
from sitegen.markdown.tables import GitHubTableExtension

Flavour = Literal["post", "essay", "imported", "page", "own_post"]
"""``post`` and ``essay`` are for imported text, ``page`` and ``own_post`` for the site's own."""

_OWN: tuple[Flavour, ...] = ("page", "own_post")
_LIMITS = Limits()
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?[0-9A-Za-z]++;)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text."""

    level: int
    """2 to 6; the title of the page is level 1."""
    id: str
    """The fragment that links to it: ``#id``."""
    title: str
    """The title as plain text."""


class Rendered(NamedTuple):
    """A text rendered as HTML."""

    html: str
    text: str
    """The plain text of the HTML."""
    headings: tuple[Heading, ...] = ()
    is_verbatim: bool = False
    """Whether it exceeded the limits and is shown as plain text instead of Markdown."""
    excerpts: tuple[str, ...] = ()
    """The plain texts of its paragraphs and list items, and the first lines of its code.

    Empty if that is not known, or if it has other parts.
    """


@dataclass(frozen=True, slots=True)
class _Parser:
    markdown: Markdown
    meter: Meter


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
    parser = _parser(flavour, links, signs_in(source))
    set_note_prefix(parser.markdown, note_prefix)
    return _render(source, flavour, parser, limits, language)


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


def _render(
    source: str,
    flavour: Flavour,
    parser: _Parser,
    limits: Limits = _LIMITS,
    language: Callable[[str], str | None] = _english,
) -> Rendered:
    return _with_quotes(_read(source, flavour, parser, limits), language)


def _with_quotes(rendered: Rendered, language: Callable[[str], str | None]) -> Rendered:
    """The text with the quotation marks of its language."""
    if not has_quotes(rendered.html):
        return rendered
    return _set_quotes(rendered, language(set_quotes(rendered.text, None)))


def _read(source: str, flavour: Flavour, parser: _Parser, limits: Limits) -> Rendered:
    markdown = parser.markdown.reset()
    markdown.parser.state.clear()
    parser.meter.begin(len(source), limits)
    try:
        html = markdown.convert(source)
        headings = tuple(_headings(getattr(markdown, "toc_tokens", ())))
    except (LimitExceededError, RecursionError):
        return _render_plain(source, flavour)
    if flavour not in _OWN:
        html = sanitise(html)
    return Rendered(html, plain_text(html), headings)


@lru_cache(maxsize=256)
def _parser(flavour: Flavour, links: LinkConfig, signs: frozenset[str]) -> _Parser:
    """Returns the parser for texts with only these signs; call its ``reset()`` before use."""
    meter = Meter()
    extensions = {
        "post": _post_extensions,
        "essay": _essay_extensions,
        "imported": _imported_extensions,
        "page": _page_extensions,
        "own_post": _own_post_extensions,
    }
    markdown = Markdown(
        output_format="html",
        extensions=[
            DialectExtension(),
            ReferenceExtension(),
            ContainerExtension(meter, has_tasks=flavour in ("imported", *_OWN)),
            LinkExtension(links, attribute_lists=flavour in _OWN),
            *extensions[flavour](meter),
            *_code_extensions(signs),
        ],
    )
    remove_idle_processors(markdown, signs)
    return _Parser(markdown.registerExtensions([LimitExtension(meter)], {}), meter)


def _code_extensions(signs: frozenset[str]) -> list[Extension]:
    if signs.isdisjoint(CODE_SIGNS):
        return []
    from sitegen.markdown.code import CodeExtension  # noqa: PLC0415 - Pygments is slow to load

    return [CodeExtension()]


def _post_extensions(_meter: Meter) -> list[Extension]:
    return [ImportedExtension(), NoHtmlExtension(), PostExtension()]


def _essay_extensions(meter: Meter) -> list[Extension]:
    return [ImportedExtension(), NoHtmlExtension(), *_long_text_extensions(meter, toc="")]


def _imported_extensions(meter: Meter) -> list[Extension]:
    return [
        NoHtmlExtension(),
        FigureExtension(),
        StrikethroughExtension(),
        LineBreakExtension(),
        SoftBreakExtension(),
        *_long_text_extensions(meter, toc=""),
    ]


def _page_extensions(meter: Meter) -> list[Extension]:
    return [
        AbbrExtension(),
        AttrListExtension(),
        DefListExtension(),
        DefinitionIndentExtension(),
        FigureExtension(),
        StrikethroughExtension(),
        LineBreakExtension(),
        MarkdownInHtmlExtension(),
        EnclosedMarkdownExtension(),
        PunctuationExtension(),
        *_long_text_extensions(meter, toc="[TOC]"),
    ]


def _own_post_extensions(meter: Meter) -> list[Extension]:
    return [*_page_extensions(meter), SoftBreakExtension()]


def _long_text_extensions(meter: Meter, *, toc: str) -> list[Extension]:
    return [
        GitHubTableExtension(),
        LimitedFootnoteExtension(meter),
        NumberedNotesExtension(),
        OutlineExtension(),
        TocExtension(baselevel=2, marker=toc, slugify=_slugify),
    ]


def _slugify(title: str, separator: str) -> str:
    """Returns the id of a heading: its letters, combining marks and digits, words joined.

    Combining marks include vowel signs and tone marks, which distinguish words in many languages.
    """
    text = unicodedata.normalize("NFC", title).lower()
    kept = [
        character
        for character in text
        if character.isalnum()
        or character in "_-"
        or character.isspace()
        or unicodedata.category(character).startswith("M")
    ]
    return re.sub(rf"[{separator}\s]+", separator, "".join(kept).strip())


def _headings(tokens: Iterable[dict[str, Any]]) -> Iterator[Heading]:
    """Flattens Python-Markdown's nested headings, in document order."""
    for token in tokens:
        yield Heading(token["level"], token["id"], entities.unescape(token["name"]))
        yield from _headings(token["children"])


def _render_plain(source: str, flavour: Flavour) -> Rendered:
    """Renders the source as plain text, with the escapes of imported text removed."""
    if flavour not in _OWN:
        source = _ESCAPED.sub(lambda found: found[1] or entities.unescape(found[2]), source)
    text = entities.escape(source.strip("\n"), quote=False)
    paragraphs = re.split(r"\n{2,}", text)
    html = "".join("<p>" + paragraph.replace("\n", "<br>") + "</p>" for paragraph in paragraphs)
    return Rendered(html, plain_text(html), is_verbatim=True)
