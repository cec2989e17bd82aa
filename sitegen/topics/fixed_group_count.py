"""Groups texts into an exact number of groups, each with a distinct title.

Few texts are grouped best by the built-in topics, many by their own words.
"""

from collections.abc import Sequence

import numpy as np

from sitegen.topics.clustering import split_evenly
from sitegen.topics.clustering_vectors import clustering_vectors
from sitegen.topics.corpus import read_corpus, unit
from sitegen.topics.embeddings import Model
from sitegen.topics.group_titles import name_groups
from sitegen.topics.grouping_types import Numbers, TextEncoder
from sitegen.topics.pipeline import run_pipeline
from sitegen.topics.scoring_tables import listed_phrases
from sitegen.topics.subjects import built_in_subjects
from sitegen.topics.topic_scoring import Scores, score_texts

_MANY = 500
"""The number of texts from which their own words group them better than the built-in topics."""
_LEAST_SCORE = 0.25
"""The score from which a built-in topic counts among many texts."""
_PROFILE_WEIGHT = 0.35
"""The weight of a text's built-in topics relative to its embedding, among many texts."""
_PROFILE_WEIGHT_AMONG_FEW = 4.0
"""The same among few, whose own words hardly group them."""


def group_exactly(
    texts: Sequence[str], count: int, model: Model, encoder: TextEncoder | None = None
) -> list[str]:
    """A title for each text, with ``count`` distinct ones, or fewer if there are fewer texts."""
    if len(texts) < _MANY:
        titles = _by_topics(texts, count, model, encoder)
        if len(set(titles)) == count:
            return titles
    return _by_likeness(texts, count, model, encoder)


def _by_topics(
    texts: Sequence[str], count: int, model: Model, encoder: TextEncoder | None
) -> list[str]:
    """Groups texts by the built-in topics that fit best; texts that fit none get the nearest."""
    groups = run_pipeline(texts, built_in_subjects(), model, most=count, fixed={}, encoder=encoder)
    if not groups.topics:
        return []
    labels = np.where(groups.labels < 0, groups.support.argmax(axis=1), groups.labels)
    return [groups.topics[label].title for label in labels.tolist()]


def _by_likeness(
    texts: Sequence[str], count: int, model: Model, encoder: TextEncoder | None
) -> list[str]:
    subjects = built_in_subjects()
    corpus = read_corpus(texts, model, listed_phrases(subjects), encoder)
    scores = score_texts(corpus, subjects, model, encoder)
    weight = np.float32(_PROFILE_WEIGHT if len(texts) >= _MANY else _PROFILE_WEIGHT_AMONG_FEW)
    profiles = weight * unit(np.maximum(scores.table - _LEAST_SCORE, 0))
    labels = split_evenly(unit(np.hstack([clustering_vectors(corpus), profiles])), max(1, count))
    titles = _distinct_titles(texts, labels, scores, model)
    return [titles[label] for label in labels.tolist()]


def _distinct_titles(
    texts: Sequence[str], labels: Numbers, scores: Scores, model: Model
) -> list[str]:
    """A distinct title for each group: its nearest built-in topic, or its own phrase."""
    count = int(labels.max()) + 1
    means = np.array([scores.table[labels == number].mean(axis=0) for number in range(count)])
    means = np.round(means - means.mean(axis=0), 4)
    groups = [
        [texts[index] for index in np.flatnonzero(labels == n).tolist()] for n in range(count)
    ]
    phrases = name_groups(groups, model)
    titles: list[str] = []
    for number in range(count):
        ranked = np.argsort(-means[number], kind="stable")[:2]
        near = [scores.subjects[index].topic.title for index in ranked]
        free = [title for title in (near[0], phrases[number], near[1]) if title]
        titles.append(next((t for t in free if t not in titles), f"{near[0]} ({number + 1})"))
    return titles
