"""What sitegen asks others about topics, and how it checks what they answer.

Both the editor's own program and a language model get the same question, and the same rules apply
to their answers.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sitegen.errors import ConfigError
from sitegen.models import Document, Topic
from sitegen.text.labels import printable, slugify
from sitegen.topics.distinctive_words import Examples
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.topic_names import everything_else

_LONGEST_TITLE = 100
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a program or a language model is asked."""

    documents: Sequence[Document]
    topics: Sequence[Topic]
    """The topics that are declared, or exist in ``content/``."""
    examples: Examples
    """Texts that belong to them."""
    only: bool
    """Whether no other topics are allowed."""
    count: int | None
    """The approximate number of topics that was asked for, if any."""
    language: str = "en"
    """The language of most documents."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program or a language model answered."""

    topics: tuple[Topic, ...]
    """The topics of the question, with the assigned documents added to their members, then new
    ones, the largest first."""
    assigned: frozenset[str]
    """The ids of the documents that it assigned; it leaves the others to the built-in grouping."""
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The reasons that it gave, by document id."""
    unanswered: int = 0
    """The number of documents for which it gave no valid answer."""


def checked_titles(
    pairs: Sequence[tuple[object, object]], question: Question
) -> dict[str, str | None]:
    """The title for each document; None where the built-in grouping decides.

    Raises:
        ConfigError: a document is missing, unknown or there twice, or a topic is no title.
    """
    asked = {document.id: document for document in question.documents}
    answer: dict[str, str | None] = {}
    for id_, title in pairs:
        if not isinstance(id_, str) or id_ not in asked:
            raise ConfigError(f"it answered for an id that no document has: {shortened(id_)}")
        if id_ in answer:
            raise ConfigError(f"it answered twice for the document {id_}")
        answer[id_] = checked_title(title, id_)
    missing = [document for id_, document in asked.items() if id_ not in answer]
    if missing:
        raise ConfigError(
            f"it left out {len(missing):,} of {len(asked):,} documents; the first is "
            f"{missing[0].id}: {shortened(missing[0].text)}"
        )
    return answer


def checked_title(title: object, id_: str) -> str | None:
    """The title, without spaces around it; None for null.

    Raises:
        ConfigError: it is empty, too long, or no text on one line.
    """
    if title is None:
        return None
    if not isinstance(title, str) or not title.strip() or not title.strip().isprintable():
        raise ConfigError(f"the topic of {id_} is not a title: {shortened(title)}")
    if len(title) > _LONGEST_TITLE:
        raise ConfigError(
            f"the topic of {id_} is longer than {_LONGEST_TITLE} characters: {shortened(title)}"
        )
    return title.strip()


def with_members(
    titles: Mapping[str, str | None], question: Question, proposed: Sequence[Topic] = ()
) -> tuple[Topic, ...]:
    """The topics of the question and of the answer, with their members.

    Args:
        titles: the title for each document id.
        question: what was asked.
        proposed: topics that have a description, for titles that the question does not have.

    Raises:
        ConfigError: a topic is new although the question allows only its own.
    """
    topics = {topic.slug: topic for topic in question.topics}
    described = {topic.slug: topic for topic in proposed}
    slugs = {topic.title.casefold(): topic.slug for topic in question.topics}
    last = everything_else(question.topics, question.language)
    slugs |= dict.fromkeys((last.title.casefold(), EVERYTHING_ELSE.title.casefold()), last.slug)
    members: dict[str, list[str]] = defaultdict(list)
    for id_, title in titles.items():
        if title:
            slug = slugify(title, "topic", language=question.language)
            slug = slugs.setdefault(title.casefold(), slug)
            if slug == last.slug:
                topics.setdefault(slug, last)
            elif slug not in topics and question.only:
                raise ConfigError(f"it made the topic “{title}”, though “only” allows no new ones")
            topics.setdefault(slug, described.get(slug) or Topic(slug=slug, title=title))
            members[slug].append(id_)
    filled = [replace(t, members=(*t.members, *members[t.slug])) for t in topics.values()]
    own = filled[len(question.topics) :]
    own.sort(key=lambda topic: -len(topic.members))
    return (*filled[: len(question.topics)], *own)


def shortened(value: object) -> str:
    """A value of an answer, short enough for a message."""
    text = value if isinstance(value, str) else json.dumps(value)
    return printable(text[:_SHOWN]) + "…" * (len(text) > _SHOWN)
