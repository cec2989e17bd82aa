"""What a folder of a website says for all of its texts: their author, or that they are drafts.

Hugo and Zola keep it in ``_index.md``, also below ``cascade``; Eleventy in ``posts/posts.json``;
others in the configuration of the website.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.formats.folder.data_files import data_in
from sitegen.readers.formats.folder.settings import FOLDER_CATEGORIES, settings_of
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.publication import stated_reasons
from sitegen.readers.sources import Entry, Source

_SECTION = re.compile(r"_index(?:\.[a-z-]+)?\.(?:md|markdown)", re.IGNORECASE)
_DATA = re.compile(r"(?:^|.*/)(?P<folder>[^/]+)/(?P=folder)(?:\.11tydata)?\.json")
_OF_LIST = frozenset({"build", "render"})
"""Keys by which a list of texts says whether it has a page itself, which its texts have in any case
(https://gohugo.io/content-management/build-options/, https://www.getzola.org/documentation/content/section/).
"""
_SHARED = frozenset({"author", "authors", "lang", "language", FOLDER_CATEGORIES})


class _Section(NamedTuple):
    """A folder that says something of its texts."""

    folder: str
    """With a slash at its end."""
    fields: Mapping[str, object]
    is_data: bool
    """Whether all fields hold for the texts; else, those below ``cascade`` do."""

    @property
    def shared(self) -> dict[str, object]:
        """The fields that texts have from it."""
        cascade = self.fields.get("cascade")
        found = self.fields if self.is_data else cascade if isinstance(cascade, Mapping) else {}
        return {key: value for key, value in found.items() if key in _SHARED}

    @property
    def said_of_texts(self) -> dict[str, object]:
        """The fields that may say that its texts are not public."""
        own = () if self.is_data else _OF_LIST
        return {key: value for key, value in self.fields.items() if plain_key(key) not in own}


def reasons_of_sections(source: Source) -> Sequence[tuple[str, Reason]]:
    """Why texts are left out: the folders that say so, each with a slash at its end."""
    return tuple(_reasons(source))


def reasons_in_section(name: str, reasons: Sequence[tuple[str, Reason]]) -> Iterator[Reason]:
    """Each reason why a text is left out because of a folder that it is in."""
    yield from (reason for folder, reason in reasons if name.startswith(folder))


def fields_of_sections(source: Source) -> Sequence[tuple[str, Mapping[str, object]]]:
    """What folders say of their texts, the inner ones last; each with a slash at its end."""
    found = ((section.folder, section.shared) for section in _sections(source))
    return sorted(((folder, fields) for folder, fields in found if fields), key=lambda f: f[0])


def fields_in_section(
    name: str, sections: Sequence[tuple[str, Mapping[str, object]]]
) -> dict[str, object]:
    """What the folders that a text is in say of it."""
    found = (fields for folder, fields in sections if name.startswith(folder))
    return {key: value for fields in found for key, value in fields.items()}


def _reasons(source: Source) -> Iterator[tuple[str, Reason]]:
    for section in _sections(source):
        yield from ((section.folder, reason) for reason in stated_reasons(section.said_of_texts))


def _sections(source: Source) -> Iterator[_Section]:
    """The folders that say something of their texts, or of which a configuration does."""
    yield from (_Section(*setting, is_data=True) for setting in settings_of(source))
    for entry in source.entries:
        folder = entry.name.rpartition("/")[0]
        is_data = _DATA.fullmatch(entry.name) is not None
        if folder and (is_data or _SECTION.fullmatch(entry.name.rpartition("/")[2])):
            yield _Section(f"{folder}/", _fields_of(entry), is_data)


def _fields_of(entry: Entry) -> Mapping[str, object]:
    data = data_in(entry)
    named = data.items() if isinstance(data, Mapping) else ()
    return {plain_key(str(key)): value for key, value in named}
