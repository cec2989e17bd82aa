"""Finds the topic profiles of texts with a sentence encoder."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.topics.blas import one_blas_thread
from sitegen.topics.corpus import read_corpus
from sitegen.topics.declared_titles import phrases_for
from sitegen.topics.embeddings import load_model
from sitegen.topics.grouping_types import Subject, TextEncoder
from sitegen.topics.profiles import LEAST_SCORE, format_profile
from sitegen.topics.subjects import built_in_subjects, own_subjects
from sitegen.topics.topic_scoring import ACCEPTED, score_texts

_MOST_TOPICS = 6
"""The most topics in a profile. More find no better related texts."""
_SCALE = 100


def profiles_of(
    texts: Sequence[str], encoder: TextEncoder, sections: Path | None = None
) -> list[str]:
    """The profile of each text, as a line; without topics for another language than English.

    Args:
        texts: the texts, in plain text.
        encoder: what compares them with the topics.
        sections: a file of topics that replaces the built-in ones.

    Raises:
        ConfigError: the file of topics cannot be read.
    """
    subjects = _subjects(sections)
    titles = profile_topics(sections)
    model = load_model()
    with one_blas_thread():
        corpus = read_corpus(texts, model, phrases_for(subjects), encoder)
        table = score_texts(corpus, subjects, model, encoder).table
    return [
        format_profile(text, [] if index in corpus.foreign else _nearest(titles, scores))
        for index, (text, scores) in enumerate(zip(texts, table.tolist(), strict=True))
    ]


def profile_topics(sections: Path | None = None) -> list[str]:
    """The titles of the topics that a profile can name; argument and errors as above."""
    return [subject.topic.title for subject in _subjects(sections)]


def _subjects(sections: Path | None) -> tuple[Subject, ...]:
    return own_subjects(sections) if sections else built_in_subjects()


def _nearest(titles: Sequence[str], scores: Sequence[float]) -> list[tuple[str, int]]:
    """The topics that a text is nearest to, with scores in hundredths; none if none fits it."""
    rounded = [round(_SCALE * score) for score in scores]
    if max(rounded) < _SCALE * ACCEPTED:
        return []
    order = sorted(range(len(rounded)), key=lambda index: -rounded[index])[:_MOST_TOPICS]
    return [
        (titles[index], rounded[index]) for index in order if rounded[index] > _SCALE * LEAST_SCORE
    ]
