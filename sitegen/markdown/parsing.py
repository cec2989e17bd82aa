"""Renders Markdown with Python-Markdown."""

import html as entities
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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
from sitegen.markdown.elements import EnclosedMarkdownExtension
from sitegen.markdown.figures import FigureExtension, StrikethroughExtension
from sitegen.markdown.footnotes import NumberedNotesExtension, set_note_prefix
from sitegen.markdown.heading_ids import heading_id
from sitegen.markdown.limits import LimitedFootnoteExtension, LimitExtension
from sitegen.markdown.linking import LinkExtension
from sitegen.markdown.plaintext import plain_text
from sitegen.markdown.processor_selection import CODE_SIGNS, remove_idle_processors, signs_in
from sitegen.markdown.punctuation import PunctuationExtension
from sitegen.markdown.references import ReferenceExtension
from sitegen.markdown.rendered_text import Flavour, Heading, Rendered
from sitegen.markdown.sanitising import sanitise
from sitegen.markdown.steps import LimitExceededError, Limits, Meter
from sitegen.markdown.tables import GitHubTableExtension

_OWN: tuple[Flavour, ...] = ("page", "own_post")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?[0-9A-Za-z]++;)")


@dataclass(frozen=True, slots=True)
class _Parser:
    markdown: Markdown
    meter: Meter


def parse(
    source: str, flavour: Flavour, links: LinkConfig, limits: Limits, note_prefix: str
) -> Rendered:
    """The text with marks for its quotes; as plain text if it exceeds the limits.

    The arguments are those of ``sitegen.markdown.rendering.render_markdown``.
    """
    parser = _parser(flavour, links, signs_in(source))
    set_note_prefix(parser.markdown, note_prefix)
    return _read(source, flavour, parser, limits)


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
        TocExtension(baselevel=2, marker=toc, slugify=heading_id),
    ]


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
