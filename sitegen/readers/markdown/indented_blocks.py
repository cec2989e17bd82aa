"""Replaces blocks whose content is indented below their first line, as Python-Markdown has them.

- ``!!! note "Title"``, ``??? note``: https://python-markdown.github.io/extensions/admonition/
- ``=== "Tab"``: https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/
"""

import re
from collections.abc import Iterator
from textwrap import dedent

from sitegen.readers.markdown.literals import mark_lines

_OPENING = re.compile(
    r"(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[a-z][\w -]*?)|===[!+]?)"
    r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*",
    re.IGNORECASE,
)
_DEEPEST = 8


def replace_indented_blocks(text: str, depth: int = 0) -> str:
    """The text with titles of such blocks as bold words, above their content."""
    if depth > _DEEPEST or not re.search(r"(?m)^[ \t]*(?:!!!|\?\?\?|===)", text):
        return text
    return "\n".join(_replaced([*mark_lines(text)], depth))


def _replaced(lines: list[tuple[bool, str]], depth: int) -> Iterator[str]:
    at = 0
    while at < len(lines):
        is_code, line = lines[at]
        at += 1
        found = None if is_code else _OPENING.fullmatch(line)
        inner = f"{found['indent']}    " if found else ""
        stop = at
        while found and stop < len(lines) and _is_within(lines[stop][1], inner):
            stop += 1
        if found is None or not any(line.strip() for _, line in lines[at:stop]):
            yield line
            continue
        title = found["title"] if found["title"] is not None else found["kind"].capitalize()
        content = dedent("\n".join(line for _, line in lines[at:stop])).strip("\n")
        yield "\n".join(
            (f"**{title}**\n" if title else "", replace_indented_blocks(content, depth + 1), "")
        )
        at = stop


def _is_within(line: str, inner: str) -> bool:
    return not line.strip() or line.startswith((inner, "\t"))
