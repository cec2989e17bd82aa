"""How much speaks for each subject in each text.

A score is the cosine of the text with the subject's prototype, less by how much more than to other
subjects a post about nothing is near to it, and a bonus for every word or phrase that the subject
lists. What the editor offers starts ahead.
"""

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.corpus import Corpus, number_words, read_corpus, sum_rows, sum_words, unit
from sitegen.topics.models import Floats, Numbers, Subject
from sitegen.topics.tables import Model
from sitegen.topics.words import Phrases, phrase_of, stem, telling_words, words_of

ACCEPTED = 0.4
"""The least score at which a text belongs to a subject."""

_LITERAL = 0.3
"""What a rare word, or a phrase, adds that one subject alone lists."""
_IN_PASSING = 0.5
"""What its listed words count in a subject that posts on anything else mention too."""
_MOST_LITERAL = 1.6
_FOREIGN = 1.5
"""How much more they count in a text that the model does not know the language of."""
_LONGEST_PHRASE = 4
_SHORT = 25
"""Telling words up to which a text's listed words count in full; a long text has more by chance."""
_EXAMPLES_WEIGHT = 1.0
_AHEAD = 0.1
_CLEAR = 0.55
"""The score that speaks for an editor's topic without any of its words."""
_WHOLE_WORD = 0.29
"""What a text's listed words must come to, to be evidence: one whole word, or two halves."""
_TELLS = 0.06
"""What a word must add to be named among those that decided."""
_MOST_TOLD = 5
_BATCH = 4096
_DECIMALS = 4
"""Scores are rounded before they are compared, so that every machine decides alike."""


Claims = Mapping[tuple[str, ...], dict[int, float]]
"""The subjects that list a word or phrase, by its stems, and how much each may claim it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of texts for subjects."""

    subjects: tuple[Subject, ...]
    table: Floats
    """A row for each text, a column for each subject."""
    listed: Floats
    """For each word of the corpus, what it adds to each subject."""
    near: Floats
    """For each word of the corpus, how near its meaning is to each subject."""


def score_texts(corpus: Corpus, subjects: Sequence[Subject], model: Model) -> Scores:
    """The scores of every text for every subject."""
    prototypes = _prototypes(tuple(subjects), model)
    offered = np.array([subject.offered for subject in subjects])
    listed = _listed_words(corpus, subjects, model)
    bonus = sum_words(corpus, listed) * _damping(corpus)[:, None]
    bonus[sorted(corpus.foreign)] *= _FOREIGN
    table = np.minimum(bonus, _MOST_LITERAL)
    _add_products(table, corpus.vectors, prototypes)
    table += np.where(offered, _AHEAD, 0) - _bias(prototypes, offered, model)
    near = unit(model.vectors_of(corpus.words)) @ prototypes.T
    return Scores(tuple(subjects), np.round(table, _DECIMALS), listed, near)


def _add_products(table: Floats, vectors: Floats, prototypes: Floats) -> None:
    """Adds each vector's product with each prototype to its row.

    In double precision: which of a machine's many ways to multiply is taken depends on how many
    rows there are and on the number of threads, and none of that may reach the digits that count.
    """
    exact = prototypes.T.astype(np.float64)
    for start in range(0, len(vectors), _BATCH):
        rows = slice(start, start + _BATCH)
        table[rows] += vectors[rows].astype(np.float64) @ exact


@functools.lru_cache(maxsize=4)
def _prototypes(subjects: tuple[Subject, ...], model: Model) -> Floats:
    """The direction of each subject; kept, as the built-in ones serve many dumps."""
    phrases = _mean_phrases([subject.phrases for subject in subjects], model)
    examples = _mean_examples([subject.examples for subject in subjects], model)
    return unit(phrases + _EXAMPLES_WEIGHT * examples)


def _mean_phrases(groups: Sequence[Sequence[str]], model: Model) -> Floats:
    """For each group of phrases the mean of their vectors, at length 1."""
    phrases = [telling_words(words_of(phrase, {})) for group in groups for phrase in group]
    flat, known = number_words(phrases)
    sums = sum_rows(model.vectors_of(known), flat, _edges([len(words) for words in phrases]))
    edges = _edges([len(group) for group in groups])
    return unit(sum_rows(unit(sums), np.arange(len(phrases)), edges))


def _mean_examples(groups: Sequence[Sequence[str]], model: Model) -> Floats:
    """For each group of whole texts the mean of their vectors, at length 1."""
    vectors = read_corpus([text for group in groups for text in group], model).vectors
    edges = _edges([len(group) for group in groups])
    return unit(sum_rows(vectors, np.arange(len(vectors)), edges))


def _edges(lengths: Sequence[int]) -> Numbers:
    return np.cumsum([0, *lengths])


def _bias(prototypes: Floats, offered: NDArray[np.bool_], model: Model) -> Floats:
    """How much nearer than to others a post about nothing is to each; half for the editor's."""
    near = background(model).astype(np.float64) @ prototypes.T
    return np.asarray((near - near.mean()) * np.where(offered, 0.5, 1), dtype=np.float32)


@functools.cache
def background(model: Model) -> Floats:
    """The mean of posts that are about nothing."""
    posts = (Path(__file__).parent / "background.txt").read_text(encoding="utf-8").splitlines()
    return np.asarray(read_corpus(posts, model).vectors.mean(axis=0))


def _listed_words(corpus: Corpus, subjects: Sequence[Subject], model: Model) -> Floats:
    """For each word of the corpus, what it adds to each subject that lists it.

    In full to an editor's, but by half if only its stem is the editor's: “training” does not speak
    for “Night trains”. To ours less if it is common, or if several list it.
    """
    claims = _claims(tuple(subjects), model)
    actions = {
        (stem(word), number)
        for number, subject in enumerate(subjects)
        if subject.offered
        for word in (*subject.words, *subject.learnt)
        if _is_action(word)
    }
    listed = np.zeros((len(corpus.words), len(subjects)), dtype=np.float32)
    for number, word in enumerate(corpus.words):
        found = claims.get(phrase_of(word))
        if found and not word.startswith("~"):
            weight = model.rarity_of(word) / sum(found.values()) ** 0.5
            for subject, share in found.items():
                if subjects[subject].offered:
                    is_other = _is_action(word) and (stem(word), subject) not in actions
                    listed[number, subject] = _LITERAL * share * (0.5 if is_other else 1)
                else:
                    listed[number, subject] = _LITERAL * share * weight
    passing = [number for number, subject in enumerate(subjects) if subject.in_passing]
    listed[:, passing] *= _IN_PASSING
    return listed


def _is_action(word: str) -> bool:
    """Whether a word has an ending of a verb, which its stem has not."""
    return word.removesuffix("s").endswith(("ing", "ed")) and len(word) - len(stem(word)) > 1


@functools.lru_cache(maxsize=4)
def _claims(subjects: tuple[Subject, ...], model: Model) -> Claims:
    """Which subjects list a word or phrase, by its stems: as a whole, or a part of one by half.

    What was learnt counts less if it is common.
    """
    claims: dict[tuple[str, ...], dict[int, float]] = {}
    for number, subject in enumerate(subjects):
        for listed in (*subject.words, *subject.phrases):
            claims.setdefault(phrase_of(listed), {})[number] = 1.0
        for phrase in subject.phrases:
            for part in phrase_of(phrase):
                share = 0.5 * model.rarity_of(part) if subject.offered else 0.5
                claims.setdefault((part,), {}).setdefault(number, share)
        for word in subject.learnt:
            claims.setdefault(phrase_of(word), {}).setdefault(number, model.rarity_of(word))
    return claims


@functools.lru_cache(maxsize=4)
def listed_phrases(subjects: tuple[Subject, ...]) -> Phrases:
    """What the subjects list in two to four words, by the stem of the first."""
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for subject in subjects:
        for listed in (*subject.words, *subject.phrases):
            phrase = phrase_of(listed)
            if 1 < len(phrase) <= _LONGEST_PHRASE:
                phrases[phrase[0]].append(phrase)
    return phrases


def has_evidence(corpus: Corpus, scores: Scores, subjects: Sequence[int]) -> NDArray[np.bool_]:
    """Whether each text has a word that each of these subjects lists, or scores clearly for it."""
    told = sum_words(corpus, scores.listed[:, list(subjects)])
    return (told >= _WHOLE_WORD) | (scores.table[:, list(subjects)] >= _CLEAR)


def _damping(corpus: Corpus) -> Floats:
    lengths = np.diff(corpus.starts)
    return np.sqrt(_SHORT / np.maximum(lengths, _SHORT)).astype(np.float32)


def deciding_words(corpus: Corpus, scores: Scores, text: int, subject: int) -> tuple[str, ...]:
    """The words and phrases of a text that speak for a subject, the strongest first, at most five.

    None that shares a word with one before it.
    """
    numbers = corpus.words_in(text)
    weights = scores.listed[numbers, subject] + 0.3 * np.maximum(scores.near[numbers, subject], 0)
    weights = np.round(weights, _DECIMALS)
    found: list[str] = []
    for place in np.argsort(-weights, kind="stable"):
        word = corpus.words[numbers[place]]
        if weights[place] > _TELLS and not set(word.split()) & set(" ".join(found).split()):
            found.append(word)
    return tuple(found[:_MOST_TOLD])
