"""Lists of links in groups: items below labels, which stand for headings, and indented ones."""

import re
from collections.abc import Iterator, Sequence

from sitegen.readers.formats.markdown.lines import TextLine
from sitegen.readers.formats.markdown.links import read_lead

_LABEL = re.compile(
    r"\s*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?P<words>(?:(?!\]\(|https?:).){1,500}?)[ \t]*"
)
_DESCRIBED = re.compile(r"\S(?:\*\*|__)?(?::|[ \t]+[-–—])[ \t]+\S|.{91}")
"""A label that says more than a heading does."""
_BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^*_\n]{1,90}?):?(?P=sign):?[ \t]*")
_LEVEL = 7
"""That of a label as a heading: below all others."""
_INDENTED = 4
"""So many spaces make code of what is in no list (CommonMark 4.4)."""
_WITHIN = 2
"""The least indentation of an item within another one."""
_DEEPEST = 5


def without_groups(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with labels above links as headings, and all these links at the margin."""
    found = list(_at_margin(lines))
    for number, line in enumerate(found):
        below = _below(found, number)
        if (
            line.kind == "text"
            and (bold := _BOLD.fullmatch(line.text))
            and below is not None
            and found[below].kind in ("item", "heading")
        ):
            found[number] = TextLine(line.text, "heading", _LEVEL, bold["words"])
    for _ in range(_DEEPEST):
        labels = [number for number in range(len(found)) if _is_label(found, number)]
        for number in labels:
            _dissolve(found, number)
        if not labels:
            break
    return found


def _at_margin(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines with the indentation of items counted from that of the first one in their list."""
    base: int | None = None
    is_apart = True
    for line in lines:
        is_paragraph = is_apart and line.kind == "text" and line.text[:1] not in (" ", "\t")
        if line.kind in ("heading", "rule") or is_paragraph:
            base = None
        is_apart = line.kind == "blank"
        if line.kind != "item":
            yield line
            continue
        if base is None:
            base = line.level if line.level < _INDENTED else 0
        level = line.level - base
        yield line._replace(level=level if level >= _WITHIN else 0)


def _below(lines: Sequence[TextLine], number: int) -> int | None:
    """The next line that is not blank."""
    numbers = range(number + 1, len(lines))
    return next((n for n in numbers if lines[n].kind != "blank"), None)


def _is_label(lines: Sequence[TextLine], number: int) -> bool:
    """Whether an item at the margin is a label: it has no link, but the first one below it has."""
    line = lines[number]
    is_item = line.kind == "item" and not line.level
    if not is_item or _LABEL.fullmatch(line.text) is None:
        return False
    for _ in range(_DEEPEST):
        below = _below(lines, number)
        if below is None or lines[below].kind != "item" or lines[below].level <= line.level:
            return False
        number, line = below, lines[below]
        if read_lead(line.text, is_item=True) is not None:
            return True
    return False


def _dissolve(lines: list[TextLine], number: int) -> None:
    """Moves the items below a label to the margin, and makes a heading of it if it is no more."""
    label = _LABEL.fullmatch(lines[number].text)
    if label and not _DESCRIBED.search(label["words"]):
        lines[number] = TextLine(lines[number].text, "heading", _LEVEL, label["words"])
    moved = 0
    for other in range(number + 1, len(lines)):
        line = lines[other]
        if line.kind in ("heading", "rule") or (line.kind == "item" and not line.level):
            return
        if line.kind == "item":
            moved = moved or line.level
            level = line.level - moved
            lines[other] = line._replace(level=level if level >= _WITHIN else 0)
