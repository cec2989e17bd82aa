"""Grouping and classification of plain texts, for use from other programs."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics.corpus import read_corpus
from sitegen.topics.declared_titles import phrases_for, score_subjects
from sitegen.topics.embeddings import BUILT_IN, load_model
from sitegen.topics.encoder.vectors import EncoderChoice, choose_encoder
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.fixed_group_count import group_exactly
from sitegen.topics.pipeline import run_pipeline
from sitegen.topics.subjects import built_in_subjects, offered_subject
from sitegen.topics.threads import join_threads, thread_of_each
from sitegen.topics.topic_scoring import ACCEPTED, Scores

MARGIN = 0.02
"""By how much the best declared topic must lead the second for a text to be assigned."""


def group_texts(
    texts: Sequence[str],
    count: int | None = None,
    *,
    model: Path = BUILT_IN,
    encoder: EncoderChoice = "auto",
) -> list[str]:
    """Groups texts; returns a topic title for each.

    Args:
        texts: posts or essays, in plain text.
        count: the exact number of groups (fewer only if there are fewer texts). By default it
            depends on the texts, and those that fit no topic get “Everything else”.
        model: the folder of the embedding model.
        encoder: whether the sentence encoder compares the texts, in place of that model: ``on``,
            ``off``, or ``auto``, for up to 2,000 texts if no model is given.

    Raises:
        ConfigError: the model cannot be read.
    """
    if not texts:
        return []
    loaded = load_model(model)
    compares = choose_encoder(encoder, len(texts), model)
    if count is not None:
        return group_exactly(texts, count, loaded, compares)
    thread_starts = thread_of_each(texts)
    threads = join_threads(texts, thread_starts)
    groups = run_pipeline(
        [threads[first] for first in sorted(threads)],
        built_in_subjects(),
        loaded,
        fixed={},
        encoder=compares,
    )
    labels = dict(zip(sorted(threads), groups.labels.tolist(), strict=True))
    titles = [*(topic.title for topic in groups.topics), EVERYTHING_ELSE.title]
    return [titles[labels[first]] for first in thread_starts]


def assign_texts(
    texts: Sequence[str],
    topics: Sequence[Topic | str],
    *,
    force: bool = False,
    model: Path = BUILT_IN,
    encoder: EncoderChoice = "auto",
) -> list[str | None]:
    """Assigns each text to the best of the given topics; returns its title, or None.

    Args:
        texts: posts or essays, in plain text.
        topics: topics with keywords and descriptions, or only titles.
        force: whether every text gets a topic; otherwise texts that clearly fit none get None.
        model: the folder of the embedding model.
        encoder: as for ``group_texts``.

    Raises:
        ConfigError: the model cannot be read.
    """
    if not topics or not texts:
        return [None] * len(texts)
    loaded = load_model(model)
    compares = choose_encoder(encoder, len(texts), model)
    encoded = compares is not None
    subjects = tuple(offered_subject(_as_topic(topic), encoded=encoded) for topic in topics)
    corpus = read_corpus(texts, loaded, phrases_for(subjects), compares)
    scores = score_subjects(corpus, subjects, loaded, compares)
    best = scores.table.argmax(axis=1)
    clear = np.ones(len(texts), dtype=bool) if force else _is_clear(scores)
    titles = [subject.topic.title for subject in subjects]
    return [
        titles[index] if good else None for index, good in zip(best.tolist(), clear, strict=True)
    ]


def _as_topic(topic: Topic | str) -> Topic:
    return topic if isinstance(topic, Topic) else Topic(slug=slugify(topic, "topic"), title=topic)


def _is_clear(scores: Scores) -> NDArray[np.bool_]:
    ranked = np.sort(scores.table, axis=1)
    good = ranked[:, -1] >= ACCEPTED
    return good if ranked.shape[1] < 2 else good & (ranked[:, -1] - ranked[:, -2] >= MARGIN)
