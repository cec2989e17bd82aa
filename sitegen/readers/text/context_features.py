"""Features of the gap between two lines that other lines show: titles, notes, code, rare words."""

import re
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise, repeat

from sitegen.readers.text.essay_parts import find_code, find_insets, find_titles, is_note
from sitegen.readers.text.essays import is_heading
from sitegen.readers.text.lines import Lines, WordedLine

CONTEXT_FEATURES = (
    *("below a heading", "a note", "a title", "below a title", "within code"),
    *("a first heading", "a block of markup"),
    *("a rare word twice", "rare words twice", "a rare word above", "a rare word below"),
    *("rare words on either side", "many rare words on either side"),
)

_FIRST_HEADING = re.compile(r"#\s|<h1\b")
_BLOCK = re.compile(r"<(?:p|div|article|section)\b")
_RARE = 0.02
"""The share of the lines of a text of which the most have a rare word."""
_FEWEST_RARE = 3
_SIDE = 6
"""How many lines on either side of a gap are searched for rare words in common."""
_MANY = 5

Words = frozenset[int]
GapFeatures = list[tuple[str, float]]
"""The features of a gap, each with how much of it there is."""


class LineWords:
    """The longer words of the lines of a text, as numbers, which take little memory."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words = array("L")
        self._stops = array("L")

    def watch(self, lines: Iterable[WordedLine]) -> Iterator[WordedLine]:
        """Notes the words of lines while these are read."""
        numbers = self._numbers
        for line in lines:
            self._words.extend([numbers.setdefault(stem, len(numbers)) for stem in line.stems])
            self._stops.append(len(self._words))
            yield line

    def rare(self) -> Iterator[Words]:
        """Those words of each line that few other lines have."""
        counts = Counter(self._words)
        count_of_lines = len(self._stops)
        most = min(max(_FEWEST_RARE, _RARE * count_of_lines), count_of_lines / 2)
        rare = frozenset(word for word, count in counts.items() if 1 < count <= most)
        for start, stop in pairwise(chain([0], self._stops)):
            yield rare.intersection(self._words[start:stop])


@dataclass(frozen=True, slots=True)
class Places:
    """The lines that belong to an essay but are not paragraphs."""

    insets: frozenset[int]
    """The numbers of titles, subtitles and notes, and of quotations and lists within an essay."""
    code: frozenset[int]
    within_code: frozenset[int]
    """The same without the first line of each block."""
    features: Mapping[int, GapFeatures]
    """The features of the gap before a line, for the few that have any."""


def find_places(lines: Lines) -> Places:
    """Where titles, notes, insets and code are."""
    insets = set(find_insets(lines))
    titles = find_titles(lines)
    headed = {number for title, paragraph in titles.items() for number in range(title, paragraph)}
    blocks = list(find_code(lines))
    within_code = frozenset(chain.from_iterable(block[1:] for block in blocks))
    named = chain(
        ((number, "a note") for number in insets if is_note(lines[number])),
        ((number, "a title") for number in titles),
        ((number + 1, "below a title") for number in headed),
        _headings(lines),
    )
    features: dict[int, GapFeatures] = {number: [("within code", 1.0)] for number in within_code}
    for number, name in named:
        if number not in within_code:
            features.setdefault(number, []).append((name, 1.0))
    return Places(
        insets=frozenset(insets | headed),
        code=frozenset(chain.from_iterable(blocks)),
        within_code=within_code,
        features=features,
    )


def context_features(places: Places, words: LineWords) -> Iterator[GapFeatures]:
    """The features of the gap before each line but the first."""
    for number, found in enumerate(_rare_word_features(words.rare()), 1):
        placed = places.features.get(number)
        yield found + placed if placed else found


def _headings(lines: Lines) -> Iterator[tuple[int, str]]:
    for number, (before, after) in enumerate(pairwise(lines), 1):
        if is_heading(before, after):
            yield number, "below a heading"
        if after.text[0] in "#<":
            if _FIRST_HEADING.match(after.text):
                yield number, "a first heading"
            if _BLOCK.match(after.text):
                yield number, "a block of markup"


def _rare_word_features(rare: Iterator[Words]) -> Iterator[GapFeatures]:
    """The features of the gap before each line but the first, from the rare words of all lines."""
    nothing: Words = frozenset()
    padded = chain(repeat(nothing, _SIDE - 1), rare, repeat(nothing, _SIDE - 1))
    around = deque(islice(padded, 2 * _SIDE - 1), 2 * _SIDE)
    for words in padded:
        around.append(words)
        yield _compare(list(around))


def _compare(around: Sequence[Words]) -> GapFeatures:
    """The features of a gap, from the rare words of the lines before and after it."""
    earlier: Words = frozenset().union(*around[:_SIDE])
    shared = earlier.intersection(frozenset().union(*around[_SIDE:]))
    if not shared:
        return []
    found: GapFeatures = [
        ("rare words on either side", 1.0),
        ("many rare words on either side", min(len(shared), _MANY) / _MANY),
    ]
    above, before, after, below = around[_SIDE - 2 : _SIDE + 2]
    if common := len(before & after):
        found.append(("a rare word twice", 1.0))
        if common > 1:
            found.append(("rare words twice", 1.0))
    if not above.isdisjoint(after):
        found.append(("a rare word above", 1.0))
    if not before.isdisjoint(below):
        found.append(("a rare word below", 1.0))
    return found
