"""Finds essays with a title that blank lines set apart.

Such an essay is a block: lines with fewer blank lines between them than around them. Or posts stand
in rows, with no blank line between them, and only the paragraphs of the essay have blank lines.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from statistics import median

from sitegen.readers.text.essay_parts import is_essay_paragraph, is_inset
from sitegen.readers.text.essays import is_long_enough
from sitegen.readers.text.lines import Lines

_ROW = 5
"""How many lines with no blank line between them are a row."""
_FEWEST_LINES = 4
"""How many lines a block has at least that is an essay with its title."""
_IN_ROWS = 0.8
"""The share of the lines outside of essays that must be in rows."""
WIDER = 2.0
"""How many times wider than the lines of posts the paragraphs of an essay are, at least."""
_PARAGRAPHS = 0.5
"""The share of the lines of an essay, besides lists and the like, that are paragraphs, at least."""


def find_set_apart(lines: Lines, titles: Mapping[int, int]) -> list[range]:
    """The lines of each essay that blank lines set apart, in order.

    Args:
        lines: the lines of a dump.
        titles: the number of each line that may be a title, and that of its first paragraph.
    """
    return _set_apart_by(lines, titles, 1) or _set_apart_by(lines, titles, 2)


def _set_apart_by(lines: Lines, titles: Mapping[int, int], least: int) -> list[range]:
    """The lines of each essay that gaps of so many blank lines, or more, set apart."""
    blocks = list(_blocks_of(lines, least))
    if len(blocks) < 2:
        return []
    essays = list(_titled_essays(lines, titles, blocks))
    posts = list(_others(blocks, essays))
    if not _are_rows(posts):
        whole = frozenset(blocks)
        essays = [essay for essay in essays if essay in whole]
        posts = list(_others(blocks, essays))
    if not essays or not posts:
        return []
    width = WIDER * median(lines.widths[number] for row in posts for number in row)
    return [essay for essay in essays if is_wide_essay(lines[essay.start : essay.stop], width)]


def _blocks_of(lines: Lines, least: int) -> Iterator[range]:
    """The lines between gaps of so many blank lines, or more."""
    gaps = enumerate(lines.blanks)
    starts = [number for number, blanks in gaps if blanks >= least or not number]
    return map(range, starts, [*starts[1:], len(lines)])


def _titled_essays(
    lines: Lines, titles: Mapping[int, int], blocks: Sequence[range]
) -> Iterator[range]:
    """Where essays may stand: below each title that none of them holds."""
    starts = [block.start for block in blocks]
    reached = 0
    for title, paragraph in sorted(titles.items()):
        if title >= reached:
            place = bisect_right(starts, title) - 1
            below = map(blocks.__getitem__, range(place, len(blocks)))
            for essay in _essay_below(lines, range(title, paragraph), below):
                yield essay
                reached = essay.stop


def _essay_below(lines: Lines, titles: range, blocks: Iterable[range]) -> Iterator[range]:
    """The essay with a title: the block that this begins, or blocks of a line or two below it.

    Args:
        lines: the lines of a dump.
        titles: the title and its subtitles, the first of which may be a post.
        blocks: the block with the first of these, and those below it.
    """
    below = iter(blocks)
    block = next(below)
    if titles.start == block.start and len(block) >= _FEWEST_LINES:
        yield block
    elif titles.start >= block.stop - 2:
        stop, is_row_below = block.stop, False
        for after in below:
            if len(after) > 2 and not _is_inset(lines, after):
                is_row_below = not _opens_with_paragraph(lines, after)
                stop += not is_row_below
                break
            stop = after.stop
        yield range(_start_of(titles, block, is_apart=is_row_below), stop)


def _start_of(titles: range, block: range, *, is_apart: bool) -> int:
    """The number of the title whose paragraphs have blank lines between them.

    Args:
        titles: the title and its subtitles, the first of which may be a post.
        block: the block with the first of these.
        is_apart: whether a blank line stands between the essay and the row below it.
    """
    if titles.start == block.start or titles.stop < block.stop:
        return titles.start
    is_post = is_apart and len(titles) > 1
    return min(titles.stop - 1, block.stop) if is_post else block.stop - 1


def _is_inset(lines: Lines, block: range) -> bool:
    """Whether most lines of a block are items of a list, quotations or the like."""
    return 2 * sum(is_inset(lines[number]) for number in block) > len(block)


def _opens_with_paragraph(lines: Lines, row: range) -> bool:
    """Whether the first line of a row is a paragraph, and much wider than those below it."""
    width = median(lines.widths[number] for number in row[1:])
    return is_essay_paragraph(lines[row.start]) and lines.widths[row.start] >= WIDER * width


def _others(blocks: Iterable[range], essays: Iterable[range]) -> Iterator[list[int]]:
    """The numbers of the lines of each block, or part of one, between essays."""
    taken = set(chain.from_iterable(essays))
    for block in blocks:
        for is_taken, numbers in groupby(block, taken.__contains__):
            if not is_taken:
                yield list(numbers)


def _are_rows(posts: Iterable[Sequence[int]]) -> bool:
    """Whether most lines of posts have others right above or below them, without a blank line."""
    lengths = list(map(len, posts))
    return sum(length for length in lengths if length >= _ROW) >= _IN_ROWS * sum(lengths)


def is_wide_essay(lines: Lines, width: float) -> bool:
    """Whether lines are an essay: long enough, and mostly paragraphs of at least a width."""
    paragraphs = [line.width for line in lines if is_essay_paragraph(line)]
    insets = sum(map(is_inset, lines))
    return (
        bool(paragraphs)
        and is_long_enough(lines)
        and len(paragraphs) >= _PARAGRAPHS * (len(lines) - insets)
        and median(paragraphs) >= width
    )
