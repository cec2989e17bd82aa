"""Grouping for programs that have plain texts and no documents."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sitegen.models import Topic
from sitegen.text import slugify
from sitegen.topics.arranging import arrange, blend
from sitegen.topics.choosing import most_topics
from sitegen.topics.clustering import split_evenly
from sitegen.topics.corpus import read_corpus, unit
from sitegen.topics.models import EVERYTHING_ELSE, Numbers
from sitegen.topics.naming import name_groups
from sitegen.topics.scoring import ACCEPTED, Scores, listed_phrases, score_texts
from sitegen.topics.sections import built_in_subjects, offered_subject
from sitegen.topics.tables import BUILT_IN, Model, load_model
from sitegen.topics.threads import join_threads, thread_of_each

MARGIN = 0.02
"""How far the best declared topic must lead for a text not to be left out."""

_SPEAKS = 0.25
"""The score from which a built-in topic counts where an exact number of groups is made."""
_PROFILE_WEIGHT = 1.0
"""What a text's built-in topics weigh then, beside its meaning."""
_MANY = 500
"""Texts from which their own words tell enough for the built-in topics to weigh half."""


def group_texts(
    texts: Sequence[str], count: int | None = None, *, model: Path = BUILT_IN
) -> list[str]:
    """A topic title for each text.

    Args:
        texts: posts or essays, in plain text.
        count: how many groups to make, exactly (fewer only if there are fewer texts). Without it
            the number follows from the texts, and what belongs nowhere is “Everything else”.
        model: the folder of the embedding model.

    Raises:
        ConfigError: the model cannot be read.
    """
    if not texts:
        return []
    loaded = load_model(model)
    if count is not None:
        return _group_exactly(texts, count, loaded)
    firsts = thread_of_each(texts)
    wholes = join_threads(texts, firsts)
    groups = arrange(
        [wholes[first] for first in sorted(wholes)],
        built_in_subjects(),
        loaded,
        most=most_topics(len(wholes)),
        held={},
    )
    labels = dict(zip(sorted(wholes), groups.labels.tolist(), strict=True))
    titles = [*(topic.title for topic in groups.topics), EVERYTHING_ELSE.title]
    return [titles[labels[first]] for first in firsts]


def assign_texts(
    texts: Sequence[str],
    topics: Sequence[Topic | str],
    *,
    force: bool = False,
    model: Path = BUILT_IN,
) -> list[str | None]:
    """The title of the best of the declared topics for each text.

    Args:
        texts: posts or essays, in plain text.
        topics: topics with their keywords and descriptions, or bare titles.
        force: whether every text gets a topic; otherwise those that none suits clearly get None.
        model: the folder of the embedding model.

    Raises:
        ConfigError: the model cannot be read.
    """
    if not topics or not texts:
        return [None] * len(texts)
    loaded = load_model(model)
    subjects = tuple(offered_subject(_as_topic(topic)) for topic in topics)
    scores = score_texts(read_corpus(texts, loaded, listed_phrases(subjects)), subjects, loaded)
    best = scores.table.argmax(axis=1)
    clear = np.ones(len(texts), dtype=bool) if force else _is_clear(scores)
    titles = [subject.topic.title for subject in subjects]
    return [
        titles[place] if good else None for place, good in zip(best.tolist(), clear, strict=True)
    ]


def _as_topic(topic: Topic | str) -> Topic:
    return topic if isinstance(topic, Topic) else Topic(slug=slugify(topic, "topic"), title=topic)


def _is_clear(scores: Scores) -> NDArray[np.bool_]:
    ranked = np.sort(scores.table, axis=1)
    good = ranked[:, -1] >= ACCEPTED
    return good if ranked.shape[1] < 2 else good & (ranked[:, -1] - ranked[:, -2] >= MARGIN)


def _group_exactly(texts: Sequence[str], count: int, model: Model) -> list[str]:
    subjects = built_in_subjects()
    corpus = read_corpus(texts, model, listed_phrases(subjects))
    scores = score_texts(corpus, subjects, model)
    profiles = unit(np.maximum(scores.table - _SPEAKS, 0))
    weight = np.float32(_PROFILE_WEIGHT if len(texts) < _MANY else _PROFILE_WEIGHT / 2)
    labels = split_evenly(unit(np.hstack([blend(corpus), weight * profiles])), max(1, count))
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
