"""Splits a text into blocks and renders each: paragraphs, lists, quotations and fenced code."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.direct.spans import DeclinedError, Spans, render_spans
from sitegen.markdown.direct.styles import CONTROLS, STYLES, Style
from sitegen.markdown.sanitising import sanitise

_LONGEST = 8_000
"""The longest text in characters; Python-Markdown parses longer ones within limits."""
_BLANK_LINES = re.compile(r"\n{2,}")
_FENCED = re.compile(r"(?:^|(?<=\n\n))```([\w+#.-]*)\n(.*?)\n```(?=\n\n|\Z)", re.DOTALL)
_NOT_IN_CODE = re.compile(rf"{CONTROLS}|^ +$|```|~~~", re.MULTILINE)

_TEXT = (
    r"(?:[^\W\d_]|[^\x00-\x7f\s]|\d(?!\d{0,8}[.)](?:\s|$))|[\"'(@,.;?!/$%)](?!\[)|\*{1,2}(?=[^\s*\[])"
    r"|`(?!``)|\[|\#(?=\w)|\\(?=[^\s\w]))"
)
"""The start of a line that continues a paragraph."""
_PARAGRAPH = re.compile(rf"{_TEXT}.*(?:\n{_TEXT}.*)*+")
_ITEM_OF_LIST = re.compile(rf"([-*+]|\d{{1,9}}[.)]) ((?!\[[ xX]\]){_TEXT}.*)")
_TAG = re.compile(r"<[^<>]*>")
_LINE_OF_QUOTATION = re.compile(rf"> ({_TEXT}.*)")
_NO_LISTS = frozenset({"p", "quotation", "code"})


class DirectText(NamedTuple):
    """A text that was rendered directly."""

    html: str
    text: str
    """The plain text of the HTML, as by ``sitegen.markdown.plaintext``."""
    excerpts: tuple[str, ...]
    """The plain texts of its paragraphs and list items, and the first lines of code."""


class _Block(NamedTuple):
    kind: str
    """For a list, its mark."""
    html: str
    text: str
    excerpts: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        return self.kind not in _NO_LISTS


def render_directly(source: str, flavour: str, links: LinkConfig) -> DirectText | None:
    """A text as Python-Markdown renders it, or None: only Python-Markdown renders it.

    Quotes are marked for ``sitegen.markdown.quotes.set_quotes``, as by Python-Markdown.

    Args:
        source: the Markdown.
        flavour: as in ``sitegen.markdown.rendering``.
        links: the URL patterns for handles and hashtags.
    """
    style = STYLES.get(flavour)
    source = source.strip("\n")
    if not source:
        return DirectText("", "", ())
    if style is None or len(source) > _LONGEST:
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

    def render(self, source: str) -> DirectText:
        has_code = "```" in source or "~~~" in source
        blocks = [*(self._render_with_code(source) if has_code else self._render_text(source))]
        html = self._style.between_blocks.join([block.html for block in blocks])
        if has_code:
            html = sanitise(html.strip()) if self._style.is_sanitised else html.strip()
        excerpts = tuple([text for block in blocks for text in block.excerpts])
        return DirectText(html, _plain_text(blocks), excerpts)

    def _render_with_code(self, source: str) -> Iterator[_Block]:
        if not self._style.has_containers:
            raise DeclinedError
        parts = _FENCED.split(source)
        codes = [*zip(parts[1::3], parts[2::3], strict=True), None]
        for text, code in zip(parts[::3], codes, strict=True):
            if "```" in text or "~~~" in text:
                raise DeclinedError
            if text.strip("\n"):
                yield from self._render_text(text.strip("\n"))
            if code:
                yield _render_code(*code)

    def _render_text(self, text: str) -> Iterator[_Block]:
        if self._style.declines(text):
            raise DeclinedError
        before = ""
        for source in _BLANK_LINES.split(text):
            block = self._render_block(source)
            if block.kind == before != "p":
                raise DeclinedError
            before = block.kind
            yield block

    def _render_block(self, source: str) -> _Block:
        if _PARAGRAPH.fullmatch(source):
            spans = self._spans(source)
            return _Block("p", f"<p>{spans.html}</p>", spans.text, (spans.text,))
        if not self._style.has_containers:
            raise DeclinedError
        lines = source.split("\n")
        if source.startswith(">"):
            spans = self._spans("\n".join(line[1] for line in _matches(_LINE_OF_QUOTATION, lines)))
            html = f"<blockquote>\n<p>{spans.html}</p>\n</blockquote>"
            return _Block("quotation", html, spans.text, (spans.text,))
        return self._list([*_matches(_ITEM_OF_LIST, lines)])

    def _list(self, items: list[re.Match[str]]) -> _Block:
        number, mark = items[0][1][:-1], items[0][1][-1]
        if any(item[1][-1] != mark for item in items):
            raise DeclinedError
        name = "ol" if number else "ul"
        start = f' start="{int(number)}"' if number and int(number) != 1 else ""
        spans = [self._spans(item[2]) for item in items]
        rendered = "\n".join([f"<li>{item.html}</li>" for item in spans])
        html = f"<{name}{start}>\n{rendered}\n</{name}>"
        texts = tuple([item.text for item in spans])
        return _Block(mark, html, "\n".join(texts), texts)

    def _spans(self, text: str) -> Spans:
        return render_spans(text, self._links, self._style)


def _plain_text(blocks: list[_Block]) -> str:
    """The plain text of blocks. There is a blank line between two, but not between two lists."""
    parts = [blocks[0].text]
    for before, block in pairwise(blocks):
        parts += "\n" if before.is_list and block.is_list else "\n\n", block.text
    return "".join(parts).strip("\n")


def _matches(pattern: re.Pattern[str], lines: list[str]) -> Iterator[re.Match[str]]:
    for line in lines:
        found = pattern.fullmatch(line)
        if found is None:
            raise DeclinedError
        yield found


def _render_code(language: str, code: str) -> _Block:
    if not code.strip() or _NOT_IN_CODE.search(code):
        raise DeclinedError
    from sitegen.markdown.code import highlight  # noqa: PLC0415 - Pygments is slow to load

    highlighted = highlight(code, language)
    text = unescape(_TAG.sub("", highlighted.rstrip("\n")))
    text = "\n".join(map(str.rstrip, text.split("\n")))
    lines = [line for line in text.split("\n") if line]
    if not lines:  # there was only a byte order mark, which Pygments leaves out
        raise DeclinedError
    return _Block("code", highlighted, text, (f"{lines[0]} …" if len(lines) > 1 else lines[0],))
