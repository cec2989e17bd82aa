"""Makes topics of clusters of texts that probably have one subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from sitegen.models import Topic
from sitegen.topics.grouping_types import Floats, Numbers, Precise, Subject
from sitegen.topics.subject_clustering import cluster_by_subject, log_odds, subject_shares
from sitegen.topics.topic_scoring import ACCEPTED

_LEAST_SCORE = 0.2
"""The least score of a text for its best subject; below it, its subject is unknown."""
_LEAST_SHARE = 0.45
"""The least probability of a cluster's subject; below it, the section may take the cluster."""
_LEAST_SECTION_SHARE = 0.6
"""The least probability of a section that takes a cluster."""
_SECTION_MARGIN = 0.25
"""By how much the best subject of a section must lead those of others to stand for it."""
_LEAST_MEMBER_SCORE = 0.3
"""The least score of a text for the topic of its cluster, if that has more than two texts."""
_LEAST_ALONE = 0.5
"""The least score of a text for a subject that it has by itself."""
_MOST_ALONE = 3
"""The most topics of one text."""

_Members = dict[Topic, list[int]]
"""The texts of each topic."""


class ClusteredTopics(NamedTuple):
    """Topics of clusters."""

    topics: list[Topic]
    """The editor's topics, then those of clusters, the largest first."""
    scores: Floats
    """For each text and topic, the score; that of a section is the highest of its subjects."""
    labels: Numbers
    """The index of each text's topic, -1 for none."""


def topics_of_clusters(
    table: Floats, texts: Numbers, subjects: Sequence[Subject], *, most: int, least: int
) -> ClusteredTopics:
    """Clusters texts and makes a topic of each cluster.

    Args:
        table: the score of every text for every subject; below 0 for an editor's topic that the
            text has no evidence for.
        texts: the indices of the texts to cluster.
        subjects: the subjects, the editor's first.
        most: the most topics, including the editor's.
        least: the least number of texts in a topic; with 1, a few may have a single text.
    """
    offered = sum(subject.offered for subject in subjects)
    telling = texts[table[texts].max(axis=1, initial=0) >= _LEAST_SCORE]
    found = _Clusters(table, telling, subjects).members() if len(telling) else {}
    chosen: _Members = {subject.topic: [] for subject in subjects[:offered]}
    chosen |= {topic: found[topic] for topic in _ranked(found, least)}
    topics = list(chosen)[: max(most, offered)]
    labels = np.full(len(table), -1)
    for label, topic in enumerate(topics):
        labels[chosen[topic]] = label
    columns = [_scores_for(topic, table, subjects) for topic in topics[offered:]]
    scores = np.hstack([table[:, :offered], *columns])
    _prefer_offered(labels, scores, texts, offered)
    return ClusteredTopics(topics, scores, labels)


@dataclass(frozen=True)
class _Clusters:
    """Clusters of texts, and what topic each has."""

    table: Floats
    texts: Numbers
    subjects: Sequence[Subject]

    @cached_property
    def sections(self) -> list[Topic | None]:
        """The section of each subject, unless the editor has a topic with its address."""
        taken = {subject.topic.slug for subject in self.subjects if subject.offered}
        sections = (subject.section for subject in self.subjects)
        return [s if s is not None and s.slug not in taken else None for s in sections]

    def members(self) -> _Members:
        """The texts of each topic; clusters with the same topic are one."""
        odds = log_odds(self.table[self.texts])
        clusters = [
            part
            for cluster in cluster_by_subject(self.table[self.texts])
            for part in self._with_common_topic(odds, cluster)
        ]
        found: _Members = {}
        for cluster in clusters:
            if len(cluster) > 1:
                topic = self._topic_of(subject_shares(odds, cluster))
                found.setdefault(topic, []).extend(self.texts[cluster].tolist())
        alone = [int(self.texts[cluster[0]]) for cluster in clusters if len(cluster) == 1]
        found = {topic: self._fitting(topic, texts) for topic, texts in found.items()}
        for topic, texts in self._topics_alone(alone).items():
            found.setdefault(topic, []).extend(texts)
        return {topic: texts for topic, texts in found.items() if texts}

    def _with_common_topic(self, odds: Precise, cluster: Numbers) -> Sequence[Numbers]:
        """A cluster, or its two texts if one of them does not suit the topic of both at all."""
        if len(cluster) != 2:
            return [cluster]
        topic = self._topic_of(subject_shares(odds, cluster))
        own = [topic in (s.topic, s.section) for s in self.subjects]
        fits = self.table[self.texts[cluster]][:, own].max(axis=1)
        return [cluster] if (fits > 0).all() else [cluster[:1], cluster[1:]]

    def _fitting(self, topic: Topic, texts: list[int]) -> list[int]:
        """The texts without those that hardly fit the topic; none if a single one is left.

        Of two texts, each says as much about their subject as the other.
        """
        if len(texts) < 3 or any(s.offered and s.topic == topic for s in self.subjects):
            return texts
        scores = _scores_for(topic, self.table, self.subjects)[:, 0]
        fitting = [text for text in texts if scores[text] >= _LEAST_MEMBER_SCORE]
        return fitting if len(fitting) > 1 else []

    def _topic_of(self, shares: Precise) -> Topic:
        """The topic of the likeliest subject, or the section if only that is certain."""
        best = int(shares.argmax())
        section = self.sections[best]
        if section is None or shares[best] >= _LEAST_SHARE:
            return self.subjects[best].topic
        own = [other == section for other in self.sections]
        certain = shares[own].sum() >= _LEAST_SECTION_SHARE
        return section if certain else self.subjects[best].topic

    def _topics_alone(self, texts: Sequence[int]) -> _Members:
        """The topics of texts that are like no other: their section, if several have the same."""
        best = {text: int(self.table[text].argmax()) for text in texts}
        by_section: _Members = {}
        for text, subject in best.items():
            section = self.sections[subject]
            if section is not None and self._is_certain(section, text):
                by_section.setdefault(section, []).append(text)
        found = {section: own for section, own in by_section.items() if len(own) > 1}
        taken = {text for own in found.values() for text in own}
        for text, subject in best.items():
            if text not in taken and self.table[text, subject] >= _LEAST_ALONE:
                found.setdefault(self.subjects[subject].topic, []).append(text)
        return found

    def _is_certain(self, section: Topic, text: int) -> bool:
        """Whether a text is in the section of its best subject, whatever its subject is."""
        others = [other != section for other in self.sections]
        score = self.table[text].max()
        lead = score - self.table[text, others].max(initial=-np.inf)
        return bool(score >= ACCEPTED and lead >= _SECTION_MARGIN)


def _ranked(found: _Members, least: int) -> list[Topic]:
    """The topics that have enough texts, the largest first, then a few of one text."""
    several = [topic for topic, texts in found.items() if len(texts) >= max(least, 2)]
    several.sort(key=lambda topic: -len(found[topic]))
    alone = [topic for topic, texts in found.items() if len(texts) == 1] if least == 1 else []
    return [*several, *alone[:_MOST_ALONE]]


def _scores_for(topic: Topic, table: Floats, subjects: Sequence[Subject]) -> Floats:
    """The column of a built-in topic or of a section."""
    own = [not s.offered and topic in (s.topic, s.section) for s in subjects]
    return np.asarray(table[:, own].max(axis=1, keepdims=True))


def _prefer_offered(labels: Numbers, scores: Floats, texts: Numbers, offered: int) -> None:
    """Moves texts to the editor's topics that suit them better than their own topics do.

    A text without evidence for the editor's topic that its cluster has is left over.
    """
    if not offered:
        return
    own = np.where(labels[texts] >= 0, scores[texts, labels[texts]], -np.inf)
    best = scores[texts, :offered].argmax(axis=1)
    score = scores[texts, best]
    labels[texts[own < 0]] = -1
    better = (score >= ACCEPTED) & (score >= own)
    labels[texts[better]] = best[better]
