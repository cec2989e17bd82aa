"""Scores texts for subjects by the vectors of a sentence encoder.

Every keyword and listed word of a subject has a vector of its own. The similarity of a text and a
subject is a soft maximum over them: a post is on a subject if it is near some of its keywords, not
if it is near to their mean.
"""

import functools
from collections.abc import Sequence

import numpy as np

from sitegen.topics.grouping_types import Floats, Subject, TextEncoder
from sitegen.topics.subjects import built_in_subjects
from sitegen.topics.words_in_passing import is_in_passing

_SHARPNESS = 20.0
"""How much the nearest keywords count more than others: 0 is the mean, infinity the maximum."""
_GAIN = 1.93
_ZERO = -0.08
"""A score is ``_GAIN`` times how far a similarity is above the text's mean one and ``_ZERO``.

So it is on the scale of the static model. Every text is somewhat near to everything, a short one
more than a long one, and that says nothing.
"""
_BIAS_SHARE = 0.85
"""How much of a subject's nearness to posts about nothing is taken off its similarity."""
_IN_PASSING = 0.8
"""The factor for the similarity to a word that is often mentioned in passing."""
_BATCH = 64


def similarity_scores(
    vectors: Floats,
    subjects: tuple[Subject, ...],
    background: tuple[str, ...],
    encoder: TextEncoder,
) -> Floats:
    """The score of each text for each subject by meaning alone; 0 for a text without a vector."""
    built_in = built_in_subjects()
    together = tuple(dict.fromkeys((*built_in, *subjects)))
    places = {subject: place for place, subject in enumerate(together)}
    columns = [places[subject] for subject in subjects]
    keywords, starts = _keyword_vectors(together, encoder)
    near = _nearness(background, together, encoder)
    bias = _BIAS_SHARE * (near - near[: len(built_in)].mean())
    similar = _soft_maximum(vectors, keywords, starts)
    usual = similar[:, : len(built_in)].mean(axis=1, keepdims=True)
    scores = np.float32(_GAIN) * (similar - usual - bias - np.float32(_ZERO))
    scores[~vectors.any(axis=1)] = 0
    return np.asarray(scores[:, columns])


@functools.lru_cache(maxsize=4)
def _nearness(
    background: tuple[str, ...], subjects: tuple[Subject, ...], encoder: TextEncoder
) -> Floats:
    """How near posts about nothing in particular are to each subject, on average."""
    keywords, starts = _keyword_vectors(subjects, encoder)
    return np.asarray(_soft_maximum(encoder.encode(background), keywords, starts).mean(axis=0))


@functools.lru_cache(maxsize=4)
def _keyword_vectors(
    subjects: tuple[Subject, ...], encoder: TextEncoder
) -> tuple[Floats, tuple[int, ...]]:
    """The vectors of all keywords, subject by subject, and where each subject starts.

    Those of words that are often mentioned in passing are shorter, except in an editor's subjects.
    """
    texts = [keyword_texts(subject) for subject in subjects]
    starts = np.cumsum([0, *map(len, texts)])[:-1]
    vectors = encoder.encode([text for group in texts for text in group])
    in_passing = [
        not subject.offered and is_in_passing(text)
        for subject, group in zip(subjects, texts, strict=True)
        for text in group
    ]
    vectors[in_passing] *= np.float32(_IN_PASSING)
    return vectors, tuple(starts.tolist())


def keyword_texts(subject: Subject) -> list[str]:
    """The texts that stand for a subject: its title, keywords, listed words and examples.

    A hyphen in a listed word stands for a space, as in the lexicon.
    """
    listed = [word.replace("-", " ") for word in (*subject.words, *subject.learned)]
    return list(dict.fromkeys([subject.topic.title, *subject.phrases, *listed, *subject.examples]))


def _soft_maximum(vectors: Floats, keywords: Floats, starts: Sequence[int]) -> Floats:
    """For each vector and subject, the soft maximum of the similarities to its keywords."""
    sizes = np.diff([*starts, len(keywords)])
    found = np.empty((len(vectors), len(starts)), dtype=np.float32)
    for start in range(0, len(vectors), _BATCH):
        rows = slice(start, start + _BATCH)
        near = np.exp(np.float32(_SHARPNESS) * (vectors[rows] @ keywords.T))
        sums = np.add.reduceat(near, starts, axis=1)
        found[rows] = np.log(sums / sizes) / np.float32(_SHARPNESS)
    return found
