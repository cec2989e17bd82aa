"""Asks the editor's own program for topics, in place of the built-in grouping.

The program reads JSON Lines on stdin: first the available topics, then one document a line. On
stdout it prints a line for each document, or one object that maps ids to titles.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.errors import ConfigError
from sitegen.models import Document, Topic
from sitegen.text.labels import printable, slugify
from sitegen.topics.command import run_program
from sitegen.topics.distinctive_words import Examples
from sitegen.topics.grouping_types import EVERYTHING_ELSE

_LONGEST_TITLE = 100
_MOST_EXAMPLES = 5
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The input of a program."""

    documents: Sequence[Document]
    topics: Sequence[Topic]
    """The topics that are declared, or exist in ``content/``."""
    examples: Examples
    """Texts that belong to them."""
    only: bool
    """Whether no other topics are allowed."""
    count: int | None
    """The approximate number of topics that was asked for, if any."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The output of a program."""

    topics: tuple[Topic, ...]
    """The topics of the question, with the assigned documents added to their members, then new
    ones, the largest first."""
    assigned: frozenset[str]
    """The ids of the documents that it assigned; it leaves the others to the built-in grouping."""


def ask_command(command: str, question: Question, *, folder: Path, seconds: float) -> Answer:
    """Runs a program to assign documents to topics.

    Args:
        command: the program and its arguments.
        question: its input.
        folder: its working directory.
        seconds: the time limit.

    Raises:
        ConfigError: it cannot be run, fails, takes too long, or gives an invalid answer.
    """
    given = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in _lines_of(question))
    printed = run_program(command, given.encode(errors="replace"), folder=folder, seconds=seconds)
    titles = _checked(_parse(printed), question)
    topics = _with_members(titles, question)
    return Answer(topics, frozenset(id_ for id_, title in titles.items() if title))


def _lines_of(question: Question) -> Iterator[dict[str, object]]:
    yield {
        "topics": [
            {
                "title": topic.title,
                "description": topic.description,
                "keywords": list(topic.keywords),
                "examples": list(question.examples.get(topic.slug, ()))[:_MOST_EXAMPLES],
            }
            for topic in question.topics
        ],
        "only": question.only,
        "count": question.count,
    }
    for document in question.documents:
        yield {
            "id": document.id,
            "kind": document.kind,
            "title": document.title,
            "text": document.full_text,
        }


def _parse(printed: bytes) -> list[tuple[object, object]]:
    """The pairs of id and title in an answer."""
    text = printed.decode(errors="replace").strip()
    if not text:
        raise ConfigError("it printed no answer")
    whole = _object_in(text)
    if whole is not None and not {"id", "topic"} <= whole.keys():
        return list(whole.items())
    pairs: list[tuple[object, object]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = _object_in(line)
            if found is None or not {"id", "topic"} <= found.keys():
                raise ConfigError(
                    f"line {number} of its answer is no object with “id” and “topic”: "
                    f"{_shortened(line)}"
                )
            pairs.append((found["id"], found["topic"]))
    return pairs


def _object_in(text: str) -> dict[str, object] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _checked(pairs: Sequence[tuple[object, object]], question: Question) -> dict[str, str | None]:
    """The title for each document; None where the built-in grouping decides."""
    asked = {document.id: document for document in question.documents}
    answer: dict[str, str | None] = {}
    for id_, title in pairs:
        if not isinstance(id_, str) or id_ not in asked:
            raise ConfigError(f"it answered for an id that no document has: {_shortened(id_)}")
        if id_ in answer:
            raise ConfigError(f"it answered twice for the document {id_}")
        answer[id_] = _checked_title(title, id_)
    missing = [document for id_, document in asked.items() if id_ not in answer]
    if missing:
        raise ConfigError(
            f"it left out {len(missing):,} of {len(asked):,} documents; the first is "
            f"{missing[0].id}: {_shortened(missing[0].text)}"
        )
    return answer


def _checked_title(title: object, id_: str) -> str | None:
    if title is None:
        return None
    if not isinstance(title, str) or not title.strip() or not title.strip().isprintable():
        raise ConfigError(f"the topic of {id_} is not a title: {_shortened(title)}")
    if len(title) > _LONGEST_TITLE:
        raise ConfigError(
            f"the topic of {id_} is longer than {_LONGEST_TITLE} characters: {_shortened(title)}"
        )
    return title.strip()


def _with_members(titles: Mapping[str, str | None], question: Question) -> tuple[Topic, ...]:
    """The topics of the question and of the answer, with their members."""
    topics = {topic.slug: topic for topic in question.topics}
    slugs = {topic.title.casefold(): topic.slug for topic in question.topics}
    slugs.setdefault(EVERYTHING_ELSE.title.casefold(), EVERYTHING_ELSE.slug)
    members: dict[str, list[str]] = defaultdict(list)
    for id_, title in titles.items():
        if title:
            slug = slugs.setdefault(title.casefold(), slugify(title, "topic"))
            if slug == EVERYTHING_ELSE.slug:
                topics.setdefault(slug, EVERYTHING_ELSE)
            elif slug not in topics and question.only:
                raise ConfigError(f"it made the topic “{title}”, though “only” allows no new ones")
            topics.setdefault(slug, Topic(slug=slug, title=title))
            members[slug].append(id_)
    filled = [replace(t, members=(*t.members, *members[t.slug])) for t in topics.values()]
    own = filled[len(question.topics) :]
    own.sort(key=lambda topic: -len(topic.members))
    return (*filled[: len(question.topics)], *own)


def _shortened(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return printable(text[:_SHOWN]) + "…" * (len(text) > _SHOWN)
