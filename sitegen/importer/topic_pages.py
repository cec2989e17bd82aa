"""The topics that documents are offered, and what becomes of the topics' own pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config, TopicConfig
from sitegen.content.pages import TOPIC_PAGE_NAME
from sitegen.errors import ConfigError
from sitegen.importer.composing import compose_topic_page
from sitegen.importer.existing import ExistingContent
from sitegen.importer.ledger import Ledger, fingerprint
from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics import EVERYTHING_ELSE

_LAST_ORDER = 1000
"""The order of everything else, which leaves room for topics that are yet to come."""

TopicFate = Literal["created", "updated", "unchanged"]
"""What becomes of a topic's page; the words mean what they do for a document's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTopicPage:
    """The ``_index.md`` of a topic, where an import wrote it and the editor left it so."""

    slug: str
    action: TopicFate
    data: bytes
    existing: str | None = None
    """The fingerprint of what stands there now, None where nothing does."""

    @property
    def path(self) -> PurePosixPath:
        """Where it stands, or is to stand, relative to ``content/``."""
        return PurePosixPath("topics", self.slug, TOPIC_PAGE_NAME)


def offer_topics(config: Config, existing: ExistingContent) -> tuple[Topic, ...]:
    """The topics that the configuration declares, then the others that stand in ``content/``.

    What is declared of a topic takes precedence over what its page says.

    Raises:
        ConfigError: two declarations have one slug.
    """
    on_disk = {topic.slug: topic for topic in existing.topics}
    offered: dict[str, Topic] = {}
    for declared in config.topics:
        slug = _slug_of(declared)
        if slug in offered:
            raise _declared_twice(config, slug)
        stands = on_disk.pop(slug, Topic(slug=slug, title=declared.title))
        offered[slug] = replace(
            stands,
            title=declared.title,
            description=declared.description or stands.description,
            keywords=declared.keywords,
        )
    return (*offered.values(), *on_disk.values())


def plan_topic_pages(
    filled: Sequence[Topic], declared: Sequence[Topic], existing: ExistingContent, ledger: Ledger
) -> tuple[PlannedTopicPage, ...]:
    """What becomes of topics' pages; one that the editor has, or had and deleted, is left alone.

    Args:
        filled: the topics that get a document's new page.
        declared: the topics that the configuration declares.
        existing: what stands in ``content/``.
        ledger: what earlier imports wrote.
    """
    known = {*ledger.topics, *(topic.slug for topic in existing.topics)}
    new = [topic for topic in filled if topic.slug not in known]
    old = (_plan_declared(topic, existing, ledger) for topic in declared)
    return (*_plan_new(new, existing.last_order), *(page for page in old if page))


def _plan_new(topics: Sequence[Topic], last_order: int) -> Iterator[PlannedTopicPage]:
    for order, topic in enumerate(topics, last_order + 1):
        is_last = topic.slug == EVERYTHING_ELSE.slug
        data = compose_topic_page(topic, max(order, _LAST_ORDER) if is_last else order)
        yield PlannedTopicPage(slug=topic.slug, action="created", data=data)


def _plan_declared(
    topic: Topic, existing: ExistingContent, ledger: Ledger
) -> PlannedTopicPage | None:
    """The page of a declared topic, if it stands as an import wrote it, or would write it now."""
    page = existing.topic_page(topic.slug)
    data = compose_topic_page(topic, existing.order_of(topic.slug))
    stands = page.fingerprint if page else None
    if stands not in (fingerprint(data), ledger.topic_pages.get(topic.slug)) or stands is None:
        return None
    action: TopicFate = "unchanged" if stands == fingerprint(data) else "updated"
    return PlannedTopicPage(slug=topic.slug, action=action, data=data, existing=stands)


def _slug_of(declared: TopicConfig) -> str:
    return declared.slug or slugify(declared.title, fallback="topic")


def _declared_twice(config: Config, slug: str) -> ConfigError:
    return ConfigError(
        f"two topics are declared with the slug “{slug}”",
        path=find_config(config.root),
        hint="make one topic of them, or give one a slug of its own",
    )
