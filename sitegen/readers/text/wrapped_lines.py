"""Joins paragraphs that were hard-wrapped at a fixed width, as in an e-mail."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

_WIDTHS = range(45, 101)
_WITHIN = re.compile(r"(?:^|\s)(?!https?://|[#@])\S*[^\W\d_]$")
"""The last word of a line that is not at the end of a sentence, and no link or hashtag."""
_FEWEST_FLOWING = 2
_FEWEST_JOINTS = 6
_MOST_WIDTHS = 3
_STOP = re.compile(r"""[.!?…:;][\s"'”’»)\]]*$""")


def group_wrapped(lines: Sequence[str]) -> list[list[int]]:
    """Groups the numbers, from 0, of the lines that are not blank.

    A group is one line, or the lines of a hard-wrapped paragraph: each but the last has no room
    for the first word of the next.
    """
    filled = [number for number, line in enumerate(lines) if line]
    widths = _wrap_widths(lines, filled)
    groups: list[list[int]] = []
    for number in filled:
        previous = groups[-1][-1] if groups else None
        follows = previous is not None and number == previous + 1
        if follows and any(_is_wrapped(lines[number - 1], lines[number], w) for w in widths):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [part for group in groups for part in _confirmed(lines, group)]


def _wrap_widths(lines: Sequence[str], filled: Sequence[int]) -> list[int]:
    """The widths at which sentences keep continuing on the next line, in all of a text or a part.

    Several essays of one text may be wrapped at different widths.
    """
    pairs = [
        (lines[number], lines[following])
        for number, following in pairwise(filled)
        if following == number + 1
    ]
    flowing = [(line, following) for line, following in pairs if _flows(line, following)]
    width, votes = _favourite(flowing)
    joints = sum(_is_wrapped(line, following, width) for line, following in pairs)
    found = [width] if votes >= max(3, 0.3 * len(flowing), 0.5 * joints) else []
    return [*found, *_widths_of_runs(pairs, list(_wrapped_runs(pairs)), found)]


def _favourite(pairs: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """The width at which most pairs of lines may be wrapped, and how many those are."""
    widths: Counter[int] = Counter()
    for line, following in pairs:
        widths.update(range(len(line), len(line) + 1 + len(_first_word(following))))
    width = max(_WIDTHS, key=lambda width: widths[width])
    return width, widths[width]


def _wrapped_runs(pairs: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Lines in a row that may be wrapped at one width, and mostly continue sentences."""
    run: list[tuple[str, str]] = []
    low, high = 0, _WIDTHS[-1]
    for line, following in chain(pairs, [("", "")]):
        follows = bool(run) and run[-1][1] is line
        least, most = max(low, len(line)), min(high, len(line) + len(_first_word(following)))
        if follows and least <= most:
            run.append((line, following))
            low, high = least, most
            continue
        flowing = sum(_flows(*pair) for pair in run)
        if flowing >= _FEWEST_FLOWING and 2 * flowing >= len(run):
            yield run
        run = [(line, following)] if line else []
        low, high = len(line), len(line) + len(_first_word(following))


def _widths_of_runs(
    pairs: Sequence[tuple[str, str]], runs: list[list[tuple[str, str]]], known: Sequence[int]
) -> Iterator[int]:
    """The widths of runs that are not wrapped at a known width, if most such lines are in runs."""
    left = [run for run in runs if not any(_fits(run, width) for width in known)]
    for _ in range(_MOST_WIDTHS):
        width, votes = _favourite(pair for run in left for pair in run)
        joints = sum(_is_wrapped(line, following, width) for line, following in pairs)
        if votes < max(_FEWEST_JOINTS, 0.5 * joints):
            return
        yield width
        left = [run for run in left if not _fits(run, width)]


def _fits(run: Iterable[tuple[str, str]], width: int) -> bool:
    return all(_is_wrapped(line, following, width) for line, following in run)


def _confirmed(lines: Sequence[str], group: list[int]) -> list[list[int]]:
    """The group if most of its lines stop within a sentence, otherwise a group for each line."""
    flowing = sum(_is_broken(lines[number], lines[after]) for number, after in pairwise(group))
    return [group] if 2 * flowing >= len(group) - 1 else [[number] for number in group]


def _is_wrapped(line: str, following: str, width: int) -> bool:
    room = width - len(line)
    return 0 <= room <= len(_first_word(following)) and not following[:1].isspace()


def _flows(line: str, following: str) -> bool:
    """Whether a sentence continues from one line to the next."""
    return following[:1].islower() and not _STOP.search(line)


def _is_broken(line: str, following: str) -> bool:
    """Whether a line of a text of wrapped lines stops within a sentence, or before a name."""
    return _flows(line, following) or _WITHIN.search(line) is not None


def _first_word(line: str) -> str:
    return line.split(maxsplit=1)[0] if line else ""
