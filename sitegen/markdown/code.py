"""Blocks of code, coloured by Pygments; imported only for a text that has one."""

import functools
from collections.abc import Iterable
from typing import Any

from markdown import Markdown
from markdown.extensions.codehilite import CodeHiliteExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from pygments.formatters.html import HtmlFormatter

_FENCE_OPTIONS = frozenset({"hl_lines", "linenums"})


class CodeExtension(CodeHiliteExtension):
    """Code is fenced or indented, and cannot set what Pygments does."""

    def __init__(self) -> None:
        super().__init__(
            css_class="highlight", guess_lang=False, linenums=False, pygments_formatter=_formatter
        )

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors."""
        super().extendMarkdown(md)
        fences = _Fences(md, {"lang_prefix": "language-"})
        md.preprocessors.register(fences, "fenced_code_block", 25)


class _Fences(FencedBlockPreprocessor):
    """Fenced code, without the options by which Pygments fails or writes files."""

    def handle_attrs(
        self, attrs: Iterable[tuple[str, str]]
    ) -> tuple[str, list[str], dict[str, Any]]:
        name, classes, options = super().handle_attrs(attrs)
        harmless = {key: value for key, value in options.items() if key in _FENCE_OPTIONS}
        return name, classes, harmless


def _formatter(*, lang_str: str, **options: Any) -> "HtmlFormatter[str]":  # noqa: ARG001
    """What writes a block as HTML: one for all blocks, unless some of its lines are marked."""
    return HtmlFormatter(**options) if "hl_lines" in options else _shared_formatter(**options)


@functools.lru_cache
def _shared_formatter(**options: Any) -> "HtmlFormatter[str]":
    """Made once, as it works out a whole style sheet; formatting leaves it as it is."""
    return HtmlFormatter(**options)
