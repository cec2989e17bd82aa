"""The subjects that documents are offered, each with the words that speak for it."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from sitegen.models import Topic
from sitegen.topics.words import COMMON_WORDS, words_of

_KEYWORD_WEIGHT = 1.0
_HINT_WEIGHT = 0.35
_TITLE_WEIGHT = 3.0
_DECLARED_WEIGHT = 100.0
"""High enough that an editor's own keyword outweighs whatever else a text says."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic that documents may join."""

    topic: Topic
    weights: dict[str, float]
    """How much each term, in its stem, speaks for the topic."""
    offered: bool
    """Whether the editor wants it, or has it; the others are ours."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A built-in subject, as the data file has it."""

    topic: Topic
    words: dict[str, float]


def subjects_for(offered: Sequence[Topic]) -> tuple[Subject, ...]:
    """The offered topics, then the built-in sections that are not among them.

    A word is shared out: it counts for less where several built-in sections claim it. An offered
    topic with a section's slug takes on that section's words.
    """
    sections = _load_sections()
    claims = Counter(word for section in sections for word in section.words)
    shared = {
        section.topic.slug: {word: weight / claims[word] for word, weight in section.words.items()}
        for section in sections
    }
    wanted = {topic.slug for topic in offered}
    built_in = (section.topic for section in sections if section.topic.slug not in wanted)
    return (
        *(Subject(topic, _weights_of(topic, shared), offered=True) for topic in offered),
        *(Subject(topic, shared[topic.slug], offered=False) for topic in built_in),
    )


def _load_sections() -> list[_Section]:
    text = files("sitegen.topics").joinpath("sections.toml").read_text(encoding="utf-8")
    return [
        _Section(
            Topic(slug=table["slug"], title=table["title"], description=table["description"]),
            dict.fromkeys(map(_stem, table["hints"].split()), _HINT_WEIGHT)
            | dict.fromkeys(map(_stem, table["keywords"].split()), _KEYWORD_WEIGHT),
        )
        for table in tomllib.loads(text)["sections"]
    ]


def _weights_of(topic: Topic, sections: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    weights = dict(sections.get(topic.slug, {}))
    if not weights:
        title = (word for word in words_of(topic.title) if word not in COMMON_WORDS)
        weights |= dict.fromkeys((word for word in title if len(word) > 1), _TITLE_WEIGHT)
    return weights | dict.fromkeys(map(_stem, topic.keywords), _DECLARED_WEIGHT)


def _stem(keyword: str) -> str:
    """A keyword as ``terms_of`` gives it; a hyphen or a space joins a phrase."""
    return keyword.casefold() if keyword[0] in "@#" else " ".join(words_of(keyword))
