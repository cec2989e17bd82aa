"""The WordPiece tokenizer of BERT (Devlin et al., 2019), for single words in lower case."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_LONGEST = 100
_CONTINUED = "##"


@dataclass(frozen=True, slots=True)
class WordPiece:
    """Splits a word greedily into the longest tokens of a vocabulary."""

    vocabulary: Mapping[str, int]

    def pieces_of(self, word: str) -> list[int]:
        """The numbers of a word's tokens; empty if a part of it matches none."""
        word = _without_accents(word)
        if len(word) > _LONGEST:
            return []
        found: list[int] = []
        start = 0
        while start < len(word):
            sign = _CONTINUED if start else ""
            for end in range(len(word), start, -1):
                number = self.vocabulary.get(sign + word[start:end])
                if number is not None:
                    break
            else:
                return []
            found.append(number)
            start = end
        return found


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word)
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")
