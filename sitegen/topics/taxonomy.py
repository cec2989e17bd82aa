"""Reads a file of sections and topics: the built-in one, or a digest's own.

The format is TOML: a table for each section with ``title``, ``description``, and a table
``topics`` that maps titles to comma-separated keywords. ``in_passing`` lists the topics that posts
on other subjects often mention.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.configuration.toml import parse_toml, read_text
from sitegen.errors import ConfigError, line_of
from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.grouping_types import Subject

_FORM = (
    'a section is [name] with title = "…", and under [name.topics] it has topics, such as '
    '"Bees" = "hive, honey, swarm"'
)


def read_subjects(path: Path, words: Mapping[str, str]) -> tuple[Subject, ...]:
    """Reads the topics of a file, in order, each with its section.

    Args:
        path: the file.
        words: further single words of topics, separated by spaces, by title.

    Raises:
        ConfigError: the file cannot be read, or does not have this format.
    """
    file = _File(path, read_text(path, "the file of topics that [grouping] names"))
    sections = parse_toml(path, file.text)
    subjects = tuple(
        Subject(
            topic=Topic(slug=slugify(title, "topic"), title=title),
            phrases=phrases,
            words=tuple(words.get(title, "").split()),
            in_passing=title in table.get("in_passing", ()),
            section=section,
        )
        for name, table in sections.items()
        for section in [_section(file, name, table)]
        for title, phrases in _topics(file, name, table["topics"])
    )
    if not subjects:
        raise file.mistake("no topic is in this file")
    _refuse_duplicates(file, subjects)
    return subjects


class _File:
    """A file with its text, to report the position of errors."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def mistake(self, message: str, *keys: str, hint: str = _FORM) -> ConfigError:
        """An error in the section, and at the key, that ``keys`` name."""
        line = self._line_of(*keys)
        source = line_of(self.text, line)
        return ConfigError(message, path=self.path, line=line, source=source, hint=hint)

    def _line_of(self, name: str = "", key: str = "") -> int | None:
        """The last line that sets a key in a section, or else the line that starts the section.

        Without a section name, all sections are searched.
        """
        header = re.compile(rf"\s*(\[\s*{_quoted(name)}\s*[.\]]|{_quoted(name)}\s*=)")
        entry = re.compile(rf"\s*({_quoted(key)}\s*=|\[[^\]]*\.\s*{_quoted(key)}\s*\])")
        found: int | None = None
        inside = not name
        for number, line in enumerate(self.text.split("\n"), 1):
            if name and (line.lstrip().startswith("[") or not inside):
                inside = bool(header.match(line))
                found = found or (number if inside else None)
            if inside and entry.match(line):
                found = number
        return found


def _quoted(key: str) -> str:
    return rf"[\"']?{re.escape(key)}[\"']?"


def _section(file: _File, name: str, table: object) -> Topic:
    """A section as a topic, for texts that are too few for a topic of their own."""
    if not isinstance(table, dict):
        raise file.mistake(f"“{name}” is outside of a section", name)
    for key in table:
        if key not in ("title", "description", "in_passing", "topics"):
            raise file.mistake(f"a section has no “{key}”", name, key)
    title, description = table.get("title"), table.get("description", "")
    if not isinstance(title, str) or not title.strip():
        raise file.mistake(f"the section “{name}” has no title", name, "title")
    if not isinstance(description, str):
        raise file.mistake("a description is a text in quotes", name, "description")
    topics, passing = table.get("topics"), table.get("in_passing", [])
    if not isinstance(topics, dict) or not topics:
        raise file.mistake(f"the section “{name}” has no topics", name, "topics")
    if not isinstance(passing, list) or any(title not in [*topics] for title in passing):
        raise file.mistake("“in_passing” is not a list of the section's topics", name, "in_passing")
    return Topic(slug=slugify(title, "section"), title=title.strip(), description=description)


def _topics(
    file: _File, name: str, topics: Mapping[str, object]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for title, keywords in topics.items():
        if not isinstance(keywords, str):
            raise file.mistake(
                f"the keywords of “{title}” are not one text",
                name,
                title,
                hint=f'write them in one pair of quotes: "{title}" = "one, another"',
            )
        phrases = tuple(filter(None, map(str.strip, keywords.split(","))))
        if not phrases or not title.strip():
            raise file.mistake(f"“{title}” has no keywords", name, title)
        yield title.strip(), phrases


def _refuse_duplicates(file: _File, subjects: tuple[Subject, ...]) -> None:
    """Refuses topics and sections with the same slug, which would share a folder."""
    sections = {subject.section.slug for subject in subjects if subject.section}
    taken = {EVERYTHING_ELSE.slug, *sections}
    for subject in subjects:
        if subject.topic.slug in taken:
            raise file.mistake(
                f"there is a topic or a section “{subject.topic.title}” already",
                "",
                subject.topic.title,
                hint="make one of them, or give one another title",
            )
        taken.add(subject.topic.slug)
