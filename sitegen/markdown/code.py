"""Code blocks, highlighted by Pygments; imported only for a text that contains one."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pygments
from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.extensions.codehilite import (
    CodeHilite,
    CodeHiliteExtension,
    HiliteTreeprocessor,
    parse_hl_lines,
)
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import find_lexer_class_by_name
from pygments.lexers.special import TextLexer
from pygments.util import ClassNotFound

from sitegen.markdown.containers import ContainerReader
from sitegen.markdown.lexer_limits import longest_source

_FENCES = ("```", "~~~")
_FENCE_OPTIONS = frozenset({"hl_lines", "linenums"})
_ATTRIBUTES = re.compile(r"\{(.*)\}")
_LANGUAGE = re.compile(r"\.?([\w#.+-]+)")
_LONGEST_LINE = 500
"""The longest line that is highlighted, in characters."""
_RUN = re.compile(r"[\w\s.\[\]$<>?]{1000}")
"""Words without a sign between them for longer than in any code."""
_HIGHLIGHTED_LINES = re.compile(r"""hl_lines=(["'])(.*?)\1""")


class CodeExtension(CodeHiliteExtension):
    """Highlights fenced and indented code; the text cannot configure Pygments."""

    def __init__(self) -> None:
        super().__init__(
            css_class="highlight", guess_lang=False, linenums=False, pygments_formatter=_formatter
        )

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors."""
        super().extendMarkdown(md)
        fences = _Fences(md, self.getConfigs())
        md.preprocessors.register(fences, "fenced_code_block", 25)
        indented = _IndentedCode(md)
        indented.config = self.getConfigs()
        md.treeprocessors.register(indented, "hilite", 30)


def highlight(source: str, language: str) -> str:
    """The HTML of a fenced code block whose info string is only a language, or empty."""
    config = dict(_usual_configuration())
    style = config.pop("pygments_style")
    code = _Code(source, lang=language or None, style=style, **config)
    return code.hilite(shebang=False)


@functools.lru_cache
def _usual_configuration() -> Mapping[str, Any]:
    return CodeExtension().getConfigs()


class _Code(CodeHilite):
    """Code that is highlighted only if that takes reasonable time."""

    def hilite(self, shebang: bool = True) -> str:  # noqa: FBT001, FBT002 - Python-Markdown's
        """Returns the HTML; with ``shebang``, the first line may name the language."""
        self.src = self.src.strip("\n")
        if self.lang is None and shebang:
            self._parseHeader()  # type: ignore[attr-defined]  # the stubs lack it
        self.use_pygments = self.use_pygments and is_fast(self.src, self.lang)
        if not self.use_pygments:
            return str(super().hilite(shebang=False))
        lexer = (_lexer_class(self.lang or "") or TextLexer)(**self.options)
        return pygments.highlight(self.src, lexer, _formatter(lang_str="", **self.options))


class _IndentedCode(HiliteTreeprocessor):
    """Indented code, whose first line may name the language, such as ``:::python``."""

    def run(self, root: Element) -> None:
        """Replaces each code block with a placeholder."""
        for block in root.iter("pre"):
            if len(block) != 1 or block[0].tag != "code" or block[0].text is None:
                continue
            config = self.config.copy()
            style = config.pop("pygments_style")
            source = self.code_unescape(block[0].text)
            code = _Code(source, tab_length=self.md.tab_length, style=style, **config)
            html = code.hilite()
            block.clear()
            block.tag = "p"  # Python-Markdown removes it around the placeholder
            block.text = self.md.htmlStash.store(html)


class _Fences(FencedBlockPreprocessor):
    """Fenced code as in CommonMark, including in lists, block quotes and footnotes.

    See https://spec.commonmark.org/0.31.2/#fenced-code-blocks. The first
    word of the info string is the language. Python-Markdown's options are supported, except those
    that make Pygments fail or write files.
    """

    def __init__(self, md: Markdown, config: dict[str, Any]) -> None:
        super().__init__(md, {})
        self._config = config

    def run(self, lines: list[str]) -> list[str]:
        """Replaces each code block with a placeholder."""
        if not any(mark in line for line in lines for mark in _FENCES):
            return lines
        reader = ContainerReader(has_fences=True)
        output: list[str] = []
        block: _Block | None = None
        for line in lines:
            read = reader.feed(line.expandtabs(self.md.tab_length))
            if block and (read is None or read.code is None):
                output.append(self._stash(block))
                block = None
            if read is None:
                output.append(line)
            elif block and read.code is not None:
                block.lines.append(self._with_tabs(line, read.code))
            elif not read.is_end:
                block = _Block(read.prefix, read.info, [])
        return [*output, self._stash(block)] if block else output

    def handle_attrs(
        self, attrs: Iterable[tuple[str, str]]
    ) -> tuple[str, list[str], dict[str, Any]]:
        name, classes, options = super().handle_attrs(attrs)
        allowed = {key: value for key, value in options.items() if key in _FENCE_OPTIONS}
        return name, classes, allowed

    def _with_tabs(self, line: str, code: str) -> str:
        """Returns ``code``, the end of ``line``, with its original tabs."""
        if "\t" not in line:
            return code
        width = self.md.tab_length
        column = len(line.expandtabs(width)) - len(code)
        start = next(i for i in range(len(line) + 1) if len(line[:i].expandtabs(width)) >= column)
        return " " * (len(line[:start].expandtabs(width)) - column) + line[start:]

    def _stash(self, block: "_Block") -> str:
        language, classes, options = self._read_info(block.info)
        config = {**self._config, **options}
        config["css_class"] = " ".join([*classes, config["css_class"]])
        style = config.pop("pygments_style")
        code = _Code("\n".join(block.lines), lang=language, style=style, **config)
        return block.prefix + str(self.md.htmlStash.store(code.hilite(shebang=False)))

    def _read_info(self, info: str) -> tuple[str | None, list[str], dict[str, Any]]:
        """Returns the language, further classes and options in an info string."""
        attributes = _ATTRIBUTES.fullmatch(info)
        if attributes:
            pairs, _ = get_attrs_and_remainder(attributes[1])
            _, classes, options = self.handle_attrs((key, value or key) for key, value in pairs)
            return (classes[0] if classes else None), classes[1:], options
        language = _LANGUAGE.match(info)
        highlighted = _HIGHLIGHTED_LINES.search(info)
        options = {"hl_lines": parse_hl_lines(highlighted[2])} if highlighted else {}
        return (language[1] if language else None), [], options


def is_fast(source: str, language: str | None) -> bool:
    """Whether Pygments highlights the source in reasonable time.

    The lexers of some languages take quadratic time in the length of the source, so a long source
    is highlighted only by a lexer that was measured. Plain text, without a known language, is fast.
    """
    if not language:
        return True
    if not is_like_code(source):
        return False
    lexer = _lexer_class(language)
    longest = longest_source(lexer.name) if lexer else None
    return longest is None or len(source) <= longest


@functools.lru_cache(maxsize=256)
def _lexer_class(language: str) -> type[Lexer] | None:
    """The lexer of a language; None if Pygments has none. Pygments compares with 900 names."""
    try:
        return find_lexer_class_by_name(language)
    except ClassNotFound:
        return None


def is_like_code(source: str) -> bool:
    """Whether Pygments highlights a text in reasonable time.

    Many of its patterns take quadratic time in the length of a line, or of words in a row, such as
    those for methods in C# and Java. Code has short lines, and signs between its words.
    """
    longest = max(map(len, source.split("\n")))
    return longest <= _LONGEST_LINE and not _RUN.search(source)


@dataclass(frozen=True, slots=True)
class _Block:
    prefix: str
    """The text before the opening fence: list and block quote markers."""
    info: str
    lines: list[str]


def _formatter(*, lang_str: str, **options: Any) -> "HtmlFormatter[str]":  # noqa: ARG001
    """Returns the HTML formatter: a shared one, unless the block highlights lines."""
    return HtmlFormatter(**options) if "hl_lines" in options else _shared_formatter(**options)


@functools.lru_cache
def _shared_formatter(**options: Any) -> "HtmlFormatter[str]":
    """Caches formatters: creating one builds a style sheet, and formatting leaves it unchanged."""
    return HtmlFormatter(**options)
