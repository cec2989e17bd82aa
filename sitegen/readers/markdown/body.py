"""Makes plain Markdown of the text of a file, whatever generator or program it was written for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.models import Medium
from sitegen.readers.markdown import logseq, obsidian, silverbullet
from sitegen.readers.markdown.components import replace_components
from sitegen.readers.markdown.directives import replace_code_embeds, replace_directives
from sitegen.readers.markdown.indented_blocks import replace_indented_blocks
from sitegen.readers.markdown.links import (
    with_schemes,
    with_website,
    without_angles,
    without_links_to_files,
)
from sitegen.readers.markdown.literals import Literals, without_marks
from sitegen.readers.markdown.pictures import FindEntry, media_in
from sitegen.readers.markdown.raw_html import convert_html, count_drawings, without_html_comments
from sitegen.readers.markdown.shortcodes import Shortcodes, strip_raw_marks
from sitegen.readers.markdown.wordpress_codes import replace_wordpress_codes
from sitegen.readers.markdown.wrapping import join_wrapped

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ATTRIBUTES = re.compile(
    r"^[ \t]*\{:[^{}\n]*\}[ \t]*$|(?<=\S)[ \t]*\{:[^{}\n]*\}|(?<=\))\{(?!%)[^{}\n]*\}"
    r"|(?m:(?:^[ \t]*|(?<=\S)[ \t]+)\{ ?[#.][\w-][^{}\n]*\}[ \t]*$)",
    re.MULTILINE,
)
"""Classes and ids of Kramdown and of other dialects."""
_SPAN = re.compile(r"(?<![!\\\w\]])\[([^\[\]\n]+)\]\{[.#][^{}\n]*\}")
"""Words with a class, as Pandoc and others write them: ``[words]{.small}``."""
_CONTENTS = re.compile(
    r"^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|[-*1.]+ [^\n]*(?=\n\{:toc))[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""Places where a generator shows a table of contents."""
_ADDRESS = r"[ \t]*<?(?:https?:|mailto:|[./]|#\w)\S*(?:[ \t]+[\"'(][^\n]*)?[ \t]*$"
"""What follows the name of a link that does lead somewhere."""
_REMARKS = re.compile(
    rf"^ {{0,3}}\[(?://\]:|(?:comments?|_)\]:(?!{_ADDRESS}))[^\n]*\n?"
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*(?:#|<#?>)[ \t]+[\"'(][^\n]*\n?"
    r"|^\*\[[^\]\n]+\]:[^\n]*\n?",
    re.MULTILINE | re.IGNORECASE,
)
"""Comments in the form of links that lead nowhere, and abbreviations, which are explained apart."""
_PELICAN = re.compile(
    r"(?<=[(<\"'=])(?:\{(?:filename|static|attach|photo)\}|\|(?:filename|static|attach)\|)"
)
"""What Pelican writes before the path of a file, from the folder of texts or the text itself."""
_FIELD_LINE = re.compile(
    r"(?:^|(?<=\n))(?:[-*] )?(?P<key>[A-Za-z][\w -]{0,30}):: ?(?P<value>[^\n]*)(?:\n|\Z)"
)
_INLINE_NOTE = re.compile(r"(?<!\\)\^\[((?:[^\[\]\n]|\[[^\[\]\n]*\])+)\](?!\()")
"""A footnote where its mark would be, as Pandoc and Obsidian write it."""
_EMPTY = re.compile(
    r"^[ \t]*(?:(?:&nbsp;|\u00a0)[ \t]*)+$|^ {0,3}#{1,6}(?:[ \t]+#*)?[ \t]*$", re.MULTILINE
)
"""Paragraphs of spaces alone, by which Joplin keeps a distance, and headings without words."""
_BLANKS = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Body:
    """A text as plain Markdown."""

    text: str
    media: tuple[Medium, ...] = ()
    tags: tuple[str, ...] = ()
    """The tags within the text."""
    lost: tuple[str, ...] = ()
    """What Markdown cannot show."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text is read."""

    joins_lines: bool = True
    """Whether line breaks within a paragraph are only wrapping."""
    has_tags: bool = True
    """Whether it may hold the template tags of a generator."""
    has_blocks: bool = False
    """Whether it may hold the marks that Logseq sets on blocks."""
    has_expressions: bool = False
    """Whether it may hold what SilverBullet computes."""
    is_mdx: bool = False
    """Whether it is MDX, with JavaScript in it."""
    base: str = ""
    """The address of the website, for links from its root; empty if it is not known."""
    is_in_folder: bool = False
    """Whether links to other texts stay, as these are read, too; otherwise only their words do."""


def convert_body(
    text: str, fields: Mapping[str, object], find: FindEntry, dialect: Dialect
) -> Body:
    """Makes plain Markdown of a text.

    Args:
        text: the text below the header.
        fields: the values of the header, which the text may show.
        find: finds the files of pictures.
        dialect: how it is read.
    """
    literals = Literals()
    codes = Shortcodes(literals, fields)
    text = _CONTROLS.sub(" ", without_marks(text)).replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = replace_indented_blocks(text.replace("__GHOST_URL__", dialect.base))
    text, queries = obsidian.without_queries(
        logseq.with_fences(text) if dialect.has_blocks else text
    )
    if dialect.has_expressions:
        text, blocks = silverbullet.without_results(text)
        queries += blocks
    text = literals.keep_fences(text, strip_raw_marks if dialect.has_tags else str)
    text = replace_code_embeds(text)
    text = literals.keep_spans(codes.keep_code(text) if dialect.has_tags else text)
    if dialect.has_expressions:
        text, expressions = silverbullet.without_expressions(text)
        queries += expressions
    text = without_angles(_PELICAN.sub("", text))
    text = _REMARKS.sub("", without_html_comments(obsidian.without_comments(text)))
    text = replace_directives(text)
    if dialect.has_tags:
        text = replace_wordpress_codes(codes.replace(text), codes.lost)
    text = _ATTRIBUTES.sub("", _SPAN.sub(r"\1", _CONTENTS.sub("", text)))
    text = replace_components(text, codes, is_mdx=dialect.is_mdx)
    if dialect.has_blocks:
        text, embeds = logseq.replace_syntax(logseq.without_properties(text))
        queries += embeds
    drawings = count_drawings(text)
    text = obsidian.replace_syntax(text, with_links=dialect.is_in_folder)
    text = _with_notes(convert_html(text, is_mdx=dialect.is_mdx))
    text = join_wrapped(text, always=dialect.joins_lines)
    text = without_links_to_files(with_schemes(text), with_texts=dialect.is_in_folder)
    if dialect.base:
        text = with_website(text, dialect.base)
    media, tags = media_in(text, find), obsidian.tags_in(text)
    text = literals.restore(_BLANKS.sub("\n\n", _EMPTY.sub("", text))).strip("\n").rstrip()
    return Body(text, media, tags, tuple(_lost(codes, queries, drawings)))


def _with_notes(text: str) -> str:
    """The text with footnotes written in their places as footnotes below it."""
    notes: list[str] = []

    def mark(found: re.Match[str]) -> str:
        notes.append(f"[^inline-{len(notes) + 1}]: {found[1]}")
        return f"[^inline-{len(notes)}]"

    text = _INLINE_NOTE.sub(mark, text) if "^[" in text else text
    return "\n\n".join([text.rstrip(), *notes]) if notes else text


def fields_in(text: str) -> Mapping[str, str]:
    """The values of lines ``key:: value``, as Obsidian's Dataview and Logseq know them."""
    return {f["key"].lower().replace(" ", ""): f["value"] for f in _FIELD_LINE.finditer(text)}


def _lost(codes: Shortcodes, queries: int, drawings: int) -> Iterator[str]:
    for name, count in codes.lost.items():
        yield f"the tag “{name}”" + (f", {count} times" if count > 1 else "")
    if queries:
        yield "the result of a query"
    if drawings:
        yield "a drawing (SVG)" + (f", {drawings} times" if drawings > 1 else "")
