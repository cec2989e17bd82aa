"""Tells which English words are often mentioned in passing, and so say little of a subject."""

import functools
import tomllib
from pathlib import Path

from sitegen.topics.words import stem


def is_in_passing(listed: str) -> bool:
    """Whether what a topic lists is a single word that posts on anything mention.

    A phrase is not: it says in which sense its words are meant.
    """
    return " " not in listed and stem(listed.lower()) in _stems()


@functools.cache
def _stems() -> frozenset[str]:
    path = Path(__file__).with_name("words_in_passing.toml")
    kinds = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(stem(word) for words in kinds.values() for word in words.split())
