"""The built-in topics, and the subjects that a dump's texts are offered."""

import functools
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sitegen.models import Topic
from sitegen.text import slugify
from sitegen.topics.models import Subject
from sitegen.topics.words import stem, stopwords

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "your", "with"})


@functools.cache
def built_in_subjects() -> tuple[Subject, ...]:
    """The topics of sections.toml, with their words from lexicon.toml, in the files' order."""
    sections, lexicon = _read("sections.toml"), _read("lexicon.toml")
    return tuple(
        Subject(
            topic=Topic(slug=slugify(title, "topic"), title=title),
            phrases=tuple(phrase.strip() for phrase in phrases.split(",")),
            words=tuple(lexicon[name].get(title, "").split()),
            in_passing=title in section.get("in_passing", ()),
            section=section["title"],
        )
        for name, section in sections.items()
        for title, phrases in section["topics"].items()
    )


@functools.cache
def built_in_sections() -> tuple[Topic, ...]:
    """The sections of sections.toml as topics, for what is too little for a topic of its own."""
    return tuple(
        Topic(
            slug=slugify(section["title"], "section"),
            title=section["title"],
            description=section["description"],
        )
        for section in _read("sections.toml").values()
    )


def offered_subject(
    topic: Topic, examples: Sequence[str] = (), learnt: Sequence[str] = ()
) -> Subject:
    """What speaks for a topic of the editor's: its keywords, its title, and what we know of it.

    A title or slug that one of the built-in topics or sections has too brings that one's keywords
    along, so that a topic which the editor gave another title goes on as before.

    Args:
        topic: what the editor says of it.
        examples: texts that belong to it.
        learnt: words that tell its examples from those of other topics.
    """
    key = _key(topic.title)
    near = [s for s in built_in_subjects() if _is_same(topic, s) or (key and _is_near(key, s))]
    own = (*topic.keywords, topic.title, *filter(None, [topic.description]))
    words = [word for phrase in (topic.title, *topic.keywords) for word in _single_words(phrase)]
    return Subject(
        topic=topic,
        phrases=own if topic.keywords else (*own, *(p for s in near for p in s.phrases)),
        words=tuple(words),
        learnt=(*learnt, *(word for subject in near for word in subject.words)),
        examples=tuple(examples),
        offered=True,
    )


def _is_same(topic: Topic, subject: Subject) -> bool:
    return topic.slug in (subject.topic.slug, slugify(subject.section, "section"))


def _is_near(key: frozenset[str], subject: Subject) -> bool:
    title, section = _key(subject.topic.title), _key(subject.section)
    if key <= title or title <= key or key <= section:
        return True
    return all(any(_is_short_for(word, full) for word in key) for full in section)


def _is_short_for(word: str, full: str) -> bool:
    """Whether an editor may write ``word`` for ``full``, as in “Sci/Tech”."""
    return len(word) >= 3 and full.startswith(word)


def _single_words(phrase: str) -> list[str]:
    return [word for word in _WORD.findall(phrase.lower()) if word not in stopwords()]


def _key(title: str) -> frozenset[str]:
    """The stems of a title's words. "World" alone is a title, so only the smallest words go."""
    return frozenset(stem(word) for word in _WORD.findall(title.lower()) if word not in _SMALL)


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
