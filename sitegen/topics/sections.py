"""The built-in topics, and the subjects that a dump's texts are offered."""

import functools
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from sitegen.models import Topic
from sitegen.topics.models import Subject
from sitegen.topics.section_files import read_subjects
from sitegen.topics.words import stem, stopwords

_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "your", "with"})


@functools.cache
def built_in_subjects() -> tuple[Subject, ...]:
    """The topics of sections.toml, with their words from lexicon.toml, in the file's order."""
    return read_subjects(_FOLDER / "sections.toml", _lexicon())


def own_subjects(path: Path) -> tuple[Subject, ...]:
    """The topics of a digest's own file; those that we know too keep their words.

    Raises:
        ConfigError: the file cannot be read, or is not of the form of sections.toml.
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
    learnt: Sequence[str] = (),
    *,
    known: Sequence[Subject] | None = None,
) -> Subject:
    """What speaks for a topic of the editor's: its keywords, its title, and what we know of it.

    A title or slug that one of the built-in topics or sections has too brings that one's keywords
    along, so that a topic which the editor gave another title goes on as before.

    Args:
        topic: what the editor says of it.
        examples: texts that belong to it.
        learnt: words that tell its examples from those of other topics.
        known: the topics to take for built-in ones; by default, those of sitegen.
    """
    key = _key(topic.title)
    subjects = built_in_subjects() if known is None else known
    near = [s for s in subjects if _is_same(topic, s) or (key and _is_near(key, s))]
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
    section = subject.section.slug if subject.section else ""
    return topic.slug in (subject.topic.slug, section)


def _is_near(key: frozenset[str], subject: Subject) -> bool:
    title, section = _key(subject.topic.title), _key(_section_title(subject))
    if key <= title or title <= key or key <= section:
        return True
    return all(any(_is_short_for(word, full) for word in key) for full in section)


def _section_title(subject: Subject) -> str:
    return subject.section.title if subject.section else ""


def _is_short_for(word: str, full: str) -> bool:
    """Whether an editor may write ``word`` for ``full``, as in “Sci/Tech”."""
    return len(word) >= 3 and full.startswith(word)


def _single_words(phrase: str) -> list[str]:
    return [word for word in _WORD.findall(phrase.lower()) if word not in stopwords()]


def _key(title: str) -> frozenset[str]:
    """The stems of a title's words. "World" alone is a title, so only the smallest words go."""
    return frozenset(stem(word) for word in _WORD.findall(title.lower()) if word not in _SMALL)
