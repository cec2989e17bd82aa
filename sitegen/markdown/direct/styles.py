"""The rules in which flavours of Markdown differ, for those that are rendered directly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

CONTROLS = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ue1f0-\ue1f4]"
"""Control characters, and the marks of quotes."""
_SPACE_AROUND_LINES = r"^[^\S\n]|[^\S\n]$"
_RARE = re.compile(rf"{CONTROLS}|{_SPACE_AROUND_LINES}", re.MULTILINE)
_RARE_OR_SANITISED = re.compile(rf"{_RARE.pattern}|\xa0", re.MULTILINE)
"""The sanitiser writes no-break spaces as entities."""

_EVERYWHERE = (" \n", "\n ", "]:", "[^", "![")
"""White space around lines, definitions, footnotes and images."""
_MARKUP = (*_EVERYWHERE, "\\", "<", "|", "~~", "[TOC]")
_AMPERSAND = {"&": re.compile(r"&(?![ \n])")}
_ESCAPED = {"&": re.compile(r"&#?\w+;"), "<": re.compile(r"(?<!\\)<[^<>]*>")}


@dataclass(frozen=True, slots=True)
class Style:
    """How a flavour is rendered."""

    declined: tuple[str, ...]
    """Signs of markup that only Python-Markdown renders. Code blocks may contain them."""
    declined_after: Mapping[str, re.Pattern[str]]
    """Patterns of such markup, each with the sign that it begins with."""
    line_end: str
    """Replaces a line end in a paragraph."""
    between_blocks: str = "\n"
    link_attributes: str = ""
    has_containers: bool = True
    """Whether lists, quotations and fenced code are rendered directly, too."""
    is_sanitised: bool = False
    has_typographic_quotes: bool = False

    def declines(self, text: str) -> bool:
        """Whether a text, without its code blocks, has markup that only Python-Markdown renders."""
        if text[0] == " " or text[-1] == " ":
            return True
        for sign in self.declined:
            if sign in text:
                return True
        for sign, pattern in self.declined_after.items():
            if sign in text and pattern.search(text):
                return True
        if text.replace("\n", "").isprintable():
            return False
        return bool((_RARE_OR_SANITISED if self.is_sanitised else _RARE).search(text))


_REL = ' rel="nofollow ugc noopener"'
_OWN = (*_MARKUP, "{")

STYLES: Mapping[str, Style] = {
    "page": Style(_OWN, _AMPERSAND, "\n", has_typographic_quotes=True),
    "own_post": Style(_OWN, _AMPERSAND, " ", has_typographic_quotes=True),
    "imported": Style(_MARKUP, _AMPERSAND, " ", link_attributes=_REL, is_sanitised=True),
    "post": Style(
        (*_EVERYWHERE, "\\\\", "]("),
        _ESCAPED,
        "<br>",
        between_blocks="",
        link_attributes=_REL,
        has_containers=False,
        is_sanitised=True,
    ),
}
"""Essays are long, and not rendered directly."""
