"""What texts are scored with: tables that depend on the subjects and the model alone.

Making them takes much longer than scoring a few texts, so ``pack_tables`` lets a cache keep them.
"""

import functools
import pickle
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sitegen.topics.corpus import number_words, read_corpus, sum_rows, unit
from sitegen.topics.embeddings import Model
from sitegen.topics.grouping_types import Floats, Numbers, Subject
from sitegen.topics.words import Phrases, content_words, phrase_of, words_of

_LONGEST_PHRASE = 4
_EXAMPLES_WEIGHT = 1.0
_ENDING_SHARE = 0.75
"""The share of a subject in a compound by its last part, which may mean something else there."""

Claims = Mapping[tuple[str, ...], dict[int, float]]
"""For each word or phrase, by its stems, the subjects that list it, each with its share."""


@dataclass(frozen=True, slots=True, eq=False)
class ScoringTables:
    """What texts are scored with."""

    subjects: tuple[Subject, ...]
    prototypes: Floats
    """The prototype vector of each subject."""
    claims: Claims
    beginnings: Mapping[str, dict[int, float]]
    """The subjects that list all words with a beginning, by that."""
    endings: Mapping[str, dict[int, float]]
    """The subjects that list all words with an ending, by that, each with its share."""
    phrases: Phrases
    """The listed phrases of two to four words."""
    background: Floats
    """The mean vector of posts that are about nothing in particular."""


@functools.lru_cache(maxsize=4)
def scoring_tables(subjects: tuple[Subject, ...], model: Model) -> ScoringTables:
    """The tables of some subjects; kept in memory, as the built-in subjects never change."""
    return ScoringTables(
        subjects,
        _prototypes(subjects, model),
        _claims(subjects, model),
        _beginnings(subjects),
        _endings(subjects),
        listed_phrases(subjects),
        background(model),
    )


def pack_tables(tables: ScoringTables) -> bytes:
    """Tables as bytes to store."""
    return pickle.dumps(tables, protocol=5)


def unpack_tables(packed: bytes | memoryview) -> ScoringTables:
    """The tables that ``pack_tables`` packed. Whoever keeps them must guard them: they are code."""
    tables: ScoringTables = pickle.loads(packed)  # noqa: S301 -- see above
    return tables


def _prototypes(subjects: tuple[Subject, ...], model: Model) -> Floats:
    """The prototype vector of each subject."""
    phrases = _mean_phrases([subject.phrases for subject in subjects], model)
    examples = _mean_examples([subject.examples for subject in subjects], model)
    return unit(phrases + _EXAMPLES_WEIGHT * examples)


def _mean_phrases(groups: Sequence[Sequence[str]], model: Model) -> Floats:
    """For each group of phrases, the mean of their vectors, as a unit vector."""
    phrases = [content_words(words_of(phrase, {})) for group in groups for phrase in group]
    flat, known = number_words(phrases)
    sums = sum_rows(model.vectors_of(known), flat, _edges([len(words) for words in phrases]))
    edges = _edges([len(group) for group in groups])
    return unit(sum_rows(unit(sums), np.arange(len(phrases)), edges))


def _mean_examples(groups: Sequence[Sequence[str]], model: Model) -> Floats:
    """For each group of texts, the mean of their vectors, as a unit vector."""
    vectors = read_corpus([text for group in groups for text in group], model).vectors
    edges = _edges([len(group) for group in groups])
    return unit(sum_rows(vectors, np.arange(len(vectors)), edges))


def _edges(lengths: Sequence[int]) -> Numbers:
    return np.cumsum([0, *lengths])


@functools.cache
def background(model: Model) -> Floats:
    """The mean vector of posts that are about nothing in particular."""
    return np.asarray(read_corpus(background_posts(), model).vectors.mean(axis=0))


@functools.cache
def background_posts() -> tuple[str, ...]:
    """Posts that are about nothing in particular."""
    text = (Path(__file__).parent / "background.txt").read_text(encoding="utf-8")
    return tuple(text.splitlines())


def _claims(subjects: tuple[Subject, ...], model: Model) -> Claims:
    """The subjects that list each word or phrase; a part of a phrase has half a share.

    A learned word has a smaller share if it is common. A word that is listed both in English and in
    the local language, there perhaps by its beginning, is one of that. Words of the same subjects
    and shares have one object for them, as there are twenty times as many words.
    """
    claims: dict[tuple[str, ...], dict[int, float]] = {}
    for number, subject in enumerate(subjects):
        for listed in (*subject.words, *subject.phrases):
            claims.setdefault(phrase_of(listed), {})[number] = 1.0
        for phrase in subject.phrases:
            for part in phrase_of(phrase):
                share = 0.5 * model.rarity_of(part) if subject.offered else 0.5
                claims.setdefault((part,), {}).setdefault(number, share)
        for word in subject.learned:
            claims.setdefault(phrase_of(word), {}).setdefault(number, model.rarity_of(word))
    claims = {**_without_local_words(claims, subjects), **_local_claims(subjects)}
    equal: dict[tuple[tuple[int, float], ...], dict[int, float]] = {}
    return {
        words: equal.setdefault(tuple(owners.items()), owners) for words, owners in claims.items()
    }


def _without_local_words(claims: Claims, subjects: tuple[Subject, ...]) -> Claims:
    """The claims, without those of built-in topics for English words that begin as local ones."""
    beginnings = _beginnings(subjects)
    lengths = sorted({*map(len, beginnings)})
    kept = {}
    for words, owners in claims.items():
        if len(words) != 1 or not any(words[0][:n] in beginnings for n in lengths):
            kept[words] = owners
        elif own := {n: share for n, share in owners.items() if subjects[n].offered}:
            kept[words] = own
    return kept


def _local_claims(subjects: tuple[Subject, ...]) -> Claims:
    """The subjects that list each local word."""
    claims: dict[tuple[str, ...], dict[int, float]] = {}
    for number, subject in enumerate(subjects):
        for listed in subject.local_words:
            if "*" not in listed:
                claims.setdefault(phrase_of(listed), {})[number] = 1.0
    return claims


def _beginnings(subjects: tuple[Subject, ...]) -> Mapping[str, dict[int, float]]:
    """The subjects that list all words with a beginning, by that."""
    found: dict[str, dict[int, float]] = {}
    for number, subject in enumerate(subjects):
        for word in subject.local_words:
            if word.endswith("*"):
                found.setdefault(word[:-1], {})[number] = 1.0
    return found


def _endings(subjects: tuple[Subject, ...]) -> Mapping[str, dict[int, float]]:
    """The subjects that list all words with an ending, by that."""
    found: dict[str, dict[int, float]] = {}
    for number, subject in enumerate(subjects):
        for word in subject.local_words:
            if word.startswith("*"):
                found.setdefault(word[1:], {})[number] = _ENDING_SHARE
    return found


@functools.lru_cache(maxsize=4)
def listed_phrases(subjects: tuple[Subject, ...]) -> Phrases:
    """The listed phrases of two to four words."""
    phrases: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for subject in subjects:
        for listed in (*subject.words, *subject.local_words, *subject.phrases):
            phrase = phrase_of(listed)
            if 1 < len(phrase) <= _LONGEST_PHRASE:
                phrases[phrase[0], phrase[1]].append(phrase)
    return dict(phrases)
