"""A snapshot: all records of one build. Compares two of them field by field."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from sitegen.languages import Wording
from sitegen.overlay_mapping import changed_keys
from sitegen.views.body_store import BodyStore
from sitegen.views.field_sets import FieldSet, field_bits, names_in
from sitegen.views.template_records import ImageView, PageView, SiteView, TopicView

Key = tuple[
    Literal["page", "topic", "author", "tag", "site", "template", "wording", "picture"], str
]
"""Identifies a record: its kind, and its id, slug or name."""

ChangedFields = Mapping[Key, FieldSet]
"""The fields that differ, by record."""


class AuthorPage(NamedTuple):
    """The page that lists the texts of an author."""

    address: str


class TagPage(NamedTuple):
    """A tag, and the page that lists what has it."""

    title: str
    address: str | None
    """None if the theme has no tag pages."""


class TemplateSource(NamedTuple):
    """A template of the theme."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything that templates and feeds may see, and the templates themselves."""

    site: SiteView
    pages: Mapping[str, PageView]
    """By their ids."""
    topics: Mapping[str, TopicView]
    """By their slugs; with the posts of an edition, by ``edition/slug``."""
    authors: Mapping[str, AuthorPage]
    """The authors that have a page, by name."""
    tags: Mapping[str, TagPage]
    """By ``tag_key``, which all spellings of a tag share."""
    templates: Mapping[str, TemplateSource]
    """By every name that a template may load."""
    wording: Wording
    bodies: BodyStore
    images: Mapping[str, ImageView] = field(default_factory=dict)
    """The pictures under ``content/``, by their addresses."""


_TYPES: Mapping[str, type] = {
    "page": PageView,
    "topic": TopicView,
    "author": AuthorPage,
    "tag": TagPage,
    "site": SiteView,
    "template": TemplateSource,
    "wording": Wording,
    "picture": ImageView,
}
"""The types of records, by their kinds."""


def field_names(key: Key, fields: FieldSet) -> list[str]:
    """The names of some fields of the record with that key, sorted."""
    return names_in(_TYPES[key[0]], fields)


def changed_fields(old: Snapshot, new: Snapshot) -> dict[Key, FieldSet]:
    """The fields whose values differ, and all fields of records that only one snapshot has."""
    changed: dict[Key, FieldSet] = defaultdict(int)
    _compare([(("site", ""), old.site, new.site)], changed)
    _compare([(("wording", ""), old.wording, new.wording)], changed)
    _compare(((("page", i), a, b) for i, a, b in _pairs(old.pages, new.pages)), changed)
    _compare(((("topic", i), a, b) for i, a, b in _pairs(old.topics, new.topics)), changed)
    _compare(((("author", i), a, b) for i, a, b in _pairs(old.authors, new.authors)), changed)
    _compare(((("tag", i), a, b) for i, a, b in _pairs(old.tags, new.tags)), changed)
    _compare(((("picture", i), a, b) for i, a, b in _pairs(old.images, new.images)), changed)
    _compare(((("template", i), a, b) for i, a, b in _pairs(old.templates, new.templates)), changed)
    return dict(changed)


def _pairs(
    old: Mapping[str, object], new: Mapping[str, object]
) -> Iterable[tuple[str, object, object]]:
    """The records that are not the same object in both, by name."""
    changed, removed = changed_keys(old, new)
    for name in changed:
        yield name, old.get(name), new[name]
    for name in removed:
        yield name, old[name], None


def _compare(pairs: Iterable[tuple[Key, object, object]], changed: dict[Key, FieldSet]) -> None:
    for key, old, new in pairs:
        for name, bit in field_bits(_TYPES[key[0]]).items():
            if old is None or new is None or getattr(old, name) != getattr(new, name):
                changed[key] |= bit
