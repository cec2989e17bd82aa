"""Splits texts into tokens for the encoder, as BERT does (Devlin et al., 2019)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.text.labels import find_links
from sitegen.topics.wordpiece import WordPiece
from sitegen.topics.words import split_name

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_TOKEN = 40
"""The characters of a text that are looked at for each token, on average; links may be long."""
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "…": "."}
)
"""Signs that the vocabulary does not have, and those that it has instead."""


@dataclass(frozen=True, slots=True)
class TextTokenizer:
    """Splits a text into the numbers of its tokens."""

    vocabulary: Mapping[str, int]
    most: int
    """The maximum number of tokens of a text; what follows is not read."""

    def tokens_of(self, text: str) -> list[int]:
        """The numbers of a text's tokens. Addresses, and signs that are unknown, are left out."""
        pieces = WordPiece(self.vocabulary)
        found: list[int] = []
        for token in _TOKEN.findall(self._readable(text[: self.most * _LONGEST_TOKEN])):
            found += pieces.pieces_of(token)
            if len(found) >= self.most:
                break
        return found[: self.most]

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
