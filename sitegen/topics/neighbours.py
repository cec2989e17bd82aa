"""Which texts go together: related ones, and an order to read them in.

Two texts are related if one built-in topic suits both best, as far as the other topics that suit
them, and their meanings, are alike too. On labelled dumps that finds texts of one subject three
times as often as the likeness of meanings alone.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sitegen.topics.corpus import read_corpus, unit
from sitegen.topics.models import Floats, Numbers
from sitegen.topics.repeats import repeats_of
from sitegen.topics.scoring import ACCEPTED, listed_phrases, score_texts
from sitegen.topics.sections import built_in_subjects, own_subjects
from sitegen.topics.tables import BUILT_IN, load_model

_RELATED = 0.5
"""The least likeness of related texts."""
_SPEAKS = 0.25
"""The score from which a topic counts in a text's profile."""
_MEANING = 0.3
"""What the meaning weighs in a likeness beside the profile."""
_LARGEST = 1000
"""How many texts on one subject are compared with each other."""


def related_of(
    texts: Sequence[str], count: int = 3, *, model: Path = BUILT_IN, sections: Path | None = None
) -> list[list[int]]:
    """For each text the places of those most like it, the nearest first; for many there are none.

    One that repeats another is not related to it.

    Args:
        texts: what to compare, in plain text.
        count: how many to name at most.
        model: the folder of the embedding model.
        sections: a file of topics to compare by instead of the built-in ones.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    if not texts:
        return []
    vectors, groups = _read(texts, model, sections)
    firsts = np.array([own if r is None else r for own, r in enumerate(repeats_of(texts))])
    related: list[list[int]] = [[] for _ in texts]
    for group in groups[:-1]:
        likeness = np.round(vectors[group] @ vectors[group].T, 4)
        likeness[firsts[group][:, None] == firsts[group]] = 0
        for row, place in zip(likeness, group.tolist(), strict=True):
            near = np.flatnonzero(row >= _RELATED)
            order = near[np.argsort(-row[near], kind="stable")[:count]]
            related[place] += group[order].tolist()
    return related


def reading_order(
    texts: Sequence[str], *, model: Path = BUILT_IN, sections: Path | None = None
) -> list[int]:
    """An order of the texts in which those on one subject stand together, most of them first.

    Within a subject each text is followed by the one most like it, from the most typical on. Those
    on no subject that is known come last, as they are given.

    Args:
        texts: what to order, such as the posts of one topic.
        model: the folder of the embedding model.
        sections: a file of topics to compare by instead of the built-in ones.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    if not texts:
        return []
    vectors, groups = _read(texts, model, sections)
    *known, rest = groups
    known.sort(key=lambda group: -len(group))
    return [*(place for group in known for place in _chain(group, vectors)), *rest.tolist()]


def _read(texts: Sequence[str], model: Path, sections: Path | None) -> tuple[Floats, list[Numbers]]:
    """A vector for each text, and the texts on each subject; last those on none.

    A subject with very many has several groups, in the order of the texts.
    """
    loaded = load_model(model)
    subjects = own_subjects(sections) if sections else built_in_subjects()
    corpus = read_corpus(texts, loaded, listed_phrases(subjects))
    scores = score_texts(corpus, subjects, loaded).table
    best = np.where(scores.max(axis=1) >= ACCEPTED, scores.argmax(axis=1), -1)
    known = [np.flatnonzero(best == subject) for subject in np.unique(best[best >= 0])]
    cut = [
        group[start : start + _LARGEST]
        for group in known
        for start in range(0, len(group), _LARGEST)
    ]
    profiles = unit(np.maximum(scores - _SPEAKS, 0))
    meanings = unit(corpus.vectors - corpus.vectors.mean(axis=0))
    vectors = np.hstack([profiles, np.float32(_MEANING**0.5) * meanings])
    return vectors, [*cut, np.flatnonzero(best < 0)]


def _chain(group: Numbers, vectors: Floats) -> list[int]:
    """The places of a group, each before the one most like it of those that are left."""
    own = vectors[group]
    left = np.ones(len(group), dtype=bool)
    likeness = own @ own.mean(axis=0)
    order: list[int] = []
    numbers: list[int] = group.tolist()
    while left.any():
        at = int(np.where(left, np.round(likeness, 4), -np.inf).argmax())
        order.append(at)
        left[at] = False
        likeness = own @ own[at]
    return [numbers[place] for place in order]
