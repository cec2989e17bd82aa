"""Types shared by the modules of this package."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from sitegen.models import Topic

Floats = NDArray[np.float32]
Precise = NDArray[np.float64]
Numbers = NDArray[np.int64]
"""Indices or counts."""

Assigner = Literal["meaning", "command", "llm"]
"""What assigns a document: the built-in grouping, the editor's own program, or a language model."""


class TextEncoder(Hashable, Protocol):
    """Gives texts vectors by all of their words in context."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vector of each text, at length 1; zero for a text without a known word."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A topic that texts are scored against, with its keywords and examples."""

    topic: Topic
    phrases: tuple[str, ...]
    """Keywords and key phrases, each compared by meaning."""
    words: tuple[str, ...] = ()
    """Single words, matched literally."""
    local_words: tuple[str, ...] = ()
    """Words in another language than English, matched literally. One that ends with ``*`` stands
    for all words that begin with it, and one that begins with ``*`` for those that end with it."""
    learned: tuple[str, ...] = ()
    """Words from its examples, or from a similar built-in topic; common ones count less."""
    examples: tuple[str, ...] = ()
    """Texts that belong to it."""
    offered: bool = False
    """Whether it is the editor's, declared or in ``content/``, rather than built in."""
    in_passing: bool = False
    """Whether posts on other topics often mention it, such as people or the time of day."""
    section: Topic | None = None
    """The section of a built-in topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAssignment:
    """The topic of a document, and the reasons for it."""

    document: str
    """The document's id."""
    topic: str
    """The slug of its topic; empty for an essay without one."""
    score: float
    """The score of the topic; 0.4 or more is enough by itself."""
    runner_up: str = ""
    """The slug of the second best topic that has documents; empty if none scored above 0."""
    runner_up_score: float = 0.0
    probability: float | None = None
    """The probability that the topic is right; None if it was not chosen by meaning."""
    words: tuple[str, ...] = ()
    """The words of the document that counted most, in descending order."""
    by: Assigner = "meaning"
    """What assigned it."""
    reason: str = ""
    """The reason that a language model gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Topics with their members, and the assignment of each document."""

    topics: tuple[Topic, ...]
    assignments: tuple[TopicAssignment, ...]
    """One for each document, in order."""
