"""Finds the words that distinguish a topic's example texts from those of other topics."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.topics.words import content_words, words_of

Examples = Mapping[str, Sequence[str]]
"""Texts that belong to an offered topic, by its slug."""

_LEAST_SHARE = 0.1
"""The least share of a topic's examples that a word must be in."""
_TIMES_OTHERS = 3
"""How many times as frequent as in any other topic's examples it must be."""
_MOST = 20


def distinctive_words(examples: Examples) -> dict[str, tuple[str, ...]]:
    """For each topic, the words that distinguish its examples, the most frequent first."""
    shares = {slug: _shares(texts) for slug, texts in examples.items()}
    return {
        slug: _distinct(
            own, len(examples[slug]), [s for other, s in shares.items() if other != slug]
        )
        for slug, own in shares.items()
    }


def _shares(texts: Sequence[str]) -> dict[str, float]:
    """The share of the texts that contain each content word, the most frequent first."""
    used = Counter(word for text in texts for word in content_words(words_of(text, {})))
    return {word: number / len(texts) for word, number in used.most_common()}


def _distinct(
    own: Mapping[str, float], texts: int, others: Sequence[Mapping[str, float]]
) -> tuple[str, ...]:
    found = [
        word
        for word, share in own.items()
        if share * texts >= 2
        and share >= _LEAST_SHARE
        and all(share >= _TIMES_OTHERS * other.get(word, 0) for other in others)
    ]
    return tuple(found[:_MOST])
