"""The topics of what an import brings, by the editor's program or by meaning."""

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
class Material:
    """What is to be grouped, and by what."""

    documents: Sequence[Document]
    """Those that are new, and those that stand in a topic and stay there."""
    offered: Sequence[Topic]
    """The topics that are declared, then the others that stand in ``content/``."""
    examples: Examples
    """Texts that belong to an offered topic, by its slug."""
    count: int | None
    """About how many topics to make; by default that follows from the number of posts."""

    @property
    def new(self) -> tuple[Document, ...]:
        """The documents that stand in no topic yet."""
        held = {member for topic in self.offered for member in topic.members}
        return tuple(document for document in self.documents if document.id not in held)


def group_material(material: Material, config: Config) -> tuple[Grouping, tuple[ConfigError, ...]]:
    """The topics of the documents, and what went wrong with the editor's program, if anything did.

    Reasons are given for new documents only, as the others stay where the editor has them.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    answer, warnings = _ask(material, config)
    settings = config.grouping
    grouping = propose_topics(
        material.documents,
        answer.topics,
        examples=material.examples,
        only=_only(config),
        count=material.count,
        model=config.root / settings.model if settings.model else BUILT_IN,
        sections=config.root / settings.sections if settings.sections else None,
    )
    new = {document.id for document in material.new}
    assignments = tuple(
        TopicAssignment(document=place.document, topic=place.topic, score=0.0, by_command=True)
        if place.document in answer.assigned
        else place
        for place in grouping.assignments
        if place.document in new
    )
    return replace(grouping, assignments=assignments), warnings


def _ask(material: Material, config: Config) -> tuple[Answer, tuple[ConfigError, ...]]:
    """What the editor's program says; that it says nothing, and why, if it fails."""
    nothing = Answer(tuple(material.offered), frozenset())
    if not config.grouping.command or not material.new:
        return nothing, ()
    question = Question(
        documents=material.new,
        topics=material.offered,
        examples=material.examples,
        only=_only(config),
        count=material.count,
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
    """What to tell of a program that failed, with the line that names it."""
    text = path.read_text(encoding="utf-8-sig")
    lines = enumerate(text.split("\n"), 1)
    line = next((number for number, line in lines if line.lstrip().startswith("command")), None)
    return ConfigError(
        f"sitegen grouped the documents itself, as the command for topics failed: {error.message}",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="put it right and try it with --dry-run, as pages that were made stay in their topics",
    )
