"""Keeps new documents out of the topics that the editor locked."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sitegen.importer.existing import ExistingContent
from sitegen.models import Topic
from sitegen.topics import EVERYTHING_ELSE, Grouping


def locked_slugs(existing: ExistingContent) -> frozenset[str]:
    """The slugs of topics whose page has ``locked: true``.

    “Everything else” cannot be locked, as what fits no other topic has to go somewhere.
    """
    return frozenset(
        topic.slug
        for topic in existing.topics
        if topic.slug != EVERYTHING_ELSE.slug and existing.is_locked(topic.slug)
    )


def keep_out(
    grouping: Grouping, offered: Sequence[Topic], locked: frozenset[str], ids: Collection[str]
) -> Grouping:
    """The grouping without new documents in locked topics, which were not offered to it.

    A new topic may have the slug of a locked one; its documents go to “Everything else”.
    """
    strays = tuple(id_ for t in grouping.topics if t.slug in locked for id_ in t.members)
    topics = [topic for topic in grouping.topics if topic.slug not in locked]
    if strays:
        rest = next((t for t in (*topics, *offered) if t.slug == EVERYTHING_ELSE.slug), None)
        members = rest.members if rest in topics and rest else ()
        topics = [topic for topic in topics if topic is not rest]
        topics.append(replace(rest or EVERYTHING_ELSE, members=(*members, *strays)))
    for topic in offered:
        own = tuple(id_ for id_ in topic.members if id_ in ids)
        if topic.slug in locked and own:
            topics.append(replace(topic, members=own))
    assignments = tuple(
        replace(each, topic=EVERYTHING_ELSE.slug) if each.topic in locked else each
        for each in grouping.assignments
    )
    return replace(grouping, topics=tuple(topics), assignments=assignments)
