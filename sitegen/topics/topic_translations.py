"""The names of the built-in topics in other languages, and the words of posts there.

A file of ``translations/`` has tables by the English titles: ``titles`` of sections and topics,
``descriptions`` of sections, both also of “Everything else” unless the interface has them, and
``words`` of posts on a topic; and ``false_friends``, which mean something else in English.
``compounds`` tells that words are joined, the most telling one last, as in “Linsensuppe”, except
``chance_endings``.
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.models import Topic
from sitegen.text.labels import slugify

_FOLDER = Path(__file__).parent / "translations"
_PAST_LATIN = "\u0250"


@dataclass(frozen=True, slots=True)
class Translation:
    """The built-in topics in one language."""

    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    words: Mapping[str, str]
    """The words of each topic, separated by spaces. One that ends with ``*`` stands for all words
    that begin with it."""
    false_friends: frozenset[str]
    """Words that mean something else than in English, and none of a topic."""
    compounds: bool = False
    """Whether a word also stands for longer words that end with it."""
    chance_endings: frozenset[str] = frozenset()
    """Words that do not, as they end many others by chance."""


@functools.cache
def load_translation(language: str) -> Translation | None:
    """The built-in topics in a language, by its tag; None if they are not translated."""
    path = _FOLDER / f"{language.partition('-')[0].lower()}.toml"
    if not path.is_file():
        return None
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Translation(
        tables["titles"],
        tables.get("descriptions", {}),
        tables.get("words", {}),
        frozenset(tables.get("false_friends", {}).get("words", "").split()),
        tables.get("compounds", False),
        frozenset(tables.get("chance_endings", "").split()),
    )


@functools.cache
def false_friends(language: str) -> frozenset[str]:
    """Words that mean something else in English, in texts of a dump in a language.

    In an English dump, the other texts may be in any language. Where the built-in topics have no
    words in the language, they are not used for most of the dump, so no word is taken from it.
    """
    if language == "en":
        found = [load_translation(path.stem) for path in sorted(_FOLDER.glob("*.toml"))]
        return frozenset().union(*(each.false_friends for each in found if each))
    translation = load_translation(language)
    return translation.false_friends if translation and translation.words else frozenset()


def translated(topic: Topic, language: str) -> Topic:
    """A built-in topic or section in a language; the topic itself if it has no translation.

    Its slug is made from the translated title if that has Latin letters.
    """
    translation = load_translation(language)
    title = translation.titles.get(topic.title) if translation else None
    if not translation or not title:
        return topic
    is_latin = all(letter < _PAST_LATIN for letter in title)
    slug = slugify(title, topic.slug, language=language) if is_latin else topic.slug
    described = translation.descriptions.get(topic.title, "")
    return replace(topic, slug=slug, title=title, description=described)


@functools.cache
def _english_slugs() -> Mapping[str, str]:
    """The English slug of each translated title, by the slugs that this has or may have had."""
    found: dict[str, str] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        translation = load_translation(path.stem)
        for english, title in translation.titles.items() if translation else ():
            for tag in (path.stem, ""):
                own = slugify(title, "topic", language=tag)
                found.setdefault(own, slugify(english, "topic"))
    return found


def english_slug(slug: str) -> str:
    """The slug that a built-in topic has in English, by that in any language; else ``slug``."""
    return _english_slugs().get(slug, slug)
