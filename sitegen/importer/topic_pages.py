"""Determines the topics that an import can use, and plans their ``_index.md`` pages."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from sitegen.configuration.location import find_config
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
"""The order of “Everything else”, which leaves room for later topics."""

TopicPageAction = Literal["created", "updated", "unchanged"]
"""What an import does with a topic's page; the values are those of ``PageAction``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTopicPage:
    """The ``_index.md`` of a topic that an import wrote and the editor has not changed."""

    slug: str
    action: TopicPageAction
    data: bytes
    existing: str | None = None
    """The fingerprint of the existing file, None if there is none."""

    @property
    def path(self) -> PurePosixPath:
        """Its path relative to ``content/``."""
        return PurePosixPath("topics", self.slug, TOPIC_PAGE_NAME)


def offer_topics(config: Config, existing: ExistingContent) -> tuple[Topic, ...]:
    """The topics that the configuration declares, then the others that exist in ``content/``.

    The declaration of a topic takes precedence over its page.

    Raises:
        ConfigError: two declarations have one slug.
    """
    on_disk = {topic.slug: topic for topic in existing.topics}
    offered: dict[str, Topic] = {}
    for declared in config.topics:
        slug = _slug_of(declared, config.language, on_disk)
        if slug in offered:
            raise _declared_twice(config, slug)
        current = on_disk.pop(slug, Topic(slug=slug, title=declared.title))
        offered[slug] = replace(
            current,
            title=declared.title,
            description=declared.description or current.description,
            keywords=declared.keywords,
        )
    return (*offered.values(), *on_disk.values())


def plan_topic_pages(
    filled: Sequence[Topic], declared: Sequence[Topic], existing: ExistingContent, ledger: Ledger
) -> tuple[PlannedTopicPage, ...]:
    """Plans the pages of topics, except those that the editor changed or deleted."""
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
    """The page of a declared topic, if it exists and is as an import wrote or would write it."""
    page = existing.topic_page(topic.slug)
    data = compose_topic_page(topic, existing.order_of(topic.slug))
    current = page.fingerprint if page else None
    if current not in (fingerprint(data), ledger.topic_pages.get(topic.slug)) or current is None:
        return None
    action: TopicPageAction = "unchanged" if current == fingerprint(data) else "updated"
    return PlannedTopicPage(slug=topic.slug, action=action, data=data, existing=current)


def _slug_of(declared: TopicConfig, language: str, on_disk: Container[str]) -> str:
    """The slug of a declared topic, also the one that an earlier version made of its title."""
    earlier = slugify(declared.title, fallback="topic")
    made = earlier if earlier in on_disk else slugify(declared.title, "topic", language=language)
    return declared.slug or made


def _declared_twice(config: Config, slug: str) -> ConfigError:
    return ConfigError(
        f"two topics are declared with the slug “{slug}”",
        path=find_config(config.root),
        hint="merge them, or give one of them another slug",
    )
