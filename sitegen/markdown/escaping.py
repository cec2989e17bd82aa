"""Plain text as Markdown that says just that text, and looks as much like it as can be.

A character is escaped only where Markdown would read it as markup: with a backslash, and with an
entity where a backslash does not help (``&``, white space that opens a line). The rules are those
of CommonMark (https://spec.commonmark.org/0.31.2/) and of Python-Markdown together.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sitegen.text.interning import interned
from sitegen.text.labels import find_links

_MASK = "\x02"
"""Stands for what Markdown leaves alone; as there, it is neither a space nor part of a word."""

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
_MORE_THAN_ONE_BLANK_LINE = re.compile(r"\n\n(\n+)")

_BRACKETS_SOON_READ = 100
"""How many unclosed brackets Python-Markdown can take; its time grows with their square."""
_WRAPPED_WIDTHS = range(40, 121)
"""How long the longest line may be of a text whose lines an editor or mail program has broken."""


def escape_post(text: str) -> str:
    """The Markdown of a post that shows as ``text``, line by line and blank lines included.

    ``text`` holds no control characters but newlines and tabs, and no blank lines at its ends.
    White space at line ends is left out.
    """
    return _MORE_THAN_ONE_BLANK_LINE.sub(
        lambda found: "\n\n" + "&nbsp;\n" * len(found[1]), _escape(_clean(text))
    )


def escape_essay(text: str) -> str:
    """The Markdown of an essay that shows as ``text``.

    Its paragraphs are its lines or, where blank lines stand between them, its blocks. Within a
    block, hard-wrapped lines run on, and others stay lines. Conditions are those of a post.
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
    """What joins the lines of a block, in a text whose longest line has ``width`` characters."""
    if alone or width > _WRAPPED_WIDTHS[-1]:
        return "\n\n"
    return "\n" if _is_hard_wrapped(block, width) else "  \n"


def _is_hard_wrapped(block: str, width: int) -> bool:
    """Whether each line ends where the first word of the next would not have fitted any more."""
    return width in _WRAPPED_WIDTHS and all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
        for line, following in pairwise(block.split("\n"))
    )


def _clean(text: str) -> str:
    return _LINE_END_SPACE.sub("", text).strip("\n")


def _escape(text: str) -> str:
    """The clean text with its markup escaped, line by line."""
    masked = _mask(text)
    escapes = dict.fromkeys(_markup(masked), "\\")
    escapes |= dict.fromkeys(_starts(_ENTITY, masked), "&amp;")
    for found in _LINE_START_SPACE.finditer(text):
        if found[0] in " \t":
            escapes[found.start()] = f"&#{ord(found[0])};"
    return "".join(interned(_escaped_parts(text, escapes)))


def _escaped_parts(text: str, escapes: Mapping[int, str]) -> Iterator[str]:
    """The parts of the text, with a backslash before some characters, or an entity for them."""
    start = 0
    for position in sorted(escapes):
        yield text[start:position]
        yield escapes[position]
        start = position if escapes[position] == "\\" else position + 1
    yield text[start:]


def _mask(text: str) -> str:
    """The text, as long as before, without what the links and the line starts protect."""
    parts: list[str] = []
    position = 0
    for span in find_links(text):
        parts += text[position : span.start], _MASK * (span.end - span.start)
        position = span.end
    return _LINE_START_SPACE.sub(_MASK, "".join([*parts, text[position:]]))


def _markup(masked: str) -> Iterator[int]:
    """Where a backslash has to stand."""
    yield from _line_starts(masked)
    yield from _runs(masked)
    yield from _brackets(masked)
    yield from _starts(_BACKSLASH, masked)
    # “<” also opens an e-mail address.
    yield from _starts(_ANGLE if "@" in masked else _TAG, masked)
    yield from (start + 1 for start in _starts(_ENTITY, masked) if masked[start + 1] == "#")


def _starts(pattern: re.Pattern[str], masked: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(masked))


def _line_starts(masked: str) -> Iterator[int]:
    for found in _LINE_START.finditer(masked):
        run = _RUN.match(masked, found.end())
        yield from range(found.end(), run.end() if run else found.end() + 1)


def _runs(masked: str) -> Iterator[int]:
    """The asterisks, underscores and backticks that are not alone, as one needs another to pair."""
    counts = Counter(found[0][0] for found in _pairable_runs(masked))
    for found in _pairable_runs(masked):
        if counts[found[0][0]] > 1:
            yield from range(*found.span())


def _pairable_runs(masked: str) -> Iterator[re.Match[str]]:
    return (found for found in _RUN.finditer(masked) if _can_pair(masked, found))


def _can_pair(masked: str, run: re.Match[str]) -> bool:
    """Whether the run can open or close: not between spaces, nor an underscore within a word."""
    before, after = masked[max(run.start() - 1, 0) : run.start()], masked[run.end() : run.end() + 1]
    within_word = before.isalnum() and after.isalnum()
    if run[0].startswith("_") and within_word:
        return False
    return run[0].startswith("`") or bool(before.strip() or after.strip())


def _brackets(masked: str) -> Iterator[int]:
    """All opening brackets, where one could begin a link, a footnote or a definition."""
    if _LINK_MIDDLE.search(masked) or masked.count("[") > _BRACKETS_SOON_READ:
        yield from _starts(_BRACKET, masked)
