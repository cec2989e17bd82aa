"""The words of a short text, in a form in which two texts can be compared."""

import re
from collections import Counter
from collections.abc import Iterable

from sitegen.text import find_links

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST_PHRASE = 3

COMMON_WORDS = frozenset(
    """
    about actually after again all almost already also always and another any anything around
    because been before being best better between but can could does doing done down each else
    enough even ever every everyone everything few finally first for four from get gets getting give
    goes going good got great had half has have having here how into its just keep kept know known
    last least left less let life like little long look looking made make makes making many maybe
    minutes month more morning most much must never new next nobody nothing now off often old once
    one only other our out over own part perhaps place quite rather really right said same says
    second seems seven should since six small some someone something still stop such sure take takes
    taking tell ten than thank thanks that the their them then there these they thing things think
    third this those though thought three time times today together told tomorrow tonight too turns
    two under until very want wanted was way week well went were what when where which while who
    whole why will with without words would wrong year years yes yesterday yet you your
    """.split()  # noqa: SIM905 - two hundred words in quotes would not read better
)
"""Words that say nothing about what a text is about."""


def terms_of(text: str) -> Counter[str]:
    """The words of a text and its phrases of two and three words, each in its stem.

    URLs are left out. Handles and hashtags count as the words they are made of (``@RustNationUK``
    as three) and whole, with their sign.
    """
    plain: list[str] = []
    whole: list[str] = []
    position = 0
    for span in find_links(text):
        plain.append(text[position : span.start])
        position = span.end
        if span.kind != "url":
            plain.append(f" {_CAMEL.sub(' ', span.name)} ")
            whole.append(text[span.start] + span.name.casefold())
    words = words_of(" ".join([*plain, text[position:]]))
    return Counter([*_phrases(words), *whole])


def words_of(text: str) -> list[str]:
    """The stems of a text's words, in its order."""
    text = text.casefold().replace("’", "'").replace("'s", "")
    return [stem(word) for word in _WORD.findall(text)]


def stem(word: str) -> str:
    """The singular of an English word, by the S stemmer of Harman (JASIS 42, 1991)."""
    if word.endswith("ies") and not word.endswith(("aies", "eies")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")) and len(word) > 3:
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and len(word) > 3:
        return word[:-1]
    return word


def subject_words(terms: Iterable[str]) -> frozenset[str]:
    """The terms that can tie two texts together: names with their sign, and telling words."""
    return frozenset(
        term
        for term in terms
        if term[0] in "@#" or (len(term) > 4 and " " not in term and term not in COMMON_WORDS)
    )


def _phrases(words: list[str]) -> list[str]:
    return [
        " ".join(words[start : start + length])
        for length in range(1, _LONGEST_PHRASE + 1)
        for start in range(len(words) - length + 1)
    ]
