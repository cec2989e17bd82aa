"""Finds the marks that open or close each post of a text: times, addresses, numbers, signatures.

A mark that stands every few lines says where posts begin or end, whatever else is in the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from sitegen.readers.text.days import is_day_alone, is_day_of_month_alone
from sitegen.readers.text.diary_dates import dates_of_days, order_of_days
from sitegen.readers.text.lines import Lines
from sitegen.readers.text.separators import (
    closes_with_stamp,
    find_stamps,
    is_time_alone,
    opens_with_stamp,
)

Floats = NDArray[np.float64]

_MARK, _NO_MARK = 8.0, -8.0
_FEWEST = 4
"""How many times alone on their lines, or signatures, are marks of posts."""
_FEWEST_DAYS = 2
"""How many days are, if one begins the text and blank lines stand above the others; else one
more."""
_MOST_LINES = 8
"""The maximum number of lines of most posts that have such a mark."""
_MANY_SIGNATURES, _MOST_LINES_SIGNED = 8, 30
"""How many of one signature are marks also of longer posts, and the maximum number of lines."""
_MOSTLY = 0.8
"""The least share of that signature among all lines like it, as one in dialogue is one of many."""
_SIGNATURE = re.compile(r"(?:[—–]|--?)\s?[^\W\d]")
_LONGEST_SIGNATURE = 40
_NUMBER = re.compile(r"[\[(#]?(?:[Nn]o\.?\s?)?(\d{1,4})(?:[.):\]/]|\s[-–—])\s+\S")
_FEWEST_NUMBERS = 6
_NUMBERED = range(50, 700)
"""The width of a typical numbered post; shorter ones are items of a list."""
_LONGEST = 1500
"""The maximum width of any numbered post."""
_LEAST_ESSAY = 1500
"""The least width of what may stand before numbered posts, as an essay does."""
_LEAST_MEAN = 100
"""The least mean width of its lines."""
_MANY_NUMBERS, _MANY_TIGHT_NUMBERS = 8, 12
"""How many numbers below blank lines, or others, are marks wherever essays stand."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of posts say for the gap before each line but the first."""

    open_posts: bool
    """Whether they stand at the beginning of posts, and not at their end."""
    boundary: Floats
    """The log-odds that it ends a post, and begins another."""
    within_post: Floats
    """The log-odds that it is within a post."""
    within_essay: Floats


def find_marks(lines: Lines) -> Marks:
    """The marks of the posts of a text; they say nothing if it has none."""
    texts = lines.texts
    times = [is_time_alone(text) for text in texts]
    if _are_dense(times):
        open_posts = _do_open(lines, times)
        return _marks(_with_days(lines, times) if open_posts else times, open_posts=open_posts)
    match find_stamps(texts):
        case "open":
            return _marks(list(map(opens_with_stamp, texts)), open_posts=True)
        case "close":
            return _marks(list(map(closes_with_stamp, texts)), open_posts=False)
    signatures = _signatures(texts)
    if any(signatures):
        return _marks(signatures, open_posts=False)
    numbered = _numbered(lines)
    if numbered:
        return _marks(
            [number in numbered for number in range(len(texts))],
            open_posts=True,
            may_be_in_essays=True,
        )
    return _marks_of_days(lines, times)


def _with_days(lines: Lines, times: Sequence[bool]) -> list[bool]:
    """Whether each line is a time, or a day without a year that stands in order among them."""
    texts = lines.texts
    days = [
        is_time or (lines.blanks[number] > 0 and is_day_of_month_alone(texts[number]))
        for number, is_time in enumerate(times)
    ]
    if sum(days) == sum(times):
        return list(times)
    written = [text if is_day else "" for text, is_day in zip(texts, days, strict=True)]
    dates = dates_of_days(written, order_of_days(written))
    return [is_time or date is not None for is_time, date in zip(times, dates, strict=True)]


def _marks_of_days(lines: Lines, times: Sequence[bool]) -> Marks:
    """The days of a diary, which begin its posts; one day among other lines belongs to the next."""
    days = [is_time or is_day_alone(text) for is_time, text in zip(times, lines.texts, strict=True)]
    if _are_of_diary(lines, days):
        return _marks(days, open_posts=True)
    nothing = np.zeros(len(days) - 1)
    within = np.where(_do_head(lines, days), _NO_MARK, 0.0)
    return Marks(open_posts=True, boundary=within, within_post=nothing, within_essay=nothing)


def _marks(are_marks: Sequence[bool], *, open_posts: bool, may_be_in_essays: bool = False) -> Marks:
    marked = np.array(are_marks[1:] if open_posts else are_marks[:-1])
    within = np.where(marked, _NO_MARK, 0.0)
    return Marks(
        open_posts=open_posts,
        boundary=np.where(marked, _MARK, _NO_MARK),
        within_post=within,
        within_essay=np.zeros(len(marked)) if may_be_in_essays else within,
    )


def _are_dense(
    are_marks: Sequence[bool], fewest: int = _FEWEST, most_lines: int = _MOST_LINES
) -> bool:
    """Whether there are several marks, most of them a few lines apart."""
    numbers = [number for number, is_mark in enumerate(are_marks) if is_mark]
    distances = [after - before for before, after in pairwise(numbers)]
    return len(numbers) >= fewest and median(distances) <= most_lines


def _are_of_diary(lines: Lines, days: Sequence[bool]) -> bool:
    """Whether days begin posts: one begins the text, below a title or not, and others follow."""
    numbers = [number for number, is_day in enumerate(days) if is_day]
    if len(numbers) < _FEWEST_DAYS or numbers[0] > 1:
        return False
    are_apart = all(lines.blanks[number] > 0 for number in numbers[1:])
    return _are_dense(days, _FEWEST_DAYS if are_apart else _FEWEST_DAYS + 1)


def _do_head(lines: Lines, days: Sequence[bool]) -> list[bool]:
    """Whether each line but the last is a day that belongs to what is below it."""
    closer = [lines.blanks_after[n] <= lines.blanks[n] for n in range(len(days) - 1)]
    return [is_day and is_closer for is_day, is_closer in zip(days, closer, strict=False)]


def _do_open(lines: Lines, are_marks: Sequence[bool]) -> bool:
    """Whether marks belong to what is below them, from which fewer blank lines part them."""
    marked = [number for number, is_mark in enumerate(are_marks) if is_mark]
    above = sum(lines.blanks[number] > 0 for number in marked)
    below = sum(lines.blanks_after[number] > 0 for number in marked)
    if 2 * abs(above - below) > len(marked):
        return above > below
    return are_marks[0] or not are_marks[-1]


def _signatures(texts: Sequence[str]) -> list[bool]:
    """Whether each line is the signature that stands below most posts, such as “— Ann”."""
    counts = Counter(
        text for text in texts if len(text) <= _LONGEST_SIGNATURE and _SIGNATURE.match(text)
    )
    chosen = max(counts, key=lambda text: counts[text], default="")
    signatures = [text == chosen for text in texts]
    are_marks = _are_dense(signatures) or (
        counts[chosen] >= _MOSTLY * counts.total()
        and _are_dense(signatures, _MANY_SIGNATURES, _MOST_LINES_SIGNED)
    )
    return signatures if are_marks else [False] * len(texts)


def _numbered(lines: Lines) -> frozenset[int]:
    """The lines that begin posts which are numbered in order; empty if there are none."""
    parted = _longest_count(lines.texts, [blanks > 0 for blanks in lines.blanks])
    if len(parted) >= _MANY_NUMBERS and _are_posts(lines, parted, has_essays=True):
        return frozenset(parted)
    count = _longest_count(lines.texts, [True] * len(lines))
    has_many = len(count) >= _MANY_TIGHT_NUMBERS
    if len(count) >= _FEWEST_NUMBERS and _are_posts(lines, count, has_essays=has_many):
        return frozenset(count)
    return frozenset()


def _are_posts(lines: Lines, numbered: Sequence[int], *, has_essays: bool) -> bool:
    """Whether numbered lines begin posts.

    The last of them ends the text, and before the first stands nothing or an essay: a list within
    an essay, or among other posts, has words around it. If there are so many that they are no such
    list, essays may stand among or below them, too.
    """
    widths = np.cumsum([0, *lines.widths])
    posts = [int(widths[after] - widths[before]) for before, after in pairwise(numbered)]
    above, below = int(widths[numbered[0]]), int(widths[-1] - widths[numbered[-1]])
    typical = round(median(posts))
    if typical not in _NUMBERED:
        return False
    if has_essays:
        return above <= typical or above >= _LEAST_ESSAY
    is_essay = above >= _LEAST_ESSAY and above >= _LEAST_MEAN * numbered[0]
    return max(posts) <= _LONGEST and (is_essay or above <= typical) and below <= max(posts)


def _longest_count(texts: Sequence[str], may_open: Sequence[bool]) -> list[int]:
    """The lines that begin with numbers of which each is one more than that before.

    The first may be any line; ``may_open`` says of each other whether it may be one of them.
    """
    longest: list[int] = []
    counts: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        if (not place or may_open[place]) and (found := _NUMBER.match(text)):
            number = int(found[1])
            count = counts[number] = counts.pop(number - 1, [])
            count.append(place)
            longest = max(longest, count, key=len)
    return longest
