"""The numeric form of texts: word numbers, and an embedding vector for each text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.topics.embeddings import Model
from sitegen.topics.grouping_types import Floats, Numbers, TextEncoder
from sitegen.topics.topic_translations import false_friends
from sitegen.topics.words import (
    Phrases,
    all_function_words,
    content_words,
    fragments_of,
    is_english,
    is_foreign,
    is_function_word,
    phrases_in,
    untelling_words,
    words_of,
)

_LEAST_LETTERS = 4
"""The fewest letters, in content words, of a text that an encoder reads: “Hm.” has no subject."""
_BATCH = 2048
"""How many texts are processed at a time, to limit memory."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The words and vectors of some texts."""

    words: tuple[str, ...]
    """The distinct content words, and listed phrases, of all texts."""
    flat: Numbers
    """The numbers of each text's content words, concatenated."""
    starts: Numbers
    """Where each text starts in ``flat``, and one more entry for the end."""
    vectors: Floats
    """The embedding of each text, a unit vector; zero if the model does not know its language."""
    foreign: frozenset[int]
    """The texts in other languages than the model's."""

    def words_in(self, text: int) -> Numbers:
        """The numbers of a text's content words."""
        return self.flat[self.starts[text] : self.starts[text + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1


def read_corpus(
    texts: Sequence[str],
    model: Model,
    phrases: Phrases | None = None,
    encoder: TextEncoder | None = None,
    language: str = "en",
) -> Corpus:
    """The words and vectors of texts.

    Args:
        texts: the texts.
        model: the vectors of words.
        phrases: what is added as words if it is found in texts, unembedded.
        encoder: what gives texts their vectors; by default, they are sums of their words' vectors.
        language: the language of most texts. A text without English stop words is in it.
    """
    contents: list[list[str]] = []
    foreign = set()
    for index, text in enumerate(texts):
        words = words_of(text, model.vocabulary)
        content = content_words(words)
        if phrases:
            content += phrases_in(words, phrases)
        if model.english and (is_foreign(words) or (language != "en" and not is_english(words))):
            foreign.add(index)
            silent = all_function_words() | untelling_words() | false_friends(language)
            content = [w for w in content if w not in silent and not is_function_word(w)]
            content += fragments_of(content)
        contents.append(content)
    flat, known = number_words(contents)
    starts = np.cumsum([0, *map(len, contents)])
    if encoder:
        empty = {n for n, content in enumerate(contents) if len("".join(content)) < _LEAST_LETTERS}
        vectors = encoder.encode(
            ["" if index in foreign | empty else text for index, text in enumerate(texts)]
        )
    else:
        vectors = unit(sum_rows(model.vectors_of(known), flat, starts))
        vectors[sorted(foreign)] = 0
    return Corpus(known, flat, starts, vectors, frozenset(foreign))


def number_words(texts: Sequence[Sequence[str]]) -> tuple[Numbers, tuple[str, ...]]:
    """The words of texts as concatenated numbers, and the word of each number."""
    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(word, len(numbers)) for words in texts for word in words]
    return np.array(flat, dtype=np.int64), tuple(numbers)


def sum_words(corpus: Corpus, rows: Floats) -> Floats:
    """For each text, the sum of its words' rows."""
    return sum_rows(rows, corpus.flat, corpus.starts)


def sum_rows(rows: Floats, flat: Numbers, starts: Numbers, values: Floats | None = None) -> Floats:
    """For each run of ``flat``, the sum of the rows that it names, in order.

    The first entries of all runs are added at once, then the second, and so on. This is many times
    faster than ``add.reduceat`` on rows, and the order of additions is always the same.

    Args:
        rows: what to add.
        flat: row numbers, the runs concatenated.
        starts: where each run starts, and one more entry for the end.
        values: a factor for each entry.
    """
    lengths = np.diff(starts)
    order = np.argsort(-lengths, kind="stable")
    sums = np.zeros((len(lengths), rows.shape[1]), dtype=np.float32)
    for begin in range(0, len(order), _BATCH):
        batch = order[begin : begin + _BATCH]
        part = np.zeros((len(batch), rows.shape[1]), dtype=np.float32)
        for step in range(int(lengths[batch[0]])):
            longer = int(np.searchsorted(-lengths[batch], -step, side="left"))
            entries = starts[batch[:longer]] + step
            added = rows[flat[entries]]
            part[:longer] += added if values is None else added * values[entries, None]
        sums[batch] = part
    return sums


def unit(vectors: Floats) -> Floats:
    """The vectors scaled to length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
