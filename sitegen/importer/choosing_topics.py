"""Chooses the topics of an import: from those that exist and are not locked, and new ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError, SitegenError
from sitegen.importer.dump_language import main_language
from sitegen.importer.examples import examples_of
from sitegen.importer.grouping import GroupingInput, assign_topics
from sitegen.importer.ledger import Meaning
from sitegen.importer.locked_topics import keep_out, locked_slugs
from sitegen.importer.meaning import meaning_for, open_encoder
from sitegen.importer.request import ImportRequest
from sitegen.importer.state_before import StateBefore
from sitegen.importer.topic_pages import offer_topics
from sitegen.languages import are_same_language, language_name
from sitegen.models import Document, Topic
from sitegen.topics import TopicAssignment
from sitegen.topics.encoder.vectors import KeepingEncoder


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenTopics:
    """The topics of an import."""

    topics: tuple[Topic, ...]
    """Those that have documents, with the ids of these."""
    declared: Sequence[Topic]
    """Those of the configuration."""
    assignments: Mapping[str, TopicAssignment]
    """The topic of each document that was grouped, with the reasons, by document id."""
    meaning: Meaning | None
    """What compared the documents; None if there was no new one."""
    encoder: KeepingEncoder | None
    """The encoder, if that is what compared them."""
    warnings: tuple[SitegenError, ...]
    """Problems that do not stop the import."""


def choose_topics(
    documents: Sequence[Document],
    before: StateBefore,
    config: Config,
    request: ImportRequest,
    progress: Callable[[str], None],
) -> ChosenTopics:
    """Chooses a topic for each new document; the others stay in theirs.

    Raises:
        ConfigError: two declared topics have one slug, or the model or the file of topics cannot be
            read.
    """
    offered = offer_topics(config, before.existing)
    locked = locked_slugs(before.existing)
    unlocked = [topic for topic in offered if topic.slug not in locked]
    grouping_input = _grouping_input(documents, unlocked, before, config, request)
    grouping, failures = assign_topics(grouping_input, config, progress)
    grouping = keep_out(grouping, offered, locked, {document.id for document in documents})
    return ChosenTopics(
        topics=grouping.topics,
        declared=offered[: len(config.topics)],
        assignments={assignment.document: assignment for assignment in grouping.assignments},
        meaning=grouping_input.meaning,
        encoder=grouping_input.encoder,
        warnings=(*_other_language(grouping_input, config), *failures),
    )


def _grouping_input(
    documents: Sequence[Document],
    offered: Sequence[Topic],
    before: StateBefore,
    config: Config,
    request: ImportRequest,
) -> GroupingInput:
    """The documents that are new or in a topic; no topic is made for others."""
    members = {member for topic in offered for member in topic.members}
    compared = [d for d in documents if d.id in members or before.is_new(d)]
    language = main_language(documents)
    found = GroupingInput(
        documents=compared,
        offered=offered,
        examples=examples_of(config, offered, before.existing, before.ledger),
        count=request.topics,
        explain=request.explain,
        language=language,
    )
    if not found.new_documents and before.ledger.pages:
        return found
    meaning = meaning_for(config, before.ledger, len(compared), language)
    encoder = open_encoder(config) if meaning == "encoder" else None
    return replace(found, meaning=meaning, encoder=encoder)


def _other_language(grouping_input: GroupingInput, config: Config) -> Iterator[SitegenError]:
    """A warning if most documents are in another language than the digest."""
    language = grouping_input.language
    if language is None or are_same_language(language, config.language):
        return
    theirs, own = (language_name(tag) for tag in (language, config.language))
    yield ConfigError(
        f"most of what was read is in {theirs}, and the digest is in {own}",
        path=config.root / "sitegen.toml",
        hint=f'for pages in {theirs}, set language = "{language}"',
    )
