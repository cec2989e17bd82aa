"""Finds essays with a title among posts with shorter lines, where blank lines do not tell them.

Either the text has no blank lines, or they stand everywhere, between paragraphs and documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from statistics import median

from sitegen.readers.text.essay_parts import is_bare, is_essay_paragraph, is_inset
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.set_apart import WIDER, is_wide_essay

_FEWEST_PARAGRAPHS = 5
"""How many such paragraphs below one title no posts are."""
_APART = 40
"""How many lines the next of them is below one, at most."""
_OTHERS = 1
"""How many lines besides titles, lists and quotations may stand between the two."""
_EVERYWHERE = 0.8
"""The share of lines with a blank line above them from which on blank lines are everywhere."""
_FIRST = 3
"""How many paragraphs below a title say how wide the others of its run are."""
_NARROWER = 0.5
"""The width of a paragraph of a run, at least, as a share of that."""


def find_titled(lines: Lines, titles: Mapping[int, int]) -> Iterator[range]:
    """The lines of each essay from its title to its last wide paragraph; none among blank lines.

    Args:
        lines: the lines of a dump.
        titles: the number of each line that may be a title, and that of its first paragraph.
    """
    if any(lines.blanks[1:]):
        return
    width = WIDER * median(lines.widths)
    are_wide = [line.width >= width and is_essay_paragraph(line) for line in lines]
    titles = {**_bare_lines_above(lines, are_wide), **titles}
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


def find_titled_runs(lines: Lines, titles: Mapping[int, int]) -> list[range]:
    """The lines of each title with the paragraphs below it, where blank lines are everywhere.

    Args:
        lines: the lines of a dump.
        titles: the number of each line that may be a title, and that of its first paragraph.
    """
    if not titles or sum(map(bool, lines.blanks)) < _EVERYWHERE * (len(lines) - 1):
        return []
    runs = list(_runs(lines, titles))
    within = set(chain.from_iterable(runs))
    others = [width for number, width in enumerate(lines.widths) if number not in within]
    if not others:
        return []
    width = WIDER * median(others)
    return [run for run in runs if is_wide_essay(lines[run.start : run.stop], width)]


def _runs(lines: Lines, titles: Mapping[int, int]) -> Iterator[range]:
    """Each title with its run; of several above one paragraph, the topmost."""
    topmost = {first: title for title, first in sorted(titles.items(), reverse=True)}
    firsts = sorted(topmost)
    stops = [*(topmost[first] for first in firsts[1:]), len(lines)]
    for first, stop in zip(firsts, stops, strict=True):
        yield range(topmost[first], _end_of_run(lines, range(first, stop)))


def _end_of_run(lines: Lines, numbers: range) -> int:
    """The number of the line below the last paragraph; one other line may stand before each."""
    paragraphs = [number for number in islice(numbers, 10) if is_essay_paragraph(lines[number])]
    stop = numbers.start
    if not paragraphs:
        return stop
    least = _NARROWER * median(lines.widths[number] for number in paragraphs[:_FIRST])
    for number in numbers:
        if number > stop + 1:
            break
        if is_essay_paragraph(lines[number]) and lines.widths[number] >= least:
            stop = number + 1
    return stop
