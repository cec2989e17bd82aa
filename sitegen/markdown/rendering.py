"""Markdown to HTML, in one of three flavours."""

import html as entities
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

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
    OutlineExtension,
    PostExtension,
)
from sitegen.markdown.elements import EnclosedMarkdownExtension
from sitegen.markdown.figures import FigureExtension, StrikethroughExtension
from sitegen.markdown.footnotes import NumberedNotesExtension, set_note_prefix
from sitegen.markdown.limits import (
    LimitedFootnoteExtension,
    LimitExtension,
    Limits,
    Meter,
    TooHardError,
)
from sitegen.markdown.linking import LinkExtension
from sitegen.markdown.plaintext import plain_text
from sitegen.markdown.processor_selection import CODE_SIGNS, leave_out_idle, signs_in
from sitegen.markdown.quotes import PunctuationExtension, has_quotes, set_quotes
from sitegen.markdown.sanitising import sanitise
from sitegen.markdown.tables import GitHubTableExtension

Flavour = Literal["post", "essay", "page"]
"""Who wrote it: ``post`` and ``essay`` are imported text, ``page`` is the editor's own."""

_LIMITS = Limits()
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?[0-9A-Za-z]++;)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text."""

    level: int
    """2 to 6, as the title of the page is 1."""
    id: str
    """What ``#id`` at the end of an address leads to."""
    title: str
    """In plain text."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML."""

    html: str
    text: str
    """The plain text of the HTML."""
    headings: tuple[Heading, ...] = ()
    is_verbatim: bool = False
    """Whether it was too hard to read as Markdown, and is shown as plain text."""


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
    """The HTML of a Markdown text.

    A post is lines, so each line break shows; it has no headings. An essay has headings, tables and
    footnotes too. Both are sanitised: no raw HTML, no scripts, links that search engines do not
    follow. A page has all that and raw HTML, typographic punctuation, ``[TOC]``, definitions,
    abbreviations and attributes, and is trusted. A text that is nested too deeply, or would take
    too long as ``limits`` have it, is shown as plain text.

    The ids of footnotes begin with ``note_prefix``, for texts that share a page with others.
    """
    parser = _parser(flavour, links, signs_in(source))
    set_note_prefix(parser.markdown, note_prefix)
    return _render(source, flavour, parser, limits, language)


def _set_quotes(rendered: Rendered, language: str | None) -> Rendered:
    headings = (
        replace(heading, title=set_quotes(heading.title, language)) for heading in rendered.headings
    )
    html, text = set_quotes(rendered.html, language), set_quotes(rendered.text, language)
    return replace(rendered, html=html, text=text, headings=tuple(headings))


def _render(
    source: str,
    flavour: Flavour,
    parser: _Parser,
    limits: Limits = _LIMITS,
    language: Callable[[str], str | None] = _english,
) -> Rendered:
    rendered = _read(source, flavour, parser, limits)
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
    except (TooHardError, RecursionError):
        return _verbatim(source, flavour)
    if flavour != "page":
        html = sanitise(html)
    return Rendered(html, plain_text(html), headings)


@lru_cache(maxsize=256)
def _parser(flavour: Flavour, links: LinkConfig, signs: frozenset[str]) -> _Parser:
    """The parser for texts with no more than these signs; ready only after its ``reset()``."""
    meter = Meter()
    extensions = {"post": _post_extensions, "essay": _essay_extensions, "page": _page_extensions}
    markdown = Markdown(
        output_format="html",
        extensions=[
            DialectExtension(),
            ContainerExtension(meter, has_tasks=flavour == "page"),
            LinkExtension(links, attribute_lists=flavour == "page"),
            *extensions[flavour](meter),
            *_code_extensions(signs),
        ],
    )
    leave_out_idle(markdown, signs)
    return _Parser(markdown.registerExtensions([LimitExtension(meter)], {}), meter)


def _code_extensions(signs: frozenset[str]) -> list[Extension]:
    if signs.isdisjoint(CODE_SIGNS):
        return []
    from sitegen.markdown.code import CodeExtension  # noqa: PLC0415 - Pygments is slow to load

    return [CodeExtension()]


def _post_extensions(_meter: Meter) -> list[Extension]:
    return [ImportedExtension(), PostExtension()]


def _essay_extensions(meter: Meter) -> list[Extension]:
    return [ImportedExtension(), *_long_text_extensions(meter, toc="")]


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


def _long_text_extensions(meter: Meter, *, toc: str) -> list[Extension]:
    return [
        GitHubTableExtension(),
        LimitedFootnoteExtension(meter),
        NumberedNotesExtension(),
        OutlineExtension(),
        TocExtension(baselevel=2, marker=toc, slugify=_slugify),
    ]


def _slugify(title: str, separator: str) -> str:
    """The id of a heading: its letters with their marks, and digits; words are joined.

    The signs of vowels and tones are such marks. Without them, many languages' words are others.
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
    """The headings that Python-Markdown has nested, in the order of the text."""
    for token in tokens:
        yield Heading(token["level"], token["id"], entities.unescape(token["name"]))
        yield from _headings(token["children"])


def _verbatim(source: str, flavour: Flavour) -> Rendered:
    """The text as it stands; of imported text, as it was before it was escaped."""
    if flavour != "page":
        source = _ESCAPED.sub(lambda found: found[1] or entities.unescape(found[2]), source)
    text = entities.escape(source.strip("\n"), quote=False)
    paragraphs = re.split(r"\n{2,}", text)
    html = "".join("<p>" + paragraph.replace("\n", "<br>") + "</p>" for paragraph in paragraphs)
    return Rendered(html, plain_text(html), is_verbatim=True)
