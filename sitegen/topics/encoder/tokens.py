"""Splits texts into tokens for the encoder, as BERT does (Devlin et al., 2019)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.text.labels import find_links
from sitegen.topics.wordpiece import WordPiece
from sitegen.topics.words import split_name, stopwords

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_TOKEN = 40
"""The characters of a text that are looked at for each token, on average; links may be long."""
_WHOLE = 32
"""The tokens of a text up to which its function words and punctuation are kept.

A short text means what its sentences say. Of a longer one, the rest decides on the topic by its
content words: neighbours of blog posts share as many tags without the others, for half the work.
"""
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "…": "."}
)
"""Signs that the vocabulary does not have, and those that it has instead."""


@dataclass(frozen=True, slots=True)
class TextTokenizer:
    """Splits a text into the numbers of its tokens."""

    vocabulary: Mapping[str, int]
    most: int
    """The maximum number of tokens of a text, with those left out; what follows is not read."""

    def tokens_of(self, text: str) -> list[int]:
        """The numbers of a text's tokens.

        Addresses, unknown signs, and function words after the start of a text are left out.
        """
        pieces = WordPiece(self.vocabulary)
        found: list[int] = []
        left_out = 0
        for token in _TOKEN.findall(self._readable(text[: self.most * _LONGEST_TOKEN])):
            numbers = pieces.pieces_of(token)
            if len(found) < _WHOLE or _has_content(token):
                found += numbers
            else:
                left_out += len(numbers)
            if len(found) + left_out >= self.most:
                break
        return found[: self.most - left_out]

    def _readable(self, text: str) -> str:
        """The text in lower case, without addresses, and with names split into words."""
        plain: list[str] = []
        position = 0
        for span in find_links(text):
            plain.append(text[position : span.start])
            position = span.end
            if span.kind != "url":
                plain.append(f" {' '.join(split_name(span.name, self.vocabulary))} ")
        plain.append(text[position:])
        return unicodedata.normalize("NFC", "".join(plain)).translate(_PLAIN).lower()


def _has_content(token: str) -> bool:
    return token.isalnum() and token not in stopwords()
