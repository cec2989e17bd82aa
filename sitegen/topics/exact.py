"""Exactly as many groups as are asked for, each with a title of its own.

Few texts are told apart best by the topics that we know, many by their own words.
"""

from collections.abc import Sequence

import numpy as np

from sitegen.topics.clustering import split_evenly
from sitegen.topics.corpus import read_corpus, unit
from sitegen.topics.models import Numbers
from sitegen.topics.naming import name_groups
from sitegen.topics.pipeline import arrange, blend
from sitegen.topics.scoring import Scores, listed_phrases, score_texts
from sitegen.topics.sections import built_in_subjects
from sitegen.topics.tables import Model

_MANY = 500
"""Texts from which their own words tell more than the built-in topics."""
_SPEAKS = 0.25
"""The score from which a built-in topic counts among many texts."""
_PROFILE_WEIGHT = 0.5
"""What a text's built-in topics weigh beside its meaning."""


def group_exactly(texts: Sequence[str], count: int, model: Model) -> list[str]:
    """A title for each text, ``count`` different ones; fewer only where there are fewer texts."""
    if len(texts) < _MANY:
        titles = _by_topics(texts, count, model)
        if len(set(titles)) == count:
            return titles
    return _by_likeness(texts, count, model)


def _by_topics(texts: Sequence[str], count: int, model: Model) -> list[str]:
    """The topics that suit the texts best; what none suits has the nearest."""
    groups = arrange(texts, built_in_subjects(), model, most=count, held={})
    if not groups.topics:
        return []
    labels = np.where(groups.labels < 0, groups.support.argmax(axis=1), groups.labels)
    return [groups.topics[label].title for label in labels.tolist()]


def _by_likeness(texts: Sequence[str], count: int, model: Model) -> list[str]:
    subjects = built_in_subjects()
    corpus = read_corpus(texts, model, listed_phrases(subjects))
    scores = score_texts(corpus, subjects, model)
    profiles = np.float32(_PROFILE_WEIGHT) * unit(np.maximum(scores.table - _SPEAKS, 0))
    labels = split_evenly(unit(np.hstack([blend(corpus), profiles])), max(1, count))
    titles = _distinct_titles(texts, labels, scores, model)
    return [titles[label] for label in labels.tolist()]


def _distinct_titles(
    texts: Sequence[str], labels: Numbers, scores: Scores, model: Model
) -> list[str]:
    """A title for each group, no two alike: the built-in topic it is nearest to, or its phrase."""
    count = int(labels.max()) + 1
    means = np.array([scores.table[labels == number].mean(axis=0) for number in range(count)])
    means = np.round(means - means.mean(axis=0), 4)
    groups = [
        [texts[place] for place in np.flatnonzero(labels == n).tolist()] for n in range(count)
    ]
    phrases = name_groups(groups, model)
    titles: list[str] = []
    for number in range(count):
        ranked = np.argsort(-means[number], kind="stable")[:2]
        near = [scores.subjects[place].topic.title for place in ranked]
        free = [title for title in (near[0], phrases[number], near[1]) if title]
        titles.append(next((t for t in free if t not in titles), f"{near[0]} ({number + 1})"))
    return titles
