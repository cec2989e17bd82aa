"""The grouping pipeline: score, select topics, fold into sections, cluster and name leftovers."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from sitegen.models import Topic
from sitegen.topics.clustered_topics import topics_of_clusters
from sitegen.topics.clustering_vectors import clustering_vectors
from sitegen.topics.corpus import Corpus, read_corpus, subject_words, unit
from sitegen.topics.declared_titles import phrases_for, score_subjects
from sitegen.topics.embeddings import Model
from sitegen.topics.grouping_types import Floats, Numbers, Subject, TextEncoder
from sitegen.topics.pipeline_result import PipelineResult
from sitegen.topics.shared_hashtags import join_by_names
from sitegen.topics.topic_discovery import discover_topics, name_new_topics
from sitegen.topics.topic_scoring import ACCEPTED, Scores, has_evidence
from sitegen.topics.topic_selection import (
    best_of,
    drop_small,
    least_members,
    most_topics,
    select_subjects,
)
from sitegen.topics.topic_sizes import limit_singles

_PREFERENCE = 0.5
"""What is added to the score of an editor's topic that a text fits at all."""
_EXCLUDED = -1.0
"""The score of an editor's topic in a text without evidence for it."""
_LEAST_FOLLOWER_SUPPORT = 0.35
"""The least support for a topic to take a follower (an essay)."""
_LEAST_PROBABILITY = 0.3
"""The least probability of a text's topic, if clusters may make topics and no number is given."""
_LEAST_ALONE = 0.45
"""The same for a topic of one text in a tiny digest, where its name stands out among few."""
_TINY_DIGEST = 15
_SMALL_DIGEST = 30
_FEW_SUBJECTS = 50
"""With so few subjects, besides the editor's, the clusters of texts cannot be told apart, and a
text is in the right topic more probably than among many."""
_MOST_CLUSTERED = 300
"""With more texts, the largest clusters leave out most, so subjects are selected for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tuning:
    """Constants that fit the distribution of one kind of vectors."""

    density: float
    """How many topics there are at most, relative to the number of texts."""
    topic_cost: float
    """The least total gain from one more topic."""
    centre_weight: float
    """The weight of a text's similarity to a topic's centre, relative to the score."""
    least_support: float
    """The least support for a topic to take a leftover text."""
    least_support_small: float
    """The same in a small digest that has too many leftover texts."""
    clusters: bool
    """Whether topics are made of clusters of texts, rather than selected for all together."""
    section_margin: float
    """By how much a section must lead the topics of all others to take a text."""


_FOR_MODEL = _Tuning(
    density=2.0,
    topic_cost=0.3,
    centre_weight=0.4,
    least_support=0.2,
    least_support_small=0.12,
    clusters=False,
    section_margin=-np.inf,
)
_FOR_WORDS = replace(_FOR_MODEL, clusters=True, density=3.0)
"""For texts in another language than the model's: their scores are of a few listed words, which
tell subjects apart, but say nothing of what a topic of others could take."""
_FOR_ENCODER = _Tuning(
    density=2.5,
    topic_cost=0.45,
    centre_weight=0.8,
    least_support=0.35,
    least_support_small=0.35,
    clusters=True,
    section_margin=0.1,
)


def run_pipeline(  # noqa: PLR0913 -- most are optional and named
    texts: Sequence[str],
    subjects: Sequence[Subject],
    model: Model,
    *,
    fixed: Mapping[int, int],
    most: int | None = None,
    discover: bool = True,
    followers: Collection[int] = (),
    language: str = "en",
    encoder: TextEncoder | None = None,
) -> PipelineResult:
    """Groups texts.

    Args:
        texts: the texts to group.
        subjects: the subjects to score them against, the editor's first.
        model: the embedding model.
        fixed: texts whose subject is given: the index of each, with that of its subject.
        most: the most groups, including those of the editor's that have texts; by default, the
            number depends on that of the texts.
        discover: whether to make groups of texts that fit no subject.
        followers: texts (essays) that may join a group, but do not form one.
        language: the language of most texts, for the names of groups.
        encoder: what gives texts their vectors, in place of the model.
    """
    tuning = _tuning_for(language, encoder)
    kept_words = subject_words(subjects)
    corpus = read_corpus(texts, model, phrases_for(subjects), encoder, language, kept_words)
    scores = score_subjects(corpus, subjects, model, encoder)
    offered = [index for index, subject in enumerate(subjects) if subject.offered]
    table = _with_preference(corpus, scores, offered)
    leading = np.array([n for n in range(len(texts)) if n not in followers], dtype=np.int64)
    unassigned = np.array([n for n in leading.tolist() if n not in fixed], dtype=np.int64)
    clusters = tuning.clusters and _are_many(subjects) and len(leading) <= _MOST_CLUSTERED
    keeps_improbable = most is not None or not clusters
    most = most or most_topics(len(texts), tuning.density)
    most += _unused(table[leading], offered, set(fixed.values()))
    topics, selected_scores, labels = _find_topics(table, leading, unassigned, scores, most, tuning)
    for text, subject in fixed.items():
        labels[text] = offered.index(subject)
    vectors = clustering_vectors(corpus)
    if discover:
        leftovers = leading[(labels < 0)[leading] & (np.abs(vectors[leading]).max(axis=1) > 0)]
        naming = partial(name_new_topics, model=model, language=language)
        topics += discover_topics(texts, vectors, labels, leftovers, topics, most, naming)
    support = _support(selected_scores, vectors, labels, len(topics), tuning.centre_weight)
    _require_words(support, selected_scores, sorted(corpus.foreign))
    own = [texts[index] for index in leading]
    labels[leading] = _settle(labels[leading], support[leading], own, len(offered), tuning)
    _assign_followers(labels, support, sorted(followers))
    found = PipelineResult(tuple(topics), labels, support, corpus, scores)
    return found if keeps_improbable else _without_improbable(found, len(offered))


def _without_improbable(found: PipelineResult, offered: int) -> PipelineResult:
    """Leaves over texts that are probably in the wrong topic, unless it is the editor's.

    The fewer texts a topic has, the less probable are the others.
    """
    while True:
        placed = np.flatnonzero(found.labels >= offered).tolist()
        least = [_least_probability(found.labels, text) for text in placed]
        pairs = zip(placed, least, strict=True)
        improbable = [text for text, limit in pairs if found.probability(text) < limit]
        if not improbable:
            break
        labels = found.labels.copy()
        labels[improbable] = -1
        found = replace(found, labels=labels)
    return replace(found, labels=limit_singles(found.labels, found.support, offered, np.inf))


def _least_probability(labels: Numbers, text: int) -> float:
    """The least probability of a text's topic for the text to stay there."""
    is_tiny = len(labels) < _TINY_DIGEST
    is_alone = is_tiny and np.count_nonzero(labels == labels[text]) == 1
    return _LEAST_ALONE if is_alone else _LEAST_PROBABILITY


def _tuning_for(language: str, encoder: TextEncoder | None) -> _Tuning:
    if language != "en":
        return _FOR_WORDS
    return _FOR_ENCODER if encoder else _FOR_MODEL


def _find_topics(
    table: Floats,
    leading: Numbers,
    unassigned: Numbers,
    scores: Scores,
    most: int,
    tuning: _Tuning,
) -> tuple[list[Topic], Floats, Numbers]:
    """The topics of texts, the score of each text for each topic, and the label of each text."""
    offered = [index for index, subject in enumerate(scores.subjects) if subject.offered]
    least = least_members(len(leading))
    if tuning.clusters and _are_many(scores.subjects) and len(unassigned) <= _MOST_CLUSTERED:
        return topics_of_clusters(table, unassigned, scores.subjects, most=most, least=least)
    candidates = table if len(unassigned) == len(table) else table[unassigned]
    selected = select_subjects(candidates, most, offered, cost=tuning.topic_cost)
    selected = drop_small(candidates, selected, least, len(offered))
    topics, selected_scores = _fold_into_sections(
        table, leading, selected, scores, tuning.section_margin
    )
    labels = np.full(len(table), -1)
    labels[leading] = best_of(selected_scores[leading], range(len(topics)), ACCEPTED)
    return topics, selected_scores, labels


def _are_many(subjects: Sequence[Subject]) -> bool:
    """Whether there are many subjects besides the editor's."""
    return sum(not subject.offered for subject in subjects) > _FEW_SUBJECTS


def _settle(
    labels: Numbers, support: Floats, texts: Sequence[str], offered: int, tuning: _Tuning
) -> Numbers:
    """The topics of texts, also of those without one, where few topics have a single text."""
    labels = _assign_leftovers(support, labels, tuning)
    labels = join_by_names(texts, labels)
    return limit_singles(labels, support, offered, tuning.least_support)


def _unused(table: Floats, offered: Sequence[int], fixed: Collection[int]) -> int:
    """The number of the editor's topics without texts."""
    return sum(n not in fixed and not (table[:, n] >= ACCEPTED).any() for n in offered)


def _with_preference(corpus: Corpus, scores: Scores, offered: Sequence[int]) -> Floats:
    """The scores, with the editor's topics preferred if a text has evidence, else excluded."""
    if not offered:
        return scores.table
    table = scores.table.copy()
    table[:, offered] += _PREFERENCE * (table[:, offered] >= ACCEPTED)
    table[:, offered] = np.where(
        has_evidence(corpus, scores, offered), table[:, offered], _EXCLUDED
    )
    return table


def _fold_into_sections(
    table: Floats, leading: Numbers, selected: Sequence[int], scores: Scores, margin: float
) -> tuple[list[Topic], Floats]:
    """The selected topics and their columns, with topics of one text replaced by their section.

    The score of a section is the highest score of its topics. It takes only texts for which it
    leads the topics of all other sections by ``margin``.
    """
    labels = best_of(table[:, selected][leading], range(len(selected)), ACCEPTED)
    sizes = np.bincount(labels + 1, minlength=len(selected) + 1)[1:]
    alone = [column for column, size in zip(selected, sizes.tolist(), strict=True) if size <= 1]
    sections = Counter(scores.subjects[column].section for column in alone)
    taken = {subject.topic.slug for subject in scores.subjects}
    known = dict.fromkeys(s.section for s in scores.subjects if s.section)
    folded = [topic for topic in known if sections[topic] > 1 and topic.slug not in taken]
    kept = [c for c in selected if c not in alone or scores.subjects[c].section not in folded]
    columns = [table[:, kept]]
    for topic in folded:
        own = np.array([subject.section == topic for subject in scores.subjects])
        best = table[:, own].max(axis=1, keepdims=True)
        rest = table[:, ~own].max(axis=1, keepdims=True, initial=_EXCLUDED)
        columns.append(np.where(best - rest >= margin, best, _EXCLUDED).astype(np.float32))
    return [*(scores.subjects[column].topic for column in kept), *folded], np.hstack(columns)


def _support(
    selected: Floats, vectors: Floats, labels: Numbers, count: int, weight: float
) -> Floats:
    """For each text and topic, the score plus the similarity to the topic's centre."""
    centres = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    assigned = labels >= 0
    np.add.at(centres, labels[assigned], vectors[assigned])
    support = np.float32(weight) * (vectors @ unit(centres).T)
    support[:, : selected.shape[1]] += selected
    return np.round(support, 4)


def _require_words(support: Floats, selected: Floats, foreign: Sequence[int]) -> None:
    """Takes from foreign texts the support for known topics that they have no word of.

    They are compared by words alone, and which others two short posts share says little.
    """
    known = support[foreign, : selected.shape[1]]
    support[foreign, : selected.shape[1]] = np.where(selected[foreign] > 0, known, 0)


def _assign_leftovers(support: Floats, labels: Numbers, tuning: _Tuning) -> Numbers:
    """The labels, with leftover texts assigned to a near topic; a small digest leaves few."""
    labels = labels.copy()
    if not support.shape[1]:
        return labels
    leftovers = np.flatnonzero(labels < 0)
    best = support[leftovers].max(axis=1)
    order = np.argsort(-best, kind="stable")
    tolerated = max(2, len(labels) // 5) if len(labels) <= _SMALL_DIGEST else len(labels)
    for number, index in enumerate(order):
        few_enough = len(leftovers) - number <= tolerated
        if best[index] < (tuning.least_support if few_enough else tuning.least_support_small):
            break
        labels[leftovers[index]] = support[leftovers[index]].argmax()
    return labels


def _assign_followers(labels: Numbers, support: Floats, followers: Sequence[int]) -> None:
    """Assigns each unlabelled follower to the best topic that has texts, if it is near."""
    open_topics = np.flatnonzero(np.bincount(labels + 1, minlength=1)[1:])
    for text in followers:
        if labels[text] < 0 and len(open_topics):
            best = open_topics[support[text, open_topics].argmax()]
            labels[text] = best if support[text, best] >= _LEAST_FOLLOWER_SUPPORT else -1
