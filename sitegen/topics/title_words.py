"""Tells which words may name a topic: not “Dans”, “Km”, “Tuesday” or “Nbsp”."""

import re
from collections.abc import Sequence

from sitegen.topics.words import (
    MARKS,
    all_function_words,
    is_english,
    is_function_word,
    uninformative_words,
)

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*(?:['’.-](?:[^\W_]|[{MARKS}])+)*")
_NUMBER = re.compile(r"\d[\d.,:/-]*(?:[^\W\d_]{1,2})?")
"""A number, with a unit or an ending of up to two letters, as in “10k” and “4th”."""


def is_telling_word(word: str, *, english: bool = False) -> bool:
    """Whether a topic may be named by a word.

    Function words, units, numbers, dates, words of markup and of posting itself are not telling.

    Args:
        word: the word, as written.
        english: whether the texts are in English. Otherwise the function words of all languages
            count, although “die” and “war” would be telling in English.
    """
    small = word.lower().replace("’", "'").strip("'.-°")
    is_letter = len(small) == 1 and small != small.upper()
    if is_letter or _NUMBER.fullmatch(small) or not any(map(str.isalpha, small)):
        return False
    if small in uninformative_words() or is_function_word(small):
        return False
    return english or small not in all_function_words()


def is_telling_title(title: str, *, english: bool = False) -> bool:
    """Whether any word of a title is telling."""
    return any(is_telling_word(word, english=english) for word in _WORD.findall(title))


def are_english(texts: Sequence[str]) -> bool:
    """Whether texts are in English on the whole."""
    return is_english([word.lower() for text in texts for word in _WORD.findall(text)])
