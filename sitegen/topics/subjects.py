"""Subjects, which texts are scored against: the built-in topics, and those of the editor."""

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics.grouping_types import Subject
from sitegen.topics.taxonomy import read_subjects
from sitegen.topics.topic_translations import Translation, english_slug, load_translation
from sitegen.topics.words import stem, stopwords

_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_ENDING = 5
"""The shortest word that compounds are known by; others end many words by chance."""
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "your", "with"})


@functools.cache
def built_in_subjects() -> tuple[Subject, ...]:
    """The topics of sections.toml, in order, with their words from lexicon.toml."""
    return read_subjects(_FOLDER / "sections.toml", _lexicon())


@functools.cache
def local_subjects(language: str) -> tuple[Subject, ...]:
    """The built-in topics, with their words in a language; none if they are not translated."""
    if language == "en":
        return built_in_subjects()
    translation = load_translation(language)
    if translation is None or built_in_subjects()[0].topic.title not in translation.titles:
        return ()
    return tuple(
        replace(s, local_words=_local_words(translation, s.topic.title))
        for s in built_in_subjects()
    )


def _local_words(translation: Translation, title: str) -> tuple[str, ...]:
    """The words of a topic in a language, also as the endings of compounds."""
    words = translation.words.get(title, "").split()
    stems = [word.removesuffix("*") for word in words] if translation.compounds else []
    last_parts = [stem for stem in stems if len(stem) >= _SHORTEST_ENDING]
    return (*words, *(f"*{s}" for s in last_parts if s not in translation.chance_endings))


def own_subjects(path: Path) -> tuple[Subject, ...]:
    """The topics of a digest's own file; those with a built-in title also have its words.

    Raises:
        ConfigError: the file cannot be read, or does not have the format of sections.toml.
    """
    return read_subjects(path, _lexicon())


@functools.cache
def _lexicon() -> dict[str, str]:
    """The single words of each built-in topic, by its title."""
    text = (_FOLDER / "lexicon.toml").read_text(encoding="utf-8")
    sections: dict[str, dict[str, str]] = tomllib.loads(text)
    return {title: words for topics in sections.values() for title, words in topics.items()}


def offered_subject(
    topic: Topic,
    examples: Sequence[str] = (),
    learned: Sequence[str] = (),
    *,
    known: Sequence[Subject] | None = None,
    encoded: bool = False,
) -> Subject:
    """The subject for a topic of the editor's.

    If its title or slug is that of a built-in topic or section, it also gets the keywords of that
    one, so that a topic that the editor renamed works as before. So it does if they only share
    words, unless it is a bare title and an encoder knows better what that is near to; but “Weather”
    gets those of no other topic of “Nature and weather”.

    Args:
        topic: the topic, with its keywords.
        examples: texts that belong to it.
        learned: words that distinguish its examples from those of other topics.
        known: the built-in topics; by default, those of sitegen.
        encoded: whether a sentence encoder compares texts with it.
    """
    subjects = built_in_subjects() if known is None else known
    is_near = _is_same if encoded and is_bare_title(topic, examples) else has_near_title
    near = [subject for subject in subjects if is_near(topic, subject)]
    same = [subject for subject in near if subject.topic.slug in _english_slugs(topic)]
    if same:
        key = _key(topic.title)
        near = [subject for subject in near if subject in same or _shares_words(key, subject)]
    own = (*topic.keywords, topic.title, *filter(None, [topic.description]))
    words = [word for phrase in (topic.title, *topic.keywords) for word in _single_words(phrase)]
    return Subject(
        topic=topic,
        phrases=own if topic.keywords else (*own, *(p for s in near for p in s.phrases)),
        words=tuple(words),
        local_words=tuple(word for subject in near for word in subject.local_words),
        learned=(*learned, *(word for subject in near for word in subject.words)),
        examples=tuple(examples),
        offered=True,
    )


def is_bare_title(topic: Topic, examples: Sequence[str]) -> bool:
    """Whether nothing but its title says what a topic is about."""
    return not (topic.keywords or topic.description or examples)


def has_near_title(topic: Topic, subject: Subject) -> bool:
    """Whether a topic has the title of a subject or its section, or words of it."""
    key = _key(topic.title)
    return _is_same(topic, subject) or (bool(key) and _is_near(key, subject))


def _is_same(topic: Topic, subject: Subject) -> bool:
    section = subject.section.slug if subject.section else ""
    return not {subject.topic.slug, section}.isdisjoint(_english_slugs(topic))


def _english_slugs(topic: Topic) -> tuple[str, ...]:
    """The slugs that a built-in topic may have if it is this one."""
    return topic.slug, english_slug(topic.slug), english_slug(slugify(topic.title, "topic"))


def _is_near(key: frozenset[str], subject: Subject) -> bool:
    section = _key(_section_title(subject))
    if _shares_words(key, subject) or key <= section:
        return True
    return all(any(_is_short_for(word, full) for word in key) for full in section)


def _shares_words(key: frozenset[str], subject: Subject) -> bool:
    title = _key(subject.topic.title)
    return key <= title or title <= key


def _section_title(subject: Subject) -> str:
    return subject.section.title if subject.section else ""


def _is_short_for(word: str, full: str) -> bool:
    """Whether ``word`` abbreviates ``full``, as in “Sci/Tech”."""
    return len(word) >= 3 and full.startswith(word)


def _single_words(phrase: str) -> list[str]:
    return [word for word in _WORD.findall(phrase.lower()) if word not in stopwords()]


def _key(title: str) -> frozenset[str]:
    """The stems of a title's words, without only the shortest words: “World” may be a title."""
    return frozenset(stem(word) for word in _WORD.findall(title.lower()) if word not in _SMALL)
