"""Scores each text for each subject.

A score is the cosine similarity of the text and the subject's prototype, minus the bias of the
subject (how near posts about nothing are to it), plus a bonus for each word or phrase that the
subject lists. The editor's own topics get a head start.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.corpus import Corpus, sum_rows
from sitegen.topics.embeddings import Model
from sitegen.topics.encoder.scoring import similarity_scores
from sitegen.topics.grouping_types import Floats, Numbers, Subject, TextEncoder
from sitegen.topics.scoring_tables import ScoringTables, background_posts, scoring_tables
from sitegen.topics.words import phrase_of, stem
from sitegen.topics.words_in_passing import is_in_passing

ACCEPTED = 0.4
"""The least score at which a text belongs to a subject."""

_LITERAL = 0.3
"""The bonus for a rare word, or a phrase, that only one subject lists."""
_IN_PASSING = 0.5
"""The factor for listed words that are often mentioned in passing, as are all of some subjects."""
_FOREIGN_IN_PASSING = 0.9
"""The same in a text whose language the model does not know: there, only words count at all."""
_MOST_LITERAL = 1.6
_LITERAL_BESIDE_ENCODER = 0.65
"""The factor for all listed words of a text that an encoder read."""
_LITERAL_BESIDE_MODEL = 1.33
"""The same for a text with the vectors of its words, which say less of its subject than they do."""
_FOREIGN = 1.5
"""The factor for listed words in a text whose language the model does not know."""
_SHORTEST_BEGINNING = 4
_SHORTEST_FIRST_PART = 3
"""The least number of letters before the last part of a compound."""
_INFLECTIONS = ("", "e", "en", "er", "n", "s")
"""What German nouns may end with."""
_SHORT = 25
"""Listed words count in full in texts of up to this many content words; longer ones have some by
chance."""
_OFFERED_BONUS = 0.1
_CLEAR = 0.55
"""The score at which an editor's topic needs none of its words in the text."""
_WHOLE_WORD = 0.29
"""The least bonus that counts as evidence: that of one listed word, or of two halves."""
_BATCH = 4096
DECIMALS = 4
"""Scores are rounded before they are compared, for the same result on every machine."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of texts for subjects."""

    subjects: tuple[Subject, ...]
    table: Floats
    """A row for each text, a column for each subject."""
    listed: Floats
    """What each word that a subject lists adds to each subject; the first row, of others, is 0."""
    rows: Numbers
    """The row of each word of the corpus in ``listed``."""


def score_texts(
    corpus: Corpus,
    subjects: Sequence[Subject],
    model: Model,
    encoder: TextEncoder | None = None,
    tables: ScoringTables | None = None,
) -> Scores:
    """The scores of every text for every subject."""
    tables = tables or scoring_tables(tuple(subjects), model)
    prototypes = tables.prototypes
    offered = np.array([subject.offered for subject in subjects])
    listed, rows = _listed_words(corpus, tables, model)
    bonus = _sum_listed(corpus, listed, rows) * _damping(corpus)[:, None]
    factors = np.full(len(subjects), _FOREIGN, dtype=np.float32)
    factors[_in_passing(subjects)] *= _FOREIGN_IN_PASSING / _IN_PASSING
    bonus[sorted(corpus.foreign)] *= factors
    table = np.minimum(bonus, _MOST_LITERAL)
    beside = _LITERAL_BESIDE_ENCODER if encoder else _LITERAL_BESIDE_MODEL
    table[corpus.vectors.any(axis=1)] *= beside
    if encoder:
        table += similarity_scores(corpus.vectors, tuple(subjects), background_posts(), encoder)
    else:
        _add_products(table, corpus.vectors, prototypes)
        table[corpus.vectors.any(axis=1)] -= _bias(tables, offered)
    table += np.where(offered, _OFFERED_BONUS, 0).astype(np.float32)
    return Scores(tuple(subjects), np.round(table, DECIMALS), listed, rows)


def _add_products(table: Floats, vectors: Floats, prototypes: Floats) -> None:
    """Adds the product of each vector with each prototype to the table.

    In double precision, as the order of additions depends on the number of rows and of threads, and
    must not affect the rounded scores.
    """
    exact = prototypes.T.astype(np.float64)
    for start in range(0, len(vectors), _BATCH):
        rows = slice(start, start + _BATCH)
        table[rows] += vectors[rows].astype(np.float64) @ exact


def _bias(tables: ScoringTables, offered: NDArray[np.bool_]) -> Floats:
    """How much nearer than average posts about nothing are to each; half for the editor's."""
    near = tables.background.astype(np.float64) @ tables.prototypes.T
    if not len(near):  # without any subject
        return np.zeros(0, dtype=np.float32)
    return np.asarray((near - near.mean()) * np.where(offered, 0.5, 1), dtype=np.float32)


def _sum_listed(corpus: Corpus, listed: Floats, rows: Numbers) -> Floats:
    """For each text, the sum of what its listed words add to each subject."""
    found = rows[corpus.flat]
    counts = np.append(0, np.cumsum(found > 0))
    return sum_rows(listed, found[found > 0], counts[corpus.starts])


def _listed_words(corpus: Corpus, tables: ScoringTables, model: Model) -> tuple[Floats, Numbers]:
    """The bonus of listed words for each subject that lists them, and the row of each word.

    For an editor's subject it is full, or half if a verb form only shares the stem: “training” is
    no match for “Night trains”. For a built-in one it is less if the word is common, often
    mentioned in passing, or listed by several subjects.
    """
    subjects = tables.subjects
    actions = {
        (stem(word), number)
        for number, subject in enumerate(subjects)
        if subject.offered
        for word in (*subject.words, *subject.learned)
        if _is_action(word)
    }
    found = {
        number: claimed
        for number, word in enumerate(corpus.words)
        if not word.startswith("~") and (claimed := _claims_of(word, tables))
    }
    rows = np.zeros(len(corpus.words), dtype=np.int64)
    rows[list(found)] = np.arange(1, len(found) + 1)
    listed = np.zeros((len(found) + 1, len(subjects)), dtype=np.float32)
    in_passing = _in_passing(subjects)
    whole = ~in_passing & ~np.array([subject.offered for subject in subjects], dtype=bool)
    is_local = any(subject.local_words for subject in subjects)
    for row, (number, claimed) in zip(listed[1:], found.items(), strict=True):
        word = corpus.words[number]
        weight = model.rarity_of(word) / sum(claimed.values()) ** 0.5
        for subject, share in claimed.items():
            if subjects[subject].offered:
                is_other = _is_action(word) and (stem(word), subject) not in actions
                row[subject] = _LITERAL * share * (0.5 if is_other else 1)
            else:
                row[subject] = _LITERAL * share * weight
        row[in_passing] *= _IN_PASSING
        if not is_local and is_in_passing(word):
            row[whole] *= _IN_PASSING
    return listed, rows


def _in_passing(subjects: Sequence[Subject]) -> NDArray[np.bool_]:
    return np.array([subject.in_passing for subject in subjects], dtype=bool)


def _is_action(word: str) -> bool:
    """Whether a word has a verb ending that its stem does not have."""
    return word.removesuffix("s").endswith(("ing", "ed")) and len(word) - len(stem(word)) > 1


def _claims_of(word: str, tables: ScoringTables) -> dict[int, float] | None:
    """The subjects that list a word, its beginning or its ending, each with its share."""
    return (
        tables.claims.get(phrase_of(word))
        or _claims_of_beginning(word, tables.beginnings)
        or _claims_of_ending(word, tables.endings)
    )


def _claims_of_beginning(
    word: str, beginnings: Mapping[str, dict[int, float]]
) -> dict[int, float] | None:
    """The subjects that list the longest beginning of a word; None if none does."""
    lengths = range(len(word), _SHORTEST_BEGINNING - 1, -1) if beginnings else ()
    return next((beginnings[word[:n]] for n in lengths if word[:n] in beginnings), None)


def _claims_of_ending(
    word: str, endings: Mapping[str, dict[int, float]]
) -> dict[int, float] | None:
    """The subjects that list the longest ending of a compound, without its case or number."""
    starts = range(_SHORTEST_FIRST_PART, len(word)) if endings else ()
    parts = (word[at:].removesuffix(suffix) for at in starts for suffix in _INFLECTIONS)
    return next((endings[part] for part in parts if part in endings), None)


def has_evidence(corpus: Corpus, scores: Scores, subjects: Sequence[int]) -> NDArray[np.bool_]:
    """Whether each text has a word that each of these subjects lists, or a clear score for it."""
    literal = _sum_listed(corpus, scores.listed[:, list(subjects)], scores.rows)
    return (literal >= _WHOLE_WORD) | (scores.table[:, list(subjects)] >= _CLEAR)


def _damping(corpus: Corpus) -> Floats:
    lengths = np.diff(corpus.starts)
    return np.sqrt(_SHORT / np.maximum(lengths, _SHORT)).astype(np.float32)
