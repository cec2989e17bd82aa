"""Makes topics of similar texts that fit no known one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics.clustering import merge_similar, split_evenly
from sitegen.topics.embeddings import Model
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.group_titles import name_groups
from sitegen.topics.grouping_types import Floats, Numbers
from sitegen.topics.topic_selection import least_members

_LEAST_SIMILARITY = 0.27
"""The least mean similarity at which leftover texts form a group."""
_MICRO_GROUPS = 1000


def discover_topics(
    texts: Sequence[str],
    vectors: Floats,
    labels: Numbers,
    leftovers: Numbers,
    topics: Sequence[Topic],
    most: int,
    name: Callable[[Sequence[Sequence[str]]], list[Topic]],
) -> list[Topic]:
    """Makes topics of groups among the leftover texts, and sets their labels.

    Args:
        texts: all texts.
        vectors: their vectors.
        labels: the topic of each, or -1; those of the texts of a new topic are changed.
        leftovers: the texts without a topic.
        topics: the topics so far.
        most: the most topics with the new ones.
        name: returns the topics of groups, without a title where they have no telling words.
    """
    most_new = most - len(topics)
    if len(leftovers) < 2 or most_new < 1:
        return []
    least = max(2, least_members(len(texts)))
    groups = [group for group in _groups_of(leftovers, vectors) if len(group) >= least][
        : 4 * most_new
    ]
    named = name([[texts[index] for index in group] for group in groups])
    taken = {EVERYTHING_ELSE.slug, *(topic.slug for topic in topics)}
    found: list[Topic] = []
    for group, topic in zip(groups, named, strict=True):
        slug = topic.slug or f"topic-{len(found) + 1}"
        if topic.title and slug not in taken and len(found) < most_new:
            labels[group] = len(topics) + len(found)
            found.append(replace(topic, slug=slug))
            taken.add(slug)
    return found


def name_new_topics(groups: Sequence[Sequence[str]], model: Model, language: str) -> list[Topic]:
    """The topic of each group of texts; it has no title if they have no telling words."""
    titles = name_groups(groups, model=model, language=language)
    return [Topic(slug=slugify(title, "", language=language), title=title) for title in titles]


def _groups_of(leftovers: Numbers, vectors: Floats) -> list[Numbers]:
    """Groups of similar texts, the largest first."""
    own = vectors[leftovers]
    small = split_evenly(own, _MICRO_GROUPS, restarts=1) if len(leftovers) > _MICRO_GROUPS else None
    micro = np.arange(len(leftovers)) if small is None else small
    sizes = np.bincount(micro)
    sums = np.zeros((len(sizes), own.shape[1]), dtype=np.float32)
    np.add.at(sums, micro, own)
    merged = merge_similar(sums, sizes, _LEAST_SIMILARITY)[micro]
    order = np.argsort(-np.bincount(merged), kind="stable")
    return [leftovers[merged == number] for number in order]
