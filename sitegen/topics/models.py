"""The small types that the modules of this package hand to each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.models import Topic

Floats = NDArray[np.float32]
Precise = NDArray[np.float64]
Numbers = NDArray[np.int64]
"""Places or counts."""

EVERYTHING_ELSE = Topic(
    slug="everything-else",
    title="Everything else",
    description="What stands on its own.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A topic that texts may join, with what speaks for it."""

    topic: Topic
    phrases: tuple[str, ...]
    """What its texts talk about, matched by meaning, each by itself."""
    words: tuple[str, ...] = ()
    """Single words that its texts drop, matched as they stand."""
    learnt: tuple[str, ...] = ()
    """Words that its examples repeat, or a built-in topic like it lists; common ones tell less."""
    examples: tuple[str, ...] = ()
    """Texts that belong to it."""
    offered: bool = False
    """Whether the editor wants it, or has it; the others are built in."""
    in_passing: bool = False
    """Whether posts on anything else mention it too, as they do people and the time of day."""
    section: Topic | None = None
    """The section that holds a built-in topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a document went, and why."""

    document: str
    """Its id."""
    topic: str
    """The slug of its topic; empty for an essay that stands by itself."""
    score: float
    """How much speaks for the topic; 0.4 and more is enough by itself."""
    runner_up: str = ""
    """The slug of the topic that came second among those that have documents, if one came near."""
    runner_up_score: float = 0.0
    words: tuple[str, ...] = ()
    """The words of the document that decided, the strongest first."""
    by_command: bool = False
    """Whether the editor's own program said so, and nothing else was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Topics with their members, and why each document is where it is."""

    topics: tuple[Topic, ...]
    placements: tuple[Placement, ...]
    """In the order of the documents."""
