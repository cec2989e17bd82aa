"""Finds essays with a title in a text without blank lines, whose posts have shorter lines."""

from collections.abc import Iterator, Sequence
from statistics import median

from sitegen.readers.text.essay_parts import find_titles, is_bare, is_essay_paragraph, is_inset
from sitegen.readers.text.lines import Lines

_WIDER = 2.0
"""How many times wider than the median line a paragraph of an essay is, at least."""
_FEWEST_PARAGRAPHS = 5
"""How many such paragraphs below one title no posts are."""
_APART = 40
"""How many lines the next of them is below one, at most."""
_OTHERS = 1
"""How many lines besides titles, lists and quotations may stand between the two."""


def find_titled(lines: Lines) -> Iterator[range]:
    """The lines of each essay from its title to its last wide paragraph; none among blank lines.

    Args:
        lines: the lines of a dump.
    """
    if any(lines.blanks[1:]):
        return
    width = _WIDER * median(lines.widths)
    are_wide = [line.width >= width and is_essay_paragraph(line) for line in lines]
    titles = _bare_lines_above(lines, are_wide) | find_titles(lines)
    headed = {number for title, below in titles.items() for number in range(title, below)}
    reached = 0
    for title, below in sorted(titles.items()):
        if title >= reached:
            paragraphs = list(_paragraphs_below(lines, below, are_wide, headed))
            if len(paragraphs) >= _FEWEST_PARAGRAPHS:
                reached = paragraphs[-1] + 1
                yield range(title, reached)


def _bare_lines_above(lines: Lines, are_wide: Sequence[bool]) -> dict[int, int]:
    """The number of each line that may be a title of any length, and of the wide one below it."""
    return {
        below - 1: below
        for below, is_wide in enumerate(are_wide)
        if is_wide and below and is_bare(lines[below - 1])
    }


def _paragraphs_below(
    lines: Lines, first: int, are_wide: Sequence[bool], headed: set[int]
) -> Iterator[int]:
    """The numbers of the wide paragraphs of an essay, the first of which is below its title.

    Args:
        lines: the lines of a dump.
        first: where the paragraphs begin.
        are_wide: whether each line is such a paragraph.
        headed: the numbers of titles and subtitles.
    """
    last, others = first, 0
    for number in range(first, len(lines)):
        if are_wide[number]:
            last, others = number, 0
            yield number
        elif number not in headed and not is_inset(lines[number]):
            others += 1
        if others > _OTHERS or number - last >= _APART:
            return
