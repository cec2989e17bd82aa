"""Scores texts for topics of which only a title is declared, by way of the built-in subjects.

A title such as “Food and dining” says little by itself. But it is near to some built-in subjects,
and which of those a text is about is known by many words. So a text suits a title as far as it is
about subjects near to that, more than texts are on average: the pointwise mutual information of
title and text (Church and Hanks, 1990), where each subject belongs to the titles near to it.
"""

import functools
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sitegen.topics.corpus import Corpus, unit
from sitegen.topics.embeddings import Model
from sitegen.topics.grouping_types import Floats, Precise, Subject, TextEncoder
from sitegen.topics.scoring_tables import listed_phrases
from sitegen.topics.subjects import built_in_subjects, has_near_title, is_bare_title
from sitegen.topics.topic_scoring import DECIMALS, Scores, score_texts
from sitegen.topics.words import Phrases

_WEIGHT = 0.15
"""The weight of the information, in a score."""
_SHARPNESS = 15.0
"""The factor of a similarity in the logarithm of the probability that a subject has a title."""
_NO_TITLE = 0.5
"""How similar to a subject is what is under none of the titles."""
_SAME_WORDS = 0.2
"""What is added to the similarity of a title and a subject that share their words."""
_SCORE_SHARPNESS = 8.0
"""The factor of a score in the logarithm of the probability of a subject."""
_LEAST = 0.01
"""What is added to the probability of a title, so that nothing follows from very small ones."""


def phrases_for(subjects: Sequence[Subject]) -> Phrases:
    """The phrases to look for in texts that ``score_subjects`` will score."""
    known = built_in_subjects() if any(map(_is_bare, subjects)) else ()
    return listed_phrases(tuple(dict.fromkeys((*subjects, *known))))


def score_subjects(
    corpus: Corpus, subjects: Sequence[Subject], model: Model, encoder: TextEncoder | None = None
) -> Scores:
    """The scores of every text for every subject, also those of which only a title is known.

    Args:
        corpus: the texts, read with ``phrases_for(subjects)``.
        subjects: the subjects.
        model: the vectors of words.
        encoder: what the corpus was read with; without one, a title counts by its words alone.
    """
    scores = score_texts(corpus, subjects, model, encoder)
    bare = [number for number, subject in enumerate(subjects) if _is_bare(subject)]
    if not bare or encoder is None:
        return scores
    built_in = score_texts(corpus, built_in_subjects(), model, encoder).table
    titles = _shares_of_titles(tuple(subjects[number] for number in bare), encoder)
    table = scores.table.copy()
    table[:, bare] += np.float32(_WEIGHT) * _information(built_in, titles).astype(np.float32)
    return replace(scores, table=np.round(table, DECIMALS))


def _is_bare(subject: Subject) -> bool:
    return subject.offered and is_bare_title(subject.topic, subject.examples)


def _information(scores: Floats, titles: Precise) -> Precise:
    """How much likelier than on average each text has each title, in logarithms.

    Args:
        scores: a row for each text, a column for each built-in subject.
        titles: for each title and built-in subject, the probability that this has that title.
    """
    subjects = _shares(_SCORE_SHARPNESS * scores.astype(np.float64), axis=1)
    likely = np.log(subjects @ titles.T + _LEAST)
    return np.asarray(likely - np.log(titles.mean(axis=1) + _LEAST))


def _shares_of_titles(subjects: tuple[Subject, ...], encoder: TextEncoder) -> Precise:
    """For each declared title and built-in subject, the probability that this has that title."""
    topics = [subject.topic for subject in subjects]
    titles = encoder.encode([topic.title for topic in topics]).astype(np.float64)
    near = np.round(titles @ _prototypes(encoder).T, DECIMALS)
    same = [[has_near_title(topic, known) for known in built_in_subjects()] for topic in topics]
    near += _SAME_WORDS * np.array(same)
    none = np.full((1, near.shape[1]), _NO_TITLE)
    return _shares(_SHARPNESS * np.vstack([near, none]), axis=0)[:-1]


@functools.lru_cache(maxsize=4)
def _prototypes(encoder: TextEncoder) -> Floats:
    """The mean vector of the title and the keywords of each built-in subject."""
    groups = [(subject.topic.title, *subject.phrases) for subject in built_in_subjects()]
    return unit(np.stack([encoder.encode(group).mean(axis=0) for group in groups]))


def _shares(logarithms: Precise, axis: int) -> Precise:
    shares = np.exp(logarithms - logarithms.max(axis=axis, keepdims=True))
    return np.asarray(shares / shares.sum(axis=axis, keepdims=True))
