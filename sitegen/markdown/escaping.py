"""Escapes plain text as Markdown that renders as the same text, with as few changes as possible.

A character is escaped only where Markdown would parse it as markup: with a backslash, or with an
entity where a backslash has no effect (``&``, leading white space). The rules cover both CommonMark
(https://spec.commonmark.org/0.31.2/) and Python-Markdown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sitegen.text.interning import interned
from sitegen.text.labels import find_links

_MASK = "\x02"
"""Replaces text that Markdown does not parse; it is neither a space nor a word character."""

_LINE = re.compile(r"[^\n]*+")
_LINE_END_SPACE = re.compile(r"(?<![^\S\n])[^\S\n]++$", re.MULTILINE)
_LINE_START_SPACE = re.compile(r"^[^\S\n]", re.MULTILINE)
_LINE_START = re.compile(
    r"""^(?:
      \d++(?=[.)](?:[ \t]|$))                       # 1987. a list with numbers
    | (?=[-+*](?:[ \t]|$))                          # - a list
    | (?=\#{1,6}(?:[ \t]|$))                        # ## a heading
    | (?=(?:=++|-++)[ \t]*+$)                       # === under a heading
    | (?=([-_*])[ \t]*+(?:\1[ \t]*+){2,}+$)         # * * * a rule
    | (?=>)                                         # > a quotation
    | (?=```|~~~)                                   # ``` a block of code
    | (?=[^|\n]*+\|)(?=[|:\-\ \t]++$)               # |---| under the head of a table
    )""",
    re.MULTILINE | re.VERBOSE,
)
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)", re.MULTILINE)
_RUN = re.compile(r"\*++|_++|`++")
_ANGLE = re.compile("<")
_TAG = re.compile(rf"<(?=[A-Za-z/!?{_MASK}])")
_BRACKET = re.compile(r"\[")
_LINK_MIDDLE = re.compile(r"\][:(]")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]++;)")
_ANY_MARKUP = re.compile(r"[\\*_`<\[&]|^(?:\s|\d++[.)]|[-+=#>~|:])", re.MULTILINE)
"""What every text has that needs an escape; most posts have none of it."""
_MORE_THAN_ONE_BLANK_LINE = re.compile(r"\n\n(\n+)")

_MAX_UNCLOSED_BRACKETS = 100
"""Escape more brackets than this: Python-Markdown takes quadratic time for unclosed ones."""
_WRAPPED_WIDTHS = range(40, 121)
"""Possible lengths of the longest line of hard-wrapped text."""


def escape_post(text: str) -> str:
    """Returns the Markdown of a post that renders as ``text``, with all its lines and blank lines.

    ``text`` contains no control characters except newlines and tabs, and does not start or end with
    a blank line. Trailing white space is removed.
    """
    return _MORE_THAN_ONE_BLANK_LINE.sub(
        lambda found: "\n\n" + "&nbsp;\n" * len(found[1]), _escape(_clean(text))
    )


def escape_essay(text: str) -> str:
    """Returns the Markdown of an essay that renders as ``text``.

    Blank lines separate paragraphs; without any, each line is a paragraph. Within a paragraph,
    hard-wrapped lines are joined and other line breaks are kept. ``text`` is as in ``escape_post``.
    """
    text = _clean(text)
    blocks = re.split(r"\n{2,}", text)
    escaped = re.split(r"\n{2,}", _escape(text))
    width = max(found.end() - found.start() for found in _LINE.finditer(text))
    line_ends = [_line_end(block, width, alone=len(blocks) == 1) for block in blocks]
    return "\n\n".join(
        block.replace("\n", line_end) for block, line_end in zip(escaped, line_ends, strict=True)
    )


def _line_end(block: str, width: int, *, alone: bool) -> str:
    """Returns the separator between lines; ``width`` is the length of the text's longest line."""
    if alone or width > _WRAPPED_WIDTHS[-1]:
        return "\n\n"
    return "\n" if _is_hard_wrapped(block, width) else "  \n"


def _is_hard_wrapped(block: str, width: int) -> bool:
    """Returns whether the first word of each line would not have fitted on the previous one."""
    return width in _WRAPPED_WIDTHS and all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
        for line, following in pairwise(block.split("\n"))
    )


def _clean(text: str) -> str:
    return _LINE_END_SPACE.sub("", text).strip("\n")


def _escape(text: str) -> str:
    """Escapes the markup in a cleaned text."""
    if not _ANY_MARKUP.search(text):
        return text
    masked = _mask(text)
    escapes = dict.fromkeys(_markup(masked), "\\")
    escapes |= dict.fromkeys(_starts(_ENTITY, masked), "&amp;")
    for found in _LINE_START_SPACE.finditer(text):
        if found[0] in " \t":
            escapes[found.start()] = f"&#{ord(found[0])};"
    return "".join(interned(_escaped_parts(text, escapes)))


def _escaped_parts(text: str, escapes: Mapping[int, str]) -> Iterator[str]:
    """Yields the parts of the text, with the backslash or entity of each escaped position."""
    start = 0
    for position in sorted(escapes):
        yield text[start:position]
        yield escapes[position]
        start = position if escapes[position] == "\\" else position + 1
    yield text[start:]


def _mask(text: str) -> str:
    """Masks links and leading white space; the length stays the same."""
    parts: list[str] = []
    position = 0
    for span in find_links(text):
        parts += text[position : span.start], _MASK * (span.end - span.start)
        position = span.end
    return _LINE_START_SPACE.sub(_MASK, "".join([*parts, text[position:]]))


def _markup(masked: str) -> Iterator[int]:
    """Yields the positions that need a backslash."""
    yield from _line_starts(masked)
    yield from _runs(masked)
    yield from _brackets(masked)
    yield from _starts(_BACKSLASH, masked)
    # “<” can also open an e-mail address.
    yield from _starts(_ANGLE if "@" in masked else _TAG, masked)
    yield from (start + 1 for start in _starts(_ENTITY, masked) if masked[start + 1] == "#")


def _starts(pattern: re.Pattern[str], masked: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(masked))


def _line_starts(masked: str) -> Iterator[int]:
    for found in _LINE_START.finditer(masked):
        run = _RUN.match(masked, found.end())
        yield from range(found.end(), run.end() if run else found.end() + 1)


def _runs(masked: str) -> Iterator[int]:
    """Yields the asterisks, underscores and backticks that have another to pair with."""
    counts = Counter(found[0][0] for found in _pairable_runs(masked))
    for found in _pairable_runs(masked):
        if counts[found[0][0]] > 1:
            yield from range(*found.span())


def _pairable_runs(masked: str) -> Iterator[re.Match[str]]:
    return (found for found in _RUN.finditer(masked) if _can_pair(masked, found))


def _can_pair(masked: str, run: re.Match[str]) -> bool:
    """Returns whether the run can open or close: not between spaces; no underscore in a word."""
    before, after = masked[max(run.start() - 1, 0) : run.start()], masked[run.end() : run.end() + 1]
    within_word = before.isalnum() and after.isalnum()
    if run[0].startswith("_") and within_word:
        return False
    return run[0].startswith("`") or bool(before.strip() or after.strip())


def _brackets(masked: str) -> Iterator[int]:
    """Yields all opening brackets if one could start a link, a footnote or a definition."""
    if _LINK_MIDDLE.search(masked) or masked.count("[") > _MAX_UNCLOSED_BRACKETS:
        yield from _starts(_BRACKET, masked)
