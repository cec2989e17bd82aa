"""Joins the lines of a paragraph that are only wrapped, as Markdown shows them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

_RULES = r"(?:[-_*][ \t]*){3,}$|=+[ \t]*$"
_CODE = r"\ufdd0\d+\ufdd1[ \t]*$"
_DEFINITION = r"\[[^\]\n]+\]:"
_BLOCK_START = re.compile(
    rf"""[ \t]*(?:[-+*][ \t]|\d{{1,9}}[.)][ \t]|\#{{1,6}}[ \t]|>|\||{_RULES}|-+[ \t]*$|:[ \t]|\$\$
    |{_DEFINITION}|{_CODE})""",
    re.VERBOSE,
)
_ALONE = re.compile(
    rf"[ \t]*(?:\#{{1,6}}[ \t]|\||>[ \t>]*$|{_RULES}|{_CODE}|{_DEFINITION})", re.VERBOSE
)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_TABLE_ROW = re.compile(r"[^\n]*\|[^\n]*")
_WIDTHS = range(50, 121)


def join_wrapped(text: str, *, always: bool) -> str:
    """The text with wrapped lines joined.

    Args:
        text: Markdown; code in it is kept apart already.
        always: whether each line break within a paragraph is only wrapping, as in Markdown;
            otherwise only where the first word of the next line did not fit.
    """
    lines = list(_unquoted(text.split("\n"), always=always))
    joined: list[str] = []
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if paragraph and (
            not line.strip() or _BLOCK_START.match(line) or _HARD_BREAK.search(paragraph[-1])
        ):
            joined += _join(paragraph, always=always)
            paragraph = []
        if line.strip() and not _stands_alone(line):
            paragraph.append(line)
        else:
            joined.append(line)
    return "\n".join(joined[:-1])


def _unquoted(lines: Sequence[str], *, always: bool) -> Iterator[str]:
    """The lines, with the wrapped lines of quotations joined."""
    for is_quote, group in groupby(lines, lambda line: line.startswith(">")):
        quoted = list(group)
        if not is_quote or len(quoted) < 2:
            yield from quoted
            continue
        inside = "\n".join(line[1:].removeprefix(" ") for line in quoted)
        for line in join_wrapped(inside, always=always).split("\n"):
            yield f"> {line}".rstrip() if not line.startswith(">") else f">{line}"


def _stands_alone(line: str) -> bool:
    """Whether the next line does not continue this one."""
    return _ALONE.match(line) is not None


def _join(lines: Sequence[str], *, always: bool) -> list[str]:
    if len(lines) == 1 or (len(lines) > 1 and all(map(_TABLE_ROW.fullmatch, lines))):
        return list(lines)
    if not always and not _is_wrapped(lines):
        return list(lines)
    first, *rest = lines
    return [
        " ".join([first.rstrip(), *(line.strip(" \t") for line in rest[:-1]), rest[-1].lstrip()])
    ]


def _is_wrapped(lines: Sequence[str]) -> bool:
    width = max(map(len, lines))
    return width in _WIDTHS and all(
        len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width - 2
        for line, after in pairwise(lines)
    )
