"""The numeric form of texts: word numbers, and an embedding vector for each text."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.topics.embeddings import Model, WordTokens
from sitegen.topics.grouping_types import Floats, Numbers, Subject, TextEncoder
from sitegen.topics.topic_translations import false_friends
from sitegen.topics.word_vectors import WordVectors
from sitegen.topics.words import (
    Phrases,
    all_function_words,
    content_words,
    fragments_of,
    is_english,
    is_foreign,
    is_function_word,
    phrases_in,
    stem,
    uninformative_words,
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
    lengths: Numbers
    """How many words each text has, all counted."""
    vectors: Floats
    """The embedding of each text, a unit vector; zero if the model does not know its language."""
    foreign: frozenset[int]
    """The texts in other languages than the model's."""
    tokens: WordTokens
    """The tokens of the words."""

    def __len__(self) -> int:
        return len(self.starts) - 1


def read_corpus(
    texts: Sequence[str],
    model: Model,
    phrases: Phrases | None = None,
    encoder: TextEncoder | None = None,
    language: str = "en",
    kept_words: frozenset[str] = frozenset(),
) -> Corpus:
    """The words and vectors of texts.

    Args:
        texts: the texts.
        model: the vectors of words.
        phrases: what is added as words if it is found in texts, unembedded.
        encoder: what gives texts their vectors; by default, they are sums of their words' vectors.
        language: the language of most texts. A text without English stop words is in it.
        kept_words: words, or their stems, that are kept although they are function words of some
            language, or mean something else in English.
    """
    numbers: dict[str, int] = {}
    flat = array("q")
    starts, lengths = array("q", [0]), array("q")
    foreign, empty = set(), set()
    for index, text in enumerate(texts):
        said = words_of(text, model.vocabulary)
        content = content_words(said)
        if phrases:
            content += phrases_in(said, phrases)
        if model.english and (is_foreign(said) or (language != "en" and not is_english(said))):
            foreign.add(index)
            content = _foreign_words(content, language, kept_words)
        if sum(map(len, content)) < _LEAST_LETTERS:
            empty.add(index)
        flat.extend([numbers.setdefault(word, len(numbers)) for word in content])
        starts.append(len(flat))
        lengths.append(len(said))
    known = tuple(numbers)
    words, edges, counts = (np.array(some, dtype=np.int64) for some in (flat, starts, lengths))
    tokens = WordTokens(known, model)
    if encoder:
        unread = foreign | empty
        vectors = encoder.encode(["" if n in unread else text for n, text in enumerate(texts)])
    else:
        vectors = unit(_sum_vectors(tokens, model, words, edges))
        vectors[sorted(foreign)] = 0
    return Corpus(known, words, edges, counts, vectors, frozenset(foreign), tokens)


def subject_words(subjects: Sequence[Subject]) -> frozenset[str]:
    """Words that name a subject, whatever they mean in other languages.

    They are the local words, and the stems of the editor's words that are no function words.
    """
    stop_words = all_function_words() | uninformative_words()
    offered = (stem(w) for s in subjects if s.offered for w in s.words if w not in stop_words)
    local = (word for s in subjects for word in s.local_words if word.isalnum())
    return frozenset((*offered, *local))


def _foreign_words(content: Sequence[str], language: str, kept_words: frozenset[str]) -> list[str]:
    """The words, and fragments of them, by which texts are compared that the model cannot read."""
    stop_words = all_function_words() | uninformative_words()
    friends = false_friends(language)
    kept = [
        word
        for word in content
        if word in kept_words
        or stem(word) in kept_words
        or (word not in stop_words and word not in friends and not is_function_word(word))
    ]
    return kept + fragments_of(kept)


def number_words(texts: Sequence[Sequence[str]]) -> tuple[Numbers, tuple[str, ...]]:
    """The words of texts as concatenated numbers, and the word of each number."""
    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(word, len(numbers)) for words in texts for word in words]
    return np.array(flat, dtype=np.int64), tuple(numbers)


def _sum_vectors(tokens: WordTokens, model: Model, flat: Numbers, starts: Numbers) -> Floats:
    """For each text, the sum of its words' vectors."""
    sums = np.zeros((len(starts) - 1, model.rows.shape[1]), dtype=np.float32)
    for begin, vectors, rows in WordVectors(tokens, flat).pieces():
        first = int(np.searchsorted(starts, begin, side="right")) - 1
        last = int(np.searchsorted(starts, begin + len(rows), side="left"))
        edges = np.clip(starts[first : last + 1] - begin, 0, len(rows))
        _add_rows(sums[first:last], vectors, rows, edges)
    return sums


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
    sums = np.zeros((len(starts) - 1, rows.shape[1]), dtype=np.float32)
    _add_rows(sums, rows, flat, starts, values)
    return sums


def _add_rows(
    sums: Floats, rows: Floats, flat: Numbers, starts: Numbers, values: Floats | None = None
) -> None:
    """Adds the rows of each run of ``flat`` to its sum, in order."""
    lengths = np.diff(starts)
    order = np.argsort(-lengths, kind="stable")
    for begin in range(0, len(order), _BATCH):
        batch = order[begin : begin + _BATCH]
        part = sums[batch]
        for step in range(int(lengths[batch[0]])):
            longer = int(np.searchsorted(-lengths[batch], -step, side="left"))
            entries = starts[batch[:longer]] + step
            added = rows[flat[entries]]
            part[:longer] += added if values is None else added * values[entries, None]
        sums[batch] = part


def unit(vectors: Floats) -> Floats:
    """The vectors scaled to length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
