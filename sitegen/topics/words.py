"""Splits texts into normalised words, stems and phrases for comparison."""

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from sitegen.text.interning import SHORT, matches_in
from sitegen.text.labels import find_links, may_have_links

MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
"""Combining marks that belong to a letter: accents, and vowel signs of Hebrew, Arabic, the scripts
of India, Thai, Lao, Burmese and Khmer."""
_WORD = re.compile(rf"[^\W_]++(?:[{MARKS}]++[^\W_]*+)*+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])|_+")
_SHORTCODE = re.compile(r"(?<![\w:]):[A-Za-z0-9_+-]{2,50}:(?![\w:])")
"""The name of an emoji between colons, as social networks and messengers write it."""
_POSSESSIVE = re.compile(r"'s\b")
_TYPOGRAPHIC = re.compile("[\u2010-\u205e]+")
"""Dashes, quotation marks and the like; often all in a text that is not ASCII."""
_ASCII_SEPARATORS = {code: " " for code in range(128) if not chr(code).isalnum()}
_DOUBLED = re.compile(r"([bcdfgkmnprtv])\1$")
_VOWEL = re.compile("[aeiouy]")
_SILENT_E = re.compile("(?:qu|[^aeiouy])*+[aeiou][^aeiouwxy]")
"""A syllable that a silent e makes another word: “plan” and “plane”, “planning” and “planing”."""
_SHORTEST_SPLIT = 6
_ENGLISH_SHARE = 0.2
"""The least share of stop words in an English text."""
_PAST_LATIN = "\u0250"
WITHOUT_SPACES = "\u0e00"
"""From Thai on, most scripts in Unicode order have no spaces between words."""
Phrases = Mapping[tuple[str, str], Sequence[tuple[str, ...]]]
"""Stemmed phrases, by their first two words."""
_FOREIGN_STOPWORDS = frozenset(
    """
    al alla auf aux av au avec bei che com como con da dans das dei del della den der des det die
    dos du ein eine el ela ele em en er es est et ett foi för gli het ich il je jest la las le les
    lo los mais mas med mein meine mi mio mit más na nach nas nella nicht nie non nos nossa nosso
    não och oder os par para pas per pero por pour que qui qué se sich sie son sono su sua sul sur
    também también te til till tous tout très um uma un una und une unos uno van vi von voor w was
    wie wir wird y ya yo z zu zum zur à è était où
    """.split()  # noqa: SIM905 - a hundred words in quotes would not read better
)
"""Function words of other languages in Latin script."""


@functools.cache
def stopwords() -> frozenset[str]:
    """English words that say nothing about the subject of a text."""
    path = Path(__file__).parent / "stopwords.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Words of a language that say nothing about the subject of a text; empty if it is unknown."""
    return frozenset(_function_words_by_language().get(language.partition("-")[0], "").split())


@functools.cache
def all_function_words() -> frozenset[str]:
    """The function words of all languages but English."""
    return frozenset(
        word for words in _function_words_by_language().values() for word in words.split()
    )


@functools.cache
def uninformative_words() -> frozenset[str]:
    """Other words that name no topic: units, numbers, dates, words of markup and of posting."""
    path = Path(__file__).parent / "uninformative_words.toml"
    kinds = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(word for words in kinds.values() for word in words.split())


@functools.cache
def _function_words_by_language() -> Mapping[str, str]:
    path = Path(__file__).parent / "function_words.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words_of(text: str, ranks: Mapping[str, int]) -> list[str]:
    """All words of a text in lower case, in order.

    URLs and custom emoji (``:blobcat:``) are left out; handles and hashtags are split into words
    (``@RustNationUK`` into three).

    Args:
        text: the text.
        ranks: frequency ranks of known words, to split names without capitals.
    """
    if may_have_links(text):
        text = _split_names(text, ranks)
    if ":" in text:
        text = _SHORTCODE.sub(" ", text)
    text = text.replace("’", "'").lower()
    if "'s" in text:
        text = _POSSESSIVE.sub("", text)
    if not text.isascii():
        text = _TYPOGRAPHIC.sub(" ", text)
    if text.isascii() and len(text) <= SHORT:  # several times as fast as the pattern
        return text.translate(_ASCII_SEPARATORS).split()
    return matches_in(text, _WORD)


def content_words(words: list[str]) -> list[str]:
    """The words without stop words and single letters, each once, in order of first use."""
    common = stopwords()
    return [word for word in dict.fromkeys(words) if word not in common and len(word) > 1]


def is_function_word(word: str, language: str = "en") -> bool:
    """Whether a word says nothing about the subject of a text.

    Args:
        word: the word, in lower case.
        language: the language of the texts; English function words count in any.
    """
    is_listed = word in stopwords() or word in _FOREIGN_STOPWORDS
    return is_listed or word in function_words(language)


@functools.lru_cache(maxsize=65536)
def phrase_of(text: str) -> tuple[str, ...]:
    """The stems of a phrase's words, equal for all its forms; a hyphen counts as a space."""
    text = text.lower()
    if "'s" in text:
        text = _POSSESSIVE.sub("", text)
    return (stem(text),) if text.isalnum() else tuple(map(stem, _WORD.findall(text)))


def phrases_in(words: Sequence[str], known: Phrases) -> list[str]:
    """The known phrases in a text, each once, as written there."""
    stems = tuple(map(stem, words))
    if known.keys().isdisjoint(pairwise(stems)):  # as in nearly all texts
        return []
    found: dict[str, None] = {}
    for index, pair in enumerate(pairwise(stems)):
        for phrase in known.get(pair, ()):
            end = index + len(phrase)
            if stems[index:end] == phrase:
                found[" ".join(words[index:end])] = None
    return list(found)


def fragments_of(words: list[str]) -> list[str]:
    """Parts of words for comparing texts in an unknown language.

    For a long word, ``~`` and its first four letters, in place of a stem; for a word in a script
    without spaces, its pairs of characters, many of which are words.
    """
    found: dict[str, None] = {}
    for word in words:
        if word >= WITHOUT_SPACES:
            found |= dict.fromkeys(word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) > _SHORTEST_SPLIT - 1:
            found[f"~{word[:4]}"] = None
    return list(found)


def is_foreign(words: list[str]) -> bool:
    """Whether a text is in another language than English, judging by its function words."""
    if not words:
        return False
    others = [word for word in words if word in _FOREIGN_STOPWORDS or not word.isascii()]
    if len(others) * 8 <= len(words):
        return False
    if sum(word[0] >= _PAST_LATIN for word in others) * 2 > len(words):
        return True
    return len(others) > sum(word in stopwords() and word != "a" for word in words)


def is_english(words: Sequence[str]) -> bool:
    """Whether a text has as many English stop words as English texts have."""
    return sum(word in stopwords() for word in words) >= _ENGLISH_SHARE * max(len(words), 1)


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its English ending, equal for all its forms; not always a word itself."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest) and not word.endswith("eed"):
            word = _DOUBLED.sub(r"\1", rest)
            return f"{rest}e" if _SILENT_E.fullmatch(rest) else word.removesuffix("e")
    is_silent = word.endswith("e") and len(word) > 3 and not _SILENT_E.fullmatch(word[:-1])
    return word[:-1] if is_silent else word


def _split_names(text: str, ranks: Mapping[str, int]) -> str:
    plain: list[str] = []
    position = 0
    for span in find_links(text):
        plain.append(text[position : span.start])
        position = span.end
        if span.kind != "url":
            plain += [f" {part} " for part in split_name(span.name, ranks)]
    return "".join([*plain, text[position:]])


def split_name(name: str, ranks: Mapping[str, int]) -> list[str]:
    """Splits a handle or hashtag into words, by its capitals or by known words."""
    parts = [part for part in _CAMEL.split(name) if part]
    return [word for part in parts for word in _split_by_words(part, ranks)]


def _split_by_words(part: str, ranks: Mapping[str, int]) -> list[str]:
    """Splits a part into the most frequent known words of three letters or more, if possible."""
    part = part.lower()
    if len(part) < _SHORTEST_SPLIT or part in ranks or not part.isascii():
        return [part]
    best: list[tuple[int, list[str]] | None] = [(0, [])] + [None] * len(part)
    for end in range(3, len(part) + 1):
        for start in range(end - 2):
            before, word = best[start], part[start:end]
            if before is None or word not in ranks:
                continue
            cost = before[0] + ranks[word].bit_length() + 1
            found = best[end]
            if found is None or cost < found[0]:
                best[end] = (cost, [*before[1], word])
    whole = best[-1]
    return whole[1] if whole else [part]
