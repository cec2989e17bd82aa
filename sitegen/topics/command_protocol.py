"""Asks the editor's own program for topics, in place of the built-in grouping.

The program reads JSON Lines on stdin: first the available topics, then one document a line. On
stdout it prints a line for each document, or one object that maps ids to titles.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from sitegen.errors import ConfigError
from sitegen.topics.answers import Answer, Question, checked_titles, shortened, with_members
from sitegen.topics.command import run_program

_MOST_EXAMPLES = 5


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
    titles = checked_titles(_parse(printed), question)
    topics = with_members(titles, question)
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
                    f"{shortened(line)}"
                )
            pairs.append((found["id"], found["topic"]))
    return pairs


def _object_in(text: str) -> dict[str, object] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
