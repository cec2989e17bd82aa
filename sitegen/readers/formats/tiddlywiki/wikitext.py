"""Converts the wikitext of TiddlyWiki to HTML, block by block: https://tiddlywiki.com/#WikiText."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from sitegen.readers.formats.tiddlywiki.inline import InlineMarks

_PRAGMA = re.compile(
    r"\\(?:define|procedure|function|widget)\s+[^\s(]+[ \t]*(?:\([^)]*\))?(?P<rest>[^\n]*)"
)
_OTHER_PRAGMA = re.compile(r"\\(?:import|rules|whitespace|parameters|parsermode)\b[^\n]*")
_FENCE = re.compile(r"```(?P<language>[\w+#.-]*)[ \t]*")
_HEADING = re.compile(r"(?P<marks>!{1,6})(?:\.[\w-]+)?[ \t]*(?P<words>[^\n]+)")
_ITEM = re.compile(r"(?P<marks>[*#>;:]{1,20})(?:\.[\w-]+)*[ \t]*(?P<words>[^\n]*)")
_RULE = re.compile(r"-{3,}[ \t]*")
_QUOTE = re.compile(r"<<<(?:\.[\w-]+)*[ \t]*(?P<cite>[^\n>]*)")
_ROW = re.compile(r"\|(?P<cells>.*)\|(?P<kind>[kchf]?)[ \t]*")
_CELL = re.compile(r"((?:\[\[[^\[\]]*\]\]|\[img[^\n]*?\]\]|\{\{[^{}]*\}\}|`[^`]*`|[^|])*)\|")
_ENDS = ("```", "{{{", '"""', "<<<")
_LISTS = {
    "*": ("ul", "li"),
    "#": ("ol", "li"),
    ">": ("blockquote", "p"),
    ";": ("dl", "dt"),
    ":": ("dl", "dd"),
}


class Converted(NamedTuple):
    """A text as HTML."""

    html: str
    results: int
    """How many macros and the like it held."""


def wikitext_to_html(text: str, *, is_classic: bool) -> Converted:
    """The HTML of a text.

    Args:
        text: the wikitext.
        is_classic: whether it is that of TiddlyWiki Classic, where a line break is one.
    """
    blocks = _Blocks(text, "<br>\n" if is_classic else "\n")
    return Converted("\n".join(blocks.read()), blocks.inline.results)


class _Blocks:
    """Reads the blocks of a text, from its first line to its last."""

    def __init__(self, text: str, line_break: str) -> None:
        self.inline = InlineMarks()
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._break = line_break
        self._at = 0

    def read(self) -> Iterator[str]:
        """The HTML of each block."""
        self._skip_pragmas()
        while self._at < len(self._lines):
            if self._lines[self._at].strip():
                yield self._block()
            else:
                self._at += 1

    def _skip_pragmas(self) -> None:
        """Moves past the macros that a text defines before it begins."""
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            if found := _PRAGMA.match(line):
                if not found["rest"].strip(" ="):
                    self._until(r"\\end\b.*")
            elif line and not _OTHER_PRAGMA.match(line):
                return
            self._at += 1

    def _until(self, end: str) -> list[str]:
        """The lines before the one that matches ``end``, at which it stops, or before the end."""
        start = self._at + 1
        self._at = start
        while self._at < len(self._lines) and not re.fullmatch(end, self._lines[self._at].strip()):
            self._at += 1
        return self._lines[start : self._at]

    def _block(self) -> str:
        line = self._lines[self._at].strip()
        return self._verbatim(line) or self._of_line(line) or self._of_lines(line)

    def _verbatim(self, line: str) -> str:
        """A block of code, or of lines as they are; empty if a line begins none."""
        if found := _FENCE.fullmatch(line):
            return self._code(r"```", found["language"])
        if line == "{{{":
            return self._code(r"\}\}\}", "")
        if line == '"""':
            inner = "<br>\n".join(map(self.inline.to_html, self._until('"""')))
            self._at += 1
            return f"<p>{inner}</p>"
        return ""

    def _of_line(self, line: str) -> str:
        """A heading or a rule; empty if a line is none."""
        found = _HEADING.fullmatch(line)
        if not (found or _RULE.fullmatch(line)):
            return ""
        self._at += 1
        if found is None:
            return "<hr>"
        level = len(found["marks"])
        return f"<h{level}>{self.inline.to_html(found['words'])}</h{level}>"

    def _of_lines(self, line: str) -> str:
        if (found := _QUOTE.fullmatch(line)) and ">>" not in line:
            return self._quote(found["cite"])
        if _ITEM.fullmatch(line):
            return self._list()
        return self._table() if _ROW.fullmatch(line) else self._paragraph()

    def _code(self, end: str, language: str) -> str:
        code = "\n".join(self._until(end))
        self._at += 1
        name = f' class="language-{escape(language)}"' if language else ""
        return f"<pre><code{name}>{escape(code)}</code></pre>"

    def _quote(self, cite: str) -> str:
        inner = "\n".join(self._until(r"<<<[^>]*"))
        last = self._lines[self._at].strip() if self._at < len(self._lines) else ""
        self._at += 1
        blocks = _Blocks(inner, self._break)
        blocks.inline = self.inline
        said_by = cite.strip() or last.removeprefix("<<<").strip()
        by = f"<p>— {self.inline.to_html(said_by)}</p>" if said_by else ""
        return f"<blockquote>{''.join(blocks.read())}{by}</blockquote>"

    def _list(self) -> str:
        html, opened = "", ""
        while self._at < len(self._lines):
            found = _ITEM.fullmatch(self._lines[self._at].strip())
            if found is None or not found["words"].strip(" -"):
                break
            html += _moved(opened, found["marks"]) + self.inline.to_html(found["words"])
            opened = found["marks"]
            self._at += 1
        if not opened:
            return self._paragraph()
        return html + _moved(opened, "")

    def _table(self) -> str:
        rows = []
        caption = ""
        while self._at < len(self._lines):
            found = _ROW.fullmatch(self._lines[self._at].strip())
            if found is None:
                break
            self._at += 1
            if found["kind"] == "c":
                caption = f"<p>{self.inline.to_html(found['cells'])}</p>"
            elif found["kind"] != "k":
                rows.append("".join(map(self._cell, _CELL.findall(f"{found['cells']}|"))))
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"{caption}<table>{body}</table>"

    def _cell(self, text: str) -> str:
        """A cell; ``!`` makes a heading of it. One that continues another one is empty."""
        words = text.strip()
        name = "th" if words.startswith("!") else "td"
        shown = "" if words in (">", "<", "~") else self.inline.to_html(words.lstrip("!"))
        return f"<{name}>{shown}</{name}>"

    def _paragraph(self) -> str:
        lines = [self._lines[self._at]]
        self._at += 1
        while self._at < len(self._lines) and not self._starts_block(self._lines[self._at].strip()):
            lines.append(self._lines[self._at])
            self._at += 1
        written = [line.strip() for line in lines]
        return f"<p>{self.inline.to_html(chr(10).join(written)).replace(chr(10), self._break)}</p>"

    def _starts_block(self, line: str) -> bool:
        """Whether a line ends the paragraph before it; in Classic, all blocks do."""
        if not line or _FENCE.fullmatch(line) or line in _ENDS:
            return True
        return self._break != "\n" and bool(
            _HEADING.fullmatch(line) or _ITEM.fullmatch(line) or _ROW.fullmatch(line)
        )


def _moved(opened: str, marks: str) -> str:
    """The tags that lead from an item of a list to the next one, by their marks."""
    same = 0
    while same < min(len(opened), len(marks)) and _list_of(opened[same]) == _list_of(marks[same]):
        same += 1
    closed = "".join(
        f"</{_LISTS[mark][1]}></{_LISTS[mark][0]}>" for mark in reversed(opened[same:])
    )
    if same == len(marks) and marks:
        before, after = _LISTS[opened[same - 1]][1], _LISTS[marks[-1]][1]
        return f"{closed}</{before}><{after}>"
    return closed + "".join(f"<{_LISTS[mark][0]}><{_LISTS[mark][1]}>" for mark in marks[same:])


def _list_of(mark: str) -> str:
    return _LISTS[mark][0]
