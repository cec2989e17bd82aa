"""Splits a text into blocks and renders each: paragraphs, lists, quotations and fenced code."""

import re
from collections.abc import Iterator

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.direct.spans import DeclinedError, render_spans
from sitegen.markdown.direct.styles import CONTROLS, STYLES, Style
from sitegen.markdown.sanitising import sanitise

_LONGEST = 8_000
"""The longest text in characters; Python-Markdown parses longer ones within limits."""
_BLANK_LINES = re.compile(r"\n{2,}")
_FENCES = ("```", "~~~")
_FENCED = re.compile(r"(?:^|(?<=\n\n))```([\w+#.-]*)\n(.*?)\n```(?=\n\n|\Z)", re.DOTALL)
_NOT_IN_CODE = re.compile(rf"{CONTROLS}|^ +$|```|~~~", re.MULTILINE)

_TEXT = (
    r"(?:[^\W\d_]|[^\x00-\x7f\s]|\d(?!\d{0,8}[.)](?:\s|$))|[\"'(@,.;?!/$%)](?!\[)|\*{1,2}(?=[^\s*\[])"
    r"|`(?!``)|\[|\#(?=\w)|\\(?=[^\s\w]))"
)
"""The start of a line that continues a paragraph."""
_PARAGRAPH = re.compile(rf"{_TEXT}.*(?:\n{_TEXT}.*)*+")
_ITEM_OF_LIST = re.compile(rf"([-*+]|\d{{1,9}}[.)]) ((?!\[[ xX]\]){_TEXT}.*)")
_LINE_OF_QUOTATION = re.compile(rf"> ({_TEXT}.*)")

_Block = tuple[str, str]
"""The kind of a block, which for a list is its mark; and its HTML."""


def render_directly(source: str, flavour: str, links: LinkConfig) -> str | None:
    """The HTML of a text as Python-Markdown renders it, or None: only Python-Markdown renders it.

    Quotes are marked for ``sitegen.markdown.quotes.set_quotes``, as by Python-Markdown.

    Args:
        source: the Markdown.
        flavour: as in ``sitegen.markdown.rendering``.
        links: the URL patterns for handles and hashtags.
    """
    style = STYLES.get(flavour)
    source = source.strip("\n")
    if style is None or not source or len(source) > _LONGEST:
        return None
    blocks = _Blocks(links, style)
    try:
        return blocks.render(source)
    except DeclinedError:
        return None


class _Blocks:
    def __init__(self, links: LinkConfig, style: Style) -> None:
        self._links = links
        self._style = style

    def render(self, source: str) -> str:
        if not any(fence in source for fence in _FENCES):
            blocks = self._render_text(source)
            return self._style.between_blocks.join(html for _, html in blocks)
        return self._render_with_code(source)

    def _render_with_code(self, source: str) -> str:
        if not self._style.has_containers:
            raise DeclinedError
        parts = _FENCED.split(source)
        rendered: list[str] = []
        codes = [*zip(parts[1::3], parts[2::3], strict=True), None]
        for text, code in zip(parts[::3], codes, strict=True):
            if any(fence in text for fence in _FENCES):
                raise DeclinedError
            if text.strip("\n"):
                rendered += (html for _, html in self._render_text(text.strip("\n")))
            if code:
                rendered.append(_render_code(*code))
        html = self._style.between_blocks.join(rendered).strip()
        return sanitise(html) if self._style.is_sanitised else html

    def _render_text(self, text: str) -> Iterator[_Block]:
        if self._style.declines(text):
            raise DeclinedError
        before = ""
        for block in _BLANK_LINES.split(text):
            kind, html = self._render_block(block)
            if kind == before and kind != "p":
                raise DeclinedError
            before = kind
            yield kind, html

    def _render_block(self, block: str) -> _Block:
        if _PARAGRAPH.fullmatch(block):
            return "p", self._paragraph(block)
        if not self._style.has_containers:
            raise DeclinedError
        lines = block.split("\n")
        if block.startswith(">"):
            text = "\n".join(found[1] for found in _matches(_LINE_OF_QUOTATION, lines))
            return "quotation", f"<blockquote>\n{self._paragraph(text)}\n</blockquote>"
        items = list(_matches(_ITEM_OF_LIST, lines))
        return items[0][1][-1], self._list(items)

    def _paragraph(self, text: str) -> str:
        return f"<p>{render_spans(text, self._links, self._style, self._style.line_end)}</p>"

    def _list(self, items: list[re.Match[str]]) -> str:
        if len({item[1][-1] for item in items}) > 1:
            raise DeclinedError
        number = items[0][1][:-1]
        name = "ol" if number else "ul"
        start = f' start="{int(number)}"' if number and int(number) != 1 else ""
        rendered = "\n".join(
            f"<li>{render_spans(item[2], self._links, self._style, '')}</li>" for item in items
        )
        return f"<{name}{start}>\n{rendered}\n</{name}>"


def _matches(pattern: re.Pattern[str], lines: list[str]) -> Iterator[re.Match[str]]:
    for line in lines:
        found = pattern.fullmatch(line)
        if found is None:
            raise DeclinedError
        yield found


def _render_code(language: str, code: str) -> str:
    if not code.strip() or _NOT_IN_CODE.search(code):
        raise DeclinedError
    from sitegen.markdown.code import highlight  # noqa: PLC0415 - Pygments is slow to load

    return highlight(code, language)
