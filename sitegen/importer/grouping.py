"""Assigns an import's documents to topics, by the editor's program or by meaning."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError, line_of
from sitegen.models import Document, Topic
from sitegen.topics import (
    BUILT_IN,
    Answer,
    Grouping,
    Question,
    TopicAssignment,
    ask_command,
    propose_topics,
)
from sitegen.topics.distinctive_words import Examples


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingInput:
    """The documents to group, and the topics to choose from."""

    documents: Sequence[Document]
    """New documents, and those that are already in a topic and stay there."""
    offered: Sequence[Topic]
    """The declared topics, then the others that exist in ``content/``."""
    examples: Examples
    """Texts that belong to an offered topic, by its slug."""
    count: int | None
    """The approximate number of topics to make; by default it depends on the number of posts."""
    language: str | None = None
    """The language that most documents are in, if that is certain."""

    @property
    def new_documents(self) -> tuple[Document, ...]:
        """The documents that are in no topic yet."""
        members = {member for topic in self.offered for member in topic.members}
        return tuple(document for document in self.documents if document.id not in members)


def assign_topics(
    grouping_input: GroupingInput, config: Config
) -> tuple[Grouping, tuple[ConfigError, ...]]:
    """Groups the documents; returns the topics, and warnings if the editor's program failed.

    Only new documents have an assignment, as the others stay where they are.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    answer, warnings = _ask(grouping_input, config)
    settings = config.grouping
    grouping = propose_topics(
        grouping_input.documents,
        answer.topics,
        examples=grouping_input.examples,
        only=_only(config),
        count=grouping_input.count,
        model=config.root / settings.model if settings.model else BUILT_IN,
        sections=config.root / settings.sections if settings.sections else None,
        language=grouping_input.language or "en",
    )
    new = {document.id for document in grouping_input.new_documents}
    assignments = tuple(
        TopicAssignment(document=place.document, topic=place.topic, score=0.0, by_command=True)
        if place.document in answer.assigned
        else place
        for place in grouping.assignments
        if place.document in new
    )
    return replace(grouping, assignments=assignments), warnings


def _ask(grouping_input: GroupingInput, config: Config) -> tuple[Answer, tuple[ConfigError, ...]]:
    """The answer of the editor's program; an empty answer and a warning if it fails."""
    nothing = Answer(tuple(grouping_input.offered), frozenset())
    if not config.grouping.command or not grouping_input.new_documents:
        return nothing, ()
    question = Question(
        documents=grouping_input.new_documents,
        topics=grouping_input.offered,
        examples=grouping_input.examples,
        only=_only(config),
        count=grouping_input.count,
    )
    try:
        answer = ask_command(
            config.grouping.command,
            question,
            folder=config.root,
            seconds=config.grouping.command_seconds,
        )
    except ConfigError as error:
        return nothing, (_warning(find_config(config.root), error),)
    return answer, ()


def _only(config: Config) -> bool:
    return any(topic.only for topic in config.topics)


def _warning(path: Path, error: ConfigError) -> ConfigError:
    """A warning about a failed program, with the line of the configuration that names it."""
    text = path.read_text(encoding="utf-8-sig")
    lines = enumerate(text.split("\n"), 1)
    line = next((number for number, line in lines if line.lstrip().startswith("command")), None)
    return ConfigError(
        f"sitegen grouped the documents itself, as the command for topics failed: {error.message}",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="fix it and test it with --dry-run, as pages that exist stay in their topics",
    )
