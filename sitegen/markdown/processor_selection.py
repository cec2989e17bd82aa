"""Removes the Python-Markdown processors that a text does not need, to save time.

Python-Markdown runs some fifty processors on each part of a page, and most of them do nothing.
Each one has signs: strings without which it has no effect. Removing a processor whose signs are all
absent from a text does not change the HTML.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown import Markdown
from markdown.util import ETX, STX, Registry

_INDENT = ("    ",)
_FENCES = ("```", "~~~")
_RULES = ("-\n", "_\n", "*\n", " \n")
_UNDERLINES = ("-\n", "=\n", " \n")
_LINE_BREAK = ("  \n",)
_LINK = ("](",)
_DEFINITION = ("]:",)
_FOOTNOTE = ("[^",)
_ABBREVIATION = ("*[",)
_DASHES = ("--",)
_DOTS = ("...",)
_QUOTES = ("'", '"')
_HTML = ("<",)

_SIGNS_OF_ANY = (*_HTML, "\t", "\r", STX, ETX)
"""Signs that may produce any other: HTML may contain Markdown, the rest is replaced first."""

CODE_SIGNS = (*_FENCES, *_INDENT, *_HTML)
"""A text without these has no code block."""

_SIGNS_OF_PREPROCESSORS = {
    "sitegen_tabs": ("\t",),
    "sitegen_enclosed": _HTML,
    "html_block": ("&", *_HTML),
    "sitegen_indented_html": _HTML,
}
_SIGNS_OF_BLOCKS = {
    "markdown_block": _HTML,
    "defindent": _INDENT,
    "code": _INDENT,
    "sitegen_table_borders": ("|",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": _UNDERLINES,
    "hr": _RULES,
    "deflist": (": ",),
    "sitegen_stashed": CODE_SIGNS,
    "footnote": _FOOTNOTE,
    "abbr": _ABBREVIATION,
    "reference": _DEFINITION,
}
_SIGNS_OF_INLINE_PATTERNS = {
    "backtick": ("`",),
    "autolink": _HTML,
    "html": _HTML,
    "sitegen_links": ("@", "#", "://"),
    "escape": ("\\",),
    "footnote": _FOOTNOTE,
    "reference": _DEFINITION,
    "link": _LINK,
    "image_link": _LINK,
    "image_reference": _DEFINITION,
    "short_reference": _DEFINITION,
    "short_image_ref": _DEFINITION,
    "automail": _HTML,
    "entity": ("&",),
    "linebreak": _LINE_BREAK,
    "sitegen_line_break": ("\\",),
    "em_strong": ("*", "_"),
    "sitegen_strikethrough": ("~~",),
}
_SIGNS_OF_TREEPROCESSORS = {
    "footnote": _FOOTNOTE,
    "sitegen_link_exclusions": (*_LINK, *_DEFINITION, *_HTML),
    "sitegen_attributes": _HTML,
    "footnote-reorder": _FOOTNOTE,
    "footnote-duplicate": (*_FOOTNOTE, *_HTML),
    "sitegen_footnote_numbers": _FOOTNOTE,
    "sitegen_outline": ("#", *_UNDERLINES, *_HTML),
    "attr_list": ("{",),
    "sitegen_figures": (*_LINK, *_DEFINITION),
    "abbr": _ABBREVIATION,
    "sitegen_punctuation": (*_QUOTES, *_DASHES, *_DOTS),
    "toc": ("#", "[TOC]", *_UNDERLINES, *_HTML),
}
_SIGNS_OF_POSTPROCESSORS = {"footnote": _FOOTNOTE}
_TABLES: tuple[Mapping[str, tuple[str, ...]], ...] = (
    _SIGNS_OF_PREPROCESSORS,
    _SIGNS_OF_BLOCKS,
    _SIGNS_OF_INLINE_PATTERNS,
    _SIGNS_OF_TREEPROCESSORS,
    _SIGNS_OF_POSTPROCESSORS,
)
"""In the order of the registries in ``remove_idle_processors``."""

EVERY_SIGN = frozenset(
    sign
    for required_signs in (
        CODE_SIGNS,
        *(signs for table in _TABLES for signs in table.values()),
    )
    for sign in required_signs
)


def signs_in(source: str) -> frozenset[str]:
    """Returns the signs that a text contains."""
    lines = f"{source}\n"
    if any(sign in lines for sign in _SIGNS_OF_ANY):
        return EVERY_SIGN
    return frozenset([sign for sign in EVERY_SIGN if sign in lines])


class _GuardedPattern:
    """A pattern that is slow to fail, so it searches only text that contains its sign."""

    def __init__(self, expression: re.Pattern[str], sign: str) -> None:
        self._expression = expression
        self._sign = sign

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Returns the matches in a text, as Python-Markdown requires."""
        return self._expression.finditer(text, start) if self._sign in text else iter(())


def remove_idle_processors(md: Markdown, signs: frozenset[str]) -> None:
    """Removes the processors that have no effect on a text with only these ``signs``."""
    registries: list[Registry[Any]] = [
        md.preprocessors,
        md.parser.blockprocessors,
        md.inlinePatterns,
        md.treeprocessors,
        md.postprocessors,
    ]
    for registry, table in zip(registries, _TABLES, strict=True):
        _remove_idle(registry, table, signs)
    if not md.inlinePatterns:
        md.treeprocessors.deregister("inline")
    if "backtick" in md.inlinePatterns:
        code = md.inlinePatterns["backtick"]
        code.compiled_re = _GuardedPattern(code.compiled_re, "`")  # type: ignore[assignment]


def _remove_idle(
    registry: Registry[Any], table: Mapping[str, tuple[str, ...]], signs: frozenset[str]
) -> None:
    for name, required_signs in table.items():
        if signs.isdisjoint(required_signs):
            registry.deregister(name, strict=False)
