"""Protects code in Markdown, so that other syntax is not looked for in it."""

import re
from collections.abc import Callable, Iterator

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters, which no text holds, around the number of a protected text."""
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_FENCE = re.compile(
    r"(?P<indent>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?P<fence>`{3,}(?=[^`]*$)|~{3,})"
)
_RUN = re.compile(r"`+")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_INDENTS = ("    ", "\t")


class Literals:
    """A store of protected texts; each is a token in the text that it was taken from."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def keep(self, text: str) -> str:
        """Stores a text, and returns the token that stands for it."""
        self._kept.append(text)
        return f"{_OPEN}{len(self._kept) - 1}{_CLOSE}"

    def restore(self, text: str) -> str:
        """The text with what its tokens stand for, also those in protected texts."""
        while _OPEN in text:
            restored = _TOKEN.sub(lambda found: self._kept[int(found[1])], text)
            if restored == text:
                return text.replace(_OPEN, "").replace(_CLOSE, "")
            text = restored
        return text

    def keep_fences(self, text: str, change: Callable[[str], str] = lambda code: code) -> str:
        """The text with its fenced and indented blocks of code protected, after ``change``."""
        return "\n".join(
            self.keep(change(block)) if is_code else block for is_code, block in split_code(text)
        )

    def keep_spans(self, text: str) -> str:
        """The text with the code within its lines protected."""
        parts: list[str] = []
        start = 0
        for first, stop in _spans(text):
            parts += text[start:first], self.keep(text[first:stop])
            start = stop
        return "".join([*parts, text[start:]])


def without_marks(text: str) -> str:
    """The text without the noncharacters of tokens."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def split_code(text: str) -> Iterator[tuple[bool, str]]:
    """The blocks of lines that are code, and those that are not, in order."""
    block: list[str] = []
    is_code = False
    for line_is_code, line in mark_lines(text):
        if block and line_is_code != is_code:
            yield is_code, "\n".join(block)
            block = []
        is_code = line_is_code
        block.append(line)
    if block:
        yield is_code, "\n".join(block)


def mark_lines(text: str) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it belongs to a block of code."""
    fence = ""
    after_blank, in_list, indented = True, False, False
    for line in text.split("\n"):
        if fence:
            bare = line.strip(" \t>")
            if bare.startswith(fence) and not bare.strip(fence[0]):
                fence = ""
            yield True, line
            continue
        opened = _FENCE.match(line)
        if opened:
            fence = opened["fence"]
            yield True, line
            continue
        is_blank = not line.strip()
        indented = line.startswith(_INDENTS) and not in_list and (after_blank or indented)
        if not is_blank and not line.startswith((" ", "\t")):
            in_list = _LIST_ITEM.match(line) is not None
        yield indented and not is_blank, line
        after_blank = is_blank


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The positions of code spans: between runs of as many backquotes, within a paragraph."""
    start = 0
    for blank in [*_PARAGRAPHS.finditer(text), None]:
        stop = blank.start() if blank else len(text)
        runs = list(_RUN.finditer(text, start, stop))
        after: dict[int, list[int]] = {}
        for index in range(len(runs) - 1, -1, -1):
            after.setdefault(len(runs[index][0]), []).append(index)
        index = 0
        while index < len(runs):
            same = after[len(runs[index][0])]
            while same and same[-1] <= index:
                same.pop()
            is_escaped = runs[index].start() > 0 and text[runs[index].start() - 1] == "\\"
            if same and not is_escaped:
                yield runs[index].start(), runs[same[-1]].end()
                index = same[-1]
            index += 1
        start = blank.end() if blank else stop
