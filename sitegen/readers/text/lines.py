"""Splits a text into lines, and describes each line without regard to its neighbours."""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import merge
from itertools import chain
from typing import NamedTuple, overload

from sitegen.readers.text.languages import CONNECTIVES, guess_language
from sitegen.readers.text.line_features import NUMBER, find_features, quote_style_of
from sitegen.readers.text.repeated_lines import Run, find_runs
from sitegen.readers.text.wrapped_lines import group_wrapped
from sitegen.text.interning import interned, matches_in
from sitegen.text.labels import without_controls

LINK_WIDTH = 23
"""The length of any link in a post, as social networks count it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LINK = re.compile(r"https?://\S+")
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]"
)
_HAN_PAIR = re.compile(r"(?=([\u30a1-\u30ff\u4e00-\u9fff]{2}))")
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]")
_OPENING = re.compile(r"[\"'“‘«(¿¡—–-]*\s?([^\W_])")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_STOP = re.compile(r"""[.!?…。！？।؟۔][\s"'”’»«)\]）」』]*$""")


_NO_STEMS: frozenset[str] = frozenset()
_REMEMBERED = 1000
"""How many lines are kept while a text is read, as short lines come again and again."""


class Shape(NamedTuple):
    """What many lines have in common, whatever their words."""

    features: frozenset[str]
    """The names of its features; see ``line_features``."""
    ends_sentence: bool
    """Whether it ends with sentence punctuation."""
    has_emoji: bool
    starts_lowercase: bool
    starts_uppercase: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of a dump, a hard-wrapped paragraph, or a run of lines."""

    text: str
    blanks: int
    """The number of blank lines before it; 0 for the first line."""
    blanks_after: int
    """The number of blank lines after it; 0 for the last line."""
    width: int
    """Its length as posts are measured: a link counts 23, a wide character 2."""
    features: frozenset[str]
    ends_sentence: bool
    has_emoji: bool
    starts_lowercase: bool
    starts_uppercase: bool


@dataclass(frozen=True, slots=True, eq=False)
class WordedLine(Line):
    """A line with what its words say, to compare it with its neighbours."""

    script: str
    """The script of most of its letters, such as ``LATIN`` or ``CJK``; empty without letters."""
    language: str
    """The language code that its common words suggest; empty if unclear."""
    first_word: str
    stems: frozenset[str]
    """Prefixes of its longer words, to compare with those of another line."""
    number: str
    """The number or letter of the list item that it is; empty if it is none."""
    quote_style: int
    """1 if its quotation marks and apostrophes are curly, -1 if straight, 0 if neither or both."""
    starts_with_connective: bool
    """Whether it starts with a word such as “and”."""


def split_lines(text: str) -> list[str]:
    """The lines of a text without trailing white space; control characters become spaces."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return list(interned(_lines_in(without_controls(text))))


def _lines_in(text: str) -> Iterator[str]:
    """Yields lines one by one, as a list of all would be many times as large as the text."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end].rstrip()
        start = end + 1
    yield text[start:].rstrip()


class Lines(Sequence[Line]):
    """Lines of a dump that are not blank, in order, and where they stand in it.

    Each line is described when it is asked for: a description takes many times its memory.

    Attributes:
        texts: the text of each.
        firsts, lasts: for each, the numbers of its first and last line in the dump, from 1.
        blanks, blanks_after: for each, the number of blank lines before it, and after it.
        widths: for each, its length as posts are measured.
    """

    __slots__ = ("_shapes", "blanks", "blanks_after", "firsts", "lasts", "texts", "widths")

    def __init__(
        self,
        texts: list[str],
        shapes: list[Shape],
        firsts: "array[int]",
        lasts: "array[int]",
        blanks: "array[int]",
        blanks_after: "array[int]",
        widths: "array[int]",
    ) -> None:
        self.texts = texts
        self._shapes = shapes
        self.firsts = firsts
        self.lasts = lasts
        self.blanks = blanks
        self.blanks_after = blanks_after
        self.widths = widths

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Line]:
        return map(_place, self.texts, self.blanks, self.blanks_after, self.widths, self._shapes)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> "Lines": ...
    def __getitem__(self, index: int | slice) -> "Line | Lines":
        if isinstance(index, int):
            return _place(
                self.texts[index],
                self.blanks[index],
                self.blanks_after[index],
                self.widths[index],
                self._shapes[index],
            )
        return Lines(
            self.texts[index],
            self._shapes[index],
            self.firsts[index],
            self.lasts[index],
            self.blanks[index],
            self.blanks_after[index],
            self.widths[index],
        )

    def worded(self) -> Iterator[WordedLine]:
        """The lines with what their words say; equal lines are mostly one object."""
        add_words = lru_cache(_REMEMBERED)(partial(_add_words, lru_cache(_REMEMBERED)(_words_of)))
        return map(add_words, self.texts, self.blanks, self.blanks_after, self.widths, self._shapes)


def read_lines(lines: Sequence[str], skipped: int = 0) -> Lines:
    """Describes every non-blank line; a hard-wrapped paragraph or a run of lines is one.

    In the dump, ``skipped`` lines stand before these.
    """
    runs = find_runs(lines)
    repeats = {run.numbers[0]: run.repeats for run in runs}
    groups = merge(
        group_wrapped(_without(runs, lines)),
        (run.numbers for run in runs),
        key=lambda numbers: numbers[0],
    )
    firsts, lasts = array("q"), array("q")
    for numbers in groups:
        firsts.append(numbers[0])
        lasts.append(numbers[-1])
    texts, shapes, widths = _described(lines, firsts, lasts, repeats)
    gaps = [after - last - 1 for last, after in zip(lasts, firsts[1:], strict=False)]
    return Lines(
        texts,
        shapes,
        _shifted(firsts, skipped + 1),
        _shifted(lasts, skipped + 1),
        array("q", chain([0], gaps)) if texts else array("q"),
        array("q", chain(gaps, [0])) if texts else array("q"),
        widths,
    )


def _described(
    lines: Sequence[str], firsts: Iterable[int], lasts: Iterable[int], repeats: Mapping[int, int]
) -> tuple[list[str], list[Shape], "array[int]"]:
    """The text, the shape and the width of each line; equal shapes are one object."""
    describe = lru_cache(_REMEMBERED)(_describe)
    known: dict[Shape, Shape] = {}
    texts, shapes, widths = [], [], array("q")
    for first, last in zip(firsts, lasts, strict=True):
        count = repeats.get(first, 0)
        text = lines[first] if count or first == last else " ".join(lines[first : last + 1])
        shape, width = describe(text)
        texts.append(text)
        shapes.append(known.setdefault(shape, shape))
        widths.append((width + 1) * count if count else width)
    return texts, shapes, widths


def _place(text: str, blanks: int, blanks_after: int, width: int, shape: Shape) -> Line:
    return Line(text, blanks, blanks_after, width, *shape)


def _shifted(numbers: Iterable[int], distance: int) -> "array[int]":
    return array("q", (number + distance for number in numbers))


def _without(runs: Sequence[Run], lines: Sequence[str]) -> Sequence[str]:
    """The lines, with those of runs blank."""
    if not runs:
        return lines
    kept = list(lines)
    for run in runs:
        for number in run.numbers:
            kept[number] = ""
    return kept


def _describe(text: str) -> tuple[Shape, int]:
    """The shape of a line, and its width."""
    opening = _OPENING.match(text)
    shape = Shape(
        features=find_features(text),
        ends_sentence=_STOP.search(text) is not None,
        has_emoji=not text.isascii() and _EMOJI.search(text) is not None,
        starts_lowercase=opening is not None and opening[1].islower(),
        starts_uppercase=opening is not None and opening[1].isupper(),
    )
    return shape, measure(text)


class _Words(NamedTuple):
    """What the words of a line say: the last fields of :class:`WordedLine`."""

    script: str
    language: str
    first_word: str
    stems: frozenset[str]
    number: str
    quote_style: int
    starts_with_connective: bool


def _add_words(
    words_of: Callable[[str], _Words],
    text: str,
    blanks: int,
    blanks_after: int,
    width: int,
    shape: Shape,
) -> WordedLine:
    words = words_of(text)
    return WordedLine(
        text,
        blanks,
        blanks_after,
        width,
        *shape,
        script=words.script,
        language=words.language,
        first_word=words.first_word,
        stems=words.stems,
        number=words.number,
        quote_style=words.quote_style,
        starts_with_connective=words.starts_with_connective,
    )


def _begins_with_figure(text: str) -> bool:
    """Whether a figure stands before the first letter, as in “3 and a half”."""
    opening = _ALPHANUMERIC.search(text)
    return opening is not None and opening[0].isdigit()


def _words_of(text: str) -> _Words:
    plain = _LINK.sub(" ", text) if "://" in text else text
    words = matches_in(plain, _WORD)
    lowered = list(interned(map(str.lower, words)))
    first_word = lowered[0] if lowered else ""
    number = NUMBER.match(text)
    return _Words(
        script="LATIN" if words and text.isascii() else _script(words),
        language=guess_language(lowered),
        first_word=first_word,
        stems=_stems(text, lowered),
        number=number[1] if number else "",
        quote_style=quote_style_of(text),
        starts_with_connective=first_word in CONNECTIVES and not _begins_with_figure(plain),
    )


def measure(text: str) -> int:
    """The length of a text as posts are measured: a link counts 23, a wide character 2."""
    width = len(text)
    if not text.isascii():
        width += len(_WIDE.findall(text))
    if "://" in text:
        width += sum(LINK_WIDTH - len(link) for link in _LINK.findall(text))
    return width


def _script(words: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for word in words:
        name = _script_of(word[0])
        counts[name] = counts.get(name, 0) + len(word)
    return max(counts, key=lambda name: (counts[name], name)) if counts else ""


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if name in {"HIRAGANA", "KATAKANA", "CJK"} else name


def _stems(text: str, lowered: Sequence[str]) -> frozenset[str]:
    stems = {word[:5] for word in lowered if len(word) > 3}
    if not text.isascii():
        stems.update(match[1] for match in _HAN_PAIR.finditer(text))
    return frozenset(stems) if stems else _NO_STEMS
