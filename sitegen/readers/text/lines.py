"""What can be seen of one line of a dump without knowing its neighbours."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sitegen.readers.text.folds import group_folded
from sitegen.readers.text.languages import LEANING_WORDS, guess_language
from sitegen.readers.text.runs import Run, find_runs
from sitegen.readers.text.traits import NUMBER, find_curliness, find_traits
from sitegen.text.interning import interned
from sitegen.text.labels import without_controls

LINK_WIDTH = 23
"""What any link counts in the length of a post, as the social networks count it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LINK = re.compile(r"https?://\S+")
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]"
)
_HAN_PAIR = re.compile(r"(?=([\u30a1-\u30ff\u4e00-\u9fff]{2}))")
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]")
_OPENING = re.compile(r"[\"'“‘«(¿¡—–-]*\s?([^\W_])")
_STOP = re.compile(r"""[.!?…。！？।؟۔][\s"'”’»«)\]）」』]*$""")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dump, a paragraph that was folded to a fixed width, or a run of equal lines."""

    text: str
    first: int
    """The number in the dump of its first line, from 1."""
    last: int
    blanks: int
    """Blank lines before it, none before the first."""
    blanks_after: int
    """Blank lines after it, none after the last."""
    width: int
    """Its length as posts are measured: a link counts 23, a wide character 2."""
    script: str
    """The writing of most of its letters, such as ``LATIN`` or ``CJK``; empty without letters."""
    language: str
    """A guess from its commonest words; empty where they do not tell."""
    first_word: str
    stems: frozenset[str]
    """The beginnings of its longer words, to see whether two lines share some."""
    traits: frozenset[str]
    """The names of all that its characters show; see ``traits``."""
    number: str
    """The number or letter of a list that it opens with; empty without one."""
    curliness: int
    """1 if its quotation marks and apostrophes are curly, -1 if straight, 0 if neither or both."""
    stopped: bool
    """Whether it ends as a sentence does."""
    emoji: bool
    small: bool
    """Whether its first character is a small letter."""
    capital: bool
    """Whether its first character is a capital."""
    leaning: bool
    """Whether it begins with a word such as “and” that leans on what came before."""


def split_lines(text: str) -> list[str]:
    """The lines of a text without white space at their ends; controls become spaces."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return list(interned(_lines_in(without_controls(text))))


def _lines_in(text: str) -> Iterator[str]:
    """The lines one by one, as a list of all of them would be many times as large as the text."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end].rstrip()
        start = end + 1
    yield text[start:].rstrip()


def read_lines(lines: Sequence[str], skipped: int = 0) -> list[Line]:
    """Describes every line that is not blank; folded paragraphs and runs come out as one.

    Args:
        lines: consecutive lines of a dump.
        skipped: how many lines of the dump are before them.
    """
    runs = find_runs(lines)
    groups: list[Sequence[int]] = [*group_folded(_without(runs, lines))]
    groups = sorted([*groups, *(run.numbers for run in runs)], key=lambda numbers: numbers[0])
    repeats = {run.numbers[0]: run.repeats for run in runs}
    gaps = [after[0] - before[-1] - 1 for before, after in pairwise(groups)]
    described: dict[str, Line] = {}
    found = []
    for group, gap, following in zip(groups, [0, *gaps], [*gaps, 0], strict=False):
        count = repeats.get(group[0], 0)
        text = lines[group[0]] if count else " ".join(lines[n] for n in group)
        if text not in described:
            described[text] = _describe(text)
        look = described[text]
        found.append(
            replace(
                look,
                first=group[0] + skipped + 1,
                last=group[-1] + skipped + 1,
                blanks=gap,
                blanks_after=following,
                width=(look.width + 1) * count if count else look.width,
            )
        )
    return found


def _without(runs: Sequence[Run], lines: Sequence[str]) -> Sequence[str]:
    """The lines, blank where a run is."""
    if not runs:
        return lines
    kept = list(lines)
    for run in runs:
        for number in run.numbers:
            kept[number] = ""
    return kept


def _describe(text: str) -> Line:
    plain = _LINK.sub(" ", text) if "://" in text else text
    words = list(interned(found[0] for found in _WORD.finditer(plain)))
    lowered = list(interned(word.lower() for word in words))
    first_word = lowered[0] if lowered else ""
    opening = _OPENING.match(text)
    number = NUMBER.match(text)
    return Line(
        text=text,
        first=1,
        last=1,
        blanks=0,
        blanks_after=0,
        width=measure(text),
        script="LATIN" if words and text.isascii() else _script(words),
        language=guess_language(lowered),
        first_word=first_word,
        stems=_stems(text, lowered),
        traits=find_traits(text),
        number=number[1] if number else "",
        curliness=find_curliness(text),
        stopped=_STOP.search(text) is not None,
        emoji=not text.isascii() and _EMOJI.search(text) is not None,
        small=opening is not None and opening[1].islower(),
        capital=opening is not None and opening[1].isupper(),
        leaning=first_word in LEANING_WORDS,
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
    return frozenset(stems)
