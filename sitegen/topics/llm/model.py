"""A language model, with what a run of questions to it shares."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.topics.llm.answer_cache import AnswerCache
from sitegen.topics.llm.chat import Chat

TRIES = 3
"""How often the same is asked if the answer is invalid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """A model to ask."""

    chat: Chat
    context: int
    """The size of its context, in tokens."""
    cache: AnswerCache
    progress: Callable[[str], None]
    """Is told what the model is asked."""
