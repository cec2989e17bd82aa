"""The second pass: a language model assigns texts to topics, in batches."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.errors import ConfigError
from sitegen.topics.answers import shortened
from sitegen.topics.llm.answer_cache import key_of
from sitegen.topics.llm.chat import InvalidAnswerError
from sitegen.topics.llm.model import TRIES, LanguageModel
from sitegen.topics.llm.prompts import Text, assignment_prompt, batches_of, one_line

_LONGEST_REASON = 120
_MOST_MISTAKES = 3
"""How many mistakes of an answer are named when the question is repeated."""


class Placement(NamedTuple):
    """The topic of a text, by its title, and why."""

    title: str
    reason: str


def place_texts(
    model: LanguageModel, texts: Sequence[Text], topics: str, titles: Sequence[str]
) -> dict[str, Placement]:
    """The placement of each text, by its id, as far as the model gives a valid one.

    Raises:
        ConfigError: the server fails, or the model gives no valid answer for a whole batch.
    """
    known = {_folded(title): title for title in titles}
    keys = {text.id: key_of("place", model.chat.model, topics, text.text) for text in texts}
    placed: dict[str, Placement] = {}
    for text in texts:
        if found := _placement_of(model.cache.get(keys[text.id]), known):
            placed[text.id] = found
    open_texts = [text for text in texts if text.id not in placed]
    for batch in batches_of(open_texts, topics, model.context):
        model.progress(f"the model has placed {len(placed):,} of {len(texts):,} posts")
        answers = _place_batch(model, batch, topics, known)
        model.cache.add((keys[id_], placement) for id_, placement in answers.items())
        placed |= answers
    return placed


def _place_batch(
    model: LanguageModel, batch: Sequence[Text], topics: str, known: Mapping[str, str]
) -> dict[str, Placement]:
    """The placements of a batch; texts without a valid one are asked for again."""
    placed: dict[str, Placement] = {}
    mistakes: list[str] = []
    for _ in range(TRIES):
        missing = [text for text in batch if text.id not in placed]
        if not missing:
            break
        rejected = "; ".join(mistakes[:_MOST_MISTAKES])
        prompt = assignment_prompt(missing, topics, [*known.values()], rejected=rejected)
        try:
            answers = model.chat.ask(prompt)
        except InvalidAnswerError as error:
            mistakes = [str(error)]
            continue
        mistakes = [*_check(answers, missing, known, placed)]
    if not placed:
        raise ConfigError(f"it gave no valid answer in {TRIES} tries: {mistakes[0]}")
    return placed


def _check(
    answers: Sequence[object],
    asked: Sequence[Text],
    known: Mapping[str, str],
    placed: dict[str, Placement],
) -> Iterator[str]:
    """Adds the valid answers to ``placed``; yields what is wrong with the others."""
    for answer in answers:
        given = answer.get("post") if isinstance(answer, dict) else None
        number = _number_of(given)
        if not 1 <= number <= len(asked):
            yield f"there is no post {shortened(given)}"
        elif found := _placement_of(answer, known):
            placed.setdefault(asked[number - 1].id, found)
        else:
            yield f"the topic of post {number} is none of the titles"
    for number, text in enumerate(asked, 1):
        if text.id not in placed:
            yield f"post {number} has no valid topic"


def _number_of(given: object) -> int:
    """The number of a post, which some models put into quotes; 0 for anything else."""
    if isinstance(given, str) and re.fullmatch("[0-9]{1,6}", given.strip()):
        return int(given)
    return given if type(given) is int else 0


def _folded(title: str) -> str:
    """A title without capitals, and without the marks that models put around it."""
    return title.casefold().strip(" \t.,:;*#-–•\"'“”‘’`")


def _placement_of(answer: object, known: Mapping[str, str]) -> Placement | None:
    """A valid placement in an answer, or in the cache; None if the topic is unknown."""
    match answer:
        case {"topic": str(topic), **rest}:
            reason = rest.get("reason")
        case [str(topic), reason]:
            pass
        case _:
            return None
    title = known.get(_folded(topic))
    line = one_line(reason, _LONGEST_REASON) if isinstance(reason, str) else ""
    return Placement(title, line) if title else None
