"""Markdown inside HTML elements, such as ``<details>`` followed by a blank line.

CommonMark 4.6 ends an HTML block at the first blank line and then parses Markdown again.
Python-Markdown parses Markdown inside an element only if it has ``markdown="1"``.
"""

import re
from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_NAMES = "details|div|section|article|aside|center|figure|header|footer|main|nav"
_SUMMARY = r"[ \t]*<summary\b[^<>]*>.*</summary>[ \t]*"
_OPENING = re.compile(
    rf"( {{0,3}}<(?:{_NAMES}))"
    r"(?=[\s>])(?![^<>]*\bmarkdown\b)"
    rf"([^<>]*(?<!/)>(?:[ \t]*|{_SUMMARY}))",
    re.IGNORECASE,
)
_CLOSING = re.compile(rf"[ \t]*</(?:{_NAMES})>[ \t]*", re.IGNORECASE)
_SUMMARY_LINE = re.compile(_SUMMARY, re.IGNORECASE)


class EnclosedMarkdownExtension(Extension):
    """Parses Markdown inside elements whose start tag is followed by a blank line."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the preprocessor between those for fenced code and HTML."""
        md.preprocessors.register(_Enclosed(md), "sitegen_enclosed", 22)


class _Enclosed(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        changed = list(lines)
        index = 0
        while index < len(lines):
            count = _count_opening(lines, index) if _may_start(lines, index) else 0
            for opened in range(index, index + count):
                changed[opened] = _OPENING.sub(r'\1 markdown="1"\2', lines[opened])
            index += max(count, 1)
        return changed


def _may_start(lines: Sequence[str], index: int) -> bool:
    """Returns whether an HTML block may start at this line."""
    before = lines[index - 1] if index else ""
    return "<" not in before or bool(_CLOSING.fullmatch(before))


def _count_opening(lines: Sequence[str], index: int) -> int:
    """Counts the consecutive lines that open elements; 0 if no blank line follows them."""
    end = index
    while end < len(lines) and _OPENING.fullmatch(lines[end]):
        end += 1
    if end == index:
        return 0
    is_summary = end < len(lines) and _SUMMARY_LINE.fullmatch(lines[end])
    return end - index if _is_blank(lines, end + 1 if is_summary else end) else 0


def _is_blank(lines: Sequence[str], index: int) -> bool:
    return not 0 <= index < len(lines) or not lines[index].strip()
