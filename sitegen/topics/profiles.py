"""Topic profiles: the topics that a text is nearest to, as a sentence encoder found them.

As a line, a profile has checksums of some words of the text, and the topics with their scores in
hundredths, separated by tabs.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.topics.words import stopwords

LEAST_SCORE = 0.25
"""The score from which a topic counts in a profile."""

_TOPIC = re.compile(r"(\d{1,3}) (\S.*)")
_ADDRESS = re.compile(r"\]\([^)\s]*|https?://\S+")
"""Addresses of links, which an import reads in Markdown, and a build does not."""
_WORD = re.compile(r"[^\W_]{4,}")
_MOST_WORDS = 8
_DIGITS = 4


class Profile(NamedTuple):
    """The profile of a text."""

    words: frozenset[str]
    """The checksums of some of its words."""
    scores: Mapping[str, int]
    """The topics that it is nearest to, with scores in hundredths; none if it is on no topic."""

    def fits(self, text: str) -> bool:
        """Whether a text still has at least half of these words, and so probably the profile."""
        found = _checksums(text)
        return 2 * len(self.words & found) >= len(self.words) if self.words else not found


def format_profile(text: str, scores: Iterable[tuple[str, int]]) -> str:
    """The profile of a text as a line, from its topics with their scores in hundredths."""
    words = "".join(sorted(_checksums(text))[:_MOST_WORDS])
    return "\t".join([words, *(f"{score} {title}" for title, score in scores)])


def parse_profile(line: str) -> Profile | None:
    """The profile in a line that ``format_profile`` made; None if it has another form."""
    words, *fields = line.split("\t")
    topics = [_TOPIC.fullmatch(field) for field in fields]
    scores = {match[2]: int(match[1]) for match in topics if match}
    starts = range(0, len(words), _DIGITS)
    checksums = frozenset(words[start : start + _DIGITS] for start in starts)
    return Profile(checksums, scores) if len(scores) == len(fields) else None


def _checksums(text: str) -> set[str]:
    """The checksums of the words of a text that are not too common to tell texts apart."""
    words = set(_WORD.findall(_ADDRESS.sub(" ", text.casefold()))) - stopwords()
    return {f"{zlib.crc32(word.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}" for word in words}
