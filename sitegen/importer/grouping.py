"""Assigns an import's documents to topics: by a program, a language model, or by meaning."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.errors import ConfigError
from sitegen.importer.config_errors import config_error
from sitegen.importer.ledger import Meaning
from sitegen.languages import are_same_language
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
from sitegen.topics.encoder.vectors import KeepingEncoder


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
    explain: bool = True
    """Whether to name the words that decided on each topic."""
    language: str | None = None
    """The language that most documents are in, if that is certain."""
    meaning: Meaning | None = None
    """What compares the documents by meaning; None if there is no new one."""
    encoder: KeepingEncoder | None = None
    """The encoder, if that is what compares them."""

    @property
    def new_documents(self) -> tuple[Document, ...]:
        """The documents that are in no topic yet."""
        members = {member for topic in self.offered for member in topic.members}
        return tuple(document for document in self.documents if document.id not in members)


def assign_topics(
    grouping_input: GroupingInput,
    config: Config,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Grouping, tuple[ConfigError, ...]]:
    """Groups the documents; returns the topics, and warnings if a program or a model failed.

    ``progress`` is told what takes long.

    Only new documents have an assignment, as the others stay where they are.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    answer, warnings = _ask(grouping_input, config, progress)
    settings = config.grouping
    if grouping_input.encoder:
        progress(f"{len(grouping_input.documents):,} documents are compared")
    grouping = propose_topics(
        grouping_input.documents,
        answer.topics,
        examples=grouping_input.examples,
        only=_only(config),
        count=grouping_input.count,
        model=config.root / settings.model if settings.model else BUILT_IN,
        sections=config.root / settings.sections if settings.sections else None,
        language=grouping_input.language or "en",
        names=_language_of_names(grouping_input, config),
        encoder=grouping_input.encoder or "off",
        explain=grouping_input.explain,
    )
    new = {document.id for document in grouping_input.new_documents}
    places = [place for place in grouping.assignments if place.document in new]
    assignments = tuple(_with_answer(place, answer, config) for place in places)
    return replace(grouping, assignments=assignments), warnings


def _with_answer(place: TopicAssignment, answer: Answer, config: Config) -> TopicAssignment:
    """An assignment; one that the program or the model made has its reason, and no score."""
    if place.document not in answer.assigned:
        return place
    return TopicAssignment(
        document=place.document,
        topic=place.topic,
        score=0.0,
        by="llm" if config.grouping.llm else "command",
        reason=answer.reasons.get(place.document, ""),
    )


def _ask(
    grouping_input: GroupingInput, config: Config, progress: Callable[[str], None]
) -> tuple[Answer, tuple[ConfigError, ...]]:
    """The answer of the program or the model; an empty answer and a warning if it fails."""
    nothing = Answer(tuple(grouping_input.offered), frozenset())
    settings = config.grouping
    if not (settings.command or settings.llm) or not grouping_input.new_documents:
        return nothing, ()
    question = Question(
        documents=grouping_input.new_documents,
        topics=grouping_input.offered,
        examples=grouping_input.examples,
        only=_only(config),
        count=grouping_input.count,
        language=_language_of_names(grouping_input, config),
    )
    try:
        if settings.llm:
            answer = _ask_llm(question, config, progress)
            return answer, _unanswered(answer, question, config)
        answer = ask_command(
            settings.command, question, folder=config.root, seconds=settings.command_seconds
        )
    except ConfigError as error:
        return nothing, (_failure(error, config),)
    return answer, ()


def _ask_llm(question: Question, config: Config, progress: Callable[[str], None]) -> Answer:
    from sitegen.topics.llm import ask_llm  # noqa: PLC0415 -- loads ssl, which few imports need

    folder = CacheFolder(config.root).create()
    return ask_llm(config.grouping, question, cache_folder=folder, progress=progress)


def _unanswered(answer: Answer, question: Question, config: Config) -> tuple[ConfigError, ...]:
    """A warning about documents for which a model gave no valid answer."""
    if not answer.unanswered:
        return ()
    message = (
        f"sitegen grouped {answer.unanswered:,} of {len(question.documents):,} documents itself, "
        "as the language model gave no valid answer for them"
    )
    return (config_error(config, "llm", message, hint="--explain tells which they are"),)


def _language_of_names(grouping_input: GroupingInput, config: Config) -> str:
    """The digest's language; if that is English, which is the default, that of most documents."""
    is_default = are_same_language(config.language, "en")
    return (grouping_input.language if is_default else None) or config.language


def _only(config: Config) -> bool:
    return any(topic.only for topic in config.topics)


def _failure(error: ConfigError, config: Config) -> ConfigError:
    """A warning about a program or a model that failed."""
    key, name = ("llm", "language model") if config.grouping.llm else ("command", "command")
    return config_error(
        config,
        key,
        f"sitegen grouped the documents itself, as the {name} for topics failed: {error.message}",
        hint="fix it and test it with --dry-run, as pages that exist stay in their topics",
    )
