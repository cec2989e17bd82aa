"""The words of a text, in a form in which two texts can be compared."""

import functools
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from sitegen.text.interning import interned
from sitegen.text.labels import find_links

_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u200c\u200d"
"""What stands on or beside a letter as a part of it: accents, Arabic and Indic vowel signs."""
_WORD = re.compile(rf"[^\W_]++(?:[{_MARKS}]++[^\W_]*+)*+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])|_+")
_POSSESSIVE = re.compile(r"'s\b")
_DOUBLED = re.compile(r"([bcdfgkmnprtv])\1$")
_VOWEL = re.compile("[aeiouy]")
_SHORTEST_GLUED = 6
_PAST_LATIN = "\u0250"
_WITHOUT_SPACES = "\u0e00"
"""From Thai on, most scripts put no spaces between words."""
Phrases = Mapping[str, Sequence[tuple[str, ...]]]
_ELSEWHERE = frozenset(
    """
    al alla auf aux av au avec bei com como con da dans das dei del della den der des det die dos du
    ein eine el em en er es est et ett för gli het ich il je jest la las le les lo los mais mas med
    mein meine mi mit más na nach nas nicht nie non não nos och oder os par para pas per pero por
    pour que qui qué se sich sie son sono su sur também también te til till tous tout très um uma un
    una und une unos uno van vi von voor w was wie wir wird y ya yo z zu zum zur à è était où
    """.split()  # noqa: SIM905 - a hundred words in quotes would not read better
)
"""Short words of the other languages in Latin script."""


@functools.cache
def stopwords() -> frozenset[str]:
    """English words that say nothing about what a text is about."""
    path = Path(__file__).parent / "stopwords.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def words_of(text: str, ranks: Mapping[str, int]) -> list[str]:
    """All words of a text in lower case, in its order.

    URLs are left out; handles and hashtags count as the words that they are made of
    (``@RustNationUK`` as three).

    Args:
        text: what to read.
        ranks: the words that are known, frequent ones lowest, to take glued names apart.
    """
    if "@" in text or "#" in text or "://" in text:
        text = _take_names_apart(text, ranks)
    text = text.replace("’", "'").lower()
    found = _WORD.finditer(_POSSESSIVE.sub("", text) if "'s" in text else text)
    return list(interned(word[0] for word in found))


def telling_words(words: list[str]) -> list[str]:
    """The words that may say what a text is about, each once, in the order of their first use."""
    common = stopwords()
    return [word for word in dict.fromkeys(words) if word not in common and len(word) > 1]


def is_small_word(word: str) -> bool:
    """Whether a word says nothing about what a text is about, in English or a language near it."""
    return word in stopwords() or word in _ELSEWHERE


def phrase_of(text: str) -> tuple[str, ...]:
    """The stems of a phrase's words, the same for all its forms; a hyphen is a space."""
    text = _POSSESSIVE.sub("", text.lower())
    return (stem(text),) if text.isalnum() else tuple(map(stem, _WORD.findall(text)))


def phrases_in(words: Sequence[str], known: Phrases) -> list[str]:
    """The known phrases that are in a text, each once, as it writes them.

    Args:
        words: all words of the text, in its order.
        known: phrases by the stem of their first word.
    """
    stems = [stem(word) for word in words]
    found: dict[str, None] = {}
    for place, first in enumerate(stems):
        for phrase in known.get(first, ()):
            if tuple(stems[place : place + len(phrase)]) == phrase:
                found[" ".join(words[place : place + len(phrase)])] = None
    return list(found)


def fragments_of(words: list[str]) -> list[str]:
    """Parts of words in which texts of a language not known can be compared.

    The first four letters of a long word stand for its forms, marked with ``~``; a run in a script
    without spaces gives its pairs of characters, many of them words.
    """
    found: dict[str, None] = {}
    for word in words:
        if word >= _WITHOUT_SPACES:
            found |= dict.fromkeys(word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) > _SHORTEST_GLUED - 1:
            found[f"~{word[:4]}"] = None
    return list(found)


def is_foreign(words: list[str]) -> bool:
    """Whether a text is in another language than English, as far as its short words show."""
    if not words:
        return False
    others = [word for word in words if word in _ELSEWHERE or not word.isascii()]
    if len(others) * 8 <= len(words):
        return False
    if sum(word[0] >= _PAST_LATIN for word in others) * 2 > len(words):
        return True
    return len(others) > sum(word in stopwords() for word in words)


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its English ending, the same for all its forms; not always a word itself."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest) and not word.endswith("eed"):
            word = _DOUBLED.sub(r"\1", rest)
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _take_names_apart(text: str, ranks: Mapping[str, int]) -> str:
    plain: list[str] = []
    position = 0
    for span in find_links(text):
        plain.append(text[position : span.start])
        position = span.end
        if span.kind != "url":
            plain += [f" {part} " for part in split_name(span.name, ranks)]
    return "".join([*plain, text[position:]])


def split_name(name: str, ranks: Mapping[str, int]) -> list[str]:
    """The words that a handle or hashtag is made of, by its capitals or by what is known."""
    parts = [part for part in _CAMEL.split(name) if part]
    return [word for part in parts for word in _split_glued(part, ranks)]


def _split_glued(part: str, ranks: Mapping[str, int]) -> list[str]:
    """The cheapest way to read a part as known words of three letters and more, if there is one."""
    part = part.lower()
    if len(part) < _SHORTEST_GLUED or part in ranks or not part.isascii():
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
