"""The words of texts that count most for the subject that each is about."""

from collections.abc import Sequence

import numpy as np

from sitegen.topics.corpus import Corpus, unit
from sitegen.topics.embeddings import Model
from sitegen.topics.grouping_types import Floats, Numbers
from sitegen.topics.scoring_tables import scoring_tables
from sitegen.topics.topic_scoring import DECIMALS, Scores
from sitegen.topics.word_vectors import WordVectors

_LEAST_WEIGHT = 0.06
"""The least weight of a word that is named among the deciding ones."""
_MOST_WORDS = 5


def deciding_words(
    corpus: Corpus, scores: Scores, model: Model, subjects: Sequence[int]
) -> list[tuple[str, ...]]:
    """Up to five words and phrases of each text that count most for its subject, in order.

    None shares a word with an earlier one.

    Args:
        corpus: the texts.
        scores: their scores.
        model: the vectors of words.
        subjects: the index of the subject of each text; -1 for a text that gets no words.
    """
    lengths = np.diff(corpus.starts)
    chosen = np.repeat(np.asarray(subjects, dtype=np.int64), lengths)
    flat, chosen = corpus.flat[chosen >= 0], chosen[chosen >= 0]
    near = _nearness(corpus, scores, model, flat, chosen)
    listed = scores.listed[scores.rows[flat], chosen]
    weights: Floats = np.round(listed + np.float32(0.3) * np.maximum(near, 0), DECIMALS)
    found = []
    end = 0
    for subject, length in zip(subjects, lengths.tolist(), strict=True):
        start, end = end, end + (length if subject >= 0 else 0)
        found.append(_heaviest(corpus, flat[start:end].tolist(), weights[start:end].tolist()))
    return found


def _nearness(
    corpus: Corpus, scores: Scores, model: Model, flat: Numbers, subjects: Numbers
) -> Floats:
    """The similarity of each word to the subject of its text."""
    prototypes = scoring_tables(scores.subjects, model).prototypes.T
    near = np.zeros(len(flat), dtype=np.float32)
    for begin, vectors, rows in WordVectors(corpus.tokens, flat).pieces():
        part = slice(begin, begin + len(rows))
        near[part] = (unit(vectors) @ prototypes)[rows, subjects[part]]
    return near


def _heaviest(corpus: Corpus, numbers: Sequence[int], weights: Sequence[float]) -> tuple[str, ...]:
    found: list[str] = []
    for index in sorted(range(len(weights)), key=weights.__getitem__, reverse=True):
        if weights[index] <= _LEAST_WEIGHT or len(found) == _MOST_WORDS:
            break
        word = corpus.words[numbers[index]]
        if word.startswith("~"):  # a part of a word in an unknown language
            continue
        if not set(word.split()) & set(" ".join(found).split()):
            found.append(word)
    return tuple(found)
