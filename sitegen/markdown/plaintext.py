"""Extracts the visible text of HTML."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.hypertext.hidden import without_hidden

_BLOCKS = frozenset(
    {"article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "header"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "main", "nav", "p", "pre", "section", "table"}
)
_LINES = frozenset({"dd", "dt", "figcaption", "li", "ol", "summary", "tr", "ul"})
_LAYOUT_TAGS = _BLOCKS | _LINES | {"tbody", "td", "th", "thead"}
_INLINE_BREAKS = {"br": "\n", "/td": " ", "/th": " "}

_TOKEN = re.compile(
    r"""
      <!--.*?(?:-->|\Z)
    | <(?:script|style|template)\b.*?(?:</(?:script|style|template)\s*+>|\Z)
    | <a\b[^<>]*class="footnote-(?:back)?ref"[^<>]*>[^<>]*</a>
    | <(?P<tag>/?[a-z][a-z0-9-]*)(?:[^<>"']++|"[^"]*"|'[^']*')*+>
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


def plain_text(html: str) -> str:
    """Returns the text of ``html``: blank lines between blocks, line breaks for ``<br>`` and items.

    Scripts, styles, hidden elements, footnote references and trailing white space are removed.
    """
    parts: list[str] = []
    line_breaks = 0
    before = ""
    for text, tag in _tokens(without_hidden(html)):
        visible = _without_layout(text, before) + _INLINE_BREAKS.get(tag, "")
        if visible:
            parts += "\n" * (line_breaks if parts else 0), visible
            line_breaks = 0
        before = tag.removeprefix("/")
        line_breaks = max(line_breaks, 2 if before in _BLOCKS else 1 if before in _LINES else 0)
    lines = "".join(parts).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _without_layout(text: str, before: str) -> str:
    """Removes white space after the tag ``before`` that only formats the HTML source."""
    if before == "br":
        return text.removeprefix("\n")
    layout = "\n" in text and before in _LAYOUT_TAGS and text.isspace()
    return "" if layout else text


def _tokens(html: str) -> Iterator[tuple[str, str]]:
    """Yields each text of ``html`` with the name of the next tag, such as ``p`` or ``/p``."""
    texts_and_tags = [*_TOKEN.split(html), ""]
    for text, tag in zip(texts_and_tags[::2], texts_and_tags[1::2], strict=True):
        yield unescape(text) if "&" in text else text, (tag or "").lower()
