"""The text that a reader sees in a piece of HTML."""

import re
from collections.abc import Iterator
from html import unescape

_BLOCKS = frozenset(
    {"article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "header"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "main", "nav", "p", "pre", "section", "table"}
)
_LINES = frozenset({"dd", "dt", "figcaption", "li", "ol", "summary", "tr", "ul"})
_BETWEEN = _BLOCKS | _LINES | {"tbody", "td", "th", "thead"}
_IN_TEXT = {"br": "\n", "/td": " ", "/th": " "}

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
    """The text of ``html``: blocks apart by a blank line, ``<br>`` and items by a line break.

    Scripts, styles and the marks of footnotes are left out, and white space at line ends.
    """
    parts: list[str] = []
    line_breaks = 0
    before = ""
    for text, tag in _tokens(html):
        seen = _seen(text, before) + _IN_TEXT.get(tag, "")
        if seen:
            parts += "\n" * (line_breaks if parts else 0), seen
            line_breaks = 0
        before = tag.removeprefix("/")
        line_breaks = max(line_breaks, 2 if before in _BLOCKS else 1 if before in _LINES else 0)
    lines = "".join(parts).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _seen(text: str, before: str) -> str:
    """The text without the line break that only lays out the HTML after the tag ``before``."""
    if before == "br":
        return text.removeprefix("\n")
    layout = before in _BETWEEN and "\n" in text and text.isspace()
    return "" if layout else text


def _tokens(html: str) -> Iterator[tuple[str, str]]:
    """The texts of ``html``, each with the name of the tag after it, such as ``p`` or ``/p``."""
    texts_and_tags = [*_TOKEN.split(html), ""]
    for text, tag in zip(texts_and_tags[::2], texts_and_tags[1::2], strict=True):
        yield unescape(text), (tag or "").lower()
